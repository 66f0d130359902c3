// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/words.h"

#include <QCoreApplication>

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
constexpr Word conditions[] = {
    {"in_use", QT_TRANSLATE_NOOP("words", "In use")}, {"spare", QT_TRANSLATE_NOOP("words", "Spare")}, {"under_repair", QT_TRANSLATE_NOOP("words", "Being repaired")},
    {"stopped", QT_TRANSLATE_NOOP("words", "Out of use")}, {"scrapped", QT_TRANSLATE_NOOP("words", "Scrapped")}};
constexpr Word states[] = {
    {"received", QT_TRANSLATE_NOOP("words", "Received")}, {"with_chief", QT_TRANSLATE_NOOP("words", "With the grid chief")},
    {"checked", QT_TRANSLATE_NOOP("words", "Checked on site")}, {"with_team", QT_TRANSLATE_NOOP("words", "With the team")},
    {"arrived", QT_TRANSLATE_NOOP("words", "Under repair")}, {"repaired", QT_TRANSLATE_NOOP("words", "Repaired, to be confirmed")},
    {"confirmed", QT_TRANSLATE_NOOP("words", "Confirmed, to be filed")}, {"to_visit", QT_TRANSLATE_NOOP("words", "To visit")},
    {"closed", QT_TRANSLATE_NOOP("words", "Closed")}, {"cancelled", QT_TRANSLATE_NOOP("words", "Cancelled")},
    {"handled", QT_TRANSLATE_NOOP("words", "Handled")}, {"answered", QT_TRANSLATE_NOOP("words", "Answered")}};
constexpr Word actions[] = {
    {"open", QT_TRANSLATE_NOOP("words", "Take in")}, {"accept", QT_TRANSLATE_NOOP("words", "Accept")}, {"check", QT_TRANSLATE_NOOP("words", "Check on site")},
    {"dispatch", QT_TRANSLATE_NOOP("words", "Dispatch")}, {"arrive", QT_TRANSLATE_NOOP("words", "Arrive on site")},
    {"finish", QT_TRANSLATE_NOOP("words", "Finish and self-check")}, {"confirm", QT_TRANSLATE_NOOP("words", "Confirm on site")},
    {"file", QT_TRANSLATE_NOOP("words", "File")}, {"visit", QT_TRANSLATE_NOOP("words", "Return visit")}, {"approve", QT_TRANSLATE_NOOP("words", "Approve closing unvisited")},
    {"cancel", QT_TRANSLATE_NOOP("words", "Cancel")}, {"note", QT_TRANSLATE_NOOP("words", "Add a note")}, {"contact", QT_TRANSLATE_NOOP("words", "Record a contact")},
    {"attach", QT_TRANSLATE_NOOP("words", "Attach a file")}, {"correct", QT_TRANSLATE_NOOP("words", "Correct a field")},
    {"handle", QT_TRANSLATE_NOOP("words", "Handle")}, {"answer", QT_TRANSLATE_NOOP("words", "Answer")}, {"close", QT_TRANSLATE_NOOP("words", "Close")}};
constexpr Word clocks[] = {
    {"accept", QT_TRANSLATE_NOOP("words", "accept")}, {"arrive", QT_TRANSLATE_NOOP("words", "arrive")}, {"complete", QT_TRANSLATE_NOOP("words", "complete")},
    {"reply", QT_TRANSLATE_NOOP("words", "reply")}, {"visit", QT_TRANSLATE_NOOP("words", "visit")}};
constexpr Word satisfactions[] = {
    {"5", QT_TRANSLATE_NOOP("words", "Very satisfied")}, {"4", QT_TRANSLATE_NOOP("words", "Satisfied")}, {"3", QT_TRANSLATE_NOOP("words", "Fairly satisfied")},
    {"2", QT_TRANSLATE_NOOP("words", "Dissatisfied")}, {"1", QT_TRANSLATE_NOOP("words", "Very dissatisfied")}};
// clang-format on

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
    case List::Condition:
        return conditions;
    case List::None:
        break;
    }
    return {};
}

QString wordFor(List list, QAnyStringView code)
{
    return wordIn(wordsOf(list), code);
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

QString satisfactionWord(int satisfaction)
{
    return wordIn(satisfactions, QString::number(satisfaction));
}

} // namespace domain
