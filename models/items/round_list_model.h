// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/visit_plan_model.h"

namespace items
{

/// The phone list of one plan's round: who is still to be called, or who was. Read on another thread; what was just recorded here
/// moves at once.
class RoundListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Grid, State };
    static constexpr int columns = 3;
    enum class Part : quint8 { ToCall, Done };

    /// The reading must outlive it.
    RoundListModel(const Source &source, RoundReading &reading, QObject *parent = nullptr);

    /// The round of this plan at a moment; 0 for now. A null plan shows nothing.
    void show(const domain::Id &plan, qint64 at_ms = 0);
    void showPart(Part part);
    Part part() const { return m_part; }
    /// The whole round, as it was read last.
    const RoundView &view() const { return m_view; }
    bool isComplete() const { return m_isComplete; }

    const RoundLine &at(int row) const { return m_view.lines.at(m_rows.at(row)); }
    /// -1 when the part that is shown doesn't have them.
    int rowOf(const domain::Id &customer) const;
    /// Of anybody in the round, whichever part has them; null when it doesn't take them and never did, or they are gone.
    const RoundLine *lineOf(const domain::Id &customer) const;
    int count(Part part) const;
    /// What was recorded of the one in a row: whoever was reached leaves the list, whoever wasn't comes last.
    void take(int row, const VisitSaid &said, const domain::Id &visit);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

public Q_SLOTS:
    void renew();

Q_SIGNALS:
    void renewed();

private:
    void put(const RoundView &view);
    void arrange();
    QVector<qsizetype> rowsOf(Part part) const;
    QString stateText(const RoundLine &line) const;

    const QTimeZone m_zone;
    RoundReading &m_reading;
    domain::Id m_plan;
    qint64 m_at_ms = 0;
    Part m_part = Part::ToCall;
    RoundView m_view;
    QVector<qsizetype> m_rows; ///< places among its lines
    quint64 m_asked = 0;
    bool m_isComplete = false;
    bool m_isAsking = false;
    bool m_isStale = false;
};

} // namespace items
