// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/summary_step.h"

#include "domain/registers.h"
#include "look/measures.h"
#include "widgets/icon_text.h"

#include <QVBoxLayout>

namespace ui::start
{

using namespace domain;

SummaryStep::SummaryStep(Foundation &foundation, QWidget *parent)
    : StartStep(parent)
    , m_foundation(foundation)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(look::gap);
    m_lines->addStretch();
}

QString SummaryStep::title() const
{
    return tr("Ready");
}

QString SummaryStep::hint() const
{
    return tr("This is what the desk begins with. All of it can be changed and added to "
              "afterwards.");
}

QString SummaryStep::nextText() const
{
    return tr("Open the desk");
}

void SummaryStep::say(const QString &icon, const QString &text, bool lacks)
{
    auto *line = new widgets::IconText(this);
    line->setWraps();
    line->setContent(icon, text, lacks ? look::Tone::Soon : look::Tone::Text);
    m_lines->insertWidget(m_lines->count() - 1, line);
    line->show();
}

void SummaryStep::sayStaff(store::Reader &read)
{
    qint64 people = 0, withoutRole = 0, withoutGrid = 0;
    read.eachRow(Register::Staff, [&](const store::NumberedRow &row) {
        const Values &values = row.row.values;
        const QString role = values.text(staff::Role);
        ++people;
        withoutRole += role.isEmpty();
        withoutGrid += role == u"member" && !values.has(staff::Grid);
        return true;
    });
    if (people == 1)
        return say(QStringLiteral("person"),
            tr("Only you so far. The others come on the page Staff."), true);
    say(QStringLiteral("person"), tr("%1 people").arg(people), false);
    if (withoutRole > 0)
        say(QStringLiteral("warning"),
            tr("%1 of them have no role: nothing is proposed to them.").arg(withoutRole), true);
    if (withoutGrid > 0)
        say(QStringLiteral("warning"), tr("%1 grid members have no grid.").arg(withoutGrid), true);
}

void SummaryStep::sayGrids(store::Reader &read)
{
    qint64 grids = 0, withoutChief = 0;
    read.eachRow(Register::Grid, [&](const store::NumberedRow &row) {
        ++grids;
        withoutChief += !row.row.values.has(grid::Chief);
        return true;
    });
    if (grids == 0)
        return say(QStringLiteral("warning"),
            tr("No grids: tickets find no grid chief until there are some."), true);
    say(QStringLiteral("map"), tr("%1 grids").arg(grids), false);
    if (withoutChief > 0)
        say(QStringLiteral("warning"), tr("%1 of them have no chief.").arg(withoutChief), true);
    if (read.findRowsInGrids(Register::Place).isEmpty())
        say(QStringLiteral("warning"),
            tr("No place is in a grid yet: with an address table on the page Import, tickets find "
               "their grid by themselves."),
            true);
}

void SummaryStep::sayRows(Register reg, const QString &some, const QString &none)
{
    const qint64 count = m_foundation.desk()->read().countRows(reg);
    say(QStringLiteral("registers"), count > 0 ? some.arg(count) : none, false);
}

void SummaryStep::enter()
{
    while (m_lines->count() > 1) {
        QLayoutItem *line = m_lines->takeAt(0);
        delete line->widget();
        delete line;
    }
    Desk *desk = m_foundation.desk();
    if (!desk)
        return;
    const CompanyFacts &facts = m_foundation.company();
    say(QStringLiteral("property"),
        tr("%1, desk %2, numbers begin with %3").arg(facts.company, facts.deskName, facts.prefix),
        false);
    sayStaff(desk->read());
    sayGrids(desk->read());
    sayRows(Register::Customer, tr("%1 customers"),
        tr("No customers yet: they come in with their first call."));
    sayRows(Register::Equipment, tr("%1 pieces of equipment"), tr("No equipment yet."));
    for (const Register reg :
        {Register::Staff, Register::Grid, Register::Customer, Register::Equipment}) {
        const TableOutcome *outcome = m_foundation.outcome(reg);
        if (outcome && outcome->counts.refused > 0)
            say(QStringLiteral("warning"),
                tr("%1: %2 rows were refused. They lie beside the file, each with its reason.")
                    .arg(registerSpec(reg).titleText())
                    .arg(outcome->counts.refused),
                true);
    }
}

} // namespace ui::start
