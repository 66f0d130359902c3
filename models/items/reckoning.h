// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "domain/standards.h"
#include "items/background.h"
#include "items/batch_run.h"

#include <QAbstractTableModel>

#include <atomic>

namespace items
{

/// Open promises that would be due at another time by the hours and days as they are now: a holiday was announced late, service hours were
/// entered wrongly. What a standard promises in minutes or days is left alone: its rows hold for what is promised from then on.

/// One promise that would be due at another time.
struct ReckonedClock {
    QString clock;
    qint64 due_ms = 0; ///< as it was promised
    qint64 reckoned_ms = 0; ///< as it would be due
};

/// A ticket with such promises.
struct ReckonedTicket {
    qint64 row = 0; ///< in this database
    domain::Id ticket;
    QString number;
    QString what; ///< its category, else its title
    domain::Id grid;
    bool isYours = false; ///< whoever asked may reckon it anew
    QVector<ReckonedClock> clocks;
};

/// The open tickets on which a clock runs, one after the other: each that would be due at another time is handed to `take`, until that or
/// `step` says false. `step` is told how many of how many were looked at. Only row numbers are held; for a thread of its own.
using TakeReckoned = std::function<bool(const ReckonedTicket &)>;
using ReckoningStep = std::function<bool(qsizetype, qsizetype)>;
void eachReckoned(store::Reader &reader, const domain::Actor &actor, const TakeReckoned &take,
    const ReckoningStep &step = {});

/// By which a ticket's promises are reckoned anew.
domain::ActOnTicket reckoningOf(const domain::Id &ticket, const QString &reason);
/// Whether what a commit touched may move promises that were made before.
bool movesPromises(const store::Committed &committed);

/// What was found, as a table: one line for each promise, so many at most; the rest is counted.
class ReckoningTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, What, Grid, Promise, Due, Reckoned, Shift };
    static constexpr int columns = 7;
    static constexpr qsizetype mostShown = 2000;

    struct Line {
        ReckonedTicket ticket;
        ReckonedClock clock;
    };
    struct Found {
        qint64 promises = 0;
        qint64 tickets = 0;
        QVector<qint64> yours; ///< rows of the tickets that may be reckoned anew
        QVector<Line> lines;
        QHash<domain::Id, QString> grids; ///< codes
        bool isStopped = false;
    };

    explicit ReckoningTable(const Source &source, QObject *parent = nullptr);
    ~ReckoningTable() override;

    /// Looks through all open promises; a search that is under way gives way to this one.
    void find(const domain::Actor &actor);
    void cancel();
    bool isFinding() const { return m_isFinding; }
    const Found &found() const { return m_found; }
    qint64 notYours() const { return m_found.tickets - m_found.yours.size(); }
    /// Hands out what is to be done, read when its turn comes: it may have changed meanwhile.
    BatchRun::Next deeds(const QString &reason) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void progressed(int thousandths);
    void completed();

private:
    QString textOf(const Line &line, int column) const;
    QString momentText(qint64 at_ms) const;

    const Source m_source;
    const QTimeZone m_zone;
    Found m_found;
    bool m_isFinding = false;
    std::atomic<int> m_asked = 0; ///< searches, of which the last one counts
    Background m_background;
};

/// "1 day 2 hours later", "30 minutes earlier".
QString shiftWords(qint64 from_ms, qint64 to_ms);

} // namespace items
