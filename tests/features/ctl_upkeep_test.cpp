// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl_company.h"

#include <QFile>
#include <QLockFile>
#include <QTest>

using support::Tool;
using support::ToolRun;

/// What keeps a desk alive: rebuild, backup, restore, verify, and the lock.
class CtlUpkeepTest : public QObject, private CtlCompany
{
    Q_OBJECT

private Q_SLOTS:
    void init() { found(); }

    void aRebuildChangesNothing();
    void aBackupIsRestoredIntoANewEpoch();
    void theDaysBackupIsMadeOnce();
    void aLostDatabaseComesBack();
    void aForeignFileIsNotRestored();
    void damageIsNamed();
    void aHeldDeskReadsButDoesNotWrite();
    void aFolderWithoutDeskIsNoDesk();
};

void CtlUpkeepTest::aRebuildChangesNothing()
{
    repairUpTo(opened(leak), "finish");
    const QJsonObject before = ok({"digest"}).first();
    ok({"rebuild"});
    QCOMPARE(ok({"digest"}).first(), before);
    const QJsonObject verified = ok({"verify"}).first();
    QCOMPARE(verified["ok"], true);
    QCOMPARE(verified["entries"], before["entries"]);
}

void CtlUpkeepTest::aBackupIsRestoredIntoANewEpoch()
{
    const QString kept = opened(leak);
    const QJsonObject then = show(kept);
    const QString file = path("friday.backup");
    ok({"backup", file});
    const QString lost = opened(leak);

    const QJsonObject restored = ok({"restore", file}).first();
    QCOMPARE(restored["letter"], "B");
    QVERIFY(QFile::exists(restored["set_aside"].toString()));
    QCOMPARE(run({"ticket", "show", lost}).code, 1);
    QCOMPARE(show(kept), then);
    const QString next = opened(leak);
    QVERIFY2(next.startsWith("07B-260309-"), qPrintable(next));
    QCOMPARE(ok({"verify"}).first()["ok"], true);

    // The same backup once more must not give the numbers of the second epoch again.
    QCOMPARE(ok({"restore", file}).first()["letter"], "C");
    QCOMPARE(ok({"verify"}).first()["ok"], true);
    const QString projected = projection();
    ok({"rebuild"});
    QCOMPARE(projection(), projected);
}

void CtlUpkeepTest::theDaysBackupIsMadeOnce()
{
    const QString number = opened(leak);
    const QString file = ok({"backup", "--daily"}).first()["file"].toString();
    QVERIFY(file.startsWith(desk() + "/backups/daily-"));
    QVERIFY(ok({"backup", "--daily"}).first()["file"].isNull());
    ok({"restore", file});
    QCOMPARE(ok({"ticket", "show", number}).first()["number"], number);
}

void CtlUpkeepTest::aLostDatabaseComesBack()
{
    const QString number = opened(leak);
    const QJsonObject then = show(number);
    ok({"backup", path("all.backup")});
    QVERIFY(QFile::remove(desk() + "/desk.sqlite"));
    QCOMPARE(run({"tickets"}).code, 3);
    QCOMPARE(first({"restore", path("all.backup")})["set_aside"], "");
    QCOMPARE(show(number), then);
}

void CtlUpkeepTest::aForeignFileIsNotRestored()
{
    opened(leak);
    const QString before = projection();
    const QString other = path("other"), backup = path("other.backup");
    const Tool otherDesk(other);
    QCOMPARE(otherDesk.run({"init", "--company", "别家", "--admin", "wang"}).code, 0);
    QCOMPARE(otherDesk.run({"backup", backup}).code, 0);
    QFile text(path("letter.txt"));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("not a database") > 0);
    text.close();
    const QString damaged = path("damaged.backup");
    ok({"backup", damaged});
    QVERIFY(damage(damaged, "wang", "Wang"));
    for (const QString &file :
        {backup, damaged, text.fileName(), desk(), desk() + "/desk.sqlite", path("nothing")}) {
        const ToolRun refused = run({"restore", file});
        QVERIFY2(refused.code == 1, file.toUtf8() + ' ' + refused.told());
        QCOMPARE(refused.error.count('\n'), 1);
        QCOMPARE(projection(), before);
    }
    QCOMPARE(run({"backup", desk() + "/desk.sqlite"}).code, 1);
    QCOMPARE(run({"backup", text.fileName()}).code, 1);
    QCOMPARE(run({"backup", desk()}).code, 1);
    QCOMPARE(ok({"verify"}).first()["ok"], true);
}

void CtlUpkeepTest::damageIsNamed()
{
    opened(leak);
    QVERIFY(damage(desk() + "/desk.sqlite", "wang", "Wang"));
    const ToolRun verified = run({"verify"});
    QCOMPARE(verified.code, 3);
    QCOMPARE(verified.first()["ok"], false);
    QVERIFY(!verified.first()["where"].toString().isEmpty());
}

void CtlUpkeepTest::aHeldDeskReadsButDoesNotWrite()
{
    const QString number = opened(leak);
    QLockFile held(desk() + "/desk.lock");
    held.setStaleLockTime(0);
    QVERIFY(held.tryLock());
    for (const QStringList &writing : QVector<QStringList>{{"ticket", "do", number, "accept"},
             {"staff", "remove", "sun"}, {"rebuild"}, {"ticket", "open", "--file", "-"}}) {
        const ToolRun refused = run(writing, leak);
        QVERIFY2(refused.code == 3, refused.told());
        QVERIFY2(refused.error.contains(QString::number(QCoreApplication::applicationPid())),
            refused.told());
        QCOMPARE(refused.error.count('\n'), 1);
    }
    QCOMPARE(state(number), "received");
    ok({"backup", path("beside.backup")});
    QCOMPARE(run({"restore", path("beside.backup")}).code, 3);
    held.unlock();
    QCOMPARE(step(number, {"accept", "by=li"}), "with_chief");
}

void CtlUpkeepTest::aFolderWithoutDeskIsNoDesk()
{
    const Tool nobody(path("nobody"));
    for (const QStringList &words : QVector<QStringList>{
             {"digest"}, {"verify"}, {"tickets"}, {"backup", "x"}, {"restore", "x"}}) {
        const ToolRun refused = nobody.run(words);
        QVERIFY2(refused.code == 3, refused.told());
        QCOMPARE(refused.error.count('\n'), 1);
        QVERIFY2(refused.error.contains("nobody"), refused.told());
    }
    QVERIFY(!QFile::exists(nobody.desk()));
}

QTEST_GUILESS_MAIN(CtlUpkeepTest)
#include "ctl_upkeep_test.moc"
