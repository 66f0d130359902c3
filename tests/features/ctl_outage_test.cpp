// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/serving.h"
#include "support/tool.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace support;
using namespace Qt::StringLiterals;

namespace
{

constexpr int callersEach = 1000; ///< at each of the two desks
constexpr int bothDesks = 100; ///< people among them who rang at both

QByteArray call(int person)
{
    const QByteArray number = QByteArray::number(person).rightJustified(4, '0');
    return R"({"kind":"repair","line":"water","category":"无水","outage":"T1","channel":"phone",)"
           R"("customer":{"name":"住户)"
        + number + R"(","phone":"1380013)" + number + R"("}})" + "\n";
}

} // namespace

/// A main bursts: two desks take the calls apart from each other, and everybody is called back once.
class CtlOutageTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const Tool m_one{m_folder.filePath(u"one"_s)}, m_two{m_folder.filePath(u"two"_s)};

    static ToolRun ok(const Tool &tool, const QStringList &words, const QByteArray &input = {})
    {
        const ToolRun run = tool.run(words, input);
        if (run.code != 0)
            QTest::qFail(run.told().constData(), __FILE__, __LINE__);
        return run;
    }
    static qint64 count(const Tool &tool, const QStringList &where)
    {
        return ok(tool, QStringList{u"tickets"_s, u"--count"_s} + where)
            .first()["count"]
            .toInteger();
    }
    void meet() const
    {
        Serving serving(m_one.desk());
        ok(m_two, {u"sync"_s, serving.address(), u"--once"_s});
        QCOMPARE(serving.end(), 0);
    }
    void takeCalls(const Tool &tool, int from, int until) const
    {
        QByteArray calls;
        for (int person = from; person < until; ++person)
            calls += call(person);
        QCOMPARE(ok(tool, {u"ticket"_s, u"open"_s}, calls).lines.size(), until - from);
    }

private Q_SLOTS:
    void oneOutageIsKnownAtBothDesks()
    {
        ok(m_one, {u"init"_s, u"--company"_s, u"幸福"_s, u"--admin"_s, u"wang"_s});
        ok(m_one, {u"grids"_s, u"add"_s, u"code=07"_s, u"name=幸福北"_s});
        ok(m_one,
            {u"outages"_s, u"add"_s, u"code=T1"_s, u"title=幸福路主管爆裂停水"_s, u"line=water"_s,
                u"grids=07"_s, u"from=2026-01-05T08:00"_s, u"until=2026-01-05T14:00"_s,
                u"wording=正在抢修，恢复后逐户回电"_s});
        const QString code = ok(m_one, {u"invite"_s}).first()["code"].toString();
        Serving serving(m_one.desk());
        ok(m_two, {u"pair"_s, serving.address(), u"--code"_s, code});
        QCOMPARE(serving.end(), 0);
        QCOMPARE(
            ok(m_two, {u"outage"_s, u"show"_s, u"T1"_s}).first()["stage"].toString(), u"now"_s);
    }

    void theNoticeIsPrinted()
    {
        const QString pdf = m_folder.filePath(u"notice.pdf"_s);
        const QJsonObject notice =
            ok(m_two, {u"outage"_s, u"notice"_s, u"T1"_s, u"--pdf"_s, pdf}).first();
        QCOMPARE(notice["pages"].toInt(), 1);
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.read(5) == "%PDF-");
        QCOMPARE(m_two.run({u"outage"_s, u"notice"_s, u"T1"_s}).code, 2);
        QCOMPARE(m_two.run({u"outage"_s, u"notice"_s, u"T9"_s, u"--pdf"_s, pdf}).code, 1);
    }

    void bothTakeCallsApart()
    {
        takeCalls(m_one, 0, callersEach);
        takeCalls(m_two, callersEach - bothDesks, 2 * callersEach - bothDesks);
        QCOMPARE(count(m_two, {u"--where"_s, u"outage=T1"_s}), callersEach);
        // Whoever is told waits with a promise, and nobody is sent.
        const ToolRun waiting =
            ok(m_two, {u"tickets"_s, u"--where"_s, u"outage=T1"_s, u"--limit"_s, u"1"_s});
        QCOMPARE(waiting.first()["state"].toString(), u"joined"_s);
        QVERIFY(!waiting.first()["number"].toString().isEmpty());
    }

    void inStepThereIsOneOutageWithAllOfThem()
    {
        meet();
        meet();
        for (const Tool *tool : {&m_one, &m_two}) {
            QCOMPARE(ok(*tool, {u"outages"_s, u"--count"_s}).first()["count"].toInt(), 1);
            const QJsonObject outage = ok(*tool, {u"outage"_s, u"show"_s, u"T1"_s}).first();
            QCOMPARE(outage["waiting"].toInt(), 2 * callersEach);
            QCOMPARE(outage["called_back"].toInt(), 0);
        }
        QCOMPARE(ok(m_one, {u"digest"_s}).first(), ok(m_two, {u"digest"_s}).first());
    }

    void everybodyIsCalledBackOnce()
    {
        ok(m_one, {u"outages"_s, u"set"_s, u"T1"_s, u"restored=2026-01-05T13:10"_s});
        const QJsonObject told =
            ok(m_one, {u"outage"_s, u"call-back"_s, u"T1"_s, u"--by"_s, u"text"_s}).first();
        QCOMPARE(told["waited"].toInt(), 2 * callersEach);
        // Who rang at both desks is one person and is told once.
        QCOMPARE(told["told"]["text"].toInt(), 2 * callersEach - bothDesks);
        QCOMPARE(told["told"]["together"].toInt(), bothDesks);
        QCOMPARE(told["refused"].toInt(), 0);
        // Apart, the other desk would tell them again; the second telling has no effect and is shown.
        const QJsonObject again =
            ok(m_two, {u"outage"_s, u"call-back"_s, u"T1"_s, u"--by"_s, u"text"_s}).first();
        QCOMPARE(again["waited"].toInt(), 2 * callersEach);
        meet();
        meet();
        QCOMPARE(ok(m_one, {u"digest"_s}).first(), ok(m_two, {u"digest"_s}).first());
        QCOMPARE(count(m_two, {u"--where"_s, u"outage=T1"_s, u"--where"_s, u"state=joined"_s}), 0);
        QCOMPARE(
            ok(m_two, {u"conflicts"_s, u"--count"_s}).first()["count"].toInt(), 2 * callersEach);
        QCOMPARE(ok(m_one, {u"outage"_s, u"call-back"_s, u"T1"_s}).first()["waited"].toInt(), 0);
    }

    /// Of those told one in twenty is asked whether all is well; the others are closed.
    void someAreVisited()
    {
        const qint64 visited =
            count(m_one, {u"--where"_s, u"outage=T1"_s, u"--where"_s, u"state=to_visit"_s});
        QVERIFY2(visited > callersEach / 20 && visited < callersEach / 5,
            qPrintable(QString::number(visited)));
        QCOMPARE(count(m_one, {u"--where"_s, u"outage=T1"_s, u"--where"_s, u"state=closed"_s}),
            2 * callersEach - visited);
    }
};

QTEST_GUILESS_MAIN(CtlOutageTest)
#include "ctl_outage_test.moc"
