// SPDX-License-Identifier: GPL-3.0-or-later
#include "slips/slips.h"

#include "domain/words.h"
#include "slips/slip_words.h"

#include <algorithm>

namespace ui::slips
{

using namespace domain;
using paper::LabelValue;
using paper::Slip;

namespace
{

const Step *lastStep(const SlipFacts &facts, const char *action)
{
    return facts.ticket.latestOf({action});
}

void addApplicant(Slip &slip, const SlipFacts &facts)
{
    addRows(slip,
        {{Words::tr("Applicant"), facts.customer}, {Words::tr("Phone"), facts.phone},
            {Words::tr("Received"), facts.time(facts.ticket.values.number(field::HappenedAt))},
            {Words::tr("Received by"), facts.receivedBy}},
        2);
    addRows(slip,
        {{Words::tr("Address"), facts.address}, {Words::tr("Matter"), matterOf(facts)},
            {Words::tr("Content"), contentOf(facts)}});
}

// One line for each paper, with a box to tick when it is handed in.
void addPapers(Slip &slip, const QString &papers)
{
    paper::CheckRow row{Words::tr("Still needed"), {}};
    for (const QString &paper : papers.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        row.checks.append({paper.trimmed()});
    slip.parts.append(row);
}

// A step in one line: what was done, by whom, with what was said.
QString storyOf(const Step &step, const SlipFacts &facts)
{
    QStringList words{actionWord(step.action), facts.person(step.by)};
    for (quint8 number : {quint8(field::Outcome), quint8(field::Remark), quint8(field::Reason)}) {
        const FieldSpec &spec = *ticketFields().find(number);
        const QString text = step.values.text(number);
        words << (spec.list == List::None ? text : wordFor(spec.list, text));
    }
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}

bool isPlain(const Step &step)
{
    return step.action != u"note" && step.action != u"attach" && step.action != u"correct";
}

} // namespace

Slip missingSlip(const SlipFacts &facts)
{
    Slip slip = slipFor(facts, u"missing");
    addApplicant(slip, facts);
    addRows(slip, {{Words::tr("Papers received"), facts.text(field::Papers)}});
    addPapers(slip, facts.text(field::MissingPapers));
    addRows(slip,
        {{Words::tr("Please hand in by"), promise(facts, u"supplement")},
            {Words::tr("To ask"), howToAsk(facts)}});
    slip.parts.append(paper::Terms{
        Words::tr("This list is complete: nothing else is asked for later. What was handed in is "
                  "kept; you need not bring it again.")});
    slip.parts.append(
        paper::Signatures{{Words::tr("Told by"), Words::tr("Applicant"), Words::tr("Date")}});
    return slip;
}

Slip declinedSlip(const SlipFacts &facts)
{
    Slip slip = slipFor(facts, u"declined");
    addApplicant(slip, facts);
    const Step *step = lastStep(facts, "decline");
    slip.parts.append(paper::SlipSection{Words::tr("Why it can't be accepted")});
    addRows(slip,
        {{Words::tr("Reason"), step ? step->values.text(field::Reason) : QString()},
            {Words::tr("Decided on"), step ? facts.time(step->at_ms) : QString()},
            {Words::tr("Decided by"), step ? facts.person(step->by) : QString()},
            {Words::tr("To ask"), howToAsk(facts)}});
    slip.parts.append(paper::Terms{
        Words::tr("If you don't agree, tell us with this number: your objection is put on record "
                  "and answered.")});
    slip.parts.append(paper::Signatures{{Words::tr("Handled by"), Words::tr("Applicant")}});
    return slip;
}

Slip complaintSlip(const SlipFacts &facts)
{
    Slip slip = slipFor(facts, u"complaint");
    addRows(slip,
        {{Words::tr("Complainant"), facts.customer}, {Words::tr("Phone"), facts.phone},
            {Words::tr("Received"), facts.time(facts.ticket.values.number(field::HappenedAt))},
            {Words::tr("Received by"), facts.receivedBy}},
        2);
    addRows(slip,
        {{Words::tr("Address"), facts.address}, {Words::tr("Matter"), matterOf(facts)},
            {Words::tr("Content"), contentOf(facts)}});
    slip.parts.append(paper::SlipSection{Words::tr("What was found")});
    addRows(slip,
        {{labelOf(*ticketFields().find(field::ComplaintClass)),
             wordFor(List::ComplaintClass, facts.text(field::ComplaintClass))},
            {labelOf(*ticketFields().find(field::Finding)),
                wordFor(List::Finding, facts.text(field::Finding))},
            {labelOf(*ticketFields().find(field::ResponsibleUnit)),
                facts.text(field::ResponsibleUnit)},
            {Words::tr("Answered by"), promise(facts, u"reply")}},
        2);
    addRows(slip,
        {{Words::tr("Cause"), facts.text(field::Cause)},
            {labelOf(*ticketFields().find(field::Solution)), facts.text(field::Solution)},
            {Words::tr("Result"), facts.text(field::Reply)},
            {Words::tr("Satisfaction"),
                facts.ticket.values.has(field::Satisfaction)
                    ? satisfactionWord(int(facts.ticket.values.number(field::Satisfaction)))
                    : QString()}});
    slip.parts.append(paper::SlipSection{Words::tr("How it went")});
    QList<LabelValue> story;
    for (const Step &step : facts.ticket.steps) {
        if (isPlain(step))
            story.append({facts.time(step.at_ms).mid(sizeof "2026-" - 1), storyOf(step, facts)});
    }
    addRows(slip, story);
    slip.parts.append(paper::Signatures{
        {Words::tr("Grid chief"), Words::tr("Responsible department"), Words::tr("Filed by")}});
    return slip;
}

Slip reminderSlip(const SlipFacts &facts)
{
    Slip slip = slipFor(facts, u"reminder");
    const Step *step = lastStep(facts, "remind");
    const qint64 times = std::ranges::count_if(
        facts.ticket.steps, [](const Step &each) { return each.action == u"remind"; });
    const TicketClock *due = facts.ticket.nextDue();
    const QString to = facts.assignee.isEmpty() ? facts.text(field::Unit) : facts.assignee;
    addRows(slip,
        {{Words::tr("To"), to.isEmpty() ? facts.chief : to},
            {Words::tr("Reminder number"), QString::number(times)},
            {Words::tr("Present state"), stateWord(facts.ticket.state)},
            {Words::tr("Due"),
                due ? clockWord(due->clock) + QLatin1Char(' ') + facts.time(due->due_ms)
                    : QString()}},
        2);
    addRows(slip,
        {{Words::tr("Matter"), matterOf(facts)}, {Words::tr("Address"), facts.address},
            {Words::tr("Content"), contentOf(facts)},
            {Words::tr("What is asked"), step ? step->values.text(field::Remark) : QString()}});
    addRows(slip,
        {{Words::tr("Reminded by"), step ? facts.person(step->by) : QString()},
            {Words::tr("Reminded on"), step ? facts.time(step->at_ms) : QString()}},
        2);
    slip.parts.append(paper::WriteIn{Words::tr("Answer: how far it is, when it will be done"), 3});
    slip.parts.append(paper::Signatures{
        {Words::tr("Signed for by"), Words::tr("Handled by"), Words::tr("Date")}});
    return slip;
}

Slip supervisedSlip(const SlipFacts &facts)
{
    Slip slip = slipFor(facts, u"supervised");
    const Step *step = lastStep(facts, "instruct");
    const Step *answer = lastStep(facts, "report_back");
    const bool isAnswered = step && answer && answer->at_ms >= step->at_ms;
    addRows(slip,
        {{Words::tr("Instructed by"), step ? facts.person(step->by) : QString()},
            {Words::tr("Instructed on"), step ? facts.time(step->at_ms) : QString()},
            {Words::tr("Owner"),
                step ? facts.person(step->values[field::HandTo].value<Id>()) : QString()},
            {Words::tr("Answer by"), promise(facts, u"instruction")}},
        2);
    addRows(slip,
        {{Words::tr("Instruction"), step ? step->values.text(field::Instruction) : QString()},
            {Words::tr("Matter"), matterOf(facts)}, {Words::tr("Address"), facts.address},
            {Words::tr("Content"), contentOf(facts)},
            {Words::tr("Present state"), stateWord(facts.ticket.state)}});
    if (isAnswered)
        addRows(slip,
            {{Words::tr("Answer"), answer->values.text(field::Remark)},
                {Words::tr("Answered on"), facts.time(answer->at_ms)}});
    else
        slip.parts.append(paper::WriteIn{Words::tr("Answer"), 4});
    slip.parts.append(
        paper::Signatures{{Words::tr("Owner"), Words::tr("Supervisor"), Words::tr("Manager")}});
    return slip;
}

} // namespace ui::slips
