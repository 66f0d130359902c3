// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/customers_list.h"

#include "customers/group_delegate.h"
#include "look/measures.h"
#include "widgets/empty_page.h"
#include "widgets/keyboard.h"
#include "widgets/list_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace ui::customers
{

using items::CustomerListModel;

CustomersList::CustomersList(CustomerListModel &list, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_stack(new QStackedWidget(this))
    , m_table(new QTableView(m_stack))
    , m_total(new QLabel(this))
{
    makeTable();
    m_stack->addWidget(m_table);
    m_stack->addWidget(new widgets::EmptyPage(
        {QStringLiteral("customers"), tr("No customer here"),
            tr("Whoever calls gets a file with the first ticket; lists of customers come in by the "
               "import. Another search may find who you look for."),
            QKeySequence(Qt::CTRL | Qt::Key_N), tr("open a file")},
        m_stack));
    m_total->setForegroundRole(QPalette::PlaceholderText);
    m_total->setContentsMargins(look::gap, look::unit, look::gap, look::unit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addWidget(m_total);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &CustomersList::chosenChanged);
    connect(m_table, &QTableView::activated, this, &CustomersList::entered);
}

void CustomersList::makeTable()
{
    m_table->setModel(&m_list);
    m_table->setItemDelegate(new GroupDelegate(m_table));
    widgets::dressAsList(*m_table, tr("Customers"));
    m_table->setSelectionMode(QTableView::ExtendedSelection);
    QHeaderView *header = m_table->horizontalHeader();
    const int letter = m_table->fontMetrics().horizontalAdvance(QChar(u'漢'));
    m_table->setColumnWidth(CustomerListModel::Name, 7 * letter);
    m_table->setColumnWidth(CustomerListModel::Phone, 8 * letter);
    m_table->setColumnWidth(CustomerListModel::Groups, 10 * letter);
    header->setSectionResizeMode(CustomerListModel::Address, QHeaderView::Stretch);
}

void CustomersList::giveKeyboard()
{
    widgets::giveKeyboard(m_table);
}

/// Not by selectRow(), which would ask which keys are held just now.
void CustomersList::goTo(int row)
{
    m_table->selectionModel()->setCurrentIndex(
        m_list.index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

QVector<qint64> CustomersList::chosen() const
{
    QVector<qint64> numbers;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows())
        numbers << m_list.customerAt(row.row());
    return numbers;
}

void CustomersList::showTotal()
{
    m_total->setText(tr("%1 customers").arg(QLocale().toString(m_list.rowCount())));
    m_stack->setCurrentIndex(m_list.rowCount() == 0 ? 1 : 0);
}

} // namespace ui::customers
