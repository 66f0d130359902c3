// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold once everything is delivered, whatever happened before.
#include "simulation/causes.h"
#include "simulation/company.h"

#include "domain/desks.h"
#include "domain/grants.h"

#include <algorithm>

namespace simulation
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

bool isRevocation(const record::Entry &entry, const Id &desk)
{
    return std::ranges::any_of(entry.events, [&desk](const Event &event) {
        const auto *put = std::get_if<RegisterPut>(&event);
        return put && put->row == desk && put->values.has(desk::Revoked);
    });
}

/// These heads, without the feeds of which a desk holds another side: of them everything has to be sent, as no session
/// asks where they part for one who was revoked.
record::Heads sharedWith(record::Heads heads, peers::Exchange &desk)
{
    const record::Heads all = heads;
    for (auto head = all.all().cbegin(); head != all.all().cend(); ++head) {
        if (desk.hashAt(head.key(), head->sequence)
            && !desk.holds({head.key(), head->sequence, head->hash}))
            heads.set(head.key(), 0);
    }
    return heads;
}

} // namespace

void Company::heal()
{
    m_cut.clear();
    m_world.pass_ms(3'600'000);
    meetAll();
    for (const Mail &mail : std::exchange(m_mail, {}))
        deliver(mail);
    exchangeAll();
    m_mustMeet.clear();
    exchangeAll();
}

/// Everyone has a new line to everyone, and says what there is to say.
void Company::meetAll()
{
    const int count = int(m_desks.size());
    for (int one = 0; one < count; ++one) {
        m_lines.breakOf(one);
        for (int other = 0; other < one; ++other)
            m_lines.connect(one, other);
    }
    m_lines.carryAll();
    // Of feeds that were written twice they ask about one in a second.
    for (int second = 0; second < 60 && !m_lines.areInStep(); ++second) {
        m_world.pass_ms(1'000);
        m_lines.tick();
        m_lines.carryAll();
    }
    if (m_outcome.fault.isEmpty())
        m_outcome.fault = m_lines.fault().isEmpty() ? m_lines.faultOfStep() : m_lines.fault();
}

/// Everyone hands everyone what the other lacks, until nothing is left.
void Company::exchangeAll()
{
    const int count = int(m_desks.size());
    for (bool hasMore = true; hasMore;) {
        hasMore = false;
        for (int pair = 0; pair < count * count; ++pair) {
            const int from = pair / count, to = pair % count;
            if (from == to)
                continue;
            const record::Heads before = desk(to).heads();
            const record::Parcel parcel = desk(from).exchange().next(
                sharedWith(before, desk(from).exchange()), desk(to).id(), 1 << 20);
            if (!parcel.entries.isEmpty())
                deliver({to, from, 0, parcel});
            hasMore = hasMore || !(desk(to).heads() == before);
        }
    }
    for (int pair = 0; pair < count * count; ++pair) {
        const int from = pair / count, to = pair % count;
        const QVector<Id> lacking = desk(to).exchange().lackingKeys(1000);
        const record::Parcel keys{desk(from).exchange().keysFor(desk(to).id(), lacking), {}};
        if (from != to && !keys.isEmpty())
            deliver({to, from, 0, keys});
    }
}

QString Company::findFault()
{
    if (!m_outcome.fault.isEmpty())
        return m_outcome.fault;
    for (const auto &find : {&Company::faultOfDifference, &Company::faultOfLoss,
             &Company::faultOfDamage, &Company::faultOfRevoked, &Company::faultOfConflicts,
             &Company::faultOfStock, &Company::faultOfRules}) {
        if (const QString fault = (this->*find)(); !fault.isEmpty())
            return fault;
    }
    return {};
}

/// "feed: sequence here, sequence there" of those that differ.
QString Company::differenceOf(int one, int other)
{
    QStringList words;
    const record::Heads here = desk(one).heads(), there = desk(other).heads();
    record::Heads both = here;
    both.merge(there);
    for (auto head = both.all().cbegin(); head != both.all().cend(); ++head) {
        const QPair<qint64, qint64> reached{
            here.sequenceOf(head.key()), there.sequenceOf(head.key())};
        if (reached.first != reached.second || here.hashOf(head.key()) != there.hashOf(head.key()))
            words << u"feed %1: %2 and %3"_s.arg(head.key().toHex())
                         .arg(reached.first)
                         .arg(reached.second);
    }
    return words.join(u", "_s);
}

/// The first thing that two desks see otherwise.
QString Company::otherRowsOf(int one, int other)
{
    static const std::pair<const char *, const char *> tables[] = {
        {"registers",
            "SELECT uid, removed || hex(fields) FROM registers WHERE register > 0 ORDER BY uid"},
        {"tickets",
            "SELECT uid, state || title || (SELECT count(*) FROM steps WHERE ticket=tickets.id)"
            " FROM tickets ORDER BY uid"},
        {"conflicts",
            "SELECT uid, hex(subject) || ' reason ' || reason || ' settled ' || (settled_by>0)"
            " FROM conflicts ORDER BY uid"}};
    for (const auto &[table, sql] : tables) {
        QMap<Id, QString> rows[2];
        for (int side : {0, 1}) {
            store::Statement each(desk(side ? other : one).database().handle(), sql);
            while (each.step())
                rows[side].insert(each.id(0), each.text(1));
        }
        for (const auto &[uid, text] : rows[0].asKeyValueRange()) {
            if (rows[1].value(uid) != text)
                return u"%1 %2: %3 and %4"_s.arg(
                    QLatin1StringView(table), uid.toHex(), text, rows[1].value(uid));
        }
        for (const auto &[uid, text] : rows[1].asKeyValueRange()) {
            if (!rows[0].contains(uid))
                return u"%1 %2: nothing and %3"_s.arg(QLatin1StringView(table), uid.toHex(), text);
        }
    }
    return u"nothing that is named here"_s;
}

QString Company::faultOfDifference()
{
    const store::Digest first = desk(0).digest();
    for (size_t i = 1; i < m_desks.size(); ++i) {
        const store::Digest other = m_desks[i]->digest();
        if (other.record != first.record)
            return u"desk %1 holds another record than desk 0 (%2)"_s.arg(i).arg(
                differenceOf(int(i), 0));
        if (other.projection != first.projection)
            return u"desk %1 has come to other tables than desk 0 (%2)"_s.arg(i).arg(
                otherRowsOf(int(i), 0));
    }
    return {};
}

/// What people were told is saved is everywhere.
QString Company::faultOfLoss()
{
    for (auto desk = m_accepted.cbegin(); desk != m_accepted.cend(); ++desk) {
        for (size_t i = 0; i < m_desks.size(); ++i) {
            for (const record::FeedPosition &accepted : *desk) {
                if (!m_desks[i]->exchange().holds(accepted))
                    return u"desk %1 lacks what desk %2 had accepted"_s.arg(i).arg(desk.key());
            }
        }
    }
    return {};
}

/// Hashes, signatures, keys, and the tables against folding everything anew in the order of the record. By now all hold
/// the same, so the first desk speaks for them; another one shows that its keys and signatures are sound as well.
QString Company::faultOfDamage()
{
    for (int i : {0, 1 + m_dice.roll(int(m_desks.size()) - 1)}) {
        if (const auto damage = desk(i).findDamage())
            return u"desk %1: %2 (%3)"_s.arg(i).arg(damage->what, damage->where);
    }
    return {};
}

/// Of a revoked desk nothing counts beyond the reach of its revocation.
QString Company::faultOfRevoked()
{
    store::Database &database = desk(0).database();
    store::EntryIndex index(database);
    const Causes causes(database);
    for (int number : m_revoked) {
        const auto row = store::loadRow(database, desk(number).id());
        if (!row || !row->row.values.has(desk::Revoked))
            continue; // its own revocation was taken back by an elder's word
        const Reach reach = Reach::fromBytes(row->row.values[desk::Reach].toByteArray());
        QVector<EntryPlace> revocations;
        for (const auto &stored : causes.entries()) {
            if (isRevocation(stored.entry, desk(number).id()))
                revocations.append(stored.place);
        }
        store::Statement beyond(database.handle(),
            "SELECT position FROM entries JOIN feeds ON feeds.id=entries.feed WHERE feeds.desk=?");
        beyond.bind(1, desk(number).id());
        while (beyond.step()) {
            const auto stored = index.entryAt(beyond.integer(0));
            // Of a feed that was written twice a revocation means the side that its author had read.
            const bool isRead = std::ranges::any_of(
                revocations, [&](const auto &place) { return causes.knew(place, stored.place); });
            if (index.treeOf(stored.entry.feed).size() > 1 ? isRead : reach.holds(stored.place))
                continue;
            for (const Event &event : stored.entry.events) {
                store::Statement steps(database.handle(),
                    "SELECT 1 FROM registers WHERE uid=?1 AND last_entry=?2 AND register>0 UNION "
                    "ALL"
                    " SELECT 1 FROM tickets WHERE uid=?1 AND last_entry=?2");
                steps.bind(1, subjectOf(event)).bind(2, stored.position);
                if (store::concerns(event, subjectOf(event)) && steps.step())
                    return u"an entry of revoked desk %1 beyond its reach has an effect"_s.arg(
                        number);
            }
        }
    }
    return {};
}

/// Whoever put different values into one field of a row without knowing of each other stands in a conflict. Found
/// here the long way: every pair of entries, by whole version vectors.
QString Company::faultOfConflicts()
{
    store::Database &database = desk(0).database();
    const Causes causes(database);
    struct Said {
        store::EntryIndex::Stored stored;
        QVariant value;
    };
    QHash<QPair<Id, int>, QVector<Said>> said;
    for (const auto &stored : causes.entries()) {
        for (const Event &event : stored.entry.events) {
            const auto *put = std::get_if<RegisterPut>(&event);
            if (!put || put->reg != Register::Grid)
                continue;
            for (const auto &[number, value] : put->values)
                said[{put->row, number}].append({stored, value});
        }
    }
    const auto isConflict = [&database](qint64 entry, qint64 other, const Id &subject) {
        store::Statement find(database.handle(),
            "SELECT 1 FROM conflicts WHERE subject=?3 AND ((entry=?1 AND other=?2) OR (entry IN"
            " (?1,?2) AND reason NOT IN (3,4))) LIMIT 1");
        return find.bind(1, entry).bind(2, other).bind(3, subject).step();
    };
    for (auto field = said.cbegin(); field != said.cend(); ++field) {
        for (qsizetype later = 1; later < field->size(); ++later) {
            for (qsizetype earlier = 0; earlier < later; ++earlier) {
                const Said &one = field->at(earlier), &other = field->at(later);
                if (!causes.knew(other.stored.place, one.stored.place) && one.value != other.value
                    && !isConflict(other.stored.position, one.stored.position, field.key().first))
                    return u"two desks contradict each other, and no conflict says so"_s;
            }
        }
    }
    return {};
}

} // namespace simulation
