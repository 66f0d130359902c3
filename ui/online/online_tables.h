// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "online/online_words.h"

#include <QAbstractTableModel>

namespace ui::online
{

// Services and folders in words, a row each.
class SourceTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { State, Name, Address, Mapping, LastRound, CameIn, Refused, Waiting };
    static constexpr int columns = 8;

    // Channel and clock must outlive it.
    SourceTable(const items::OnlineChannel &channel, const domain::Clock &clock,
        const QTimeZone &zone, QObject *parent = nullptr);

    const items::OnlineSource &at(int row) const { return m_sources.at(row); }
    int rowOf(const QString &name) const; // -1 when it isn't there
    Moment moment() const { return {m_clock.now_ms(), m_zone}; }
    // What the channel says now; the same rows keep their places.
    void renew();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString words(int column, const items::OnlineSource &source) const;

    const items::OnlineChannel &m_channel;
    const domain::Clock &m_clock;
    const QTimeZone m_zone;
    QVector<items::OnlineSource> m_sources;
};

// What came of one of them: what is to be looked at first, the newest tickets behind it.
class LineTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Kind, Id, Ticket, What };
    static constexpr int columns = 4;

    using QAbstractTableModel::QAbstractTableModel;

    const items::OnlineLine &at(int row) const { return m_lines.at(row); }
    QString wordsAt(int row) const { return lineWords(at(row)); }
    void show(const items::OnlineSource &source);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVector<items::OnlineLine> m_lines;
};

} // namespace ui::online
