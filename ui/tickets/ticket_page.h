// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/sight.h"
#include "items/ticket_card.h"
#include "tickets/action_form.h"

#include <QScrollArea>

#include <functional>

class QToolButton;
class QVBoxLayout;

namespace ui::widgets
{
class Banner;
}

namespace ui::tickets
{

class ActionBar;
class ConflictStrip;
class EmergencyCard;
class FileStrip;
class ServiceRecord;
class StageStrip;
class TicketFacts;
class TicketHead;

/// One ticket: what it is, how far it came, what to do next, its clocks, its customer, its files and its
/// service record. An action opens its form on the page. What commits touch is shown anew, and an open form stays.
class TicketPage : public QWidget
{
    Q_OBJECT

public:
    /// The office must outlive it.
    explicit TicketPage(Office &office, QWidget *parent = nullptr);

    /// Shows a ticket; 0 for none.
    void showTicket(qint64 ticket);
    /// Shows it and, with an action, opens that form; says so where the action isn't possible now.
    /// False when there is no such ticket.
    bool openTicket(const QString &number, const QString &action);
    void openForm(const QString &action);
    bool isFormOpen() const { return m_form->isOpen(); }
    bool isFormTouched() const;
    /// Says that the open form comes first.
    void remindOfForm();
    const items::TicketCard &card() const { return m_card; }
    Office &office() const { return m_office; }
    /// What another folder has to say about the ticket stands above its service record; `isTouched` tells whether it holds anything
    /// that is not saved.
    void addPart(QWidget *part, std::function<bool()> isTouched);

public Q_SLOTS:
    /// Time has passed: the clocks say anew how much is left.
    void tick();

Q_SIGNALS:
    /// The slip's kind is one of tickets/slip_kinds.h.
    void printSlip(const QString &kind, const QStringList &numbers);
    /// An emergency is to become an outage.
    void outageAsked(const domain::Id &ticket);
    /// Esc, with no form open.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBody();
    QToolButton *makeSlips();
    void layOut(QWidget *body);
    void renew();
    void askReason();
    void offerActions();
    QString whyNothing() const;
    QString whyNot(const QString &action) const;
    void holdForm();
    void copyForPhone();
    void copied();
    void act(const ActionForm::Filled &filled);
    void finish(const ActionForm::Filled &filled, const store::Verdict &verdict);
    void offerUndo(const domain::Ticket &ticket);
    void attach(const QList<NewFile> &files);
    void keep(const domain::Id &ticket, const domain::Values &file);

    Office &m_office;
    items::Sight m_sight;
    items::TicketCard m_card;
    qint64 m_shown = 0; ///< whose page this is, to tell a change from another ticket
    widgets::Banner *m_banner;
    QWidget *m_empty;
    QScrollArea *m_scroll;
    TicketHead *m_head;
    StageStrip *m_stages;
    ConflictStrip *m_conflicts;
    EmergencyCard *m_emergency;
    ActionBar *m_actions;
    ActionForm *m_form;
    TicketFacts *m_facts;
    FileStrip *m_files;
    ServiceRecord *m_record;
    QToolButton *m_slips;
    QVBoxLayout *m_column = nullptr;
    std::vector<std::function<bool()>> m_touched; ///< the parts'
};

} // namespace ui::tickets
