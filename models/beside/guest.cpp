// SPDX-License-Identifier: GPL-3.0-or-later
#include "beside/guest.h"

#include "beside/guest_line.h"

#include <QPromise>

namespace beside
{

using store::Submission;
using store::Verdict;

Guest::Guest(const store::DeskFolder &folder)
    : m_line(new GuestLine(folder, m_isGone))
{
    m_thread.setObjectName(QStringLiteral("guest"));
    m_line->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_line, &QObject::deleteLater);
    QObject::connect(m_line, &GuestLine::left, &m_thread, &QThread::quit, Qt::DirectConnection);
    m_thread.start();
}

Guest::~Guest()
{
    QMetaObject::invokeMethod(m_line, &GuestLine::leave);
    m_thread.wait();
}

Guest::Reaching Guest::reach(
    const store::DeskFolder &folder, const QByteArray &deskKey, domain::Random &random)
{
    std::unique_ptr<Guest> guest(new Guest(folder));
    Greeted greeted;
    QMetaObject::invokeMethod(
        guest->m_line, [&] { greeted = guest->m_line->greet(deskKey, random); },
        Qt::BlockingQueuedConnection);
    if (const auto *refusal = std::get_if<domain::Refusal>(&greeted))
        return *refusal;
    if (std::holds_alternative<NobodyThere>(greeted))
        return {};
    return guest;
}

QFuture<Verdict> Guest::submit(Submission submission)
{
    auto promise = std::make_shared<QPromise<Verdict>>();
    promise->start();
    QMetaObject::invokeMethod(m_line, [line = m_line, promise, submission = std::move(submission)] {
        line->ask({submission}, false, [promise](const QVector<Verdict> &verdicts) {
            promise->addResult(verdicts.constFirst());
            promise->finish();
        });
    });
    return promise->future();
}

QFuture<QVector<Verdict>> Guest::submitAll(QVector<Submission> submissions, bool bulk)
{
    auto promise = std::make_shared<QPromise<QVector<Verdict>>>();
    promise->start();
    QMetaObject::invokeMethod(
        m_line, [line = m_line, promise, bulk, submissions = std::move(submissions)] {
            line->ask(submissions, bulk, [promise](const QVector<Verdict> &verdicts) {
                promise->addResult(verdicts);
                promise->finish();
            });
        });
    return promise->future();
}

} // namespace beside
