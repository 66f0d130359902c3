// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub_keys.h"

#include "domain/ticket_fields.h"
#include "record/sealing.h"

namespace peers
{

using namespace Qt::StringLiterals;
using namespace domain;
using record::SealedKey;

namespace
{

constexpr qsizetype remembered = 200'000;
constexpr qsizetype mostLacking = 5'000;
constexpr int helping = 500;
/// As many boxes for one desk and owner are looked at; so many answers keep others from answering too.
constexpr int mostBoxes = 8, enoughAnswers = 4;

void gather(const Values &values, const FieldTable &fields, QSet<Id> &owners)
{
    for (const auto &[number, value] : values) {
        const FieldSpec *spec = fields.find(number);
        if (!spec || !spec->is(Personal) || value.typeId() != QMetaType::QByteArray)
            continue;
        if (const auto owner = record::ownerOf(value.toByteArray()))
            owners << *owner;
    }
}

HubArray arrayOf(const QVector<Id> &ids)
{
    HubArray array;
    for (const Id &id : ids)
        array.add(id);
    return array;
}

} // namespace

QSet<Id> ownersIn(const record::Entry &entry)
{
    QSet<Id> owners;
    for (const Event &event : entry.events) {
        if (const auto *opened = std::get_if<TicketOpened>(&event))
            gather(opened->values, ticketFields(), owners);
        else if (const auto *step = std::get_if<StepTaken>(&event))
            gather(step->values, ticketFields(), owners);
        else if (const auto *put = std::get_if<RegisterPut>(&event))
            gather(put->values, registerSpec(put->reg).fields, owners);
    }
    return owners;
}

QVector<Id> erasedIn(const record::Entry &entry)
{
    QVector<Id> erased;
    for (const Event &event : entry.events) {
        if (const auto *erasure = std::get_if<Erased>(&event))
            erased << erasure->customer;
    }
    return erased;
}

HubKeys::HubKeys(HubDatabase &database, Exchange &exchange,
    const std::function<QVector<Id>()> &desks, const Id &self)
    : m_database(database)
    , m_exchange(exchange)
    , m_desks(desks)
    , m_self(self)
{
}

QVector<Id> HubKeys::recipients() const
{
    QVector<Id> desks = m_desks();
    desks.removeIf([this](const Id &desk) {
        return desk == m_self || m_exchange.refusalOf(desk).has_value();
    });
    std::ranges::sort(desks);
    return desks;
}

void HubKeys::put(const QSet<Id> &owners)
{
    QVector<Id> fresh = (owners - m_settled).values();
    if (fresh.isEmpty())
        return;
    std::ranges::sort(fresh);
    const Owners there = laidOut(fresh);
    for (const Id &desk : recipients()) {
        QVector<Id> missing = fresh;
        const QVector<Id> found = there.value(desk);
        const QSet<Id> known(found.begin(), found.end());
        missing.removeIf([&known](const Id &owner) { return known.contains(owner); });
        layOut(desk, missing);
    }
}

void HubKeys::settled(const QSet<Id> &owners)
{
    if (m_settled.size() > remembered)
        m_settled.clear();
    m_settled += owners;
}

HubKeys::Owners HubKeys::laidOut(const QVector<Id> &owners)
{
    QSqlQuery &rows = m_database.run(
        u"SELECT k.desk, k.owner FROM unnest(CAST(? AS bytea[])) AS o(owner), LATERAL"
        " (SELECT h.desk, h.owner FROM hub_keys h WHERE h.owner = o.owner LIMIT 10000) k"_s,
        {arrayOf(owners).value()});
    Owners there;
    while (rows.next())
        there[idAt(rows, 0)] << idAt(rows, 1);
    return there;
}

qint64 HubKeys::layOut(const Id &desk, const QVector<Id> &owners, Owners *given)
{
    if (owners.isEmpty())
        return 0;
    HubArray ids, boxes;
    for (const SealedKey &key : m_exchange.keysFor(desk, owners)) {
        if (key.box.isEmpty())
            continue; // that desk's own key is none
        ids.add(key.owner);
        boxes.add(key.box);
        if (given)
            (*given)[desk] << key.owner;
    }
    if (ids.size() == 0)
        return 0;
    return m_database
        .run(u"INSERT INTO hub_keys (owner, desk, giver, box)"
             " SELECT k.owner, CAST(? AS bytea), CAST(? AS bytea), k.box FROM"
             " unnest(CAST(? AS bytea[]), CAST(? AS bytea[])) AS k(owner, box)"
             " ON CONFLICT DO NOTHING"_s,
            {desk.toBytes(), m_self.toBytes(), ids.value(), boxes.value()})
        .numRowsAffected();
}

QVector<SealedKey> HubKeys::take(const QSet<Id> &owners)
{
    if (owners.isEmpty())
        return {};
    QSqlQuery &rows =
        m_database.run(u"SELECT o.owner, k.box FROM unnest(CAST(? AS bytea[])) AS o(owner), LATERAL"
                       " (SELECT h.box FROM hub_keys h WHERE h.owner = o.owner AND h.desk = ?"
                       " ORDER BY h.giver LIMIT ?) k"_s,
            {arrayOf(owners.values()).value(), m_self.toBytes(), mostBoxes});
    if (m_tried.size() > remembered)
        m_tried.clear();
    QVector<SealedKey> keys;
    while (rows.next()) {
        const SealedKey key{idAt(rows, 0), bytesAt(rows, 1)};
        if (m_tried.contains(key.box))
            continue;
        m_tried << key.box;
        keys << key;
    }
    return keys;
}

QVector<SealedKey> HubKeys::takeLacking()
{
    const QVector<Id> lacking = m_exchange.lackingKeys(mostLacking);
    return take(QSet<Id>(lacking.begin(), lacking.end()));
}

bool HubKeys::askForLacking()
{
    QVector<Id> lacking = m_exchange.lackingKeys(mostLacking);
    lacking.removeIf([this](const Id &owner) { return m_asked.contains(owner); });
    if (lacking.isEmpty())
        return false;
    std::ranges::sort(lacking);
    m_database.run(u"INSERT INTO hub_wanted (desk, owner) SELECT CAST(? AS bytea), w.owner FROM"
                   " unnest(CAST(? AS bytea[])) AS w(owner) ON CONFLICT DO NOTHING"_s,
        {m_self.toBytes(), arrayOf(lacking).value()});
    m_asked += QSet<Id>(lacking.begin(), lacking.end());
    return true;
}

std::optional<qint64> HubKeys::answer()
{
    const Owners asked = questions();
    if (asked.isEmpty()) {
        m_answeredTo = {};
        return {};
    }
    Owners given;
    qint64 count = 0;
    const bool strikes = mayDelete(u"hub_wanted"_s);
    m_database.inTransaction([&] {
        for (const Id &desk : recipients())
            count += layOut(desk, asked.value(desk), &given);
        if (strikes)
            strike(given);
    });
    return count;
}

HubKeys::Owners HubKeys::questions()
{
    QSqlQuery &rows = m_database.run(
        u"SELECT w.desk, w.owner FROM hub_wanted w WHERE (w.desk, w.owner) > (?, ?)"
        " AND w.desk <> ? AND NOT EXISTS (SELECT 1 FROM hub_keys k WHERE k.owner = w.owner"
        " AND k.desk = w.desk AND k.giver = ?) AND (SELECT count(*) FROM hub_keys k"
        " WHERE k.owner = w.owner AND k.desk = w.desk) < ? ORDER BY w.desk, w.owner LIMIT ?"_s,
        {m_answeredTo.first.toBytes(), m_answeredTo.second.toBytes(), m_self.toBytes(),
            m_self.toBytes(), enoughAnswers, helping});
    Owners asked;
    while (rows.next()) {
        m_answeredTo = {idAt(rows, 0), idAt(rows, 1)};
        asked[m_answeredTo.first] << m_answeredTo.second;
    }
    return asked;
}

void HubKeys::strike(const Owners &answered)
{
    for (auto each = answered.cbegin(); each != answered.cend(); ++each) {
        m_database.run(u"DELETE FROM hub_wanted WHERE desk = ?"
                       " AND owner = ANY (CAST(? AS bytea[]))"_s,
            {each.key().toBytes(), arrayOf(each.value()).value()});
    }
}

bool HubKeys::forget(const QVector<Id> &owners)
{
    if (owners.isEmpty())
        return true;
    if (!mayDelete(u"hub_keys"_s))
        return false;
    m_database.run(u"DELETE FROM hub_keys WHERE owner = ANY (CAST(? AS bytea[]))"_s,
        {arrayOf(owners).value()});
    return true;
}

bool HubKeys::mayDelete(const QString &table)
{
    if (!m_mayDelete.contains(table)) {
        QSqlQuery &row =
            m_database.run(u"SELECT has_table_privilege(CAST(? AS text), 'DELETE')"_s, {table});
        m_mayDelete.insert(table, row.next() && row.value(0).toBool());
    }
    return m_mayDelete.value(table);
}

} // namespace peers
