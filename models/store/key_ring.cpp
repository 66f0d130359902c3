// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/key_ring.h"

#include "record/sealing.h"

namespace store
{

using namespace domain;

namespace
{

constexpr qsizetype remembered = 50'000;

struct Sealer {
    const Id &customer;
    KeyRing &keys;
    Random &random;

    void operator()(TicketOpened &event) const { seal(event.values, event.ticket); }
    void operator()(StepTaken &event) const { seal(event.values, event.ticket); }
    void operator()(RegisterPut &event) const
    {
        sealAll(event.values, registerSpec(event.reg).fields, keys.ownerOf(event));
    }
    void operator()(RegisterRemoved &) const { }
    void operator()(Looked &) const { }
    void operator()(Erased &) const { }
    void operator()(UnknownEvent &) const { }

    void seal(Values &values, const Id &ticket) const
    {
        if (!customer.isNull())
            return sealAll(values, ticketFields(), customer);
        const QVariant place = values[field::Address];
        sealAll(values, ticketFields(), ticket);
        values.set(field::Address, place);
    }

    void sealAll(Values &values, const FieldTable &fields, const Id &owner) const
    {
        const Values plain = values;
        for (const auto &[number, value] : plain) {
            const FieldSpec *spec = fields.find(number);
            if (spec && spec->is(Personal) && value.typeId() == QMetaType::QString) {
                values.set(number,
                    record::seal(
                        keys.keyFor(owner, random), owner, number, value.toString(), random));
            }
        }
    }
};

} // namespace

std::optional<QByteArray> KeyRing::keyOf(const Id &owner)
{
    if (const auto known = m_keys.constFind(owner); known != m_keys.constEnd())
        return *known;
    Statement &find = m_database.prepared("SELECT wrapped FROM sealing_keys WHERE owner=?");
    const QByteArray wrapped = find.bind(1, owner).step() ? find.blob(0) : QByteArray();
    find.reset();
    const auto key = record::unwrapKey(m_deskKey, owner, wrapped);
    if (key) {
        if (m_keys.size() > remembered)
            m_keys.clear();
        m_keys.insert(owner, *key);
    }
    return key;
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
    m_database.prepared("INSERT INTO sealing_keys VALUES(?,?)")
        .bind(1, owner)
        .bind(2, record::wrapKey(m_deskKey, owner, key, random))
        .run();
    m_keys.insert(owner, key);
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
    const QByteArray sealed = value.toByteArray();
    const auto owner = record::ownerOf(sealed);
    const auto key = owner ? keyOf(*owner) : std::nullopt;
    return key ? record::unseal(*key, field, sealed).value_or(QString()) : QString();
}

void sealPersonal(Event &event, const Id &customer, KeyRing &keys, Random &random)
{
    std::visit(Sealer{customer, keys, random}, event);
}

} // namespace store
