// SPDX-License-Identifier: GPL-3.0-or-later
#include "shifts/duty_log_panel.h"

#include "desk.h"
#include "domain/personal_numbers.h"
#include "domain/words.h"
#include "look/measures.h"
#include "tickets/office.h"
#include "tickets/ticket_words.h"
#include "widgets/banner.h"
#include "widgets/choice_strip.h"
#include "widgets/empty_page.h"
#include "widgets/keyboard.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::shifts
{

using namespace domain;
using items::DutyLine;
using items::DutyLogModel;

namespace
{

bool hasCaller(const QString &kind)
{
    return kind == u"call" || kind == u"missed_call";
}

} // namespace

DutyLogPanel::DutyLogPanel(Desk &desk, widgets::Banner &banner, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_banner(banner)
    , m_model(tickets::sourceOf(desk))
{
    setAccessibleName(tr("Duty log"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    column->setSpacing(look::gap);
    makeEntry();
    column->addWidget(makeDays());
    column->addWidget(makeList(), 1);
    column->addWidget(makeSettling());
    connect(&desk, &Desk::committed, &m_model, &DutyLogModel::takeIn);
    connect(&m_model, &DutyLogModel::renewed, this, &DutyLogPanel::showRenewed);
    kindChanged();
    showRenewed();
}

void DutyLogPanel::setEditable(bool isEditable)
{
    m_isEditable = isEditable;
    m_entry->setVisible(isEditable);
    m_empty->offerKey(isEditable);
    showCurrent();
}

void DutyLogPanel::startLine()
{
    if (m_model.day() != m_model.today())
        m_model.showDay(m_model.today());
    giveKeyboardToLine();
}

void DutyLogPanel::begin()
{
    takeTyped();
    m_result->clear();
}

void DutyLogPanel::openRow(const Id &line)
{
    const auto row = m_desk.read().findRow(line);
    if (!row)
        return;
    const qint64 at_ms = row->row.values.number(duty_log::At);
    m_goTo = line;
    m_model.showDay(QDateTime::fromMSecsSinceEpoch(at_ms, m_desk.read().zone()).date());
    widgets::giveKeyboard(m_view);
}

void DutyLogPanel::giveKeyboardToLine()
{
    widgets::giveKeyboard(m_phone->isVisible() ? m_phone : m_what);
}

void DutyLogPanel::turn(int days)
{
    m_goTo = {};
    m_model.showDay(m_model.day().addDays(days));
}

/// Only of a call there is a number; a missed one is to be answered.
void DutyLogPanel::kindChanged()
{
    const QString kind = m_kind->current();
    m_phone->setVisible(hasCaller(kind));
    setFocusProxy(hasCaller(kind) ? m_phone : m_what);
    m_open->setChecked(kind == u"missed_call");
}

bool DutyLogPanel::sealNumber()
{
    const QVector<PersonalNumber> found = findPersonalNumbers(m_what->text());
    const bool hasPlace =
        hasCaller(m_kind->current()) && m_phone->text().trimmed().isEmpty() && found.size() == 1;
    if (!hasPlace || found[0].kind != PersonalNumber::Phone)
        return false;
    QStringList numbers;
    m_what->setText(withNumbersTakenOut(m_what->text(), numbers));
    m_phone->setText(numbers.constFirst());
    m_banner.showMessage(widgets::Mood::Soon,
        tr("The caller's number doesn't stand in the words: it is under Phone now, sealed. Enter "
           "records the line as it is."));
    return true;
}

/// The fields are free for the next line while this one is on its way.
DutyLogPanel::Typed DutyLogPanel::takeTyped()
{
    const Typed typed{m_kind->current(), m_phone->text().trimmed(), m_what->text().trimmed(),
        m_open->isChecked()};
    m_phone->clear();
    m_what->clear();
    kindChanged();
    return typed;
}

/// A line that was refused stands there again, before what has been typed since.
void DutyLogPanel::putBack(const Typed &typed)
{
    m_kind->setCurrent(typed.kind);
    kindChanged();
    m_open->setChecked(typed.isOpen);
    if (m_phone->text().isEmpty())
        m_phone->setText(typed.phone);
    m_what->setText((typed.what + u' ' + m_what->text()).trimmed());
    if (holdsKeyboard(m_entry))
        widgets::giveKeyboard(m_what);
}

void DutyLogPanel::record()
{
    if (m_isSaving || !m_isEditable || sealNumber())
        return;
    const Typed typed = takeTyped();
    giveKeyboardToLine();
    const bool saysItself = typed.what.isEmpty() && typed.kind == u"missed_call";
    PutRow command{Register::DutyLog, m_desk.freshId(),
        {{duty_log::At, m_desk.clock().now_ms()}, {duty_log::Kind, typed.kind},
            {duty_log::What, saysItself ? wordFor(List::DutyKind, typed.kind) : typed.what},
            {duty_log::By, QVariant::fromValue(m_desk.actor())}, {duty_log::Open, typed.isOpen}},
        {}};
    if (hasCaller(typed.kind))
        command.values.set(duty_log::Phone, phoneOnFile(typed.phone));
    // A result that is being typed keeps its line.
    if (m_result->text().isEmpty())
        m_goTo = command.row;
    m_isSaving = true;
    m_desk.submit(command).then(this, [=, this](const store::Verdict &verdict) {
        m_isSaving = false;
        if (const Refusal *refusal = store::refused(verdict)) {
            m_banner.showMessage(widgets::Mood::Late, refusal->text());
            return putBack(typed);
        }
        m_banner.dismiss();
        if (m_model.day() != m_model.today())
            m_model.showDay(m_model.today());
    });
}

void DutyLogPanel::showRenewed()
{
    const bool isToday = m_model.day() == m_model.today();
    const QString day = m_model.day().toString(QStringLiteral("yyyy-MM-dd"));
    const int open = m_model.open();
    QString words = isToday ? tr("%1, today").arg(day) : day;
    if (open > 0)
        words = tr("%1 · %2").arg(words, tr("%n still to be done", nullptr, open));
    m_day->setText(words);
    const bool isNone = m_model.isComplete() && m_model.rowCount() == 0;
    m_view->setVisible(!isNone);
    m_empty->setVisible(isNone);
    int row = m_model.rowOf(m_goTo);
    if (row < 0)
        row = m_model.rowOf(m_shown);
    else
        m_goTo = {};
    if (m_model.rowCount() > 0)
        m_view->selectRow(std::max(row, 0));
    showCurrent();
}

const DutyLine *DutyLogPanel::current() const
{
    const int row = m_view->currentIndex().row();
    return row < 0 || row >= m_model.rowCount() ? nullptr : &m_model.at(row);
}

bool DutyLogPanel::holdsKeyboard(const QWidget *part) const
{
    return part->isAncestorOf(QApplication::focusWidget());
}

void DutyLogPanel::showCurrent()
{
    const DutyLine *line = current();
    const Id shown = line ? line->id : Id();
    const bool isOther = std::exchange(m_shown, shown) != shown;
    const bool isOpen = line && line->isOpen && m_isEditable;
    if (isOther || !isOpen) {
        m_result->clear();
        if (holdsKeyboard(m_settling))
            widgets::giveKeyboard(m_view);
    }
    m_settling->setVisible(isOpen);
    if (!isOpen)
        return;
    const QString phone = items::phoneToCall(m_desk.read(), line->id);
    m_about->setText(phone.isEmpty()
            ? line->what
            : tr("Call back %1: %2").arg(tickets::phoneWords(phone), line->what));
}

void DutyLogPanel::settle()
{
    const int row = m_model.rowOf(m_shown);
    if (row < 0 || !m_model.at(row).isOpen || m_isSaving)
        return;
    const QString result = m_result->text().trimmed();
    const PutRow command{Register::DutyLog, m_shown,
        {{duty_log::Settled, m_desk.clock().now_ms()}, {duty_log::Result, result}}, {}};
    m_isSaving = true;
    m_desk.submit(command).then(this, [=, this](const store::Verdict &verdict) {
        m_isSaving = false;
        if (const Refusal *refusal = store::refused(verdict))
            return m_banner.showMessage(widgets::Mood::Late, refusal->text());
        m_banner.dismiss();
        if (m_shown == command.row)
            m_result->clear();
        if (holdsKeyboard(m_settling))
            widgets::giveKeyboard(m_view);
    });
}

} // namespace ui::shifts
