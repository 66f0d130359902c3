// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/roster.h"
#include "items/background.h"
#include "items/chiefs_away.h"
#include "store/committed.h"

#include <QAbstractTableModel>

namespace items
{

/// A week of the roster: the staff by days, what was typed into each cell, who is on leave, and below them what of each day nobody is
/// on duty. It reads on another thread and changes nothing by itself: what somebody types is told, and shown once it is recorded.
class RosterTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, InHand, FirstDay };
    static constexpr int days = 7;
    static constexpr int columns = FirstDay + days;

    struct Cell {
        QString code; ///< as it was typed
        QString leave; ///< a code of List::LeaveKind; empty: none that was approved
        bool isAsked = false; ///< leave was asked for and not answered
    };
    struct Line {
        domain::Id id;
        QString name;
        QString role;
        QString team;
        qint64 inHand = 0;
        QVector<Cell> cells;
        QVector<ActingChief> acting; ///< for whose chief this person acts in that week
    };

    explicit RosterTable(const Source &source, QObject *parent = nullptr);

    /// The week from this day on; a Monday as people use it.
    void showWeek(QDate first);
    QDate first() const { return m_first; }
    /// The week that was asked for last, which may still be on its way.
    QDate wanted() const { return m_wanted; }
    QDate dayOf(int column) const { return m_first.addDays(column - FirstDay); }
    qint64 startOf(QDate day) const;
    const QVector<Line> &lines() const { return m_lines; }
    const domain::ShiftHours *shift(const QString &code) const;
    /// In the order of their beginnings.
    QVector<domain::ShiftHours> shifts() const;
    QVector<domain::MinuteStretch> gapsOf(int day) const { return m_gaps.value(day); }
    /// Whose chief is away in that week, and who acts.
    const QVector<ChiefAway> &away() const { return m_away; }
    bool isComplete() const { return m_isComplete; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void setEditable(bool isEditable) { m_isEditable = isEditable; }

public Q_SLOTS:
    void takeIn(const store::Committed &committed);

Q_SIGNALS:
    void renewed();
    /// Somebody typed into a cell; an empty code clears it.
    void typed(const domain::Id &person, QDate day, const QString &code);

private:
    struct Week {
        QDate first;
        QVector<Line> lines;
        QHash<QString, domain::ShiftHours> shifts;
        QVector<QVector<domain::MinuteStretch>> gaps;
        QVector<ChiefAway> away;
    };

    static Week readWeek(store::Reader &reader, QDate first);
    void renew();
    void put(Week week);
    QString cellText(const Cell &cell) const;
    QString nameText(const Line &line) const;

    const Source m_source;
    const QTimeZone m_zone;
    QDate m_first; ///< of the week that is shown
    QDate m_wanted;
    QVector<Line> m_lines;
    QHash<QString, domain::ShiftHours> m_shifts;
    QVector<QVector<domain::MinuteStretch>> m_gaps;
    QVector<ChiefAway> m_away;
    bool m_isComplete = false;
    bool m_isEditable = false;
    int m_asked = 0;
    Background m_background;
};

} // namespace items
