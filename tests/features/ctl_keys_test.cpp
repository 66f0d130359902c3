// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl_company.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

using support::Tool;
using support::ToolRun;

namespace
{

/// What a script exports, as long as this lives.
class Exported
{
public:
    Exported(const char *name, const QByteArray &value)
        : m_name(name)
    {
        qputenv(name, value);
    }
    ~Exported() { qunsetenv(m_name); }

private:
    const char *m_name;
};

constexpr auto opens = "GRIDDESK_PASSPHRASE";
constexpr auto sets = "GRIDDESK_NEW_PASSPHRASE";
constexpr auto backsUp = "GRIDDESK_BACKUP_PASSPHRASE";

} // namespace

/// An administrator and the desk's key: set a passphrase, print the code, back up, lose the computer, come back.
class CtlKeysTest : public QObject, private CtlCompany
{
    Q_OBJECT

    QString protection() const { return first({"key", "show"})["protection"].toString(); }
    void protect(const QByteArray &passphrase) const
    {
        const Exported given(sets, passphrase);
        ok({"key", "passphrase"});
    }
    void mustRefuse(const ToolRun &run, int code, const QString &word) const
    {
        QVERIFY2(run.code == code && run.error.contains(word), run.told());
        QCOMPARE(run.error.count('\n'), 1);
    }

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); }
    void init() { found(); }

    void aDeskThatStandsOpenAsksNothing();
    void anAdministratorsDay();
    void aForgottenPassphrase();
    void theBackupsThatPeopleMixUp();
    void aServerBacksUpWithAPassphraseOfItsOwn();
    void backToOpen();
    void aDeskProtectedFromItsFirstDay();
    void withoutAKeyringThereIsNoKeyring();
};

void CtlKeysTest::aDeskThatStandsOpenAsksNothing()
{
    QCOMPARE(protection(), "none");
    const QJsonObject made = first({"backup", path("a.backup")});
    QCOMPARE(made["complete"], false);
    mustRefuse(run({"key", "passphrase"}), 1, "GRIDDESK_NEW_PASSPHRASE");
    {
        const Exported tooShort(sets, "1234567");
        mustRefuse(run({"key", "passphrase"}), 1, "too short");
    }
    QCOMPARE(protection(), "none");
    QCOMPARE(run({"key", "keyring", "maybe"}).code, 2);
    QCOMPARE(run({"key", "lose"}).code, 2);
}

void CtlKeysTest::anAdministratorsDay()
{
    const QString number = opened(leak);
    const QJsonObject then = show(number);
    QFile photo(path("阀门.jpg"));
    QVERIFY(photo.open(QIODevice::WriteOnly) && photo.write("photo") == 5);
    photo.close();

    protect("文一路的桂花");
    QCOMPARE(protection(), "passphrase");
    mustRefuse(run({"tickets"}), 1, "GRIDDESK_PASSPHRASE");
    {
        const Exported wrong(opens, "文一路的梅花");
        mustRefuse(run({"tickets"}), 1, "doesn't open");
    }
    const Exported right(opens, "文一路的桂花");
    QCOMPARE(show(number), then);
    const QString sheet = path("code.pdf");
    const QString code = first({"key", "recovery", "--pdf", sheet})["code"].toString();
    QProcess text;
    text.start("pdftotext", {"-layout", sheet, "-"});
    QVERIFY(text.waitForFinished());
    const QByteArray printed = text.readAllStandardOutput();
    QVERIFY2(printed.contains(code.left(11).toUtf8()) && printed.contains("坪山水务"), printed);

    const QString stick = path("stick.gdbackup");
    QCOMPARE(first({"backup", stick})["complete"], true);
    QCOMPARE(first({"backup", "--check", stick})["company"], "坪山水务");
    QVERIFY(first({"backup", "--daily"})["file"].toString().endsWith(".gdbackup"));
    QCOMPARE(ok({"backups"}).lines.size(), 1);

    // The computer is gone; the stick and the passphrase are left.
    QVERIFY(QDir(desk()).removeRecursively());
    const QJsonObject restored = first({"restore", stick});
    QCOMPARE(restored["letter"], "B");
    QCOMPARE(restored["secrets"], "backup");
    QCOMPARE(show(number), then);
    QCOMPARE(first({"verify"})["ok"], true);
    QVERIFY(opened(leak).startsWith("07B-"));
    QCOMPARE(protection(), "passphrase");
}

void CtlKeysTest::aForgottenPassphrase()
{
    protect("correct horse");
    QString code;
    {
        const Exported right(opens, "correct horse");
        code = first({"key", "recovery"})["code"].toString();
        ok({"backup", path("a.gdbackup")});
    }
    {
        const Exported typed(opens, code.toLower().remove('-').toUtf8());
        protect("another horse");
        QCOMPARE(Tool(path("new")).run({"restore", path("a.gdbackup")}).code, 0);
    }
    const Exported right(opens, "another horse");
    ok({"digest"});
}

void CtlKeysTest::theBackupsThatPeopleMixUp()
{
    opened(leak);
    protect("correct horse");
    const Exported right(opens, "correct horse");
    const QString before = projection();
    ok({"backup", path("ours.gdbackup")});

    const Tool theirs(path("theirs"));
    QCOMPARE(theirs.run({"init", "--company", "别家", "--admin", "wang"}).code, 0);
    mustRefuse(theirs.run({"restore", path("ours.gdbackup")}), 1, "another company, \"坪山水务\"");
    QFile whole(path("ours.gdbackup"));
    QVERIFY(whole.open(QIODevice::ReadOnly));
    QFile cut(path("cut.gdbackup"));
    QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write(whole.read(whole.size() / 2)) > 0);
    cut.close();
    mustRefuse(run({"restore", cut.fileName()}), 1, "cut short");
    mustRefuse(run({"backup", "--check", cut.fileName()}), 1, "cut short");
    {
        const Exported wrong(backsUp, "wrong horse");
        mustRefuse(run({"restore", path("ours.gdbackup")}), 1, "doesn't open");
    }
    mustRefuse(run({"restore", path("nothing.gdbackup")}), 1, "nothing.gdbackup");
    QCOMPARE(projection(), before);
    QCOMPARE(first({"restore", path("ours.gdbackup")})["secrets"], "desk");
    QCOMPARE(first({"verify"})["ok"], true);
}

void CtlKeysTest::aServerBacksUpWithAPassphraseOfItsOwn()
{
    {
        const Exported given(backsUp, "for the safe");
        QCOMPARE(first({"backup", path("a.gdbackup")})["complete"], true);
    }
    QCOMPARE(protection(), "none");
    const Exported named("SAFE", "for the safe");
    const Tool elsewhere(path("new"));
    QCOMPARE(elsewhere.run({"restore", path("a.gdbackup"), "--passphrase-env", "SAFE"}).code, 0);
    // It stood open, so it stands open.
    QCOMPARE(elsewhere.run({"digest"}).code, 0);
}

void CtlKeysTest::backToOpen()
{
    protect("correct horse");
    {
        const Exported right(opens, "correct horse");
        ok({"key", "open"});
    }
    QCOMPARE(protection(), "none");
    ok({"digest"});
    QCOMPARE(first({"backup", path("a.gdbackup")})["complete"], true);
}

void CtlKeysTest::aDeskProtectedFromItsFirstDay()
{
    const Tool fresh(path("fresh"));
    {
        const Exported given(sets, "correct horse");
        QCOMPARE(fresh.run({"init", "--company", "新公司", "--admin", "wang"}).code, 0);
    }
    mustRefuse(fresh.run({"digest"}), 1, "is locked");
    const Exported right(opens, "correct horse");
    QCOMPARE(fresh.run({"digest"}).code, 0);
}

void CtlKeysTest::withoutAKeyringThereIsNoKeyring()
{
    mustRefuse(run({"key", "keyring", "on"}), 1, "passphrase");
    protect("correct horse");
    const Exported right(opens, "correct horse");
    mustRefuse(run({"key", "keyring", "on"}), 3, "keyring");
    QCOMPARE(protection(), "passphrase");
    ok({"digest"});
}

QTEST_GUILESS_MAIN(CtlKeysTest)
#include "ctl_keys_test.moc"
