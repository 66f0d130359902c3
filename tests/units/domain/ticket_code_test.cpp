// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ticket.h"
#include "domain/ticket_code.h"

#include <QTest>

using namespace domain;

class TicketCodeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsScannedOrTyped_data();
    void readsWhatIsScannedOrTyped();
    void leavesOtherTextAlone_data();
    void leavesOtherTextAlone();
    void asksForTheStepThatIsDue_data();
    void asksForTheStepThatIsDue();
};

void TicketCodeTest::readsWhatIsScannedOrTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("action");
    QTest::newRow("scanned") << u"GD:03A-261120-012:arrive"_qs << u"arrive"_qs;
    QTest::newRow("caps lock") << u"gd:03a-261120-012:ARRIVE"_qs << u"arrive"_qs;
    QTest::newRow("full width") << u"ＧＤ：０３Ａ－２６１１２０－０１２：ａｒｒｉｖｅ"_qs
                                << u"arrive"_qs;
    QTest::newRow("Chinese colon") << u"gd：03a-261120-012：arrive"_qs << u"arrive"_qs;
    QTest::newRow("blanks and a line end") << u" GD: 03A-261120-012 :arrive\r\n"_qs << u"arrive"_qs;
    QTest::newRow("dashes of an input method") << u"GD:03A—261120–012:arrive"_qs << u"arrive"_qs;
    QTest::newRow("without a step") << u"GD:03A-261120-012"_qs << QString();
}

void TicketCodeTest::readsWhatIsScannedOrTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, action);
    const auto code = TicketCode::parse(typed);
    QVERIFY(code);
    QCOMPARE(code->number, u"03A-261120-012"_qs);
    QCOMPARE(code->action, action);
    QCOMPARE(TicketCode::parse(code->text()), code);
}

void TicketCodeTest::leavesOtherTextAlone_data()
{
    QTest::addColumn<QString>("typed");
    for (const QString &text :
        {u""_qs, u"漏水"_qs, u"03A-261120-012"_qs, u"GD:"_qs, u"GD::arrive"_qs, u"GD"_qs,
            u"GDX:03A-261120-012"_qs, u"GD:03A-261120-012:arrive:now"_qs, u"http://gd:80"_qs})
        QTest::newRow(qPrintable(text)) << text;
}

void TicketCodeTest::leavesOtherTextAlone()
{
    QFETCH(QString, typed);
    QVERIFY(!TicketCode::parse(typed));
}

void TicketCodeTest::asksForTheStepThatIsDue_data()
{
    QTest::addColumn<QString>("workflow");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("action");
    const struct {
        const char *workflow;
        const char *state;
        const char *action;
    } rows[] = {{"repair/1", "received", "accept"}, {"repair/1", "with_chief", "check"},
        {"repair/1", "checked", "dispatch"}, {"repair/1", "with_team", "arrive"},
        {"repair/1", "arrived", "finish"}, {"repair/1", "repaired", "confirm"},
        {"repair/1", "confirmed", "file"}, {"repair/1", "to_visit", "visit"},
        {"repair/1", "closed", ""}, {"repair/1", "cancelled", ""},
        {"enquiry/1", "received", "answer"}, {"enquiry/1", "answered", "tell"},
        {"complaint/1", "with_chief", "reach"}, {"complaint/1", "investigated", "solve"},
        {"application/1", "to_review", "admit"}, {"application/1", "waiting", ""},
        {"application/1", "decided", "tell"}, {"unknown/9", "received", ""},
        {"repair/1", "unheard of", ""}};
    for (const auto &row : rows) {
        QTest::addRow("%s %s", row.workflow, row.state)
            << QString::fromLatin1(row.workflow) << QString::fromLatin1(row.state)
            << QString::fromLatin1(row.action);
    }
}

void TicketCodeTest::asksForTheStepThatIsDue()
{
    QFETCH(QString, workflow);
    QFETCH(QString, state);
    QFETCH(QString, action);
    const Ticket ticket{
        .workflow = workflow, .values = {{field::Number, u"03A-261120-012"_qs}}, .state = state};
    QCOMPARE(dueAction(ticket), action);
    QCOMPARE(codeOf(ticket), (TicketCode{u"03A-261120-012"_qs, action}));
}

QTEST_GUILESS_MAIN(TicketCodeTest)
#include "ticket_code_test.moc"
