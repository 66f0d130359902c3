// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_surroundings.h"

#include "domain/fold.h"

#include <QTest>

using namespace domain;

/// What is asked of a new ticket, and what is filled in for the clerk.
class IntakeTest : public QObject
{
    Q_OBJECT

    support::FakeSurroundings m_around;

    Decision open(Values values, const CustomerDraft &customer = {}, const QString &state = {})
    {
        OpenTicket command{.ticket = Id::named("ticket"),
            .values = std::move(values),
            .customer = customer,
            .state = state};
        command.customer.fresh = Id::named("customer");
        return decide(command, m_around);
    }

    template <typename Wanted> static Wanted find(const Decision &decision)
    {
        for (const Event &event : std::get<Events>(decision)) {
            if (const auto *found = std::get_if<Wanted>(&event))
                return *found;
        }
        return {};
    }

private Q_SLOTS:
    void init() { m_around = {}; }

    void plainErrorsAreRefusedAtTheirField_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("at");
        QTest::newRow("no kind") << int(field::Kind) << QVariant() << "kind";
        QTest::newRow("unknown kind") << int(field::Kind) << QVariant(u"wish"_qs) << "kind";
        QTest::newRow("unknown line") << int(field::Line) << QVariant(u"oil"_qs) << "line";
        QTest::newRow("nothing said") << int(field::Title) << QVariant() << "description";
        QTest::newRow("beyond the pole") << int(field::Lat) << QVariant(91.0) << "lat";
        QTest::newRow("around the world") << int(field::Lon) << QVariant(-180.5) << "lon";
        QTest::newRow("six stars") << int(field::Satisfaction) << QVariant(6) << "satisfaction";
        QTest::newRow("tomorrow and later")
            << int(field::HappenedAt) << QVariant(m_around.now + 90'000'000) << "happened_at";
        QTest::newRow("a debt") << int(field::Charge) << QVariant(-1.0) << "charge";
    }

    void plainErrorsAreRefusedAtTheirField()
    {
        QFETCH(int, field);
        QFETCH(QVariant, value);
        QFETCH(QString, at);
        Values values{{field::Kind, u"repair"_qs}, {field::Title, u"漏水"_qs}};
        values.set(quint8(field), value);
        const Decision decision = open(values);
        const auto *refusal = std::get_if<Refusal>(&decision);
        QVERIFY(refusal);
        QCOMPARE(refusal->field, at);
        QVERIFY(!refusal->what.isEmpty() && !refusal->advice.isEmpty());
    }

    void whatFollowsIsFilledIn()
    {
        m_around.gridOfCommunity.insert(u"老坑社区"_qs, Id::named("grid"));
        const auto opened = find<TicketOpened>(open({{field::Kind, u"repair"_qs},
            {field::Title, u"漏水"_qs}, {field::Community, u"老坑社区"_qs}}));
        QCOMPARE(opened.values.text(field::Number), u"03A-251121-001"_qs);
        QCOMPARE(opened.values.text(field::Urgency), u"normal"_qs);
        QCOMPARE(opened.values[field::Grid].value<Id>(), Id::named("grid"));
        QCOMPARE(opened.values.number(field::HappenedAt), m_around.now);
        QCOMPARE(opened.starts.size(), 3);
        QCOMPARE(opened.starts.constFirst().due_ms, m_around.now + 30 * 60'000);
    }

    void zeroZeroIsNoPlace()
    {
        const auto opened = find<TicketOpened>(open({{field::Kind, u"repair"_qs},
            {field::Title, u"漏水"_qs}, {field::Lon, 0.0}, {field::Lat, 0.0}}));
        QVERIFY(!opened.values.has(field::Lon) && !opened.values.has(field::Lat));
    }

    void aNewCallerGetsAFileAndAKnownOneKeepsHis()
    {
        const Values matter{{field::Kind, u"repair"_qs}, {field::Title, u"漏水"_qs}};
        CustomerDraft caller;
        caller.name = u"张三"_qs;
        caller.phone = u"13800000001"_qs;
        const Decision first = open(matter, caller);
        QCOMPARE(find<RegisterPut>(first).row, Id::named("customer"));
        QCOMPARE(
            find<TicketOpened>(first).values[field::Customer].value<Id>(), Id::named("customer"));

        m_around.customers.insert(caller.phone, Id::named("known"));
        const Decision second = open(matter, caller);
        QCOMPARE(std::get<Events>(second).size(), size_t(1));
        QCOMPARE(
            find<TicketOpened>(second).values[field::Customer].value<Id>(), Id::named("known"));
    }

    void whatIsOverKeepsItsTimesAndRunsNoClock()
    {
        const auto opened = find<TicketOpened>(open(
            {{field::Kind, u"complaint"_qs}, {field::Title, u"路灯"_qs},
                {field::HappenedAt, 1'517'990'400'000LL}, {field::DoneAt, 1'518'000'000'000LL}},
            {}, u"closed"_qs));
        QCOMPARE(opened.state, u"closed"_qs);
        QVERIFY(opened.starts.isEmpty());
        QCOMPARE(opened.values.text(field::Number), u"03A-180207-001"_qs);
        QVERIFY(std::holds_alternative<Refusal>(
            open({{field::Kind, u"complaint"_qs}, {field::Title, u"x"_qs}}, {}, u"done"_qs)));
    }

    void theSameFromTheSameSourceIsRefused()
    {
        m_around.sources.insert(u"9148"_qs, u"03A-180208-001"_qs);
        const Decision decision = open({{field::Kind, u"repair"_qs}, {field::Title, u"漏水"_qs},
            {field::SourceId, u"9148"_qs}});
        QVERIFY(std::get<Refusal>(decision).what.contains(u"03A-180208-001"));
    }

    void theClerkMaySendItStraightToATeam()
    {
        OpenTicket command{.ticket = Id::named("ticket"),
            .values = {{field::Kind, u"repair"_qs}, {field::Title, u"漏水"_qs}}};
        command.dispatch = true;
        command.dispatchValues = {{field::Unit, u"第二维修组"_qs}};
        const auto step = find<StepTaken>(decide(command, m_around));
        QCOMPARE(step.to, u"with_team"_qs);
        QCOMPARE(step.values.text(field::Unit), u"第二维修组"_qs);
    }

    void foundingNeedsANameAnAdministratorAndARealZone()
    {
        FoundCompany command{.name = u"幸福物业"_qs, .login = u"admin"_qs};
        QVERIFY(std::holds_alternative<Events>(decide(command, m_around)));
        command.zone = u"Asia/Atlantis"_qs;
        QCOMPARE(std::get<Refusal>(decide(command, m_around)).field, u"zone"_qs);
        command = {.name = u" "_qs, .login = u"admin"_qs};
        QCOMPARE(std::get<Refusal>(decide(command, m_around)).field, u"name"_qs);
    }
};

QTEST_GUILESS_MAIN(IntakeTest)
#include "intake_test.moc"
