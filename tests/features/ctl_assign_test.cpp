// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tool.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace support;
using namespace Qt::StringLiterals;

namespace
{

const QString today()
{
    return QDateTime::currentDateTimeUtc()
        .toTimeZone(QTimeZone("Asia/Shanghai"))
        .toString(u"yyyy-MM-dd"_s);
}

QByteArray repair(const char *line, int number)
{
    return QByteArray(R"({"kind":"repair","line":")") + line + R"(","title":"报修)"
        + QByteArray::number(number) + R"(","address":"幸福小区)" + QByteArray::number(number % 9)
        + R"(栋","grid":"07"})" + "\n";
}

} // namespace

/// A morning's pile given out by the tool: who is proposed and why, everybody gets as much, nobody who is away gets anything, and
/// nothing is left without an owner or a due time.
class CtlAssignTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const Tool m_tool{m_folder.filePath(u"desk"_s)};

    ToolRun ok(const QStringList &words, const QByteArray &input = {}) const
    {
        const ToolRun run = m_tool.run(words, input);
        if (run.code != 0)
            QTest::qFail(run.told().constData(), __FILE__, __LINE__);
        return run;
    }
    QString opened(const QByteArray &fields) const
    {
        return ok({u"ticket"_s, u"open"_s}, fields).first()["number"].toString();
    }
    QStringList proposed(const QString &number) const
    {
        QStringList logins;
        for (const QJsonObject &one : ok({u"candidates"_s, number}).lines)
            logins << one["login"].toString();
        return logins;
    }

private Q_SLOTS:
    void initTestCase()
    {
        ok({u"init"_s, u"--company"_s, u"幸福"_s, u"--admin"_s, u"wang"_s});
        ok({u"grids"_s, u"add"_s, u"code=07"_s, u"name=幸福北"_s, u"team=一组"_s});
        for (const auto &[login, skills] : {std::pair{u"chen"_s, u"水暖"_s}, {u"sun"_s, u"水暖"_s},
                 {u"gao"_s, u"电工"_s}, {u"hu"_s, u"水暖,电工"_s}}) {
            ok({u"staff"_s, u"add"_s, u"login="_s + login, u"name="_s + login, u"role=technician"_s,
                u"team=一组"_s, u"skills="_s + skills});
        }
    }

    void skillComesFirstAndSaysSo()
    {
        const QString leak = opened(repair("water", 1));
        const ToolRun run = ok({u"candidates"_s, leak});
        QCOMPARE(run.lines.size(), 4);
        QCOMPARE(run.lines.last()["login"].toString(), u"gao"_s);
        QVERIFY(run.first()["why"].toString().contains(u"水暖"_s));
        QVERIFY(run.first()["score"].toInt() > run.lines.last()["score"].toInt());
    }

    void whoIsAwayIsNotProposed()
    {
        ok({u"leaves"_s, u"add"_s, u"person=chen"_s, u"kind=annual"_s, u"from="_s + today(),
            u"until=2099-01-01"_s, u"approved=true"_s, u"answered_by=wang"_s});
        ok({u"roster"_s, u"add"_s, u"person=sun"_s, u"day="_s + today(), u"shift=休"_s});
        const ToolRun run = ok({u"candidates"_s, opened(repair("water", 2))});
        for (const QJsonObject &one : run.lines) {
            const QString login = one["login"].toString();
            QCOMPARE(one["able"].toBool(), login != u"chen" && login != u"sun");
        }
        QCOMPARE(run.first()["login"].toString(), u"hu"_s);
    }

    void aPileIsSpreadEvenly()
    {
        QByteArray pile;
        for (int number = 0; number < 300; ++number)
            pile += repair("power", number);
        ok({u"ticket"_s, u"open"_s}, pile);
        const QJsonObject trial =
            ok({u"assign"_s, u"--dry-run"_s, u"--where"_s, u"line=power"_s}).first();
        QCOMPARE(trial["assigned"].toInt(), 300);
        // Before anything is done it says who gets how many, and how even that is.
        int gets = 0;
        for (const QJsonValue &one : trial["people"].toArray())
            gets += one.toObject()["given"].toInt();
        QCOMPARE(gets, 300);
        QVERIFY(trial["spread"].toObject()["most"].toInt()
            > trial["spread_before"].toObject()["most"].toInt());
        const QJsonObject done = ok({u"assign"_s, u"--where"_s, u"line=power"_s}).first();
        QCOMPARE(done["assigned"].toInt(), 300);
        QCOMPARE(done["refused"].toInt(), 0);
        QCOMPARE(done["without_owner"].toInt(), 0);
        QCOMPARE(done["without_due"].toInt(), 0);
        const auto has = [this](const QString &login) {
            return ok({u"tickets"_s, u"--count"_s, u"--where"_s, u"assignee="_s + login})
                .first()["count"]
                .toInt();
        };
        // The two who can and are there have as much as each other.
        QCOMPARE(has(u"gao"_s) + has(u"hu"_s), 300);
        QVERIFY2(std::abs(has(u"gao"_s) - has(u"hu"_s)) <= 2,
            qPrintable(QString::number(has(u"gao"_s))));
        QCOMPARE(ok({u"assign"_s, u"--where"_s, u"line=power"_s}).first()["asked"].toInt(), 0);
    }

    void aCertificateThatRanOutKeepsSomebodyBack()
    {
        ok({u"staff"_s, u"set"_s, u"gao"_s, u"certificates=电工证 2020-01-01"_s});
        const QString dark = opened(repair("power", 999));
        QCOMPARE(proposed(dark).first(), u"hu"_s);
        ok({u"assign"_s, u"--where"_s, u"line=power"_s});
        QCOMPARE(ok({u"ticket"_s, u"show"_s, dark})
                     .first()["people"]
                     .toObject()["assignee"]
                     .toObject()["login"]
                     .toString(),
            u"hu"_s);
    }
};

QTEST_GUILESS_MAIN(CtlAssignTest)
#include "ctl_assign_test.moc"
