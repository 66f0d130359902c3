// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/notices.h"

#include "domain/workflow.h"
#include "support/seeded_random.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

/// Who is told of what: each deed, the people around the ticket, and what each of them hears.
class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoIsTold_data();
    void whoIsTold();
    void whoDidItIsNotTold();
    void daysGoneByAreNoNews();
    void whoIsOnDutyHearsOfEmergencies();
    void conflictsReachTheirAuthorsAndTheChief();
    void everyRowCanBeReached();

private:
    Id person(const QString &name)
    {
        if (name.isEmpty())
            return {};
        if (!m_people.contains(name))
            m_people.insert(name, Id::fresh(1000, m_random));
        return m_people.value(name);
    }
    Grants grants()
    {
        Grants grants;
        const auto give = [&](const QString &to, const char *role, const Id &grid,
                              const QString &unit) {
            grants.put({Id::fresh(1000, m_random), Register::Grant,
                {{grant::Person, QVariant::fromValue(person(to))},
                    {grant::Role, QString::fromLatin1(role)},
                    {grant::Grid, grid.isNull() ? QVariant() : QVariant::fromValue(grid)},
                    {grant::Unit, unit}}});
        };
        give(u"acting"_s, "chief", grid, {});
        give(u"elsewhere"_s, "chief", Id::fresh(1000, m_random), {});
        give(u"manager"_s, "chief", {}, {}); // for the whole company: nobody's chief in particular
        give(u"leader"_s, "leader", {}, u"一队"_s);
        give(u"other leader"_s, "leader", {}, u"二队"_s);
        return grants;
    }
    /// Everybody around a ticket who is told, with the words for each.
    QMap<QString, QString> told(
        const Event &event, const Values &ticket, const QString &former, qint64 at_ms = 1000)
    {
        const Grants given = grants();
        QMap<QString, QString> heard;
        for (const QString &name :
            {u"chief"_s, u"acting"_s, u"elsewhere"_s, u"manager"_s, u"leader"_s, u"other leader"_s,
                u"taker"_s, u"worker"_s, u"before"_s, u"clerk"_s}) {
            const NoticeScene scene{
                u"repair/1"_s, ticket, person(former), person(u"chief"_s), given, at_ms, {}};
            if (const NoticeRule *rule = noticeFor(person(name), event, scene))
                heard.insert(name, QString::fromLatin1(rule->words));
        }
        return heard;
    }
    Values ticketOf(const QString &assignee, const QString &unit = {})
    {
        return {{field::Grid, QVariant::fromValue(grid)}, {field::Unit, unit},
            {field::FirstReceiver, QVariant::fromValue(person(u"taker"_s))},
            {field::Assignee,
                assignee.isEmpty() ? QVariant() : QVariant::fromValue(person(assignee))}};
    }
    StepTaken step(const QString &action, const QString &to, const Values &values = {})
    {
        return {{}, action, to, 1, person(u"clerk"_s), 1000, values, {}, {}};
    }

    support::SeededRandom m_random;
    QHash<QString, Id> m_people;
    const Id grid = Id::fresh(1000, m_random);
};

void NoticesTest::whoIsTold_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("assigns");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("former");
    QTest::addColumn<QString>("heard"); // who: words; …
    const auto row = [](const char *name, const char *action, const char *to, const char *assigns,
                         const char *unit, const char *former, const char *heard) {
        QTest::newRow(name) << QString::fromUtf8(action) << QString::fromUtf8(to)
                            << QString::fromUtf8(assigns) << QString::fromUtf8(unit)
                            << QString::fromUtf8(former) << QString::fromUtf8(heard);
    };
    // clang-format off
    row("assigned",          "dispatch", "with_team", "worker", "",    "",       "taker: What you took in was sent on; worker: Assigned to you");
    row("to a team",         "dispatch", "with_team", "",       "一队", "",       "leader: Sent to your team; taker: What you took in was sent on");
    row("from one to other", "dispatch", "with_team", "worker", "",    "before", "before: No longer yours: assigned to somebody else; taker: What you took in was sent on; worker: Assigned to you");
    row("to the same again", "dispatch", "with_team", "worker", "",    "worker", "taker: What you took in was sent on; worker: Assigned to you");
    row("sent back",         "visit",    "with_team", "",       "",    "",       "acting: The customer is dissatisfied: the work begins again; chief: The customer is dissatisfied: the work begins again");
    row("visited",           "visit",    "closed",    "",       "",    "",       "");
    row("cancelled",         "cancel",   "cancelled", "",       "",    "",       "taker: What you took in was cancelled");
    row("a note",            "note",     "received",  "",       "",    "",       "");
    row("accepted",          "accept",   "with_chief", "",      "",    "",       "");
    // clang-format on
}

void NoticesTest::whoIsTold()
{
    QFETCH(QString, action);
    QFETCH(QString, to);
    QFETCH(QString, assigns);
    QFETCH(QString, unit);
    QFETCH(QString, former);
    Values values;
    if (!assigns.isEmpty())
        values.set(field::Assignee, QVariant::fromValue(person(assigns)));
    values.set(field::Unit, unit);
    const auto heard = told(step(action, to, values), ticketOf({}), former);
    QStringList all;
    for (auto each = heard.cbegin(); each != heard.cend(); ++each)
        all << each.key() + u": "_s + each.value();
    QTEST(all.join(u"; "), "heard");
}

void NoticesTest::whoDidItIsNotTold()
{
    Values values{{field::Assignee, QVariant::fromValue(person(u"clerk"_s))}};
    QVERIFY(
        !told(step(u"dispatch"_s, u"with_team"_s, values), ticketOf({}), {}).contains(u"clerk"_s));
}

void NoticesTest::daysGoneByAreNoNews()
{
    const TicketOpened opened{
        {}, u"repair/1"_s, u"received"_s, person(u"taker"_s), 1000, ticketOf({}), {}};
    QCOMPARE(told(opened, ticketOf({}), {}).value(u"chief"_s), u"New in your grid"_s);
    QCOMPARE(told(opened, ticketOf({}), {}).keys(), QStringList({u"acting"_s, u"chief"_s}));
    Values urgent = ticketOf({});
    urgent.set(field::Urgency, u"emergency"_s);
    QCOMPARE(told(opened, urgent, {}).value(u"acting"_s), u"Emergency in your grid"_s);
    // Typed in from paper two days later, or imported when it was long over.
    constexpr qint64 twoDays_ms = 2 * 24 * 3600'000LL;
    QVERIFY(told(opened, ticketOf({}), {}, twoDays_ms).isEmpty());
    TicketOpened over = opened;
    over.state = u"closed"_s;
    QVERIFY(told(over, ticketOf({}), {}).isEmpty());
}

void NoticesTest::whoIsOnDutyHearsOfEmergencies()
{
    const Grants given = grants();
    const TicketOpened opened{
        {}, u"repair/1"_s, u"with_team"_s, person(u"taker"_s), 1000, ticketOf({}), {}};
    const Id worker = person(u"worker"_s), chief = person(u"chief"_s);
    const auto hears = [&](const Id &who, const Values &ticket, bool isOnDuty) {
        NoticeScene scene{u"repair/1"_s, ticket, {}, chief, given, 1000, {}};
        if (isOnDuty)
            scene.isOnDuty = [&who](const Id &asked) { return asked == who; };
        const NoticeRule *rule = noticeFor(who, opened, scene);
        return rule ? QString::fromLatin1(rule->words) : QString();
    };
    Values urgent = ticketOf({});
    urgent.set(field::Urgency, u"emergency"_s);
    QCOMPARE(hears(worker, urgent, true), u"Emergency: you are on duty"_s);
    QCOMPARE(hears(worker, urgent, false), QString());
    QCOMPARE(hears(worker, ticketOf({}), true), QString());
    // One notice is enough for a chief who is on duty.
    QCOMPARE(hears(chief, urgent, true), u"Emergency in your grid"_s);
    QCOMPARE(toldBy("duty"), Told::OnDuty);
}

void NoticesTest::conflictsReachTheirAuthorsAndTheChief()
{
    const Grants given = grants();
    const Values ticket = ticketOf({});
    const NoticeScene scene{u"repair/1"_s, ticket, {}, person(u"chief"_s), given, 1000,
        {person(u"clerk"_s), person(u"worker"_s)}};
    const auto words = [&](const char *who, const char *deed) {
        const NoticeRule *rule =
            noticeFor(person(QString::fromLatin1(who)), QLatin1StringView(deed), scene);
        return rule ? QString::fromLatin1(rule->words) : QString();
    };
    QCOMPARE(words("chief", deed::differ), u"Two desks differ in your grid"_s);
    QCOMPARE(words("clerk", deed::differ), u"Another desk recorded something else than you"_s);
    QCOMPARE(words("worker", deed::noEffect), u"What you recorded had no effect"_s);
    QCOMPARE(words("worker", deed::settled), u"A conflict of yours was settled"_s);
    QCOMPARE(words("elsewhere", deed::differ), QString());
    QCOMPARE(words("taker", deed::settled), QString());
}

/// A row about an action that no workflow has would never be read.
void NoticesTest::everyRowCanBeReached()
{
    for (const NoticeRule &rule : noticeRules()) {
        const QLatin1StringView deed(rule.deed);
        const bool isOwn = deed == QLatin1StringView(deed::open)
            || deed == QLatin1StringView(deed::differ) || deed == QLatin1StringView(deed::noEffect)
            || deed == QLatin1StringView(deed::settled) || deed == QLatin1StringView(deed::soon)
            || deed == QLatin1StringView(deed::late);
        const bool isAction = std::ranges::any_of(allWorkflows(),
            [deed](const WorkflowSpec &workflow) { return workflow.findAction(deed) != nullptr; });
        QVERIFY2(isOwn || isAction, rule.deed);
        QVERIFY(!rule.text().isEmpty());
    }
    QVERIFY(!mayBeTold(step(u"note"_s, {})));
    QVERIFY(mayBeTold(step(u"dispatch"_s, {})));
    QVERIFY(mayBeTold(Settled{}));
}

QTEST_GUILESS_MAIN(NoticesTest)

#include "notices_test.moc"
