// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_surroundings.h"

#include "domain/duplicates.h"
#include "domain/personal_numbers.h"
#include "domain/register_rules.h"
#include "domain/words.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

/// What is kept of a customer, which files may be merged, and which are likely of one person.
class CustomerRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersAreKeptInOneWay();
    void groupsAreKeptInTheListsOrder_data();
    void groupsAreKeptInTheListsOrder();
    void aFirmsCreditCodeIsChecked_data();
    void aFirmsCreditCodeIsChecked();
    void oddNumbersAreWarnedOfByDeclaration();
    void mergingIsRefusedWhereItLeadsNowhere();
    void aRowStaysWithItsCustomer();
    void aFileWithBusinessStays();
    void aFileGoesWithItsPremises();
    void theSameJudgementIsOneRow();
    void namesAreCompared_data();
    void namesAreCompared();
    void addressesAreCompared_data();
    void addressesAreCompared();
    void duplicatesAreFound_data();
    void duplicatesAreFound();
    void aCrowdsNumberSaysNothing();
    void manyAreJoinedNotCompared();

private:
    Id customer(const char *name, const Id &mergedInto = {})
    {
        const Id id = Id::named(name);
        m_around.filed.insert(id, {Register::Customer, mergedInto});
        return id;
    }
    QString refusal(const Decision &decision) const
    {
        const auto *refusal = std::get_if<Refusal>(&decision);
        return refusal ? refusal->what : QString();
    }

    support::FakeSurroundings m_around;
};

void CustomerRulesTest::numbersAreKeptInOneWay()
{
    const RegisterSpec &members = registerSpec(Register::Contact);
    QCOMPARE(asKept(members, {{contact::Phone, u"138 0000-1234"_s}}).text(contact::Phone),
        u"13800001234"_s);
    const RegisterSpec &customers = registerSpec(Register::Customer);
    QCOMPARE(asKept(customers, {{customer::IdNumber, u"110105 19491231 002x"_s}})
                 .text(customer::IdNumber),
        u"11010519491231002X"_s);
    // Words in place of a number are nobody's to change.
    QCOMPARE(asKept(customers, {{customer::Phone, u"转 8001 找王师傅"_s}}).text(customer::Phone),
        u"转 8001 找王师傅"_s);
}

void CustomerRulesTest::groupsAreKeptInTheListsOrder_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    QTest::newRow("codes") << u"key_user,elderly_alone"_s << u"elderly_alone,key_user"_s;
    QTest::newRow("a company's words") << u"低保户、独居老人"_s << u"elderly_alone,low_income"_s;
    QTest::newRow("own words behind") << u"文明户；用电医疗设备"_s << u"medical_power,文明户"_s;
    QTest::newRow("twice") << u"低保，低保户, 文明户、文明户"_s << u"low_income,文明户"_s;
    QTest::newRow("nothing") << u" ， "_s << QString();
}

void CustomerRulesTest::groupsAreKeptInTheListsOrder()
{
    QFETCH(QString, typed);
    QTEST(severalTogether(List::CustomerGroup, severalOf(typed)), "kept");
}

void CustomerRulesTest::aFirmsCreditCodeIsChecked_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("odd");
    QTest::newRow("a right one") << u"91350100M000100Y43"_s << false;
    QTest::newRow("blanks, small letters") << u"91350100 m000100y43"_s << false;
    QTest::newRow("mistyped") << u"91350100M000100Y53"_s << true;
    QTest::newRow("a letter that there is not") << u"9135010OM000100Y43"_s << true;
    QTest::newRow("too short") << u"91350100M000100Y4"_s << true;
    QTest::newRow("nothing") << QString() << false;
}

void CustomerRulesTest::aFirmsCreditCodeIsChecked()
{
    QFETCH(QString, code);
    QFETCH(bool, odd);
    QCOMPARE(!oddityOfCreditCode(code).isEmpty(), odd);
}

void CustomerRulesTest::oddNumbersAreWarnedOfByDeclaration()
{
    const auto odd = odditiesOf(registerSpec(Register::Customer),
        {{customer::Phone, u"1380000123"_s}, {customer::IdNumber, u"11010519491231003X"_s}});
    QCOMPARE(odd.size(), 2);
    QCOMPARE(odd[0].field, customer::Phone);
    QCOMPARE(odd[1].field, customer::IdNumber);
    const Values firm{{customer::Kind, u"firm"_s}, {customer::IdNumber, u"91350100M000100Y43"_s}};
    QVERIFY(odditiesOf(registerSpec(Register::Customer), firm).isEmpty());
    // And they are saved all the same.
    const Id row = Id::named("odd");
    const Decision decision =
        decide(PutRow{Register::Customer, row, {{customer::Phone, u"1380000123"_s}}, {}}, m_around);
    QVERIFY(std::holds_alternative<Events>(decision));
}

void CustomerRulesTest::mergingIsRefusedWhereItLeadsNowhere()
{
    const Id zhang = customer("zhang"), same = customer("same"), third = customer("third", zhang);
    QVERIFY(refusal(decide(mergedInto(same, zhang, {}), m_around)).isEmpty());
    QVERIFY(!refusal(decide(mergedInto(zhang, zhang, {}), m_around)).isEmpty());
    QVERIFY(!refusal(decide(mergedInto(zhang, Id::named("nobody"), {}), m_around)).isEmpty());
    // third goes on as zhang: zhang can't go on as third, nor third as anybody else.
    QVERIFY(!refusal(decide(mergedInto(zhang, third, {}), m_around)).isEmpty());
    QVERIFY(!refusal(decide(mergedInto(third, same, {}), m_around)).isEmpty());
    QVERIFY(refusal(decide(parted(third), m_around)).isEmpty());
    // Through a chain, too.
    const Id fourth = customer("fourth", third);
    QVERIFY(!refusal(decide(mergedInto(zhang, fourth, {}), m_around)).isEmpty());
    QCOMPARE(survivorOf(fourth, m_around), zhang);
}

void CustomerRulesTest::aRowStaysWithItsCustomer()
{
    const Id zhang = customer("zhang2"), li = customer("li");
    const Id home = Id::named("home");
    const auto moved = [&](const Id &to) {
        return PutRow{Register::Premises, home,
            {{premises::Customer, QVariant::fromValue(to)}, {premises::Address, u"3栋501"_s}}, {}};
    };
    QVERIFY(refusal(decide(moved(zhang), m_around)).isEmpty());
    m_around.filed.insert(home, {Register::Premises, zhang});
    QVERIFY(refusal(decide(moved(zhang), m_around)).isEmpty());
    QVERIFY(!refusal(decide(moved(li), m_around)).isEmpty());
    const PutRow nobodys{
        Register::Premises, Id::named("nowhere"), {{premises::Address, u"x"_s}}, {}};
    QVERIFY(!refusal(decide(nobodys, m_around)).isEmpty());
}

void CustomerRulesTest::aFileWithBusinessStays()
{
    const Id zhang = customer("zhang3");
    m_around.tickets.insert(zhang, 2);
    QVERIFY(refusal(decide(RemoveRow{Register::Customer, zhang}, m_around)).contains(u'2'));
    const Id other = customer("other");
    customer("merged", other);
    QVERIFY(!refusal(decide(RemoveRow{Register::Customer, other}, m_around)).isEmpty());
}

void CustomerRulesTest::aFileGoesWithItsPremises()
{
    const Id zhang = customer("zhang4");
    m_around.filed.insert(Id::named("home4"), {Register::Premises, zhang});
    m_around.filed.insert(Id::named("son4"), {Register::Contact, zhang});
    const Decision decision = decide(RemoveRow{Register::Customer, zhang}, m_around);
    const auto &events = std::get<Events>(decision);
    QCOMPARE(events.size(), size_t(3));
    QCOMPARE(subjectOf(events.back()), zhang);
}

void CustomerRulesTest::theSameJudgementIsOneRow()
{
    const Id one = customer("one"), other = customer("two");
    QCOMPARE(judgedDistinct(one, other, {}).row, judgedDistinct(other, one, {}).row);
    QVERIFY(!refusal(decide(judgedDistinct(one, one, {}), m_around)).isEmpty());
}

void CustomerRulesTest::namesAreCompared_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<int>("likeness");
    const auto row = [](const char *title, const QString &one, const QString &other,
                         NameLikeness likeness) {
        QTest::newRow(title) << one << other << int(likeness);
    };
    row("the same", u"张伟"_s, u" 张 伟"_s, NameLikeness::Same);
    row("sounds the same", u"张伟"_s, u"章玮"_s, NameLikeness::SoundsSame);
    row("a title", u"王女士"_s, u"王芳"_s, NameLikeness::Alike);
    row("old Wang", u"王建国"_s, u"老王"_s, NameLikeness::Alike);
    row("a part", u"幸福超市"_s, u"幸福超市（二店）"_s, NameLikeness::Alike);
    row("others", u"张伟"_s, u"李娜"_s, NameLikeness::Different);
    row("the same surname", u"张伟"_s, u"张娜"_s, NameLikeness::Different);
    row("nobody", QString(), QString(), NameLikeness::Different);
}

void CustomerRulesTest::namesAreCompared()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QTEST(int(compareNames(one, other)), "likeness");
    QTEST(int(compareNames(other, one)), "likeness");
}

void CustomerRulesTest::addressesAreCompared_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("in words, in dashes")
        << u"幸福小区3栋2单元501"_s << u"幸福小区3-2-501室"_s << true;
    QTest::newRow("full width") << u"幸福小区３号楼２单元５０１"_s << u"幸福小区3栋2单元501室"_s
                                << true;
    QTest::newRow("next door") << u"幸福小区3栋2单元501"_s << u"幸福小区3栋2单元502"_s << false;
    QTest::newRow("digits run together") << u"幸福小区3-25-01"_s << u"幸福小区3-2-501"_s << false;
}

void CustomerRulesTest::addressesAreCompared()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, same);
    QCOMPARE(addressKey(one) == addressKey(other), same);
}

void CustomerRulesTest::duplicatesAreFound_data()
{
    QTest::addColumn<FileFacts>("one");
    QTest::addColumn<FileFacts>("other");
    QTest::addColumn<int>("why");
    QTest::addColumn<int>("likely"); // -1: not proposed
    const QString zhang = u"张伟"_s, phone = u"13800001234"_s, home = u"幸福小区3栋2单元501"_s;
    const auto row = [](const char *title, const FileFacts &one, const FileFacts &other,
                         Samenesses why) {
        QTest::newRow(title) << one << other << int(why) << (why ? int(likenessOf(why)) : -1);
    };
    row("identity number", {1, zhang, {}, u"X1"_s, {}, {}}, {2, u"李娜"_s, {}, u"X1"_s, {}, {}},
        Sameness::Identity);
    row("phone and name", {1, zhang, {phone}, {}, {}, {}}, {2, zhang, {phone}, {}, {}, {}},
        Sameness::Phone);
    row("phone, names alike", {1, u"王女士"_s, {phone}, {}, {}, {}},
        {2, u"王芳"_s, {phone}, {}, {}, {}}, Sameness::PhoneLike);
    row("phone alone is a household's", {1, zhang, {phone}, {}, {}, {}},
        {2, u"李娜"_s, {phone}, {}, {}, {}}, {});
    row("account and name", {1, zhang, {}, {}, {}, {u"5:W1"_s}},
        {2, zhang, {}, {}, {}, {u"5:W1"_s}}, Sameness::Account);
    row("account of a new tenant", {1, zhang, {}, {}, {}, {u"5:W1"_s}},
        {2, u"李娜"_s, {}, {}, {}, {u"5:W1"_s}}, Sameness::AccountOnly);
    row("address and name", {1, zhang, {}, {}, {home}, {}},
        {2, zhang, {}, {}, {u"幸福小区3-2-501室"_s}, {}}, Sameness::Address);
    row("address, sounds the same", {1, zhang, {}, {}, {home}, {}},
        {2, u"章玮"_s, {}, {}, {home}, {}}, Sameness::Address);
    row("an estate is nobody's home", {1, zhang, {}, {}, {u"幸福小区"_s}, {}},
        {2, zhang, {}, {}, {u"幸福小区"_s}, {}}, {});
    row("the name alone", {1, zhang, {}, {}, {}, {}}, {2, zhang, {}, {}, {}, {}}, {});
    row("already one file", {1, zhang, {phone}, {}, {}, {}}, {1, zhang, {phone}, {}, {}, {}}, {});
}

void CustomerRulesTest::duplicatesAreFound()
{
    QFETCH(FileFacts, one);
    QFETCH(FileFacts, other);
    QFETCH(int, why);
    QFETCH(int, likely);
    DuplicateSearch search;
    search.add(one);
    search.add({7, u"欧阳锋"_s, {u"13900005678"_s}, u"Y9"_s, {u"桃花岛1栋101"_s}, {u"5:W9"_s}});
    search.add(other);
    const auto pairs = search.find();
    QCOMPARE(pairs.size(), why ? 1 : 0);
    if (!why)
        return;
    QCOMPARE(pairs[0], (DuplicatePair{1, 2, Samenesses(Sameness(why))}));
    QCOMPARE(int(likenessOf(pairs[0].why)), likely);
    QVERIFY(!samenessWords(pairs[0].why).isEmpty());
}

/// The building site's office phone stands in the files of all who bought there.
void CustomerRulesTest::aCrowdsNumberSaysNothing()
{
    DuplicateSearch search;
    for (qint64 number = 1; number <= DuplicateSearch::crowd + 1; ++number)
        search.add({number, u"张伟"_s, {u"85550000"_s}, {}, {}, {}});
    QVERIFY(search.find().isEmpty());
}

void CustomerRulesTest::manyAreJoinedNotCompared()
{
    DuplicateSearch search;
    for (qint64 number = 1; number <= 20'000; ++number)
        search.add({number, u"张伟"_s, {QString::number(13800000000 + number / 2)}, {}, {}, {}});
    int steps = 0;
    const auto pairs = search.find([&steps](int) { return ++steps > 0; });
    QCOMPARE(pairs.size(), 9999);
    QVERIFY(steps > 2);
    QVERIFY(search.find([](int) { return false; }).isEmpty()); // cancelled
}

QTEST_GUILESS_MAIN(CustomerRulesTest)
#include "customer_rules_test.moc"
