// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/import_run.h"
#include "exchange/import_run_trial.h"
#include "exchange/words.h"

#include <QQueue>
#include <QSet>

namespace exchange
{

namespace
{

using store::Verdict;

constexpr qsizetype batchSize = 1000; // rows
constexpr qsizetype batchesOnTheWay = 2;

struct PlannedRow {
    Row row;
    RowPlan::Kind kind;
    qsizetype commands; // how many
    QString key;
    RowProblem problem; // of a refused one, which waits so that rejects stand in the table's order
    QVector<PersonalNotice> notices;
    QVector<RowProblem> leftOut;
};

struct Batch {
    QVector<PlannedRow> rows;
    QVector<domain::Command> commands;
    QFuture<QVector<Verdict>> verdicts;
};

class ImportRun
{
public:
    ImportRun(Desk &desk, TableReader &table, RowPlanner &planner, const ImportOptions &options);

    ImportReport run();

private:
    void take(const Row &row);
    void send();
    void settleOldest();
    void settleAll();
    void settle(const PlannedRow &row, const Verdict *verdicts);
    void refuse(const Row &row, const RowProblem &problem);
    void note(const PlannedRow &row);
    void finishFiles();
    bool isOver() const;
    void tell() const;

    Desk &m_desk;
    TableReader &m_table;
    RowPlanner &m_planner;
    const ImportOptions &m_options;
    std::unique_ptr<Trial> m_trial;
    RejectsFile m_rejects;
    NoticesFile m_notices;
    Batch m_batch;
    QQueue<Batch> m_onTheWay;
    QSet<QString> m_refusedKeys;
    ImportReport m_report;
};

ImportRun::ImportRun(
    Desk &desk, TableReader &table, RowPlanner &planner, const ImportOptions &options)
    : m_desk(desk)
    , m_table(table)
    , m_planner(planner)
    , m_options(options)
    , m_trial(options.dryRun ? std::make_unique<Trial>(desk) : nullptr)
    , m_rejects(options.rejects, table.columns(), options.alwaysWriteRejects)
    , m_notices(options.notices)
{
}

ImportReport ImportRun::run()
{
    if (!m_rejects.prepare())
        m_report.fileFailure = m_rejects.error();
    while (!isOver()) {
        m_report.cancelled = m_options.cancel && *m_options.cancel;
        const std::optional<Row> row = m_report.cancelled ? std::nullopt : m_table.next();
        if (!row)
            break;
        ++m_report.counts.read;
        take(*row);
        if (m_batch.rows.size() >= batchSize)
            send();
    }
    settleAll();
    finishFiles();
    tell();
    return m_report;
}

void ImportRun::finishFiles()
{
    if (!m_report.fileFailure)
        m_report.fileFailure = m_table.error();
    if (!m_rejects.finish() && !m_report.fileFailure)
        m_report.fileFailure = m_rejects.error();
    if (!m_notices.finish() && !m_report.fileFailure)
        m_report.fileFailure = m_notices.error();
    m_report.rejects = m_rejects.path();
    m_report.notices = m_notices.path();
}

void ImportRun::take(const Row &row)
{
    RowPlan plan = m_planner.plan(row);
    if (plan.kind == RowPlan::Waiting) {
        settleAll();
        plan = m_planner.plan(row);
    }
    if (auto failure = m_planner.failure()) {
        m_report.failure = std::move(failure);
        --m_report.counts.read;
    } else {
        m_batch.rows.append({row, plan.kind, plan.commands.size(), plan.key, plan.problem,
            plan.notices, plan.leftOut});
        m_batch.commands += plan.commands;
    }
}

void ImportRun::send()
{
    while (m_onTheWay.size() >= batchesOnTheWay)
        settleOldest();
    if (m_batch.rows.isEmpty() || isOver())
        return;
    // Rows that change nothing don't trouble the writer.
    if (!m_batch.commands.isEmpty())
        m_batch.verdicts = m_trial ? m_trial->decideAll(m_batch.commands)
            : m_options.who        ? m_desk.submitAll(m_batch.commands, *m_options.who)
                                   : m_desk.submitAll(m_batch.commands);
    m_onTheWay.enqueue(std::exchange(m_batch, {}));
}

void ImportRun::settleOldest()
{
    Batch batch = m_onTheWay.dequeue();
    const QVector<Verdict> verdicts =
        batch.commands.isEmpty() ? QVector<Verdict>() : batch.verdicts.result();
    const Verdict *next = verdicts.constData();
    for (const PlannedRow &row : batch.rows) {
        settle(row, next);
        next += row.commands;
        // What was only tried stays on its way, so that its repetitions are seen.
        if (row.commands > 0 && !m_trial)
            m_planner.arrived(row.key);
    }
    tell();
}

void ImportRun::settleAll()
{
    send();
    while (!m_onTheWay.isEmpty())
        settleOldest();
}

void ImportRun::settle(const PlannedRow &row, const Verdict *verdicts)
{
    for (qsizetype i = 0; i < row.commands; ++i) {
        const domain::Refusal *refusal = store::refused(verdicts[i]);
        if (!refusal)
            continue;
        m_refusedKeys.insert(row.key);
        // A failing disk is not the row's fault: it is neither taken nor rejected.
        if (refusal->kind == domain::Refusal::Device)
            m_report.failure = *refusal;
        else
            refuse(row.row, {refusal->field, refusal->text()});
        return;
    }
    if (row.kind == RowPlan::Refused) {
        refuse(row.row, row.problem);
        return;
    }
    if (row.kind == RowPlan::Repeated && m_refusedKeys.contains(row.key)) {
        refuse(row.row, {{}, Words::tr("it repeats a row that was refused")});
        return;
    }
    qint64 &count = row.kind == RowPlan::New ? m_report.counts.accepted
        : row.kind == RowPlan::Changed       ? m_report.counts.updated
                                             : m_report.counts.unchanged;
    ++count;
    note(row);
}

void ImportRun::note(const PlannedRow &row)
{
    m_report.counts.deferred += row.leftOut.size();
    for (const RowProblem &problem : row.leftOut) {
        if (m_options.leftOut)
            m_options.leftOut(row.row, problem);
    }
    m_report.counts.noticed += !row.notices.isEmpty();
    for (const PersonalNotice &notice : row.notices) {
        if (!m_notices.add(row.row, notice) && !m_report.fileFailure)
            m_report.fileFailure = m_notices.error();
    }
}

void ImportRun::refuse(const Row &row, const RowProblem &problem)
{
    ++m_report.counts.refused;
    if (m_options.refused)
        m_options.refused(row, problem);
    if (!m_rejects.add(row, problem) && !m_report.fileFailure)
        m_report.fileFailure = m_rejects.error();
}

bool ImportRun::isOver() const
{
    return m_report.failure || m_report.fileFailure;
}

void ImportRun::tell() const
{
    if (m_options.progress)
        m_options.progress({m_report.counts, m_table.bytesRead(), m_table.size()});
}

} // namespace

ImportReport runImport(
    Desk &desk, TableReader &table, RowPlanner &planner, const ImportOptions &options)
{
    return ImportRun(desk, table, planner, options).run();
}

} // namespace exchange
