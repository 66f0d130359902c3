// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample_matters.h"
#include "sample_people.h"

namespace app
{

/// Tells what became of one ticket, step by step from its intake until today or its end: who did what,
/// and how long it took. A story that reaches the present stops there, so young tickets are found on the way.
class Story
{
public:
    Story(const SampleCompany &company, Dice &dice, qint64 now_ms);

    /// The commands of one ticket. A stuck one stops somewhere although time goes on.
    QVector<domain::Command> tell(const Matter &matter, const Household &household,
        const domain::Id &ticket, qint64 at_ms, bool isStuck);

private:
    void open(const Household &household);
    void repair();
    void prepareRepair();
    void repairOnce();
    void visitUntilSatisfied();
    void tellByKind();
    void complaint();
    void application();
    void enquiry();
    void suggestion();
    void praise();
    QString unit() const;
    void aside();

    /// Lets time pass; false when it has reached the present.
    bool wait(int fewest_min, int most_min);
    bool act(const char *action, const domain::Id &by, const domain::Values &values = {});
    QVariant oneOf(const QStringList &texts);

    const SampleCompany &m_company;
    Dice &m_dice;
    const qint64 m_now_ms;

    const Matter *m_matter = nullptr;
    const SampleGrid *m_grid = nullptr;
    domain::Id m_ticket;
    domain::Id m_technician;
    qint64 m_at_ms = 0;
    int m_stepsLeft = 0; ///< before it gets stuck
    bool m_isOver = false;
    bool m_isAnonymous = false;
    bool m_isEmergency = false;
    QVector<domain::Command> m_commands;
};

} // namespace app
