// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl_company.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::ToolRun;

/// A holiday is entered after matters were taken in: what would be due at another time is listed, reckoned anew with a reason, and
/// what was agreed by hand is left alone.
class CtlReckonTest : public QObject, private CtlCompany
{
    Q_OBJECT

    QString m_reply, m_agreed;

    QJsonObject clock(const QString &number, const QString &name) const
    {
        for (const QJsonValue &each : show(number)["clocks"].toArray()) {
            if (each.toObject()["clock"] == name)
                return each.toObject();
        }
        return {};
    }

private Q_SLOTS:
    void initTestCase()
    {
        found();
        m_reply = opened(
            R"({"kind":"complaint","line":"water","category":"收费争议","street":"文一路","title":"水费翻倍",
            "complaint_class":"charges","happened_at":"2020-01-23T15:00"})");
        m_agreed = opened(
            R"({"kind":"enquiry","line":"water","title":"阶梯水价","street":"文一路",
            "happened_at":"2020-01-23T15:00","promised_at":"2020-02-05T12:00"})");
    }

    void nothingIsOtherwiseAtFirst()
    {
        const ToolRun run = ok({"reckon", "--dry-run"});
        QCOMPARE(run.lines.size(), 1);
        QCOMPARE(run.first()["promises"].toInt(), 0);
        QVERIFY(run.first()["looked"].toInt() >= 1);
    }

    void aReasonIsAskedFor() { QCOMPARE(run({"reckon"}).code, 2); }

    void theHolidayComesLate()
    {
        const QString before = clock(m_reply, u"reply"_s)["due"].toString();
        for (const char *day : {"2020-02-03", "2020-02-04"})
            ok({"calendar", "add", u"day="_s + QLatin1StringView(day), "kind=off"});
        const ToolRun trial = ok({"reckon", "--dry-run"});
        const QJsonObject summary = trial.lines.last();
        QVERIFY(summary["promises"].toInt() >= 1);
        QCOMPARE(summary["tickets"].toInt(), 1);
        QCOMPARE(summary["done"].toInt(), 0);
        QCOMPARE(clock(m_reply, u"reply"_s)["due"].toString(), before);
        for (const QJsonObject &line : trial.lines.mid(0, trial.lines.size() - 1))
            QCOMPARE(line["ticket"].toString(), m_reply);

        const QJsonObject done = ok({"reckon", "--reason", "国务院延长春节假期"}).lines.last();
        QCOMPARE(done["done"].toInt(), 1);
        QCOMPARE(done["refused"].toInt(), 0);
        QVERIFY(clock(m_reply, u"reply"_s)["due"].toString() > before);
        QCOMPARE(lastStep(m_reply)["action"].toString(), u"reckon"_s);
        QCOMPARE(clock(m_agreed, u"reply"_s)["due"].toString().left(16), u"2020-02-05T12:00"_s);
        QCOMPARE(ok({"reckon", "--dry-run"}).first()["promises"].toInt(), 0);
        ok({"verify"});
    }

    void changedStandardsHoldForNewPromisesOnly()
    {
        const QString before = clock(m_reply, u"reply"_s)["due"].toString();
        ok({"standards", "add", "clock=reply", "kind=complaint", "line=water", "category=收费争议",
            "days=30", "hours=office"});
        QCOMPARE(ok({"reckon", "--dry-run"}).first()["promises"].toInt(), 0);
        QCOMPARE(clock(m_reply, u"reply"_s)["due"].toString(), before);
    }

    /// Who may not is told, and nothing is done.
    void aTechnicianReckonsNothing()
    {
        ok({"calendar", "add", "day=2020-02-05", "kind=off"});
        const ToolRun run = ok({"--as", "chen", "reckon", "--reason", "x"});
        QCOMPARE(run.lines.last()["done"].toInt(), 0);
        QCOMPARE(run.lines.last()["not_yours"].toInt(), 1);
    }
};

QTEST_GUILESS_MAIN(CtlReckonTest)
#include "ctl_reckon_test.moc"
