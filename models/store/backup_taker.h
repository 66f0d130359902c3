// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/backup.h"

namespace store
{

/// Puts the members of a backup into a folder laid out as a desk's, except the secrets: they stay in memory. Names that no backup has
/// are refused, so nothing is ever written beside the folder.
class BackupTaker : public MemberTaker
{
public:
    explicit BackupTaker(const DeskFolder &into)
        : m_into(into)
    {
    }

    bool begin(const QString &name, qint64 size) override;
    bool take(QByteArrayView content) override;
    bool end() override;

    /// Once all is there.
    const std::optional<Secrets> &secrets() const { return m_secrets; }
    bool hasDatabase() const { return m_hasDatabase; }
    /// What the disk said; empty when it was the backup that was wrong.
    QString diskFailure() const { return m_failure; }

private:
    QString pathOf(const QString &name) const;

    const DeskFolder m_into;
    QFile m_file;
    QByteArray m_secretBytes;
    bool m_isSecrets = false;
    bool m_hasDatabase = false;
    std::optional<Secrets> m_secrets;
    QString m_failure;
};

} // namespace store
