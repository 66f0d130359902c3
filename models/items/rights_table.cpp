// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/rights_table.h"

#include "domain/rights.h"
#include "domain/words.h"
#include "domain/workflow.h"

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

/// A step that several kinds of tickets know, with the same roles, is one row.
void addStep(QVector<RightsRow> &rows, const ActionSpec &action, const QString &kind)
{
    RightsRow row{
        RightsRow::Steps, kind, actionWord(action.code), quint16(action.roles | Administrator)};
    row.typists = action.typists & ~row.roles;
    const auto known = std::ranges::find_if(rows, [&row](const RightsRow &other) {
        return other.group == row.group && other.deed == row.deed && other.roles == row.roles
            && other.typists == row.typists;
    });
    if (known == rows.end())
        rows.append(row);
    else
        known->kinds += u'/' + kind;
}

} // namespace

QVector<RightsRow> rightsTable()
{
    QVector<RightsRow> rows;
    for (const RightSpec &right : allRights())
        rows.append({RightsRow::Rights, {}, right.titleText(), right.roles});
    for (const Word &kind : wordsOf(List::Kind)) {
        for (const ActionSpec &action : workflowForKind(kind.code).actions)
            addStep(rows, action, kind.text());
    }
    for (const RegisterSpec &spec : allRegisters())
        rows.append({RightsRow::Registers, {}, spec.titleText(), spec.keepers});
    return rows;
}

} // namespace items
