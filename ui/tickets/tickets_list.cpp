// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/tickets_list.h"

#include "domain/rights.h"
#include "items/ticket_list_model.h"
#include "look/measures.h"
#include "tickets/bulk_bar.h"
#include "tickets/ticket_table.h"
#include "widgets/banner.h"
#include "widgets/empty_page.h"

#include <QLabel>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::tickets
{

using namespace domain;

TicketsList::TicketsList(items::TicketListModel &list, TicketTableModel &words, Office &office,
    shell::Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_list(list)
    , m_office(office)
    , m_banner(new widgets::Banner(this))
    , m_bulk(new BulkBar(office, this))
    , m_stack(new QStackedWidget(this))
    , m_table(new TicketTable(words, settings, m_stack))
    , m_nothing(
          new widgets::EmptyPage({QStringLiteral("tickets"), tr("No ticket here"),
                                     tr("Every matter that is taken in stands here. Another list "
                                        "or another search may have what you look for."),
                                     QKeySequence(Qt::Key_F2), tr("take in a matter")},
              m_stack))
    , m_total(new QLabel(this))
{
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_nothing);
    m_total->setForegroundRole(QPalette::PlaceholderText);
    m_total->setContentsMargins(look::gap, look::unit, look::gap, look::unit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_bulk);
    column->addWidget(m_stack, 1);
    column->addWidget(m_total);
    setFocusProxy(m_table);
    showRights();
    connectParts();
}

void TicketsList::connectParts()
{
    connect(&m_list, &items::TicketListModel::totalChanged, this, &TicketsList::showTotal);
    connect(&m_list, &items::TicketListModel::completed, this, &TicketsList::showTotal);
    connect(m_table, &TicketTable::chosenChanged, this, [this] {
        m_bulk->setChosen(m_table->chosenCount(), [this] { return m_table->chosen(); });
    });
    connect(m_bulk, &BulkBar::left, m_table, [this] { m_table->setFocus(); });
    connect(m_bulk, &BulkBar::proposalsShown, this, &TicketsList::showProposals);
    connect(&m_bulk->proposals(), &AssignmentSheet::ticketLooked, this, &TicketsList::ticketLooked);
    connect(&m_bulk->proposals(), &AssignmentSheet::ticketOpened, this, &TicketsList::ticketOpened);
    auto *propose = new QShortcut(QKeySequence(BulkBar::proposalsKey), this);
    propose->setContext(Qt::WidgetWithChildrenShortcut);
    connect(propose, &QShortcut::activated, m_bulk, &BulkBar::openProposals);
}

/// The plan stands where the list stood, and has its keyboard.
void TicketsList::showProposals(bool shown)
{
    setFocusProxy(shown ? static_cast<QWidget *>(&m_bulk->proposals()) : m_table);
    m_stack->setVisible(!shown);
    m_total->setVisible(!shown);
    if (const int row = m_table->currentIndex().row(); !shown && row >= 0)
        Q_EMIT ticketLooked(m_list.ticketAt(row));
}

void TicketsList::showRights()
{
    m_nothing->offerKey(mayDo(Right::TakeIn, m_office.desk.who(), m_office.desk.read().grants()));
}

bool TicketsList::isEmpty() const
{
    return m_list.total() == 0 && m_list.isComplete();
}

void TicketsList::showTotal()
{
    const QString total = QLocale().toString(m_list.total());
    m_total->setText(m_list.isComplete() ? tr("%1 tickets").arg(total)
                                         : tr("The first %1, looking for the others").arg(total));
    m_stack->setCurrentIndex(isEmpty() ? 1 : 0);
}

} // namespace ui::tickets
