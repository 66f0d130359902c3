// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lived_ticket.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{
constexpr qint64 hour_ms = 3'600'000;
} // namespace

/// Calls about an outage, and what somebody reported before: they wait together, are told once, and come apart again.
class JoiningTest : public QObject
{
    Q_OBJECT

    support::LivedTicket m_lived;
    Id m_outage = Id::named("outage");

    QVariant outage() const { return QVariant::fromValue(m_outage); }

    /// Another repair that came so much earlier or later than the one at hand.
    Id another(const char *name, qint64 later_ms, const QString &state = u"received"_s)
    {
        Ticket other = m_lived.ticket;
        other.id = Id::named(name);
        other.state = state;
        other.values.set(field::Number, QString::fromLatin1(name));
        other.values.set(
            field::HappenedAt, m_lived.ticket.values.number(field::HappenedAt) + later_ms);
        other.steps.first().at_ms += later_ms;
        m_lived.around.matters.insert(other.id, other);
        return other.id;
    }

private Q_SLOTS:
    void init()
    {
        m_lived.around = {};
        m_lived.around.filed.insert(m_outage, {Register::Outage, {}});
    }

    void aCallAboutAnOutageWaitsFromTheBeginning()
    {
        const qint64 until_ms = m_lived.around.now + 3 * hour_ms;
        for (const char *kind : {"repair", "complaint", "enquiry", "suggestion"}) {
            QVERIFY2(m_lived.take(kind, {{field::Outage, outage()}, {field::PromisedAt, until_ms}}),
                kind);
            QCOMPARE(m_lived.ticket.state, u"joined"_s);
            QCOMPARE(m_lived.ticket.clocks.size(), 1);
            QCOMPARE(m_lived.clock("reply").due_ms, until_ms);
        }
    }

    void anEmergencyAboutAnOutageWaitsTooAndNobodyIsSent()
    {
        QVERIFY(
            m_lived.take("repair", {{field::Outage, outage()}, {field::Urgency, u"emergency"_s}}));
        QCOMPARE(m_lived.ticket.state, u"joined"_s);
        QVERIFY(!m_lived.isOffered("dispatch") && !m_lived.isOffered("arrive"));
    }

    /// Also where whoever takes it in would have sent somebody in the same breath.
    void nobodyIsSentInTheSameEntry()
    {
        OpenTicket command{.ticket = Id::named("ticket"),
            .values = {{field::Kind, u"repair"_s}, {field::Title, u"没水"_s},
                {field::Outage, outage()}},
            .dispatch = true};
        const Decision decision = decide(command, m_lived.around);
        QCOMPARE(std::get<Events>(decision).size(), size_t(1));
    }

    void anOutageThatIsNotThereIsRefused()
    {
        QVERIFY(
            !m_lived.take("repair", {{field::Outage, QVariant::fromValue(Id::named("nothing"))}}));
        QCOMPARE(m_lived.refusal.field, u"outage"_s);
    }

    void whoWasToldIsDone_data()
    {
        QTest::addColumn<QString>("toldBy");
        for (const char *way : {"phone", "text", "together", "nobody"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }

    void whoWasToldIsDone()
    {
        QFETCH(QString, toldBy);
        QVERIFY(m_lived.take("enquiry", {{field::Outage, outage()}}));
        QVERIFY(m_lived.act("call_back", {{field::ToldBy, toldBy}}));
        QCOMPARE(m_lived.ticket.state, u"closed"_s);
        QVERIFY(!m_lived.isRunning("reply"));
        // Nobody is called twice: the second one, made apart, comes too late.
        QVERIFY(!m_lived.isOffered("call_back"));
        QCOMPARE(m_lived.ticket.values[field::Outage], outage());
    }

    void whoWasNotReachedWaitsOn()
    {
        QVERIFY(m_lived.take("repair", {{field::Outage, outage()}}));
        m_lived.around.now += hour_ms;
        QVERIFY(m_lived.act("call_back", {{field::ToldBy, u"unreached"_s}}));
        QCOMPARE(m_lived.ticket.state, u"joined"_s);
        QVERIFY(m_lived.isRunning("reply"));
        QVERIFY(m_lived.clock("reply").due_ms > m_lived.around.now);
    }

    /// Of the repairs that were told one in twenty is visited, the same ones on every desk.
    void someOfThoseToldAreVisited()
    {
        int visited = 0;
        constexpr int all = 2000;
        for (int number = 0; number < all; ++number) {
            QVERIFY(m_lived.take("repair", {{field::Outage, outage()}}));
            m_lived.ticket.id = Id::named(("caller " + QByteArray::number(number)).constData());
            QVERIFY(m_lived.act("call_back", {{field::ToldBy, u"text"_s}}));
            visited += m_lived.ticket.state == u"to_visit";
            QVERIFY(m_lived.ticket.state == u"closed" || m_lived.isRunning("visit"));
        }
        QVERIFY2(visited > all / 40 && visited < all / 10, qPrintable(QString::number(visited)));
    }

    void theLaterOneJoinsTheEarlierOne()
    {
        QVERIFY(m_lived.take("repair"));
        const Id earlier = another("earlier", -hour_ms), later = another("later", hour_ms);
        QVERIFY(!m_lived.act("join", {{field::PartOf, QVariant::fromValue(later)}}));
        QCOMPARE(m_lived.refusal.field, u"part_of"_s);
        QVERIFY(m_lived.act("join", {{field::PartOf, QVariant::fromValue(earlier)}}));
        QCOMPARE(m_lived.ticket.state, u"joined"_s);
        // Its own promises are off; that of an answer is on.
        for (const char *clock : {"accept", "arrive", "complete"})
            QVERIFY2(!m_lived.isRunning(clock), clock);
        QVERIFY(m_lived.isRunning("reply"));
    }

    void nothingJoinsWhatIsOverOrWaitsItselfOrItself()
    {
        QVERIFY(m_lived.take("repair"));
        for (const Id &head :
            {another("over", -hour_ms, u"closed"_s), another("waiting", -hour_ms, u"joined"_s),
                m_lived.ticket.id, Id::named("never heard of")}) {
            QVERIFY(!m_lived.act("join", {{field::PartOf, QVariant::fromValue(head)}}));
            QCOMPARE(m_lived.refusal.field, u"part_of"_s);
            QVERIFY(!m_lived.refusal.advice.isEmpty());
        }
        QVERIFY(!m_lived.act("join"));
    }

    /// What was joined by mistake begins anew, quietly: nobody was told anything.
    void whatIsSeparatedBeginsAnew()
    {
        QVERIFY(m_lived.take("repair"));
        QVERIFY(m_lived.act("accept"));
        const Id earlier = another("earlier", -hour_ms);
        QVERIFY(m_lived.act("join", {{field::PartOf, QVariant::fromValue(earlier)}}));
        m_lived.around.now += hour_ms;
        QVERIFY(!m_lived.act("part"));
        QVERIFY(m_lived.act("part", {{field::Reason, u"不是同一处"_s}}));
        QCOMPARE(m_lived.ticket.state, u"received"_s);
        QVERIFY(!m_lived.ticket.values.has(field::PartOf));
        for (const char *clock : {"accept", "arrive", "complete"})
            QVERIFY2(m_lived.clock(clock).due_ms > m_lived.around.now, clock);
        QVERIFY(!m_lived.isRunning("reply"));
    }
};

QTEST_GUILESS_MAIN(JoiningTest)
#include "joining_test.moc"
