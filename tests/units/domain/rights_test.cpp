// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/deeds.h"
#include "support/fake_surroundings.h"

#include "domain/account.h"
#include "domain/words.h"

using namespace domain;
using namespace support;

/// Who may do what: every role × every deed × every reach of a grant, through decide; and what grants are.
class RightsTest : public QObject
{
    Q_OBJECT

    const Id m_grid = Id::named("grid 1"), m_otherGrid = Id::named("grid 2");
    const QString m_unit = QStringLiteral("第一维修队"), m_otherUnit = QStringLiteral("第二维修队");

    RegisterRow grantRow(const char *role, Given given) const
    {
        Values values{{grant::Person, QVariant::fromValue(Id::named("person/wang"))},
            {grant::Role, QString::fromLatin1(role)}};
        if (given == Given::SameGrid || given == Given::OtherGrid)
            values.set(
                grant::Grid, QVariant::fromValue(given == Given::SameGrid ? m_grid : m_otherGrid));
        if (given == Given::SameUnit || given == Given::OtherUnit)
            values.set(grant::Unit, given == Given::SameUnit ? m_unit : m_otherUnit);
        return {Id::named("grant"), Register::Grant, values};
    }

    Ticket ticketFor(const QString &kind, const char *state) const
    {
        const WorkflowSpec &workflow = workflowForKind(kind);
        return {.id = Id::named("ticket"),
            .workflow = QString::fromLatin1(workflow.code),
            .values = {{field::Number, QStringLiteral("03A-261120-001")},
                {field::Grid, QVariant::fromValue(m_grid)}, {field::Unit, m_unit}},
            .state = QString::fromLatin1(state)};
    }

    static QVariant anyValue(const FieldSpec &field, const FakeSurroundings &around)
    {
        switch (field.type) {
        case FieldType::Integer:
            return field.id == field::Satisfaction ? 5 : 30;
        case FieldType::Time:
            return around.now;
        case FieldType::Person:
            return QVariant::fromValue(around.people["li"]);
        case FieldType::Outage:
            return QVariant::fromValue(Id::named("outage"));
        case FieldType::VisitPlan:
            return QVariant::fromValue(Id::named("plan"));
        case FieldType::Choice:
            return QString::fromLatin1(wordsOf(field.list).front().code);
        default:
            return QStringLiteral("好");
        }
    }

    /// The decision on a deed done as well as it can be: what is refused then is refused for want of the right.
    Decision decisionOn(const Deed &deed, const FakeSurroundings &around) const
    {
        if (deed.what == Deed::TakeIn) {
            return decide(
                OpenTicket{.ticket = Id::named("new"),
                    .values = {{field::Kind, deed.kind}, {field::Title, QStringLiteral("漏水")}}},
                around);
        }
        if (deed.what == Deed::Keep) {
            Values values;
            for (const FieldSpec &field : registerSpec(deed.reg).fields) {
                if (field.type == FieldType::Grid)
                    values.set(field.id, QVariant::fromValue(m_grid));
                else if (field.type == FieldType::Customer && field.is(Required))
                    values.set(field.id,
                        QVariant::fromValue(Id::named(field.id == 1 ? "customer" : "another")));
                else if (field.is(Required))
                    values.set(field.id, anyValue(field, around));
            }
            if (deed.reg == Register::Standard)
                values.merge({{standard::Clock, QStringLiteral("reply")}, {standard::Minutes, 30}});
            if (deed.reg == Register::Leave)
                values.set(leave::Until, around.now + 1);
            if (deed.reg == Register::Handover)
                values.set(handover::GivenBy, QVariant::fromValue(around.me));
            const Id row = idOfRow(registerSpec(deed.reg), values, Id::named("row"));
            return decide(PutRow{deed.reg, row, values, {}}, around);
        }
        const WorkflowSpec &workflow = workflowForKind(deed.kind);
        const char *state =
            deed.action->from.empty() ? workflow.states.front().code : deed.action->from.front();
        Ticket ticket = ticketFor(deed.kind, state);
        if (*deed.action->after)
            ticket.steps.append({.action = QString::fromLatin1(deed.action->after)});
        if (*deed.action->answers)
            ticket.steps.append({.action = QString::fromLatin1(deed.action->answers),
                .values = {{field::HandTo, QVariant::fromValue(around.people["li"])}}});
        if (const Condition &when = deed.action->when; when.test != Condition::None)
            ticket.values.set(when.field,
                when.test == Condition::Equals ? QString::fromLatin1(when.equals)
                                               : QStringLiteral("好"));
        if (deed.action->reckons)
            ticket.clocks.append({.clock = QStringLiteral("reply"), .basis = {.minutes = 30}});
        Values given;
        for (const FieldUse &use : deed.action->fields) {
            const FieldSpec &field = *ticketFields().find(use.field);
            const bool isPlain = field.type == FieldType::Text || field.type == FieldType::LongText
                || field.type == FieldType::Person || field.type == FieldType::Outage
                || field.id == field::Satisfaction;
            if (use.need == Need::Required || (use.need == Need::OneOf && isPlain))
                given.set(use.field, anyValue(field, around));
        }
        return decide(ticket,
            ActOnTicket{
                ticket.id, QString::fromLatin1(deed.action->code), given, around.people["li"]},
            around);
    }

private Q_SLOTS:
    void theTablesAreKept_data()
    {
        QTest::addColumn<int>("number");
        const auto deeds = allDeeds();
        for (int at = 0; at < int(deeds.size()); ++at)
            QTest::newRow(qPrintable(deeds[size_t(at)].name)) << at;
    }

    void theTablesAreKept()
    {
        QFETCH(int, number);
        const Deed deed = allDeeds()[size_t(number)];
        for (const char *role : roleCodes) {
            for (const Given given : allGiven) {
                FakeSurroundings around;
                around.person(QStringLiteral("li"));
                around.given.put(grantRow(role, given));
                for (const char *customer : {"customer", "another"})
                    around.filed.insert(Id::named(customer), {Register::Customer, {}});
                around.filed.insert(Id::named("outage"), {Register::Outage, {}});
                around.rows.insert(Id::named("plan"),
                    {Id::named("plan"), Register::VisitPlan, {{visit_plan::From, around.now}}});
                around.isSigned = deed.what == Deed::Keep && registerSpec(deed.reg).isSigned;
                if (deed.reg == Register::Roster)
                    around.codes.insert(
                        {Register::Shift, QStringLiteral("好")}, Id::named("shift"));
                const Decision decision = decisionOn(deed, around);
                const auto *refusal = std::get_if<Refusal>(&decision);
                const QByteArray place = QByteArray(role) + " " + QByteArray::number(int(given));
                QVERIFY2((refusal == nullptr) == isPromised(deed, role, given),
                    place + (refusal ? refusal->text().toUtf8() : QByteArray(" accepted")));
            }
        }
    }

    /// The table itself, where a slip in it would hurt.
    void theTablesSayWhatTheCompanyMeans_data()
    {
        QTest::addColumn<QString>("deed");
        QTest::addColumn<QString>("roles");
        QTest::newRow("approval") << "repair approve"
                                  << "chief manager administrator";
        QTest::newRow("staff") << "keep staff"
                               << "manager administrator";
        QTest::newRow("company") << "keep company"
                                 << "administrator";
        QTest::newRow("visit") << "repair visit"
                               << "clerk chief supervisor administrator";
        QTest::newRow("finish") << "repair finish"
                                << "clerk chief technician leader administrator";
    }

    void theTablesSayWhatTheCompanyMeans()
    {
        QFETCH(QString, deed);
        QFETCH(QString, roles);
        for (const Deed &one : allDeeds()) {
            if (one.name != deed)
                continue;
            QStringList words;
            for (const char *role : roleCodes) {
                if (one.roles & roleOf(role))
                    words << QString::fromLatin1(role);
            }
            QCOMPARE(words.join(u' '), roles);
            return;
        }
        QFAIL("there is no such deed");
    }

    void whoWorksOnItKeepsIt()
    {
        FakeSurroundings around;
        around.given.put(grantRow("technician", Given::OtherUnit));
        Ticket ticket = ticketFor(QStringLiteral("repair"), "with_team");
        const ActOnTicket arrive{ticket.id, QStringLiteral("arrive")};
        QVERIFY(std::holds_alternative<Refusal>(decide(ticket, arrive, around)));
        ticket.values.set(field::Assignee, QVariant::fromValue(around.me));
        QVERIFY(std::holds_alternative<Events>(decide(ticket, arrive, around)));
    }

    void aGrantHasItsDays_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("until");
        QTest::addColumn<bool>("counts");
        QTest::newRow("always") << 0LL << 0LL << true;
        QTest::newRow("from tomorrow") << 1'000LL << 0LL << false;
        QTest::newRow("until now") << -1'000LL << 0LL << true;
        QTest::newRow("over") << -2'000LL << -1'000LL << false;
        QTest::newRow("acting today") << -1'000LL << 1'000LL << true;
    }

    void aGrantHasItsDays()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, until);
        FakeSurroundings around;
        RegisterRow row = grantRow("chief", Given::Company);
        if (from)
            row.values.set(grant::From, around.now + from);
        if (until)
            row.values.set(grant::Until, around.now + until);
        around.given.put(row);
        const Ticket ticket = ticketFor(QStringLiteral("repair"), "received");
        const Decision decision =
            decide(ticket, ActOnTicket{ticket.id, QStringLiteral("accept")}, around);
        QTEST(std::holds_alternative<Events>(decision), "counts");
    }

    void aRevocationPinsACut()
    {
        const Id feed = Id::named("feed");
        Reach reach;
        reach.set(feed, 7);
        reach.set(Id::named("another"), 3);
        RegisterRow row = grantRow("chief", Given::Company);
        row.values.set(grant::Revoked, qint64(1));
        row.values.set(grant::Reach, reach.toBytes());
        const Grant grant = grantFrom(row);
        QVERIFY(grant.holdsFor(0, {feed, 7}));
        QVERIFY(!grant.holdsFor(0, {feed, 8}));
        QVERIFY(!grant.holdsFor(0, {Id::named("unknown"), 1}));
        QVERIFY(!grant.holdsFor(0, {}));
        QCOMPARE(Reach::fromBytes(reach.toBytes()).toBytes(), reach.toBytes());
        QVERIFY(!Reach::fromBytes(reach.toBytes().chopped(1)).holds({feed, 7}));
    }

    void thePostBringsItsRight()
    {
        FakeSurroundings around;
        around.isSigned = true;
        around.given.put(grantRow("administrator", Given::Company));
        const Id zhao = Id::named("zhao");
        PutRow post{Register::Staff, zhao,
            {{staff::Login, QStringLiteral("zhao")}, {staff::Name, QStringLiteral("赵强")},
                {staff::Role, QStringLiteral("technician")}, {staff::Team, m_unit},
                {staff::Grid, QVariant::fromValue(m_grid)}},
            {}};
        Decision decision = decide(post, around);
        QVERIFY(std::holds_alternative<Events>(decision));
        const auto first = std::get<RegisterPut>(std::get<Events>(decision).back());
        const Grant technician = grantFrom({first.row, first.reg, first.values});
        QCOMPARE(technician.role, quint16(Technician));
        QCOMPARE(technician.unit, m_unit);
        QVERIFY(technician.grid.isNull());

        // The next post takes the first one's right away.
        around.given.put({first.row, first.reg, first.values});
        around.people.insert(QStringLiteral("zhao"), zhao);
        around.rows.insert(zhao, {zhao, Register::Staff, post.values});
        around.now += 1'000;
        decision = decide(
            PutRow{Register::Staff, zhao, {{staff::Role, QStringLiteral("chief")}}, {}}, around);
        const Events &events = std::get<Events>(decision);
        QCOMPARE(events.size(), size_t(3));
        const auto &revoked = std::get<RegisterPut>(events[1]);
        QCOMPARE(revoked.row, first.row);
        QVERIFY(revoked.values.has(grant::Revoked));
        const auto &chief = std::get<RegisterPut>(events[2]);
        QCOMPARE(chief.values.text(grant::Role), QStringLiteral("chief"));
        QCOMPARE(chief.values[grant::Grid].value<Id>(), m_grid);

        // What the post doesn't depend on leaves the right as it is.
        decision = decide(
            PutRow{Register::Staff, zhao, {{staff::Phone, QStringLiteral("8801")}}, {}}, around);
        QCOMPARE(std::get<Events>(decision).size(), size_t(1));
    }

    void rightsAreGivenUnderSignature()
    {
        FakeSurroundings around;
        around.given.put(grantRow("administrator", Given::Company));
        const GrantRole command{Id::named("g"), around.me, QStringLiteral("clerk")};
        QVERIFY(std::holds_alternative<Refusal>(decide(command, around)));
        around.isSigned = true;
        QVERIFY(std::holds_alternative<Events>(decide(command, around)));
    }

    void theLastAdministratorStays()
    {
        FakeSurroundings around;
        around.isSigned = true;
        const RegisterRow row = grantRow("administrator", Given::Company);
        around.given.put(row);
        around.rows.insert(row.id, row);
        QVERIFY(std::holds_alternative<Refusal>(decide(RevokeGrant{row.id, {}}, around)));
        // Nor by another post, nor by leaving the staff.
        RegisterRow ofPost = row;
        ofPost.values.set(grant::OfPost, true);
        around.given.put(ofPost);
        around.rows.insert(row.id, ofPost);
        around.rows.insert(around.me,
            {around.me, Register::Staff, {{staff::Role, QStringLiteral("administrator")}}});
        QVERIFY(std::holds_alternative<Refusal>(
            decide(PutRow{Register::Staff, around.me, {{staff::Role, QStringLiteral("clerk")}}, {}},
                around)));
        QVERIFY(
            std::holds_alternative<Refusal>(decide(RemoveRow{Register::Staff, around.me}, around)));
        RegisterRow second = row;
        second.id = Id::named("second");
        second.values.set(grant::Person, QVariant::fromValue(Id::named("person/li")));
        around.given.put(second);
        QVERIFY(std::holds_alternative<Events>(decide(RevokeGrant{row.id, {}}, around)));
    }

    void aPasswordIsOnesOwn()
    {
        FakeSurroundings around;
        around.given.put(grantRow("clerk", Given::Company));
        const Id li = around.person(QStringLiteral("li"));
        const Values first{{account::PublicKey, QByteArray(32, 'a')},
            {account::Salt, QByteArray(16, 's')}, {account::Wrapped, QByteArray(72, 'w')},
            {account::Operations, 1}, {account::Memory, 8}};
        QVERIFY(std::holds_alternative<Events>(decide(PutAccount{around.me, first}, around)));
        QVERIFY(std::holds_alternative<Refusal>(decide(PutAccount{li, first}, around)));

        const Id account = accountOf(around.me);
        around.rows.insert(account, {account, Register::Account, first});
        QVERIFY2(std::holds_alternative<Refusal>(decide(PutAccount{around.me, first}, around)),
            "a later password wants the signature of the same key");
        around.isSigned = true;
        QVERIFY(std::holds_alternative<Events>(decide(PutAccount{around.me, first}, around)));
        Values another = first;
        another.set(account::PublicKey, QByteArray(32, 'b'));
        QVERIFY(std::holds_alternative<Refusal>(decide(PutAccount{around.me, another}, around)));
    }
};

QTEST_APPLESS_MAIN(RightsTest)
#include "rights_test.moc"
