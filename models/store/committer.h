// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/writer.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>

class QTimer;

namespace store
{

/// Runs the writer on a thread of its own. Nobody waits for it: an answer comes as a future, and
/// `committed` announces what to read anew once it is durable. While nothing else is asked it
/// feeds the text index.
class Committer : public QObject, public CommandTaker
{
    Q_OBJECT
public:
    /// Takes over an opened writer.
    explicit Committer(std::unique_ptr<Writer> writer);
    /// Finishes what was asked, then ends the thread.
    ~Committer() override;

    QFuture<Verdict> submit(Submission submission) override;
    QFuture<QVector<Verdict>> submitAll(QVector<Submission> submissions, bool bulk) override;
    /// Takes in what another desk appended; durable when the receipt comes.
    QFuture<Receipt> take(record::Parcel parcel);
    /// Says which rules this program follows, where the others know it otherwise.
    void announce();
    /// What came of checking tables that another desk handed over.
    void judgeTables(Trust trust);
    /// Work that needs the writer's connection to itself (rebuild, backup), in turn with the commits.
    QFuture<std::optional<domain::Refusal>> maintain(std::function<void(Database &)> work);

Q_SIGNALS:
    void committed(const store::Committed &committed);

private:
    Outcome commit(const QVector<Submission> &submissions, bool bulk);

    QThread m_thread;
    QObject *m_worker;
    QTimer *m_quiet; ///< runs out when nothing was asked for a while; lives on the thread
    std::unique_ptr<Writer> m_writer;
};

} // namespace store
