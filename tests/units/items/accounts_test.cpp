// SPDX-License-Identifier: GPL-3.0-or-later
#include "items_support.h"

#include "domain/words.h"
#include "items/account_model.h"
#include "items/gates.h"
#include "items/grant_model.h"
#include "items/rights_table.h"
#include "items/sign_in_help.h"
#include "support/deeds.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace domain;
using namespace support;
using items::AccountModel;
using items::GrantModel;

class AccountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountsKeepUpWithTheRecord();
    void grantsTellTheirDaysAndWhoGaveThem();
    void theTableSaysWhatIsJudged();
    void gatesOpenByAnyOfTheirKeys();
    void sittersAreThoseWithRights();
    void weakPasswordsAreNoticed();
    void weakPasswordsAreNoticed_data();
};

void AccountsTest::accountsKeepUpWithTheRecord()
{
    SmallDesk desk;
    const Id zhou = desk.addPerson(u"zhou"_qs, u"周敏"_qs, u"clerk"_qs);
    AccountModel accounts(sourceOf(desk));
    const QAbstractItemModelTester tester(
        &accounts, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QObject::connect(&desk.desk(), &Desk::committed, &accounts, &AccountModel::takeIn);
    QTRY_VERIFY(accounts.isComplete());
    QSignalSpy resets(&accounts, &QAbstractItemModel::modelReset);
    const auto logins = [&accounts] {
        QStringList logins;
        for (int row = 0; row < accounts.rowCount(); ++row)
            logins << accounts.index(row, AccountModel::Login).data().toString();
        return logins.join(u' ');
    };
    QCOMPARE(logins(), u"wang zhou"_qs);
    QVERIFY(!accounts.at(1).hasPassword);
    QCOMPARE(accounts.at(1).grants.size(), size_t(1));

    desk.addPerson(u"xu"_qs, u"徐长青"_qs, u"chief"_qs);
    QTRY_COMPARE(logins(), u"wang xu zhou"_qs);
    desk.submit(GrantRole{desk.desk().freshId(), zhou, u"supervisor"_qs});
    QTRY_COMPARE(accounts.at(2).grants.size(), size_t(2));
    desk.desk().setPassword(zhou, u"xingfu2026"_qs, record::PasswordCost::least()).result();
    QTRY_VERIFY(accounts.at(2).hasPassword);
    desk.submit(PutRow{Register::Staff, zhou, {{staff::Login, u"an"_qs}}, {}});
    QTRY_COMPARE(logins(), u"an wang xu"_qs);
    QCOMPARE(accounts.rowOf(zhou), 0);
    desk.submit(RemoveRow{Register::Staff, zhou});
    QTRY_COMPARE(logins(), u"wang xu"_qs);
    QCOMPARE(resets.count(), 0);
}

void AccountsTest::grantsTellTheirDaysAndWhoGaveThem()
{
    SmallDesk desk;
    const Id grid = desk.addGrid(u"07"_qs, u"幸福北"_qs);
    const Id zhou = desk.addPerson(u"zhou"_qs, u"周敏"_qs, u"clerk"_qs);
    const qint64 now_ms = desk.clock.now_ms(), day_ms = 86'400'000;
    desk.submit(GrantRole{
        desk.desk().freshId(), zhou, u"chief"_qs, grid, {}, now_ms + day_ms, now_ms + 9 * day_ms});
    GrantModel grants(desk.read());
    const QAbstractItemModelTester tester(
        &grants, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QObject::connect(&desk.desk(), &Desk::committed, &grants, &GrantModel::takeIn);
    grants.show(zhou);
    QCOMPARE(grants.rowCount(), 2);
    QCOMPARE(grants.at(0).state, GrantModel::State::InForce);
    QVERIFY(grants.at(0).grant.isOfPost);
    QCOMPARE(grants.at(1).state, GrantModel::State::ToCome);
    QCOMPARE(grants.at(1).grid, u"07 幸福北"_qs);
    QCOMPARE(grants.at(1).author, u"王芳"_qs);
    QCOMPARE(grants.at(1).said_ms, now_ms);

    const Id given = desk.desk().freshId();
    desk.submit(GrantRole{given, zhou, u"handler"_qs, {}, u"客户部"_qs});
    QTRY_COMPARE(grants.rowCount(), 3);
    QCOMPARE(grants.at(0).grant.unit, u"客户部"_qs);
    desk.clock.passMinutes(5);
    desk.submit(RevokeGrant{given, u"调岗"_qs});
    QTRY_COMPARE(grants.at(0).state, GrantModel::State::Past);
    QCOMPARE(grants.at(0).reason, u"调岗"_qs);
    QCOMPARE(grants.at(0).revoked_ms, desk.clock.now_ms());
    // Somebody else's grant is not this person's matter.
    const Id other = desk.addPerson(u"xu"_qs, u"徐"_qs, u"clerk"_qs);
    desk.submit(GrantRole{desk.desk().freshId(), other, u"chief"_qs});
    QCOMPARE(grants.rowCount(), 3);
    desk.clock.passMinutes(60 * 24 * 20);
    grants.show(zhou);
    QCOMPARE(grants.at(1).state, GrantModel::State::Past);
    grants.show({});
    QCOMPARE(grants.rowCount(), 0);
}

void AccountsTest::theTableSaysWhatIsJudged()
{
    // Every deed that judging knows stands in the printed table with the same roles.
    const auto rows = items::rightsTable();
    int found = 0;
    for (const Deed &deed : allDeeds()) {
        const QString words = deed.what == Deed::Act
            ? actionWord(deed.action->code)
            : (deed.what == Deed::Keep ? registerSpec(deed.reg).titleText()
                                       : rightSpec(Right::TakeIn).titleText());
        const bool stands = std::ranges::any_of(rows, [&](const items::RightsRow &row) {
            return row.deed == words && quint16(row.roles | row.typists) == deed.roles;
        });
        QVERIFY2(stands, qPrintable(deed.name));
        ++found;
    }
    QVERIFY(found > 25);
}

void AccountsTest::gatesOpenByAnyOfTheirKeys()
{
    SmallDesk desk;
    const Id zhao = desk.addPerson(u"zhao"_qs, u"赵强"_qs, u"technician"_qs);
    const Grants &grants = desk.read().grants();
    const Actor technician = desk.read().actorNow(zhao);
    QVERIFY(items::isOpenTo({}, technician, grants));
    QVERIFY(!items::isOpenTo({.rights = {Right::TakeIn}}, technician, grants));
    QVERIFY(!items::isOpenTo({.registers = {Register::Grant}}, technician, grants));
    QVERIFY(
        items::isOpenTo({.rights = {Right::TakeIn}, .actions = {"arrive"}}, technician, grants));
    QVERIFY(!items::mayActSomewhere("visit", technician, grants));
    QVERIFY(items::mayActSomewhere("visit", desk.read().actorNow(desk.desk().actor()), grants));
    // Before there are rights everything is open.
    QVERIFY(items::isOpenTo({.registers = {Register::Grant}}, technician, Grants()));
}

void AccountsTest::sittersAreThoseWithRights()
{
    SmallDesk desk;
    desk.addPerson(u"zhou"_qs, u"周敏"_qs, u"clerk"_qs);
    desk.addRow(Register::Staff, {{staff::Login, u"new"_qs}, {staff::Name, u"新人"_qs}});
    QStringList logins;
    for (const items::Sitter &sitter : items::findSitters(desk.read()))
        logins << sitter.login;
    QCOMPARE(logins, QStringList({u"wang"_qs, u"zhou"_qs}));
}

void AccountsTest::weakPasswordsAreNoticed_data()
{
    using items::Weakness;
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("weakness");
    const std::pair<QString, Weakness> passwords[] = {{QString(), Weakness::None},
        {u"zhou"_qs, Weakness::OwnName}, {u"Zhou2026!"_qs, Weakness::OwnName},
        {u"周敏123456"_qs, Weakness::OwnName}, {u"aaaaaaaa"_qs, Weakness::OneCharacter},
        {u"水管"_qs, Weakness::Short}, {u"1234567"_qs, Weakness::Short},
        {u"13800001234"_qs, Weakness::DigitsOnly}, {u"修水管的人真辛苦"_qs, Weakness::None},
        {u"k7-pumpe-nord"_qs, Weakness::None}};
    for (const auto &[password, weakness] : passwords)
        QTest::addRow("%s", qPrintable(password)) << password << int(weakness);
}

void AccountsTest::weakPasswordsAreNoticed()
{
    QFETCH(QString, password);
    QFETCH(int, weakness);
    QCOMPARE(int(items::weaknessOf(password, {u"zhou"_qs, u"周敏"_qs})), weakness);
}

QTEST_GUILESS_MAIN(AccountsTest)
#include "accounts_test.moc"
