// SPDX-License-Identifier: GPL-3.0-or-later
#include "planned_visits/planned_visits_page.h"

#include "items/gates.h"
#include "planned_visits/person_card.h"
#include "planned_visits/question_sheet.h"
#include "registers/register_form.h"
#include "widgets/banner.h"
#include "widgets/empty_page.h"
#include "widgets/filter_strip.h"
#include "widgets/keyboard.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace ui::planned_visits
{

using namespace domain;
using items::RoundLine;
using items::RoundListModel;
using items::RoundView;
using items::VisitPlanModel;
using widgets::Mood;

namespace
{

const QString toCall = QStringLiteral("to_call"), done = QStringLiteral("done");

QVector<QVector<quint8>> planFields()
{
    return {{visit_plan::Code}, {visit_plan::Name}, {visit_plan::Groups}, {visit_plan::Grids},
        {visit_plan::Served}, {visit_plan::OneIn, visit_plan::Months}, {visit_plan::From},
        {visit_plan::Until}, {visit_plan::Questions}, {visit_plan::Wording}};
}

QString dayText(qint64 at_ms, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(at_ms, zone).toString(QStringLiteral("yyyy-MM-dd"));
}

} // namespace

bool PlannedVisitsPage::mayKeep(Register reg) const
{
    return items::isOpenTo({.registers = {reg}}, m_desk.who(), m_desk.read().grants());
}

void PlannedVisitsPage::showRights()
{
    const bool mayPlan = mayKeep(Register::VisitPlan);
    for (QPushButton *act : std::as_const(m_planActs))
        act->setVisible(mayPlan);
    m_none->offerKey(mayPlan);
    m_answers->setVisible(mayKeep(Register::Visit));
    m_toTicket->setVisible(mayDo(Right::TakeIn, m_desk.who(), m_desk.read().grants()));
    if (!mayPlan && m_form->isOpen())
        m_form->giveUp();
}

/// Whoever only unlocks goes on with what was typed; somebody else doesn't find it. The number is covered until they look, which a
/// page that isn't in view leaves for the moment when it is.
void PlannedVisitsPage::personChanged()
{
    if (std::exchange(m_sitter, m_desk.actor()) != m_desk.actor())
        beginAnew();
    m_sight.lookAway();
    showPerson();
    if (isVisible() && !m_card.isEmpty())
        m_card.show(m_card.number());
    showRights();
}

void PlannedVisitsPage::takeIn(const store::Committed &committed)
{
    if (isVisible() && items::touchesVisits(committed))
        renew();
}

void PlannedVisitsPage::renew()
{
    m_plans.renew();
    m_list.renew();
}

void PlannedVisitsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_card.isEmpty())
        m_card.show(m_card.number());
    renew();
}

void PlannedVisitsPage::openPlan(const Id &plan)
{
    m_goTo = plan;
    m_plans.renew();
}

void PlannedVisitsPage::showPlans()
{
    Q_EMIT waitingChanged(m_plans.toCall());
    m_stack->setCurrentIndex(m_plans.rowCount() == 0 && !m_form->isOpen() ? 1 : 0);
    const int row = m_plans.rowOf(m_goTo.isNull() ? m_plan : std::exchange(m_goTo, {}));
    if (m_plans.rowCount() > 0 && std::max(row, 0) != m_planTable->currentIndex().row())
        m_planTable->selectRow(std::max(row, 0));
    else
        showPlan();
}

const VisitPlanModel::Line *PlannedVisitsPage::currentPlan() const
{
    const int row = m_planTable->currentIndex().row();
    return row < 0 ? nullptr : &m_plans.at(row);
}

void PlannedVisitsPage::showPlan()
{
    const VisitPlanModel::Line *line = currentPlan();
    const Id plan = line ? line->plan.id : Id();
    if (plan == m_plan)
        return showSide();
    if (m_plans.rowOf(m_plan) >= 0 && !mayLeave()) {
        // The row goes back to the plan of the call when the view has done with this step.
        QMetaObject::invokeMethod(this, &PlannedVisitsPage::showPlans, Qt::QueuedConnection);
        return;
    }
    m_plan = plan;
    m_ending = {};
    m_resultsAt_ms = 0;
    m_person = {};
    m_parts->setActive({toCall});
    m_list.showPart(RoundListModel::Part::ToCall);
    m_list.show(m_plan);
    showSide();
}

/// Whoever was chosen stays chosen while the list has them, or something is typed; else the first one is.
void PlannedVisitsPage::showList()
{
    m_parts->setCounts({{toCall, m_list.count(RoundListModel::Part::ToCall)},
        {done, m_list.count(RoundListModel::Part::Done)}});
    if (m_list.rowOf(m_back) >= 0)
        m_person = {};
    const int row = std::max(m_list.rowOf(m_person.isNull() ? m_back : m_person), 0);
    m_back = {};
    if (isTouched()) {
        keepCall();
    } else if (m_list.rowCount() == 0) {
        m_person = {};
        m_card.clear();
    } else {
        if (m_people->currentIndex().row() != row)
            m_people->selectRow(row);
        choosePerson(m_list.index(row, 0));
    }
    if (m_showsResults)
        showResults();
    showSide();
}

void PlannedVisitsPage::showPart()
{
    if (!mayLeave())
        return m_parts->setActive({m_list.part() == RoundListModel::Part::Done ? done : toCall});
    const bool isDone = m_parts->active().contains(done);
    m_person = {};
    m_list.showPart(isDone ? RoundListModel::Part::Done : RoundListModel::Part::ToCall);
    showList();
    widgets::giveKeyboard(m_people);
}

void PlannedVisitsPage::switchPart()
{
    m_parts->setActive({m_parts->active().contains(done) ? toCall : done});
    showPart();
}

void PlannedVisitsPage::choosePerson(const QModelIndex &row)
{
    if (!row.isValid())
        return;
    const RoundLine &line = m_list.at(row.row());
    const bool isSame = line.customer == m_person;
    // Another desk may have called them meanwhile.
    const bool isNews = line.visit != m_visit || line.at_ms != m_visited_ms;
    if (isSame && (!isNews || isTouched()))
        return;
    if (!isSame && !mayLeave()) {
        // The row goes back to the one who is being called when the view has done with this step.
        QMetaObject::invokeMethod(this, &PlannedVisitsPage::showList, Qt::QueuedConnection);
        return;
    }
    m_leaving.reset();
    m_person = line.customer;
    m_visit = line.visit;
    m_visited_ms = line.at_ms;
    m_ticket = m_asked.customer == m_person ? m_asked.ticket : Id();
    m_questions->setQuestions(m_list.view().plan.questions);
    m_put = told();
    showAnswers();
    if (isSame)
        return;
    m_card.show(line.number);
    showSide();
}

void PlannedVisitsPage::showPerson()
{
    m_personCard->show(m_card, m_list.view().plan);
}

void PlannedVisitsPage::showSide()
{
    for (QPushButton *act : std::as_const(m_paperActs))
        act->setVisible(m_showsResults);
    if (m_form->isOpen())
        return m_side->setCurrentIndex(Form);
    if (m_showsResults)
        return m_side->setCurrentIndex(Results);
    const VisitPlanModel::Line *line = currentPlan();
    const bool isDone = m_list.part() == RoundListModel::Part::Done;
    m_nobody->setText(!line || !m_list.isComplete() ? QString()
            : isDone                                ? tr("Nobody was called in this round yet.")
            : line->stage == RoundView::ToCome
            ? tr("The first round begins on %1.")
                  .arg(dayText(line->plan.from_ms, m_desk.read().zone()))
            : line->stage == RoundView::Over
            ? tr("This plan is over. Ctrl+B shows what came of it.")
            : m_list.view().taken() == 0
            ? tr("This round takes nobody: look at the plan's groups, grids and sample.")
            : tr("All of this round are called. Ctrl+B shows what came of it."));
    m_side->setCurrentIndex(m_person.isNull() || m_card.isEmpty() ? Nobody : Call);
}

QString PlannedVisitsPage::freshCode() const
{
    const auto desk = m_desk.read().findRow(m_desk.secrets().desk);
    const QString prefix = (desk ? desk->row.values.text(desk::Prefix) : QString())
        + QDateTime::fromMSecsSinceEpoch(m_desk.clock().now_ms(), m_desk.read().zone())
              .toString(QStringLiteral("-yyMM-"));
    int number = 1;
    while (m_desk.read().findRowByCode(Register::VisitPlan, prefix + QString::number(number)))
        ++number;
    return prefix + QString::number(number);
}

void PlannedVisitsPage::add()
{
    RegisterRow row{m_desk.freshId(), Register::VisitPlan, {}, false};
    const QTimeZone zone = m_desk.read().zone();
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_desk.clock().now_ms(), zone).date();
    row.values.set(visit_plan::Code, freshCode());
    row.values.set(visit_plan::From, today.startOfDay(zone).toMSecsSinceEpoch());
    beginForm(row, true);
}

void PlannedVisitsPage::change()
{
    const auto row = m_desk.read().findRow(m_plan);
    if (row && !row->row.removed)
        beginForm(row->row, false);
}

void PlannedVisitsPage::beginForm(const RegisterRow &row, bool isNew)
{
    if (m_form->isOpen() && m_form->isTouched())
        return m_banner->showMessage(
            Mood::Late, tr("Save what stands in the form, or close it, first."));
    m_banner->dismiss();
    m_showsResults = false;
    m_stack->setCurrentIndex(0);
    m_side->setCurrentIndex(Form);
    m_form->begin({row, isNew, planFields(),
        isNew ? tr("New plan of visits") : row.values.text(visit_plan::Name)});
    showSide();
}

/// Asked once more, since whoever is left is no longer called.
void PlannedVisitsPage::end()
{
    const VisitPlanModel::Line *line = currentPlan();
    if (!line || line->stage == RoundView::Over)
        return m_banner->showMessage(Mood::Late, tr("Choose a plan that isn't over."));
    if (std::exchange(m_ending, line->plan.id) != line->plan.id) {
        return m_banner->showMessage(Mood::Open,
            tr("\"%1\" ends now, with %n still to be called. Press the same key again.", nullptr,
                line->toCall)
                .arg(line->plan.name));
    }
    m_ending = {};
    const PutRow ending{
        Register::VisitPlan, line->plan.id, {{visit_plan::Ended, m_desk.clock().now_ms()}}, {}};
    const PutRow back{Register::VisitPlan, line->plan.id, {}, {visit_plan::Ended}};
    m_desk.submit(ending).then(
        this, [this, back, name = line->plan.name](const store::Verdict &verdict) {
            if (const Refusal *refusal = store::refused(verdict))
                return say(*refusal);
            m_banner->showUndoable(tr("\"%1\" is over.").arg(name), [this, back] {
                m_desk.submit(back).then(this, [this](const store::Verdict &answer) {
                    if (const Refusal *refusal = store::refused(answer))
                        say(*refusal);
                });
            });
        });
}

void PlannedVisitsPage::say(const Refusal &refusal)
{
    m_banner->showMessage(Mood::Late, refusal.text());
}

} // namespace ui::planned_visits
