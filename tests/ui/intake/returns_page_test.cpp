// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_at_hand.h"
#include "typist.h"

#include "domain/words.h"
#include "look/theme.h"
#include "returns/returns_page.h"
#include "returns/typed_time.h"

#include <QLineEdit>
#include <QTableView>
#include <QtTest>

using namespace domain;
using support::moment_ms;
using support::Typist;
using ui::returns::ReturnsPage;

/// A stack of slips on the counter at 17:00, typed in for technicians and members.
class ReturnsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeSlips();
    void refusalStandsBesideItsField();
    void halfASlipLeavesTheRestForLater();
    void unknownAndFinishedSlips();
    void typedTimes_data();
    void typedTimes();
};

namespace
{

/// Everything from arrival to filing, by keys; the technician is proposed by whom it was sent to.
void typeWholeSlip(Typist &clerk, const QString &confirmer)
{
    clerk.keys(u"1510"_qs); // arrived
    clerk.enter();
    clerk.enter(); // finished, by the same
    clerk.keys(u"1555"_qs);
    clerk.enter();
    clerk.chinese(u"阀芯老化"_qs);
    clerk.enter();
    clerk.chinese(u"更换阀芯"_qs);
    clerk.enter();
    clerk.chinese(u"阀芯 1 个"_qs);
    clerk.enter();
    clerk.keys(u"35.5"_qs);
    clerk.enter();
    clerk.keys(u"R0012"_qs);
    clerk.enter();
    clerk.key(Qt::Key_Space); // self-check
    clerk.enter();
    clerk.keys(confirmer);
    clerk.enter();
    clerk.keys(u"1600"_qs);
    clerk.enter();
    clerk.enter(); // filed, by the grid's chief
    clerk.keys(u"1640"_qs);
}

QString resultOf(const ReturnsPage &page, int row)
{
    const auto *list = page.findChild<QTableView *>();
    return list->model()->index(row, list->model()->columnCount() - 1).data().toString();
}

} // namespace

void ReturnsPageTest::threeSlips()
{
    support::DeskAtHand at;
    const QStringList numbers{
        at.openRepair(u"一"_qs), at.openRepair(u"二"_qs), at.openRepair(u"三"_qs)};
    at.clock.set_ms(moment_ms(u"2026-11-20 17:00"_qs));
    ReturnsPage page(at.desk());
    Typist clerk(page);
    // The number typed by hand, the code scanned, and a code that an input method made full width.
    const QStringList codes{numbers.at(0).toLower(), u"GD:%1:arrive"_qs.arg(numbers.at(1)),
        u"gd：%1"_qs.arg(numbers.at(2))};
    for (const QString &code : codes) {
        for (QChar letter : code)
            letter.unicode() < 128 ? clerk.keys(letter) : clerk.chinese(letter);
        clerk.enter();
        typeWholeSlip(clerk, u"sy"_qs); // 孙燕
        if (code == codes.first())
            clerk.shoot(u"returns"_qs);
        const int before = page.findChild<QTableView *>()->model()->rowCount();
        clerk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(page.findChild<QTableView *>()->model()->rowCount(), before + 1);
    }
    clerk.shoot(u"returns-done"_qs);
    for (const QString &number : numbers) {
        const Ticket ticket = at.ticket(number);
        QCOMPARE(ticket.state, u"to_visit"_qs);
        QCOMPARE(ticket.values.text(field::Cause), u"阀芯老化"_qs);
        QCOMPARE(ticket.values[field::Charge].toDouble(), 35.5);
        QCOMPARE(ticket.latest(u"arrive")->by, at.technician);
        QCOMPARE(ticket.latest(u"arrive")->at_ms, moment_ms(u"2026-11-20 15:10"_qs));
        QCOMPARE(ticket.latest(u"arrive")->typedBy, at.desk().actor());
        QCOMPARE(ticket.latest(u"finish")->by, at.technician);
        QCOMPARE(ticket.latest(u"confirm")->by, at.member);
        QCOMPARE(ticket.latest(u"file")->by, at.chief);
    }
}

void ReturnsPageTest::refusalStandsBesideItsField()
{
    support::DeskAtHand at;
    const QString number = at.openRepair(u"一"_qs);
    at.clock.set_ms(moment_ms(u"2026-11-20 17:00"_qs));
    ReturnsPage page(at.desk());
    Typist clerk(page);
    page.openCode(number);
    typeWholeSlip(clerk, u"zq"_qs); // 赵强 confirms his own work
    clerk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(page.findChild<QTableView *>()->model()->rowCount(), 1);
    QWidget *by = clerk.focus();
    QVERIFY(by->property("refused").toBool());
    QVERIFY(!by->accessibleDescription().isEmpty());
    QCOMPARE(at.ticket(number).state, u"repaired"_qs);
    clerk.shoot(u"returns-refused"_qs);

    // Only that is mended; what was accepted is not typed again.
    clerk.key(Qt::Key_A, Qt::ControlModifier);
    clerk.keys(u"sy"_qs);
    clerk.enter();
    clerk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(at.ticket(number).state, u"to_visit"_qs);
}

void ReturnsPageTest::halfASlipLeavesTheRestForLater()
{
    support::DeskAtHand at;
    const QString number = at.openRepair(u"一"_qs);
    at.clock.set_ms(moment_ms(u"2026-11-20 17:00"_qs));
    ReturnsPage page(at.desk());
    Typist clerk(page);
    page.openCode(number);
    clerk.key(Qt::Key_Return, Qt::ControlModifier); // nothing filled in
    QVERIFY(clerk.focus()->property("refused").toBool());
    clerk.keys(u"1510"_qs);
    clerk.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(at.ticket(number).state, u"arrived"_qs);
    QTRY_COMPARE(resultOf(page, 0), domain::stateWord(u"arrived"));
}

void ReturnsPageTest::unknownAndFinishedSlips()
{
    support::DeskAtHand at;
    ReturnsPage page(at.desk());
    Typist clerk(page);
    clerk.keys(u"03A-991231-001"_qs);
    clerk.enter();
    QVERIFY(clerk.focus()->property("refused").toBool());
    const QString number = at.openRepair(u"一"_qs);
    at.act(number, u"cancel"_qs, {{field::Reason, u"重复"_qs}});
    page.openCode(number);
    QVERIFY(clerk.focus()->property("refused").toBool());
    QVERIFY(page.findChildren<QLineEdit *>().size() == 1);
}

void ReturnsPageTest::typedTimes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("moment"); // empty: no time
    QTest::newRow("digits") << "1430"
                            << "2026-11-20 14:30";
    QTest::newRow("three digits") << "930"
                                  << "2026-11-20 09:30";
    QTest::newRow("colon") << "14:30"
                           << "2026-11-20 14:30";
    QTest::newRow("full width") << "１４：３０"
                                << "2026-11-20 14:30";
    QTest::newRow("later than now is yesterday") << "2350"
                                                 << "2026-11-19 23:50";
    QTest::newRow("day of this month") << "19 14:30"
                                       << "2026-11-19 14:30";
    QTest::newRow("day of the month before") << "25 1430"
                                             << "2026-10-25 14:30";
    QTest::newRow("month and day") << "11-19 1430"
                                   << "2026-11-19 14:30";
    QTest::newRow("last year") << "12/31 0805"
                               << "2025-12-31 08:05";
    QTest::newRow("whole") << "2026-11-18 14:30"
                           << "2026-11-18 14:30";
    QTest::newRow("no such hour") << "2530"
                                  << "";
    QTest::newRow("no such day") << "2026-02-30 1430"
                                 << "";
    QTest::newRow("a word") << "noon"
                            << "";
    QTest::newRow("nothing") << " "
                             << "";
}

void ReturnsPageTest::typedTimes()
{
    QFETCH(QString, typed);
    QFETCH(QString, moment);
    const auto time = ui::returns::typedTime(
        typed, moment_ms(u"2026-11-20 17:00"_qs), QTimeZone("Asia/Shanghai"));
    QCOMPARE(time.has_value(), !moment.isEmpty());
    if (time)
        QCOMPARE(*time, moment_ms(moment));
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const bool dark = qEnvironmentVariableIsSet("GRIDDESK_DARK");
    const ui::look::Theme theme(
        dark ? ui::look::Theme::Choice::Dark : ui::look::Theme::Choice::Light);
    ReturnsPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "returns_page_test.moc"
