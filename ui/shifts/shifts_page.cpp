// SPDX-License-Identifier: GPL-3.0-or-later
#include "shifts/shifts_page.h"

#include "desk.h"
#include "items/gates.h"
#include "look/measures.h"
#include "look/type.h"
#include "shifts/duty_log_panel.h"
#include "shifts/handover_panel.h"
#include "tickets/duty_words.h"
#include "tickets/office.h"
#include "widgets/banner.h"
#include "widgets/hairline.h"

#include <QLabel>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui::shifts
{

using namespace domain;

namespace
{

constexpr int minute_ms = 60'000;
constexpr int handoverWidth = 440;

} // namespace

ShiftsPage::ShiftsPage(Desk &desk, items::Drafts &drafts, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_banner(new widgets::Banner(this))
    , m_person(desk.actor())
    , m_duty(new QLabel(this))
    , m_log(new DutyLogPanel(desk, *m_banner, this))
    , m_handover(new HandoverPanel(
          desk, *m_banner, [&drafts] { return qint64(drafts.all().size()); }, this))
    , m_background(tickets::sourceOf(desk))
{
    setAccessibleName(tr("Shift"));
    m_duty->setWordWrap(true);
    m_duty->setTextFormat(Qt::PlainText);
    m_duty->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_duty->setFocusPolicy(Qt::NoFocus);
    m_duty->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    auto *split = new QSplitter(this);
    split->setHandleWidth(look::hairline);
    split->setChildrenCollapsible(false);
    split->addWidget(m_log);
    split->addWidget(m_handover);
    split->setStretchFactor(0, 1);
    m_handover->setMinimumWidth(handoverWidth);
    split->setSizes({2 * handoverWidth, handoverWidth});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_duty);
    column->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    column->addWidget(m_log->entry());
    column->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    column->addWidget(split, 1);
    setFocusProxy(m_log);
    setUpKeys();
    connect(&desk, &Desk::satDown, this, &ShiftsPage::sitDown);
    connect(&desk, &Desk::committed, this, &ShiftsPage::takeIn);
    connect(&drafts, &items::Drafts::changed, m_handover, &HandoverPanel::gather);
    connect(&m_minute, &QTimer::timeout, this, &ShiftsPage::renewDuty);
    m_minute.setInterval(minute_ms);
    showRights();
    renewDuty();
}

ShiftsPage::~ShiftsPage() = default;

void ShiftsPage::setUpKeys()
{
    const auto add = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(QKeySequence::New, [this] { m_log->startLine(); });
    add(Qt::CTRL | Qt::Key_H, [this] { m_handover->startGiving(); });
    add(Qt::CTRL | Qt::Key_T, [this] { m_handover->startTaking(); });
    add(QKeySequence::Print, [this] { m_handover->print(); });
}

/// Whoever unlocks the desk finds what was typed; somebody else begins anew.
void ShiftsPage::sitDown()
{
    if (std::exchange(m_person, m_desk.actor()) != m_desk.actor()) {
        m_log->begin();
        m_handover->begin();
    }
    showRights();
}

void ShiftsPage::showRights()
{
    const auto mayKeep = [this](Register reg) {
        return items::isOpenTo({.registers = {reg}}, m_desk.who(), m_desk.read().grants());
    };
    m_banner->dismiss();
    m_log->setEditable(mayKeep(Register::DutyLog));
    m_handover->setEditable(mayKeep(Register::Handover));
}

void ShiftsPage::openRow(Register reg, const Id &row)
{
    if (reg == Register::Handover)
        m_handover->openRow(row);
    else if (reg == Register::DutyLog)
        m_log->openRow(row);
}

void ShiftsPage::renewDuty()
{
    const qint64 now_ms = m_desk.clock().now_ms();
    m_background.ask([now_ms](store::Reader &reader) { return items::findDuty(reader, now_ms); })
        .then(this, [this, now_ms](const items::DutyWatch &watch) {
            m_watch = watch;
            m_duty->setText(tickets::dutyWords(watch, now_ms, m_desk.read().zone()));
            m_duty->setAccessibleName(m_duty->text());
        });
}

/// Promises change with every step of a ticket; what is gathered is read anew while somebody looks.
void ShiftsPage::takeIn(const store::Committed &committed)
{
    static constexpr Register rostered[] = {
        Register::Roster, Register::Shift, Register::Leave, Register::Staff};
    bool isRoster = false, isGathered = false;
    for (const store::Touched &one : committed.touched) {
        const bool isRow = one.what == store::Touched::Row;
        isRoster = isRoster || (isRow && std::ranges::any_of(rostered, [&one](Register reg) {
            return one.reg == quint8(reg);
        }));
        isGathered = isGathered || !isRow || one.reg == quint8(Register::DutyLog);
    }
    if (isRoster)
        renewDuty();
    if (isVisible() && (isRoster || isGathered))
        m_handover->gather();
}

void ShiftsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    renewDuty();
    m_handover->gather();
    m_minute.start();
}

void ShiftsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minute.stop();
}

} // namespace ui::shifts
