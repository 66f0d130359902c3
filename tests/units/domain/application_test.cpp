// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lived_ticket.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

/// The application's path: review, papers that are missing, the department, the result, an objection.
class ApplicationTest : public QObject
{
    Q_OBJECT

    support::LivedTicket m_lived;

    void upToHandling()
    {
        QVERIFY(m_lived.act("admit", {{field::Unit, u"营业部"_s}}));
        QVERIFY(m_lived.act("name", {{field::Assignee, QVariant::fromValue(handler())}}));
        QCOMPARE(m_lived.ticket.state, u"handling"_s);
    }

    void upToTold()
    {
        upToHandling();
        QVERIFY(m_lived.act(
            "settle", {{field::Decision, u"granted"_s}, {field::Reply, u"可开户，三日内装表"_s}}));
        QVERIFY(m_lived.act("tell", {{field::Outcome, u"reached"_s}}));
        QCOMPARE(m_lived.ticket.state, u"told"_s);
    }

    Id handler() { return m_lived.around.person(u"sun"_s); }

private Q_SLOTS:
    void init()
    {
        m_lived.around = {};
        QVERIFY(m_lived.take("application"));
    }

    void goesFromTheReviewToTheResult()
    {
        QVERIFY(m_lived.isRunning("review"));
        QVERIFY(!m_lived.isRunning("reply"));
        upToTold();
        QVERIFY(!m_lived.isRunning("reply"));
        QVERIFY(m_lived.act("close", {{field::Satisfaction, 5}}));
        QCOMPARE(m_lived.ticket.state, u"closed"_s);
        QCOMPARE(m_lived.text(field::Decision), u"granted"_s);
    }

    void whatIsMissingIsToldOnceAndCompletely()
    {
        const Values missing{{field::MissingPapers, u"房产证\n结清水费凭证"_s}};
        QVERIFY(!m_lived.act("ask_papers"));
        QCOMPARE(m_lived.refusal.field, u"missing_papers"_s);
        QVERIFY(m_lived.act("ask_papers", missing));
        QCOMPARE(m_lived.ticket.state, u"waiting"_s);
        QVERIFY(m_lived.isRunning("supplement") && !m_lived.isRunning("review"));
        QVERIFY(m_lived.act("supplement", {{field::Papers, u"房产证"_s}}));
        QCOMPARE(m_lived.ticket.state, u"to_review"_s);
        QVERIFY(m_lived.isRunning("review"));
        // A second list would have belonged on the first one.
        QVERIFY(!m_lived.isOffered("ask_papers"));
        QVERIFY(m_lived.isOffered("admit") && m_lived.isOffered("decline"));
    }

    void aMinorPaperMayFollowByADay()
    {
        const qint64 until_ms = m_lived.around.now + 5 * 86'400'000LL;
        QVERIFY(!m_lived.act("admit_short", {{field::MissingPapers, u"申请表签字"_s}}));
        QCOMPARE(m_lived.refusal.field, u"until"_s);
        QVERIFY(m_lived.act("admit_short",
            {{field::MissingPapers, u"申请表签字"_s}, {field::Until, until_ms},
                {field::Unit, u"营业部"_s}}));
        QCOMPARE(m_lived.ticket.state, u"with_department"_s);
        QCOMPARE(m_lived.clock("supplement").due_ms, until_ms);
        QVERIFY(m_lived.isRunning("reply"));
        QVERIFY(m_lived.act("supplement", {{field::Papers, u"申请表"_s}}));
        QCOMPARE(m_lived.ticket.state, u"with_department"_s);
        QVERIFY(!m_lived.isRunning("supplement") && m_lived.isRunning("reply"));
    }

    void notAcceptedTakesAReason()
    {
        QVERIFY(!m_lived.act("decline"));
        QCOMPARE(m_lived.refusal.field, u"reason"_s);
        QVERIFY(m_lived.act("decline", {{field::Reason, u"不在供水范围"_s}}));
        QCOMPARE(m_lived.ticket.state, u"declined"_s);
        QVERIFY(!m_lived.ticket.nextDue());
        QVERIFY(!m_lived.isOffered("admit") && !m_lived.isOffered("cancel"));
        QVERIFY(!m_lived.isOffered("suspend") && m_lived.isOffered("note"));
    }

    /// The days in which the customer looks for a paper don't count against the department.
    void theClockRestsWhileMoreIsAskedFor()
    {
        upToHandling();
        const qint64 due_ms = m_lived.clock("reply").due_ms;
        m_lived.around.now += 3'600'000;
        QVERIFY(m_lived.act("ask_more", {{field::MissingPapers, u"用电设备清单"_s}}));
        QVERIFY(m_lived.clock("reply").isPaused() && m_lived.isRunning("supplement"));
        m_lived.around.now += 2 * 86'400'000LL;
        QVERIFY(m_lived.act("supplement", {{field::Papers, u"用电设备清单"_s}}));
        QCOMPARE(m_lived.ticket.state, u"handling"_s);
        QCOMPARE(m_lived.clock("reply").due_ms, due_ms + 2 * 86'400'000LL);
        QCOMPARE(m_lived.clock("reply").rested_ms, 2 * 86'400'000LL);
    }

    void anObjectionIsExplainedOrPutRight()
    {
        upToTold();
        QVERIFY(m_lived.act("object", {{field::Reason, u"面积算错"_s}}));
        QVERIFY(m_lived.isRunning("reply"));
        QVERIFY(m_lived.act("explain", {{field::Reply, u"按产权证面积计算"_s}}));
        QCOMPARE(m_lived.ticket.state, u"told"_s);
        QVERIFY(m_lived.act("object", {{field::Reason, u"产权证已变更"_s}}));
        QVERIFY(m_lived.act("redo", {{field::Reason, u"按新证重算"_s}}));
        QCOMPARE(m_lived.ticket.state, u"handling"_s);
        QCOMPARE(m_lived.ticket.round, 2);
        QVERIFY(m_lived.isRunning("reply"));
    }

    void whoCannotBeReachedIsTriedAgain()
    {
        upToHandling();
        QVERIFY(
            m_lived.act("settle", {{field::Decision, u"denied"_s}, {field::Reply, u"资料不实"_s}}));
        QVERIFY(m_lived.act("tell", {{field::Outcome, u"unreached"_s}}));
        QCOMPARE(m_lived.ticket.state, u"decided"_s);
    }
};

QTEST_GUILESS_MAIN(ApplicationTest)
#include "application_test.moc"
