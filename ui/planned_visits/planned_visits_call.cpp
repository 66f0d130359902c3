// SPDX-License-Identifier: GPL-3.0-or-later
// A call of the page of planned visits: what is answered, how it is recorded, and how it is taken back.
#include "planned_visits/planned_visits_page.h"

#include "planned_visits/question_sheet.h"
#include "widgets/banner.h"
#include "widgets/keyboard.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace ui::planned_visits
{

using namespace domain;
using items::RoundListModel;
using items::VisitSaid;
using widgets::Mood;

void PlannedVisitsPage::answer(int score)
{
    if (m_person.isNull() || !m_answers->isVisibleTo(this))
        return;
    if (std::exchange(m_wasReminded, false))
        m_banner->dismiss();
    m_questions->answer(score);
}

/// Enter on a button presses that one.
void PlannedVisitsPage::enter()
{
    if (auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
        button && m_answers->isAncestorOf(button))
        return button->click();
    record(true);
}

void PlannedVisitsPage::record(bool isReached)
{
    const int row = m_list.rowOf(m_person);
    const items::RoundView &view = m_list.view();
    if (m_isSaving || row < 0 || !view.round || m_showsResults || !m_answers->isVisibleTo(this))
        return;
    if (const int open = isReached ? m_questions->firstOpen() : -1; open >= 0) {
        m_wasReminded = true;
        m_banner->showMessage(Mood::Open,
            tr("Question %1 isn't answered yet: 1 to 5 answer it, 0 leaves it out.").arg(open + 1));
        return m_questions->goTo(open);
    }
    const VisitSaid said{.by = m_desk.actor(),
        .at_ms = m_desk.clock().now_ms(),
        .isReached = isReached,
        .scores = m_questions->scores(),
        .said = m_remark->text(),
        .ticket = m_ticket};
    const PutRow command = items::visitCommand(view.plan, *view.round, m_list.at(row), said);
    Before before{m_person, command.row, {}};
    if (const auto known = m_desk.read().findRow(command.row); known && !known->row.removed)
        before.row = known->row;
    m_isSaving = true;
    m_desk.submit(command).then(this,
        [this, said, before](const store::Verdict &verdict) { recorded(said, before, verdict); });
}

void PlannedVisitsPage::recorded(
    const VisitSaid &said, const Before &before, const store::Verdict &verdict)
{
    m_isSaving = false;
    if (const Refusal *refusal = store::refused(verdict))
        return say(*refusal);
    m_before = before;
    if (m_asked.customer == before.customer)
        m_asked = {};
    if (const int row = m_list.rowOf(before.customer); row >= 0) {
        m_person = {};
        m_list.take(row, said, before.visit);
        goOn(row, before.customer);
    }
    const int left = m_list.count(RoundListModel::Part::ToCall);
    const QString what = said.isReached ? tr("Recorded.") : tr("Not reached; comes again last.");
    m_banner->showUndoable(
        tr("%1 %2", "two sentences").arg(what, tr("%n left to call.", nullptr, left)),
        [this] { undo(); });
}

/// The next one takes the place of whoever left; behind the last one the list begins again.
void PlannedVisitsPage::goOn(int row, const Id &last)
{
    const int rows = m_list.rowCount();
    int next = row < rows ? row : 0;
    if (rows > 1 && m_list.at(next).customer == last)
        next = 0;
    if (rows == 0) {
        m_card.clear();
    } else {
        m_people->selectRow(next);
        choosePerson(m_list.index(next, 0));
    }
    showSide();
    widgets::giveKeyboard(m_people);
}

void PlannedVisitsPage::undo()
{
    if (m_before.visit.isNull())
        return;
    const Before before = std::exchange(m_before, {});
    m_banner->dismiss();
    Command command = RemoveRow{Register::Visit, before.visit};
    if (before.row) {
        PutRow put{Register::Visit, before.visit, before.row->values, {}};
        const QVariant said = before.row->values[visit::Said];
        put.values.set(visit::Said, m_desk.read().open(visit::Said, said));
        for (const quint8 field : {visit::Scores, visit::Said, visit::Ticket}) {
            if (!before.row->values.has(field)) {
                put.values.remove(field);
                put.cleared.append(field);
            }
        }
        command = put;
    }
    m_desk.submit(command).then(this, [this, before](const store::Verdict &verdict) {
        if (const Refusal *refusal = store::refused(verdict))
            return say(*refusal);
        m_back = before.customer;
        m_list.renew();
        widgets::giveKeyboard(m_people);
    });
}

void PlannedVisitsPage::makeTicket()
{
    if (m_person.isNull() || m_showsResults || !m_answers->isVisibleTo(this))
        return;
    m_asked = {m_person, m_visit, m_ticket};
    Q_EMIT ticketAsked(m_person);
}

void PlannedVisitsPage::takeTicket(const QString &number)
{
    const auto ticket = m_desk.read().findTicket(number);
    const Id customer = ticket ? ticket->ticket.values[field::Customer].value<Id>() : Id();
    if (customer.isNull() || customer != m_asked.customer)
        return;
    m_asked.ticket = ticket->ticket.id;
    if (m_person == customer) {
        m_ticket = m_asked.ticket;
        showAnswers();
    }
    if (m_asked.visit.isNull())
        return;
    m_desk
        .submit(PutRow{Register::Visit, m_asked.visit,
            {{visit::Ticket, QVariant::fromValue(m_asked.ticket)}}, {}})
        .then(this, [this](const store::Verdict &verdict) {
            if (const Refusal *refusal = store::refused(verdict))
                say(*refusal);
        });
}

} // namespace ui::planned_visits
