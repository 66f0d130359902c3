// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/customer_card.h"
#include "items/ticket_list_model.h"
#include "tickets/office.h"
#include "tickets/ticket_table_model.h"

#include <QScrollArea>

class QLabel;
class QTableView;
class QToolButton;
class QVBoxLayout;

namespace ui::registers
{
class RegisterForm;
}
namespace ui::tickets
{
class GroupTags;
}
namespace ui::widgets
{
class IconText;
}

namespace ui::customers
{

class FileSection;

/// One person's or firm's file: who it is and what to mind, premises with their meters, the household, what there was
/// to do, what they said of it, the calls, and the files that were merged into it. Everything is filled in where it stands.
class CustomerView : public QScrollArea
{
    Q_OBJECT

public:
    CustomerView(tickets::Office &office, items::CustomerCard &card, QWidget *parent = nullptr);

    const registers::RegisterForm &form() const { return *m_form; }
    /// Brings what is half filled in into view.
    void remindOfForm();
    void editBasics();
    void addCustomer();
    void addPremises() { add(domain::Register::Premises); }
    void addContact() { add(domain::Register::Contact); }
    /// Business done, by keys: Enter opens the ticket.
    void enterBusiness();
    void tick() { m_tickets.tick(); }

Q_SIGNALS:
    void ticketAsked(const QString &number);
    void saved(domain::Register reg, const domain::Id &row);
    void done(const QString &what, const domain::Command &undo);
    void refused(const QString &why);
    void left();

private:
    QWidget *makeHead();
    QWidget *makeBusiness();
    void addSections();
    void show();
    void showHead();
    void showPremises();
    void showContacts();
    void showMerged();
    void showHistory();
    void add(domain::Register reg);
    void edit(const store::NumberedRow &row, const QString &title);
    void remove(const store::NumberedRow &row, const QString &what);
    void part(const store::NumberedRow &row);
    void submit(const domain::Command &command, const QString &what, const domain::Command &undo);

    tickets::Office &m_office;
    items::CustomerCard &m_card;
    items::TicketListModel m_tickets;
    tickets::TicketTableModel m_words;
    QVBoxLayout *m_column;
    QLabel *m_name;
    QLabel *m_reach;
    tickets::GroupTags *m_groups;
    widgets::IconText *m_needs;
    QLabel *m_wishes;
    QToolButton *m_edit;
    registers::RegisterForm *m_form;
    FileSection *m_premises;
    FileSection *m_contacts;
    QLabel *m_businessHead;
    QLabel *m_noBusiness;
    QTableView *m_business;
    FileSection *m_said;
    FileSection *m_calls;
    FileSection *m_merged;
    qint64 m_shown = 0;
};

} // namespace ui::customers
