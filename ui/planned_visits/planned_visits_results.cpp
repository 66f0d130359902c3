// SPDX-License-Identifier: GPL-3.0-or-later
// What came of a round, on the page of planned visits and on paper.
#include "planned_visits/planned_visits_page.h"

#include "paper/hand_out.h"
#include "paper/preview.h"
#include "planned_visits/results_paper.h"
#include "widgets/banner.h"
#include "widgets/keyboard.h"

#include <QTableView>

namespace ui::planned_visits
{

using namespace domain;
using widgets::Mood;

void PlannedVisitsPage::switchResults()
{
    if (!currentPlan())
        return;
    m_showsResults = !m_showsResults;
    m_resultsAt_ms = 0;
    m_list.show(m_plan);
    if (m_showsResults)
        showResults();
    showSide();
    widgets::giveKeyboard(m_showsResults ? static_cast<QWidget *>(m_preview) : m_people);
}

void PlannedVisitsPage::showResults()
{
    if (m_list.isComplete())
        m_preview->setPages(
            paper::layOut(resultsPaper(m_list.view(), m_desk.read(), m_desk.actor())));
}

void PlannedVisitsPage::turnRound(int by)
{
    const auto &round = m_list.view().round;
    if (!m_showsResults || !round || !m_list.isComplete())
        return;
    const qint64 at_ms = by < 0 ? round->from_ms - 1 : round->until_ms;
    const VisitPlan &plan = m_list.view().plan;
    const bool isOver =
        (plan.until_ms && at_ms >= plan.until_ms) || (plan.ended_ms && at_ms >= plan.ended_ms);
    const bool isThere =
        at_ms > 0 && at_ms >= plan.from_ms && at_ms <= m_desk.clock().now_ms() && !isOver;
    if (!isThere) {
        return m_banner->showMessage(
            Mood::Open, by < 0 ? tr("This is the first round.") : tr("This is the latest round."));
    }
    m_banner->dismiss();
    m_resultsAt_ms = at_ms;
    m_list.show(m_plan, m_resultsAt_ms);
}

void PlannedVisitsPage::print()
{
    paper::printWithDialog(m_preview->pages(), this);
}

void PlannedVisitsPage::savePdf()
{
    paper::savePdfWithDialog(
        m_preview->pages(), m_list.view().plan.name + QStringLiteral(".pdf"), this);
}

} // namespace ui::planned_visits
