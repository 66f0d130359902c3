// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/key_ring.h"

#include "record/sealing.h"

namespace store
{

using namespace domain;

namespace
{

constexpr qsizetype remembered = 50'000;

/// Comes to every value that is to be sealed, with the owner whose key it takes.
struct SealingWalk {
    const Id &customer;
    KeyRing &keys;
    const std::function<void(Values &, quint8 field, const Id &owner)> &visit;

    void operator()(TicketOpened &event) const { walk(event.values, event.ticket); }
    void operator()(StepTaken &event) const { walk(event.values, event.ticket); }
    void operator()(RegisterPut &event) const
    {
        walkAll(event.values, registerSpec(event.reg).fields, keys.ownerOf(event));
    }
    void operator()(RegisterRemoved &) const { }
    void operator()(Looked &) const { }
    void operator()(Erased &) const { }
    void operator()(Settled &) const { }
    void operator()(StockMoved &) const { }
    void operator()(UnknownEvent &) const { }

    /// Where no customer stands beside it, the address is a place.
    void walk(Values &values, const Id &ticket) const
    {
        if (!customer.isNull())
            return walkAll(values, ticketFields(), customer);
        const QVariant place = values[field::Address];
        values.remove(field::Address);
        walkAll(values, ticketFields(), ticket);
        values.set(field::Address, place);
    }

    void walkAll(Values &values, const FieldTable &fields, const Id &owner) const
    {
        const Values plain = values;
        for (const auto &[number, value] : plain) {
            const FieldSpec *spec = fields.find(number);
            if (spec && spec->is(Personal) && value.typeId() == QMetaType::QString)
                visit(values, number, owner);
        }
    }
};

} // namespace

std::optional<QByteArray> KeyRing::keyOf(const Id &owner)
{
    const QVector<QByteArray> keys = keysOf(owner);
    return keys.isEmpty() ? std::nullopt : std::optional(keys.constFirst());
}

QVector<QByteArray> KeyRing::keysOf(const Id &owner)
{
    if (const auto known = m_keys.constFind(owner); known != m_keys.constEnd())
        return *known;
    QVector<QByteArray> keys;
    Statement &find =
        m_database.prepared("SELECT wrapped FROM sealing_keys WHERE owner=? ORDER BY number");
    find.bind(1, owner);
    while (find.step()) {
        if (const auto key = record::unwrapKey(m_deskKey, owner, find.blob(0)))
            keys.append(*key);
    }
    if (!keys.isEmpty()) {
        if (m_keys.size() > remembered)
            m_keys.clear();
        m_keys.insert(owner, keys);
    }
    return keys;
}

bool KeyRing::add(const Id &owner, const QByteArray &key, Random &random)
{
    const QVector<QByteArray> known = keysOf(owner);
    if (known.contains(key))
        return false;
    m_database.prepared("INSERT INTO sealing_keys VALUES(?,?,?)")
        .bind(1, owner)
        .bind(2, known.size() + 1)
        .bind(3, record::wrapKey(m_deskKey, owner, key, random))
        .run();
    m_keys.insert(owner, known + QVector<QByteArray>{key});
    return true;
}

bool KeyRing::isLacking(const Id &owner)
{
    Statement &find = m_database.prepared("SELECT 1 FROM lacking_keys WHERE owner=?");
    const bool isThere = find.bind(1, owner).step();
    find.reset();
    return isThere;
}

void KeyRing::setLacking(const Id &owner, bool isLacking)
{
    m_database
        .prepared(isLacking ? "INSERT OR IGNORE INTO lacking_keys VALUES(?)"
                            : "DELETE FROM lacking_keys WHERE owner=?")
        .bind(1, owner)
        .run();
}

Id KeyRing::ownerOf(const RegisterPut &event)
{
    const quint8 owner = registerSpec(event.reg).owner;
    if (!owner)
        return event.row;
    if (const Id named = event.values[owner].value<Id>(); !named.isNull())
        return named;
    Statement &find = m_database.prepared("SELECT under FROM registers WHERE uid=?");
    const Id above = find.bind(1, event.row).step() ? find.id(0) : Id();
    find.reset();
    return above.isNull() ? event.row : above;
}

QByteArray KeyRing::keyFor(const Id &owner, Random &random)
{
    if (const auto key = keyOf(owner))
        return *key;
    const QByteArray key = record::freshSealingKey(random);
    add(owner, key, random);
    return key;
}

void KeyRing::destroy(const Id &owner)
{
    m_keys.remove(owner);
    m_database.run("PRAGMA secure_delete=ON");
    m_database.prepared("DELETE FROM sealing_keys WHERE owner=?").bind(1, owner).run();
    m_database.run("PRAGMA secure_delete=OFF");
}

QString KeyRing::open(quint8 field, const QVariant &value)
{
    if (value.typeId() != QMetaType::QByteArray)
        return value.toString();
    return unseal(field, value.toByteArray()).value_or(QString());
}

std::optional<QString> KeyRing::unseal(quint8 field, const QByteArray &sealed)
{
    const auto owner = record::ownerOf(sealed);
    for (const QByteArray &key : owner ? keysOf(*owner) : QVector<QByteArray>()) {
        if (const auto text = record::unseal(key, field, sealed))
            return text;
    }
    return {};
}

void sealPersonal(Event &event, const Id &customer, KeyRing &keys, Random &random)
{
    const auto seal = [&](Values &values, quint8 field, const Id &owner) {
        values.set(field,
            record::seal(keys.keyFor(owner, random), owner, field, values.text(field), random));
    };
    std::visit(SealingWalk{customer, keys, seal}, event);
}

QVector<Id> ownersToSeal(const Event &event, const Id &customer, KeyRing &keys)
{
    QVector<Id> owners;
    Event copy = event;
    std::visit(SealingWalk{customer, keys,
                   [&owners](Values &, quint8, const Id &owner) {
                       if (!owners.contains(owner))
                           owners.append(owner);
                   }},
        copy);
    return owners;
}

QVector<std::pair<quint8, QByteArray>> sealedIn(const Event &event)
{
    QVector<std::pair<quint8, QByteArray>> sealed;
    const auto collect = [&sealed](const Values &values, const FieldTable &fields) {
        for (const auto &[number, value] : values) {
            const FieldSpec *spec = fields.find(number);
            if (spec && spec->is(Personal) && value.typeId() == QMetaType::QByteArray)
                sealed.append({number, value.toByteArray()});
        }
    };
    if (const auto *opened = std::get_if<TicketOpened>(&event))
        collect(opened->values, ticketFields());
    else if (const auto *step = std::get_if<StepTaken>(&event))
        collect(step->values, ticketFields());
    else if (const auto *put = std::get_if<RegisterPut>(&event))
        collect(put->values, registerSpec(put->reg).fields);
    return sealed;
}

} // namespace store
