// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace store
{

/// Checks beside the work everything in a database that another desk has handed over: every hash and signature, and every row against
/// a fresh fold of the record. Takes its time: whoever works goes first.
class BorrowedCheck : public QObject
{
    Q_OBJECT
public:
    BorrowedCheck(const DeskFolder &folder, const Secrets &secrets);
    /// Breaks it off; the next start of the desk begins it again.
    ~BorrowedCheck() override;
    void start();

Q_SIGNALS:
    /// What is wrong and where; empty when all is in order.
    void ended(const QString &fault);

private:
    std::atomic<bool> m_stop = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace store
