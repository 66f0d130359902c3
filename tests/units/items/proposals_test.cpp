// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/performers.h"
#include "items/scopes.h"
#include "items_support.h"

#include <QTest>

using namespace domain;
using namespace support;

class ProposalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void performersOfTheGridComeFirst();
    void scopesFindTheirTickets_data();
    void scopesFindTheirTickets();
};

void ProposalsTest::performersOfTheGridComeFirst()
{
    const Id seven = Id::named("grid/07"), nine = Id::named("grid/09");
    const auto person = [](const char *login, const char *role, const Id &grid) {
        return RegisterRow{Id::named(login), Register::Staff,
            {{staff::Login, QString::fromLatin1(login)}, {staff::Role, QString::fromLatin1(role)},
                {staff::Grid, QVariant::fromValue(grid)}}};
    };
    const QVector<RegisterRow> people{person("clerk", "clerk", seven),
        person("member9", "member", nine), person("manager", "manager", nine),
        person("member7", "member", seven)};
    QStringList proposed;
    for (const RegisterRow &row : items::proposePerformers(Member, seven, people))
        proposed << row.values.text(staff::Login);
    QCOMPARE(proposed.join(u' '), QStringLiteral("member7 member9 clerk manager"));
    QVERIFY(items::isUsualFor(Member | Clerk, people.constFirst()));
    QVERIFY(!items::isUsualFor(Member, people.constFirst()));
    QCOMPARE(roleOf(u"nobody"), quint16(0));
    QVERIFY(items::isUsualFor(0xffff, person("admin", "administrator", {})));
}

void ProposalsTest::scopesFindTheirTickets_data()
{
    QTest::addColumn<QString>("scope");
    QTest::addColumn<QString>("titles");
    QTest::newRow("to accept") << "accept"
                               << "a";
    QTest::newRow("mine") << "mine"
                          << "b";
    QTest::newRow("to visit, anonymous ones apart") << "visit"
                                                    << "d";
    QTest::newRow("slips not back after a day") << "unreturned"
                                                << "c";
    QTest::newRow("all") << "all"
                         << "abcde";
    QTest::newRow("unknown") << "nonsense"
                             << "abcde";
}

void ProposalsTest::scopesFindTheirTickets()
{
    QFETCH(QString, scope);
    QFETCH(QString, titles);
    SmallDesk desk;
    const Id zhao =
        desk.addPerson(QStringLiteral("zhao"), u"赵强"_qs, QStringLiteral("technician"));
    desk.open(repair(desk, QStringLiteral("a")));
    desk.act(desk.open(repair(desk, QStringLiteral("b"))), QStringLiteral("dispatch"),
        {{field::Assignee, QVariant::fromValue(zhao)}});
    desk.act(desk.open(repair(desk, QStringLiteral("c"), 30 * 60)), QStringLiteral("dispatch"));
    desk.open(repair(desk, QStringLiteral("d")), {}, QStringLiteral("to_visit"));
    Values anonymous = repair(desk, QStringLiteral("e"));
    anonymous.set(field::Anonymous, true);
    desk.open(anonymous, {}, QStringLiteral("to_visit"));

    const auto query =
        items::queryForScope(scope, {QStringLiteral("zhao"), {}}, desk.clock.now_ms());
    QStringList found;
    for (const store::TicketLine &line : desk.read().findTickets(query))
        found << line.title;
    found.sort();
    QCOMPARE(found.join(QString()), titles);
    QCOMPARE(desk.read().unknownKey(), QString());
}

QTEST_GUILESS_MAIN(ProposalsTest)
#include "proposals_test.moc"
