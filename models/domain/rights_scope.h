// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rights.h"

namespace domain
{

/// How far a grant has to reach: where a ticket or a row lies, and with whom. Shared by what judges.

/// Without a place every grant does.
struct Scope {
    bool isAnywhere = false; ///< any grant will do
    bool isCompany = false; ///< only one for the whole company will do
    Id grid;
    QString unit;
    QVector<Id> people; ///< whom the matter has been given to: they keep it, wherever it lies

    bool isReachedBy(const Grant &grant) const
    {
        return isAnywhere || grant.isCompanyWide()
            || (!isCompany
                && ((!grant.grid.isNull() && grant.grid == grid)
                    || (!grant.unit.isEmpty() && grant.unit == unit)
                    || people.contains(grant.person)));
    }
};

inline const Scope anywhere{.isAnywhere = true};

/// Who took a matter in, has it, answers for it, or is to take it over.
QVector<Id> peopleOf(const Values &ticket);
Scope scopeOf(const Values &ticket);
/// A row lies in the grid that it names. Rows about customers lie wherever the customer asks; those that
/// the company runs by take a grant for all of it.
Scope scopeOf(const RegisterSpec &spec, const Values &row);
bool liesInGrid(Register reg);

/// Whether the actor has one of the roles as far as the scope wants it; before the first grant everybody has.
bool has(quint16 roles, const Scope &scope, const Actor &actor, const Grants &grants);
/// Whom a matter was given to, or who took it in, works on it, in whatever role.
bool worksOn(const Values &ticket, const Actor &actor, const Grants &grants);

} // namespace domain
