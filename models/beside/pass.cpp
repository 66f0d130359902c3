// SPDX-License-Identifier: GPL-3.0-or-later
#include "beside/pass.h"

#include "domain/shape_code.h"

namespace beside
{

using domain::Id;
using domain::Values;

namespace
{

struct NamedId {
    quint8 field = 0;
    Id id;
};

template <Is<NamedId> Thing> auto members(Thing &named)
{
    return std::tie(named.field, named.id);
}

} // namespace

// An id among the values would come back as bytes where nobody knows the table of fields, so ids go beside the others.
void Giver::one(const Values &values)
{
    Values plain;
    QList<NamedId> ids;
    for (const auto &[field, value] : values) {
        if (value.typeId() == qMetaTypeId<Id>())
            ids.append({field, value.value<Id>()});
        else
            plain.set(field, value);
    }
    m_out.array(2);
    m_out.values(plain);
    one(ids);
    m_out.endArray();
}

void Receiver::one(Values &values)
{
    begin(2);
    values = m_in.values(nullptr);
    QList<NamedId> ids;
    one(ids);
    for (const NamedId &named : ids)
        values.set(named.field, QVariant::fromValue(named.id));
    m_in.endArray();
}

void Giver::one(const domain::Shape &shape)
{
    m_out.bytes(domain::codeOf(shape));
}

void Receiver::one(domain::Shape &shape)
{
    if (auto read = domain::shapeOf(m_in.bytes()))
        shape = std::move(*read);
    else
        m_in.fail();
}

void Receiver::one(domain::Register &reg)
{
    const qint64 number = m_in.number();
    if (domain::findRegister(number))
        reg = domain::Register(number);
    else
        m_in.fail();
}

} // namespace beside
