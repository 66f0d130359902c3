// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "exchange/import_run.h"
#include "exchange/mapping.h"
#include "exchange/table_reader.h"

#include <QDate>
#include <QObject>
#include <QTemporaryDir>
#include <QThreadPool>

namespace ui::transfer
{

/// What is to be imported: the file, how it is read, and as what.
struct ImportJob {
    QString path;
    exchange::TableOptions options;
    const domain::RegisterSpec *reg = nullptr; ///< null for tickets
    exchange::Mapping mapping;
    bool sealNumbers = false;
    bool deferUnknown = false;
    bool keepsRejectsAside = false; ///< not beside the file
    QDate drawnFrom =
        {}; ///< the day from which a map's areas hold; none: new grids since ever, others from today
};

/// A row that was refused, or taken in without something, as it is shown beside its reason.
struct RefusedRow {
    qint64 line = 0;
    QStringList cells;
    QString reason;
};

/// What a row of a map draws.
struct PreviewArea {
    qint64 line = 0;
    QStringList cells;
    exchange::RowArea area;
};

/// The head of a table as it will be read; of a map everything that it draws.
struct Preview {
    QStringList columns;
    QVector<QStringList> rows;
    QVector<qint64> lines; ///< where the rows stand in the file
    QStringList sheets; ///< the workbook's, or the map's layers; empty for texts
    QString sheet; ///< the one that is read
    QString encoding; ///< found or named; empty for workbooks
    QStringList remarks = {}; ///< on how it is read
    QVector<PreviewArea> areas = {};
};

/// Reads and imports files on a thread of its own, one thing after the other, so that the window stays
/// live however long a file is. Ends with what is under way when it goes.
class ImportTask : public QObject
{
    Q_OBJECT

public:
    static constexpr int previewRows = 50;
    static constexpr int mostRefused = 200; ///< kept to be shown; the rejects file has them all

    /// Without a desk files can be looked at and nothing imported.
    explicit ImportTask(Desk *desk, QObject *parent = nullptr);
    ~ImportTask() override;
    void setDesk(Desk *desk) { m_desk = desk; }

    /// Answers with previewed() or failed().
    void preview(const QString &path, const exchange::TableOptions &options);
    /// Answers with finished() or failed(); `dryRun` writes nothing to the desk.
    void run(const ImportJob &job, bool dryRun);
    void cancel() { m_cancel = true; }
    void waitForDone() { m_thread.waitForDone(); }
    bool isRunning() const { return m_isRunning; }
    /// Of the last run, in the table's order.
    const QVector<RefusedRow> &refusedRows() const { return m_refused; }

    /// Where the refused rows of a file go: beside it, and those of a trial into a folder that goes with the
    /// program, so that a trial never overwrites what someone is mending.
    QString rejectsFor(const QString &path, bool dryRun) const;

Q_SIGNALS:
    void previewed(const ui::transfer::Preview &preview);
    void progressed(const exchange::ImportProgress &progress);
    void finished(const exchange::ImportReport &report, bool wasDryRun);
    void failed(const QString &why);

private:
    void keep(const exchange::Row &row, const QString &reason);
    exchange::ImportOptions optionsFor(const ImportJob &job, bool dryRun);

    Desk *m_desk;
    QVector<RefusedRow> m_refused; ///< written by the import's thread while one runs
    QTemporaryDir m_trials;
    QThreadPool m_thread;
    std::atomic<bool> m_cancel = false;
    bool m_isRunning = false;
};

} // namespace ui::transfer
