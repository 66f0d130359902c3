// SPDX-License-Identifier: GPL-3.0-or-later
// A call of the page of planned visits: what is answered, how it is recorded, and how it is taken back.
#include "planned_visits/planned_visits_page.h"

#include "planned_visits/question_sheet.h"
#include "widgets/banner.h"
#include "widgets/keyboard.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

namespace ui::planned_visits
{

using namespace domain;
using items::RoundListModel;
using items::VisitSaid;
using widgets::Mood;

/// What was recorded before stands there to be corrected, unless something is typed already.
void PlannedVisitsPage::showAnswers()
{
    store::Reader &read = m_desk.read();
    auto row = m_visit.isNull() ? std::nullopt : read.findRow(m_visit);
    if (row && row->row.removed)
        row.reset();
    const Values values = row ? row->row.values : Values();
    const bool isReached = values.text(visit::Outcome) == u"reached";
    QStringList lines;
    if (row) {
        const auto by = read.findRow(values[visit::By].value<Id>());
        lines << tr("%1 %2 by %3")
                     .arg(isReached ? tr("Reached") : tr("Not reached"),
                         QDateTime::fromMSecsSinceEpoch(values.number(visit::At), read.zone())
                             .toString(QStringLiteral("yyyy-MM-dd HH:mm")),
                         by ? by->row.values.text(staff::Name) : QString());
        if (m_ticket.isNull())
            m_ticket = values[visit::Ticket].value<Id>();
    }
    if (!isTouched()) {
        m_remark->setText(row ? read.open(visit::Said, values[visit::Said]) : QString());
        m_questions->clear();
        const auto scores =
            scoresFrom(values.text(visit::Scores), m_list.view().plan.questions.size());
        if (isReached)
            m_questions->setScores(scores.value_or(QVector<int>()));
        m_put = told();
    }
    if (const auto ticket = m_ticket.isNull() ? std::nullopt : read.findTicket(m_ticket))
        lines << tr("Ticket %1 came of it.").arg(ticket->ticket.values.text(field::Number));
    m_recorded->setText(lines.join(u'\n'));
    m_recorded->setVisible(!lines.isEmpty());
}

PlannedVisitsPage::Told PlannedVisitsPage::told() const
{
    return {m_questions->scores(), m_questions->firstOpen(), m_remark->text()};
}

bool PlannedVisitsPage::isTouched() const
{
    return !m_person.isNull() && told() != m_put;
}

/// What is typed doesn't go unasked: once it is said, and the same key again leaves it.
bool PlannedVisitsPage::mayLeave()
{
    if (!isTouched())
        return true;
    if (m_leaving == told()) {
        m_leaving.reset();
        m_banner->dismiss();
        return true;
    }
    m_leaving = told();
    m_banner->showMessage(Mood::Open,
        tr("What is typed of this call isn't recorded yet. Enter records it; press the same key "
           "again to leave it."));
    return false;
}

/// Whoever is being called stays in view, whatever another desk recorded of them; that is told.
void PlannedVisitsPage::keepCall()
{
    const int row = m_list.rowOf(m_person);
    if (row < 0)
        m_people->selectionModel()->clear();
    else if (row != m_people->currentIndex().row())
        m_people->selectRow(row);
    const items::RoundLine *line = m_list.lineOf(m_person);
    const Id visit = line ? line->visit : Id();
    const qint64 visited_ms = line ? line->at_ms : -1;
    // With the results another round may stand there; what is just being saved here is no news.
    const bool isKnown = visit == m_visit && visited_ms == m_visited_ms;
    if (isKnown || m_showsResults || m_isSaving || !m_list.isComplete())
        return;
    m_visit = visit;
    m_visited_ms = visited_ms;
    m_ticket = m_asked.customer == m_person ? m_asked.ticket : Id();
    showAnswers();
    m_banner->showMessage(Mood::Open,
        !line                ? notTaken()
            : visit.isNull() ? tr("What was recorded of this call was taken back meanwhile. What "
                                  "you typed stays; Enter records it.")
                             : tr("Recorded meanwhile: %1. What you typed stays; Enter records "
                                  "it in its place.")
                                   .arg(m_recorded->text().section(u'\n', 0, 0)));
}

QString PlannedVisitsPage::notTaken()
{
    return tr("This round no longer takes whom you are calling, so nothing can be recorded. Choose "
              "somebody in the list to go on.");
}

/// What somebody else typed, or could take back, goes with them.
void PlannedVisitsPage::beginAnew()
{
    m_before = {};
    m_asked = {};
    m_ticket = {};
    m_ending = {};
    m_leaving.reset();
    m_wasReminded = false;
    m_put = told();
    showAnswers();
    m_banner->dismiss();
    // Once the page is in view again.
    QMetaObject::invokeMethod(
        this, [this] { widgets::giveKeyboard(m_people); }, Qt::QueuedConnection);
}

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
    const items::RoundView &view = m_list.view();
    if (m_isSaving || m_person.isNull() || !view.round || m_showsResults
        || !m_answers->isVisibleTo(this))
        return;
    const items::RoundLine *line = m_list.lineOf(m_person);
    if (!line)
        return m_banner->showMessage(Mood::Late, notTaken());
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
    const PutRow command = items::visitCommand(view.plan, *view.round, *line, said);
    Before before{m_person, command.row, {}};
    if (const auto known = m_desk.read().findRow(command.row); known && !known->row.removed)
        before.row = known->row;
    m_isSaving = true;
    m_put = told(); // it is on its way: nothing is lost by going elsewhere
    m_desk.submit(command).then(this,
        [this, said, before](const store::Verdict &verdict) { recorded(said, before, verdict); });
}

void PlannedVisitsPage::recorded(
    const VisitSaid &said, const Before &before, const store::Verdict &verdict)
{
    m_isSaving = false;
    const bool isHere = m_person == before.customer;
    if (const Refusal *refusal = store::refused(verdict)) {
        if (isHere)
            m_put = {};
        return say(*refusal);
    }
    if (said.by != m_desk.actor())
        return; // whoever sits here now didn't record it and takes nothing back
    m_before = before;
    if (m_asked.customer == before.customer) {
        // A ticket that is still being typed will find the visit by its row.
        m_asked = m_asked.ticket.isNull() ? Asked{before.customer, before.visit, {}} : Asked();
    }
    const int row = m_list.rowOf(before.customer);
    if (isHere)
        m_person = {};
    if (row >= 0)
        m_list.take(row, said, before.visit);
    if (isHere)
        goOn(std::max(row, 0), before.customer);
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
    if (m_before.visit.isNull() || !mayLeave())
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
    if (!mayDo(Right::TakeIn, m_desk.who(), m_desk.read().grants()))
        return say(lackOf(Right::TakeIn));
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
