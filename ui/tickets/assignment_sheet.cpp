// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/assignment_sheet.h"

#include "look/desk_style.h"
#include "look/measures.h"
#include "look/type.h"
#include "tickets/load_table.h"
#include "widgets/icon_text.h"
#include "widgets/keyboard.h"
#include "widgets/list_view.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::tickets
{

using namespace domain;
using items::AssignmentLine;
using items::AssignmentTable;
using items::BatchRun;

namespace
{

constexpr int rowsMeasured = 100;
constexpr int longestWhat = 140;

} // namespace

AssignmentSheet::AssignmentSheet(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_table(sourceOf(office.desk))
    , m_run([this](const QVector<Command> &commands) {
        return m_office.desk.submitAll(commands, m_who);
    })
    , m_title(new QLabel(this))
    , m_hint(new QLabel(tr("← → another candidate · Space leaves a ticket out or takes it in again "
                           "· Enter goes into the ticket · Ctrl+Enter assigns · Esc gives up"),
          this))
    , m_lines(new QTableView(this))
    , m_loads(new LoadTable(this))
    , m_spread(new QLabel(this))
    , m_refusal(new widgets::IconText(this))
    , m_progress(new QProgressBar(this))
{
    layOut();
    setUpLines();
    connect(&m_table, &AssignmentTable::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_table, &AssignmentTable::made, this, &AssignmentSheet::showMade);
    connect(&m_table, &AssignmentTable::changed, this, &AssignmentSheet::showSpread);
    connect(&m_run, &BatchRun::progressed, m_progress, &QProgressBar::setValue);
    connect(&m_run, &BatchRun::finished, this, [this](const BatchRun::Summary &summary) {
        close();
        Q_EMIT finished(summary);
    });
    // A plan is made for one person's rights.
    connect(&office.desk, &Desk::satDown, this, [this] {
        if (m_isOpen && m_office.desk.actor() != m_who.person)
            giveUp();
    });
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *assigning = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        assigning->setContext(Qt::WidgetWithChildrenShortcut);
        connect(assigning, &QShortcut::activated, this, &AssignmentSheet::assign);
    }
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &AssignmentSheet::giveUp);
    hide();
}

void AssignmentSheet::layOut()
{
    m_title->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setWordWrap(true);
    m_spread->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::gap, look::margin, look::gap);
    column->setSpacing(look::gap);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addWidget(m_progress);
    column->addWidget(m_lines, 1);
    column->addWidget(m_loads);
    column->addWidget(m_spread);
    column->addWidget(makeBottom());
}

void AssignmentSheet::setUpLines()
{
    m_lines->setModel(&m_table);
    widgets::dressAsList(*m_lines, tr("Whom each ticket is proposed to"));
    QHeaderView *header = m_lines->horizontalHeader();
    header->setResizeContentsPrecision(rowsMeasured);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(AssignmentTable::What, QHeaderView::Interactive);
    header->resizeSection(AssignmentTable::What, longestWhat);
    header->setSectionResizeMode(AssignmentTable::Why, QHeaderView::Stretch);
    m_lines->installEventFilter(this);
    setFocusProxy(m_lines);
    connect(m_lines, &QTableView::activated, this,
        [this](const QModelIndex &at) { Q_EMIT ticketOpened(m_table.lineAt(at.row()).row); });
    connect(m_lines->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid())
                Q_EMIT ticketLooked(m_table.lineAt(current.row()).row);
        });
}

QWidget *AssignmentSheet::makeBottom()
{
    auto *bottom = new QWidget(this);
    m_reasonRow = new QWidget(bottom);
    m_reason = new QLineEdit(m_reasonRow);
    auto *label = new QLabel(tr("Why otherwise than proposed"), m_reasonRow);
    label->setBuddy(m_reason);
    m_reason->setAccessibleName(label->text());
    m_reason->setObjectName(QStringLiteral("assignReason"));
    auto *reason = new QHBoxLayout(m_reasonRow);
    reason->setContentsMargins(0, 0, 0, 0);
    reason->setSpacing(look::gap);
    reason->addWidget(label);
    reason->addWidget(m_reason, 1);
    m_assign = new QPushButton(tr("Assign"), bottom);
    m_assign->setObjectName(QStringLiteral("assignAll"));
    m_assign->setProperty(look::DeskStyle::primaryProperty, true);
    m_assign->setToolTip(
        QKeySequence(Qt::CTRL | Qt::Key_Return).toString(QKeySequence::NativeText));
    auto *cancel = new QPushButton(tr("Give up"), bottom);
    cancel->setToolTip(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_assign);
    buttons->addWidget(cancel);
    buttons->addStretch();
    auto *column = new QVBoxLayout(bottom);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::gap);
    column->addWidget(m_reasonRow);
    column->addWidget(m_refusal);
    column->addLayout(buttons);
    connect(m_reason, &QLineEdit::returnPressed, this, &AssignmentSheet::assign);
    connect(m_assign, &QPushButton::clicked, this, &AssignmentSheet::assign);
    connect(cancel, &QPushButton::clicked, this, &AssignmentSheet::giveUp);
    return bottom;
}

void AssignmentSheet::begin(const QVector<qint64> &tickets)
{
    if (m_run.isRunning())
        return;
    m_isOpen = true;
    m_who = m_office.desk.identity();
    m_title->setText(tr("Assign by proposal: %n ticket(s)", nullptr, int(tickets.size())));
    setAccessibleName(m_title->text());
    m_reason->clear();
    m_refusal->hide();
    m_progress->setRange(0, int(tickets.size()));
    m_table.make(tickets, m_office.desk.who());
    showSpread();
    showRunning(true);
    show();
    Q_EMIT opened();
    m_lines->setFocus(Qt::OtherFocusReason);
}

void AssignmentSheet::showMade()
{
    showRunning(false);
    if (m_table.rowCount() > 0)
        m_lines->selectRow(0);
    widgets::giveKeyboard(m_lines);
}

void AssignmentSheet::showSpread()
{
    m_loads->show(m_table.plan());
    const qint64 count = m_table.countGiven();
    m_assign->setText(tr("Assign %n ticket(s)", nullptr, int(count)));
    m_assign->setEnabled(count > 0);
    m_reasonRow->setVisible(m_table.isAnyOtherwise());
    QStringList words;
    if (!m_table.plan().people.isEmpty()) {
        words << tr("How this month's matters are spread. Before: %1. After: %2.")
                     .arg(items::spreadWords(m_table.plan().before()),
                         items::spreadWords(m_table.plan().after()));
    }
    const qint64 nobody = m_table.countOutcome(AssignmentLine::Nobody);
    if (nobody > 0)
        words << tr("For %n ticket(s) nobody is able now.", nullptr, int(nobody));
    const qint64 others =
        m_table.rowCount() - nobody - m_table.countOutcome(AssignmentLine::Proposed);
    if (others > 0)
        words << tr("%n ticket(s) can't be given out now.", nullptr, int(others));
    m_spread->setText(words.join(u'\n'));
    m_spread->setVisible(!words.isEmpty());
}

void AssignmentSheet::showRunning(bool isRunning)
{
    m_progress->setVisible(isRunning);
    m_progress->setValue(0);
    m_assign->setEnabled(!isRunning && m_table.countGiven() > 0);
    m_reason->setEnabled(!isRunning);
}

void AssignmentSheet::assign()
{
    if (!m_assign->isEnabled())
        return;
    const QString reason = m_reason->text().trimmed();
    if (m_table.isAnyOtherwise() && reason.isEmpty()) {
        m_refusal->setContent(QStringLiteral("warning"),
            tr("Somebody else was chosen than was proposed. Say why."), look::Tone::Late);
        m_refusal->show();
        m_reason->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_refusal->hide();
    m_progress->setRange(0, int(m_table.countGiven()));
    m_run.start(m_table.deeds(reason));
    showRunning(m_run.isRunning());
}

void AssignmentSheet::giveUp()
{
    // What is under way ends first; what is recorded by then is told.
    if (m_run.isRunning())
        m_run.stop();
    else if (m_isOpen)
        close();
}

void AssignmentSheet::close()
{
    m_isOpen = false;
    m_table.clear();
    hide();
    Q_EMIT closed();
}

bool AssignmentSheet::changeLine(int key)
{
    const int row = m_lines->currentIndex().row();
    if (row < 0 || m_run.isRunning())
        return false;
    switch (key) {
    case Qt::Key_Right:
        m_table.choose(row, 1);
        return true;
    case Qt::Key_Left:
        m_table.choose(row, -1);
        return true;
    case Qt::Key_Space:
    case Qt::Key_Delete:
        m_table.leaveOut(row);
        return true;
    default:
        return false;
    }
}

bool AssignmentSheet::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_lines && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const auto held = key->modifiers() & ~Qt::KeypadModifier;
        if (held == Qt::NoModifier && changeLine(key->key()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::tickets
