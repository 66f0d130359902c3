// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection.h"
#include "support/vfs_failing.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using support::Connection;
using support::FailingVfs;

namespace
{

const QByteArray makeStock = R"(
    PRAGMA journal_mode = WAL;
    CREATE TABLE stock(id INTEGER PRIMARY KEY, counted INTEGER NOT NULL, note TEXT NOT NULL);
    CREATE INDEX stock_counted ON stock(counted);
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
    INSERT INTO stock SELECT i, 1, printf('%.600c', 'x') FROM n;
)";
// The small limit puts a checkpoint right behind the commit.
const QByteArray settings = "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4;";
const QByteArray recount = "BEGIN IMMEDIATE; UPDATE stock SET counted = 2; COMMIT;";
const QByteArray countedRange = "SELECT min(counted) || '-' || max(counted) FROM stock";

struct Outcome {
    int result;
    bool hit;
    qint64 calls;
};

} // namespace

class VfsFailingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void failureLeavesOldOrNewState_data();
    void failureLeavesOldOrNewState();
    void onceFailsOnce();
    void stickyFailsUntilDisarmed();
    void countsWhatItIsToldTo();
    void shortReadHidesTheRest();
    void reachesQtConnections();
    void givesItsPlaceBack();

private:
    int openAndRecount();
    QString stock() const { return m_folder->filePath(QStringLiteral("stock.db")); }
    QString before() const { return m_folder->filePath(QStringLiteral("before.db")); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void VfsFailingTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QCOMPARE(Connection(stock()).run(makeStock), SQLITE_OK);
}

void VfsFailingTest::failureLeavesOldOrNewState_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("sticky");
    QTest::addColumn<int>("which");
    const int writeSide = int(FailingVfs::writeSide);
    const int needSpace = int(FailingVfs::needSpace);
    QTest::newRow("no room once") << SQLITE_FULL << false << needSpace;
    QTest::newRow("no room from there on") << SQLITE_FULL << true << needSpace;
    QTest::newRow("write error once") << SQLITE_IOERR_WRITE << false << writeSide;
    QTest::newRow("disk gone for writing") << SQLITE_IOERR_WRITE << true << writeSide;
    QTest::newRow("sync error once") << SQLITE_IOERR_FSYNC << false << int(FailingVfs::Sync);
    QTest::newRow("no sync any more") << SQLITE_IOERR_FSYNC << true << int(FailingVfs::Sync);
    QTest::newRow("read error once") << SQLITE_IOERR_READ << false << int(FailingVfs::Read);
    QTest::newRow("unreadable") << SQLITE_IOERR_READ << true << int(FailingVfs::Read);
}

// The result of the transaction; what goes wrong when the connection closes is not its concern.
int VfsFailingTest::openAndRecount()
{
    Connection connection(stock());
    connection.run(settings);
    return connection.run(recount);
}

void VfsFailingTest::failureLeavesOldOrNewState()
{
    QFETCH(int, code);
    QFETCH(bool, sticky);
    QFETCH(int, which);
    QFile::copy(stock(), before());
    const auto recountWithFailureAt = [&](int place) {
        FailingVfs disk;
        disk.install();
        disk.arm(place, code, sticky, FailingVfs::Calls(which));
        const int result = openAndRecount();
        return Outcome{result, disk.hit(), disk.calls()};
    };
    const qint64 places = recountWithFailureAt(0).calls;
    QVERIFY(places >= 4);
    for (int place = 1; place <= places; ++place) {
        QFile::remove(stock());
        QVERIFY(QFile::copy(before(), stock()));
        const Outcome outcome = recountWithFailureAt(place);
        QVERIFY(outcome.hit);
        Connection after(stock());
        const QByteArray range = after.value(countedRange);
        const bool isKept = range == "2-2" || (range == "1-1" && outcome.result != SQLITE_OK);
        QVERIFY2(isKept, qPrintable(QStringLiteral("place %1").arg(place)));
        QCOMPARE(after.value("PRAGMA integrity_check"), QByteArray("ok"));
    }
}

void VfsFailingTest::onceFailsOnce()
{
    FailingVfs disk;
    disk.install();
    Connection connection(stock());
    connection.run(settings);
    disk.arm(3, SQLITE_FULL, false, FailingVfs::Write);
    QCOMPARE(connection.run(recount), SQLITE_FULL);
    QVERIFY(disk.hit());
    QCOMPARE(connection.run(recount), SQLITE_OK);
}

void VfsFailingTest::stickyFailsUntilDisarmed()
{
    FailingVfs disk;
    disk.install();
    Connection connection(stock());
    connection.run(settings);
    disk.arm(3, SQLITE_IOERR_WRITE, true);
    QCOMPARE(connection.run(recount), SQLITE_IOERR_WRITE);
    QCOMPARE(connection.run(recount), SQLITE_IOERR_WRITE);
    disk.disarm();
    QCOMPARE(connection.run(recount), SQLITE_OK);
    QVERIFY(disk.hit());
}

void VfsFailingTest::countsWhatItIsToldTo()
{
    FailingVfs disk;
    disk.install();
    QCOMPARE(disk.calls(), 0);
    Connection connection(stock());
    connection.run(settings);
    disk.arm(1000, SQLITE_FULL, true, FailingVfs::Sync);
    QCOMPARE(connection.run("PRAGMA wal_autocheckpoint = 0"), SQLITE_OK);
    QCOMPARE(connection.run(recount), SQLITE_OK);
    // One after the new log's header, one after the commit.
    QCOMPARE(disk.calls(), 2);
    QVERIFY(!disk.hit());
    disk.arm(1000, SQLITE_FULL, true, FailingVfs::Create | FailingVfs::Delete);
    QCOMPARE(connection.run("PRAGMA journal_mode = DELETE"), SQLITE_OK);
    QVERIFY(disk.calls() >= 1);
}

void VfsFailingTest::shortReadHidesTheRest()
{
    FailingVfs disk;
    disk.install();
    disk.arm(4, SQLITE_IOERR_SHORT_READ, true, FailingVfs::Read);
    QVERIFY(Connection(stock()).value("PRAGMA integrity_check") != "ok");
    QVERIFY(disk.hit());
    disk.disarm();
    QCOMPARE(Connection(stock()).value("PRAGMA integrity_check"), QByteArray("ok"));
}

void VfsFailingTest::reachesQtConnections()
{
    FailingVfs disk;
    disk.install();
    const QString name = QStringLiteral("stock");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(stock());
        QVERIFY(database.open());
        QSqlQuery query(database);
        disk.arm(1, SQLITE_FULL, false, FailingVfs::needSpace);
        QVERIFY(!query.exec(QStringLiteral("UPDATE stock SET counted = 3")));
        QCOMPARE(query.lastError().nativeErrorCode(), QString::number(SQLITE_FULL));
        QVERIFY(query.exec(QStringLiteral("UPDATE stock SET counted = 3")));
    }
    QSqlDatabase::removeDatabase(name);
}

void VfsFailingTest::givesItsPlaceBack()
{
    sqlite3_vfs *usual = sqlite3_vfs_find(nullptr);
    {
        FailingVfs disk;
        QCOMPARE(sqlite3_vfs_find(nullptr), usual);
        disk.install();
        QVERIFY(sqlite3_vfs_find(nullptr) != usual);
        disk.remove();
        QCOMPARE(sqlite3_vfs_find(nullptr), usual);
        disk.install();
    }
    QCOMPARE(sqlite3_vfs_find(nullptr), usual);
}

QTEST_GUILESS_MAIN(VfsFailingTest)
#include "vfs_failing_test.moc"
