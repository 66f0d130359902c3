// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/restore.h"

#include "record/entry.h"
#include "record/signing.h"
#include "store/desk_lock.h"
#include "store/schema.h"
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

constexpr const char *suffixes[] = {"", "-wal", "-shm"};

/// A, B … Z, AA, AB …: the shorter comes first.
bool isLaterLetter(const QString &a, const QString &b)
{
    return a.size() != b.size() ? a.size() > b.size() : a > b;
}

QString nextLetter(QString letter)
{
    for (qsizetype at = letter.size() - 1; at >= 0; --at) {
        if (letter[at] != u'Z') {
            letter[at] = QChar(letter[at].unicode() + 1);
            return letter;
        }
        letter[at] = u'A';
    }
    return u'A' + letter;
}

QString letterIn(Database &database, const Id &desk)
{
    const auto row = loadRow(database, desk);
    return row ? row->row.values.text(desk::Letter) : QString();
}

class Restore
{
public:
    Restore(const DeskFolder &folder, const Secrets &secrets, const QString &file, Clock &clock,
        Random &random)
        : m_folder(folder)
        , m_secrets(secrets)
        , m_copy{folder.path + QStringLiteral("/restoring")}
        , m_file(file)
        , m_clock(clock)
        , m_random(random)
    {
        // A new feed is a new epoch: it begins at 1 and continues nobody's.
        m_secrets.feed = Id::fresh(clock.now_ms(), random);
    }
    ~Restore() { QDir(m_copy.path).removeRecursively(); }

    std::variant<Restored, Refusal> run(const QString &login)
    {
        for (const auto &step : {&Restore::checkFile, &Restore::makeCopy, &Restore::checkCopy}) {
            if (auto refusal = (this->*step)())
                return *refusal;
        }
        if (auto refusal = openEpoch(login))
            return *refusal;
        if (auto refusal = changePlaces())
            return *refusal;
        return m_restored;
    }

private:
    Refusal notABackup(const QString &why) const
    {
        return {{}, Words::tr("%1 can't be restored: %2.").arg(m_file, why),
            Words::tr("Name a file that \"griddeskctl backup\" made.")};
    }

    std::optional<Refusal> checkFile()
    {
        const QFileInfo info(m_file);
        if (!info.isFile() || !info.isReadable())
            return notABackup(Words::tr("it is no file that can be read"));
        if (info.canonicalFilePath() == QFileInfo(m_folder.database()).canonicalFilePath())
            return notABackup(Words::tr("it is the desk itself"));
        if (!isDeskDatabase(m_file))
            return notABackup(Words::tr("it is not the database of a desk"));
        return {};
    }

    std::optional<Refusal> makeCopy()
    {
        QDir(m_copy.path).removeRecursively();
        if (!QDir().mkpath(m_copy.path) || !QDir().mkpath(m_folder.backups())) {
            return Refusal{{},
                Words::tr("The desk's folder %1 can't be written.").arg(m_folder.path),
                Words::tr("Check its permissions."), Refusal::Device};
        }
        try {
            copyDatabase(m_file, m_copy.database());
            // A copy in one piece has no write-ahead log yet.
            Database(m_copy.database(), Database::Access::ReadWrite).run("PRAGMA journal_mode=WAL");
        } catch (const SqlFailure &failure) {
            return notABackup(failure.message());
        }
        return bringUpToDate(m_copy, m_clock.now_ms());
    }

    std::optional<Refusal> checkCopy()
    {
        Database database(m_copy.database(), Database::Access::ReadWrite);
        const QString damage = findDamagedEntry(database);
        if (!damage.isEmpty())
            return notABackup(damage);
        // The tables are not trusted, they follow from the record.
        rebuild(database);
        if (!loadRow(database, m_secrets.desk))
            return notABackup(Words::tr("it belongs to another desk"));
        return {};
    }

    QString findDamagedEntry(Database &database) const
    {
        Statement each(database.handle(),
            "SELECT entries.position, entries.feed, entries.hash, entries.signature, "
            "entries.bytes, feeds.public_key"
            " FROM entries LEFT JOIN feeds ON feeds.id = entries.feed ORDER BY entries.feed, "
            "entries.sequence");
        QByteArray previous;
        qint64 feed = 0;
        while (each.step()) {
            if (std::exchange(feed, each.integer(1)) != feed)
                previous = record::chainStart();
            const QByteArray hash = each.blob(2), bytes = each.blob(4);
            if (!record::decode(bytes) || record::chain(previous, bytes) != hash
                || !record::isSignedBy(each.blob(5), hash, each.blob(3)))
                return Words::tr("entry %1 is damaged").arg(each.integer(0));
            previous = hash;
        }
        return feed ? QString() : Words::tr("it holds no entry");
    }

    Id findPerson(Database &database, const QString &login) const
    {
        if (const auto row = loadRowByCode(database, Register::Staff, login))
            return row->row.id;
        Id first;
        eachRow(database, Register::Staff, [&](const NumberedRow &row) {
            if (login.isEmpty() && first.isNull()
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

    std::optional<Refusal> openEpoch(const QString &login)
    {
        Writer writer(m_copy, m_secrets, std::make_shared<People>(m_copy, m_secrets.deskKey),
            m_clock, m_random);
        const Id person = findPerson(writer.database(), login);
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
        writer.database().run("PRAGMA wal_checkpoint(TRUNCATE)");
        return {};
    }

    /// The secrets come first: a new feed on the old database does no harm, the old feed on the new one would
    /// give the same places in it to other entries.
    std::optional<Refusal> changePlaces()
    {
        QString error;
        if (!m_secrets.save(m_folder, &error)) {
            return Refusal{{}, Words::tr("The desk's secrets can't be written: %1.").arg(error),
                Words::tr("Check the folder's permissions."), Refusal::Device};
        }
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
        return Refusal{{}, Words::tr("The backup can't be moved into %1.").arg(m_folder.path),
            Words::tr("Check the folder's permissions."), Refusal::Device};
    }

    /// A database and what may lie beside it.
    static bool moveAll(const QString &from, const QString &to)
    {
        for (const char *suffix : suffixes) {
            const QString name = from + QLatin1StringView(suffix);
            if (QFileInfo::exists(name) && !QFile::rename(name, to + QLatin1StringView(suffix)))
                return false;
        }
        return true;
    }

    const DeskFolder m_folder;
    Secrets m_secrets;
    const DeskFolder m_copy;
    const QString m_file;
    Clock &m_clock;
    Random &m_random;
    Restored m_restored;
};

} // namespace

std::variant<Restored, Refusal> restore(const DeskFolder &folder, const QString &file,
    const QString &login, Clock &clock, Random &random)
{
    const auto secrets = loadSecrets(folder);
    if (const auto *refusal = std::get_if<Refusal>(&secrets))
        return *refusal;
    QLockFile lock(folder.lock());
    if (auto refusal = takeLock(lock, folder))
        return *refusal;
    try {
        return Restore(folder, std::get<Secrets>(secrets), file, clock, random).run(login);
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
