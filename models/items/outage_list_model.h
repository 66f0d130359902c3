// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "items/outages.h"
#include "store/committed.h"

#include <QAbstractTableModel>

namespace items
{

/// All outages with who called about each: those that go on, those to come, what is over. Read anew on another thread when a commit
/// touches an outage or a ticket that waits with one.
class OutageListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Stage, Title, Where, From, Until, Waiting, Told };
    static constexpr int columns = 7;

    struct Line {
        OutageLine outage;
        OutageCalls calls;
    };

    explicit OutageListModel(const Source &source, QObject *parent = nullptr);

    const Line &at(int row) const { return m_lines.at(row); }
    /// -1 when it isn't there.
    int rowOf(const domain::Id &outage) const;
    bool isComplete() const { return m_isComplete; }
    /// How many go on now.
    int going() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

public Q_SLOTS:
    void takeIn(const store::Committed &committed);
    /// An outage that was to come may have begun.
    void renew();

Q_SIGNALS:
    void renewed();

private:
    void put(const QVector<Line> &lines);
    QString timeText(qint64 at_ms) const;

    const Source m_source;
    const QTimeZone m_zone;
    QVector<Line> m_lines;
    bool m_isComplete = false;
    bool m_isAsking = false;
    bool m_isStale = false;
    Background m_background;
};

} // namespace items
