// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_surroundings.h"

#include "domain/desks.h"
#include "domain/fold.h"

#include <QTest>

using namespace domain;
using namespace support;
using namespace Qt::StringLiterals;

namespace
{

const Id firm = Id::named("company"), upstairs = Id::named("upstairs"), gone = Id::named("gone");

QString outcomeOf(const Decision &decision)
{
    const auto *refusal = std::get_if<Refusal>(&decision);
    return refusal ? refusal->field + u": "_s + refusal->what : u"done"_s;
}

/// A company that works by rules 1, at a desk whose program knows 2.
class Company : public FakeSurroundings
{
public:
    explicit Company(const char *role = "administrator")
    {
        isSigned = true;
        worksBy = {1, 2};
        given.put({Id::named("grant"), Register::Grant,
            {{grant::Person, QVariant::fromValue(me)}, {grant::Role, QString::fromLatin1(role)}}});
        put({firm, Register::Company, {{company::Name, u"幸福物业"_s}}});
        putDesk(here, u"前台"_s, 2);
        putDesk(upstairs, u"二楼"_s, 2);
    }
    void put(const RegisterRow &row)
    {
        rows.insert(row.id, row);
        filed.insert(row.id, {row.reg, {}});
    }
    void putDesk(const Id &id, const QString &name, qint64 rules)
    {
        put({id, Register::Desk,
            {{desk::Name, name}, {desk::Prefix, u"02"_s}, {desk::PublicKey, QByteArray(32, 'k')},
                {desk::Rules, rules}}});
    }
    QString activate(qint64 rules) const
    {
        return outcomeOf(decide(ActivateRules{firm, rules}, *this));
    }
};

} // namespace

/// By which rules a company works, and who can follow.
class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableIsWhole();
    void everyKindOfEventSaysSinceWhen();
    void nothingIsDecidedThatCameLater();
    void rulesAreActivatedOnceEverybodyFollows();
    void onlyAnAdministratorActivatesUnderSignature();
    void rulesAreNotTypedInAndNeverGoBack();
    void aDeskSpeaksForItselfAlone();
    void tooOldAProgramIsToldWhatToDo();
};

void RulesTest::theTableIsWhole()
{
    qint64 number = 0;
    for (const RulesSpec &rules : releasedRules()) {
        QCOMPARE(rules.number, ++number);
        QVERIFY(!rules.bringsText().isEmpty());
    }
    QCOMPARE(number, newestRules);
}

void RulesTest::everyKindOfEventSaysSinceWhen()
{
    const Events events{TicketOpened(), StepTaken(), RegisterPut(), RegisterRemoved(), Looked(),
        Erased(), Settled(), StockMoved()};
    QCOMPARE(events.size() + 1, std::variant_size_v<Event>);
    for (const Event &event : events) {
        QVERIFY(sinceRules(event) >= firstRules);
        QVERIFY(sinceRules(event) <= newestRules);
    }
    for (const RegisterSpec &spec : allRegisters())
        QVERIFY(spec.since >= firstRules && spec.since <= newestRules);
    QVERIFY(sinceRules(UnknownEvent{200, {}}) > newestRules);
}

/// Before the first rules there was nothing, so everything is later than that: whichever way it is decided, it is refused.
void RulesTest::nothingIsDecidedThatCameLater()
{
    Company around;
    around.worksBy = {firstRules - 1, newestRules};
    const QVector<Decision> decisions{decide(PutRow{Register::Grid, Id::named("grid"),
                                                 {{grid::Code, u"1"_s}, {grid::Name, u"一"_s}}, {}},
                                          around),
        decide(OpenTicket{.ticket = Id::named("ticket"),
                   .values = {{field::Kind, u"repair"_s}, {field::Title, u"漏水"_s}}},
            around),
        decide(RemoveRow{Register::Company, firm}, around),
        decide(RevokeDesk{upstairs, {}}, around), decide(LookAt{}, nullptr, around)};
    for (const Decision &decision : decisions)
        QVERIFY(std::holds_alternative<Refusal>(decision));
    QVERIFY(outcomeOf(decisions[0]).contains(u"came with rules 1"));
}

void RulesTest::rulesAreActivatedOnceEverybodyFollows()
{
    Company around;
    QCOMPARE(around.activate(2), u"done"_s);
    QVERIFY(around.activate(3).contains(u"doesn't know rules 3"));
    QVERIFY(around.activate(1).contains(u"by rules 1 already"));
    around.putDesk(upstairs, u"二楼"_s, 0);
    QCOMPARE(around.activate(2), u"rules: Not every desk follows rules 2 yet: \"二楼\" (02)."_s);
    // Whoever is shut out, was never let in, or is gone holds nobody up.
    around.rows[upstairs].values.set(desk::Revoked, 1);
    QCOMPARE(around.activate(2), u"done"_s);
    around.putDesk(gone, u"旧"_s, 1);
    around.rows[gone].values.remove(desk::PublicKey);
    QCOMPARE(around.activate(2), u"done"_s);
    around.worksBy.active = 2;
    QVERIFY(around.activate(2).contains(u"by rules 2 already"));
}

void RulesTest::onlyAnAdministratorActivatesUnderSignature()
{
    Company around;
    const Decision decision = decide(ActivateRules{firm, 2}, around);
    QVERIFY(needSignature(std::get<Events>(decision)));
    around.isSigned = false;
    QVERIFY(around.activate(2) != u"done");
    QVERIFY(Company("manager").activate(2) != u"done");
    QVERIFY(Company("clerk").activate(2) != u"done");
}

void RulesTest::rulesAreNotTypedInAndNeverGoBack()
{
    Company around;
    const PutRow typed{Register::Company, firm, {{company::Rules, 2}}, {}};
    QVERIFY(outcomeOf(decide(typed, around)).startsWith(u"rules: "));
    const PutRow cleared{Register::Company, firm, {}, {company::Rules}};
    QVERIFY(outcomeOf(decide(cleared, around)).startsWith(u"rules: "));

    RegisterRow row = around.rows[firm];
    for (qint64 rules : {3, 2})
        fold(row, RegisterPut{firm, Register::Company, {{company::Rules, rules}}, {}});
    fold(row, RegisterPut{firm, Register::Company, {}, {company::Rules}});
    QCOMPARE(row.values.number(company::Rules), 3);
}

void RulesTest::aDeskSpeaksForItselfAlone()
{
    Company around;
    const Standing standing{around.given, [](const Id &) { return nullptr; },
        [&around](const Id &id) { return around.findRow(id); }};
    const auto says = [&](const Id &about, const Values &values) {
        const Events events{RegisterPut{about, Register::Desk, values, {}}};
        return !judge(events, {{}, around.now, false, {}, around.here}, standing);
    };
    QVERIFY(says(around.here, {{desk::Rules, 2}}));
    QVERIFY(says(around.here, {{desk::Letter, u"B"_s}, {desk::Rules, 1}}));
    QVERIFY(!says(upstairs, {{desk::Rules, 2}}));
    QVERIFY(!says(upstairs, {{desk::Letter, u"B"_s}}));
    QVERIFY(!says(around.here, {{desk::Rules, 2}, {desk::Scope, u"company"_s}}));
    QVERIFY(!says(around.here, {}));
}

void RulesTest::tooOldAProgramIsToldWhatToDo()
{
    QVERIFY(!refusalOf(RulesHere{1, 1}));
    QVERIFY(!refusalOf(RulesHere{1, 2}));
    const auto refusal = refusalOf(RulesHere{2, 1});
    QVERIFY(refusal && refusal->what.contains(u"too old") && refusal->advice.contains(u"Update"));
    QCOMPARE((RulesHere{2, 1}.written()), 1);
    QCOMPARE((RulesHere{1, 2}.written()), 1);
}

QTEST_GUILESS_MAIN(RulesTest)
#include "rules_test.moc"
