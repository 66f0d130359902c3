// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/keyring.h"

#include <QObject>

#include <functional>
#include <memory>

class QThread;

namespace QKeychain
{
class Job;
}

namespace app
{

/// The keyring of the desktop (libsecret or KWallet), through QtKeychain. Its jobs run on a thread of their own, so that it can be
/// asked from any thread and none waits longer than its patience: a keyring that doesn't answer by then is not there. One in
/// a program.
class DesktopKeyring final : public store::Keyring
{
public:
    /// Long enough for a script; a person who must first unlock the keyring wants more.
    explicit DesktopKeyring(int patience_ms = 3000);
    ~DesktopKeyring() override;

    std::optional<QByteArray> find(const QString &name) override;
    bool put(const QString &name, const QByteArray &secret) override;
    void remove(const QString &name) override;

private:
    struct Answer;
    using Job = QKeychain::Job;

    /// Nothing when the keyring had an error or did not answer.
    std::shared_ptr<Answer> ask(const QString &name, std::function<Job *(QObject *)> make);
    void start();

    const int m_patience_ms;
    QThread *m_thread = nullptr;
    QObject *m_home = nullptr; ///< lives on that thread
};

} // namespace app
