// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/key_keeper.h"

#include <QtConcurrent>

namespace items
{

using domain::Refusal;

KeyKeeper::KeyKeeper(const store::DeskFolder &folder, const store::Secrets &secrets,
    store::Keyring *keyring, domain::Random &random, const record::Stretching &stretching,
    QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_secrets(secrets)
    , m_keyring(keyring)
    , m_random(random)
    , m_stretching(stretching)
{
    m_thread.setMaxThreadCount(1);
}

KeyKeeper::~KeyKeeper()
{
    m_thread.waitForDone();
}

void KeyKeeper::setPassphrase(const QString &passphrase)
{
    run([this, passphrase](const store::Secrets &secrets) {
        return store::setPassphrase(m_folder, secrets, passphrase, m_stretching, m_random);
    });
}

void KeyKeeper::takeCode(const record::RecoveryCode &code)
{
    run([this, code](const store::Secrets &secrets) {
        return store::setRecoveryCode(m_folder, secrets, code, m_random);
    });
}

void KeyKeeper::setKeyring(bool on)
{
    run([this, on](const store::Secrets &secrets) -> store::KeyChange {
        if (!on)
            return store::removeFromKeyring(m_folder, secrets, m_keyring, m_random);
        if (m_keyring)
            return store::addToKeyring(m_folder, secrets, *m_keyring, m_random);
        return Refusal{QStringLiteral("keyring"), tr("There is no keyring on this computer."),
            tr("Go on with the passphrase."), Refusal::Device};
    });
}

void KeyKeeper::leaveOpen()
{
    run([this](const store::Secrets &secrets) {
        return store::leaveOpen(m_folder, secrets, m_keyring, m_random);
    });
}

void KeyKeeper::run(Change change)
{
    if (std::exchange(m_isBusy, true))
        return;
    Q_EMIT busyChanged(true);
    QtConcurrent::run(&m_thread, [change = std::move(change), secrets = m_secrets]() {
        try {
            return change(secrets);
        } catch (const std::bad_alloc &) {
            return store::KeyChange(Refusal{{}, tr("There is not enough memory for this."),
                tr("Close other programs, and try again."), Refusal::Device});
        }
    }).then(this, [this](const store::KeyChange &done) { finish(done); });
}

void KeyKeeper::finish(const store::KeyChange &change)
{
    m_isBusy = false;
    Q_EMIT busyChanged(false);
    if (const auto *refusal = std::get_if<Refusal>(&change)) {
        Q_EMIT failed(*refusal);
        return;
    }
    m_secrets = std::get<store::Secrets>(change);
    Q_EMIT changed();
}

} // namespace items
