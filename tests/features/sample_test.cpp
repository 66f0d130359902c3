// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/generator.h"
#include "common/sample_company.h"
#include "domain/ticket_fields.h"
#include "domain/workflow.h"
#include "store/check.h"
#include "support/small_desk.h"

#include <QTest>

using namespace domain;

/// The sample company and the load for tests: made by the same commands as any other ticket, the same every time.
class SampleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStateAndKindIsThere();
    void everyMatterLiesInItsGrid();
    void nobodyIsReal();
    void nothingLiesInTheFuture();
    void isTheSameEveryTime();
    void loadIsTheSameForTheSameSeed();
    void loadUsesWordsAsPeopleDo();

private:
    static QStringList storiesOf(support::SmallDesk &small);
};

QStringList SampleTest::storiesOf(support::SmallDesk &small)
{
    QStringList stories;
    for (qint64 row : small.read().findTicketRows({})) {
        const Ticket ticket = small.read().findTicket(row)->ticket;
        QStringList steps;
        for (const Step &step : ticket.steps)
            steps << step.action + u'@' + QString::number(step.at_ms);
        stories << ticket.values.text(field::Description) + u'|' + steps.join(u',');
    }
    return stories;
}

void SampleTest::everyStateAndKindIsThere()
{
    support::SmallDesk small;
    QVERIFY(!app::fillWithSample(small.desk()));
    store::Reader &reader = small.read();
    QCOMPARE(reader.countTickets({}), 604); // with those who called about the outage
    QCOMPARE(reader.countRows(Register::Grid), 10);
    QCOMPARE(reader.countRows(Register::Staff), 42); // with the founder
    QCOMPARE(reader.countRows(Register::Customer), 303); // three were opened twice
    QCOMPARE(reader.findDuplicates().size(), 3);
    const auto states = reader.countTicketsBy({}, QStringLiteral("state"));
    for (const char *kind : {"repair", "complaint"}) {
        for (const StateSpec &state : workflowForKind(QLatin1StringView(kind)).states)
            QVERIFY2(states.value(QString::fromLatin1(state.code)) > 0, state.code);
    }
    const auto kinds = reader.countTicketsBy({}, QStringLiteral("kind"));
    QCOMPARE(kinds.size(), 6);
    QVERIFY(reader.countTickets({.filters = {{QStringLiteral("round"), QStringLiteral("2")}}}) > 5);
    QVERIFY(reader.countTickets({.filters = {{QStringLiteral("overdue"), QStringLiteral("true")}}})
        > 3);
    QVERIFY(
        reader.countTickets({.filters = {{QStringLiteral("anonymous"), QStringLiteral("true")}}})
        > 5);
    QCOMPARE(reader.countTickets({.filters = {{QStringLiteral("grid"), QString()}}}), 0);
    QVERIFY(!store::findDamage(small.desk().folder(), small.desk().secrets()));
}

void SampleTest::everyMatterLiesInItsGrid()
{
    support::SmallDesk small;
    QVERIFY(!app::fillWithSample(small.desk()));
    store::Reader &reader = small.read();
    const auto division = reader.findDivision(reader.now_ms());
    QCOMPARE(division->areas.size(), 10);
    for (qint64 row : reader.findTicketRows({})) {
        const Values values = reader.findTicket(row)->ticket.values;
        const auto place = placeOf(values);
        QVERIFY(place);
        QCOMPARE(division->gridsAt(*place), QVector{values[field::Grid].value<Id>()});
    }
}

void SampleTest::nobodyIsReal()
{
    support::SmallDesk small;
    QVERIFY(!app::fillWithSample(small.desk()));
    static const QRegularExpression impossible(QStringLiteral("^1[3-9]\\d0000\\d{4}$"));
    for (const store::NumberedRow &row : small.read().findRows(Register::Customer)) {
        const QString phone = small.read().open(customer::Phone, row.row.values[customer::Phone]);
        QVERIFY2(impossible.match(phone).hasMatch(), qPrintable(phone));
    }
}

void SampleTest::nothingLiesInTheFuture()
{
    support::SmallDesk small;
    QVERIFY(!app::fillWithSample(small.desk()));
    const qint64 now_ms = small.clock.now_ms();
    constexpr qint64 year_ms = 366LL * 24 * 3600 * 1000;
    for (qint64 row : small.read().findTicketRows({})) {
        const Ticket ticket = small.read().findTicket(row)->ticket;
        for (const Step &step : ticket.steps)
            QVERIFY(step.at_ms <= now_ms && step.at_ms > now_ms - year_ms);
    }
}

void SampleTest::isTheSameEveryTime()
{
    support::SmallDesk one, other;
    QVERIFY(!app::fillWithSample(one.desk()));
    QVERIFY(!app::fillWithSample(other.desk()));
    QCOMPARE(storiesOf(one), storiesOf(other));
}

void SampleTest::loadIsTheSameForTheSameSeed()
{
    support::SmallDesk one, other, third;
    QVERIFY(!app::generate(one.desk(), {.tickets = 1500, .seed = 7}));
    QVERIFY(!app::generate(other.desk(), {.tickets = 1500, .seed = 7}));
    QVERIFY(!app::generate(third.desk(), {.tickets = 1500, .seed = 8}));
    QCOMPARE(one.read().countTickets({}), 1500);
    QCOMPARE(storiesOf(one), storiesOf(other));
    QVERIFY(storiesOf(one) != storiesOf(third));
    QVERIFY(app::generate(one.desk(), {.tickets = 1500, .seed = 7}));
    QCOMPARE(one.read().countTickets({}), 1500);
    QVERIFY(!app::generate(one.desk(), {.tickets = 10, .seed = 9}));
    QCOMPARE(one.read().countTickets({}), 1510);
}

void SampleTest::loadUsesWordsAsPeopleDo()
{
    support::SmallDesk small;
    QVERIFY(!app::generate(small.desk(), {.tickets = 5000, .seed = 1}));
    const auto percent = [&small](const char16_t *word) {
        const store::TicketQuery query{.text = QString::fromUtf16(word),
            .in = {QStringLiteral("title"), QStringLiteral("description")}};
        return int(small.read().countTickets(query) * 100 / 5000);
    };
    QVERIFY(percent(u"漏水") >= 2 && percent(u"漏水") <= 4);
    QVERIFY(percent(u"水") >= 25 && percent(u"水") <= 35);
    QVERIFY(percent(u"小区") >= 15 && percent(u"小区") <= 25);
    const qint64 customers = small.read().countRows(Register::Customer);
    QVERIFY(customers > 400 && customers < 600);
}

QTEST_GUILESS_MAIN(SampleTest)
#include "sample_test.moc"
