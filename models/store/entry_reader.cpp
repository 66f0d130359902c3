// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/entry_reader.h"

#include "domain/desks.h"
#include "record/sealing.h"
#include "store/register_rows.h"

#include <algorithm>
#include <limits>

namespace store
{

using namespace domain;

namespace
{

/// However much is wanted at once, a parcel ends where every feed in it is signed, or here at the latest.
constexpr qsizetype mostEntries = 20'000;

QVector<Id> ownersIn(const record::Entry &entry)
{
    QVector<Id> owners;
    for (const Event &event : entry.events) {
        for (const auto &[field, sealed] : sealedIn(event)) {
            if (const auto owner = record::ownerOf(sealed); owner && !owners.contains(*owner))
                owners.append(*owner);
        }
    }
    return owners;
}

} // namespace

EntryReader::EntryReader(const DeskFolder &folder, const Secrets &secrets)
    : m_database(folder.database(), Database::Access::ReadOnly)
    , m_secrets(secrets)
    , m_index(m_database)
    , m_keys(m_database, secrets.deskKey)
{
}

record::Heads EntryReader::heads()
{
    // The record only grows, unless a feed parts: what was looked at once is looked at no more, however many feeds there are.
    const qint64 branches =
        m_database.value("SELECT count(*) FROM feeds WHERE branch_of IS NOT NULL").toLongLong();
    if (std::exchange(m_branches, branches) != branches || m_readTo == 0) {
        m_readTo = m_database.value("SELECT max(position) FROM entries").toLongLong();
        m_index.forget();
        return m_heads = m_index.heads();
    }
    Statement &fresh = m_database.prepared(
        "SELECT position, feeds.uid, sequence, hash FROM entries JOIN feeds ON feeds.id ="
        " entries.feed WHERE position > ? ORDER BY position");
    fresh.bind(1, m_readTo);
    while (fresh.step()) {
        m_readTo = fresh.integer(0);
        m_heads.advance(fresh.id(1), fresh.integer(2), fresh.blob(3));
    }
    return m_heads;
}

std::optional<QByteArray> EntryReader::hashAt(const Id &feed, qint64 sequence)
{
    const qint64 position = m_index.positionOf(feed, sequence);
    return position ? std::optional(m_index.hashAt(position)) : std::nullopt;
}

bool EntryReader::holds(const record::FeedPosition &entry)
{
    heads(); // so that a feed that has parted since is known to have
    const auto feed = m_index.feed(entry.feed);
    return feed && !m_index.find({feed->root, entry.sequence, entry.hash}).isNowhere();
}

qint64 EntryReader::firstLacking(const record::Heads &known)
{
    qint64 first = std::numeric_limits<qint64>::max();
    const record::Heads mine = heads();
    for (auto head = mine.all().cbegin(); head != mine.all().cend(); ++head) {
        const qint64 sequence = known.sequenceOf(head.key());
        if (sequence >= head->sequence)
            continue;
        const auto feed = m_index.feed(head.key());
        const qint64 after = feed ? std::max(sequence, feed->after) : sequence;
        first = std::min(first, m_index.positionOf(head.key(), after + 1));
    }
    return first;
}

QVector<EntryReader::Travelling> EntryReader::collect(const record::Heads &known, qsizetype bytes)
{
    QVector<Travelling> found;
    QHash<Id, bool> isSigned; // of each feed's last one so far, or one behind it in a branch
    qsizetype size = 0;
    const qint64 first = firstLacking(known);
    Statement &each = m_database.prepared(
        "SELECT feeds.uid, entries.sequence, entries.signature, entries.bytes FROM entries"
        " JOIN feeds ON feeds.id = entries.feed WHERE position >= ? ORDER BY position");
    each.bind(1, first);
    while (found.size() < mostEntries && each.step()) {
        const Id id = each.id(0);
        if (known.covers(id, each.integer(1)))
            continue;
        const auto feed = m_index.feed(id);
        const bool isBranch = feed && !feed->branchOf.isNull();
        found.append({id, {each.blob(3), each.blob(2), isBranch ? id : Id()}});
        isSigned[id] = !found.constLast().entry.signature.isEmpty();
        for (auto of = feed; isSigned[id] && of && !of->branchOf.isNull();) {
            of = m_index.feed(of->branchOf);
            if (of && isSigned.contains(of->id))
                isSigned[of->id] = true;
        }
        size += found.constLast().entry.bytes.size();
        if (size >= bytes && std::ranges::all_of(isSigned, [](bool is) { return is; }))
            break;
    }
    each.reset();
    return found;
}

record::Parcel EntryReader::next(const record::Heads &known, const Id &peer, qsizetype bytes)
{
    record::Parcel parcel;
    const QVector<Travelling> found = collect(known, bytes);
    const auto desk = findDesk(peer);
    QSet<Id> owners;
    QHash<Id, qsizetype> last;
    for (const Travelling &one : found) {
        // The last signature of a feed vouches for all before it. The hub, which is no desk, hands entries on by other
        // helpings than these and gets all signatures that there are.
        if (const auto before = last.constFind(one.feed); desk && before != last.cend())
            parcel.entries[*before].signature.clear();
        last.insert(one.feed, parcel.entries.size());
        parcel.entries.append(one.entry);
        const auto entry = desk ? record::decode(one.entry.bytes) : std::nullopt;
        for (const Id &owner : entry ? ownersIn(*entry) : QVector<Id>())
            owners.insert(owner);
    }
    owners -= m_handed.value(peer);
    parcel.keys = keysFor(peer, owners.values());
    return parcel;
}

QVector<Id> EntryReader::lackingKeys(qsizetype most)
{
    QVector<Id> owners;
    Statement &each = m_database.prepared("SELECT owner FROM lacking_keys LIMIT ?");
    each.bind(1, qint64(most));
    while (each.step())
        owners.append(each.id(0));
    return owners;
}

QVector<record::SealedKey> EntryReader::keysFor(const Id &peer, const QVector<Id> &owners)
{
    QVector<record::SealedKey> keys;
    const auto desk = findDesk(peer);
    if (!desk || owners.isEmpty())
        return keys;
    const QByteArray publicKey = desk->values[desk::PublicKey].toByteArray();
    if (!m_sealers.contains(publicKey))
        m_sealers.insert(publicKey, record::KeySealer(publicKey));
    const record::KeySealer sealer = m_sealers[publicKey];
    for (const Id &owner : owners) {
        if (!isInScope(*desk, owner))
            continue;
        for (const QByteArray &key : m_keys.keysOf(owner)) {
            const QByteArray box = sealer.seal(owner, key);
            if (!box.isEmpty())
                keys.append({owner, box});
            m_handed[peer].insert(owner);
        }
    }
    return keys;
}

/// All customers, none, or those with premises or a ticket in the desk's grids.
bool EntryReader::isInScope(const RegisterRow &desk, const Id &owner)
{
    const QString scope = desk.values.text(desk::Scope);
    if (scope != u"grids")
        return scope != u"none";
    for (const QString &code : desk.values.text(desk::Grids).split(u',', Qt::SkipEmptyParts)) {
        const auto grid = loadRowByCode(m_database, Register::Grid, code.trimmed());
        if (!grid)
            continue;
        Statement &find = m_database.prepared(
            "SELECT 1 FROM registers WHERE under=?1 AND grid=?2 UNION ALL SELECT 1 FROM tickets "
            "WHERE"
            " grid=?3 AND (uid=?1 OR customer=(SELECT id FROM registers WHERE uid=?1)) LIMIT 1");
        const bool isThere = find.bind(1, owner).bind(2, grid->row.id).bind(3, grid->number).step();
        find.reset();
        if (isThere)
            return true;
    }
    return false;
}

std::optional<Refusal> EntryReader::refusalOf(const Id &desk)
{
    const auto found = loadRow(m_database, desk);
    return refusalOfDesk(found ? std::optional(found->row) : std::nullopt);
}

std::optional<RegisterRow> EntryReader::findDesk(const Id &desk)
{
    const auto found = loadRow(m_database, desk);
    return found && !refusalOfDesk(found->row) ? std::optional(found->row) : std::nullopt;
}

Id EntryReader::company()
{
    Id company;
    eachRow(m_database, Register::Company, [&company](const NumberedRow &row) {
        if (company.isNull())
            company = row.row.id;
    });
    return company;
}

QByteArray EntryReader::founding()
{
    Statement &first =
        m_database.prepared("SELECT hash FROM entries WHERE depth=1 ORDER BY position LIMIT 1");
    const QByteArray hash = first.step() ? first.blob(0) : QByteArray();
    first.reset();
    return hash;
}

} // namespace store
