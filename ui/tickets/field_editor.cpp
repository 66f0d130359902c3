// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/field_editor.h"

#include "domain/stock.h"
#include "domain/words.h"
#include "domain/workflow.h"
#include "items/outages.h"
#include "look/measures.h"
#include "tickets/candidates.h"
#include "widgets/checklist.h"
#include "widgets/choice_strip.h"
#include "widgets/moment_edit.h"
#include "widgets/type_ahead_edit.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDateTimeEdit>
#include <QDoubleValidator>
#include <QFontMetrics>
#include <QPlainTextEdit>

#include <set>

namespace ui::tickets
{

using namespace domain;
using widgets::Candidate;
using widgets::TypeAheadEdit;

namespace
{

constexpr int linesShown = 2;
constexpr int mostInStrip = 3;

FieldEditor textEditor(QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    return {0, edit, [edit] { return QVariant(edit->text().trimmed()); },
        [edit](const QVariant &value) { edit->setText(value.toString()); }};
}

FieldEditor longTextEditor(QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(linesShown * edit->fontMetrics().lineSpacing() + 3 * look::unit);
    return {0, edit, [edit] { return QVariant(edit->toPlainText().trimmed()); },
        [edit](const QVariant &value) { edit->setPlainText(value.toString()); }};
}

FieldEditor numberEditor(bool whole, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    auto *validator = new QDoubleValidator(edit);
    validator->setNotation(QDoubleValidator::StandardNotation);
    validator->setLocale(QLocale::c());
    validator->setDecimals(whole ? 0 : 7);
    edit->setValidator(validator);
    const auto value = [edit, whole] {
        if (edit->text().trimmed().isEmpty())
            return QVariant();
        return whole ? QVariant(edit->text().toLongLong()) : QVariant(edit->text().toDouble());
    };
    return {0, edit, value, [edit](const QVariant &number) { edit->setText(number.toString()); }};
}

FieldEditor quantityEditor(QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    const auto value = [edit] {
        const auto quantity = quantityOf(QStringView(edit->text()));
        return quantity ? QVariant(*quantity) : QVariant();
    };
    return {0, edit, value, [edit](const QVariant &quantity) {
                edit->setText(quantity.isValid() ? quantityText(quantity.toLongLong()) : QString());
            }};
}

/// Few words stand side by side, more are typed ahead: a digit, a part of the word, pinyin.
FieldEditor stripEditor(const FieldSpec &spec, QWidget *parent)
{
    auto *strip = new widgets::ChoiceStrip(labelOf(spec), parent);
    QList<widgets::Choice> choices;
    for (const Word &word : wordsOf(spec.list))
        choices.append({QString::fromLatin1(word.code), word.text(), {}});
    strip->setChoices(choices);
    return {0, strip,
        [strip] { return strip->current().isEmpty() ? QVariant() : QVariant(strip->current()); },
        [strip](const QVariant &code) { strip->setCurrent(code.toString()); }};
}

FieldEditor listEditor(const QList<Candidate> &candidates, QWidget *parent)
{
    auto *edit = new TypeAheadEdit(parent);
    edit->setCandidates(candidates);
    edit->setMatch(matchesPinyin);
    return {0, edit, [edit] { return edit->chosen() ? edit->chosen()->id : QVariant(); },
        [edit](const QVariant &code) { edit->chooseId(code); }};
}

FieldEditor choiceEditor(const FieldSpec &spec, QWidget *parent)
{
    if (wordsOf(spec.list).size() <= mostInStrip)
        return stripEditor(spec, parent);
    QList<Candidate> candidates;
    for (const Word &word : wordsOf(spec.list))
        candidates.append({QString::fromLatin1(word.code), {}, word.text(), {}});
    return listEditor(candidates, parent);
}

FieldEditor satisfactionEditor(QWidget *parent)
{
    QList<Candidate> candidates;
    for (int value = 5; value >= 1; --value)
        candidates.append({value, QString::number(value), satisfactionWord(value), {}});
    return listEditor(candidates, parent);
}

FieldEditor flagEditor(QWidget *parent)
{
    auto *box = new QCheckBox(parent);
    return {0, box, [box] { return QVariant(box->isChecked()); },
        [box](const QVariant &value) { box->setChecked(value.toBool()); }};
}

FieldEditor momentEditor(Office &office, QWidget *parent)
{
    auto *edit = new widgets::MomentEdit(
        [&desk = office.desk] { return desk.read().now_ms(); }, office.desk.read().zone(), parent);
    const auto value = [edit] {
        const auto at_ms = edit->at_ms();
        return at_ms ? QVariant(*at_ms) : QVariant();
    };
    return {0, edit, value, [edit](const QVariant &at_ms) {
                edit->setAt(at_ms.isValid() ? std::optional(at_ms.toLongLong()) : std::nullopt);
            }};
}

FieldEditor idEditor(TypeAheadEdit *edit)
{
    const auto value = [edit] {
        return chosenId(*edit).isNull() ? QVariant() : QVariant::fromValue(chosenId(*edit));
    };
    return {0, edit, value, [edit](const QVariant &id) { edit->chooseId(id); }};
}

/// Outages that aren't over, and those that were a moment ago.
TypeAheadEdit *makeOutageEdit(Office &office, QWidget *parent)
{
    auto *edit = new TypeAheadEdit(parent);
    edit->setSource([&office] {
        QList<Candidate> outages;
        for (const items::OutageLine &line : items::findOutages(office.desk.read())) {
            if (line.stage != items::OutageLine::Over)
                outages.append({QVariant::fromValue(line.id), line.code, line.title, {}});
        }
        return outages;
    });
    edit->setMatch(matchesPinyin);
    return edit;
}

/// A ticket by its number; what isn't one names none.
FieldEditor ticketEditor(Office &office, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setPlaceholderText(QCoreApplication::translate("TicketWords", "Number"));
    const auto value = [edit, &office] {
        const QString number = edit->text().trimmed();
        const auto ticket = number.isEmpty() ? std::nullopt : office.desk.read().findTicket(number);
        return ticket ? QVariant::fromValue(ticket->ticket.id) : QVariant();
    };
    return {0, edit, value, [edit, &office](const QVariant &id) {
                const auto ticket = office.desk.read().findTicket(id.value<Id>());
                edit->setText(ticket ? ticket->ticket.values.text(field::Number) : QString());
            }};
}

FieldEditor unitEditor(TypeAheadEdit *edit)
{
    return {0, edit, [edit] { return QVariant(edit->text().trimmed()); },
        [edit](const QVariant &value) { edit->setText(value.toString()); }};
}

/// What is handed in or missing is ticked off a list, and kept line by line.
FieldEditor papersEditor(QWidget *parent)
{
    auto *list = new widgets::Checklist(parent);
    return {0, list, [list] { return QVariant(list->ticked().join(QLatin1Char('\n'))); },
        [list](const QVariant &lines) {
            list->setTicked(lines.toString().split(QLatin1Char('\n'), Qt::SkipEmptyParts));
        }};
}

FieldEditor editorFor(const FieldSpec &spec, Office &office, QWidget *parent)
{
    constexpr quint16 workers = Technician | Leader | Handler | Head;
    switch (spec.type) {
    case FieldType::Text:
        return spec.id == field::Unit || spec.id == field::ResponsibleUnit
            ? unitEditor(makeUnitEdit(office, parent))
            : textEditor(parent);
    case FieldType::LongText:
        return spec.id == field::Papers || spec.id == field::MissingPapers ? papersEditor(parent)
                                                                           : longTextEditor(parent);
    case FieldType::Choice:
        return choiceEditor(spec, parent);
    case FieldType::Integer:
        return spec.id == field::Satisfaction ? satisfactionEditor(parent)
                                              : numberEditor(true, parent);
    case FieldType::Number:
        return numberEditor(false, parent);
    case FieldType::Quantity:
        return quantityEditor(parent);
    case FieldType::Flag:
        return flagEditor(parent);
    case FieldType::Time:
        return momentEditor(office, parent);
    case FieldType::Person:
        return idEditor(makePersonEdit(
            office, spec.id == field::HandTo ? domain::office : workers, {}, parent));
    case FieldType::Grid:
        return idEditor(makeGridEdit(office, parent));
    case FieldType::Outage:
        return idEditor(makeOutageEdit(office, parent));
    case FieldType::Ticket:
        return ticketEditor(office, parent);
    case FieldType::Customer:
    case FieldType::VisitPlan:
    case FieldType::Reference:
    case FieldType::Bytes:
    case FieldType::Area:
        break;
    }
    return {};
}

} // namespace

std::optional<Refusal> refusalOfMoment(quint8 field, const QWidget *widget)
{
    const auto *moment = qobject_cast<const widgets::MomentEdit *>(widget);
    if (!moment || !moment->isUnreadable())
        return {};
    return Refusal{ticketFields().find(field)->name(),
        QCoreApplication::translate("TicketWords", "That is no time."),
        QCoreApplication::translate("TicketWords", "Write it as %1.")
            .arg(moment->placeholderText())};
}

FieldEditor makeEditor(const FieldSpec &spec, Office &office, QWidget *parent)
{
    FieldEditor editor = editorFor(spec, office, parent);
    editor.field = spec.id;
    if (editor.widget) {
        editor.widget->setObjectName(spec.name());
        editor.widget->setAccessibleName(labelOf(spec));
    }
    return editor;
}

TypeAheadEdit *makePersonEdit(Office &office, quint16 roles, const Id &grid, QWidget *parent)
{
    auto *edit = new TypeAheadEdit(parent);
    edit->setSource(
        [&office, roles, grid] { return performerCandidates(roles, grid, office.staff.all()); });
    edit->setMatch(matchesName);
    return edit;
}

TypeAheadEdit *makeGridEdit(Office &office, QWidget *parent)
{
    auto *edit = new TypeAheadEdit(parent);
    edit->setSource([&office] {
        QList<Candidate> grids;
        for (const RegisterRow &row : office.grids.all())
            grids.append({QVariant::fromValue(row.id), row.values.text(grid::Code),
                row.values.text(grid::Name), {}});
        return grids;
    });
    edit->setMatch(matchesPinyin);
    return edit;
}

TypeAheadEdit *makeUnitEdit(Office &office, QWidget *parent)
{
    auto *edit = new TypeAheadEdit(parent);
    edit->setFreeText(true);
    edit->setSource([&office] {
        std::set<QString> teams;
        for (const RegisterRow &row : office.grids.all())
            teams.insert(row.values.text(grid::Team));
        for (const RegisterRow &row : office.staff.all()) {
            teams.insert(row.values.text(staff::Team));
            teams.insert(row.values.text(staff::Department));
        }
        teams.erase(QString());
        QList<Candidate> candidates;
        for (const QString &team : teams)
            candidates.append({team, {}, team, {}});
        return candidates;
    });
    edit->setMatch(matchesPinyin);
    return edit;
}

Id chosenId(const TypeAheadEdit &edit)
{
    return edit.chosen() ? edit.chosen()->id.value<Id>() : Id();
}

QDateTimeEdit *makeMomentEdit(QWidget *parent)
{
    auto *edit = new QDateTimeEdit(parent);
    // The company's wall clock: the zone is applied when the moment is read, whatever zone this computer has.
    edit->setTimeSpec(Qt::UTC);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    edit->setCalendarPopup(true);
    return edit;
}

qint64 momentOf(const QDateTimeEdit &edit, const QTimeZone &zone)
{
    return QDateTime(edit.date(), edit.time(), zone).toMSecsSinceEpoch();
}

void setMoment(QDateTimeEdit &edit, qint64 at_ms, const QTimeZone &zone)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(at_ms, zone);
    edit.setDateTime(QDateTime(at.date(), QTime(at.time().hour(), at.time().minute()), Qt::UTC));
}

} // namespace ui::tickets
