// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "paper/output.h"
#include "paper/pages.h"
#include "workflows/workflow_paper.h"

#include "domain/words.h"

#include <QJsonArray>
#include <QJsonObject>

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

QJsonArray codesOf(const std::vector<const char *> &codes)
{
    QJsonArray array;
    for (const char *code : codes)
        array.append(QString::fromLatin1(code));
    return array;
}

QJsonObject actionJson(const ActionSpec &action)
{
    QJsonArray leadsTo, fields;
    for (const Branch &branch : action.branches) {
        if (*branch.to && !leadsTo.contains(QLatin1StringView(branch.to)))
            leadsTo.append(QLatin1StringView(branch.to));
    }
    for (const FieldUse &use : action.fields) {
        if (use.need == Need::Required)
            fields.append(ticketFields().find(use.field)->name());
    }
    return {{u"action"_s, QLatin1StringView(action.code)}, {u"from"_s, codesOf(action.from)},
        {u"to"_s, leadsTo}, {u"who"_s, roleWords(action.roles)}, {u"required"_s, fields},
        {u"stops"_s, codesOf(action.stops)}};
}

QJsonObject workflowJson(const WorkflowSpec &workflow)
{
    QJsonArray states, actions;
    for (const StateSpec &state : workflow.states)
        states.append(QJsonObject{{u"state"_s, QLatin1StringView(state.code)},
            {u"word"_s, stateWord(QLatin1StringView(state.code))}, {u"final"_s, state.final}});
    for (const ActionSpec &action : workflow.actions)
        actions.append(actionJson(action));
    return {{u"workflow"_s, QLatin1StringView(workflow.code)},
        {u"kind"_s, QLatin1StringView(workflow.kind)}, {u"states"_s, states},
        {u"actions"_s, actions}};
}

} // namespace

int runWorkflow(Session &session, Arguments &arguments)
{
    const QString kind = arguments.word(Words::tr("The kind of matters"));
    const QString pdf = arguments.option(u"--pdf"_s);
    arguments.done();
    if (!isWord(List::Kind, kind))
        wrongUsage(Words::tr("There is no kind \"%1\".").arg(kind));
    const WorkflowSpec &workflow = workflowForKind(kind);
    if (!pdf.isEmpty()) {
        Desk &desk = session.desk();
        const ui::paper::Pages pages =
            ui::paper::layOut(ui::workflows::workflowPaper(workflow, desk.read(), desk.actor()));
        session.checkReading();
        QString error;
        if (!ui::paper::writePdf(pages, pdf, &error))
            throw Exit{3, error};
    }
    session.print(workflowJson(workflow));
    return 0;
}

} // namespace ctl
