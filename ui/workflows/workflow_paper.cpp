// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflows/workflow_paper.h"

#include "domain/words.h"
#include "items/clock_words.h"

#include <QCoreApplication>

namespace ui::workflows
{

using namespace domain;
using paper::Document;
using paper::FlowChart;
using paper::FlowStation;
using paper::Table;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::workflows)
};

constexpr quint16 everyRole = 0x3ff;
constexpr qsizetype mostNamed = 6;

QString rolesIn(quint16 roles)
{
    return (roles & everyRole) == everyRole ? Words::tr("everybody") : roleWords(roles);
}

int placeOf(const WorkflowSpec &workflow, const char *state)
{
    for (int at = 0; at < int(workflow.states.size()); ++at) {
        if (QLatin1StringView(workflow.states[size_t(at)].code) == QLatin1StringView(state))
            return at;
    }
    return -1;
}

QString fieldsIn(const ActionSpec &action)
{
    QStringList required, oneOf;
    for (const FieldUse &use : action.fields) {
        const QString label = labelOf(*ticketFields().find(use.field));
        if (use.need == Need::Required)
            required << label;
        if (use.need == Need::OneOf)
            oneOf << label;
    }
    QStringList words;
    if (!required.isEmpty())
        words << Words::tr("with %1").arg(required.join(Words::tr(", ")));
    if (oneOf.size() > mostNamed)
        words << Words::tr("with any of %n field(s)", nullptr, int(oneOf.size()));
    else if (!oneOf.isEmpty())
        words << Words::tr("with one of %1").arg(oneOf.join(Words::tr(", ")));
    return words.join(Words::tr(", "));
}

QString clocksIn(const WorkflowSpec &workflow, const ActionSpec &action, const Standards &standards)
{
    const Values kind{{field::Kind, QString::fromLatin1(workflow.kind)}};
    QStringList words;
    for (const char *code : action.stops) {
        const QString clock = QString::fromLatin1(code);
        if (const auto promise = standards.promise(clock, kind, 0))
            words << Words::tr("%1: %2").arg(
                clockWord(clock), items::basisWords(promise->basis, standards));
    }
    return words.join(Words::tr(", "));
}

QString rulesOn(const ActionSpec &action)
{
    QStringList words;
    if (*action.notBy)
        words << Words::tr("by somebody else than \"%1\"")
                     .arg(actionWord(QLatin1StringView(action.notBy)));
    if (action.oncePerRound)
        words << Words::tr("once only");
    if (action.pauses)
        words << Words::tr("the clocks rest");
    return words.join(Words::tr(", "));
}

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

/// Under which condition a branch is taken.
QString conditionOf(const Branch &branch)
{
    const Condition &condition = branch.condition;
    const FieldSpec *spec = condition.field ? ticketFields().find(condition.field) : nullptr;
    switch (condition.test) {
    case Condition::AtMost:
        return Words::tr("%1 at most %2").arg(labelOf(*spec)).arg(condition.atMost);
    case Condition::Equals:
        return Words::tr("if %1").arg(wordFor(spec->list, condition.equals));
    case Condition::IsSet:
        return Words::tr("if %1 is given").arg(labelOf(*spec));
    case Condition::StateIs:
    case Condition::None:
        break;
    }
    return {};
}

void addWays(FlowStation &station, const WorkflowSpec &workflow, const StateSpec &state,
    const ActionSpec &action, const Standards &standards)
{
    const QString details = joined({rolesIn(action.roles), clocksIn(workflow, action, standards),
        fieldsIn(action), rulesOn(action)});
    bool isFirst = true;
    for (const Branch &branch : action.branches) {
        if (branch.condition.test == Condition::StateIs
            && QLatin1StringView(branch.condition.equals) != QLatin1StringView(state.code))
            continue;
        const QString word = actionWord(QLatin1StringView(action.code));
        const QString condition = conditionOf(branch);
        station.ways.append({condition.isEmpty() ? word : Words::tr("%1 (%2)").arg(word, condition),
            *branch.to ? stateWord(QLatin1StringView(branch.to)) : QString(),
            isFirst ? details : QString(), *branch.to ? placeOf(workflow, branch.to) : -1});
        isFirst = false;
        if (branch.condition.test == Condition::StateIs)
            break;
    }
}

FlowChart chartOf(const WorkflowSpec &workflow, const Standards &standards)
{
    FlowChart chart;
    for (const StateSpec &state : workflow.states) {
        FlowStation station{stateWord(QLatin1StringView(state.code)), state.final, {}};
        for (const ActionSpec &action : workflow.actions) {
            const bool starts = std::ranges::any_of(action.from, [&state](const char *from) {
                return QLatin1StringView(from) == QLatin1StringView(state.code);
            });
            if (starts)
                addWays(station, workflow, state, action, standards);
        }
        chart.stations.append(station);
    }
    return chart;
}

/// What may be done wherever the matter stands, in one table.
Table asideOf(const WorkflowSpec &workflow)
{
    Table table;
    table.caption = Words::tr("Possible at any time");
    table.columns = {{Words::tr("What")}, {Words::tr("Who"), paper::Align::Left, 2},
        {Words::tr("What must be filled in"), paper::Align::Left, 2}};
    for (const ActionSpec &action : workflow.actions) {
        if (action.from.empty() && !action.branches.empty())
            table.rows.append({actionWord(QLatin1StringView(action.code)), rolesIn(action.roles),
                joined({fieldsIn(action), rulesOn(action)})});
    }
    return table;
}

} // namespace

Document workflowPaper(const WorkflowSpec &workflow, store::Reader &reader, const Id &printedBy)
{
    Document document;
    const auto companies = reader.findRows(Register::Company, 1);
    if (!companies.isEmpty())
        document.heading.company = companies.first().row.values.text(company::Name);
    document.heading.title =
        Words::tr("How it goes: %1").arg(wordFor(List::Kind, QLatin1StringView(workflow.kind)));
    document.heading.period =
        Words::tr("Version %1")
            .arg(QString::fromLatin1(workflow.code).section(QLatin1Char('/'), 1));
    const auto person = reader.findRow(printedBy);
    document.heading.madeBy = person ? person->row.values.text(staff::Name) : QString();
    document.heading.madeAt = QDateTime::fromMSecsSinceEpoch(reader.now_ms(), reader.zone())
                                  .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    document.blocks.append({chartOf(workflow, reader.standards())});
    document.blocks.append({paper::PageBreak{}});
    document.blocks.append({asideOf(workflow)});
    return document;
}

} // namespace ui::workflows
