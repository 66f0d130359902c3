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

void DutyLogPanel::giveKeyboardToLine()
{
    widgets::giveKeyboard(m_phone->isVisible() ? m_phone : m_what);
}

void DutyLogPanel::turn(int days)
{
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

bool DutyLogPanel::sealNumbers()
{
    QStringList numbers;
    const QString words = withNumbersTakenOut(m_what->text(), numbers);
    if (numbers.isEmpty() || words == m_what->text())
        return false;
    if (m_phone->text().trimmed().isEmpty() && hasCaller(m_kind->current()))
        m_phone->setText(numbers.constFirst());
    m_what->setText(words);
    m_banner.showMessage(widgets::Mood::Soon,
        tr("Numbers of people don't stand in the words: the first one is under Phone, sealed. "
           "Enter records the line as it is now."));
    return true;
}

void DutyLogPanel::record()
{
    if (m_isSaving || !m_isEditable || sealNumbers())
        return;
    const QString kind = m_kind->current();
    QString what = m_what->text().trimmed();
    if (what.isEmpty() && kind == u"missed_call")
        what = wordFor(List::DutyKind, kind);
    PutRow command{Register::DutyLog, m_desk.freshId(),
        {{duty_log::At, m_desk.clock().now_ms()}, {duty_log::Kind, kind}, {duty_log::What, what},
            {duty_log::By, QVariant::fromValue(m_desk.actor())},
            {duty_log::Open, m_open->isChecked()}},
        {}};
    if (hasCaller(kind))
        command.values.set(duty_log::Phone, phoneOnFile(m_phone->text().trimmed()));
    m_isSaving = true;
    m_desk.submit(command).then(this, [this, row = command.row](const store::Verdict &verdict) {
        m_isSaving = false;
        if (const Refusal *refusal = store::refused(verdict))
            return m_banner.showMessage(widgets::Mood::Late, refusal->text());
        m_banner.dismiss();
        m_goTo = row;
        m_what->clear();
        m_phone->clear();
        kindChanged();
        if (m_model.day() != m_model.today())
            m_model.showDay(m_model.today());
        giveKeyboardToLine();
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
    const int row = m_model.rowOf(std::exchange(m_goTo, {}));
    if (m_model.rowCount() > 0)
        m_view->selectRow(std::max(row, 0));
    showCurrent();
}

const DutyLine *DutyLogPanel::current() const
{
    const int row = m_view->currentIndex().row();
    return row < 0 || row >= m_model.rowCount() ? nullptr : &m_model.at(row);
}

void DutyLogPanel::showCurrent()
{
    const DutyLine *line = current();
    m_settling->setVisible(line && line->isOpen && m_isEditable);
    if (!line || !line->isOpen)
        return;
    const QString phone = items::phoneToCall(m_desk.read(), line->id);
    m_about->setText(phone.isEmpty()
            ? line->what
            : tr("Call back %1: %2").arg(tickets::phoneWords(phone), line->what));
}

void DutyLogPanel::settle()
{
    const DutyLine *line = current();
    if (!line || !line->isOpen || m_isSaving)
        return;
    const PutRow command{Register::DutyLog, line->id,
        {{duty_log::Settled, m_desk.clock().now_ms()},
            {duty_log::Result, m_result->text().trimmed()}},
        {}};
    m_isSaving = true;
    m_desk.submit(command).then(this, [this, row = line->id](const store::Verdict &verdict) {
        m_isSaving = false;
        if (const Refusal *refusal = store::refused(verdict))
            return m_banner.showMessage(widgets::Mood::Late, refusal->text());
        m_banner.dismiss();
        m_goTo = row;
        m_result->clear();
        widgets::giveKeyboard(m_view);
    });
}

} // namespace ui::shifts
