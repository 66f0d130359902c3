// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/backup.h"

#include "record/file_sealing.h"
#include "record/sealing.h"
#include "store/register_rows.h"
#include "store/restore.h"
#include "store/secrets_file.h"
#include "store/upkeep.h"
#include "store/words.h"
#include "store/writer.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QStorageInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <unistd.h>

namespace store
{

using namespace domain;

namespace
{

constexpr qint64 day_ms = 24 * 60 * 60 * 1000;

/// What a copy that was cut off by a crash left behind.
void clearOld(const DeskFolder &folder, qint64 now_ms)
{
    const QDir dir(folder.path);
    for (const QFileInfo &left : dir.entryInfoList({QStringLiteral("packing-*")}, QDir::Dirs)) {
        if (left.lastModified().toMSecsSinceEpoch() < now_ms - day_ms)
            QDir(left.filePath()).removeRecursively();
    }
}

class Packing
{
public:
    Packing(const DeskFolder &folder, const Secrets &secrets, const QString &file,
        domain::Random &random, const Progress &progress)
        : m_folder(folder)
        , m_secrets(secrets)
        , m_copies(folder.path + QStringLiteral("/packing-XXXXXX"))
        , m_file(file)
        , m_part(file + QStringLiteral(".part"))
        , m_random(random)
        , m_progress(progress)
    {
    }
    ~Packing() { QFile::remove(m_part); }

    std::variant<BackupMade, Refusal> run(qint64 now_ms)
    {
        m_header.made_ms = now_ms;
        for (const auto &step : {&Packing::copyDesk, &Packing::readDesk, &Packing::checkRoom,
                 &Packing::write, &Packing::readBack, &Packing::name}) {
            if (!goesOn(m_done))
                return stopped();
            if (auto refusal = (this->*step)())
                return *refusal;
        }
        return BackupMade{m_file, QFileInfo(m_file).size(), m_header.entries};
    }

private:
    bool goesOn(qint64 done)
    {
        m_done = done;
        return !m_progress || m_progress(done, 2 * m_header.sealedBytes);
    }

    Refusal failed(const QString &why) const
    {
        return {{}, Words::tr("The backup %1 was not made: %2.").arg(m_file, why),
            Words::tr("Check the folder and the room on the disk; earlier backups are all there."),
            Refusal::Device};
    }

    QString copyOfDatabase() const { return m_copies.filePath(member::database); }

    std::optional<Refusal> copyDesk()
    {
        if (!m_copies.isValid())
            return failed(m_copies.errorString());
        copyDatabase(m_folder.database(), copyOfDatabase());
        return {};
    }

    std::optional<Refusal> readDesk()
    {
        Database copy(copyOfDatabase(), Database::Access::ReadOnly);
        eachRow(copy, Register::Company, [this](const NumberedRow &row) {
            m_header.company = row.row.id;
            m_header.companyName = row.row.values.text(company::Name);
        });
        m_header.desk = m_secrets.desk;
        if (const auto row = loadRow(copy, m_secrets.desk))
            m_header.deskName = row->row.values.text(desk::Name);
        m_header.entries = copy.value("SELECT count(*) FROM entries").toLongLong();
        m_header.opensByItself = m_secrets.has(record::SlotKind::Open);
        m_header.sealedSlots = sealForAll(m_secrets.backupSlots(), m_key);
        collect();
        m_header.sealedBytes = record::sealedSize(MemberReader(members({})).size());
        return {};
    }

    void collect()
    {
        m_members.append(memberOf(member::secrets, encodeSecrets(m_secrets)));
        // Both are rewritten at any time, so they are read at once.
        const std::pair<QString, QString> small[] = {
            {member::drafts, m_folder.drafts()}, {member::erased, m_folder.erased()}};
        for (const auto &[name, path] : small) {
            QFile file(path);
            if (file.open(QIODevice::ReadOnly))
                m_members.append(memberOf(name, file.readAll()));
        }
        m_members.append(memberOfFile(member::database, copyOfDatabase()));
        const QDir attachments(m_folder.files());
        for (const QString &name : attachments.entryList(QDir::Files, QDir::Name)) {
            if (isAttachmentName(member::attachments + name))
                m_members.append(
                    memberOfFile(member::attachments + name, attachments.filePath(name)));
        }
    }

    /// With the header's checksum in front.
    QVector<Member> members(const QByteArray &headerChecksum) const
    {
        const QByteArray first = headerChecksum.isEmpty() ? QByteArray(32, '\0') : headerChecksum;
        return QVector<Member>{memberOf(headerMember, first)} + m_members;
    }

    std::optional<Refusal> checkRoom()
    {
        const QStorageInfo disk(QFileInfo(m_file).absolutePath());
        if (!disk.isValid() || disk.bytesAvailable() > m_header.sealedBytes)
            return {};
        const QLocale words;
        return failed(Words::tr("it needs %1, and %2 are free")
                          .arg(words.formattedDataSize(m_header.sealedBytes),
                              words.formattedDataSize(disk.bytesAvailable())));
    }

    std::optional<Refusal> write()
    {
        QFile::remove(m_part);
        makePrivateFile(m_part);
        QFile file(m_part);
        const QByteArray head = encodeHeader(m_header);
        if (!file.open(QIODevice::WriteOnly) || file.write(head) != head.size())
            return failed(file.errorString());
        bool isStopped = false;
        MemberReader packed(members(checksumOf(head)), [&](qint64 done) {
            isStopped = !goesOn(done);
            return !isStopped;
        });
        const bool sealed = record::sealFile(packed, file, m_key).has_value();
        if (isStopped)
            return stopped();
        if (!sealed || !file.flush() || ::fsync(file.handle()) != 0)
            return failed(file.error() == QFile::NoError
                    ? Words::tr("a file of the desk changed meanwhile")
                    : file.errorString());
        return {};
    }

    std::optional<Refusal> readBack()
    {
        const auto opened = BackupFile::open(m_part);
        if (const auto *refusal = std::get_if<Refusal>(&opened))
            return failed(refusal->what);
        const auto refusal = std::get<BackupFile>(opened).check(
            m_key, [&](qint64 done, qint64 all) { return goesOn(all + done); });
        return refusal;
    }

    std::optional<Refusal> name()
    {
        if (std::rename(
                QFile::encodeName(m_part).constData(), QFile::encodeName(m_file).constData())
            != 0)
            return failed(qt_error_string());
        return {};
    }

    const DeskFolder m_folder;
    const Secrets m_secrets;
    const QTemporaryDir m_copies;
    const QString m_file;
    const QString m_part;
    domain::Random &m_random;
    const Progress m_progress;
    const QByteArray m_key = record::freshSealingKey(m_random);
    BackupHeader m_header;
    QVector<Member> m_members;
    qint64 m_done = 0;
};

} // namespace

bool isAttachmentName(const QString &name)
{
    static const QRegularExpression pattern(QStringLiteral("\\Afiles/[0-9a-f]{64}\\z"));
    return pattern.match(name).hasMatch();
}

std::variant<BackupMade, Refusal> makeBackup(const DeskFolder &folder, const Secrets &secrets,
    const QString &file, qint64 now_ms, domain::Random &random, const Progress &progress)
{
    if (secrets.backupSlots().isEmpty()) {
        return Refusal{QStringLiteral("passphrase"),
            Words::tr("A backup can't be sealed yet: there is no passphrase for it."),
            Words::tr("Set a passphrase, or print a recovery code.")};
    }
    clearOld(folder, now_ms);
    try {
        return Packing(folder, secrets, file, random, progress).run(now_ms);
    } catch (const SqlFailure &failure) {
        return refusalFor(failure);
    }
}

} // namespace store
