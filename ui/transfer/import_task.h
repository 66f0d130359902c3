// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "exchange/import_run.h"
#include "exchange/mapping.h"
#include "exchange/table_reader.h"

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
};

/// The head of a table as it will be read.
struct Preview {
    QStringList columns;
    QVector<QStringList> rows;
    QString encoding; ///< found or named; empty for workbooks
};

/// Reads and imports files on a thread of its own, one thing after the other, so that the window stays
/// live however long a file is. Ends with what is under way when it goes.
class ImportTask : public QObject
{
    Q_OBJECT

public:
    static constexpr int previewRows = 50;

    explicit ImportTask(Desk &desk, QObject *parent = nullptr);
    ~ImportTask() override;

    /// Answers with previewed() or failed().
    void preview(const QString &path, const exchange::TableOptions &options);
    /// Answers with finished() or failed(); `dryRun` writes nothing to the desk.
    void run(const ImportJob &job, bool dryRun);
    void cancel() { m_cancel = true; }
    bool isRunning() const { return m_isRunning; }

    /// Where the refused rows of a file go: beside it, and those of a trial into a folder that goes with the
    /// program, so that a trial never overwrites what someone is mending.
    QString rejectsFor(const QString &path, bool dryRun) const;

Q_SIGNALS:
    void previewed(const ui::transfer::Preview &preview);
    void progressed(const exchange::ImportProgress &progress);
    void finished(const exchange::ImportReport &report, bool wasDryRun);
    void failed(const QString &why);

private:
    exchange::ImportOptions optionsFor(const ImportJob &job, bool dryRun);

    Desk &m_desk;
    QTemporaryDir m_trials;
    QThreadPool m_thread;
    std::atomic<bool> m_cancel = false;
    bool m_isRunning = false;
};

} // namespace ui::transfer
