// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lived_ticket.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{
constexpr qint64 hour_ms = 3'600'000;
} // namespace

/// What every matter has beside its own way: handing over, waiting, more time, going upward; and the short ways of enquiries,
/// suggestions and praise.
class WaysTest : public QObject
{
    Q_OBJECT

    support::LivedTicket m_lived;

    QVariant person(const QString &login)
    {
        return QVariant::fromValue(m_lived.around.person(login));
    }
    Id responsible() const { return m_lived.ticket.values[field::Responsible].value<Id>(); }

private Q_SLOTS:
    void init()
    {
        m_lived.around = {};
        QVERIFY(m_lived.take("repair"));
    }

    void theFirstReceiverAnswersUntilSomebodyTookItOver()
    {
        QCOMPARE(responsible(), m_lived.around.me);
        QVERIFY(!m_lived.isOffered("take_over"));
        QVERIFY(m_lived.act("hand_over", {{field::HandTo, person(u"li"_s)}}));
        QCOMPARE(responsible(), m_lived.around.me);
        QVERIFY(m_lived.isRunning("handover"));
        // It was put to one person alone, and it isn't put to another one meanwhile.
        QVERIFY(!m_lived.act("take_over", {}, u"zhao"_s));
        QCOMPARE(m_lived.refusal.field, u"by"_s);
        QVERIFY(!m_lived.isOffered("hand_over"));
        QVERIFY(m_lived.act("take_over", {}, u"li"_s));
        QCOMPARE(responsible(), m_lived.around.person(u"li"_s));
        QVERIFY(!m_lived.isRunning("handover"));
        QCOMPARE(m_lived.ticket.values[field::FirstReceiver].value<Id>(), m_lived.around.me);
    }

    void whatIsRefusedIsBack()
    {
        QVERIFY(m_lived.act("hand_over", {{field::HandTo, person(u"li"_s)}}));
        QVERIFY(!m_lived.act("refuse_over", {}, u"li"_s));
        QVERIFY(m_lived.act("refuse_over", {{field::Reason, u"不属本网格"_s}}, u"li"_s));
        QCOMPARE(responsible(), m_lived.around.me);
        QVERIFY(m_lived.isOffered("hand_over"));
        QVERIFY(m_lived.act("hand_over", {{field::HandTo, person(u"zhao"_s)}}));
        QVERIFY(m_lived.act("take_back"));
        QVERIFY(!m_lived.isOffered("take_over"));
        QCOMPARE(responsible(), m_lived.around.me);
    }

    /// Two desks that answer apart: the first in the record's order has answered, the other stays on record without effect.
    void onlyOneAnswerCounts()
    {
        QVERIFY(m_lived.act("hand_over", {{field::HandTo, person(u"li"_s)}}));
        const Decision apart = m_lived.decided("take_back");
        QVERIFY(m_lived.act("take_over", {}, u"li"_s));
        QVERIFY(!m_lived.foldAll(apart));
        QCOMPARE(responsible(), m_lived.around.person(u"li"_s));
    }

    void aChiefWhoAcceptsAnswersForIt()
    {
        QVERIFY(m_lived.act("accept", {}, u"chen"_s));
        QCOMPARE(responsible(), m_lived.around.person(u"chen"_s));
    }

    void clocksRestWithAReason()
    {
        const qint64 due_ms = m_lived.clock("complete").due_ms;
        QVERIFY(!m_lived.act("suspend"));
        QCOMPARE(m_lived.refusal.field, u"reason"_s);
        m_lived.around.now += hour_ms;
        QVERIFY(m_lived.act("suspend", {{field::Reason, u"等待配件"_s}}));
        QVERIFY(m_lived.clock("complete").isPaused() && m_lived.clock("arrive").isPaused());
        QVERIFY(!m_lived.ticket.nextDue());
        QVERIFY(!m_lived.isOffered("suspend"));
        m_lived.around.now += 30 * hour_ms;
        QVERIFY(!m_lived.clock("complete").isLate(m_lived.around.now));
        QVERIFY(m_lived.act("resume"));
        QCOMPARE(m_lived.clock("complete").due_ms, due_ms + 30 * hour_ms);
        QCOMPARE(m_lived.clock("complete").rested_ms, 30 * hour_ms);
        QVERIFY(m_lived.isOffered("suspend"));
    }

    void whatIsDoneWhileItRestsWasDoneInTime()
    {
        QVERIFY(m_lived.act("dispatch"));
        m_lived.around.now += hour_ms;
        QVERIFY(m_lived.act("suspend", {{field::Reason, u"住户不在家"_s}}));
        m_lived.around.now += 40 * hour_ms;
        QVERIFY(m_lived.act("arrive", {}, u"zhao"_s));
        QVERIFY(!m_lived.clock("arrive").isOpen());
        QVERIFY(!m_lived.clock("arrive").isLate(m_lived.around.now));
        QVERIFY(m_lived.clock("complete").isPaused());
    }

    void whatWasLateStaysLateByAsMuch()
    {
        m_lived.around.now = m_lived.clock("arrive").due_ms + hour_ms;
        QVERIFY(m_lived.act("suspend", {{field::Reason, u"等待配件"_s}}));
        m_lived.around.now += 10 * hour_ms;
        QVERIFY(m_lived.act("resume"));
        QCOMPARE(m_lived.around.now - m_lived.clock("arrive").due_ms, hour_ms);
    }

    void moreTimeIsAskedForAndGivenByAnother()
    {
        const qint64 wished_ms = m_lived.clock("complete").due_ms + 48 * hour_ms;
        const Values wish{{field::Until, wished_ms}, {field::Reason, u"配件缺货"_s}};
        QVERIFY(m_lived.act("ask_extension", wish, u"zhao"_s));
        QVERIFY(!m_lived.isOffered("ask_extension"));
        QVERIFY(!m_lived.act("grant_extension", {}, u"zhao"_s));
        QCOMPARE(m_lived.refusal.field, u"by"_s);
        const qint64 arrive_ms = m_lived.clock("arrive").due_ms;
        QVERIFY(m_lived.act("grant_extension", {}, u"chen"_s));
        QCOMPARE(m_lived.clock("complete").due_ms, wished_ms);
        QCOMPARE(m_lived.clock("arrive").due_ms, arrive_ms);
        QVERIFY(m_lived.act("ask_extension", wish, u"zhao"_s));
        QVERIFY(m_lived.act("deny_extension", {{field::Reason, u"已有备件"_s}}, u"chen"_s));
        QCOMPARE(m_lived.clock("complete").due_ms, wished_ms);
    }

    /// An extension given while the clocks rest counts from when they run again.
    void moreTimeIsGivenWhileItRests()
    {
        const qint64 due_ms = m_lived.clock("complete").due_ms;
        QVERIFY(m_lived.act("suspend", {{field::Reason, u"等待配件"_s}}));
        QVERIFY(m_lived.act("ask_extension",
            {{field::Until, due_ms + 5 * hour_ms}, {field::Reason, u"缺货"_s}}, u"zhao"_s));
        QVERIFY(m_lived.act("grant_extension", {}, u"chen"_s));
        QVERIFY(m_lived.clock("complete").isPaused());
        m_lived.around.now += 3 * hour_ms;
        QVERIFY(m_lived.act("resume"));
        QCOMPARE(m_lived.clock("complete").due_ms, due_ms + 8 * hour_ms);
    }

    void anOrderFromElsewhereKeepsItsDeadline()
    {
        const qint64 deadline_ms = m_lived.around.now + 5 * hour_ms;
        for (const char *kind : {"repair", "complaint", "enquiry", "suggestion"}) {
            QVERIFY(m_lived.take(kind, {{field::OutsideDeadline, deadline_ms}}));
            const char *ends = QLatin1StringView(kind) == u"repair" ? "complete" : "reply";
            QCOMPARE(m_lived.clock(ends).due_ms, deadline_ms);
        }
    }

    void majorGoesUpwardAndIsFollowed()
    {
        QVERIFY(!m_lived.isOffered("follow_up"));
        QVERIFY(m_lived.act("escalate", {{field::Reason, u"影响一千户"_s}}));
        QCOMPARE(m_lived.text(field::Severity), u"major"_s);
        QVERIFY(m_lived.isRunning("followup"));
        QVERIFY(!m_lived.isOffered("escalate"));
        m_lived.around.now += hour_ms;
        QVERIFY(m_lived.act("follow_up", {{field::Remark, u"抢修队已到场"_s}}));
        QVERIFY(m_lived.isRunning("followup"));
        QCOMPARE(m_lived.clock("followup").started_ms, m_lived.around.now);
    }

    void anInstructionHasAnOwnerADateAndAnAnswer()
    {
        const qint64 until_ms = m_lived.around.now + 24 * hour_ms;
        QVERIFY(m_lived.act("instruct",
            {{field::Instruction, u"三日内查清"_s}, {field::HandTo, person(u"chen"_s)},
                {field::Until, until_ms}}));
        QCOMPARE(m_lived.clock("instruction").due_ms, until_ms);
        QVERIFY(m_lived.act("report_back", {{field::Remark, u"已查清，系施工挖断"_s}}, u"chen"_s));
        QVERIFY(!m_lived.isRunning("instruction"));
    }

    void anEnquiryIsAnsweredAtOnceOrByAPromisedTime()
    {
        QVERIFY(m_lived.take("enquiry"));
        QVERIFY(m_lived.act("answer", {{field::Reply, u"水价每吨三元"_s}}));
        QCOMPARE(m_lived.ticket.state, u"closed"_s);

        const qint64 promised_ms = m_lived.around.now + 2 * hour_ms;
        QVERIFY(m_lived.take("enquiry", {{field::PromisedAt, promised_ms}}));
        QCOMPARE(m_lived.clock("reply").due_ms, promised_ms);
        QVERIFY(m_lived.act("pass_on", {{field::Unit, u"营业部"_s}}));
        QVERIFY(m_lived.act("promise", {{field::PromisedAt, promised_ms + hour_ms}}));
        QCOMPARE(m_lived.clock("reply").due_ms, promised_ms + hour_ms);
        QVERIFY(m_lived.act("draft", {{field::Reply, u"阶梯水价说明"_s}}));
        QVERIFY(m_lived.isRunning("reply"));
        QVERIFY(m_lived.act("tell", {{field::Outcome, u"unreached"_s}}));
        QCOMPARE(m_lived.ticket.state, u"answered"_s);
        QVERIFY(m_lived.act("tell", {{field::Outcome, u"reached"_s}}));
        QCOMPARE(m_lived.ticket.state, u"closed"_s);
    }

    void aSuggestionIsTakenUpOrNotAndWhoeverMadeItIsTold()
    {
        QVERIFY(m_lived.take("suggestion"));
        QVERIFY(!m_lived.act("adopt"));
        QVERIFY(m_lived.act("adopt", {{field::Solution, u"增设饮水点"_s}}));
        QCOMPARE(m_lived.ticket.state, u"answered"_s);
        QVERIFY(m_lived.act("tell", {{field::Outcome, u"reached"_s}}));
        QCOMPARE(m_lived.ticket.state, u"closed"_s);
        QVERIFY(m_lived.take("suggestion", {{field::Anonymous, true}}));
        QVERIFY(m_lived.act("shelve", {{field::Reason, u"暂无场地"_s}}));
        QCOMPARE(m_lived.ticket.state, u"closed"_s);
    }

    void praiseReachesThoseWhoEarnedIt()
    {
        QVERIFY(m_lived.take("praise"));
        QVERIFY(m_lived.isRunning("reply"));
        QVERIFY(!m_lived.act("pass_praise"));
        QVERIFY(m_lived.act("pass_praise", {{field::Assignee, person(u"zhao"_s)}}));
        QCOMPARE(m_lived.ticket.state, u"closed"_s);
        QVERIFY(!m_lived.ticket.nextDue());
    }
};

QTEST_GUILESS_MAIN(WaysTest)
#include "ways_test.moc"
