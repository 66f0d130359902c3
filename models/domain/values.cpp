// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/values.h"

#include <algorithm>

namespace domain
{

namespace
{
auto position(auto &items, quint8 field)
{
    return std::lower_bound(items.begin(), items.end(), field,
        [](const Values::Item &item, quint8 wanted) { return item.field < wanted; });
}
} // namespace

bool isBlank(const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return true;
    case QMetaType::QString:
        return value.toString().isEmpty();
    case QMetaType::QByteArray:
        return value.toByteArray().isEmpty();
    default:
        return false;
    }
}

Values::Values(std::initializer_list<Item> items)
{
    for (const Item &item : items)
        set(item.field, item.value);
}

const Values::Item *Values::find(quint8 field) const
{
    const auto at = position(m_items, field);
    return at != m_items.end() && at->field == field ? &*at : nullptr;
}

QVariant Values::operator[](quint8 field) const
{
    const Item *item = find(field);
    return item ? item->value : QVariant();
}

void Values::set(quint8 field, const QVariant &value)
{
    if (isBlank(value))
        return remove(field);
    auto at = position(m_items, field);
    if (at != m_items.end() && at->field == field)
        at->value = value;
    else
        m_items.insert(at, Item{field, value});
}

void Values::remove(quint8 field)
{
    const auto at = position(m_items, field);
    if (at != m_items.end() && at->field == field)
        m_items.erase(at);
}

void Values::merge(const Values &others)
{
    for (const Item &item : others)
        set(item.field, item.value);
}

} // namespace domain
