// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/borrowed_check.h"

#include "store/check.h"

namespace store
{

BorrowedCheck::BorrowedCheck(const DeskFolder &folder, const Secrets &secrets)
    : m_thread(QThread::create([this, folder, secrets] {
        const auto damage = findDamage(folder, secrets, {}, &m_stop);
        if (!m_stop)
            Q_EMIT ended(damage ? damage->what + u' ' + damage->where : QString());
    }))
{
    m_thread->setObjectName(QStringLiteral("check"));
}

void BorrowedCheck::start()
{
    m_thread->start(QThread::LowestPriority);
}

BorrowedCheck::~BorrowedCheck()
{
    m_stop = true;
    m_thread->wait();
}

} // namespace store
