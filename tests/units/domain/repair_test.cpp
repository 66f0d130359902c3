// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lived_ticket.h"

#include <QTest>

using namespace domain;

/// The repair's path, lived through decide and fold alone.
class RepairTest : public QObject
{
    Q_OBJECT

    support::LivedTicket m_lived;
    support::FakeSurroundings &m_around = m_lived.around;
    Ticket &m_ticket = m_lived.ticket;
    Refusal &m_refusal = m_lived.refusal;

    void take(const Values &values) { QVERIFY(m_lived.take("repair", values)); }

    bool act(const char *action, const Values &values = {}, const QString &by = {})
    {
        return m_lived.act(action, values, by);
    }

    void upToVisit()
    {
        QVERIFY(act("accept"));
        QVERIFY(act("check", {}, QStringLiteral("li")));
        QVERIFY(act("dispatch"));
        repairAgain();
    }

    void repairAgain()
    {
        QVERIFY(act("arrive", {}, QStringLiteral("zhao")));
        QVERIFY(act("finish", {}, QStringLiteral("zhao")));
        QVERIFY(act("confirm", {}, QStringLiteral("li")));
        QVERIFY(act("file"));
    }

    bool isRunning(const char *clock) const { return m_lived.isRunning(clock); }

private Q_SLOTS:
    void goesFromIntakeToASatisfiedCustomer()
    {
        take({});
        QCOMPARE(m_ticket.state, QStringLiteral("received"));
        QVERIFY(isRunning("accept") && isRunning("arrive") && isRunning("complete"));
        upToVisit();
        QCOMPARE(m_ticket.state, QStringLiteral("to_visit"));
        QVERIFY(!isRunning("arrive") && !isRunning("complete") && isRunning("visit"));
        QVERIFY(act("visit", {{field::Satisfaction, 5}}));
        QCOMPARE(m_ticket.state, QStringLiteral("closed"));
        QVERIFY(!m_ticket.nextDue());
    }

    void theRepairerCannotConfirmHisOwnWork()
    {
        take({});
        QVERIFY(act("dispatch"));
        QVERIFY(act("arrive", {}, QStringLiteral("zhao")));
        QVERIFY(act("finish", {}, QStringLiteral("zhao")));
        QVERIFY(!act("confirm", {}, QStringLiteral("zhao")));
        QCOMPARE(m_refusal.field, QStringLiteral("by"));
        QCOMPARE(m_ticket.state, QStringLiteral("repaired"));
        QVERIFY(act("confirm", {}, QStringLiteral("li")));
    }

    void aDissatisfiedCustomerGetsRoundAfterRound()
    {
        take({});
        upToVisit();
        for (int round = 2; round < 5; ++round) {
            QVERIFY(act("visit", {{field::Satisfaction, round % 2 + 1}}));
            QCOMPARE(m_ticket.state, QStringLiteral("with_team"));
            QCOMPARE(m_ticket.round, round);
            QVERIFY(isRunning("complete"));
            repairAgain();
        }
        QVERIFY(act("visit", {{field::Satisfaction, 3}}));
        QCOMPARE(m_ticket.state, QStringLiteral("closed"));
    }

    void notReachedIsTriedAgainAndClosedOnlyByAnothersApproval()
    {
        take({});
        upToVisit();
        QVERIFY(!act("approve", {{field::Reason, QStringLiteral("三次未接通")}}));
        QVERIFY(
            act("visit", {{field::Outcome, QStringLiteral("unreached")}}, QStringLiteral("wang")));
        QCOMPARE(m_ticket.state, QStringLiteral("to_visit"));
        QVERIFY(isRunning("visit"));
        QVERIFY(!act(
            "approve", {{field::Reason, QStringLiteral("三次未接通")}}, QStringLiteral("wang")));
        QVERIFY(!act("approve", {}, QStringLiteral("chen")));
        QCOMPARE(m_refusal.field, QStringLiteral("reason"));
        QVERIFY(act(
            "approve", {{field::Reason, QStringLiteral("三次未接通")}}, QStringLiteral("chen")));
        QCOMPARE(m_ticket.state, QStringLiteral("closed"));
    }

    void anApprovalAsksForAnAttemptInItsOwnRound()
    {
        take({});
        upToVisit();
        QVERIFY(act("visit", {{field::Satisfaction, 1}}));
        repairAgain();
        QVERIFY(
            !act("approve", {{field::Reason, QStringLiteral("电话关机")}}, QStringLiteral("chen")));
    }

    void anAnonymousCallerIsNotVisited()
    {
        take({{field::Anonymous, true}});
        upToVisit();
        QCOMPARE(m_ticket.state, QStringLiteral("closed"));
    }

    void anEmergencyGoesToTheTeamAtOnceAndTheCheckRunsBeside()
    {
        take({{field::Urgency, QStringLiteral("emergency")}});
        QCOMPARE(m_ticket.state, QStringLiteral("with_team"));
        QVERIFY(act("arrive", {}, QStringLiteral("zhao")));
        QVERIFY(act("check", {}, QStringLiteral("li")));
        QCOMPARE(m_ticket.state, QStringLiteral("arrived"));
        QVERIFY(!act("check", {}, QStringLiteral("li")));
    }

    void whatIsNotPossibleIsRefusedWithWhatIs_data()
    {
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QString>("wrong");
        QTest::newRow("finish before arriving") << QStringList{"dispatch"} << "finish";
        QTest::newRow("file before confirming")
            << QStringList{"dispatch", "arrive", "finish"} << "file";
        QTest::newRow("accept twice") << QStringList{"accept"} << "accept";
        QTest::newRow("visit at the start") << QStringList{} << "visit";
        QTest::newRow("an action of another workflow") << QStringList{} << "answer";
        QTest::newRow("no action at all") << QStringList{} << "";
    }

    void whatIsNotPossibleIsRefusedWithWhatIs()
    {
        QFETCH(QStringList, path);
        QFETCH(QString, wrong);
        take({});
        for (const QString &action : path)
            QVERIFY(act(action.toLatin1().constData(), {}, QStringLiteral("zhao")));
        const Ticket before = m_ticket;
        QVERIFY(!act(wrong.toLatin1().constData(), {{field::Satisfaction, 5}}));
        QCOMPARE(m_refusal.field, QStringLiteral("action"));
        QVERIFY(!m_refusal.advice.isEmpty());
        QCOMPARE(m_ticket.steps, before.steps);
    }

    void cancellingNeedsAReasonAndStopsEveryClock()
    {
        take({});
        QVERIFY(!act("cancel"));
        QVERIFY(act("cancel", {{field::Reason, QStringLiteral("用户撤销")}}));
        QCOMPARE(m_ticket.state, QStringLiteral("cancelled"));
        QVERIFY(!m_ticket.nextDue());
        QVERIFY(!act("cancel", {{field::Reason, QStringLiteral("再次")}}));
        QVERIFY(act("note", {{field::Remark, QStringLiteral("用户来电说明")}}));
    }

    void aCorrectionKeepsTheOldValueOnRecord()
    {
        take({{field::Line, QStringLiteral("water")}});
        QVERIFY(act("correct", {{field::Line, QStringLiteral("heat")}}));
        QCOMPARE(m_ticket.values.text(field::Line), QStringLiteral("heat"));
        QCOMPARE(m_ticket.steps.constLast().before.text(field::Line), QStringLiteral("water"));
        QVERIFY(!act("correct", {{field::Number, QStringLiteral("X")}}));
    }

    void aStepFoldsAsVoidWhereItNoLongerApplies()
    {
        take({});
        const StepTaken late{.ticket = m_ticket.id,
            .action = QStringLiteral("file"),
            .to = QStringLiteral("to_visit")};
        const Ticket before = m_ticket;
        QCOMPARE(fold(m_ticket, late, {}), Effect::Void);
        QCOMPARE(m_ticket.state, before.state);
        QCOMPARE(m_ticket.steps, before.steps);
    }
};

QTEST_GUILESS_MAIN(RepairTest)
#include "repair_test.moc"
