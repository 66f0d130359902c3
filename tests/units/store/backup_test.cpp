// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/small_desk.h"

#include "store/attachments.h"
#include "store/backup.h"
#include "store/check.h"
#include "store/drafts.h"
#include "store/erased.h"
#include "store/key_care.h"
#include "store/restore.h"

#include <QBuffer>
#include <QDir>
#include <QDirIterator>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace domain;
using namespace store;
using namespace Qt::StringLiterals;

namespace
{

const QString passphrase = u"correct horse"_s;

/// As on a disk without room: no file grows beyond so many bytes while this stands.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit now{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

private:
    rlimit m_before{};
    void (*m_signal)(int) = nullptr;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every file below a folder with its content, apart from those that come and go with whoever looks.
QMap<QString, QByteArray> everything(const QString &folder)
{
    QMap<QString, QByteArray> all;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const bool passing = path.endsWith(u"desk.lock"_s) || path.endsWith(u"-shm"_s)
            || (path.endsWith(u"-wal"_s) && files.fileInfo().size() == 0);
        if (!passing)
            all.insert(path, contentOf(path));
    }
    return all;
}

QString refusalOf(const auto &outcome)
{
    const auto *refusal = std::get_if<Refusal>(&outcome);
    return refusal ? refusal->text() : QString();
}

} // namespace

/// Complete backups and their way back: on the same desk, on a new computer, and against everything that goes wrong.
class BackupTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::SmallDesk> m_small;
    support::SeededRandom m_random;
    QTemporaryDir m_shelf;
    QString m_number;
    record::RecoveryCode m_code;
    QString m_file;

    Desk &desk() { return m_small->desk(); }
    DeskFolder folder() { return desk().folder(); }
    std::variant<BackupMade, Refusal> backUp(const QString &file, const Progress &progress = {})
    {
        return makeBackup(
            folder(), desk().secrets(), file, m_small->clock.now_ms(), m_random, progress);
    }
    std::variant<Restored, Refusal> bring(
        const QString &file, const DeskFolder &into, const QString &typedText)
    {
        return restore(
            into, {file, {}, typed(typedText), typed(typedText)}, m_small->clock, m_random);
    }
    QString phoneIn(const QString &path, const QString &typedText)
    {
        auto opening = Desk::open(path, m_small->clock, m_random, typed(typedText));
        auto *opened = std::get_if<std::unique_ptr<Desk>>(&opening);
        if (!opened)
            return refusalOf(opening);
        store::Reader &read = (*opened)->read();
        const auto rows = read.findRows(Register::Customer);
        return rows.isEmpty()
            ? u"nobody"_s
            : read.open(customer::Phone, rows.constFirst().row.values[customer::Phone]);
    }
    void protect()
    {
        auto change = setPassphrase(
            folder(), desk().secrets(), passphrase, record::Stretching::quickest(), m_random);
        m_code = record::RecoveryCode::fresh(m_random);
        change = setRecoveryCode(folder(), std::get<Secrets>(change), m_code, m_random);
        desk().adoptSlots(std::get<Secrets>(change).keySlots);
    }

private Q_SLOTS:
    void init()
    {
        m_small = std::make_unique<support::SmallDesk>();
        m_number = m_small->open({{field::Kind, u"repair"_s}, {field::Line, u"water"_s},
                                     {field::Title, u"厨房漏水"_s}, {field::Channel, u"phone"_s}},
            {.name = u"欧阳建国"_s,
                .phone = u"13800001234"_s,
                .address = u"幸福小区3栋2单元501"_s});
        QBuffer photo;
        photo.setData(QByteArray("photo").repeated(100'000));
        photo.open(QIODevice::ReadOnly);
        const auto kept = keepAttachment(folder(), photo, u"阀门.jpg"_s, m_random);
        m_small->act(m_number, u"attach"_s, std::get<Values>(kept));
        DraftFile(folder(), desk().secrets().deskKey, m_random)
            .write({{Id::named("draft"), 1, false, {{u"name"_s, u"诸葛亮"_s}}}});
        protect();
        m_file = m_shelf.filePath(u"friday.gdbackup"_s);
        QFile::remove(m_file);
        const auto made = backUp(m_file);
        QVERIFY2(std::holds_alternative<BackupMade>(made), qPrintable(refusalOf(made)));
    }

    void itSaysWhoseItIs()
    {
        QVERIFY(BackupFile::isOne(m_file));
        const auto opened = BackupFile::open(m_file);
        const BackupHeader &header = std::get<BackupFile>(opened).header();
        QCOMPARE(header.companyName, u"幸福物业公司"_s);
        QCOMPARE(header.deskName, u"前台"_s);
        QCOMPARE(header.desk, desk().secrets().desk);
        QCOMPARE(header.made_ms, m_small->clock.now_ms());
        QCOMPARE(header.entries, desk().read().position());
        QCOMPARE(QFile::permissions(m_file) & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
            QFileDevice::Permissions());
    }

    void nothingIsLeftBehindBesideIt()
    {
        QVERIFY(QDir(m_small->folder()).entryList({u"packing-*"_s}).isEmpty());
        QVERIFY(!QFile::exists(m_file + u".part"_s));
    }

    void theDeskComesBackOnANewComputer()
    {
        QTemporaryDir other;
        const DeskFolder fresh{other.filePath(u"new/desk"_s)};
        const auto result = bring(m_file, fresh, passphrase);
        QVERIFY2(std::holds_alternative<Restored>(result), qPrintable(refusalOf(result)));
        const auto &restored = std::get<Restored>(result);
        QCOMPARE(restored.letter, u"B"_s);
        QVERIFY(restored.broughtSecrets);
        QCOMPARE(restored.attachments, 1);
        QVERIFY(isLocked(std::get<Refusal>(Desk::open(fresh.path, m_small->clock, m_random))));
        QCOMPARE(phoneIn(fresh.path, passphrase), u"13800001234"_s);
        QCOMPARE(phoneIn(fresh.path, m_code.grouped()), u"13800001234"_s);
        const auto secrets = loadSecrets(fresh, typed(passphrase));
        QVERIFY(std::get<Secrets>(secrets).feed != desk().secrets().feed);
        QVERIFY(!findDamage(fresh, std::get<Secrets>(secrets)));
        const auto drafts = DraftFile(fresh, std::get<Secrets>(secrets).deskKey, m_random).read();
        QCOMPARE(drafts.size(), 1);
        QCOMPARE(everything(fresh.files()).size(), 1);
        QVERIFY(!QFile::exists(fresh.path + u"/restoring"_s));
    }

    void aForgottenPassphraseIsMadeUpForByTheCode()
    {
        QTemporaryDir other;
        const DeskFolder fresh{other.filePath(u"desk"_s)};
        QVERIFY(std::holds_alternative<Restored>(bring(m_file, fresh, m_code.grouped())));
        QCOMPARE(phoneIn(fresh.path, passphrase), u"13800001234"_s);
    }

    void onTheSameDeskItTakesThePlaceOfWhatIsThere()
    {
        const QString lost =
            m_small->open({{field::Kind, u"repair"_s}, {field::Title, u"灯不亮"_s}},
                {.name = u"李"_s, .phone = u"13900000000"_s});
        const QString path = m_small->folder();
        m_small->close();
        const auto result = bring(m_file, {path}, passphrase);
        QVERIFY2(std::holds_alternative<Restored>(result), qPrintable(refusalOf(result)));
        QVERIFY(!std::get<Restored>(result).broughtSecrets);
        QVERIFY(QFile::exists(std::get<Restored>(result).setAside));
        QCOMPARE(phoneIn(path, passphrase), u"13800001234"_s);
        auto opening = Desk::open(path, m_small->clock, m_random, typed(passphrase));
        QVERIFY(!std::get<std::unique_ptr<Desk>>(opening)->read().findTicket(lost));
    }

    void lostSecretsComeBackFromTheBackup()
    {
        const QString path = m_small->folder();
        m_small->close();
        QVERIFY(QFile::remove(DeskFolder{path}.secrets()));
        const auto result = bring(m_file, {path}, passphrase);
        QVERIFY2(std::holds_alternative<Restored>(result), qPrintable(refusalOf(result)));
        QVERIFY(std::get<Restored>(result).broughtSecrets);
        QCOMPARE(phoneIn(path, passphrase), u"13800001234"_s);
    }

    void anotherPassphraseLaterDoesNotLockOldBackups()
    {
        const auto change = setPassphrase(folder(), desk().secrets(), u"a new sentence"_s,
            record::Stretching::quickest(), m_random);
        desk().adoptSlots(std::get<Secrets>(change).keySlots);
        QTemporaryDir other;
        QVERIFY(isLocked(
            std::get<Refusal>(bring(m_file, {other.filePath(u"a"_s)}, u"a new sentence"_s))));
        QVERIFY(
            std::holds_alternative<Restored>(bring(m_file, {other.filePath(u"a"_s)}, passphrase)));
        const QString later = m_shelf.filePath(u"later.gdbackup"_s);
        QVERIFY(std::holds_alternative<BackupMade>(backUp(later)));
        QVERIFY(std::holds_alternative<Restored>(
            bring(later, {other.filePath(u"b"_s)}, u"a new sentence"_s)));
    }

    void anotherCompanysBackupIsNamedBeforeAnyPassphrase()
    {
        QTemporaryDir other;
        const QString path = other.filePath(u"desk"_s);
        QVERIFY(std::holds_alternative<std::unique_ptr<Desk>>(Desk::found(
            path, {.company = u"别家物业"_s, .login = u"wang"_s}, m_small->clock, m_random)));
        const auto before = everything(path);
        bool isAsked = false;
        RestoreAsk ask{m_file, {}, {}, {nullptr, nullptr, [&](const QString &) {
                                            isAsked = true;
                                            return std::optional<QString>();
                                        }}};
        const QString why = refusalOf(restore({path}, ask, m_small->clock, m_random));
        QVERIFY2(
            why.contains(u"another company") && why.contains(u"幸福物业公司"), qPrintable(why));
        QVERIFY(!isAsked);
        QCOMPARE(everything(path), before);
    }

    void aWrongPassphraseLeavesAllAsItWas()
    {
        const QString path = m_small->folder();
        m_small->close();
        const auto before = everything(path);
        const auto refused = bring(m_file, {path}, u"wrong horse"_s);
        QVERIFY(isLocked(std::get<Refusal>(refused)));
        QCOMPARE(everything(path), before);
        QTemporaryDir other;
        const DeskFolder fresh{other.filePath(u"desk"_s)};
        QVERIFY(isLocked(std::get<Refusal>(bring(m_file, fresh, u"wrong horse"_s))));
        QVERIFY(!QFile::exists(fresh.path));
    }

    void aBackupCutShortSaysSo()
    {
        const QByteArray whole = contentOf(m_file);
        const DeskFolder fresh{m_shelf.filePath(u"never"_s)};
        for (int part = 1; part < 50; ++part) {
            const QString cut = m_shelf.filePath(u"cut.gdbackup"_s);
            QFile file(cut);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(whole.first(whole.size() * part / 50));
            file.close();
            const QString why = refusalOf(bring(cut, fresh, passphrase));
            QVERIFY2(why.contains(u"cut short"), qPrintable(u"%1: %2"_s.arg(part).arg(why)));
            QVERIFY(!QFile::exists(fresh.path));
        }
    }

    void aFlippedByteIsDamage()
    {
        const QByteArray whole = contentOf(m_file);
        const qsizetype body = std::get<BackupFile>(BackupFile::open(m_file)).header().sealedBytes;
        const qsizetype head = whole.size() - body;
        QVector<qsizetype> places;
        for (qsizetype at = 0; at < head; at += 5)
            places << at;
        for (int part = 0; part < 50; ++part)
            places << head + body * part / 50;
        const QString path = m_small->folder();
        m_small->close();
        const auto before = everything(path);
        for (qsizetype at : places) {
            const QString flipped = m_shelf.filePath(u"flipped.gdbackup"_s);
            QByteArray bytes = whole;
            bytes[at] = char(bytes[at] ^ 32);
            QFile file(flipped);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
            file.close();
            const QString why = refusalOf(bring(flipped, {path}, passphrase));
            QVERIFY2(why.contains(flipped), qPrintable(u"%1 %2"_s.arg(at).arg(why)));
            QVERIFY2(!why.contains(u"passphrase"), qPrintable(u"%1 %2"_s.arg(at).arg(why)));
            QCOMPARE(everything(path), before);
        }
    }

    void theHeaderOfAnotherBackupDoesNotFit()
    {
        m_small->clock.passMinutes(60);
        const QString later = m_shelf.filePath(u"later.gdbackup"_s);
        QVERIFY(std::holds_alternative<BackupMade>(backUp(later)));
        // Same slots, same key would be needed: the key differs, so the body doesn't open.
        const QByteArray one = contentOf(m_file), other = contentOf(later);
        const auto bodyOf = [](const QString &path) {
            return std::get<BackupFile>(BackupFile::open(path)).header().sealedBytes;
        };
        const QString mixed = m_shelf.filePath(u"mixed.gdbackup"_s);
        QFile file(mixed);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(other.first(other.size() - bodyOf(later)) + one.last(bodyOf(m_file)));
        file.close();
        QVERIFY(!refusalOf(bring(mixed, {m_shelf.filePath(u"never"_s)}, passphrase)).isEmpty());
    }

    void aFullDiskLeavesEarlierBackupsAndTheDesk()
    {
        const QByteArray before = contentOf(m_file);
        QString why;
        {
            const FullDisk disk(before.size() / 2);
            why = refusalOf(backUp(m_file));
        }
        QVERIFY2(!why.isEmpty(), "a backup on a full disk");
        QCOMPARE(contentOf(m_file), before);
        QVERIFY(!QFile::exists(m_file + u".part"_s));
        QVERIFY(QDir(m_small->folder()).entryList({u"packing-*"_s}).isEmpty());
    }

    void aFullDiskKeepsTheOldSecrets()
    {
        const QByteArray before = contentOf(folder().secrets());
        QString why;
        {
            const FullDisk disk(before.size() / 2);
            why = refusalOf(setPassphrase(folder(), desk().secrets(), u"a new sentence"_s,
                record::Stretching::quickest(), m_random));
        }
        QVERIFY(!why.isEmpty());
        QCOMPARE(contentOf(folder().secrets()), before);
    }

    void aFullDiskLeavesNothingOfARestore()
    {
        const DeskFolder fresh{m_shelf.filePath(u"never"_s)};
        QString why;
        {
            const FullDisk disk(QFileInfo(m_file).size() / 2);
            why = refusalOf(bring(m_file, fresh, passphrase));
        }
        QVERIFY2(!why.isEmpty(), "a restore on a full disk");
        QVERIFY(!QFile::exists(fresh.path));
    }

    void whoStopsItHasWhatHeHad()
    {
        const QByteArray before = contentOf(m_file);
        for (int steps = 0; steps < 25; steps += 5) {
            int left = steps;
            const QString why =
                refusalOf(backUp(m_file, [&](qint64, qint64) { return left-- > 0; }));
            QVERIFY2(why.contains(u"Stopped"), qPrintable(why));
            QCOMPARE(contentOf(m_file), before);
        }
    }

    void whatWasErasedDoesNotComeBack()
    {
        const Id owner = m_small->read().findRows(Register::Customer).constFirst().row.id;
        QVERIFY(std::get<QSet<Id>>(erasedOwners(folder())).isEmpty());
        QVERIFY(!rememberErased(folder(), {owner}));
        QVERIFY(!rememberErased(folder(), {Id::named("other"), owner}));
        const QString path = m_small->folder();
        m_small->close();
        const auto result = bring(m_file, {path}, passphrase);
        QVERIFY2(std::holds_alternative<Restored>(result), qPrintable(refusalOf(result)));
        QCOMPARE(phoneIn(path, passphrase), QString());
        QCOMPARE(std::get<QSet<Id>>(erasedOwners({path})).size(), 2);
        Database database(DeskFolder{path}.database(), Database::Access::ReadOnly);
        Statement find(database.handle(), "SELECT count(*) FROM sealing_keys WHERE owner=?");
        QVERIFY(find.bind(1, owner).step());
        QCOMPARE(find.integer(0), 0);
    }

    void theErasedTravelInTheBackup()
    {
        const Id owner = m_small->read().findRows(Register::Customer).constFirst().row.id;
        QVERIFY(!rememberErased(folder(), {owner}));
        const QString later = m_shelf.filePath(u"later.gdbackup"_s);
        QVERIFY(std::holds_alternative<BackupMade>(backUp(later)));
        const DeskFolder fresh{m_shelf.filePath(u"erased"_s)};
        QVERIFY(std::holds_alternative<Restored>(bring(later, fresh, passphrase)));
        QVERIFY(std::get<QSet<Id>>(erasedOwners(fresh)).contains(owner));
        QCOMPARE(phoneIn(fresh.path, passphrase), QString());
        QVERIFY(QDir(fresh.path).removeRecursively());
    }

    void aDamagedListOfErasedIsNotTakenForAnEmptyOne()
    {
        QVERIFY(!rememberErased(folder(), {Id::named("somebody")}));
        QFile list(folder().erased());
        QVERIFY(list.open(QIODevice::Append) && list.write("\n") == 1);
        list.close();
        QVERIFY(std::holds_alternative<Refusal>(erasedOwners(folder())));
        QVERIFY(rememberErased(folder(), {Id::named("another")}));
        const QString path = m_small->folder();
        m_small->close();
        QVERIFY(refusalOf(bring(m_file, {path}, passphrase)).contains(u"desk.erased"));
    }

    void nothingPersonalIsInPlainAnywhere()
    {
        const QString path = m_small->folder();
        m_small->close();
        QVERIFY(std::holds_alternative<Restored>(bring(m_file, {path}, passphrase)));
        auto all = everything(path);
        all.insert(m_file, contentOf(m_file));
        QVERIFY(all.size() >= 5);
        for (auto file = all.begin(); file != all.end(); ++file) {
            for (const QString &word : {u"欧阳"_s, u"13800001234"_s, u"ouyang"_s, u"3栋2单元"_s,
                     u"诸葛"_s, u"阀门.jpg"_s, passphrase, m_code.characters(), m_code.grouped()}) {
                QVERIFY2(!file->contains(word.toUtf8()), qPrintable(file.key() + u": "_s + word));
                const QByteArray wide(
                    reinterpret_cast<const char *>(word.utf16()), word.size() * 2);
                QVERIFY2(!file->contains(wide), qPrintable(file.key() + u": "_s + word));
            }
            if (file.key() == m_file)
                QVERIFY(!file->contains("SQLite format"));
        }
    }

    void withoutPassphraseOrCodeThereIsNothingToSealWith()
    {
        support::SmallDesk open;
        const auto refused = makeBackup(
            open.desk().folder(), open.desk().secrets(), m_file, open.clock.now_ms(), m_random);
        QVERIFY(isLocked(std::get<Refusal>(refused)));
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "backup_test.moc"
