// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection.h"
#include "support/vfs_power_loss.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>
#include <optional>
#include <random>
#include <thread>

using support::Connection;
using support::PowerLossVfs;

namespace
{

constexpr int commits = 40;

// Each commit adds one row of a page and changes one that all commits share, so that a commit that
// is half there is seen.
const QByteArray makeLedger = R"(
    CREATE TABLE ledger(id INTEGER PRIMARY KEY, note TEXT NOT NULL);
    CREATE TABLE total(entries INTEGER NOT NULL);
    INSERT INTO total VALUES (0);
)";

QByteArray addEntry(int id)
{
    return "BEGIN IMMEDIATE; INSERT INTO ledger VALUES (" + QByteArray::number(id)
        + ", printf('%.3000c', 'x')); UPDATE total SET entries = entries + 1; COMMIT;";
}

// What somebody finds who opens the ledger after a power loss.
struct Found {
    bool sound = false; // integrity_check, and rows and total agree
    int entries = -1; // -1: the tables are not there
};

Found openLedger(const QString &folder)
{
    Connection connection(folder + QStringLiteral("/ledger.db"));
    Found found;
    found.sound = connection.value("PRAGMA integrity_check") == "ok";
    if (connection.value("SELECT count(*) FROM sqlite_master WHERE name = 'total'") != "1")
        return found;
    found.entries = connection.value("SELECT count(*) FROM ledger").toInt();
    const QByteArray last = connection.value("SELECT coalesce(max(id), 0) FROM ledger");
    const QByteArray total = connection.value("SELECT entries FROM total");
    found.sound = found.sound && last.toInt() == found.entries && total.toInt() == found.entries;
    return found;
}

struct Losses {
    int acknowledged = 0; // power losses after which an acknowledged entry was missing
    int damaged = 0; // power losses that left an unsound database
    QByteArray first; // the first of them, for the test's message
};

Losses losePower(PowerLossVfs &disk, const QString &folder, int times)
{
    std::mt19937 random(20);
    Losses losses;
    for (int i = 0; i < times; ++i) {
        const size_t event = random() % disk.events();
        const quint32 seed = quint32(random());
        disk.materialise(event, seed, folder);
        const Found found = openLedger(folder);
        const QList<qint64> marks = disk.marksBefore(event);
        const bool lost = !marks.isEmpty() && found.entries < marks.last();
        losses.acknowledged += lost;
        losses.damaged += !found.sound;
        if ((lost || !found.sound) && losses.first.isEmpty())
            losses.first = "event " + QByteArray::number(qulonglong(event)) + ", seed "
                + QByteArray::number(seed) + ", after " + disk.describe(event).toUtf8();
    }
    return losses;
}

} // namespace

class VfsPowerLossTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatWasAcknowledged_data();
    void keepsWhatWasAcknowledged();
    void showsWhatWasNotSynced_data();
    void showsWhatWasNotSynced();
    void readersInOtherThreadsDisturbNothing();
    void sameSeedSameDisk();
    void wholeTimelineEndsAtTheRealFiles();
    void startsFromWhatIsThere();

private:
    void fillLedger(PowerLossVfs &disk, const QByteArray &settings);
    QString recorded() const { return m_folder->filePath(QStringLiteral("recorded")); }
    QString lost() const { return m_folder->filePath(QStringLiteral("lost")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void VfsPowerLossTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void VfsPowerLossTest::fillLedger(PowerLossVfs &disk, const QByteArray &settings)
{
    disk.install();
    // Opened again and again, so that the log is also deleted and made anew.
    std::optional<Connection> connection;
    for (int i = 0; i <= commits; ++i) {
        if (i % 15 == 0) {
            connection.reset();
            connection.emplace(recorded() + QStringLiteral("/ledger.db"));
            QCOMPARE(connection->run(settings), SQLITE_OK);
        }
        QCOMPARE(
            connection->run(i == 0 ? "BEGIN;" + makeLedger + "COMMIT;" : addEntry(i)), SQLITE_OK);
        disk.mark(i);
    }
    connection.reset();
    disk.remove();
}

void VfsPowerLossTest::keepsWhatWasAcknowledged_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::newRow("WAL, checkpoint at nearly every commit") << QByteArray(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4;");
    QTest::newRow("WAL, checkpoint at times") << QByteArray(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 20;");
    QTest::newRow("WAL, checkpoint at close")
        << QByteArray("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    QTest::newRow("rollback journal, folder synced")
        << QByteArray("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;");
}

void VfsPowerLossTest::keepsWhatWasAcknowledged()
{
    QFETCH(QByteArray, settings);
    PowerLossVfs disk(recorded());
    fillLedger(disk, settings);
    QCOMPARE(disk.marksBefore(disk.events() - 1).size(), commits + 1);
    const Losses losses = losePower(disk, lost(), 300);
    QVERIFY2(losses.acknowledged == 0 && losses.damaged == 0, losses.first.constData());
}

void VfsPowerLossTest::showsWhatWasNotSynced_data()
{
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<bool>("damages");
    QTest::newRow("WAL, no sync at all") << QByteArray(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA wal_autocheckpoint = 20;")
                                         << true;
    QTest::newRow("WAL, synced at checkpoints only") << QByteArray(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 20;")
                                                     << false;
    QTest::newRow("rollback journal that comes back, its folder not synced")
        << QByteArray("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;") << false;
}

void VfsPowerLossTest::showsWhatWasNotSynced()
{
    QFETCH(QByteArray, settings);
    QFETCH(bool, damages);
    PowerLossVfs disk(recorded());
    fillLedger(disk, settings);
    const Losses losses = losePower(disk, lost(), 300);
    QVERIFY(losses.acknowledged > 0);
    QCOMPARE(losses.damaged > 0, damages);
}

void VfsPowerLossTest::readersInOtherThreadsDisturbNothing()
{
    PowerLossVfs disk(recorded());
    disk.install();
    const QString path = recorded() + QStringLiteral("/ledger.db");
    Connection writer(path);
    QCOMPARE(writer.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                        "PRAGMA wal_autocheckpoint = 8;"
                 + makeLedger),
        SQLITE_OK);
    std::atomic<bool> done = false;
    std::atomic<int> reads = 0;
    const auto readOn = [&] {
        do {
            Connection reader(path, SQLITE_OPEN_READONLY);
            for (int i = 0; i < 10; ++i)
                reads += reader.value("SELECT count(*) = (SELECT entries FROM total) FROM ledger")
                    == "1";
        } while (!done);
    };
    std::thread readers[] = {std::thread(readOn), std::thread(readOn)};
    int accepted = 0;
    for (int i = 1; i <= commits; ++i) {
        accepted += writer.run(addEntry(i)) == SQLITE_OK;
        disk.mark(i);
    }
    done = true;
    for (std::thread &reader : readers)
        reader.join();
    disk.remove();
    QCOMPARE(accepted, commits);
    QVERIFY(reads > 0);
    const Losses losses = losePower(disk, lost(), 100);
    QVERIFY2(losses.acknowledged == 0 && losses.damaged == 0, losses.first.constData());
}

void VfsPowerLossTest::sameSeedSameDisk()
{
    PowerLossVfs disk(recorded());
    fillLedger(disk, "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;");
    const auto databaseAfter = [&](size_t event, quint32 seed) {
        disk.materialise(event, seed, lost());
        QFile file(lost() + QStringLiteral("/ledger.db"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const size_t event = disk.events() / 2;
    const QByteArray once = databaseAfter(event, 7);
    const QByteArray other = databaseAfter(event, 8);
    databaseAfter(disk.events() - 1, 7);
    QVERIFY(databaseAfter(event, 7) == once);
    QVERIFY(databaseAfter(event, 8) == other);
    QVERIFY(once != other);
}

void VfsPowerLossTest::wholeTimelineEndsAtTheRealFiles()
{
    PowerLossVfs disk(recorded());
    fillLedger(disk, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA;");
    disk.materialise(disk.events() - 1, 1, lost());
    QCOMPARE(QDir(lost()).entryList(QDir::Files), QStringList{QStringLiteral("ledger.db")});
    QFile real(recorded() + QStringLiteral("/ledger.db"));
    QFile replayed(lost() + QStringLiteral("/ledger.db"));
    QVERIFY(real.open(QIODevice::ReadOnly) && replayed.open(QIODevice::ReadOnly));
    QVERIFY(real.readAll() == replayed.readAll());
}

void VfsPowerLossTest::startsFromWhatIsThere()
{
    const QString path = recorded() + QStringLiteral("/deep/ledger.db");
    QDir().mkpath(QFileInfo(path).path());
    QCOMPARE(
        Connection(path).run("PRAGMA journal_mode = WAL;" + makeLedger + addEntry(1)), SQLITE_OK);
    PowerLossVfs disk(recorded());
    const QString restored = recorded() + QStringLiteral("/deep/restored.db");
    QVERIFY(QFile::copy(path, restored));
    disk.install();
    for (const QString &database : {path, restored})
        QCOMPARE(Connection(database).run("PRAGMA synchronous = FULL;" + addEntry(2)), SQLITE_OK);
    disk.remove();
    disk.materialise(0, 1, lost());
    QCOMPARE(openLedger(lost() + QStringLiteral("/deep")).entries, 1);
    disk.materialise(disk.events() - 1, 1, lost());
    const QString copy = lost() + QStringLiteral("/deep/restored.db");
    QCOMPARE(Connection(copy).value("SELECT entries FROM total"), QByteArray("2"));
}

QTEST_GUILESS_MAIN(VfsPowerLossTest)
#include "vfs_power_loss_test.moc"
