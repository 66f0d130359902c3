// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup_taker.h"

#include "store/secrets_file.h"
#include "store/upkeep.h"

#include <QDir>

namespace store
{

namespace
{
constexpr qsizetype largestSecrets = 4096;
}

QString BackupTaker::pathOf(const QString &name) const
{
    if (name == member::database)
        return m_into.database();
    if (name == member::drafts)
        return m_into.drafts();
    if (name == member::erased)
        return m_into.erased();
    return isAttachmentName(name) ? m_into.path + u'/' + name : QString();
}

bool BackupTaker::begin(const QString &name, qint64 size)
{
    m_isSecrets = name == member::secrets;
    if (m_isSecrets)
        return size <= largestSecrets && !m_secrets;
    const QString path = pathOf(name);
    if (path.isEmpty() || QFile::exists(path))
        return false;
    m_hasDatabase |= name == member::database;
    if (isAttachmentName(name))
        QDir().mkpath(m_into.files());
    makePrivateFile(path);
    m_file.setFileName(path);
    if (m_file.open(QIODevice::WriteOnly))
        return true;
    m_failure = m_file.errorString();
    return false;
}

bool BackupTaker::take(QByteArrayView content)
{
    if (m_isSecrets) {
        m_secretBytes.append(content);
        return m_secretBytes.size() <= largestSecrets;
    }
    if (m_file.write(content.data(), content.size()) == content.size())
        return true;
    m_failure = m_file.errorString();
    return false;
}

bool BackupTaker::end()
{
    if (m_isSecrets) {
        m_secrets = decodeSecrets(m_secretBytes);
        return m_secrets.has_value();
    }
    const bool written = m_file.flush();
    if (!written)
        m_failure = m_file.errorString();
    m_file.close();
    return written;
}

} // namespace store
