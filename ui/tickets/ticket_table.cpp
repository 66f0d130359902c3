// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/ticket_table.h"

#include "look/measures.h"
#include "shell/settings.h"
#include "tickets/column_widths.h"
#include "tickets/ticket_delegate.h"
#include "tickets/ticket_words.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

namespace ui::tickets
{

using items::TicketListModel;

namespace
{

const QString settingsKey = QStringLiteral("tickets/columns");

/// Shown at first, in this order; the others wait in the columns menu.
constexpr int firstColumns[] = {TicketListModel::Number, TicketListModel::Category,
    TicketListModel::Address, TicketListModel::Grid, TicketListModel::Assignee,
    TicketListModel::State, TicketListModel::Due};
/// What takes the room that the others leave until somebody sets the widths, and the least of it.
constexpr int roomy = TicketListModel::Address;
constexpr int leastRoom = 104;

} // namespace

TicketTable::TicketTable(TicketTableModel &model, shell::Settings &settings, QWidget *parent)
    : QTableView(parent)
    , m_words(model)
    , m_settings(settings)
    , m_columns(new QMenu(tr("Columns"), this))
{
    setModel(&model);
    setItemDelegate(new TicketDelegate(this));
    setAccessibleName(tr("Tickets"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(look::rowHeight);
    setUpHeader();
    connect(this, &QTableView::doubleClicked, this,
        [this](const QModelIndex &at) { Q_EMIT opened(m_words.list().ticketAt(at.row())); });
    connect(&model, &QAbstractItemModel::modelReset, this, &TicketTable::showSort);
}

void TicketTable::setUpHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setMinimumSectionSize(32);
    for (int column = 0; column < TicketListModel::columns; ++column) {
        QAction *shown = m_columns->addAction(columnTitle(column));
        shown->setCheckable(true);
        connect(shown, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            remember();
        });
    }
    restoreColumns();
    connect(header, &QHeaderView::sectionMoved, this, &TicketTable::remember);
    connect(header, &QHeaderView::sectionResized, this, [this, header] {
        // A width that a person drags, as against one that follows the window.
        if (header->underMouse() && QApplication::mouseButtons() != Qt::NoButton)
            remember();
    });
    connect(header, &QHeaderView::sectionClicked, this, &TicketTable::sortBy);
    connect(header, &QWidget::customContextMenuRequested, this,
        [this, header](QPoint at) { m_columns->popup(header->mapToGlobal(at)); });
}

void TicketTable::restoreColumns()
{
    QHeaderView *header = horizontalHeader();
    m_isFitted = !header->restoreState(m_settings.value(settingsKey).toByteArray());
    if (m_isFitted) {
        for (int column = 0; column < TicketListModel::columns; ++column)
            header->hideSection(column);
        int place = 0;
        for (int column : firstColumns) {
            header->showSection(column);
            header->resizeSection(column, tickets::columnWidth(column, fontMetrics()));
            header->moveSection(header->visualIndex(column), place++);
        }
    }
    for (int column = 0; column < TicketListModel::columns; ++column) {
        const QSignalBlocker quiet(m_columns->actions().at(column));
        m_columns->actions().at(column)->setChecked(!isColumnHidden(column));
    }
    showSort();
}

void TicketTable::fit()
{
    int others = 0;
    for (int column : firstColumns)
        others += column == roomy ? 0 : columnWidth(column);
    setColumnWidth(roomy, std::max(leastRoom, viewport()->width() - others));
}

void TicketTable::resizeEvent(QResizeEvent *event)
{
    if (m_isFitted)
        fit();
    QTableView::resizeEvent(event);
}

void TicketTable::remember()
{
    m_isFitted = false;
    m_settings.setValue(settingsKey, horizontalHeader()->saveState());
}

void TicketTable::showSort()
{
    const store::TicketQuery &query = m_words.list().query();
    int sorted = -1;
    for (int column = 0; column < TicketListModel::columns; ++column) {
        if (TicketListModel::sortKeyOf(column) == query.sort)
            sorted = column;
    }
    horizontalHeader()->setSortIndicatorShown(sorted >= 0);
    horizontalHeader()->setSortIndicator(
        sorted, query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void TicketTable::sortBy(int column)
{
    const store::TicketQuery &query = m_words.list().query();
    const bool again = TicketListModel::sortKeyOf(column) == query.sort;
    // People look for the newest and the most urgent first; a second click turns it round.
    const bool descending = again ? !query.descending
                                  : column == TicketListModel::Happened
            || column == TicketListModel::Number || column == TicketListModel::Closed;
    m_words.sort(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    showSort();
}

QVector<int> TicketTable::shownSections() const
{
    QVector<int> columns;
    for (int place = 0; place < TicketListModel::columns; ++place) {
        if (const int column = horizontalHeader()->logicalIndex(place); !isColumnHidden(column))
            columns << column;
    }
    return columns;
}

QStringList TicketTable::shownColumns() const
{
    QStringList keys;
    for (int column : shownSections())
        keys << TicketListModel::keyOf(column);
    return keys;
}

qsizetype TicketTable::chosenCount() const
{
    qsizetype count = 0;
    for (const QItemSelectionRange &range : selectionModel()->selection())
        count += range.height();
    return count;
}

QVector<int> TicketTable::chosenRows(qsizetype most) const
{
    QVector<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < most; ++row)
            rows << row;
    }
    std::ranges::sort(rows);
    return rows;
}

QVector<qint64> TicketTable::chosen() const
{
    QVector<qint64> tickets;
    for (int row : chosenRows(chosenCount()))
        tickets << m_words.list().ticketAt(row);
    return tickets;
}

bool TicketTable::goTo(qint64 ticket)
{
    const int row = m_words.list().rowOf(ticket);
    if (row < 0)
        return false;
    setCurrentIndex(m_words.index(row, horizontalHeader()->logicalIndex(0)));
    return true;
}

void TicketTable::copy() const
{
    const QVector<int> columns = shownSections();
    QString text, html = QStringLiteral("<table><tr>");
    for (int column : columns)
        html += QStringLiteral("<th>%1</th>").arg(columnTitle(column).toHtmlEscaped());
    for (int row : chosenRows(mostCopied)) {
        QStringList cells;
        html += QStringLiteral("</tr><tr>");
        for (int column : columns) {
            cells << m_words.index(row, column).data().toString().simplified();
            html += QStringLiteral("<td>%1</td>").arg(cells.constLast().toHtmlEscaped());
        }
        text += cells.join(u'\t') + u'\n';
    }
    auto *mime = new QMimeData;
    mime->setText(text);
    mime->setHtml(html + QStringLiteral("</tr></table>"));
    QApplication::clipboard()->setMimeData(mime);
}

void TicketTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid()) {
        Q_EMIT opened(m_words.list().ticketAt(currentIndex().row()));
        return;
    }
    QTableView::keyPressEvent(event);
}

void TicketTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || !previous.isValid())
        Q_EMIT currentTicketChanged(current.isValid() ? m_words.list().ticketAt(current.row()) : 0);
}

void TicketTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT chosenChanged();
}

} // namespace ui::tickets
