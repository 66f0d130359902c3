// SPDX-License-Identifier: GPL-3.0-or-later
#include "today/today_page.h"

#include "look/icons.h"
#include "look/measures.h"
#include "look/type.h"
#include "tickets/office.h"
#include "tickets/ticket_words.h"
#include "today/measure_section.h"
#include "today/section.h"
#include "widgets/empty_page.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::today
{

namespace
{

constexpr int minute_ms = 60'000;

struct Listed {
    const char *scope;
    const char *icon;
    const char *nothing;
};
/// The most pressing first; in two columns they stand from left to right.
constexpr Listed listed[] = {
    {"late", "late", QT_TRANSLATE_NOOP("TodayPage", "Nothing is overdue.")},
    {"accept", "intake", QT_TRANSLATE_NOOP("TodayPage", "Everything is accepted.")},
    {"soon", "clock", QT_TRANSLATE_NOOP("TodayPage", "Nothing is due in the next two hours.")},
    {"unreturned", "print", QT_TRANSLATE_NOOP("TodayPage", "All slips have come back.")},
    {"visit", "visits", QT_TRANSLATE_NOOP("TodayPage", "Nobody waits for a call.")},
};
/// Narrower than this the lists stand one under the other.
constexpr int twoColumns = 960;

} // namespace

TodayPage::TodayPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_stack(new QStackedWidget(this))
{
    setAccessibleName(tr("Today"));
    m_stack->addWidget(makeSections());
    m_nothing = new widgets::EmptyPage(
        {QStringLiteral("today"), tr("Nothing waits"),
            tr("What is to accept, to call back or about to be late stands here."),
            QKeySequence(Qt::Key_F2), tr("take in a matter")},
        m_stack);
    m_stack->addWidget(m_nothing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHandovers());
    column->addWidget(m_stack, 1);
    m_minute.setInterval(minute_ms);
    connect(&m_minute, &QTimer::timeout, this, &TodayPage::tick);
    connect(&m_desk, &Desk::satDown, this, &TodayPage::personChanged);
    personChanged();
}

void TodayPage::personChanged()
{
    m_nothing->offerKey(domain::mayDo(domain::Right::TakeIn, m_desk.who(), m_desk.read().grants()));
    find();
}

QWidget *TodayPage::makeSections()
{
    auto *scroll = new QScrollArea(m_stack);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget(scroll);
    m_grid = new QGridLayout(body);
    m_grid->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    m_grid->setHorizontalSpacing(2 * look::margin);
    m_grid->setVerticalSpacing(2 * look::margin);
    for (const Listed &one : listed) {
        const QString scope = QString::fromLatin1(one.scope);
        auto *section = new Section(m_desk,
            {scope, QString::fromLatin1(one.icon), tickets::scopeTitle(scope),
                QCoreApplication::translate("TodayPage", one.nothing)},
            body);
        connect(section, &Section::opened, this, &TodayPage::ticketAsked);
        connect(section, &Section::listAsked, this, &TodayPage::listAsked);
        connect(section, &Section::countChanged, this, &TodayPage::sumUp);
        m_sections.append(section);
    }
    m_drafts = new QPushButton(look::icon(QStringLiteral("intake")), {}, body);
    connect(m_drafts, &QPushButton::clicked, this, &TodayPage::draftsAsked);
    m_measures = new MeasureSection(m_desk, body);
    connect(m_measures, &MeasureSection::opened, this, &TodayPage::ticketAsked);
    connect(m_measures, &MeasureSection::measureAsked, this, &TodayPage::measureAsked);
    connect(m_measures, &MeasureSection::countChanged, this, &TodayPage::sumUp);
    arrange(2);
    setDrafts(0);
    scroll->setWidget(body);
    return scroll;
}

/// What somebody else left open comes before everything, also where nothing else waits.
QWidget *TodayPage::makeHandovers()
{
    m_handovers = new QWidget(this);
    auto *row = new QHBoxLayout(m_handovers);
    row->setContentsMargins(look::margin, look::gap, look::margin, 0);
    m_handover = new QPushButton(look::icon(QStringLiteral("clock")), {}, m_handovers);
    m_handover->setObjectName(QStringLiteral("handovers"));
    row->addWidget(m_handover);
    row->addStretch();
    connect(m_handover, &QPushButton::clicked, this, &TodayPage::handoverAsked);
    setHandovers(0);
    return m_handovers;
}

void TodayPage::arrange(int columns)
{
    if (columns == m_columns)
        return;
    m_columns = columns;
    int place = 0;
    for (Section *section : std::as_const(m_sections)) {
        m_grid->addWidget(section, place / columns, place % columns, Qt::AlignTop);
        ++place;
    }
    m_grid->addWidget(m_drafts, place / columns, place % columns, Qt::AlignTop | Qt::AlignLeft);
    ++place;
    m_grid->addWidget(m_measures, place / columns, place % columns, Qt::AlignTop);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
    for (int row = 0; row <= place + 1; ++row)
        m_grid->setRowStretch(row, row == place / columns + 1 ? 1 : 0);
}

void TodayPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(width() < twoColumns ? 1 : 2);
}

void TodayPage::setDrafts(int count)
{
    m_draftCount = count;
    m_drafts->setText(tr("%n drafts of mine", nullptr, count));
    m_drafts->setVisible(count > 0);
    sumUp();
}

void TodayPage::setHandovers(int count)
{
    m_handover->setText(tr("%n shift handover(s) wait to be taken over", nullptr, count)
        + QStringLiteral("  Ctrl+F1"));
    m_handovers->setVisible(count > 0);
}

void TodayPage::find()
{
    const items::Seat seat = tickets::seatOf(m_desk);
    for (Section *section : std::as_const(m_sections))
        section->find(items::queryForScope(section->scope(), seat, m_desk.read().now_ms()));
    m_measures->find();
}

/// The lists that hang on the time are looked up anew; the others only say how much time is left.
void TodayPage::tick()
{
    const items::Seat seat = tickets::seatOf(m_desk);
    for (Section *section : std::as_const(m_sections)) {
        const QString &scope = section->scope();
        if (scope == u"late" || scope == u"soon" || scope == u"unreturned")
            section->find(items::queryForScope(scope, seat, m_desk.read().now_ms()));
        else
            section->tick();
    }
    m_measures->find();
}

void TodayPage::sumUp()
{
    int waiting = 0;
    for (const Section *section : std::as_const(m_sections)) {
        if (section->scope() == u"late" || section->scope() == u"accept")
            waiting += int(section->count());
    }
    const bool nothing = m_draftCount == 0 && m_measures->count() == 0
        && std::ranges::all_of(m_sections,
            [](const Section *section) { return section->isComplete() && section->count() == 0; });
    m_stack->setCurrentIndex(nothing ? 1 : 0);
    Q_EMIT waitingChanged(waiting);
}

void TodayPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
    m_minute.start();
}

void TodayPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_minute.stop();
}

} // namespace ui::today
