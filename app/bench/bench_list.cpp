// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/reading.h"

#include "common/dice.h"
#include "domain/workflow.h"
#include "items/scopes.h"

namespace bench
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 page = 100; // lines that the window shows first
constexpr qsizetype block = 128; // lines that it fetches wherever it is scrolled to

const QByteArray lineColumns =
    "id, number, kind, line, category, urgency, title, address, state, grid, assignee, unit,"
    " round, satisfaction, happened_at, due_at, due_clock, closed_at, missed, customer";
const QByteArray newestFirst = " ORDER BY happened_at DESC, id DESC";
const QByteArray dueFirst = " ORDER BY due_at IS NULL, due_at, id";
QByteArray openStatesSql()
{
    QByteArrayList states;
    for (const domain::WorkflowSpec &workflow : domain::allWorkflows()) {
        for (const domain::StateSpec &state : workflow.states) {
            const QByteArray quoted = "'" + QByteArray(state.code) + "'";
            if (!state.final && !states.contains(quoted))
                states << quoted;
        }
    }
    return "state IN (" + states.join(',') + ")";
}

class ListBench
{
public:
    explicit ListBench(const Order &order)
        : m_folder(order.desks.generated(order.tickets))
        , m_desk(order.desks.open(m_folder))
        , m_bare(store::DeskFolder{m_folder}.database(), Bare::Access::ReadOnly)
        , m_now_ms(order.desks.clock().now_ms())
    {
        addFilters();
        addScopes();
        addJumps();
        addCounts();
    }

    std::vector<Question> questions;

private:
    store::Reader &read() { return m_desk->read(); }

    /// The first page of a list, with its lines.
    void addPage(const QString &name, store::TicketQuery query, const QByteArray &where,
        const QByteArray &order)
    {
        query.limit = page;
        auto statement = std::make_shared<BareStatement>(m_bare,
            "SELECT " + lineColumns + " FROM tickets WHERE " + where + order + " LIMIT "
                + QByteArray::number(page));
        questions.push_back(
            {name, [this, query] { read().findTicketLines(read().findTicketRows(query)); },
                [statement] { statement->drain(); }});
    }

    void addFilter(const char *key, const QString &value, const QByteArray &where)
    {
        store::TicketQuery query;
        query.filters = {{QString::fromLatin1(key), value}};
        addPage(
            u"first page, "_s + QString::fromLatin1(key) + u'=' + value, query, where, newestFirst);
    }

    void addFilters();
    void addScopes();
    void addJumps();
    void addCounts();
    QByteArray number(const char *sql) { return QByteArray::number(m_bare.number(sql)); }

    const QString m_folder;
    std::unique_ptr<Desk> m_desk;
    Bare m_bare;
    qint64 m_now_ms;
    QVector<qint64> m_rows; ///< the whole list, as the window's model holds it
    app::Dice m_dice{11};
};

void ListBench::addFilters()
{
    const auto grids = read().findRows(Register::Grid, 1);
    const QString grid =
        grids.isEmpty() ? QString() : grids.constFirst().row.values.text(grid::Code);
    const qint64 person =
        m_bare.number("SELECT assignee FROM tickets WHERE assignee IS NOT NULL LIMIT 1");
    const auto assignee = read().findRow(person);
    const QString login = assignee ? assignee->row.values.text(staff::Login) : QString();
    const QByteArray customer =
        number("SELECT customer FROM tickets WHERE customer IS NOT NULL ORDER BY id LIMIT 1");
    const QByteArray middle = number("SELECT happened_at FROM tickets ORDER BY id LIMIT 1"
                                     " OFFSET (SELECT max(id) / 2 FROM tickets)");
    const QByteArray gridRow = QByteArray::number(grids.isEmpty() ? 0 : grids.constFirst().number);

    addPage(u"first page"_s, {}, "1", newestFirst);
    addFilter("state", u"closed"_s, "state='closed'");
    addFilter("state", u"to_visit"_s, "state='to_visit'");
    addFilter("state", u"with_team,arrived"_s, "state IN ('with_team','arrived')");
    addFilter("open", u"1"_s, openStatesSql());
    addFilter("grid", grid, "grid=" + gridRow);
    addFilter("line", u"water"_s, "line='water'");
    addFilter("kind", u"praise"_s, "kind='praise'");
    addFilter("assignee", login, "assignee=" + QByteArray::number(person));
    addFilter("customer", QString::fromLatin1(customer), "customer=" + customer);
    addFilter("from", QString::fromLatin1(middle), "happened_at>=" + middle);
    addFilter("until", QString::fromLatin1(middle), "happened_at<" + middle);
}

void ListBench::addScopes()
{
    const QByteArray now = QByteArray::number(m_now_ms);
    const auto addScope = [&](const char *scope, const items::Seat &seat, const QByteArray &where) {
        addPage(u"list of the window: "_s + QString::fromLatin1(scope),
            items::queryForScope(QString::fromLatin1(scope), seat, m_now_ms), where, dueFirst);
    };
    const qint64 person =
        m_bare.number("SELECT assignee FROM tickets WHERE assignee IS NOT NULL LIMIT 1");
    const auto assignee = read().findRow(person);
    addScope("mine", {assignee ? assignee->row.values.text(staff::Login) : QString(), {}},
        openStatesSql() + " AND assignee=" + QByteArray::number(person));
    addScope("late", {}, "due_at<" + now);
    addScope("soon", {},
        "due_at>=" + now + " AND due_at<" + QByteArray::number(m_now_ms + items::soon_ms));
    addScope("accept", {}, "state='received'");
}

void ListBench::addJumps()
{
    m_rows = read().findTicketRows({});
    const qsizetype places = std::max<qsizetype>(1, m_rows.size() - block);
    const auto anyBlock = [this, places] {
        return m_rows.mid(m_dice.between(0, places - 1), block);
    };
    auto statement = std::make_shared<BareStatement>(
        m_bare, "SELECT " + lineColumns + " FROM tickets WHERE id=?");
    questions.push_back(
        {u"jump to any place"_s, [this, anyBlock] { read().findTicketLines(anyBlock()); },
            [statement, anyBlock] {
                for (qint64 row : anyBlock()) {
                    statement->bind(1, row);
                    statement->drain();
                }
            }});
    auto all = std::make_shared<BareStatement>(m_bare, "SELECT id FROM tickets" + newestFirst);
    questions.push_back({u"the whole list, in the background"_s,
        [this] { read().findTicketRows({}); }, [all] { all->drain(); }, false});
}

void ListBench::addCounts()
{
    const auto addCount = [this](const QString &name, const store::TicketQuery &query,
                              const QString &by, const QByteArray &sql) {
        auto statement = std::make_shared<BareStatement>(m_bare, sql);
        questions.push_back({u"counts in the background, "_s + name,
            [this, query, by] {
                if (by.isEmpty())
                    read().countTickets(query);
                else
                    read().countTicketsBy(query, by);
            },
            [statement] { statement->drain(); }, false});
    };
    const auto scope = [this](const char *name) {
        return items::queryForScope(QString::fromLatin1(name), {}, m_now_ms);
    };
    addCount(u"all"_s, {}, {}, "SELECT count(*) FROM tickets");
    addCount(u"late"_s, scope("late"), {},
        "SELECT count(*) FROM tickets WHERE due_at<" + QByteArray::number(m_now_ms));
    addCount(u"to visit"_s, scope("visit"), {},
        "SELECT count(*) FROM tickets WHERE state='to_visit' AND anonymous=0");
    store::TicketQuery open;
    open.filters = {{u"open"_s, u"1"_s}};
    addCount(u"open"_s, open, {}, "SELECT count(*) FROM tickets WHERE " + openStatesSql());
    for (const char *field : {"state", "line", "kind", "grid"}) {
        addCount(u"by "_s + QString::fromLatin1(field), {}, QString::fromLatin1(field),
            QByteArray("SELECT ") + field + ", count(*) FROM tickets GROUP BY " + field);
    }
}

} // namespace

QJsonObject benchList(const Order &order)
{
    ListBench bench(order);
    return ask(bench.questions, order.rounds);
}

} // namespace bench
