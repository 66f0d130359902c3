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

/// The workflows in the order of the kinds that follow them, each with its kinds in words.
QVector<std::pair<const WorkflowSpec *, QStringList>> workflows()
{
    QVector<std::pair<const WorkflowSpec *, QStringList>> all;
    for (const Word &kind : wordsOf(List::Kind)) {
        const WorkflowSpec *workflow = &workflowForKind(kind.code);
        auto known = std::ranges::find(all, workflow, [](const auto &each) { return each.first; });
        if (known == all.end()) {
            all.append(std::pair(workflow, QStringList()));
            known = all.end() - 1;
        }
        known->second << kind.text();
    }
    return all;
}

} // namespace

QVector<RightsRow> rightsTable()
{
    QVector<RightsRow> rows;
    for (const RightSpec &right : allRights())
        rows.append({RightsRow::Rights, {}, right.titleText(), right.roles});
    for (const auto &[workflow, kinds] : workflows()) {
        for (const ActionSpec &action : workflow->actions) {
            const quint16 roles = action.roles | Administrator;
            rows.append({RightsRow::Steps, kinds.join(u'/'), actionWord(action.code), roles,
                quint16(action.typists & ~roles)});
        }
    }
    for (const RegisterSpec &spec : allRegisters())
        rows.append({RightsRow::Registers, {}, spec.titleText(), spec.keepers});
    return rows;
}

} // namespace items
