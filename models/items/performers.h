// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"
#include "domain/workflow.h"

#include <QVector>

namespace items
{

/// Whether this person has one of the roles; what all roles may do is everybody's.
bool isUsualFor(quint16 roles, const domain::RegisterRow &person);

/// The staff in the order in which they are proposed for an action of these roles: who has one of them and
/// belongs to the grid, then the others who have one, then everybody else.
QVector<domain::RegisterRow> proposePerformers(
    quint16 roles, const domain::Id &grid, QVector<domain::RegisterRow> staff);

} // namespace items
