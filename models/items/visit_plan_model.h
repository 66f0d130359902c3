// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "items/visit_round.h"
#include "store/committed.h"

#include <QAbstractTableModel>

namespace items
{

/// What reads rounds for a page: a thread, and the finder that lives on it.
struct RoundReading {
    explicit RoundReading(const Source &source)
        : background(source)
    {
    }

    RoundFinder finder; ///< touched by questions to the background alone
    Background background;
};

/// Whether a commit may change whom a round takes or what came of it.
bool touchesVisits(const store::Committed &committed);

/// All visit plans with what became of their rounds: those that run, those to come, those over. Read on another thread.
class VisitPlanModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Progress, Until };
    static constexpr int columns = 3;

    struct Line {
        domain::VisitPlan plan;
        RoundView::Stage stage = RoundView::Running;
        std::optional<domain::VisitRound> round;
        int taken = 0; ///< with those who were visited and no longer belong to it
        int reached = 0;
        int toCall = 0; ///< the round takes them and nobody has reached them
    };

    /// The reading must outlive it.
    VisitPlanModel(const Source &source, RoundReading &reading, QObject *parent = nullptr);

    const Line &at(int row) const { return m_lines.at(row); }
    /// -1 when it isn't there.
    int rowOf(const domain::Id &plan) const;
    bool isComplete() const { return m_isComplete; }
    /// How many are left to be called in all rounds that run.
    int toCall() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

public Q_SLOTS:
    /// However much is committed meanwhile, it is read once more.
    void renew();

Q_SIGNALS:
    void renewed();

private:
    void put(const QVector<Line> &lines);
    QString progressText(const Line &line) const;
    QString untilText(const Line &line) const;

    const QTimeZone m_zone;
    RoundReading &m_reading;
    QVector<Line> m_lines;
    bool m_isComplete = false;
    bool m_isAsking = false;
    bool m_isStale = false;
};

} // namespace items
