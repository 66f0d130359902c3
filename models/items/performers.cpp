// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/performers.h"

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

int rank(quint16 roles, const Id &grid, const RegisterRow &person)
{
    if (!isUsualFor(roles, person))
        return 2;
    return !grid.isNull() && person.values[staff::Grid].value<Id>() == grid ? 0 : 1;
}

} // namespace

bool isUsualFor(quint16 roles, const RegisterRow &person)
{
    return roles == anyRole || (roles & roleOf(person.values.text(staff::Role)));
}

QVector<RegisterRow> proposePerformers(quint16 roles, const Id &grid, QVector<RegisterRow> people)
{
    std::ranges::stable_sort(people, [&](const RegisterRow &one, const RegisterRow &other) {
        return rank(roles, grid, one) < rank(roles, grid, other);
    });
    return people;
}

} // namespace items
