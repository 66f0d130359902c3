// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lived_ticket.h"

#include "domain/defaults.h"
#include "domain/escalation.h"
#include "domain/words.h"

#include <QSet>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 minute_ms = 60'000;

RegisterRow level(const char *name, int minutes, const QString &to, Values values = {})
{
    values.set(escalation::Minutes, qint64(minutes));
    values.set(escalation::To, to);
    return {Id::named(name), Register::Escalation, values, false};
}

} // namespace

/// Who is told when of what is late: by the company's table, the ticket's clocks and the time alone.
class EscalationTest : public QObject
{
    Q_OBJECT

    support::LivedTicket m_lived;
    const EscalationTable m_table{{level("soon", -30, u"assignee,responsible"_s),
        level("late", 0, u"chief"_s), level("later", 240, u"superior"_s),
        level("emergency", 0, u"superior,chief"_s, {{escalation::Urgency, u"emergency"_s}}),
        level("visit", 60, u"supervisor"_s, {{escalation::Clock, u"visit"_s}})}};

    /// What the clock has come to so many minutes after its due time.
    QVector<Escalation> at(const char *clock, int minutes)
    {
        QVector<Escalation> found =
            m_table.reached(m_lived.ticket, m_lived.clock(clock).due_ms + minutes * minute_ms);
        found.removeIf(
            [clock](const Escalation &one) { return one.clock != QLatin1StringView(clock); });
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_lived.around = {};
        QVERIFY(m_lived.take("repair"));
    }

    void levelByLevel()
    {
        QVERIFY(at("complete", -31).isEmpty());
        QCOMPARE(at("complete", -30).size(), 1);
        QCOMPARE(at("complete", -30).first().to, QStringList({u"assignee"_s, u"responsible"_s}));
        QCOMPARE(at("complete", -1).size(), 1);
        QCOMPARE(at("complete", 0).size(), 2);
        QCOMPARE(at("complete", 0).last().to, QStringList{u"chief"_s});
        QCOMPARE(at("complete", 240).last().to, QStringList{u"superior"_s});
        QCOMPARE(
            at("complete", 240).last().at_ms, m_lived.clock("complete").due_ms + 240 * minute_ms);
    }

    /// A warning for which the promise leaves no time is no warning: 30 minutes to accept, warned of 30 minutes before.
    void noWarningAtTheVeryBeginning()
    {
        QVERIFY(at("accept", -1).isEmpty());
        QCOMPARE(at("accept", 0).size(), 1);
    }

    void whatIsStoppedOrRestsIsNotTold()
    {
        QVERIFY(m_lived.act("accept"));
        QVERIFY(at("accept", 600).isEmpty());
        QVERIFY(m_lived.act("suspend", {{field::Reason, u"等待配件"_s}}));
        QVERIFY(at("complete", 600).isEmpty());
        QVERIFY(m_lived.act("resume"));
        QVERIFY(!at("complete", 600).isEmpty());
        QVERIFY(m_lived.act("cancel", {{field::Reason, u"重复"_s}}));
        QVERIFY(at("complete", 600).isEmpty());
    }

    /// Rows that say more count beside those that say less, and each person is named once.
    void rowsThatFitCountTogether()
    {
        QVERIFY(m_lived.take("repair", {{field::Urgency, u"emergency"_s}}));
        const QStringList to = at("arrive", 0).last().to;
        QCOMPARE(QSet<QString>(to.begin(), to.end()), QSet<QString>({u"superior"_s, u"chief"_s}));
        QCOMPARE(to.size(), 2);
    }

    /// The same level of the same clock is one thing on every desk; a promise that was moved is another one.
    void idsFollowFromTheClock()
    {
        const Id before = at("complete", 0).last().id;
        QCOMPARE(at("complete", 10).last().id, before);
        QVERIFY(at("complete", 240).last().id != before);
        QVERIFY(m_lived.act("ask_extension",
            {{field::Until, m_lived.clock("complete").due_ms + 600 * minute_ms},
                {field::Reason, u"配件未到"_s}}));
        m_lived.around.me = m_lived.around.person(u"chen"_s);
        QVERIFY(m_lived.act("grant_extension"));
        QVERIFY(at("complete", 0).last().id != before);
    }

    void aTableThatCannotBeReadHarmsNobody()
    {
        const EscalationTable odd(
            {level("far", 2'000'000'000, u"chief"_s), level("nobody", 0, u"president"_s),
                {Id::named("gone"), Register::Escalation, {{escalation::Minutes, -1000}}, true}});
        QCOMPARE(odd.longestWarning_ms(), 0);
        for (const Escalation &one : odd.reached(m_lived.ticket, 4'000'000'000'000))
            QVERIFY(!toldBy(one.to.constFirst()));
    }

    /// Every code of the list leads to somebody.
    void everybodyOnTheListCanBeTold()
    {
        for (const Word &word : wordsOf(List::EscalateTo))
            QVERIFY2(toldBy(QLatin1StringView(word.code)), word.code);
    }

    void theDefaultsTellOfEveryClock()
    {
        QVector<RegisterRow> rows;
        for (const RegisterPut &put : defaultRows(QTimeZone("Asia/Shanghai")))
            rows.append({put.row, put.reg, put.values, false});
        const EscalationTable table(rows);
        for (const TicketClock &clock : m_lived.ticket.clocks) {
            const auto found = table.reached(m_lived.ticket, clock.due_ms + minute_ms);
            QVERIFY2(std::ranges::any_of(found,
                         [&clock](const Escalation &one) { return one.clock == clock.clock; }),
                qPrintable(clock.clock));
        }
    }
};

QTEST_GUILESS_MAIN(EscalationTest)
#include "escalation_test.moc"
