// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/restore.h"

#include "store/check_parts.h"
#include "store/desk_lock.h"
#include "store/epoch_letter.h"
#include "store/erased.h"
#include "store/register_rows.h"
#include "store/restore_source.h"
#include "store/schema.h"
#include "store/secrets_file.h"
#include "store/upkeep.h"
#include "store/words.h"
#include "store/writer.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace store
{

using namespace domain;

namespace
{

/// Destroys the keys of these owners so that no byte of them stays in the file.
void dropKeys(Database &database, const QSet<Id> &owners)
{
    if (owners.isEmpty())
        return;
    database.run("PRAGMA secure_delete=ON");
    {
        Transaction transaction(database);
        for (const Id &owner : owners)
            database.prepared("DELETE FROM sealing_keys WHERE owner=?").bind(1, owner).run();
        transaction.commit();
    }
    database.forgetStatements();
    database.run("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
}

constexpr const char *suffixes[] = {"", "-wal", "-shm"};

/// A database and what may lie beside it.
bool moveAll(const QString &from, const QString &to)
{
    for (const char *suffix : suffixes) {
        const QString name = from + QLatin1StringView(suffix);
        if (QFileInfo::exists(name) && !QFile::rename(name, to + QLatin1StringView(suffix)))
            return false;
    }
    return true;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Refusal notWritable(const DeskFolder &folder)
{
    return {{}, Words::tr("The desk's folder %1 can't be written.").arg(folder.path),
        Words::tr("Check its permissions."), Refusal::Device};
}

class Restore
{
public:
    Restore(const DeskFolder &folder, const Secrets &secrets, RestoreSource &source,
        const RestoreAsk &ask, Clock &clock, Random &random)
        : m_folder(folder)
        , m_secrets(secrets)
        , m_copy{folder.path + QStringLiteral("/restoring")}
        , m_source(source)
        , m_ask(ask)
        , m_clock(clock)
        , m_random(random)
    {
        // A new feed is a new epoch: it begins at 1 and continues nobody's.
        m_secrets.feed = Id::fresh(clock.now_ms(), random);
        m_restored.broughtSecrets = source.bringsSecrets();
    }
    ~Restore() { QDir(m_copy.path).removeRecursively(); }

    std::variant<Restored, Refusal> run()
    {
        for (const auto &step : {&Restore::makeCopy, &Restore::checkCopy, &Restore::openEpoch,
                 &Restore::bringFiles, &Restore::changePlaces}) {
            if (auto refusal = (this->*step)())
                return *refusal;
        }
        return m_restored;
    }

private:
    std::optional<Refusal> makeCopy()
    {
        QDir(m_copy.path).removeRecursively();
        if (!QDir().mkpath(m_copy.path) || !QDir().mkpath(m_folder.backups()))
            return notWritable(m_folder);
        QFile::setPermissions(
            m_copy.path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
        if (auto refusal = m_source.layOut(m_copy))
            return refusal;
        // A copy in one piece has no write-ahead log yet.
        Database(m_copy.database(), Database::Access::ReadWrite).run("PRAGMA journal_mode=WAL");
        return bringUpToDate(m_copy, m_clock.now_ms());
    }

    std::optional<Refusal> checkCopy()
    {
        Database database(m_copy.database(), Database::Access::ReadWrite);
        const auto damage =
            checkRecord({m_copy, m_secrets, database, [](const QString &, qint64, qint64) {}});
        if (damage)
            return notABackup(m_ask.file, damage->what + u' ' + damage->where);
        // The tables are not trusted, they follow from the record.
        rebuild(database);
        if (!loadRow(database, m_secrets.desk))
            return notABackup(m_ask.file, Words::tr("it belongs to another desk"));
        return keepErased(database);
    }

    /// What was erased here since the backup was made stays erased, and what was erased before it too.
    std::optional<Refusal> keepErased(Database &database)
    {
        QSet<Id> owners;
        for (const DeskFolder &folder : {m_folder, m_copy}) {
            const auto erased = erasedOwners(folder);
            if (const auto *refusal = std::get_if<Refusal>(&erased))
                return *refusal;
            owners.unite(std::get<QSet<Id>>(erased));
        }
        dropKeys(database, owners);
        m_erased = QVector<Id>(owners.begin(), owners.end());
        return {};
    }

    Id findPerson(Database &database) const
    {
        if (const auto row = loadRowByCode(database, Register::Staff, m_ask.login))
            return row->row.id;
        Id first;
        eachRow(database, Register::Staff, [&](const NumberedRow &row) {
            if (m_ask.login.isEmpty() && first.isNull()
                && row.row.values.text(staff::Role) == u"administrator")
                first = row.row.id;
        });
        return first;
    }

    /// The letter after the greatest that was ever used here, as far as this desk can still tell.
    QString findLetter(Database &copy) const
    {
        QString letter = letterIn(copy, m_secrets.desk);
        try {
            Database present(m_folder.database(), Database::Access::ReadOnly);
            if (const QString used = letterIn(present, m_secrets.desk); isLaterLetter(used, letter))
                letter = used;
        } catch (const SqlFailure &) {
            // A database that is gone or damaged is why people restore; then the backup's letter has to do.
        }
        return nextLetter(letter);
    }

    std::optional<Refusal> openEpoch()
    {
        Writer writer(m_copy, m_secrets, std::make_shared<People>(m_copy, m_secrets.deskKey),
            m_clock, m_random);
        const Id person = findPerson(writer.database());
        if (person.isNull()) {
            return Refusal{QStringLiteral("--as"),
                Words::tr("Nobody on the staff in the backup has this login."),
                Words::tr("Name a person with --as LOGIN."), Refusal::Unknown};
        }
        m_restored.letter = findLetter(writer.database());
        const PutRow letter{
            Register::Desk, m_secrets.desk, {{desk::Letter, m_restored.letter}}, {}};
        const Outcome outcome = writer.commit({{letter, person}});
        if (const Refusal *refusal = refused(outcome.verdicts.constFirst()))
            return *refusal;
        m_restored.entries =
            writer.database().value("SELECT max(position) FROM entries").toLongLong();
        writer.database().run("PRAGMA wal_checkpoint(TRUNCATE)");
        return {};
    }

    /// Attachments are named by their content, and more of them than a step names do no harm; so they move in first.
    /// Drafts that are here are newer than those of the backup.
    std::optional<Refusal> bringFiles()
    {
        const QDir copied(m_copy.files());
        if (copied.exists() && !QDir().mkpath(m_folder.files()))
            return notWritable(m_folder);
        for (const QString &name : copied.entryList(QDir::Files)) {
            const QString target = m_folder.files() + u'/' + name;
            if (QFileInfo::exists(target))
                continue;
            if (!QFile::rename(copied.filePath(name), target))
                return notWritable(m_folder);
            ++m_restored.attachments;
        }
        if (QFileInfo::exists(m_copy.drafts()) && !QFileInfo::exists(m_folder.drafts()))
            QFile::rename(m_copy.drafts(), m_folder.drafts());
        return rememberErased(m_folder, m_erased);
    }

    /// The secrets come first: a new feed on the old database does no harm, the old feed on the new one would
    /// give the same places in it to other entries.
    std::optional<Refusal> changePlaces()
    {
        const QByteArray before = contentOf(m_folder.secrets());
        if (auto refusal = saveSecrets(m_folder, m_secrets, m_random))
            return refusal;
        const QString moment = QDateTime::fromMSecsSinceEpoch(m_clock.now_ms(), Qt::UTC)
                                   .toString(QStringLiteral("yyyyMMdd-hhmmss-zzz"));
        const QString aside =
            m_folder.backups() + QStringLiteral("/before-restore-%1.sqlite").arg(moment);
        const bool wasThere = QFileInfo::exists(m_folder.database());
        if (moveAll(m_folder.database(), aside)
            && moveAll(m_copy.database(), m_folder.database())) {
            m_restored.setAside = wasThere ? aside : QString();
            return {};
        }
        moveAll(aside, m_folder.database());
        if (m_restored.broughtSecrets)
            putBackSecrets(before);
        return Refusal{{}, Words::tr("The backup can't be moved into %1.").arg(m_folder.path),
            Words::tr("Check the folder's permissions."), Refusal::Device};
    }

    void putBackSecrets(const QByteArray &before) const
    {
        QFile file(m_folder.secrets());
        if (before.isEmpty())
            file.remove();
        else if (file.open(QIODevice::WriteOnly))
            file.write(before);
    }

    const DeskFolder m_folder;
    Secrets m_secrets;
    const DeskFolder m_copy;
    RestoreSource &m_source;
    const RestoreAsk m_ask;
    Clock &m_clock;
    Random &m_random;
    QVector<Id> m_erased;
    Restored m_restored;
};

/// A folder that was made for a restore that then failed goes again.
class FreshFolder
{
public:
    explicit FreshFolder(const DeskFolder &folder)
        : m_folder(folder)
        , m_wasEmpty(QDir(folder.path).isEmpty())
        , m_wasThere(QFileInfo::exists(folder.path))
    {
    }
    ~FreshFolder()
    {
        if (m_isKept || !m_wasEmpty)
            return;
        QDir dir(m_folder.path);
        if (!m_wasThere) {
            dir.removeRecursively();
            return;
        }
        for (const QString &path : {m_folder.backups(), m_folder.files()})
            QDir(path).removeRecursively();
        for (const QString &path : {m_folder.secrets(), m_folder.drafts(), m_folder.erased()})
            QFile::remove(path);
    }
    void keep() { m_isKept = true; }

private:
    const DeskFolder m_folder;
    const bool m_wasEmpty;
    const bool m_wasThere;
    bool m_isKept = false;
};

} // namespace

std::variant<Restored, Refusal> restore(
    const DeskFolder &folder, const RestoreAsk &ask, Clock &clock, Random &random)
{
    const auto source = makeSource(ask);
    const auto secrets = source->findSecrets(folder);
    if (const auto *refusal = std::get_if<Refusal>(&secrets))
        return *refusal;
    FreshFolder fresh(folder);
    if (!QDir().mkpath(folder.path))
        return notWritable(folder);
    QLockFile lock(folder.lock());
    if (auto refusal = takeLock(lock, folder))
        return *refusal;
    try {
        auto result =
            Restore(folder, std::get<Secrets>(secrets), *source, ask, clock, random).run();
        if (std::holds_alternative<Restored>(result))
            fresh.keep();
        return result;
    } catch (const SqlFailure &failure) {
        return refusalFor(failure);
    }
}

bool isDeskDatabase(const QString &name)
{
    // SQLite keeps the application's id at byte 68 of the file, big endian.
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(72);
    return head.size() == 72 && head.startsWith("SQLite format 3")
        && qFromBigEndian<qint32>(head.constData() + 68) == applicationId;
}

void copyDatabase(const QString &from, const QString &to)
{
    Database database(from, Database::Access::ReadOnly);
    // The connection stays read-only; the pragma would also forbid writing the copy.
    database.run("PRAGMA query_only=OFF");
    backUp(database, to);
}

} // namespace store
