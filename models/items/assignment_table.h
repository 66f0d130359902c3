// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/assignment_plan.h"
#include "items/background.h"
#include "items/batch_run.h"

#include <QAbstractTableModel>

#include <atomic>

namespace items
{

/// A plan of whom many tickets are given to, line by line, before anything is done: made on another thread, then changed by whoever
/// decides. What somebody gets follows from the lines as they stand.
class AssignmentTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, What, Grid, Person, Why };
    static constexpr int columns = 5;
    static constexpr qsizetype alternatives = 20; ///< candidates of each ticket

    explicit AssignmentTable(const Source &source, QObject *parent = nullptr);
    ~AssignmentTable() override;

    /// Begins a plan; what was there goes.
    void make(const QVector<qint64> &tickets, const domain::Actor &actor);
    /// Gives up what is being made, or what is there.
    void clear();
    bool isMaking() const { return m_isMaking; }

    const AssignmentPlan &plan() const { return m_plan; }
    const AssignmentLine &lineAt(int row) const { return m_plan.lines.at(row); }
    /// The next candidate of a line, or the one before; from the last on to the first.
    void choose(int row, int steps);
    /// Leaves a ticket out, or takes it in again with whoever was proposed.
    void leaveOut(int row);
    bool isAnyOtherwise() const;
    qint64 countGiven() const;
    qint64 countOutcome(AssignmentLine::Outcome outcome) const;
    /// Hands out what is to be done by the plan as it stands. Whatever somebody got meanwhile is left with that person.
    BatchRun::Next deeds(const QString &reason) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void progressed(int tickets);
    void made();
    /// Somebody else gets something.
    void changed();

private:
    void put(const AssignmentPlan &plan);
    void tell(int row);
    BatchRun::Deed deedOf(const AssignmentLine &line, const QString &reason) const;
    QString personText(const AssignmentLine &line) const;
    QString whyText(const AssignmentLine &line) const;
    QString textOf(const AssignmentLine &line, int column) const;

    const Source m_source;
    AssignmentPlan m_plan;
    QHash<domain::Id, QString> m_names; ///< of the grids, and of those who have something already
    bool m_isMaking = false;
    std::atomic<int> m_asked = 0; ///< plans, of which the last one counts
    Background m_background;
};

} // namespace items
