// SPDX-License-Identifier: GPL-3.0-or-later
#include "today/section.h"

#include "desk.h"
#include "look/icons.h"
#include "look/measures.h"
#include "look/type.h"
#include "tickets/column_widths.h"
#include "tickets/office.h"
#include "tickets/ticket_delegate.h"
#include "widgets/list_view.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::today
{

using items::TicketListModel;

namespace
{

constexpr int rowsShown = 5;
constexpr int shown[] = {TicketListModel::Number, TicketListModel::Title, TicketListModel::Address,
    TicketListModel::Due};

} // namespace

Section::Section(Desk &desk, const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_about(words)
    , m_list(tickets::sourceOf(desk))
    , m_words(m_list, desk.read())
    , m_heading(new QToolButton(this))
    , m_count(new QLabel(this))
    , m_rows(new QTableView(this))
    , m_nothing(new QLabel(words.nothing, this))
{
    m_heading->setIcon(look::icon(words.icon));
    m_heading->setText(words.title);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setAutoRaise(true);
    m_heading->setFont(look::type(look::TypeSize::Body, QFont::DemiBold));
    m_heading->setToolTip(tr("Show the whole list"));
    m_heading->setFocusPolicy(Qt::StrongFocus);
    m_heading->installEventFilter(this);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setContentsMargins(look::gap, look::unit, look::gap, look::unit);
    auto *head = new QHBoxLayout;
    head->setSpacing(look::gap);
    head->addWidget(m_heading);
    head->addWidget(m_count);
    head->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_rows);
    column->addWidget(m_nothing);
    column->addStretch();
    setUpRows();
    connect(&desk, &Desk::committed, &m_list, &TicketListModel::takeIn);
    connect(&m_list, &TicketListModel::totalChanged, this, &Section::fit);
    connect(&m_list, &TicketListModel::completed, this, &Section::fit);
    connect(m_heading, &QToolButton::clicked, this, [this] { Q_EMIT listAsked(m_about.scope); });
    fit();
}

void Section::setUpRows()
{
    m_rows->setModel(&m_words);
    m_rows->setItemDelegate(new tickets::TicketDelegate(m_rows));
    widgets::dressAsList(*m_rows, m_about.title);
    m_rows->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows->horizontalHeader()->hide();
    for (int column = 0; column < TicketListModel::columns; ++column)
        m_rows->hideColumn(column);
    for (int column : shown) {
        m_rows->showColumn(column);
        m_rows->setColumnWidth(column, tickets::columnWidth(column, m_rows->fontMetrics()));
    }
    // What and where share the room that the others leave.
    m_rows->horizontalHeader()->setSectionResizeMode(TicketListModel::Title, QHeaderView::Stretch);
    m_rows->horizontalHeader()->setSectionResizeMode(
        TicketListModel::Address, QHeaderView::Stretch);
    m_rows->installEventFilter(this);
    connect(m_rows, &QTableView::doubleClicked, this, &Section::openRow);
}

void Section::openRow(const QModelIndex &row)
{
    if (row.isValid())
        Q_EMIT opened(m_list.lineAt(row.row()).number);
}

void Section::fit()
{
    const int rows = int(std::min<qint64>(m_list.total(), rowsShown));
    m_rows->setFixedHeight(rows * look::rowHeight);
    m_rows->setVisible(rows > 0);
    // Until the list was read nobody knows that nothing waits.
    m_nothing->setVisible(rows == 0 && m_list.isComplete());
    const QString count = QLocale().toString(m_list.total());
    m_count->setText(rows > 0 ? count : QString());
    m_heading->setAccessibleName(tr("%1: %2").arg(m_about.title, count));
    Q_EMIT countChanged();
}

bool Section::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (watched == m_rows)
                openRow(m_rows->currentIndex());
            else
                Q_EMIT listAsked(m_about.scope);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui::today
