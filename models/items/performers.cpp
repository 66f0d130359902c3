// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/performers.h"

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

struct RoleBit {
    const char *code;
    quint16 bit;
};
constexpr RoleBit roleBits[] = {{"clerk", Clerk}, {"chief", Chief}, {"member", Member},
    {"technician", Technician}, {"leader", Leader}, {"head", Handler}, {"handler", Handler},
    {"supervisor", Supervisor}, {"manager", Manager}};

/// What anybody may do, even who has no role of the trade.
constexpr quint16 everyone = 0xffff;

int rank(quint16 roles, const Id &grid, const RegisterRow &person)
{
    if (!isUsualFor(roles, person))
        return 2;
    return !grid.isNull() && person.values[staff::Grid].value<Id>() == grid ? 0 : 1;
}

} // namespace

quint16 roleBit(QStringView role)
{
    for (const RoleBit &known : roleBits) {
        if (role == QLatin1StringView(known.code))
            return known.bit;
    }
    return 0;
}

bool isUsualFor(quint16 roles, const RegisterRow &person)
{
    return roles == everyone || (roles & roleBit(person.values.text(staff::Role)));
}

QVector<RegisterRow> proposePerformers(quint16 roles, const Id &grid, QVector<RegisterRow> people)
{
    std::ranges::stable_sort(people, [&](const RegisterRow &one, const RegisterRow &other) {
        return rank(roles, grid, one) < rank(roles, grid, other);
    });
    return people;
}

} // namespace items
