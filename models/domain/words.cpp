// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace domain
{

namespace
{
// clang-format off
constexpr Word kinds[] = {
    {"repair", QT_TRANSLATE_NOOP("words", "Repair")}, {"complaint", QT_TRANSLATE_NOOP("words", "Complaint")}, {"enquiry", QT_TRANSLATE_NOOP("words", "Enquiry")},
    {"application", QT_TRANSLATE_NOOP("words", "Application")}, {"suggestion", QT_TRANSLATE_NOOP("words", "Suggestion")}, {"praise", QT_TRANSLATE_NOOP("words", "Praise")}};
constexpr Word lines[] = {
    {"water", QT_TRANSLATE_NOOP("words", "Water")}, {"power", QT_TRANSLATE_NOOP("words", "Power")}, {"heat", QT_TRANSLATE_NOOP("words", "Heat")},
    {"gas", QT_TRANSLATE_NOOP("words", "Gas")}, {"property", QT_TRANSLATE_NOOP("words", "Property")}, {"other", QT_TRANSLATE_NOOP("words", "Other")}};
constexpr Word urgencies[] = {
    {"normal", QT_TRANSLATE_NOOP("words", "Normal")}, {"urgent", QT_TRANSLATE_NOOP("words", "Urgent")}, {"emergency", QT_TRANSLATE_NOOP("words", "Emergency")}};
constexpr Word askers[] = {
    {"customer", QT_TRANSLATE_NOOP("words", "Customer")}, {"employee", QT_TRANSLATE_NOOP("words", "Employee")}, {"partner", QT_TRANSLATE_NOOP("words", "Partner")}};
constexpr Word outcomes[] = {
    {"reached", QT_TRANSLATE_NOOP("words", "Reached")}, {"unreached", QT_TRANSLATE_NOOP("words", "Not reached")}};
constexpr Word roles[] = {
    {"clerk", QT_TRANSLATE_NOOP("words", "Clerk")}, {"chief", QT_TRANSLATE_NOOP("words", "Grid chief")}, {"member", QT_TRANSLATE_NOOP("words", "Grid member")},
    {"technician", QT_TRANSLATE_NOOP("words", "Technician")}, {"leader", QT_TRANSLATE_NOOP("words", "Team leader")}, {"head", QT_TRANSLATE_NOOP("words", "Department head")},
    {"handler", QT_TRANSLATE_NOOP("words", "Department handler")}, {"supervisor", QT_TRANSLATE_NOOP("words", "Quality supervisor")},
    {"manager", QT_TRANSLATE_NOOP("words", "Manager")}, {"administrator", QT_TRANSLATE_NOOP("words", "Administrator")}};
constexpr Word purposes[] = {
    {"work", QT_TRANSLATE_NOOP("words", "Work on a ticket")}, {"caller", QT_TRANSLATE_NOOP("words", "The caller's own file")},
    {"file", QT_TRANSLATE_NOOP("words", "Customer file opened")}, {"reveal", QT_TRANSLATE_NOOP("words", "Shown for a reason")},
    {"slip", QT_TRANSLATE_NOOP("words", "Printed on a slip")}, {"export", QT_TRANSLATE_NOOP("words", "Handed out")}};
constexpr Word bases[] = {
    {"request", QT_TRANSLATE_NOOP("words", "The person asks for it")}, {"retention", QT_TRANSLATE_NOOP("words", "Kept long enough")}};
constexpr Word customerKinds[] = {
    {"person", QT_TRANSLATE_NOOP("words", "Person")}, {"firm", QT_TRANSLATE_NOOP("words", "Firm")}};
constexpr Word customerGroups[] = {
    {"medical_power", QT_TRANSLATE_NOOP("words", "Medical equipment on mains")}, {"elderly_alone", QT_TRANSLATE_NOOP("words", "Elderly, lives alone")},
    {"key_user", QT_TRANSLATE_NOOP("words", "Key user")}, {"disabled", QT_TRANSLATE_NOOP("words", "Disabled")},
    {"low_income", QT_TRANSLATE_NOOP("words", "Minimal living allowance")}, {"infant", QT_TRANSLATE_NOOP("words", "Infant in the house")},
    {"veteran", QT_TRANSLATE_NOOP("words", "Veteran or martyr's family")}};
constexpr Word contactWays[] = {
    {"phone", QT_TRANSLATE_NOOP("words", "By phone")}, {"text", QT_TRANSLATE_NOOP("words", "By text message")}, {"wechat", QT_TRANSLATE_NOOP("words", "By WeChat")},
    {"visit", QT_TRANSLATE_NOOP("words", "In person")}, {"never", QT_TRANSLATE_NOOP("words", "Doesn't want calls")}};
constexpr Word premisesKinds[] = {
    {"home", QT_TRANSLATE_NOOP("words", "Home")}, {"shop", QT_TRANSLATE_NOOP("words", "Shop")}, {"office", QT_TRANSLATE_NOOP("words", "Office")},
    {"factory", QT_TRANSLATE_NOOP("words", "Factory")}, {"public", QT_TRANSLATE_NOOP("words", "Public building")}, {"vacant", QT_TRANSLATE_NOOP("words", "Vacant")},
    {"other", QT_TRANSLATE_NOOP("words", "Other")}};
constexpr Word conditions[] = {
    {"in_use", QT_TRANSLATE_NOOP("words", "In use")}, {"spare", QT_TRANSLATE_NOOP("words", "Spare")}, {"under_repair", QT_TRANSLATE_NOOP("words", "Being repaired")},
    {"stopped", QT_TRANSLATE_NOOP("words", "Out of use")}, {"scrapped", QT_TRANSLATE_NOOP("words", "Scrapped")}};
constexpr Word states[] = {
    {"received", QT_TRANSLATE_NOOP("words", "Received")}, {"with_chief", QT_TRANSLATE_NOOP("words", "With the grid chief")},
    {"checked", QT_TRANSLATE_NOOP("words", "Checked on site")}, {"with_team", QT_TRANSLATE_NOOP("words", "With the team")},
    {"arrived", QT_TRANSLATE_NOOP("words", "Under repair")}, {"repaired", QT_TRANSLATE_NOOP("words", "Repaired, to be confirmed")},
    {"confirmed", QT_TRANSLATE_NOOP("words", "Confirmed, to be filed")}, {"to_visit", QT_TRANSLATE_NOOP("words", "To visit")},
    {"closed", QT_TRANSLATE_NOOP("words", "Closed")}, {"cancelled", QT_TRANSLATE_NOOP("words", "Cancelled")},
    {"answered", QT_TRANSLATE_NOOP("words", "Answer found, to be told")}, {"contacted", QT_TRANSLATE_NOOP("words", "Customer contacted")},
    {"investigated", QT_TRANSLATE_NOOP("words", "Investigated")}, {"solving", QT_TRANSLATE_NOOP("words", "Being put right")},
    {"to_review", QT_TRANSLATE_NOOP("words", "To be reviewed")}, {"waiting", QT_TRANSLATE_NOOP("words", "Waiting for papers")}, {"accepted", QT_TRANSLATE_NOOP("words", "Admitted")},
    {"with_department", QT_TRANSLATE_NOOP("words", "With the department")}, {"handling", QT_TRANSLATE_NOOP("words", "Being handled")},
    {"decided", QT_TRANSLATE_NOOP("words", "Decided, to be told")}, {"told", QT_TRANSLATE_NOOP("words", "Customer told")},
    {"objected", QT_TRANSLATE_NOOP("words", "Objection raised")}, {"declined", QT_TRANSLATE_NOOP("words", "Not accepted")},
    {"joined", QT_TRANSLATE_NOOP("words", "Waits with another")}};
constexpr Word actions[] = {
    {"open", QT_TRANSLATE_NOOP("words", "Take in")}, {"accept", QT_TRANSLATE_NOOP("words", "Accept")}, {"check", QT_TRANSLATE_NOOP("words", "Check on site")},
    {"dispatch", QT_TRANSLATE_NOOP("words", "Dispatch")}, {"arrive", QT_TRANSLATE_NOOP("words", "Arrive on site")},
    {"finish", QT_TRANSLATE_NOOP("words", "Finish and self-check")}, {"confirm", QT_TRANSLATE_NOOP("words", "Confirm on site")},
    {"file", QT_TRANSLATE_NOOP("words", "File")}, {"visit", QT_TRANSLATE_NOOP("words", "Return visit")}, {"approve", QT_TRANSLATE_NOOP("words", "Approve closing unvisited")},
    {"cancel", QT_TRANSLATE_NOOP("words", "Cancel")}, {"note", QT_TRANSLATE_NOOP("words", "Add a note")}, {"contact", QT_TRANSLATE_NOOP("words", "Record a contact")},
    {"attach", QT_TRANSLATE_NOOP("words", "Attach a file")}, {"correct", QT_TRANSLATE_NOOP("words", "Correct a field")},
    {"answer", QT_TRANSLATE_NOOP("words", "Answer")}, {"close", QT_TRANSLATE_NOOP("words", "Close")}, {"reach", QT_TRANSLATE_NOOP("words", "First contact")},
    {"investigate", QT_TRANSLATE_NOOP("words", "Investigate")}, {"solve", QT_TRANSLATE_NOOP("words", "Set the solution")},
    {"report", QT_TRANSLATE_NOOP("words", "Report progress")}, {"evaluate", QT_TRANSLATE_NOOP("words", "Evaluate the result")},
    {"admit", QT_TRANSLATE_NOOP("words", "Admit")}, {"ask_papers", QT_TRANSLATE_NOOP("words", "Tell what is missing")},
    {"admit_short", QT_TRANSLATE_NOOP("words", "Admit, papers to follow")}, {"supplement", QT_TRANSLATE_NOOP("words", "Papers came in")},
    {"decline", QT_TRANSLATE_NOOP("words", "Don't accept")}, {"pass_on", QT_TRANSLATE_NOOP("words", "Pass on")},
    {"name", QT_TRANSLATE_NOOP("words", "Name the handler")}, {"settle", QT_TRANSLATE_NOOP("words", "Decide")},
    {"ask_more", QT_TRANSLATE_NOOP("words", "Ask for more papers")}, {"tell", QT_TRANSLATE_NOOP("words", "Tell the customer")},
    {"object", QT_TRANSLATE_NOOP("words", "Objection")}, {"explain", QT_TRANSLATE_NOOP("words", "Explain")}, {"redo", QT_TRANSLATE_NOOP("words", "Correct the decision")},
    {"send_back", QT_TRANSLATE_NOOP("words", "Send back")}, {"promise", QT_TRANSLATE_NOOP("words", "Promise an answer")},
    {"draft", QT_TRANSLATE_NOOP("words", "Hand in the answer")}, {"adopt", QT_TRANSLATE_NOOP("words", "Adopt")}, {"shelve", QT_TRANSLATE_NOOP("words", "Don't adopt")},
    {"pass_praise", QT_TRANSLATE_NOOP("words", "Pass the praise on")}, {"hand_over", QT_TRANSLATE_NOOP("words", "Hand over")},
    {"take_over", QT_TRANSLATE_NOOP("words", "Take over")}, {"refuse_over", QT_TRANSLATE_NOOP("words", "Refuse to take over")},
    {"take_back", QT_TRANSLATE_NOOP("words", "Take back")}, {"suspend", QT_TRANSLATE_NOOP("words", "Suspend the clocks")},
    {"resume", QT_TRANSLATE_NOOP("words", "Resume the clocks")}, {"ask_extension", QT_TRANSLATE_NOOP("words", "Ask for more time")},
    {"grant_extension", QT_TRANSLATE_NOOP("words", "Grant more time")}, {"deny_extension", QT_TRANSLATE_NOOP("words", "Refuse more time")},
    {"remind", QT_TRANSLATE_NOOP("words", "Remind")}, {"consult", QT_TRANSLATE_NOOP("words", "Consultation")},
    {"escalate", QT_TRANSLATE_NOOP("words", "Report as major")}, {"follow_up", QT_TRANSLATE_NOOP("words", "Follow up")},
    {"instruct", QT_TRANSLATE_NOOP("words", "Instruct")}, {"report_back", QT_TRANSLATE_NOOP("words", "Answer the instruction")},
    {"join", QT_TRANSLATE_NOOP("words", "Join to another")}, {"part", QT_TRANSLATE_NOOP("words", "Separate again")},
    {"call_back", QT_TRANSLATE_NOOP("words", "Call back")},
    {"notify", QT_TRANSLATE_NOOP("words", "Tell by phone or message")}, {"acknowledge", QT_TRANSLATE_NOOP("words", "It was heard")},
    {"reckon", QT_TRANSLATE_NOOP("words", "Reckon the promises anew")}};
constexpr Word clocks[] = {
    {"accept", QT_TRANSLATE_NOOP("words", "accept")}, {"review", QT_TRANSLATE_NOOP("words", "review")}, {"contact", QT_TRANSLATE_NOOP("words", "first contact")},
    {"supplement", QT_TRANSLATE_NOOP("words", "papers to follow")}, {"arrive", QT_TRANSLATE_NOOP("words", "arrive")},
    {"complete", QT_TRANSLATE_NOOP("words", "complete")}, {"reply", QT_TRANSLATE_NOOP("words", "reply")}, {"visit", QT_TRANSLATE_NOOP("words", "visit")},
    {"handover", QT_TRANSLATE_NOOP("words", "handover")}, {"followup", QT_TRANSLATE_NOOP("words", "follow-up")},
    {"instruction", QT_TRANSLATE_NOOP("words", "instruction")}};
constexpr Word keyScopes[] = {
    {"company", QT_TRANSLATE_NOOP("words", "All customers")}, {"grids", QT_TRANSLATE_NOOP("words", "Customers of its grids")}, {"none", QT_TRANSLATE_NOOP("words", "No customers")}};
constexpr Word stockMoves[] = {
    {"received", QT_TRANSLATE_NOOP("words", "Came in")}, {"issued", QT_TRANSLATE_NOOP("words", "Taken out")},
    {"returned", QT_TRANSLATE_NOOP("words", "Given back")}, {"counted", QT_TRANSLATE_NOOP("words", "Counted")}};
constexpr Word dayKinds[] = {
    {"off", QT_TRANSLATE_NOOP("words", "Day off")}, {"work", QT_TRANSLATE_NOOP("words", "Workday")}};
constexpr Word complaintClasses[] = {
    {"attitude", QT_TRANSLATE_NOOP("words", "Manner of service")}, {"quality", QT_TRANSLATE_NOOP("words", "Quality of work")},
    {"delay", QT_TRANSLATE_NOOP("words", "Delay")}, {"charges", QT_TRANSLATE_NOOP("words", "Charges")},
    {"supply", QT_TRANSLATE_NOOP("words", "Supply itself")}, {"conduct", QT_TRANSLATE_NOOP("words", "Breach of discipline")},
    {"other", QT_TRANSLATE_NOOP("words", "Other")}};
constexpr Word findings[] = {
    {"upheld", QT_TRANSLATE_NOOP("words", "Upheld")}, {"partly", QT_TRANSLATE_NOOP("words", "Partly upheld")}, {"unfounded", QT_TRANSLATE_NOOP("words", "Unfounded")}};
constexpr Word decisions[] = {
    {"granted", QT_TRANSLATE_NOOP("words", "Granted")}, {"denied", QT_TRANSLATE_NOOP("words", "Denied")}};
constexpr Word severities[] = {
    {"general", QT_TRANSLATE_NOOP("words", "General")}, {"major", QT_TRANSLATE_NOOP("words", "Major")}};
constexpr Word toldBy[] = {
    {"phone", QT_TRANSLATE_NOOP("words", "By phone")}, {"text", QT_TRANSLATE_NOOP("words", "By text message")},
    {"together", QT_TRANSLATE_NOOP("words", "With another call of the same person")}, {"nobody", QT_TRANSLATE_NOOP("words", "Nobody to tell")},
    {"unreached", QT_TRANSLATE_NOOP("words", "Not reached")}};
constexpr Word escalateTo[] = {
    {"responsible", QT_TRANSLATE_NOOP("words", "Who answers for it")}, {"assignee", QT_TRANSLATE_NOOP("words", "Whom it is assigned to")},
    {"leader", QT_TRANSLATE_NOOP("words", "Team leader or department head")}, {"chief", QT_TRANSLATE_NOOP("words", "Grid chief")},
    {"supervisor", QT_TRANSLATE_NOOP("words", "Quality supervisor")}, {"superior", QT_TRANSLATE_NOOP("words", "Superiors")},
    {"duty", QT_TRANSLATE_NOOP("words", "Whoever is on duty")}};
constexpr Word leaveKinds[] = {
    {"annual", QT_TRANSLATE_NOOP("words", "Annual leave")}, {"sick", QT_TRANSLATE_NOOP("words", "Sick leave")}, {"personal", QT_TRANSLATE_NOOP("words", "Personal leave")},
    {"in_lieu", QT_TRANSLATE_NOOP("words", "Time off in lieu")}, {"family", QT_TRANSLATE_NOOP("words", "Family leave")},
    {"training", QT_TRANSLATE_NOOP("words", "Training")}, {"other", QT_TRANSLATE_NOOP("words", "Other")}};
constexpr Word shiftKinds[] = {
    {"work", QT_TRANSLATE_NOOP("words", "At work")}, {"duty", QT_TRANSLATE_NOOP("words", "On duty")},
    {"standby", QT_TRANSLATE_NOOP("words", "On standby")}, {"rest", QT_TRANSLATE_NOOP("words", "Off")}};
constexpr Word causeClasses[] = {
    {"people", QT_TRANSLATE_NOOP("words", "Manner or carelessness")}, {"skill", QT_TRANSLATE_NOOP("words", "Skill or training")},
    {"process", QT_TRANSLATE_NOOP("words", "Procedure or handing over")}, {"information", QT_TRANSLATE_NOOP("words", "Wrong or missing information")},
    {"equipment", QT_TRANSLATE_NOOP("words", "Pipes, lines or equipment")}, {"material", QT_TRANSLATE_NOOP("words", "Materials or spare parts")},
    {"staffing", QT_TRANSLATE_NOOP("words", "Too few people or no time")}, {"policy", QT_TRANSLATE_NOOP("words", "Rules or prices")},
    {"outside", QT_TRANSLATE_NOOP("words", "Outside the company")}, {"other", QT_TRANSLATE_NOOP("words", "Other")}};
constexpr Word dutyKinds[] = {
    {"call", QT_TRANSLATE_NOOP("words", "Call")}, {"missed_call", QT_TRANSLATE_NOOP("words", "Missed call")}, {"alarm", QT_TRANSLATE_NOOP("words", "Alarm or disturbance")},
    {"instruction", QT_TRANSLATE_NOOP("words", "Instruction from above")}, {"round", QT_TRANSLATE_NOOP("words", "Round or reading")},
    {"visitor", QT_TRANSLATE_NOOP("words", "Visitor")}, {"other", QT_TRANSLATE_NOOP("words", "Other")}};
constexpr Word satisfactions[] = {
    {"5", QT_TRANSLATE_NOOP("words", "Very satisfied")}, {"4", QT_TRANSLATE_NOOP("words", "Satisfied")}, {"3", QT_TRANSLATE_NOOP("words", "Fairly satisfied")},
    {"2", QT_TRANSLATE_NOOP("words", "Dissatisfied")}, {"1", QT_TRANSLATE_NOOP("words", "Very dissatisfied")}};
// clang-format on

struct Called {
    const char *code;
    const char16_t *word;
};
/// What companies' lists call the groups, whatever language the window speaks.
constexpr Called groupsCalled[] = {{"medical_power", u"用电医疗设备"},
    {"medical_power", u"医疗设备"}, {"medical_power", u"家用呼吸机"},
    {"elderly_alone", u"独居老人"}, {"elderly_alone", u"空巢老人"}, {"elderly_alone", u"孤寡老人"},
    {"key_user", u"重点用户"}, {"key_user", u"重要用户"}, {"disabled", u"残疾人"},
    {"disabled", u"残疾"}, {"low_income", u"低保户"}, {"low_income", u"低保"},
    {"low_income", u"特困户"}, {"infant", u"婴幼儿"}, {"veteran", u"退役军人"},
    {"veteran", u"军烈属"}, {"veteran", u"烈属"}};

/// The code that one of several stands for; empty for a word of one's own.
QString codeOf(List list, const QString &given)
{
    for (const Word &word : wordsOf(list)) {
        if (given == QLatin1StringView(word.code) || given == word.text())
            return QString::fromLatin1(word.code);
    }
    for (const Called &called : groupsCalled) {
        if (list == List::CustomerGroup && given == QStringView(called.word))
            return QString::fromLatin1(called.code);
    }
    return {};
}

QString wordIn(std::span<const Word> words, QAnyStringView code)
{
    for (const Word &word : words) {
        if (code == QLatin1StringView(word.code))
            return word.text();
    }
    return code.toString();
}
} // namespace

QString Word::text() const
{
    return QCoreApplication::translate("words", word);
}

std::span<const Word> wordsOf(List list)
{
    switch (list) {
    case List::Kind:
        return kinds;
    case List::Line:
        return lines;
    case List::Urgency:
        return urgencies;
    case List::Asker:
        return askers;
    case List::Outcome:
        return outcomes;
    case List::Role:
        return roles;
    case List::Purpose:
        return purposes;
    case List::Basis:
        return bases;
    case List::CustomerKind:
        return customerKinds;
    case List::CustomerGroup:
        return customerGroups;
    case List::ContactWay:
        return contactWays;
    case List::PremisesKind:
        return premisesKinds;
    case List::Condition:
        return conditions;
    case List::KeyScope:
        return keyScopes;
    case List::StockMove:
        return stockMoves;
    case List::DayKind:
        return dayKinds;
    case List::ComplaintClass:
        return complaintClasses;
    case List::Finding:
        return findings;
    case List::Decision:
        return decisions;
    case List::Severity:
        return severities;
    case List::ToldBy:
        return toldBy;
    case List::EscalateTo:
        return escalateTo;
    case List::LeaveKind:
        return leaveKinds;
    case List::ShiftKind:
        return shiftKinds;
    case List::CauseClass:
        return causeClasses;
    case List::DutyKind:
        return dutyKinds;
    case List::None:
        break;
    }
    return {};
}

QString wordFor(List list, QAnyStringView code)
{
    return wordIn(wordsOf(list), code);
}

QStringList severalOf(QStringView text)
{
    static const QRegularExpression between(QStringLiteral("[,，、;；]"));
    QStringList parts;
    for (const QString &part : text.toString().split(between)) {
        if (const QString one = part.trimmed(); !one.isEmpty() && !parts.contains(one))
            parts << one;
    }
    return parts;
}

QString severalTogether(List list, const QStringList &given)
{
    QStringList found, own, listed;
    for (const QString &one : given) {
        const QString code = codeOf(list, one);
        (code.isEmpty() ? own : found) << (code.isEmpty() ? one : code);
    }
    for (const Word &word : wordsOf(list)) {
        if (found.contains(QLatin1StringView(word.code)))
            listed << QString::fromLatin1(word.code);
    }
    own.removeDuplicates();
    return (listed + own).join(QLatin1Char(','));
}

QStringList wordsFor(List list, QStringView text)
{
    QStringList words = severalOf(text);
    for (QString &word : words)
        word = wordFor(list, word);
    return words;
}

bool isWord(List list, QAnyStringView code)
{
    for (const Word &word : wordsOf(list)) {
        if (code == QLatin1StringView(word.code))
            return true;
    }
    return false;
}

QString stateWord(QAnyStringView state)
{
    return wordIn(states, state);
}

QString actionWord(QAnyStringView action)
{
    return wordIn(actions, action);
}

QString clockWord(QAnyStringView clock)
{
    return wordIn(clocks, clock);
}

QStringList allClocks()
{
    QStringList codes;
    for (const Word &clock : clocks)
        codes << QString::fromLatin1(clock.code);
    return codes;
}

QString satisfactionWord(int satisfaction)
{
    return wordIn(satisfactions, QString::number(satisfaction));
}

} // namespace domain
