// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tool.h"

#include "domain/decide.h"
#include "domain/words.h"
#include "domain/workflow.h"
#include "store/desk_folder.h"
#include "store/feed_writer.h"
#include "store/projector.h"
#include "store/secrets_file.h"
#include "store/upkeep.h"

#include <QTemporaryDir>
#include <QTest>

using namespace domain;
using support::Tool;
using support::ToolRun;

/// An administrator's day with the tool: accounts, rights, passwords, and what the others may do by them. Each test founds
/// the company anew.
class CtlAccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theAdministratorNeedsThePassword();
    void wrongPasswordsSlowDown();
    void peopleGetAccountsAndChangeTheirPasswords();
    void rightsAreGivenAndTakenBack();
    void whoLacksTheRightIsToldInOneLine();
    void actionsAreThoseOfTheTable();
    void conflictsSayWhyAndByWhom();

private:
    ToolRun run(const QStringList &words, const QByteArray &input = {}) const
    {
        return Tool(m_folder->filePath("desk")).run(words, input);
    }
    ToolRun ok(const QStringList &words, const QByteArray &input = {}) const
    {
        const ToolRun result = run(words, input);
        if (result.code != 0)
            QTest::qFail(words.join(u' ').toUtf8() + ": " + result.told(), __FILE__, __LINE__);
        return result;
    }
    /// Refused: exit 1, and one line that says why.
    void refused(const QStringList &words, const QString &part) const
    {
        const ToolRun result = run(words);
        QVERIFY2(result.code == 1, words.join(u' ').toUtf8() + ": " + result.told());
        QVERIFY2(result.error.trimmed().count(u'\n') == 0, result.told());
        QVERIFY2(result.error.contains(part), result.told());
        QVERIFY(result.output.isEmpty());
    }
    QString opened(const QByteArray &fields) const
    {
        return ok({"ticket", "open"}, fields).first()["number"].toString();
    }
    /// Under a password of the environment; an empty one takes it away.
    static void type(const char *password, const char *fresh = "")
    {
        *password ? qputenv("GRIDDESK_PASSWORD", password) : qunsetenv("GRIDDESK_PASSWORD");
        *fresh ? qputenv("GRIDDESK_NEW_PASSWORD", fresh) : qunsetenv("GRIDDESK_NEW_PASSWORD");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void CtlAccountsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    type("wang-2026");
    ok({"init", "--company", "坪山水务", "--admin", "wang", "--prefix", "07"});
    ok({"grids", "add", "code=G01", "name=文一网格"});
    ok({"grids", "add", "code=G02", "name=文二网格"});
    ok({"places", "add", "street=文一路", "grid=G01"});
}

void CtlAccountsTest::cleanup()
{
    type("");
}

void CtlAccountsTest::theAdministratorNeedsThePassword()
{
    QCOMPARE(ok({"account", "show", "wang"}).first()["password"], true);
    type("wrong");
    refused({"account", "list"}, "password");
    type("");
    refused({"account", "list"}, "GRIDDESK_PASSWORD");
    refused({"--as", "nobody", "tickets"}, "password");
    type("wang-2026");
    QCOMPARE(ok({"account", "list"}).lines.size(), 1);
}

void CtlAccountsTest::wrongPasswordsSlowDown()
{
    type("wrong");
    for (int time = 0; time < 3; ++time)
        refused({"account", "list"}, "wrong");
    // The right one waits like any other; a program started anew remembers.
    type("wang-2026");
    refused({"account", "list"}, "Too many wrong passwords");
}

void CtlAccountsTest::peopleGetAccountsAndChangeTheirPasswords()
{
    type("wang-2026", "li-first");
    const QJsonObject li =
        ok({"account", "add", "li", "name=李组长", "role=chief", "grid=G01"}).first();
    QCOMPARE(li["password"], true);
    QCOMPARE(li["grants"].toArray().size(), 1);
    QCOMPARE(li["grants"].toArray()[0].toObject()["grid"], "G01");
    QCOMPARE(li["grants"].toArray()[0].toObject()["of_post"], true);
    // Who has no password yet signs in without one.
    type("");
    type("wang-2026");
    QCOMPARE(ok({"account", "add", "chen", "name=陈师傅", "role=technician"}).first()["password"],
        false);
    type("");
    ok({"--as", "chen", "tickets"});
    // The first password is changed by the one whose it is; then only the new one opens.
    type("li-first", "li-second");
    ok({"--as", "li", "account", "password"});
    refused({"--as", "li", "tickets"}, "password");
    type("li-second");
    ok({"--as", "li", "tickets"});
    // Nobody sets another's but the administrator.
    type("li-second", "stolen");
    refused({"--as", "li", "account", "password", "wang"}, "not among your rights");
    type("wang-2026", "li-third");
    ok({"account", "password", "li"});
    type("li-third");
    ok({"--as", "li", "tickets"});
    const ToolRun digest = run({"verify"});
    QVERIFY2(digest.code == 0, digest.told());
}

void CtlAccountsTest::rightsAreGivenAndTakenBack()
{
    ok({"account", "add", "zhou", "name=周敏", "role=clerk"});
    const QJsonObject given =
        ok({"account", "grant", "zhou", "role=chief", "grid=G02", "until=2099-01-01"}).first();
    QCOMPARE(given["role"], "chief");
    QCOMPARE(given["grid"], "G02");
    QVERIFY(given["until"].toString().startsWith("2099-01-01"));
    refused({"account", "grant", "zhou", "role=king"}, "role");
    refused({"account", "grant", "nobody", "role=chief"}, "nobody");
    const QJsonObject left =
        ok({"account", "revoke", "zhou", "role=chief", "reason=代理期满"}).first();
    QCOMPARE(left["grants"].toArray()[1].toObject()["reason"], "代理期满");
    refused({"account", "revoke", "zhou", "role=chief"}, "no such grant");
    refused({"account", "revoke", "wang", "role=administrator"}, "Nobody else administrates");
    // Without any right nobody signs in.
    ok({"account", "revoke", "zhou", "reason=离职"});
    refused({"--as", "zhou", "tickets"}, "no rights");
    const ToolRun sound = run({"verify"});
    QVERIFY2(sound.code == 0, sound.told());
}

void CtlAccountsTest::whoLacksTheRightIsToldInOneLine()
{
    ok({"account", "add", "chen", "name=陈师傅", "role=technician"});
    ok({"account", "add", "li", "name=李组长", "role=chief", "grid=G01"});
    const QString here =
        opened(R"({"kind":"repair","title":"漏水","street":"文一路","address":"文一路 1 号"})");
    const QString there =
        opened(R"({"kind":"repair","title":"漏水","grid":"G02","address":"文二路 1 号"})");
    refused({"--as", "chen", "ticket", "do", here, "accept"}, "not among your rights");
    refused({"--as", "chen", "staff", "add", "login=x", "name=X"}, "not among your rights");
    refused({"--as", "chen", "account", "grant", "chen", "role=administrator"},
        "not among your rights");
    refused({"--as", "li", "ticket", "do", there, "accept"}, "outside of your grid");
    QCOMPARE(ok({"--as", "li", "ticket", "do", here, "accept"}).first()["state"], "with_chief");
    refused({"--as", "li", "account", "add", "y", "name=Y"}, "not among your rights");
    const ToolRun taken =
        run({"--as", "chen", "ticket", "open"}, R"({"kind":"repair","title":"x"})");
    QCOMPARE(taken.code, 1);
    QVERIFY2(taken.error.contains("not among your rights"), taken.told());
    QCOMPARE(ok({"tickets", "--count"}).first()["count"], 2);
}

void CtlAccountsTest::actionsAreThoseOfTheTable()
{
    const QString number =
        opened(R"({"kind":"repair","title":"漏水","grid":"G01","address":"文一路 1 号"})");
    const WorkflowSpec &workflow = workflowForKind(u"repair");
    for (const char *role : {"clerk", "chief", "member", "technician", "supervisor", "manager",
             "handler", "administrator"}) {
        const QString login = QString::fromLatin1(role);
        ok({"account", "add", login, "name=" + login});
        ok({"account", "grant", login, "role=" + login});
        QStringList promised, offered;
        for (const ActionSpec &action : workflow.actions) {
            const bool isInState = action.from.empty()
                || std::ranges::any_of(
                    action.from, [](const char *from) { return qstrcmp(from, "received") == 0; });
            // Nobody has asked for anything yet, and nothing is known but what was taken in.
            const bool isNow = isInState && !*action.answers && action.when.test == Condition::None;
            if (isNow && (action.roles | action.typists | Administrator) & roleOf(role))
                promised << QString::fromLatin1(action.code);
        }
        for (const QJsonValue &action : ok({"--as", login, "ticket", "actions", number}).array())
            offered << action.toObject()["action"].toString();
        QCOMPARE(offered, promised);
    }
}

void CtlAccountsTest::conflictsSayWhyAndByWhom()
{
    ok({"account", "add", "chen", "name=陈师傅", "role=technician"});
    const QString number =
        opened(R"({"kind":"repair","title":"漏水","grid":"G01","address":"文一路 1 号"})");
    QCOMPARE(ok({"conflicts", "--count"}).first()["count"], 0);
    const Id ticket = *Id::fromHex(ok({"ticket", "show", number}).first()["id"].toString());
    const Id chen = *Id::fromHex(ok({"account", "show", "chen"}).first()["id"].toString());
    {
        // As it comes from a desk whose program didn't ask.
        const store::DeskFolder folder{m_folder->filePath("desk")};
        store::Database database(folder.database(), store::Database::Access::ReadWrite);
        store::FeedWriter feed(database, std::get<store::Secrets>(store::loadSecrets(folder)));
        store::Projector projector(database);
        record::Entry entry{.actor = chen,
            .recorded_ms = QDateTime::currentMSecsSinceEpoch(),
            .subject = ticket,
            .events = {StepTaken{ticket, "accept", "with_chief", 1, chen, 0, {}, {}, {}}}};
        store::Transaction transaction(database);
        projector.apply(feed.append(std::move(entry)));
        transaction.commit();
    }
    const QJsonObject conflict = ok({"conflicts"}).first();
    QCOMPARE(conflict["reason"], "lacked_right");
    QCOMPARE(conflict["by"], "chen");
    QCOMPARE(conflict["ticket"], number);
    QVERIFY(conflict["words"].toString().contains(domain::actionWord(u"accept")));
    // The author hears of it; so does nobody else.
    const QJsonObject notice = ok({"--as", "chen", "notices"}).first();
    QCOMPARE(notice["deed"], "no_effect");
    QCOMPARE(notice["ticket"], number);
    QCOMPARE(ok({"notices", "--count"}).first()["count"], 0);
    const QString id = conflict["id"].toString();
    QCOMPARE(run({"conflict", "settle", id, "--holds", "both"}).code, 2);
    ok({"conflict", "settle", id, "--remark", "未上门"});
    QCOMPARE(ok({"conflicts", "--count"}).first()["count"], 0);
    const QJsonObject settled = ok({"conflicts", "--settled"}).first()["settled"].toObject();
    QCOMPARE(settled["remark"], "未上门");
    QCOMPARE(ok({"ticket", "show", number}).first()["conflicts"][0]["reason"], "lacked_right");
    QCOMPARE(ok({"ticket", "show", number}).first()["state"], "received");
    const ToolRun sound = run({"verify"});
    QVERIFY2(sound.code == 0, sound.told());
}

QTEST_GUILESS_MAIN(CtlAccountsTest)
#include "ctl_accounts_test.moc"
