// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/reading.h"

#include "domain/ticket_fields.h"
#include "store/han_tokenizer.h"

namespace bench
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr int newest = 50;
constexpr double mostTimesBare = 10;

class SearchBench
{
public:
    explicit SearchBench(const Order &order)
        : m_folder(order.desks.generated(order.tickets))
        , m_desk(order.desks.open(m_folder))
        , m_bare(store::DeskFolder{m_folder}.database(), Bare::Access::ReadOnly)
    {
        m_desk->indexPeopleNow();
        for (const QString &word : {u"漏水"_s, u"水"_s, u"小区"_s, u"没有命中词"_s})
            addWord(word, word, {});
        addPhraseInGrid();
        addPerson();
    }

    std::vector<Question> questions;

private:
    store::Reader &read() { return m_desk->read(); }

    void addWord(const QString &name, const QString &word, const QByteArray &alsoWhere,
        QVector<store::Filter> filters = {})
    {
        store::TicketQuery query{.text = word, .filters = std::move(filters), .limit = newest};
        const QByteArray source = alsoWhere.isEmpty()
            ? QByteArray("ticket_text")
            : QByteArray("ticket_text CROSS JOIN tickets ON tickets.id = ticket_text.rowid");
        auto statement = std::make_shared<BareStatement>(m_bare,
            "SELECT ticket_text.rowid FROM " + source + " WHERE ticket_text MATCH ?" + alsoWhere
                + " ORDER BY ticket_text.rowid DESC LIMIT " + QByteArray::number(newest));
        statement->bind(1, store::hanMatchExpression(word, {}));
        questions.push_back({u"newest 50: "_s + name, [this, query] { read().findNewest(query); },
            [statement] { statement->drain(); }});
        questions.push_back({u"and their lines: "_s + name,
            [this, query] { read().findTicketLines(read().findNewest(query)); },
            [statement] { statement->drain(); }});
    }

    void addPhraseInGrid()
    {
        const auto grids = read().findRows(Register::Grid, 1);
        if (grids.isEmpty())
            return;
        addWord(u"水管 in one grid"_s, u"水管"_s,
            " AND tickets.grid=" + QByteArray::number(grids.constFirst().number),
            {{u"grid"_s, grids.constFirst().row.values.text(grid::Code)}});
    }

    /// A customer with many tickets is found by initials and by the end of the phone number. There is no such
    /// question in SQL, since these fields are sealed: the baseline reads the tickets of the customers that are found.
    void addPerson()
    {
        const qint64 customer = m_bare.number(
            "SELECT customer FROM tickets WHERE customer IS NOT NULL ORDER BY id LIMIT 1");
        const auto row = read().findRow(customer);
        if (!row)
            return;
        const QString phone = read().open(customer::Phone, row->row.values[customer::Phone]);
        addSealed(u"a name by pinyin initials"_s, u"zw"_s);
        addSealed(u"last four digits of a phone"_s, phone.right(4));
    }

    void addSealed(const QString &name, const QString &typed)
    {
        const store::TicketQuery query{.text = typed, .limit = newest};
        QVector<qint64> people;
        for (const store::NumberedRow &person : read().findCustomers(typed, newest))
            people.append(person.number);
        auto statement = std::make_shared<BareStatement>(m_bare,
            "SELECT id FROM tickets WHERE customer=? ORDER BY happened_at DESC LIMIT "
                + QByteArray::number(newest));
        questions.push_back(
            {u"newest 50: %1 (%2)"_s.arg(name, typed), [this, query] { read().findNewest(query); },
                [statement, people] {
                    for (qint64 person : people) {
                        statement->bind(1, person);
                        statement->drain();
                    }
                }});
    }

    const QString m_folder;
    std::unique_ptr<Desk> m_desk;
    Bare m_bare;
};

} // namespace

QJsonObject benchSearch(const Order &order)
{
    SearchBench bench(order);
    QJsonObject result = ask(bench.questions, order.rounds);
    QJsonArray bars = result[u"bars"_s].toArray();
    for (const QJsonValue &question : result[u"questions"_s].toArray()) {
        const QString name = question[u"name"_s].toString();
        // For the end of a phone number there is no query over the text to compare with.
        if (name.startsWith(u"newest") && !name.contains(u"phone"))
            bars.append(bar(u"times the bare query: "_s + name, question[u"ratio"_s].toDouble(),
                mostTimesBare));
    }
    result[u"bars"_s] = bars;
    return result;
}

} // namespace bench
