// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "items/shift_record.h"
#include "store/committed.h"

#include <QAbstractTableModel>

namespace items
{

/// The duty log of a day, the newest first; on the list of today also the evening before, and whatever is still to be done of earlier
/// days. Read anew on another thread when a commit touches the log.
class DutyLogModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { At, Kind, What, By, State };
    static constexpr int columns = 5;

    explicit DutyLogModel(const Source &source, QObject *parent = nullptr);

    void showDay(QDate day);
    QDate day() const { return m_day; }
    QDate today() const;
    const DutyLine &at(int row) const { return m_lines.at(row); }
    /// -1 when it isn't there.
    int rowOf(const domain::Id &line) const;
    bool isComplete() const { return m_isComplete; }
    /// How many are shown on which something is still to be done.
    int open() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

public Q_SLOTS:
    void takeIn(const store::Committed &committed);
    void renew();

Q_SIGNALS:
    void renewed();

private:
    QString text(const DutyLine &line, int column) const;
    QString timeText(qint64 at_ms) const;

    const Source m_source;
    const QTimeZone m_zone;
    QDate m_day;
    QVector<DutyLine> m_lines;
    bool m_isComplete = false;
    bool m_isAsking = false;
    bool m_isStale = false; ///< something came, or another day was asked for, meanwhile
    Background m_background;
};

} // namespace items
