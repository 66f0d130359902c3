// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ticket_words.h"

#include "domain/words.h"
#include "widgets/clock_label.h"
#include "widgets/time_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace ui::tickets
{

using namespace domain;
using items::TicketListModel;
using widgets::Mood;

namespace
{

QString words(const char *source)
{
    return QCoreApplication::translate("TicketWords", source);
}

struct StateMood {
    const char *state;
    Mood mood;
};
constexpr StateMood stateMoods[] = {{"received", Mood::Open}, {"with_chief", Mood::Waiting},
    {"checked", Mood::Waiting}, {"with_team", Mood::Running}, {"arrived", Mood::Running},
    {"repaired", Mood::Waiting}, {"confirmed", Mood::Waiting}, {"to_visit", Mood::Waiting},
    {"contacted", Mood::Running}, {"investigated", Mood::Running}, {"solving", Mood::Running},
    {"to_review", Mood::Open}, {"waiting", Mood::Waiting}, {"accepted", Mood::Waiting},
    {"with_department", Mood::Running}, {"handling", Mood::Running}, {"decided", Mood::Waiting},
    {"told", Mood::Waiting}, {"objected", Mood::Waiting}, {"answered", Mood::Waiting},
    {"closed", Mood::Done}};

constexpr const char *columnTitles[TicketListModel::columns] = {
    QT_TRANSLATE_NOOP("TicketWords", "Number"), QT_TRANSLATE_NOOP("TicketWords", "Kind"),
    QT_TRANSLATE_NOOP("TicketWords", "Line"), QT_TRANSLATE_NOOP("TicketWords", "Category"),
    QT_TRANSLATE_NOOP("TicketWords", "Title"), QT_TRANSLATE_NOOP("TicketWords", "Address"),
    QT_TRANSLATE_NOOP("TicketWords", "Grid"), QT_TRANSLATE_NOOP("TicketWords", "With"),
    QT_TRANSLATE_NOOP("TicketWords", "State"), QT_TRANSLATE_NOOP("TicketWords", "Clock"),
    QT_TRANSLATE_NOOP("TicketWords", "Happened"), QT_TRANSLATE_NOOP("TicketWords", "Urgency"),
    QT_TRANSLATE_NOOP("TicketWords", "Satisfaction"), QT_TRANSLATE_NOOP("TicketWords", "Round"),
    QT_TRANSLATE_NOOP("TicketWords", "Closed")};

struct Titled {
    const char *id;
    const char *title;
};
constexpr Titled scopeTitles[] = {{"mine", QT_TRANSLATE_NOOP("TicketWords", "Assigned to me")},
    {"answer", QT_TRANSLATE_NOOP("TicketWords", "I answer for")},
    {"grid", QT_TRANSLATE_NOOP("TicketWords", "My grid")},
    {"open", QT_TRANSLATE_NOOP("TicketWords", "Open")},
    {"soon", QT_TRANSLATE_NOOP("TicketWords", "Due soon")},
    {"late", QT_TRANSLATE_NOOP("TicketWords", "Overdue")},
    {"visit", QT_TRANSLATE_NOOP("TicketWords", "To visit")},
    {"accept", QT_TRANSLATE_NOOP("TicketWords", "To accept")},
    {"unreturned", QT_TRANSLATE_NOOP("TicketWords", "Slips not returned")},
    {"all", QT_TRANSLATE_NOOP("TicketWords", "All")}};

constexpr const char *repairStages[] = {QT_TRANSLATE_NOOP("TicketWords", "Take in"),
    QT_TRANSLATE_NOOP("TicketWords", "Grid check"),
    QT_TRANSLATE_NOOP("TicketWords", "Dispatch and repair"),
    QT_TRANSLATE_NOOP("TicketWords", "Self-check and confirm"),
    QT_TRANSLATE_NOOP("TicketWords", "Return visit"), QT_TRANSLATE_NOOP("TicketWords", "Closed")};

Mood stepMood(const Step &step)
{
    if (step.values.number(field::Satisfaction) > 0)
        return step.values.number(field::Satisfaction) <= 2 ? Mood::Late : Mood::Done;
    const bool movesOn = step.action != u"note" && step.action != u"contact"
        && step.action != u"correct" && step.action != u"attach";
    return movesOn ? Mood::Done : Mood::Open;
}

QString valueWords(const items::TicketCard &card, const FieldSpec &spec, const QVariant &value)
{
    switch (spec.type) {
    case FieldType::Choice:
        return wordFor(spec.list, value.toString());
    case FieldType::Flag:
        return value.toBool() ? words(QT_TRANSLATE_NOOP("TicketWords", "yes"))
                              : words(QT_TRANSLATE_NOOP("TicketWords", "no"));
    case FieldType::Time:
        return widgets::timeWords(value.toLongLong(), card.now_ms(), card.zone());
    case FieldType::Person:
        return card.person(value.value<Id>()).name;
    case FieldType::Outage:
        return card.outage(value.value<Id>());
    case FieldType::Ticket:
        return card.numberOf(value.value<Id>());
    case FieldType::Integer:
        if (spec.id == field::Satisfaction)
            return satisfactionWord(value.toInt());
        return value.toString();
    default:
        return card.open(spec.id, value);
    }
}

/// What was filled in at a step, one line for each field; a plain note stands without its label.
QString noteOf(const items::TicketCard &card, const Step &step)
{
    QStringList lines;
    for (const auto &[number, value] : step.values) {
        const FieldSpec *spec = ticketFields().find(number);
        if (!spec || spec->type == FieldType::Bytes || number == field::FileKey
            || number == field::FileSize || spec->type == FieldType::Reference
            || spec->type == FieldType::Grid)
            continue;
        QString text = valueWords(card, *spec, value);
        if (step.before.has(number))
            text =
                QStringLiteral("%1 → %2").arg(valueWords(card, *spec, step.before[number]), text);
        const bool bare = number == field::Remark || number == field::FileName;
        lines << (bare
                ? text
                : words(QT_TRANSLATE_NOOP("TicketWords", "%1: %2")).arg(labelOf(*spec), text));
    }
    if (!step.typedBy.isNull() && step.typedBy != step.by)
        lines << words(QT_TRANSLATE_NOOP("TicketWords", "Typed in by %1"))
                     .arg(card.person(step.typedBy).name);
    return lines.join(u'\n');
}

} // namespace

Mood stateMood(QStringView state)
{
    for (const StateMood &known : stateMoods) {
        if (state == QLatin1StringView(known.state))
            return known.mood;
    }
    return Mood::Open;
}

QString kindWords(const Values &ticket)
{
    QStringList parts{wordFor(List::Kind, ticket.text(field::Kind)),
        wordFor(List::Line, ticket.text(field::Line))};
    if (const QString urgency = ticket.text(field::Urgency); urgency != u"normal")
        parts << wordFor(List::Urgency, urgency);
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString columnTitle(int column)
{
    return words(columnTitles[column]);
}

QString cellWords(int column, const QVariant &meaning, qint64 now_ms, const QTimeZone &zone)
{
    switch (column) {
    case TicketListModel::Kind:
        return wordFor(List::Kind, meaning.toString());
    case TicketListModel::Line:
        return wordFor(List::Line, meaning.toString());
    case TicketListModel::Urgency:
        return wordFor(List::Urgency, meaning.toString());
    case TicketListModel::State:
        return stateWord(meaning.toString());
    case TicketListModel::Satisfaction:
        return meaning.toInt() ? satisfactionWord(meaning.toInt()) : QString();
    case TicketListModel::Round:
        return meaning.toInt() > 1 ? meaning.toString() : QString();
    case TicketListModel::Due:
        return meaning.toLongLong()
            ? widgets::clockWords(meaning.toLongLong(), now_ms, items::soon_ms).text
            : QString();
    case TicketListModel::Happened:
    case TicketListModel::Closed:
        return meaning.toLongLong() ? widgets::timeWords(meaning.toLongLong(), now_ms, zone)
                                    : QString();
    default:
        return meaning.toString();
    }
}

QString scopeTitle(QStringView scope)
{
    for (const Titled &known : scopeTitles) {
        if (scope == QLatin1StringView(known.id))
            return words(known.title);
    }
    return {};
}

QString stageTitle(QStringView workflow, const items::TicketCard::Stage &stage)
{
    const int at = stage.number - 1;
    if (workflow.startsWith(u"repair/") && at >= 0 && at < int(std::size(repairStages)))
        return words(repairStages[at]);
    return stateWord(stage.state);
}

QString personWords(const items::TicketCard::Person &person)
{
    if (person.role.isEmpty())
        return person.name;
    return person.name + QStringLiteral(" · ") + wordFor(List::Role, person.role);
}

QList<widgets::TimelineStep> recordOf(const items::TicketCard &card)
{
    QList<widgets::TimelineStep> record;
    for (const Step &step : card.ticket().steps) {
        record.prepend({step.at_ms, personWords(card.person(step.by)), actionWord(step.action),
            noteOf(card, step), stepMood(step)});
    }
    return record;
}

QString phoneWords(const QString &phone)
{
    const bool isMobile = phone.size() == 11 && phone.startsWith(u'1')
        && std::ranges::all_of(phone, [](QChar c) { return c.isDigit(); });
    if (!isMobile)
        return phone;
    return phone.left(3) + u' ' + phone.mid(3, 4) + u' ' + phone.mid(7);
}

QString sizeWords(qint64 size_bytes)
{
    return QLocale().formattedDataSize(size_bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace ui::tickets
