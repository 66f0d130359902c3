// SPDX-License-Identifier: GPL-3.0-or-later
// Who had which right when, and what has to be folded anew when that comes to be seen otherwise.
#include "store/projector.h"

#include <algorithm>
#include <limits>

namespace store
{

using namespace domain;

namespace
{
constexpr qint64 everything = std::numeric_limits<qint64>::max();
} // namespace

void Projector::learnRights(const EntryIndex::Stored &stored)
{
    rights();
    if (std::ranges::none_of(stored.entry.events, RightsLine::touches))
        return;
    m_database.prepared("INSERT OR IGNORE INTO rights(entry) VALUES(?)")
        .bind(1, stored.position)
        .run();
    const RightsLine::Change change = m_rights->take(rightsEntryOf(stored));
    const bool isLast = !m_latest || isBefore(*m_latest, stored.place);
    // What claims to stand before a revocation, beyond its reach, is all that one which comes last can touch.
    markBeyond(change, change.isPlain && isLast ? stored.place.depth : everything);
    if (!change.isPlain || !isLast)
        markAffected(change, stored);
}

/// What stands behind a right that was given or taken otherwise than before, and the entries of this line themselves.
void Projector::markAffected(const RightsLine::Change &change, const EntryIndex::Stored &stored)
{
    qint64 depth = stored.place.depth;
    for (const EntryPlace &place : change.judged) {
        depth = std::min(depth, place.depth);
        const qint64 position = m_index.positionOf(place.feed, place.sequence);
        if (position != 0 && position != stored.position)
            markSubjects(m_index.entryAt(position).entry);
    }
    Statement behind(m_record.handle(), "SELECT bytes, depth FROM entries WHERE depth >= ?");
    behind.bind(1, depth);
    markAuthored(behind, change, everything);
}

/// What lies beyond a reach, up to a depth.
void Projector::markBeyond(const RightsLine::Change &change, qint64 untilDepth)
{
    if (change.reaches.empty())
        return;
    const record::Heads heads = m_index.heads();
    for (auto head = heads.all().cbegin(); head != heads.all().cend(); ++head) {
        qint64 from = head->sequence;
        for (const Reach &reach : change.reaches)
            from = std::min(from, reach.sequenceOf(head.key()));
        const auto known = m_index.feed(head.key());
        Statement beyond(m_record.handle(),
            "SELECT bytes, depth FROM entries WHERE feed=? AND sequence>? ORDER BY sequence");
        beyond.bind(1, known ? known->number : 0).bind(2, from);
        markAuthored(beyond, change, untilDepth);
    }
}

/// Of these entries, by depth, those before a depth.
void Projector::markAuthored(
    Statement &entries, const RightsLine::Change &change, qint64 untilDepth)
{
    while (entries.step() && entries.integer(1) <= untilDepth) {
        const auto entry = record::decode(entries.blob(0));
        if (entry && (change.people.contains(entry->actor) || change.desks.contains(entry->desk)))
            markSubjects(*entry);
    }
}

const RightsLine &Projector::rights()
{
    if (m_rights)
        return *m_rights;
    m_rights.emplace();
    QVector<EntryIndex::Stored> entries;
    Statement each(m_database.handle(), "SELECT entry FROM rights ORDER BY entry");
    while (each.step())
        entries.append(m_index.entryAt(each.integer(0)));
    std::ranges::sort(entries, isBefore, &EntryIndex::Stored::place);
    for (const EntryIndex::Stored &stored : std::as_const(entries))
        m_rights->take(rightsEntryOf(stored));
    Statement last(m_record.handle(),
        "SELECT position FROM entries WHERE depth = (SELECT max(depth) FROM entries)");
    const bool hasFolded = m_database.value("SELECT 1 FROM history LIMIT 1").isValid();
    while (hasFolded && last.step()) {
        const EntryPlace place = m_index.placeAt(last.integer(0));
        if (!m_latest || isBefore(*m_latest, place))
            m_latest = place;
    }
    return *m_rights;
}

RightsEntry Projector::rightsEntryOf(const EntryIndex::Stored &stored)
{
    const record::Entry &entry = stored.entry;
    RightsEntry said{stored.place, entry.desk, entry.actor, entry.recorded_ms, {}, {}};
    std::ranges::copy_if(entry.events, std::back_inserter(said.events), RightsLine::touches);
    for (Event &event : said.events) {
        auto *put = std::get_if<RegisterPut>(&event);
        const quint8 field = !put         ? 0
            : put->reg == Register::Grant ? grant::Reach
            : put->reg == Register::Desk  ? desk::Reach
                                          : 0;
        if (field && put->values.has(field))
            put->values.set(field, reachAsRead(put->values[field].toByteArray(), stored.place));
    }
    // A signature is checked once for each key, however often the line is judged anew.
    auto answers = std::make_shared<QHash<QByteArray, bool>>();
    said.isSignedBy = [answers, entry](const QByteArray &key) {
        const auto known = answers->constFind(key);
        return known != answers->cend() ? *known
                                        : *answers->insert(key, store::isSignedBy(entry, key));
    };
    said.knows = [this, place = stored.place](
                     const EntryPlace &other) { return m_index.hadFolded(place, other); };
    return said;
}

/// Of a feed that was written twice, its author meant the side that was read.
QByteArray Projector::reachAsRead(const QByteArray &reach, const EntryPlace &by)
{
    Reach read = Reach::fromBytes(reach);
    for (const Id &named : read.feeds()) {
        const auto feed = m_index.feed(named);
        const auto tree = feed ? m_index.treeOf(feed->root) : QVector<EntryIndex::Feed>();
        if (tree.size() < 2)
            continue;
        for (const EntryIndex::Feed &one : tree)
            read.set(one.id,
                one.id == by.feed ? by.sequence - 1
                                  : m_index.namedBy(by.feed, one.id, by.sequence));
    }
    return read.toBytes();
}

std::optional<EntryPlace> Projector::admissionOf(const Id &desk)
{
    return rights().admissionOf(desk);
}

} // namespace store
