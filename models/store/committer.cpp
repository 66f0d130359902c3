// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/committer.h"

#include <QTimer>

namespace store
{

namespace
{
/// How many rows one feeding takes: short enough that a save behind it doesn't notice.
constexpr qint64 textRows = 50;
/// How long nothing must have been asked before the index is fed.
constexpr int quiet_ms = 250;
} // namespace

Committer::Committer(std::unique_ptr<Writer> writer)
    : m_worker(new QObject)
    , m_quiet(new QTimer(m_worker))
    , m_writer(std::move(writer))
{
    m_thread.setObjectName(QStringLiteral("committer"));
    m_quiet->setSingleShot(true);
    m_quiet->setInterval(quiet_ms);
    connect(m_quiet, &QTimer::timeout, m_worker, [this] {
        if (m_writer->feedSomeText(textRows))
            m_quiet->start();
    });
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(m_quiet, qOverload<>(&QTimer::start));
}

Committer::~Committer()
{
    // A blocking call behind all that was asked: when it returns, the queue is empty.
    QMetaObject::invokeMethod(
        m_worker, [] {}, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

Outcome Committer::commit(const QVector<Submission> &submissions, bool bulk)
{
    Outcome outcome = m_writer->commit(submissions, bulk);
    if (!outcome.committed.touched.isEmpty())
        Q_EMIT committed(outcome.committed);
    m_quiet->start();
    return outcome;
}

QFuture<Verdict> Committer::submit(Submission submission)
{
    auto promise = std::make_shared<QPromise<Verdict>>();
    promise->start();
    QMetaObject::invokeMethod(m_worker, [this, promise, submission = std::move(submission)] {
        promise->addResult(commit({submission}, false).verdicts.constFirst());
        promise->finish();
    });
    return promise->future();
}

QFuture<QVector<Verdict>> Committer::submitAll(QVector<Submission> submissions, bool bulk)
{
    auto promise = std::make_shared<QPromise<QVector<Verdict>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_worker, [this, promise, bulk, submissions = std::move(submissions)] {
            promise->addResult(commit(submissions, bulk).verdicts);
            promise->finish();
        });
    return promise->future();
}

QFuture<Receipt> Committer::take(record::Parcel parcel)
{
    auto promise = std::make_shared<QPromise<Receipt>>();
    promise->start();
    QMetaObject::invokeMethod(m_worker, [this, promise, parcel = std::move(parcel)] {
        const Taken taken = m_writer->take(parcel);
        if (!taken.committed.touched.isEmpty() || taken.receipt.fresh > 0)
            Q_EMIT committed(taken.committed);
        m_quiet->start();
        promise->addResult(taken.receipt);
        promise->finish();
    });
    return promise->future();
}

void Committer::announce()
{
    QMetaObject::invokeMethod(m_worker, [this] {
        const Committed said = m_writer->announce();
        if (!said.touched.isEmpty())
            Q_EMIT committed(said);
    });
}

void Committer::judgeTables(Trust trust)
{
    QMetaObject::invokeMethod(m_worker, [this, trust] { m_writer->judgeTables(trust); });
}

QFuture<std::optional<domain::Refusal>> Committer::maintain(std::function<void(Database &)> work)
{
    auto promise = std::make_shared<QPromise<std::optional<domain::Refusal>>>();
    promise->start();
    QMetaObject::invokeMethod(m_worker, [this, promise, work = std::move(work)] {
        std::optional<domain::Refusal> refusal;
        try {
            work(m_writer->database());
        } catch (const SqlFailure &failure) {
            refusal = refusalFor(failure);
        }
        promise->addResult(refusal);
        promise->finish();
    });
    return promise->future();
}

} // namespace store
