// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/serving.h"
#include "support/tool.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace support;
using namespace Qt::StringLiterals;

/// A survey by the tool alone: planned, called from two desks apart, corrected, counted and printed.
class CtlVisitsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const Tool m_one{m_folder.filePath(u"one"_s)}, m_two{m_folder.filePath(u"two"_s)};
    QString m_zhang, m_li, m_wang;

    static ToolRun ok(const Tool &tool, const QStringList &words)
    {
        const ToolRun run = tool.run(words);
        if (run.code != 0)
            QTest::qFail(run.told().constData(), __FILE__, __LINE__);
        return run;
    }
    static qint64 count(const Tool &tool, const QStringList &words)
    {
        return ok(tool, words + QStringList{u"--count"_s}).first()["count"].toInteger();
    }
    static QJsonObject results(const Tool &tool)
    {
        return ok(tool, {u"visits"_s, u"results"_s, u"DC-1"_s}).first();
    }
    void meet() const
    {
        Serving serving(m_one.desk());
        ok(m_two, {u"sync"_s, serving.address(), u"--once"_s});
        QCOMPARE(serving.end(), 0);
    }
    QString customer(const QString &name, const QString &groups) const
    {
        const QString id = ok(m_one,
            {u"customers"_s, u"add"_s, u"name="_s + name, u"phone=13800138000"_s,
                u"groups="_s + groups})
                               .first()["id"]
                               .toString();
        ok(m_one, {u"premises"_s, u"add"_s, u"customer="_s + id, u"address=1栋"_s, u"grid=07"_s});
        return id;
    }

private Q_SLOTS:
    void theSurveyIsKnownAtBothDesks()
    {
        ok(m_one, {u"init"_s, u"--company"_s, u"幸福"_s, u"--admin"_s, u"wang"_s});
        ok(m_one, {u"grids"_s, u"add"_s, u"code=07"_s, u"name=幸福北"_s});
        m_zhang = customer(u"张伟"_s, u"elderly_alone"_s);
        m_li = customer(u"李娜"_s, u"medical_power"_s);
        m_wang = customer(u"王强"_s, u"elderly_alone"_s);
        customer(u"赵敏"_s, {});
        ok(m_one,
            {u"visit_plans"_s, u"add"_s, u"code=DC-1"_s, u"name=满意度调查"_s,
                u"groups=elderly_alone,medical_power"_s, u"grids=07"_s, u"from=2026-01-01"_s,
                u"questions=服务态度\n是否及时"_s});
        const QString code = ok(m_one, {u"invite"_s}).first()["code"].toString();
        Serving serving(m_one.desk());
        ok(m_two, {u"pair"_s, serving.address(), u"--code"_s, code});
        QCOMPARE(serving.end(), 0);
    }

    void theListIsInTheOrderOfTheCalls()
    {
        for (const Tool *tool : {&m_one, &m_two}) {
            const ToolRun run = ok(*tool, {u"visits"_s, u"list"_s, u"DC-1"_s});
            QCOMPARE(run.lines.size(), 3);
            const QJsonObject first = run.first();
            QCOMPARE(first["customer"].toString(), m_li);
            QCOMPARE(first["first"].toString(), u"medical_power"_s);
            QCOMPARE(first["name"].toString(), u"李娜"_s);
            QCOMPARE(first["phone"].toString(), u"138****8000"_s);
            QCOMPARE(first["grid"].toString(), u"07"_s);
            QCOMPARE(first["state"].toString(), u"open"_s);
        }
        const ToolRun unknown = m_one.run({u"visits"_s, u"list"_s, u"DC-9"_s});
        QCOMPARE(unknown.code, 1);
        QVERIFY(unknown.told().contains("DC-9"));
    }

    void callsAreRecordedAndCorrected()
    {
        const QJsonObject visit = ok(m_one,
            {u"visits"_s, u"record"_s, u"DC-1"_s, m_zhang, u"scores=5,4"_s, u"said=很满意"_s})
                                      .first();
        QCOMPARE(visit["plan"].toString(), u"DC-1"_s);
        QCOMPARE(visit["outcome"].toString(), u"reached"_s);
        QCOMPARE(visit["said"].toString(), u"很满意"_s);
        QCOMPARE(count(m_one, {u"visits"_s, u"list"_s, u"DC-1"_s}), 2);
        // Said again it replaces what was said; the row stays one.
        ok(m_one, {u"visits"_s, u"record"_s, u"DC-1"_s, m_zhang, u"scores=5,2"_s});
        QCOMPARE(count(m_one, {u"planned_visits"_s}), 1);
        const QJsonObject again =
            ok(m_one, {u"planned_visits"_s, u"show"_s, visit["id"].toString()}).first();
        QCOMPARE(again["scores"].toString(), u"5,2"_s);
        QVERIFY(!again.contains("said"));
        ok(m_one, {u"visits"_s, u"record"_s, u"DC-1"_s, m_li, u"outcome=unreached"_s});
        const ToolRun left = ok(m_one, {u"visits"_s, u"list"_s, u"DC-1"_s});
        QCOMPARE(left.lines.size(), 2);
        QCOMPARE(left.first()["customer"].toString(), m_wang);
    }

    /// What somebody answered is theirs to have.
    void theCopyForThePersonHoldsThem()
    {
        const QJsonObject copy = ok(m_one, {u"customer"_s, u"export"_s, m_zhang}).first();
        const QJsonArray visits = copy["visits"].toArray();
        QCOMPARE(visits.size(), 1);
        QCOMPARE(visits[0].toObject()["plan"].toString(), u"满意度调查"_s);
        QCOMPARE(visits[0].toObject()["scores"].toString(), u"5,2"_s);
    }

    void whatCantBeIsRefused()
    {
        const std::pair<QStringList, QByteArray> wrong[] = {{{m_wang, u"scores=6,1"_s}, "scores"},
            {{m_wang, u"scores=5,4,3"_s}, "scores"}, {{m_wang, u"outcome=perhaps"_s}, "outcome"},
            {{m_wang, u"round=2026-01-01"_s}, "round"}, {{m_wang, u"mood=good"_s}, "mood"}};
        for (const auto &[words, field] : wrong) {
            const ToolRun run = m_one.run(QStringList{u"visits"_s, u"record"_s, u"DC-1"_s} + words);
            QVERIFY2(run.code == 1 || run.code == 2, run.told().constData());
            QVERIFY2(run.told().contains(field), run.told().constData());
        }
        const QString zhao =
            ok(m_one, {u"customers"_s, u"--search"_s, u"赵敏"_s}).first()["id"].toString();
        const ToolRun run = m_one.run({u"visits"_s, u"record"_s, u"DC-1"_s, zhao});
        QCOMPARE(run.code, 1);
        QCOMPARE(count(m_one, {u"planned_visits"_s}), 2);
    }

    /// The other desk knows nothing of it, and reaches both of them.
    void theOtherDeskCallsThemToo()
    {
        ok(m_two, {u"visits"_s, u"record"_s, u"DC-1"_s, m_zhang, u"scores=3,3"_s});
        ok(m_two, {u"visits"_s, u"record"_s, u"DC-1"_s, m_wang, u"scores=4,5"_s});
        meet();
        meet();
        QCOMPARE(ok(m_one, {u"digest"_s}).first(), ok(m_two, {u"digest"_s}).first());
        for (const Tool *tool : {&m_one, &m_two}) {
            QCOMPARE(count(*tool, {u"planned_visits"_s}), 3);
            // What was said of her at the one desk, and its correction, against the other one's.
            QCOMPARE(count(*tool, {u"conflicts"_s}), 2);
            QCOMPARE(results(*tool)["reached"].toInt(), 2);
        }
        QCOMPARE(results(m_one), results(m_two));
    }

    void theResultsAreCountedAndPrinted()
    {
        const QString pdf = m_folder.filePath(u"results.pdf"_s);
        const QJsonObject all =
            ok(m_one, {u"visits"_s, u"results"_s, u"DC-1"_s, u"--pdf"_s, pdf}).first();
        QCOMPARE(all["taken"].toInt(), 3);
        QCOMPARE(all["unreached"].toInt(), 1);
        QCOMPARE(all["left"].toInt(), 0);
        const QJsonObject second = all["questions"].toArray()[1].toObject();
        QCOMPARE(second["question"].toString(), u"是否及时"_s);
        QCOMPARE(second["answers"].toInt(), 2);
        QCOMPARE(all["grids"].toArray().size(), 1);
        QCOMPARE(all["grids"].toArray()[0].toObject()["grid"].toString(), u"07"_s);
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
    }

    void aPlanThatIsOverCallsNobody()
    {
        ok(m_one, {u"visit_plans"_s, u"set"_s, u"DC-1"_s, u"ended=2026-01-02"_s});
        QCOMPARE(count(m_one, {u"visits"_s, u"list"_s, u"DC-1"_s}), 0);
        QCOMPARE(results(m_one)["reached"].toInt(), 2);
        QCOMPARE(m_one.run({u"visits"_s, u"record"_s, u"DC-1"_s, m_li}).code, 1);
        QCOMPARE(ok(m_one, {u"verify"_s}).code, 0);
    }
};

QTEST_GUILESS_MAIN(CtlVisitsTest)
#include "ctl_visits_test.moc"
