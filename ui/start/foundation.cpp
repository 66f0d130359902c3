// SPDX-License-Identifier: GPL-3.0-or-later
#include "start/foundation.h"

#include <QDir>
#include <QFileInfo>
#include <QtConcurrent>

namespace ui::start
{

using namespace domain;
using transfer::ImportJob;

namespace
{

/// The one place where what the form asked is handed to founding.
Desk::Founding foundingOf(const CompanyFacts &facts)
{
    return {.company = facts.company,
        .login = facts.login,
        .administratorName = facts.name,
        .deskName = facts.deskName,
        .prefix = facts.prefix,
        .zone = facts.zone,
        .password = facts.password};
}

/// Two passes that say the same take the same rows in.
QString tokenOf(const ImportJob &job)
{
    const QFileInfo file(job.path);
    QStringList parts{QString::fromLatin1(job.reg->key), job.path, job.options.encoding,
        job.options.layer, QString::number(file.size()),
        QString::number(file.lastModified().toMSecsSinceEpoch())};
    for (const exchange::FieldSource &source : job.mapping.fields) {
        parts << source.field << source.columns.join(u'\t');
        QStringList values;
        for (auto at = source.values.begin(); at != source.values.end(); ++at)
            values << at.key() + u'\t' + at.value();
        values.sort();
        parts << values.join(u'\t');
    }
    return parts.join(u'\n');
}

/// A folder that stands empty makes room; in one that holds other things the desk's own come last, the database
/// at the very end, since it is what makes the folder a desk.
bool moveFolder(const QString &from, const QString &to)
{
    QDir().mkpath(QFileInfo(to).absolutePath());
    if (!QFileInfo::exists(to) || QDir().rmdir(to))
        return QDir().rename(from, to);
    QStringList names =
        QDir(from).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden);
    const QString database = QFileInfo(store::DeskFolder{from}.database()).fileName();
    names.removeAll(database);
    names.append(database);
    return std::ranges::all_of(names, [&](const QString &name) {
        return QDir().rename(from + u'/' + name, to + u'/' + name);
    }) && QDir().rmdir(from);
}

} // namespace

Foundation::Foundation(const QString &folder, Clock &clock, Random &random, QObject *parent)
    : QObject(parent)
    , m_folder(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()))
    , m_scratch(m_folder + QStringLiteral(".founding"))
    , m_clock(clock)
    , m_random(random)
    , m_task(nullptr)
{
    // What an interrupted founding left behind was never a desk.
    QDir(m_scratch).removeRecursively();
    connect(&m_task, &transfer::ImportTask::progressed, this,
        [this](
            const exchange::ImportProgress &progress) { Q_EMIT progressed(progress.counts.read); });
    connect(&m_task, &transfer::ImportTask::finished, this,
        [this](const exchange::ImportReport &report) { take(report); });
    connect(&m_task, &transfer::ImportTask::failed, this, [this](const QString &why) {
        if (m_isBusy)
            fail(why);
    });
}

Foundation::~Foundation()
{
    cancel();
    m_founding.waitForFinished();
    m_task.waitForDone();
    discard();
}

void Foundation::setCompany(const CompanyFacts &facts)
{
    if (m_facts == facts)
        return;
    m_facts = facts;
    discard();
}

void Foundation::discard()
{
    m_task.setDesk(nullptr);
    m_desk.reset();
    m_done.clear();
    m_outcomes.clear();
    QDir(m_scratch).removeRecursively();
}

/// Staff name their grids and grids their chiefs: the staff are taken in once more when the grids are there, so that
/// what each leaves out for want of the other is filled in.
void Foundation::planPasses(const QVector<ImportJob> &jobs)
{
    m_passes.clear();
    const ImportJob *staff = nullptr;
    for (const ImportJob &job : jobs) {
        m_passes.append(job);
        if (job.reg->reg == Register::Staff)
            staff = &job;
        if (job.reg->reg == Register::Grid && staff)
            m_passes.append(*staff);
    }
    for (ImportJob &pass : m_passes) {
        pass.deferUnknown = true;
        pass.keepsRejectsAside = true;
    }
}

void Foundation::build(const QVector<ImportJob> &jobs)
{
    if (m_isBusy)
        return;
    m_isBusy = true;
    m_isCancelled = false;
    planPasses(jobs);
    const bool goesOn = m_desk && m_done.size() <= m_passes.size()
        && std::ranges::equal(m_done, m_passes.first(m_done.size()), {}, {}, tokenOf);
    if (goesOn)
        return runNext();
    discard();
    found();
}

void Foundation::found()
{
    m_founding = QtConcurrent::run([this, founding = foundingOf(m_facts)] {
        const auto made = Desk::found(m_scratch, founding, m_clock, m_random);
        const auto *refusal = std::get_if<Refusal>(&made);
        return refusal ? std::optional(*refusal) : std::nullopt;
    });
    m_founding.then(this, [this](const std::optional<Refusal> &refusal) { opened(refusal); });
}

void Foundation::opened(const std::optional<Refusal> &refusal)
{
    if (refusal)
        return fail(refusal->text());
    Desk::Opening opening = Desk::open(m_scratch, m_clock, m_random);
    if (const auto *why = std::get_if<Refusal>(&opening))
        return fail(why->text());
    m_desk = std::move(std::get<std::unique_ptr<Desk>>(opening));
    m_desk->signIn(m_facts.login, m_facts.password)
        .then(this, [this](const store::SignedIn &answer) {
            if (const auto *why = std::get_if<Refusal>(&answer))
                return fail(why->text());
            m_founder = std::get<store::Identity>(answer);
            m_desk->sitDown(m_founder);
            m_task.setDesk(m_desk.get());
            runNext();
        });
}

void Foundation::runNext()
{
    if (m_isCancelled) {
        m_isBusy = false;
        Q_EMIT cancelled();
    } else if (m_done.size() < m_passes.size()) {
        m_task.run(m_passes.at(m_done.size()), false);
    } else {
        m_isBusy = false;
        Q_EMIT ready();
    }
}

void Foundation::take(const exchange::ImportReport &report)
{
    if (report.failure)
        return fail(report.failure->text());
    if (report.fileFailure)
        return fail(report.fileFailure->line());
    const ImportJob &pass = m_passes.at(m_done.size());
    if (report.cancelled) {
        // Half a table is no table: the next build begins anew.
        discard();
    } else {
        m_outcomes.insert(pass.reg->reg, {report.counts, m_task.refusedRows(), report.rejects});
        m_done.append(tokenOf(pass));
    }
    runNext();
}

void Foundation::fail(const QString &why)
{
    m_isBusy = false;
    discard();
    Q_EMIT failed(why);
}

void Foundation::cancel()
{
    m_isCancelled = true;
    m_task.cancel();
}

const TableOutcome *Foundation::outcome(Register reg) const
{
    const auto at = m_outcomes.constFind(reg);
    return at == m_outcomes.cend() ? nullptr : &*at;
}

void Foundation::keepRejects()
{
    for (const ImportJob &pass : std::as_const(m_passes)) {
        const TableOutcome *made = outcome(pass.reg->reg);
        if (!made || made->rejects.isEmpty())
            continue;
        const QString beside = m_task.rejectsFor(pass.path, false);
        QFile::remove(beside);
        QFile::copy(made->rejects, beside);
    }
}

std::optional<Refusal> Foundation::moveIn()
{
    m_task.setDesk(nullptr);
    m_desk.reset();
    if (moveFolder(m_scratch, m_folder))
        return {};
    discard();
    return Refusal{{}, tr("The desk can't be put into %1.").arg(m_folder),
        tr("Check the folder's permissions and what lies there, and try again."), Refusal::Device};
}

} // namespace ui::start
