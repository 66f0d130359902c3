// SPDX-License-Identifier: GPL-3.0-or-later
#include "new_desk_support.h"

#include "store/replacing.h"
#include "store/snapshot.h"
#include "store/table_kinds.h"
#include "store/trust.h"
#include "store/upkeep.h"

#include <QTest>

using namespace support;
using namespace domain;
using store::Database;
using store::Trust;

namespace
{

/// A snapshot of the host, perhaps with something done to it by whoever hands it over.
QString snapshotOf(LetIn &letIn, const QByteArray &tampering = {})
{
    const QString file = letIn.path(QStringLiteral("snapshot.sqlite"));
    const auto made = store::makeSnapshot(letIn.host.desk().folder(), file);
    if (!std::holds_alternative<store::SnapshotMade>(made))
        qFatal("no snapshot");
    if (!tampering.isEmpty()) {
        Database database(file, Database::Access::ReadWrite);
        database.run(tampering);
    }
    return file;
}

store::SnapshotExpected expectedBy(const LetIn &letIn)
{
    return {letIn.pin.welcome.founding, letIn.pin.desk, letIn.pin.publicKey};
}

QString faultOf(LetIn &letIn, const QString &file)
{
    return store::findFaultInSnapshot(file, expectedBy(letIn));
}

} // namespace

/// A new desk begins with another one's tables, and finds out when they aren't what the record gives.
class SnapshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Whoever adds a table says whose it is: one that is forgotten would leave the desk.
    void everyTableIsSomebodys()
    {
        Database fresh(QString(), Database::Access::ReadWrite);
        store::createTables(fresh);
        QStringList declared, listed;
        store::Statement tables(fresh.handle(),
            "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite_%'"
            " AND name NOT LIKE 'ticket\\_text\\_%' ESCAPE '\\'");
        while (tables.step())
            declared << tables.text(0);
        for (const store::TableKind &kind : store::tableKinds())
            listed << QString::fromLatin1(kind.name);
        declared.sort();
        listed.sort();
        QCOMPARE(listed, declared);
    }

    void nothingOfTheDeskItselfLeavesIt()
    {
        LetIn letIn;
        const QString file = snapshotOf(letIn);
        Database copy(file, Database::Access::ReadOnly);
        for (const char *table : {"sealing_keys", "peers", "waiting"}) {
            QCOMPARE(copy.value(QByteArray("SELECT count(*) FROM ") + table).toInt(), 0);
        }
        QCOMPARE(copy.value("SELECT count(*) FROM local WHERE key NOT IN ('projection_version',"
                            "'text_indexed_to')")
                     .toInt(),
            0);
        // Whose keys to ask for is known, the keys are not.
        Database host(letIn.host.desk().folder().database(), Database::Access::ReadOnly);
        const int owners = host.value("SELECT count(DISTINCT owner) FROM sealing_keys").toInt();
        QVERIFY(owners >= 5);
        QCOMPARE(copy.value("SELECT count(*) FROM lacking_keys").toInt(), owners);
        QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther), 0);
        // Not even in the pages that are free now.
        QFile bytes(file);
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        const QByteArray all = bytes.readAll();
        store::Statement keys(host.handle(), "SELECT wrapped FROM sealing_keys");
        while (keys.step())
            QVERIFY(!all.contains(keys.blob(0)));
    }

    void aTrueOneIsWorkedWithAtOnceAndCheckedMeanwhile()
    {
        LetIn letIn;
        const QString file = snapshotOf(letIn);
        QCOMPARE(faultOf(letIn, file), QString());
        QVERIFY(!store::beginWithSnapshot(letIn.folder(), file));
        QCOMPARE(LetIn::digestOf(letIn.folder()), letIn.digestOfHost());
        auto desk = letIn.open();
        QCOMPARE(desk->trust(), Trust::Borrowed);
        QCOMPARE(peers::findPin(desk->read().database())->desk, letIn.pin.desk);
        signIn(*desk, QStringLiteral("wang"));
        QVERIFY(store::accepted(desk->submit(OpenTicket{.ticket = desk->freshId(),
                                                 .values = {{field::Kind, QStringLiteral("repair")},
                                                     {field::Title, QStringLiteral("停电")}}})
                                    .result()));
        QTRY_COMPARE(desk->trust(), Trust::Own);
        letIn.hand(letIn.host.desk(), *desk);
        letIn.hand(*desk, letIn.host.desk());
        QCOMPARE(LetIn::digestOf(letIn.folder()), letIn.digestOfHost());
        QVERIFY(!store::findDamage(letIn.folder(), letIn.secrets));
        const auto ticket = desk->read().findTicket(1);
        QVERIFY(ticket);
        desk.reset();
        QCOMPARE(letIn.open()->trust(), Trust::Own);
    }

    void aLieIsSeenBeforeAnythingIsWritten_data()
    {
        QTest::addColumn<QByteArray>("tampering");
        QTest::newRow("a trigger") << QByteArray(
            "CREATE TRIGGER sly AFTER INSERT ON entries BEGIN DELETE FROM peers; END");
        QTest::newRow("a view") << QByteArray("CREATE VIEW sly AS SELECT 1");
        QTest::newRow("a table") << QByteArray("CREATE TABLE sly(a)");
        QTest::newRow("a column") << QByteArray("ALTER TABLE feeds ADD COLUMN sly");
        QTest::newRow("an index is gone") << QByteArray("DROP INDEX entries_by_depth");
        QTest::newRow("an older version") << QByteArray("PRAGMA user_version=1");
        QTest::newRow("a newer version") << QByteArray("PRAGMA user_version=1000");
        QTest::newRow("other projections")
            << QByteArray("UPDATE local SET value=1 WHERE key='projection_version'");
        QTest::newRow("no desk's file") << QByteArray("PRAGMA application_id=7");
        QTest::newRow("a value of its own") << QByteArray("INSERT INTO local VALUES('sly', 1)");
        QTest::newRow("a peer of its own") << QByteArray("INSERT INTO peers VALUES('a', 'b', 1)");
        QTest::newRow("a key of its own")
            << QByteArray("INSERT INTO sealing_keys VALUES(randomblob(16), 1, randomblob(72))");
        QTest::newRow("an owner that is none")
            << QByteArray("INSERT INTO lacking_keys VALUES(randomblob(15))");
        QTest::newRow("no first entry") << QByteArray("DELETE FROM entries WHERE depth=1");
        QTest::newRow("another first entry")
            << QByteArray("UPDATE entries SET bytes=zeroblob(200) WHERE depth=1");
        QTest::newRow("another first hash")
            << QByteArray("UPDATE entries SET hash=zeroblob(32) WHERE depth=1");
        QTest::newRow("another company's desk")
            << QByteArray("UPDATE feeds SET public_key=randomblob(32)");
        QTest::newRow("a last entry that nobody signed")
            << QByteArray("UPDATE entries SET signature=randomblob(64) WHERE sequence="
                          "(SELECT max(sequence) FROM entries)");
        QTest::newRow("a last entry without a signature")
            << QByteArray("UPDATE entries SET signature=x'' WHERE sequence="
                          "(SELECT max(sequence) FROM entries)");
        QTest::newRow("a last entry with another hash")
            << QByteArray("UPDATE entries SET hash=randomblob(32) WHERE sequence="
                          "(SELECT max(sequence) FROM entries)");
        QTest::newRow("a feed without an entry")
            << QByteArray("INSERT INTO feeds(id, uid, desk, public_key) VALUES(99, randomblob(16), "
                          "randomblob(16), "
                          "randomblob(32))");
        QTest::newRow("in the format of a log") << QByteArray("PRAGMA journal_mode=WAL");
    }

    void aLieIsSeenBeforeAnythingIsWritten()
    {
        QFETCH(QByteArray, tampering);
        LetIn letIn;
        const QString file = snapshotOf(letIn, tampering);
        QVERIFY(!faultOf(letIn, file).isEmpty());
    }

    void noDatabaseAtAllIsRefused()
    {
        LetIn letIn;
        const QString name = letIn.path(QStringLiteral("junk"));
        for (const QByteArray &bytes :
            {QByteArray(), QByteArray("SQLite format 3"), QByteArray(1 << 16, 'x')}) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(bytes);
            file.close();
            QVERIFY(!faultOf(letIn, name).isEmpty());
        }
        // One that breaks off in the middle.
        const QString half = snapshotOf(letIn);
        QFile file(half);
        QVERIFY(file.resize(file.size() / 2));
        QVERIFY(!faultOf(letIn, half).isEmpty());
    }

    void aLieDeepInIsFoundAndTheDeskBeginsAnew_data()
    {
        QTest::addColumn<QByteArray>("tampering");
        QTest::newRow("a row that nobody wrote")
            << QByteArray("UPDATE tickets SET title='改过的' WHERE id=2");
        QTest::newRow("a row that is gone") << QByteArray("DELETE FROM steps WHERE id=1");
        QTest::newRow("an entry in the middle")
            << QByteArray("UPDATE entries SET hash=zeroblob(32) WHERE sequence=3");
        QTest::newRow("a key that isn't asked for") << QByteArray("DELETE FROM lacking_keys");
    }

    void aLieDeepInIsFoundAndTheDeskBeginsAnew()
    {
        QFETCH(QByteArray, tampering);
        LetIn letIn;
        const QString file = snapshotOf(letIn, tampering);
        QCOMPARE(faultOf(letIn, file), QString());
        QVERIFY(!store::beginWithSnapshot(letIn.folder(), file));
        auto desk = letIn.open();
        // What was saved before the lie showed is not lost.
        signIn(*desk, QStringLiteral("wang"));
        const OpenTicket saved{.ticket = desk->freshId(),
            .values = {
                {field::Kind, QStringLiteral("repair")}, {field::Title, QStringLiteral("停电")}}};
        QVERIFY(store::accepted(desk->submit(saved).result()));
        QTRY_COMPARE(desk->trust(), Trust::Broken);
        OpenTicket refused = saved;
        refused.ticket = desk->freshId();
        QTRY_VERIFY(store::refused(desk->submit(refused).result()));
        desk.reset();

        desk = letIn.open();
        QCOMPARE(desk->trust(), Trust::Own);
        QCOMPARE(desk->read().position(), 0);
        QVERIFY(store::refused(desk->submit(saved).result()));
        letIn.hand(letIn.host.desk(), *desk);
        letIn.hand(*desk, letIn.host.desk());
        QCOMPARE(LetIn::digestOf(letIn.folder()), letIn.digestOfHost());
        QVERIFY(!store::findDamage(letIn.folder(), letIn.secrets));
        Database database(letIn.folder().database(), Database::Access::ReadOnly);
        QCOMPARE(database.value("SELECT count(*) FROM tickets WHERE title='停电'").toInt(), 1);
        QVERIFY(QDir(letIn.folder().backups()).count() > 0);
    }
};

QTEST_GUILESS_MAIN(SnapshotTest)
#include "snapshot_test.moc"
