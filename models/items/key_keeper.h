// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/key_care.h"

#include <QObject>
#include <QThreadPool>

namespace items
{

/// The desk's key as its window cares for it: how it is protected, and each change on a thread of its own, since a passphrase
/// takes its time and a keyring may ask the person. One change after the other; each ends with changed() or failed().
class KeyKeeper : public QObject
{
    Q_OBJECT

public:
    /// `keyring` may be null; it and `random` must outlive it. Whoever has this has the desk for writing.
    KeyKeeper(const store::DeskFolder &folder, const store::Secrets &secrets,
        store::Keyring *keyring, domain::Random &random, const record::Stretching &stretching = {},
        QObject *parent = nullptr);
    ~KeyKeeper() override; // waits for the change under way

    store::Protection protection() const { return store::protectionOf(m_secrets.keySlots); }
    bool has(record::SlotKind kind) const { return m_secrets.has(kind); }
    bool sealsBackups() const { return !m_secrets.backupSlots().isEmpty(); }
    bool isBusy() const { return m_isBusy; }
    const store::Secrets &secrets() const { return m_secrets; }

    /// Nothing is changed by it until it is taken.
    record::RecoveryCode drawCode() { return record::RecoveryCode::fresh(m_random); }

    void setPassphrase(const QString &passphrase);
    void takeCode(const record::RecoveryCode &code);
    void setKeyring(bool on);
    void leaveOpen();

Q_SIGNALS:
    void changed();
    void failed(const domain::Refusal &refusal);
    void busyChanged(bool busy);

private:
    using Change = std::function<store::KeyChange(const store::Secrets &secrets)>;
    void run(Change change);
    void finish(const store::KeyChange &change);

    const store::DeskFolder m_folder;
    store::Secrets m_secrets;
    store::Keyring *m_keyring;
    domain::Random &m_random;
    const record::Stretching m_stretching;
    QThreadPool m_thread;
    bool m_isBusy = false;
};

} // namespace items
