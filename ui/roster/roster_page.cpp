// SPDX-License-Identifier: GPL-3.0-or-later
#include "roster/roster_page.h"

#include "desk.h"
#include "items/gates.h"
#include "look/measures.h"
#include "roster/acting_strip.h"
#include "roster/roster_delegate.h"
#include "tickets/office.h"
#include "widgets/banner.h"
#include "widgets/hairline.h"
#include "widgets/keyboard.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::roster
{

using namespace domain;
using items::RosterTable;

namespace
{

constexpr int nameWidth = 180;
constexpr int loadWidth = 72;
constexpr int rowHeight = 32;
constexpr int actingHeight = 20; ///< for each line below a name

} // namespace

RosterPage::RosterPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_office(desk)
    , m_table(tickets::sourceOf(desk))
    , m_banner(new widgets::Banner(this))
{
    setAccessibleName(tr("Roster"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(makeTop());
    column->addWidget(new widgets::Hairline(Qt::Horizontal, this));
    makeView();
    column->addWidget(m_view, 1);
    m_acting = new ActingStrip(m_office, this);
    column->addWidget(m_acting);
    setUpKeys();
    setFocusProxy(m_view);
    connect(&desk, &Desk::committed, &m_table, &RosterTable::takeIn);
    connect(&desk, &Desk::satDown, this, &RosterPage::showRights);
    connect(&m_table, &RosterTable::renewed, this, &RosterPage::showRenewed);
    connect(&m_table, &RosterTable::typed, this, &RosterPage::type);
    connect(m_acting, &ActingStrip::left, m_view, [this] { widgets::giveKeyboard(m_view); });
    showRights();
}

RosterPage::~RosterPage() = default;

QWidget *RosterPage::makeTop()
{
    auto *top = new QWidget(this);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    row->setSpacing(look::gap);
    const auto add = [this, top, row](const QString &text, const QKeySequence &key, auto act) {
        auto *button = new QPushButton(text, top);
        button->setToolTip(key.toString(QKeySequence::NativeText));
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
        return button;
    };
    add(tr("Week before"), Qt::ALT | Qt::Key_Left, [this] { turn(-1); });
    m_week = new QLabel(top);
    row->addWidget(m_week);
    add(tr("Week after"), Qt::ALT | Qt::Key_Right, [this] { turn(1); });
    m_shifts = new QLabel(top);
    m_shifts->setForegroundRole(QPalette::PlaceholderText);
    m_shifts->setAccessibleName(tr("Shifts"));
    row->addWidget(m_shifts, 1);
    m_edits = {add(tr("Copy down"), Qt::CTRL | Qt::Key_D, [this] { copyDown(); }),
        add(tr("Copy the week to the next"), Qt::CTRL | Qt::SHIFT | Qt::Key_D,
            [this] { copyWeek(); })};
    return top;
}

void RosterPage::makeView()
{
    m_view = new QTableView(this);
    m_view->setModel(&m_table);
    m_view->setItemDelegate(new RosterDelegate(m_table, m_view));
    m_view->setAccessibleName(tr("Roster of the week"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTabKeyNavigation(false);
    m_view->setEditTriggers(
        QTableView::AnyKeyPressed | QTableView::EditKeyPressed | QTableView::DoubleClicked);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    QHeaderView *header = m_view->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(RosterTable::Name, QHeaderView::Fixed);
    header->setSectionResizeMode(RosterTable::InHand, QHeaderView::Fixed);
    header->resizeSection(RosterTable::Name, nameWidth);
    header->resizeSection(RosterTable::InHand, loadWidth);
    m_view->installEventFilter(this);
}

void RosterPage::setUpKeys()
{
    auto *clear = new QShortcut(Qt::Key_Delete, m_view);
    clear->setContext(Qt::WidgetShortcut);
    connect(clear, &QShortcut::activated, this, &RosterPage::clearCells);
    auto *name = new QShortcut(Qt::CTRL | Qt::Key_G, this);
    name->setContext(Qt::WidgetWithChildrenShortcut);
    connect(name, &QShortcut::activated, m_acting, &ActingStrip::begin);
}

/// After a cell was typed Enter goes on to the next person.
bool RosterPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const QModelIndex at = m_view->currentIndex();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter)
            && at.row() + 1 < m_table.lines().size()) {
            m_view->setCurrentIndex(at.siblingAtRow(at.row() + 1));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void RosterPage::showRights()
{
    m_mayPlan =
        items::isOpenTo({.registers = {Register::Roster}}, m_desk.who(), m_desk.read().grants());
    m_table.setEditable(m_mayPlan);
    for (QPushButton *edit : std::as_const(m_edits))
        edit->setVisible(m_mayPlan);
}

void RosterPage::showRenewed()
{
    m_week->setText(
        QStringLiteral("%1 – %2").arg(m_table.first().toString(QStringLiteral("yyyy-MM-dd")),
            m_table.first().addDays(RosterTable::days - 1).toString(QStringLiteral("MM-dd"))));
    QStringList shifts;
    for (const ShiftHours &shift : m_table.shifts())
        shifts << shift.code + u' ' + shift.name;
    m_shifts->setText(shifts.join(QStringLiteral("  ")));
    if (!m_view->currentIndex().isValid() && m_table.rowCount() > 0)
        m_view->setCurrentIndex(m_table.index(0, RosterTable::FirstDay));
    m_acting->show(m_table.away());
    fitRows();
}

void RosterPage::fitRows()
{
    for (int row = 0; row < m_table.lines().size(); ++row) {
        const qsizetype acting = m_table.lines().at(row).acting.size();
        m_view->setRowHeight(row, rowHeight + actingHeight * int(std::min<qsizetype>(acting, 3)));
    }
    // The last line says when nobody is on duty; of several stretches each has a line.
    qsizetype most = 1;
    for (int day = 0; day < RosterTable::days; ++day)
        most = std::max(most, m_table.gapsOf(day).size());
    if (m_table.rowCount() > 0)
        m_view->setRowHeight(m_table.rowCount() - 1, rowHeight * int(std::min<qsizetype>(most, 3)));
}

void RosterPage::turn(int weeks)
{
    m_table.showWeek(m_table.wanted().addDays(qint64(weeks) * RosterTable::days));
}

Command RosterPage::commandFor(const Id &person, QDate day, const QString &code) const
{
    const qint64 start_ms = m_table.startOf(day);
    const Id cell = rosterCell(person, start_ms);
    if (code.isEmpty())
        return RemoveRow{Register::Roster, cell};
    return PutRow{Register::Roster, cell,
        {{domain::roster::Person, QVariant::fromValue(person)}, {domain::roster::Day, start_ms},
            {domain::roster::Shift, code}},
        {}};
}

void RosterPage::type(const Id &person, QDate day, const QString &code)
{
    submit({commandFor(person, day, code)});
}

void RosterPage::clearCells()
{
    QVector<Command> commands;
    for (const QModelIndex &at : m_view->selectionModel()->selectedIndexes()) {
        if ((m_table.flags(at) & Qt::ItemIsEditable) && !at.data(Qt::EditRole).toString().isEmpty())
            commands.append(
                commandFor(m_table.lines().at(at.row()).id, m_table.dayOf(at.column()), {}));
    }
    submit(commands);
}

/// The topmost chosen cell of each column goes into those below it; of one cell the one above goes into it.
void RosterPage::copyDown()
{
    QMap<int, QVector<int>> rows;
    for (const QModelIndex &at : m_view->selectionModel()->selectedIndexes()) {
        if (m_table.flags(at) & Qt::ItemIsEditable)
            rows[at.column()].append(at.row());
    }
    QVector<Command> commands;
    for (auto column = rows.begin(); column != rows.end(); ++column) {
        std::ranges::sort(*column);
        int from = column->constFirst();
        if (column->size() == 1 && from > 0)
            --from;
        const QString code = m_table.index(from, column.key()).data(Qt::EditRole).toString();
        for (int row : std::as_const(*column)) {
            if (row != from && m_table.index(row, column.key()).data(Qt::EditRole) != code)
                commands.append(
                    commandFor(m_table.lines().at(row).id, m_table.dayOf(column.key()), code));
        }
    }
    submit(commands);
}

void RosterPage::copyWeek()
{
    QVector<Command> commands;
    for (const RosterTable::Line &line : m_table.lines()) {
        for (int day = 0; day < RosterTable::days; ++day) {
            if (const QString code = line.cells.at(day).code; !code.isEmpty())
                commands.append(
                    commandFor(line.id, m_table.first().addDays(day + RosterTable::days), code));
        }
    }
    submit(commands,
        [this, next = m_table.first().addDays(RosterTable::days)] { m_table.showWeek(next); });
}

void RosterPage::submit(const QVector<Command> &commands, const std::function<void()> &then)
{
    if (commands.isEmpty() || !m_mayPlan)
        return;
    m_banner->dismiss();
    m_desk.submitAll(commands).then(this, [this, then](const QVector<store::Verdict> &verdicts) {
        for (const store::Verdict &verdict : verdicts) {
            if (const Refusal *refusal = store::refused(verdict))
                return m_banner->showMessage(widgets::Mood::Late, refusal->text());
        }
        if (then)
            then();
    });
}

} // namespace ui::roster
