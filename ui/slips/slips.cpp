// SPDX-License-Identifier: GPL-3.0-or-later
#include "slips/slips.h"

#include "domain/ticket_code.h"
#include "domain/words.h"
#include "slips/slip_words.h"
#include "tickets/slip_kinds.h"

#include <algorithm>

namespace ui::slips
{

using namespace domain;
using paper::LabelValue;
using paper::Slip;
using paper::SlipRows;

namespace
{

constexpr SlipSpec slips[] = {
    {"receipt", receiptSlip},
    {"order", orderSlip},
    {"visit", visitSlip},
    {"missing", missingSlip},
    {"declined", declinedSlip},
    {"complaint", complaintSlip},
    {"reminder", reminderSlip},
    {"supervised", supervisedSlip},
};

QList<LabelValue> promisesTo(const SlipFacts &facts)
{
    const auto until = [&](const QString &moment) {
        return moment.isEmpty() ? moment : Words::tr("by %1").arg(moment);
    };
    return {{Words::tr("On site"), until(promise(facts, u"arrive"))},
        {Words::tr("Completed"), until(promise(facts, u"complete"))},
        {Words::tr("Answered"), until(promise(facts, u"reply"))}};
}

QString crewOf(const SlipFacts &facts)
{
    return facts.assignee.isEmpty() ? facts.text(field::Unit) : facts.assignee;
}

// What the crew and the member write on site; all of an ordinary order fits on one sheet of A5.
void addOrderForm(Slip &slip)
{
    slip.parts.append(paper::WriteIn{Words::tr("Arrived, finished (date, time)"), 1});
    slip.parts.append(paper::WriteIn{Words::tr("Cause"), 1});
    slip.parts.append(paper::WriteIn{Words::tr("Measures"), 2});
    slip.parts.append(paper::WriteIn{Words::tr("Materials, charge (yuan), receipt number"), 1});
    slip.parts.append(paper::CheckRow{Words::tr("Self-check"),
        {{Words::tr("Fault removed")}, {Words::tr("Safe")}, {Words::tr("Place cleaned")}}});
    slip.parts.append(paper::CheckRow{
        Words::tr("Confirmation"), {{Words::tr("Repaired")}, {Words::tr("Not repaired")}}});
    slip.parts.append(paper::Signatures{
        {Words::tr("Technician"), Words::tr("Grid member"), Words::tr("Customer")}});
}

} // namespace

QString SlipSpec::text() const
{
    const auto kind =
        std::ranges::find_if(tickets::slipKinds(), [this](const tickets::SlipKind &each) {
            return QLatin1StringView(each.name) == QLatin1StringView(name);
        });
    return kind == tickets::slipKinds().end() ? QString::fromLatin1(name) : kind->text();
}

std::span<const SlipSpec> allSlips()
{
    return slips;
}

const SlipSpec *findSlip(QStringView name)
{
    for (const SlipSpec &spec : slips) {
        if (name == QLatin1StringView(spec.name))
            return &spec;
    }
    return nullptr;
}

Slip receiptSlip(const SlipFacts &facts)
{
    Slip slip = slipFor(facts, u"receipt");
    slip.qrContent = TicketCode{slip.number, {}}.text();
    slip.qrCaption = Words::tr("Scan at the counter");
    addRows(slip,
        {{Words::tr("Received"), facts.time(facts.ticket.values.number(field::HappenedAt))},
            {Words::tr("Channel"), facts.channel}},
        2);
    addRows(slip,
        {{Words::tr("Matter"), matterOf(facts)}, {Words::tr("Address"), facts.address},
            {Words::tr("Content"), contentOf(facts)}});
    addRows(slip,
        {{Words::tr("Received by"), facts.receivedBy}, {Words::tr("Grid"), facts.grid},
            {Words::tr("Grid chief"), facts.chief}},
        2);
    slip.parts.append(paper::SlipSection{Words::tr("What we promise")});
    const qsizetype before = slip.parts.size();
    addRows(slip, promisesTo(facts));
    if (slip.parts.size() == before)
        slip.parts.append(
            paper::Terms{Words::tr("You are told the result when the matter is done.")});
    addRows(slip, {{Words::tr("To ask"), howToAsk(facts)}});
    slip.parts.append(
        paper::Terms{Words::tr("Whoever received your matter answers for it until it is solved. "
                               "We call you back when it is done.")});
    slip.parts.append(paper::Signatures{{Words::tr("Received by"), Words::tr("Customer")}});
    return slip;
}

Slip orderSlip(const SlipFacts &facts)
{
    Slip slip = slipFor(facts, u"order");
    slip.qrContent = codeOf(facts.ticket).text();
    slip.qrCaption = Words::tr("Scan to fill in");
    const QString urgency = wordFor(List::Urgency, facts.text(field::Urgency));
    addRows(slip, {{Words::tr("Customer"), facts.customer}, {Words::tr("Phone"), facts.phone}}, 2);
    addRows(slip,
        {{Words::tr("Address"), facts.address}, {Words::tr("Needs"), facts.needs},
            {Words::tr("Matter"), matterOf(facts) + QStringLiteral(" · ") + urgency},
            {Words::tr("Content"), contentOf(facts)},
            {Words::tr("Check on site"), lastText(facts, u"check", field::Remark)},
            {Words::tr("Dispatch note"), lastText(facts, u"dispatch", field::Remark)}});
    addRows(slip,
        {{Words::tr("On site by"), promise(facts, u"arrive")},
            {Words::tr("Complete by"), promise(facts, u"complete")},
            {Words::tr("Crew"), crewOf(facts)},
            {Words::tr("Grid"), (facts.grid + QLatin1Char(' ') + facts.chief).trimmed()}},
        2);
    addOrderForm(slip);
    return slip;
}

Slip visitSlip(const SlipFacts &facts)
{
    Slip slip = slipFor(facts, u"visit");
    slip.qrContent = TicketCode{slip.number, QStringLiteral("visit")}.text();
    slip.qrCaption = Words::tr("Scan to fill in");
    addRows(slip, {{Words::tr("Customer"), facts.customer}, {Words::tr("Phone"), facts.phone}}, 2);
    addRows(slip,
        {{Words::tr("Address"), facts.address}, {Words::tr("Matter"), matterOf(facts)},
            {Words::tr("Content"), contentOf(facts)},
            {Words::tr("Measures"), facts.text(field::Measures)},
            {Words::tr("Reply"), facts.text(field::Reply)}});
    addRows(slip,
        {{Words::tr("Finished"), facts.time(facts.ticket.lastTime_ms(u"finish"))},
            {Words::tr("Crew"), crewOf(facts)}, {Words::tr("Visit by"), promise(facts, u"visit")},
            {Words::tr("Round"), QString::number(facts.ticket.round)}},
        2);
    slip.parts.append(paper::SlipSection{Words::tr("To fill in")});
    for (int attempt = 1; attempt <= 3; ++attempt) {
        slip.parts.append(paper::CheckRow{Words::tr("Call %1").arg(attempt),
            {{wordFor(List::Outcome, u"reached")}, {wordFor(List::Outcome, u"unreached")},
                {Words::tr("Time: ____________")}}});
    }
    paper::CheckRow satisfaction{Words::tr("Satisfaction"), {}};
    for (int answer = 5; answer >= 1; --answer)
        satisfaction.checks.append(
            {QStringLiteral("%1 %2").arg(answer).arg(satisfactionWord(answer))});
    slip.parts.append(satisfaction);
    slip.parts.append(paper::WriteIn{Words::tr("What the customer says"), 2});
    slip.parts.append(paper::Terms{Words::tr("1 and 2 send the repair back for another round.")});
    slip.parts.append(paper::Signatures{{Words::tr("Visited by"), Words::tr("Date")}});
    return slip;
}

} // namespace ui::slips
