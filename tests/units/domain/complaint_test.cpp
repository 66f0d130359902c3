// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lived_ticket.h"

#include "domain/rights.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

/// The complaint's path, lived through decide and fold alone.
class ComplaintTest : public QObject
{
    Q_OBJECT

    support::LivedTicket m_lived;

    void upToSolving()
    {
        QVERIFY(m_lived.act("accept"));
        QVERIFY(m_lived.act("reach", {{field::Outcome, u"reached"_s}}));
        investigate();
        QVERIFY(m_lived.act("solve", {{field::Solution, u"更换水表并退还多收水费"_s}}));
    }

    void investigate()
    {
        QVERIFY(m_lived.act("investigate",
            {{field::Finding, u"upheld"_s}, {field::Cause, u"抄表错误"_s},
                {field::ResponsibleUnit, u"营业部"_s}}));
    }

private Q_SLOTS:
    void init()
    {
        m_lived.around = {};
        QVERIFY(m_lived.take("complaint"));
    }

    void goesFromTheFirstCallToASatisfiedCustomer()
    {
        QVERIFY(m_lived.isRunning("accept") && m_lived.isRunning("contact"));
        QVERIFY(m_lived.isRunning("reply"));
        upToSolving();
        QVERIFY(!m_lived.isRunning("contact"));
        QVERIFY(m_lived.act("report", {{field::Remark, u"已联系厂家"_s}}));
        QCOMPARE(m_lived.ticket.state, u"solving"_s);
        QVERIFY(m_lived.act("evaluate", {{field::Reply, u"已退费，客户认可"_s}}));
        QCOMPARE(m_lived.ticket.state, u"to_visit"_s);
        QVERIFY(!m_lived.isRunning("reply"));
        QVERIFY(m_lived.act("visit", {{field::Satisfaction, 4}}));
        QCOMPARE(m_lived.ticket.state, u"closed"_s);
        QCOMPARE(m_lived.text(field::Finding), u"upheld"_s);
        QCOMPARE(m_lived.text(field::ResponsibleUnit), u"营业部"_s);
    }

    void theCustomerIsSpokenToBeforeAnythingIsFoundOut()
    {
        QVERIFY(m_lived.act("accept"));
        QVERIFY(!m_lived.isOffered("investigate"));
        QVERIFY(m_lived.act("reach", {{field::Outcome, u"unreached"_s}}));
        QCOMPARE(m_lived.ticket.state, u"with_chief"_s);
        QVERIFY(m_lived.isRunning("contact"));
        QVERIFY(m_lived.act("reach", {{field::Outcome, u"reached"_s}}));
        QVERIFY(m_lived.isOffered("investigate"));
    }

    void aFindingSaysWhoAnswersForIt()
    {
        QVERIFY(m_lived.act("accept"));
        QVERIFY(m_lived.act("reach", {{field::Outcome, u"reached"_s}}));
        QVERIFY(!m_lived.act("investigate", {{field::Finding, u"partly"_s}}));
        QCOMPARE(m_lived.refusal.field, u"cause"_s);
        QVERIFY(!m_lived.act("investigate",
            {{field::Finding, u"maybe"_s}, {field::Cause, u"抄表错误"_s},
                {field::ResponsibleUnit, u"营业部"_s}}));
        QCOMPARE(m_lived.refusal.field, u"finding"_s);
    }

    void whatWasPromisedIsWhatIsWatched()
    {
        QVERIFY(m_lived.act("accept"));
        const qint64 promised_ms = m_lived.around.now + 3'600'000;
        QVERIFY(m_lived.act(
            "reach", {{field::Outcome, u"reached"_s}, {field::PromisedAt, promised_ms}}));
        QCOMPARE(m_lived.clock("reply").due_ms, promised_ms);
        QCOMPARE(m_lived.clock("reply").basis, ClockBasis());
        investigate();
        QVERIFY(m_lived.act("solve", {{field::Solution, u"更换水表"_s}}));
        QCOMPARE(m_lived.clock("reply").due_ms, promised_ms);
    }

    void whoeverIsDissatisfiedIsCalledAnew()
    {
        upToSolving();
        QVERIFY(m_lived.act("evaluate", {{field::Reply, u"已退费"_s}}));
        QVERIFY(m_lived.act("visit", {{field::Satisfaction, 1}}));
        QCOMPARE(m_lived.ticket.state, u"with_chief"_s);
        QCOMPARE(m_lived.ticket.round, 2);
        QVERIFY(m_lived.isRunning("contact") && m_lived.isRunning("reply"));
    }

    void nobodyIsVisitedWhoGaveNoName()
    {
        QVERIFY(m_lived.take("complaint", {{field::Anonymous, true}}));
        upToSolving();
        QVERIFY(m_lived.act("evaluate", {{field::Reply, u"已整改"_s}}));
        QCOMPARE(m_lived.ticket.state, u"closed"_s);
    }

    void theSuperiorHandlesAComplaintAboutTheChief()
    {
        const WorkflowSpec &workflow = workflowForKind(u"complaint");
        const ActionSpec &accept = *workflow.findAction(u"accept");
        QCOMPARE(performersOf(accept, {}), quint16(Chief));
        const Values aboutChief{{field::AboutChief, true}};
        QCOMPARE(performersOf(accept, aboutChief), quint16(Head | Manager));
        const ActionSpec &note = *workflow.findAction(u"note");
        QCOMPARE(performersOf(note, aboutChief), anyRole);

        const Id chief = m_lived.around.person(u"chen"_s),
                 manager = m_lived.around.person(u"zhou"_s);
        Grants given;
        for (const auto &[person, role] :
            {std::pair(chief, "chief"), std::pair(manager, "manager")})
            given.put({Id::named(role), Register::Grant,
                {{grant::Person, QVariant::fromValue(person)},
                    {grant::Role, QString::fromLatin1(role)}},
                false});
        const auto may = [&](const Id &person, const Values &ticket) {
            return mayAct(accept, ticket, {.person = person, .at_ms = m_lived.around.now}, given);
        };
        QVERIFY(may(chief, {}));
        QVERIFY(!may(chief, aboutChief));
        QVERIFY(may(manager, aboutChief));
    }
};

QTEST_GUILESS_MAIN(ComplaintTest)
#include "complaint_test.moc"
