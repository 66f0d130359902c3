// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup_file.h"

#include "record/cbor.h"
#include "record/file_sealing.h"
#include "store/secrets_file.h"
#include "store/words.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QtEndian>

namespace store
{

using domain::Refusal;

namespace
{

const QByteArray magic = QByteArrayLiteral("Griddesk backup\n");
constexpr qint64 version = 1;
constexpr qsizetype sizeBytes = 4;
constexpr qsizetype checksumBytes = 32;
constexpr quint32 largestHeader = 64 << 10;

Refusal refuse(const QString &what, const QString &advice)
{
    return {{}, what, advice};
}

Refusal noBackup(const QString &path)
{
    return refuse(Words::tr("%1 is no backup of Griddesk.").arg(path),
        Words::tr("Choose a file that Griddesk made, with the ending .gdbackup."));
}

QString anotherCopy()
{
    return Words::tr("Fetch it again from where it was copied from, or take another backup.");
}

Refusal damaged(const QString &path)
{
    return refuse(Words::tr("%1 is damaged.").arg(path), anotherCopy());
}

/// `all` is 0 where the file ends before it says how long it is.
Refusal cutShort(const QString &path, qint64 held, qint64 all)
{
    const QString what = all
        ? Words::tr("%1 is cut short: %2 of %3 bytes are there.").arg(path).arg(held).arg(all)
        : Words::tr("%1 is cut short: only %2 bytes are there.").arg(path).arg(held);
    return refuse(what, anotherCopy());
}

std::optional<BackupHeader> decodeHeader(const QByteArray &body)
{
    record::CborReader in(body);
    BackupHeader header;
    const bool known = in.array() == 10 && in.number() == version;
    header.company = in.id();
    header.companyName = in.text();
    header.desk = in.id();
    header.deskName = in.text();
    header.made_ms = in.number();
    header.entries = in.number();
    header.opensByItself = in.number() != 0;
    header.sealedBytes = in.number();
    header.sealedSlots = record::readSlots(in);
    return known && in.ok() ? std::optional(header) : std::nullopt;
}

/// A header whose checksum is right and that this program doesn't read was written by a later one.
Refusal newer(const QString &path)
{
    return refuse(Words::tr("%1 was made by a newer Griddesk.").arg(path),
        Words::tr("Update Griddesk on this computer."));
}

/// The first member says which header the sealed part belongs to; the others go on.
class HeaderCheck : public MemberTaker
{
public:
    HeaderCheck(MemberTaker *taker, const QByteArray &checksum)
        : m_taker(taker)
        , m_checksum(checksum)
    {
    }

    bool begin(const QString &name, qint64 size) override
    {
        m_isHeader = name == headerMember;
        m_header.clear();
        return m_isHeader != m_isBound && (m_isHeader || !m_taker || m_taker->begin(name, size));
    }
    bool take(QByteArrayView content) override
    {
        if (m_isHeader)
            m_header.append(content.first(std::min<qsizetype>(content.size(), 64)));
        return m_isHeader || !m_taker || m_taker->take(content);
    }
    bool end() override
    {
        m_isBound = m_isBound || m_header == m_checksum;
        return m_isBound && (m_isHeader || !m_taker || m_taker->end());
    }

private:
    MemberTaker *m_taker;
    const QByteArray m_checksum;
    QByteArray m_header;
    bool m_isHeader = false;
    bool m_isBound = false;
};

} // namespace

Refusal stopped()
{
    return {{}, Words::tr("Stopped."), Words::tr("Nothing was changed.")};
}

QByteArray encodeHeader(const BackupHeader &header)
{
    QByteArray body;
    record::CborWriter out(&body);
    out.array(10);
    out.number(version);
    out.id(header.company);
    out.text(header.companyName);
    out.id(header.desk);
    out.text(header.deskName);
    out.number(header.made_ms);
    out.number(header.entries);
    out.number(header.opensByItself ? 1 : 0);
    out.number(header.sealedBytes);
    writeSlots(out, header.sealedSlots);
    out.endArray();
    QByteArray size(sizeBytes, Qt::Uninitialized);
    qToBigEndian(quint32(body.size()), size.data());
    const QByteArray head = magic + size + body;
    return head + checksumOf(head);
}

QByteArray checksumOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_256);
}

bool BackupFile::isOne(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(magic.size()) == magic;
}

std::variant<BackupFile, Refusal> BackupFile::open(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return refuse(Words::tr("%1 can't be read.").arg(path), Words::tr("Choose another file."));
    }
    const QByteArray start = file.read(magic.size() + sizeBytes);
    if (!start.startsWith(magic))
        return magic.startsWith(start) && !start.isEmpty() ? cutShort(path, file.size(), 0)
                                                           : noBackup(path);
    if (start.size() < magic.size() + sizeBytes)
        return cutShort(path, file.size(), 0);
    const quint32 size = qFromBigEndian<quint32>(start.constData() + magic.size());
    if (size > largestHeader)
        return damaged(path);
    const QByteArray body = file.read(size), checksum = file.read(checksumBytes);
    if (checksum.size() < checksumBytes)
        return cutShort(path, file.size(), 0);
    if (checksum != checksumOf(start + body))
        return damaged(path);
    const auto header = decodeHeader(body);
    if (!header)
        return newer(path);
    BackupFile backup;
    backup.m_path = path;
    backup.m_header = *header;
    backup.m_bodyAt = start.size() + size + checksumBytes;
    backup.m_headerChecksum = checksumOf(start + body + checksum);
    const qint64 all = backup.m_bodyAt + header->sealedBytes;
    if (file.size() < all)
        return cutShort(path, file.size(), all);
    if (file.size() > all)
        return damaged(path);
    return backup;
}

std::variant<QByteArray, Refusal> BackupFile::askForKey(const Unlocking &unlocking) const
{
    return store::askForKey(
        m_header.sealedSlots, unlocking, Words::tr("The backup %1").arg(m_path));
}

std::optional<Refusal> BackupFile::unpack(
    const QByteArray &key, MemberTaker &taker, const Progress &progress) const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(m_bodyAt))
        return damaged(m_path);
    bool isStopped = false;
    HeaderCheck check(&taker, m_headerChecksum);
    MemberWriter writer(check, [&](qint64 done) {
        isStopped = progress && !progress(done, m_header.sealedBytes);
        return !isStopped;
    });
    const bool whole = record::unsealFile(file, writer, key) && writer.isWhole();
    if (isStopped)
        return stopped();
    return whole ? std::nullopt : std::optional(damaged(m_path));
}

std::optional<Refusal> BackupFile::check(const QByteArray &key, const Progress &progress) const
{
    class Nobody : public MemberTaker
    {
        bool begin(const QString &, qint64) override { return true; }
        bool take(QByteArrayView) override { return true; }
        bool end() override { return true; }
    } nobody;
    return unpack(key, nobody, progress);
}

} // namespace store
