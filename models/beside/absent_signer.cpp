// SPDX-License-Identifier: GPL-3.0-or-later
#include "beside/absent_signer.h"

#include <QDeadlineTimer>

namespace beside
{

namespace
{
/// A hash is signed in microseconds; who takes longer has been stopped.
constexpr int patience_ms = 2000;
} // namespace

QByteArray SignatureQuestions::ask(const QByteArray &publicKey, const QByteArray &hash)
{
    QMutexLocker lock(&m_mutex);
    if (!m_asking)
        return {};
    m_answer.reset();
    m_isWaiting = true;
    m_asking(publicKey, hash);
    const QDeadlineTimer patience(patience_ms);
    while (m_asking && !m_answer && m_changed.wait(&m_mutex, patience)) { }
    m_isWaiting = false;
    const QByteArray signature = m_answer.value_or(QByteArray());
    return record::isSignedBy(publicKey, hash, signature) ? signature : QByteArray();
}

void SignatureQuestions::answer(const QByteArray &signature)
{
    const QMutexLocker lock(&m_mutex);
    if (m_isWaiting)
        m_answer = signature;
    m_changed.wakeAll();
}

void SignatureQuestions::end()
{
    const QMutexLocker lock(&m_mutex);
    m_asking = {};
    m_changed.wakeAll();
}

} // namespace beside
