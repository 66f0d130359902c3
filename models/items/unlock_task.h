// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/secrets_file.h"

#include <QObject>
#include <QThreadPool>

namespace items
{

/// Opening a desk before there is a window: first by itself or the keyring, then with what a person types, each on a thread of
/// its own. Ends with opened() or failed(); a locked desk may be tried again.
class UnlockTask : public QObject
{
    Q_OBJECT

public:
    /// `keyring` may be null; it and `random` must outlive it.
    UnlockTask(const store::DeskFolder &folder, store::Keyring *keyring, domain::Random &random,
        QObject *parent = nullptr);
    ~UnlockTask() override;

    void openByItself() { run({m_keyring, nullptr, {}}); }
    void open(const QString &typed);
    /// Once it was opened.
    const std::optional<store::Secrets> &secrets() const { return m_secrets; }

Q_SIGNALS:
    void opened();
    void failed(const domain::Refusal &refusal);

private:
    void run(const store::Unlocking &unlocking);

    const store::DeskFolder m_folder;
    store::Keyring *m_keyring;
    domain::Random &m_random;
    std::optional<store::Secrets> m_secrets;
    QThreadPool m_thread;
};

} // namespace items
