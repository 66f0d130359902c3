// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desktop_keyring.h"

#include <QSemaphore>
#include <QThread>

#include <qt6keychain/keychain.h>

namespace app
{

namespace
{

constexpr int farewell_ms = 1000;
const QString service = QStringLiteral("griddesk");

} // namespace

struct DesktopKeyring::Answer {
    QSemaphore done;
    bool isGood = false;
    QByteArray secret;
};

DesktopKeyring::DesktopKeyring(int patience_ms)
    : m_patience_ms(patience_ms)
{
}

DesktopKeyring::~DesktopKeyring()
{
    if (!m_thread)
        return;
    m_thread->quit();
    // A keyring that hangs keeps its thread; it ends with the program.
    if (m_thread->wait(farewell_ms)) {
        delete m_home;
        delete m_thread;
    }
}

void DesktopKeyring::start()
{
    if (m_thread)
        return;
    m_thread = new QThread;
    m_thread->setObjectName(QStringLiteral("keyring"));
    m_home = new QObject;
    m_home->moveToThread(m_thread);
    m_thread->start();
}

std::shared_ptr<DesktopKeyring::Answer> DesktopKeyring::ask(
    const QString &name, std::function<Job *(QObject *)> make)
{
    start();
    auto answer = std::make_shared<Answer>();
    QMetaObject::invokeMethod(
        m_home,
        [this, answer, name, make = std::move(make)] {
            Job *job = make(m_home);
            job->setKey(name);
            QObject::connect(job, &Job::finished, m_home, [answer](Job *finished) {
                answer->isGood = finished->error() == QKeychain::NoError;
                if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(finished))
                    answer->secret = QByteArray::fromHex(read->textData().toLatin1());
                answer->done.release();
            });
            job->start();
        },
        Qt::QueuedConnection);
    const bool answered = answer->done.tryAcquire(1, m_patience_ms);
    return answered && answer->isGood ? answer : nullptr;
}

std::optional<QByteArray> DesktopKeyring::find(const QString &name)
{
    const auto answer =
        ask(name, [](QObject *home) { return new QKeychain::ReadPasswordJob(service, home); });
    return answer ? std::optional(answer->secret) : std::nullopt;
}

bool DesktopKeyring::put(const QString &name, const QByteArray &secret)
{
    const QString text = QString::fromLatin1(secret.toHex());
    return ask(name, [text](QObject *home) {
        auto *job = new QKeychain::WritePasswordJob(service, home);
        job->setTextData(text);
        return job;
    }) != nullptr;
}

void DesktopKeyring::remove(const QString &name)
{
    ask(name, [](QObject *home) { return new QKeychain::DeletePasswordJob(service, home); });
}

} // namespace app
