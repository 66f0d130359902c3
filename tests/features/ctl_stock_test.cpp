// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl_company.h"

#include <QFile>
#include <QTest>

using support::ToolRun;

/// What is in stock, and by which rules the company works, through griddeskctl.
class CtlStockTest : public QObject, private CtlCompany
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        found();
        ok({"supplies", "add", "code=P20", "name=PVC管", "unit=米", "minimum=5", "kept_at=一号库"});
    }

    void theShelfFillsAndEmpties();
    void aRepairDrawsFromStock();
    void whatDoesNotFitIsRefused_data();
    void whatDoesNotFitIsRefused();
    void aListOfSuppliesComesIn();
    void theTablesFoldAnew();
    void rulesAreShownAndActivated();

private:
    QJsonObject stock(const QString &code) const
    {
        const ToolRun list = ok({"stock", "list"});
        for (const QJsonObject &row : list.lines) {
            if (row["code"] == code)
                return row;
        }
        return {};
    }
};

void CtlStockTest::theShelfFillsAndEmpties()
{
    QCOMPARE(stock("P20")["quantity"], 0);
    QCOMPARE(stock("P20")["low"], true);
    const QJsonObject in = first({"stock", "receive", "P20", "10.5", "--note", "进货"});
    QCOMPARE(in["quantity"], 10.5);
    QCOMPARE(in["low"], false);
    const QString number = opened(leak);
    QCOMPARE(first({"stock", "issue", "P20", "6", "--ticket", number})["quantity"], 4.5);
    QCOMPARE(first({"stock", "return", "P20", "0.25"})["quantity"], 4.75);
    QCOMPARE(first({"stock", "count", "P20", "4.5"})["quantity"], 4.5);
    QCOMPARE(ok({"stock", "list", "--low"}).lines.size(), 1);

    const auto moves = ok({"stock", "moves", "P20"}).lines;
    QCOMPARE(moves.size(), 4);
    QCOMPARE(moves[0]["kind"], "counted");
    QCOMPARE(moves[0]["quantity"], -0.25);
    QCOMPARE(moves[2]["ticket"], number);
    QCOMPARE(moves[2]["by"], "wang");
    QCOMPARE(moves[3]["note"], "进货");
    QCOMPARE(moves[3]["counts"], true);
}

void CtlStockTest::aRepairDrawsFromStock()
{
    ok({"stock", "receive", "P20", "10"});
    ok({"supplies", "add", "code=V1", "name=阀门", "unit=个"});
    ok({"stock", "receive", "V1", "1"});
    const QString number = opened(leak);
    repairUpTo(number, "arrive");
    const ToolRun tooMuch =
        run({"ticket", "do", number, "finish", "by=chen", "drawn=P20:2.5,V1:2"});
    QCOMPARE(tooMuch.code, 1);
    QCOMPARE(state(number), "arrived");
    QCOMPARE(stock("P20")["quantity"], 10);
    QCOMPARE(step(number, {"finish", "by=chen", "drawn=P20:2.5,V1:1"}), "repaired");
    QCOMPARE(stock("P20")["quantity"], 7.5);
    QCOMPARE(stock("V1")["quantity"], 0);
    QCOMPARE(show(number)["fields"].toObject()["materials"], "PVC管 2.5 米, 阀门 1 个");
}

void CtlStockTest::whatDoesNotFitIsRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("exit");
    QTest::newRow("more than is there") << QStringList{"stock", "issue", "P20", "1"} << 1;
    QTest::newRow("nothing") << QStringList{"stock", "receive", "P20", "0"} << 1;
    QTest::newRow("no number") << QStringList{"stock", "receive", "P20", "many"} << 1;
    QTest::newRow("too fine") << QStringList{"stock", "receive", "P20", "0.0001"} << 1;
    QTest::newRow("no such supply") << QStringList{"stock", "receive", "P99", "1"} << 1;
    QTest::newRow("no such ticket")
        << QStringList{"stock", "receive", "P20", "1", "--ticket", "07A-1"} << 1;
    QTest::newRow("by hand") << QStringList{"supplies", "set", "P20", "quantity=9"} << 1;
    QTest::newRow("no such deed") << QStringList{"stock", "lose", "P20", "1"} << 2;
    QTest::newRow("no quantity") << QStringList{"stock", "receive", "P20"} << 2;
}

void CtlStockTest::whatDoesNotFitIsRefused()
{
    QFETCH(QStringList, words);
    QFETCH(int, exit);
    const QString before = projection();
    QCOMPARE(run(words).code, exit);
    QCOMPARE(projection(), before);
}

void CtlStockTest::aListOfSuppliesComesIn()
{
    QFile csv(path("supplies.csv"));
    QVERIFY(csv.open(QIODevice::WriteOnly));
    csv.write("物资编码,物资名称,规格型号,计量单位,最低库存,存放地点\nP20,PVC管,DN20,米,8,一号库\n"
              "V1,阀门,DN15,个,2.5,二号库\nX,坏,,个,很多,\n");
    csv.close();
    const QJsonObject read = first({"import", "supplies", csv.fileName()});
    QCOMPARE(read["accepted"], 1);
    QCOMPARE(read["updated"], 1);
    QCOMPARE(read["refused"], 1);
    QCOMPARE(stock("P20")["minimum"], 8);
    QCOMPARE(stock("V1")["minimum"], 2.5);
    QCOMPARE(stock("V1")["model"], "DN15");
}

void CtlStockTest::theTablesFoldAnew()
{
    ok({"stock", "receive", "P20", "10"});
    ok({"stock", "issue", "P20", "3"});
    const QString before = projection();
    ok({"rebuild"});
    QCOMPARE(projection(), before);
    QCOMPARE(stock("P20")["quantity"], 7);
    QCOMPARE(first({"verify"})["ok"], true);
}

void CtlStockTest::rulesAreShownAndActivated()
{
    const QJsonObject rules = first({"rules"});
    QCOMPARE(rules["active"], 1);
    QCOMPARE(rules["known"], 1);
    QVERIFY(rules["too_old"].toArray().isEmpty());
    QCOMPARE(rules["released"].toArray().size(), 1);
    QCOMPARE(first({"digest"})["rules"], 1);
    const ToolRun again = run({"rules", "activate", "1"});
    QCOMPARE(again.code, 1);
    QVERIFY2(again.error.contains("already"), again.told());
    const ToolRun unknown = run({"rules", "activate", "2"});
    QCOMPARE(unknown.code, 1);
    QVERIFY2(unknown.error.contains("doesn't know rules 2"), unknown.told());
    const QString company = first({"company"})["id"].toString();
    const ToolRun typed = run({"company", "set", company, "rules=2"});
    QCOMPARE(typed.code, 1);
    QVERIFY2(typed.error.contains("by hand"), typed.told());
    QCOMPARE(run({"rules", "activate", "next"}).code, 2);
    QCOMPARE(run({"rules", "forget"}).code, 2);
}

QTEST_GUILESS_MAIN(CtlStockTest)
#include "ctl_stock_test.moc"
