// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"
#include "store/source_tickets.h"
#include "support/small_desk.h"

#include <QTest>

#include <algorithm>

using namespace domain;
using store::TicketQuery;

/// Lists, counts and searches over a desk with a few hundred tickets, against what a plain look at
/// every ticket gives.
class ListsTest : public QObject
{
    Q_OBJECT

    support::SmallDesk m_small;
    QVector<Ticket> m_tickets;

    OpenTicket matter(int i)
    {
        static const QStringList lines{u"water"_qs, u"power"_qs, u"heat"_qs},
            kinds{u"repair"_qs, u"complaint"_qs};
        OpenTicket command{.ticket = m_small.desk().freshId()};
        command.values = {{field::Kind, kinds[i % 2]}, {field::Line, lines[i % 3]},
            {field::Title, i % 5 ? u"厨房漏水"_qs : u"楼道停电，请来人"_qs},
            {field::Description, u"第%1次报修，小区东门"_qs.arg(i)},
            {field::HappenedAt,
                support::moment_ms(u"2026-11-01 08:00"_qs) + (i * 7919 % 500) * 60'000LL}};
        if (i % 4 == 0) {
            command.customer.fresh = m_small.desk().freshId();
            command.customer.name = i % 8 ? u"欧阳锋"_qs : u"曾小贤"_qs;
            command.customer.phone = u"1390000%1"_qs.arg(i, 4, 10, QLatin1Char('0'));
            command.values.set(field::Address, u"幸福小区%1栋"_qs.arg(i));
        } else {
            command.values.set(field::Address, u"东风路%1号"_qs.arg(i));
        }
        if (i % 7 == 0)
            command.state = u"closed"_qs;
        return command;
    }

    qsizetype plainly(const std::function<bool(const Ticket &)> &wanted) const
    {
        return std::ranges::count_if(m_tickets, wanted);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVector<Command> commands;
        for (int i = 0; i < 300; ++i)
            commands << matter(i);
        const auto verdicts = m_small.desk().submitAll(commands).result();
        for (const store::Verdict &verdict : verdicts) {
            QVERIFY(store::accepted(verdict));
            m_tickets << store::accepted(verdict)->ticket;
        }
        // A few come one by one, so that the text index lags behind.
        for (int i = 300; i < 320; ++i)
            m_tickets << m_small.submit(matter(i)).ticket;
        m_small.desk().indexPeopleNow();
    }

    void theNewestOfASourceComeFirst()
    {
        support::SmallDesk small;
        for (const char *id : {"c", "a", "", "b"}) {
            for (const char *source : {"hotline", "another"}) {
                small.open({{field::Kind, u"repair"_qs}, {field::Line, u"water"_qs},
                    {field::Title, u"漏水"_qs}, {field::Source, QString::fromLatin1(source)},
                    {field::SourceId, QString::fromLatin1(id)}});
            }
        }
        QStringList ids;
        for (const store::SourceTicket &one :
            store::findNewestFrom(small.read(), u"hotline"_qs, 2)) {
            ids << one.id;
            QCOMPARE(small.read().findTicket(one.row)->ticket.values.text(field::SourceId), one.id);
        }
        QCOMPARE(ids, QStringList({u"b"_qs, u"a"_qs}));
        QCOMPARE(store::findNewestFrom(small.read(), u"hotline"_qs, 9).size(), 3);
        QVERIFY(store::findNewestFrom(small.read(), u"nobody"_qs, 9).isEmpty());
    }

    void filtersFindWhatALookAtEveryTicketFinds_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("line") << "line"
                              << "water";
        QTest::newRow("kind") << "kind"
                              << "complaint";
        QTest::newRow("state") << "state"
                               << "closed";
        QTest::newRow("open") << "open"
                              << "1";
        QTest::newRow("not open") << "open"
                                  << "0";
        QTest::newRow("no community") << "community"
                                      << "";
        QTest::newRow("a login that nobody has") << "assignee"
                                                 << "nobody";
    }

    void filtersFindWhatALookAtEveryTicketFinds()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        const qsizetype expected = plainly([&](const Ticket &ticket) {
            const bool over = ticket.state == u"closed";
            if (key == u"open")
                return over == (value == u"0");
            if (key == u"state")
                return ticket.state == value;
            if (key == u"assignee")
                return false;
            return ticket.values.text(ticketFields().find(key)->id) == value;
        });
        const TicketQuery query{.filters = {{key, value}}};
        QCOMPARE(m_small.read().countTickets(query), expected);
        QCOMPARE(m_small.read().findTicketRows(query).size(), expected);
    }

    void searchesFindWhatContainsThem_data()
    {
        QTest::addColumn<QString>("text");
        for (const char16_t *text :
            {u"漏水", u"水", u"停电", u"小区", u"电，请", u"电请", u"第1次", u"没有这个"})
            QTest::addRow("%s", qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text);
    }

    void searchesFindWhatContainsThem()
    {
        QFETCH(QString, text);
        const qsizetype expected = plainly([&](const Ticket &ticket) {
            return ticket.values.text(field::Title).contains(text)
                || ticket.values.text(field::Description).contains(text);
        });
        TicketQuery query{.text = text, .in = {u"title"_qs, u"description"_qs}};
        QCOMPARE(m_small.read().countTickets(query), expected);
        query.limit = 1000;
        QCOMPARE(m_small.read().findNewest(query).size(), expected);
    }

    void peopleAreFoundByWhatIsSealed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("found");
        QTest::newRow("name") << "欧阳锋" << 40;
        QTest::newRow("initials") << "oyf" << 40;
        QTest::newRow("a surname's own reading") << "zengxiaoxian" << 40;
        QTest::newRow("last four digits") << "0300" << 1;
        QTest::newRow("whole phone") << "13900000300" << 1;
        QTest::newRow("address") << "幸福小区8栋" << 1;
        QTest::newRow("a plain place") << "东风路7号" << 1;
        QTest::newRow("nobody") << "张无忌" << 0;
    }

    void peopleAreFoundByWhatIsSealed()
    {
        QFETCH(QString, typed);
        QFETCH(int, found);
        QCOMPARE(m_small.read().countTickets({.text = typed}), found);
        QCOMPARE(m_small.read().findNewest({.text = typed, .limit = 100}).size(), found);
    }

    void everyOrderIsAnOrder_data()
    {
        QTest::addColumn<QString>("sort");
        QTest::addColumn<bool>("descending");
        for (const char *sort :
            {"happened_at", "number", "state", "recorded", "category", "grid"}) {
            QTest::addRow("%s up", sort) << QString::fromLatin1(sort) << false;
            QTest::addRow("%s down", sort) << QString::fromLatin1(sort) << true;
        }
    }

    void everyOrderIsAnOrder()
    {
        QFETCH(QString, sort);
        QFETCH(bool, descending);
        const TicketQuery query{.sort = sort, .descending = descending};
        const QVector<qint64> rows = m_small.read().findTicketRows(query);
        QCOMPARE(rows.size(), m_tickets.size());
        // Every row, taken out, is put back where it stood.
        for (qsizetype i = 0; i < rows.size(); i += 17) {
            QVector<qint64> others = rows;
            others.removeAt(i);
            QCOMPARE(m_small.read().findPlace(query, others, rows[i]), i);
        }
    }

    void pagesFitTogether()
    {
        const QVector<qint64> all = m_small.read().findTicketRows({});
        QVector<qint64> pages;
        for (qint64 offset = 0; offset < 400; offset += 50)
            pages += m_small.read().findTicketRows({.limit = 50, .offset = offset});
        QCOMPARE(pages, all);
    }

    void countsByAFieldAddUp()
    {
        const auto byLine = m_small.read().countTicketsBy({}, u"line"_qs);
        QCOMPARE(byLine.size(), 3);
        QCOMPARE(
            std::accumulate(byLine.begin(), byLine.end(), qint64(0)), qint64(m_tickets.size()));
    }

    void anUnknownKeyIsNamed()
    {
        m_small.read().countTickets({.filters = {{u"colour"_qs, u"red"_qs}}});
        QCOMPARE(m_small.read().unknownKey(), u"colour"_qs);
        m_small.read().findTicketRows({.sort = u"1; DROP TABLE tickets"_qs});
        QCOMPARE(m_small.read().unknownKey(), u"1; DROP TABLE tickets"_qs);
        QCOMPARE(m_small.read().countTickets({}), m_tickets.size());
    }

    /// What an index holds is written with care; which columns these are is said beside the indexes.
    void theColumnsOfIndexesAreKnown()
    {
        store::Database database(
            m_small.desk().folder().database(), store::Database::Access::ReadOnly);
        store::Statement columns(database.handle(),
            "SELECT name, name IN (SELECT held.name FROM pragma_index_list('tickets') AS one,"
            " pragma_index_info(one.name) AS held) FROM pragma_table_info('tickets')");
        while (columns.step())
            QCOMPARE(store::isIndexedInTickets(columns.blob(0)), columns.integer(1) != 0);
    }

    void aCorrectedTextIsFoundByItsNewWordsOnly()
    {
        const Ticket &ticket = m_tickets[11];
        m_small.submit(ActOnTicket{ticket.id, u"correct"_qs, {{field::Title, u"地下室渗漏"_qs}}});
        QCOMPARE(m_small.read().countTickets({.text = u"地下室渗漏"_qs}), 1);
        QCOMPARE(m_small.read().countTickets({.text = u"漏水"_qs, .in = {u"title"_qs}}),
            plainly([](const Ticket &one) {
                return one.values.text(field::Title).contains(u"漏水");
            }) - 1);
    }
};

QTEST_GUILESS_MAIN(ListsTest)
#include "lists_test.moc"
