// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rights_line.h"

#include "domain/account.h"
#include "domain/fold.h"
#include "domain/rights.h"

#include <algorithm>

namespace domain
{

namespace
{

bool isOfRights(Register reg)
{
    return reg == Register::Grant || reg == Register::Account || reg == Register::Desk;
}

/// The reaches of what an entry takes away.
std::vector<Reach> reachesIn(const RightsEntry &entry)
{
    std::vector<Reach> reaches;
    for (const Event &event : entry.events) {
        const auto *put = std::get_if<RegisterPut>(&event);
        if (!put)
            reaches.emplace_back(); // a removed row names none
        else if (put->reg == Register::Grant && put->values.has(grant::Revoked))
            reaches.push_back(Reach::fromBytes(put->values[grant::Reach].toByteArray()));
        else if (put->reg == Register::Desk && put->values.has(desk::Revoked))
            reaches.push_back(Reach::fromBytes(put->values[desk::Reach].toByteArray()));
    }
    return reaches;
}

template <typename Value>
QSet<Id> differing(const QHash<Id, Value> &one, const QHash<Id, Value> &other)
{
    QSet<Id> ids;
    for (const auto &[from, to] : {std::pair(&one, &other), std::pair(&other, &one)}) {
        for (auto each = from->cbegin(); each != from->cend(); ++each) {
            const auto twin = to->constFind(each.key());
            if (twin == to->cend() || !(*twin == *each))
                ids.insert(each.key());
        }
    }
    return ids;
}

} // namespace

bool RightsLine::touches(const Event &event)
{
    if (const auto *put = std::get_if<RegisterPut>(&event))
        return isOfRights(put->reg);
    const auto *removed = std::get_if<RegisterRemoved>(&event);
    return removed && isOfRights(removed->reg);
}

RightsLine::Change RightsLine::take(RightsEntry entry)
{
    const auto at = std::ranges::upper_bound(m_entries, entry.place, isBefore, &RightsEntry::place);
    const bool isLast = at == m_entries.end();
    const RightsEntry &added = *m_entries.insert(at, std::move(entry));
    const EntryPlace place = added.place;
    Change change;
    // What comes last and cuts off nothing that is here needs no second look at the others.
    if (isLast && knowsAll(added)) {
        judgeNext(m_state, added, m_early);
        nameTouched(added, change);
        change.reaches = reachesIn(added);
        change.isPlain = true;
    } else {
        const State before = m_state;
        judgeAll();
        change = compare(before);
    }
    qint64 &last = m_last[place.feed];
    last = std::max(last, place.sequence);
    if (!change.judged.contains(place))
        change.judged.append(place);
    return change;
}

bool RightsLine::knowsAll(const RightsEntry &entry) const
{
    const std::vector<Reach> reaches = reachesIn(entry);
    // Of two who revoke the same, one is heard: which, the whole line says.
    const bool isAgain = std::ranges::any_of(m_state.revocations, [&entry](const auto &word) {
        return std::ranges::any_of(
            entry.events, [&word](const Event &event) { return subjectOf(event) == word.what; });
    });
    if (isAgain && !reaches.empty())
        return false;
    return std::ranges::all_of(reaches, [&](const Reach &reach) {
        return std::ranges::all_of(m_last.asKeyValueRange(),
            [&reach](const auto &last) { return reach.sequenceOf(last.first) >= last.second; });
    });
}

void RightsLine::nameTouched(const RightsEntry &entry, Change &change) const
{
    for (const Event &event : entry.events) {
        const RegisterRow row = m_state.rows.value(subjectOf(event));
        if (row.reg == Register::Grant)
            change.people.insert(row.values[grant::Person].value<Id>());
        else if (row.reg == Register::Account)
            change.people.insert(row.values[account::Person].value<Id>());
        else if (row.reg == Register::Desk && row.values.has(desk::Revoked))
            change.desks.insert(row.id);
    }
}

void RightsLine::judgeAll()
{
    m_early = {};
    do {
        m_state = {};
        for (const RightsEntry &entry : m_entries)
            judgeNext(m_state, entry, m_early);
    } while (hearEldest(m_state, m_early));
}

void RightsLine::judgeNext(State &state, const RightsEntry &entry, const Early &early)
{
    const Actor actor{entry.actor, entry.recorded_ms,
        isSigned(state, entry.actor, entry.place, entry.isSignedBy), entry.place, entry.desk};
    const std::optional<Grants> spared = grantsWithout(state, entry);
    const Standing standing{spared ? *spared : state.grants, [](const Id &) { return nullptr; },
        [&state](const Id &id) -> std::optional<RegisterRow> {
            const auto row = state.rows.constFind(id);
            return row == state.rows.cend() ? std::nullopt : std::optional(*row);
        }};
    if (isBeyondCut(state, entry, early) || judge(entry.events, actor, standing))
        return;
    state.counting.insert(entry.place);
    for (const Event &event : entry.events) {
        if (const auto *put = std::get_if<RegisterPut>(&event)) {
            apply(state, entry, *put, early);
        } else if (const auto *removed = std::get_if<RegisterRemoved>(&event)) {
            RegisterRow &row = state.rows[removed->row];
            fold(row, *removed);
            if (row.reg == Register::Grant)
                noteGrant(state, entry, row, early);
        }
    }
}

bool RightsLine::isBeyondCut(const State &state, const RightsEntry &entry, const Early &early)
{
    if (const auto cut = state.cuts.constFind(entry.desk);
        cut != state.cuts.cend() && !cut->holds(entry.place))
        return true;
    const auto word = early.byWhat.constFind(entry.desk);
    return word != early.byWhat.cend() && !word->reach.holds(entry.place)
        && (entry.actor == word->author || isElder(state, word->author, entry.actor));
}

void RightsLine::apply(
    State &state, const RightsEntry &entry, const RegisterPut &put, const Early &early)
{
    RegisterRow &row = state.rows[put.row];
    fold(row, put);
    if (put.reg == Register::Grant)
        noteGrant(state, entry, row, early);
    else if (put.reg == Register::Desk)
        noteDesk(state, entry, row);
    else if (const QByteArray key = put.values[account::PublicKey].toByteArray(); !key.isEmpty())
        state.keys[row.values[account::Person].value<Id>()].push_back({entry.place, key});
}

void RightsLine::noteGrant(
    State &state, const RightsEntry &entry, RegisterRow row, const Early &early)
{
    const Grant grant = grantFrom(row);
    if (grant.isRevoked)
        state.revocations.append({entry.place, entry.actor, grant.id, grant.person, grant.reach});
    else if (grant.role == Administrator && grant.isCompanyWide()
        && !state.elders.contains(grant.person))
        state.elders.insert(grant.person, entry.place);
    if (const auto word = early.byWhat.constFind(row.id); word != early.byWhat.cend()) {
        row.values.set(grant::Revoked, entry.recorded_ms);
        row.values.set(grant::Reach, word->reach.toBytes());
    }
    state.grants.put(row, entry.place);
}

void RightsLine::noteDesk(State &state, const RightsEntry &entry, const RegisterRow &row)
{
    if (row.values.has(desk::PublicKey) && !state.admissions.contains(row.id))
        state.admissions.insert(row.id, entry.place);
    if (!row.values.has(desk::Revoked) || state.cuts.contains(row.id))
        return;
    const Reach reach = Reach::fromBytes(row.values[desk::Reach].toByteArray());
    state.cuts.insert(row.id, reach);
    state.revocations.append({entry.place, entry.actor, row.id, {}, reach});
}

std::optional<Grants> RightsLine::grantsWithout(const State &state, const RightsEntry &entry)
{
    std::optional<Grants> grants;
    for (const Revocation &word : state.revocations) {
        if (word.person.isNull() || word.person != entry.actor
            || !isElder(state, entry.actor, word.author) || entry.knows(word.place))
            continue;
        RegisterRow row = state.rows.value(word.what);
        for (quint8 field : {grant::Revoked, grant::Reach})
            row.values.remove(field);
        if (!grants)
            grants = state.grants;
        grants->put(row, entry.place);
    }
    return grants;
}

bool RightsLine::isElder(const State &state, const Id &one, const Id &other)
{
    const auto his = state.elders.constFind(one);
    const auto theirs = state.elders.constFind(other);
    return his != state.elders.cend() && (theirs == state.elders.cend() || isBefore(*his, *theirs));
}

/// Desks first, one by one: what was said at a desk that the same elder has shut out isn't heard.
bool RightsLine::hearEldest(const State &state, Early &early)
{
    const auto isNew = [&](const Revocation &word) {
        const bool holds = word.person.isNull() || isElder(state, word.author, word.person);
        return holds && !early.byWhat.contains(word.what);
    };
    Id eldest;
    for (const Revocation &word : state.revocations) {
        if (isNew(word) && (eldest.isNull() || isElder(state, word.author, eldest)))
            eldest = word.author;
    }
    if (eldest.isNull())
        return false;
    const auto isHis = [&](const Revocation &word) { return word.author == eldest && isNew(word); };
    const auto desk = std::ranges::find_if(state.revocations,
        [&](const Revocation &word) { return word.person.isNull() && isHis(word); });
    if (desk != state.revocations.end()) {
        early.byWhat.insert(desk->what, *desk);
        return true;
    }
    for (const Revocation &word : state.revocations) {
        if (isHis(word))
            early.byWhat.insert(word.what, word);
    }
    return true;
}

RightsLine::Change RightsLine::compare(const State &before) const
{
    Change change;
    for (const EntryPlace &place :
        (before.counting - m_state.counting) + (m_state.counting - before.counting))
        change.judged.append(place);
    change.people = differing(before.grants.byPerson(), m_state.grants.byPerson())
        + differing(before.keys, m_state.keys);
    change.desks = differing(before.cuts, m_state.cuts);
    for (const State *state : {&before, &m_state}) {
        for (const Revocation &word : state->revocations) {
            if (change.people.contains(word.person) || change.desks.contains(word.what))
                change.reaches.push_back(word.reach);
        }
    }
    return change;
}

bool RightsLine::isCut(const Id &desk, const EntryPlace &place) const
{
    const auto cut = m_state.cuts.constFind(desk);
    return cut != m_state.cuts.cend() && !cut->holds(place);
}

std::optional<EntryPlace> RightsLine::admissionOf(const Id &desk) const
{
    const auto found = m_state.admissions.constFind(desk);
    return found == m_state.admissions.cend() ? std::nullopt : std::optional(*found);
}

bool RightsLine::isSigned(const Id &person, const EntryPlace &place,
    const std::function<bool(const QByteArray &)> &isSignedBy) const
{
    return isSigned(m_state, person, place, isSignedBy);
}

/// By the last key that the person had got before that place.
bool RightsLine::isSigned(const State &state, const Id &person, const EntryPlace &place,
    const std::function<bool(const QByteArray &)> &isSignedBy)
{
    const auto keys = state.keys.constFind(person);
    if (keys == state.keys.cend())
        return false;
    const auto later = std::ranges::find_if(
        *keys, [&place](const KeyGiven &key) { return !isBefore(key.place, place); });
    return later != keys->begin() && isSignedBy(std::prev(later)->publicKey);
}

} // namespace domain
