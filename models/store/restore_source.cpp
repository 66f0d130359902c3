// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/restore_source.h"

#include "store/backup_taker.h"
#include "store/register_rows.h"
#include "store/secrets_file.h"
#include "store/words.h"
#include "store/writer.h"

#include <QDir>
#include <QFileInfo>

namespace store
{

using namespace domain;

namespace
{

/// The database alone, as earlier versions and a desk without a passphrase make it.
class PlainSource : public RestoreSource
{
public:
    explicit PlainSource(const RestoreAsk &ask)
        : m_ask(ask)
    {
    }

    std::variant<Secrets, Refusal> findSecrets(const DeskFolder &folder) override
    {
        auto secrets = loadSecrets(folder, m_ask.desk);
        if (std::holds_alternative<Refusal>(secrets))
            return secrets;
        const QFileInfo info(m_ask.file);
        if (!info.isFile() || !info.isReadable())
            return notABackup(m_ask.file, Words::tr("it is no file that can be read"));
        if (info.canonicalFilePath() == QFileInfo(folder.database()).canonicalFilePath())
            return notABackup(m_ask.file, Words::tr("it is the desk itself"));
        if (!isDeskDatabase(m_ask.file))
            return notABackup(m_ask.file, Words::tr("it is not the database of a desk"));
        return secrets;
    }

    std::optional<Refusal> layOut(const DeskFolder &into) override
    {
        try {
            copyDatabase(m_ask.file, into.database());
        } catch (const SqlFailure &failure) {
            return notABackup(m_ask.file, failure.message());
        }
        return {};
    }

private:
    const RestoreAsk m_ask;
};

class SealedSource : public RestoreSource
{
public:
    explicit SealedSource(const RestoreAsk &ask)
        : m_ask(ask)
    {
    }

    /// What can be told without a passphrase is told before one is asked for.
    std::variant<Secrets, Refusal> findSecrets(const DeskFolder &folder) override
    {
        auto opened = BackupFile::open(m_ask.file);
        if (const auto *refusal = std::get_if<Refusal>(&opened))
            return *refusal;
        m_file = std::get<BackupFile>(opened);
        if (auto refusal = checkCompany(folder))
            return *refusal;
        auto present = loadSecrets(folder, m_ask.desk);
        if (isOfAnother(present))
            return anotherDesk();
        QString text;
        auto key = m_file.askForKey(remembering(text));
        if (const auto *refusal = std::get_if<Refusal>(&key))
            return *refusal;
        m_key = std::get<QByteArray>(key);
        if (std::holds_alternative<Refusal>(present))
            present = loadSecrets(folder, {nullptr, nullptr, typed(text).ask});
        if (std::holds_alternative<Secrets>(present))
            return isOfAnother(present) ? Found(anotherDesk()) : present;
        // A desk that can't be opened any more takes over what its backup knows.
        m_bringsSecrets = true;
        return readSecrets();
    }

    std::optional<Refusal> layOut(const DeskFolder &into) override
    {
        BackupTaker taker(into);
        auto refusal = m_file.unpack(m_key, taker, m_ask.progress);
        if (!taker.diskFailure().isEmpty()) {
            return Refusal{{},
                Words::tr("The backup can't be unpacked into %1: %2.")
                    .arg(into.path, taker.diskFailure()),
                Words::tr("Check the room on the disk; the desk is as before."), Refusal::Device};
        }
        if (!refusal && !taker.hasDatabase())
            return notABackup(m_ask.file, Words::tr("it holds no database"));
        return refusal;
    }

    bool bringsSecrets() const override { return m_bringsSecrets; }

private:
    using Found = std::variant<Secrets, Refusal>;

    bool isOfAnother(const Found &present) const
    {
        const auto *secrets = std::get_if<Secrets>(&present);
        return secrets && secrets->desk != m_file.header().desk;
    }

    /// What opened the backup most often opens the desk too.
    Unlocking remembering(QString &text) const
    {
        if (!m_ask.backup.ask)
            return m_ask.backup;
        return {nullptr, nullptr, [this, &text](const QString &why) {
                    const auto answer = m_ask.backup.ask(why);
                    text = answer.value_or(QString());
                    return answer;
                }};
    }

    Refusal anotherDesk() const
    {
        return notABackup(m_ask.file,
            Words::tr("it belongs to another desk, \"%1\"").arg(m_file.header().deskName));
    }

    /// The database that is there may be gone or damaged, which is why people restore; then nothing contradicts.
    std::optional<Refusal> checkCompany(const DeskFolder &folder) const
    {
        if (!folder.holdsDesk())
            return {};
        try {
            Database present(folder.database(), Database::Access::ReadOnly);
            bool isKnown = false, isSame = false;
            eachRow(present, Register::Company, [&](const NumberedRow &row) {
                isKnown = true;
                isSame |= row.row.id == m_file.header().company;
            });
            if (isKnown && !isSame) {
                return notABackup(m_ask.file,
                    Words::tr("it belongs to another company, \"%1\"")
                        .arg(m_file.header().companyName));
            }
            if (isKnown && !loadRow(present, m_file.header().desk))
                return anotherDesk();
        } catch (const SqlFailure &) {
        }
        return {};
    }

    std::variant<Secrets, Refusal> readSecrets() const
    {
        /// Stops behind the secrets, which stand before all that is large.
        class OnlySecrets : public MemberTaker
        {
        public:
            bool begin(const QString &name, qint64) override { return name == member::secrets; }
            bool take(QByteArrayView content) override
            {
                bytes.append(content.first(std::min<qsizetype>(content.size(), 4096)));
                return true;
            }
            bool end() override
            {
                secrets = decodeSecrets(bytes);
                return secrets.has_value();
            }
            QByteArray bytes;
            std::optional<Secrets> secrets;
        } only;
        const auto refusal = m_file.unpack(m_key, only);
        if (!only.secrets || only.secrets->desk != m_file.header().desk) {
            return refusal ? *refusal
                           : notABackup(m_ask.file, Words::tr("it holds no secrets of a desk"));
        }
        Secrets secrets = *only.secrets;
        secrets.keySlots.clear();
        if (m_file.header().opensByItself)
            secrets.keySlots.append(record::openSlot());
        for (const record::SealedSlot &slot : m_file.header().sealedSlots)
            secrets.keySlots.append(slot.slot);
        return secrets;
    }

    const RestoreAsk m_ask;
    BackupFile m_file;
    QByteArray m_key;
    bool m_bringsSecrets = false;
};

} // namespace

Refusal notABackup(const QString &file, const QString &why)
{
    return {{}, Words::tr("%1 can't be restored: %2.").arg(file, why),
        Words::tr("Name a file that \"griddeskctl backup\" made.")};
}

std::unique_ptr<RestoreSource> makeSource(const RestoreAsk &ask)
{
    if (BackupFile::isOne(ask.file) || ask.file.endsWith(QStringLiteral(".gdbackup")))
        return std::make_unique<SealedSource>(ask);
    return std::make_unique<PlainSource>(ask);
}

} // namespace store
