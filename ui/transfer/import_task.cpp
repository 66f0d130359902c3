// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import_task.h"

#include "exchange/register_import.h"
#include "exchange/ticket_import.h"

#include <QFileInfo>
#include <QtConcurrent>

namespace ui::transfer
{

using namespace exchange;

namespace
{

using Previewed = std::variant<Preview, FileRefusal>;
using Imported = std::variant<ImportReport, FileRefusal>;

Previewed readHead(const QString &path, const TableOptions &options)
{
    OpenedTable opened = openTable(path, options);
    if (auto *refusal = std::get_if<FileRefusal>(&opened))
        return *refusal;
    TableReader &table = *std::get<std::unique_ptr<TableReader>>(opened);
    Preview preview{table.columns(), {}, {}, table.sheetNames(), table.sheetName(),
        table.encodingName(), table.remarks()};
    while (const std::optional<Row> row = table.next()) {
        if (row->area)
            preview.areas.append({row->line, row->cells, *row->area});
        else if (preview.rows.size() == ImportTask::previewRows)
            break;
        if (preview.rows.size() == ImportTask::previewRows)
            continue;
        preview.rows.append(row->cells);
        preview.lines.append(row->line);
    }
    if (table.error())
        return *table.error();
    return preview;
}

Imported import(Desk &desk, const ImportJob &job, const ImportOptions &options)
{
    OpenedTable opened = openTable(job.path, job.options);
    if (auto *refusal = std::get_if<FileRefusal>(&opened))
        return *refusal;
    TableReader &table = *std::get<std::unique_ptr<TableReader>>(opened);
    return job.reg ? importRegister(desk, table, *job.reg, job.mapping, options)
                   : importTickets(desk, table, job.mapping, options);
}

} // namespace

ImportTask::ImportTask(Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
    m_thread.setMaxThreadCount(1);
}

ImportTask::~ImportTask()
{
    m_cancel = true;
    m_thread.waitForDone();
}

QString ImportTask::rejectsFor(const QString &path, bool dryRun) const
{
    const QFileInfo file(path);
    const QString folder = dryRun ? m_trials.path() : file.absolutePath();
    return folder + u'/' + file.completeBaseName() + QStringLiteral(".rejects.csv");
}

void ImportTask::preview(const QString &path, const TableOptions &options)
{
    QtConcurrent::run(&m_thread, readHead, path, options).then(this, [this](const Previewed &read) {
        if (const auto *refusal = std::get_if<FileRefusal>(&read))
            Q_EMIT failed(refusal->line());
        else
            Q_EMIT previewed(std::get<Preview>(read));
    });
}

ImportOptions ImportTask::optionsFor(const ImportJob &job, bool dryRun)
{
    std::optional<qint64> drawnFrom_ms;
    if (job.drawnFrom.isValid())
        drawnFrom_ms = job.drawnFrom.startOfDay(m_desk->read().zone()).toMSecsSinceEpoch();
    return {.rejects = rejectsFor(job.path, dryRun || job.keepsRejectsAside),
        .dryRun = dryRun,
        .deferUnknown = job.deferUnknown,
        .sealNumbers = job.sealNumbers,
        .drawnFrom_ms = drawnFrom_ms,
        .refused = [this](const Row &row, const RowProblem &problem) { keep(row, problem.reason); },
        .leftOut =
            [this](const Row &row, const RowProblem &problem) {
                keep(row, tr("taken in without it: %1").arg(problem.reason));
            },
        .progress =
            [this](const ImportProgress &progress) {
                QMetaObject::invokeMethod(this, [this, progress] { Q_EMIT progressed(progress); });
            },
        .cancel = &m_cancel};
}

void ImportTask::keep(const Row &row, const QString &reason)
{
    if (m_refused.size() < mostRefused)
        m_refused.append({row.line, row.cells, reason});
}

void ImportTask::run(const ImportJob &job, bool dryRun)
{
    // Taken here, on the desk's own thread; the import only submits.
    if (const auto refusal = dryRun ? std::nullopt : m_desk->startWriting()) {
        Q_EMIT failed(refusal->text());
        return;
    }
    m_cancel = false;
    m_isRunning = true;
    m_refused.clear();
    QtConcurrent::run(&m_thread, [this, job, options = optionsFor(job, dryRun)] {
        return import(*m_desk, job, options);
    }).then(this, [this, dryRun](const Imported &done) {
        m_isRunning = false;
        if (const auto *refusal = std::get_if<FileRefusal>(&done))
            Q_EMIT failed(refusal->line());
        else
            Q_EMIT finished(std::get<ImportReport>(done), dryRun);
    });
}

} // namespace ui::transfer
