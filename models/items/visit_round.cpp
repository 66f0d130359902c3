// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/visit_round.h"

#include "domain/pinyin.h"
#include "domain/words.h"
#include "items/key_groups.h"
#include "items/shown_contact.h"
#include "store/customer_columns.h"

#include <algorithm>

namespace items
{

using namespace domain;
using store::NumberedRow;
using store::Reader;

namespace
{

RoundView::Stage stageOf(const VisitPlan &plan, qint64 at_ms, const QTimeZone &zone)
{
    if (roundAt(plan, at_ms, zone))
        return RoundView::Running;
    return at_ms < plan.from_ms ? RoundView::ToCome : RoundView::Over;
}

/// The round of a moment; of a plan that is over by then its last one.
std::optional<VisitRound> lastRound(const VisitPlan &plan, qint64 at_ms, const QTimeZone &zone)
{
    for (const qint64 end_ms : {plan.until_ms, plan.ended_ms}) {
        if (end_ms)
            at_ms = std::min(at_ms, end_ms - 1);
    }
    return roundAt(plan, at_ms, zone);
}

/// Whether the first of two visits of one person in one round counts: being reached does, then the later one.
bool outweighs(const RoundLine &one, const RoundLine &other)
{
    return std::tuple(one.state, one.at_ms, one.visit)
        > std::tuple(other.state, other.at_ms, other.visit);
}

bool belongsTo(Reader &reader, qint64 customer, const QString &group)
{
    const auto file = reader.findCustomerFile(customer);
    if (!file)
        return false;
    const auto names = [&](const NumberedRow &row) {
        return severalOf(reader.open(customer::Groups, row.row.values[customer::Groups]))
            .contains(group);
    };
    return names(file->customer) || std::ranges::any_of(file->merged, names);
}

} // namespace

int RoundView::taken() const
{
    return int(std::ranges::count(lines, true, &RoundLine::isTaken));
}

int RoundView::count(RoundLine::State state) const
{
    return int(std::ranges::count(lines, state, &RoundLine::state));
}

RoundView RoundFinder::find(Reader &reader, const VisitPlan &plan, qint64 at_ms, Names names)
{
    readCustomers(reader);
    readGrids(reader);
    readRanks(reader);
    m_visits = store::findVisitColumns(reader);
    return viewOf(reader, plan, at_ms, names);
}

QVector<RoundView> RoundFinder::findAll(Reader &reader)
{
    readCustomers(reader);
    readGrids(reader);
    readRanks(reader);
    m_visits = store::findVisitColumns(reader);
    QVector<RoundView> views;
    for (const NumberedRow &row : reader.findRows(Register::VisitPlan))
        views.append(viewOf(reader, VisitPlan::from(row.row), reader.now_ms(), Names::Without));
    std::ranges::stable_sort(views, std::less(), &RoundView::stage);
    return views;
}

/// All rows, and whose file goes on for each.
void RoundFinder::readCustomers(Reader &reader)
{
    const QVector<store::CustomerColumns> columns = store::findCustomerColumns(reader);
    m_customers.clear();
    m_places.clear();
    m_byNumber.clear();
    QVector<Id> above;
    for (const store::CustomerColumns &one : columns) {
        m_places.insert(one.id, m_customers.size());
        m_byNumber.insert(one.number, m_customers.size());
        m_customers.append({one.number, one.id, one.isRemoved, one.lastEntry, m_customers.size()});
        above.append(one.isRemoved ? Id() : one.above);
    }
    for (qsizetype place = 0; place < m_customers.size(); ++place) {
        QVector<qsizetype> passed;
        qsizetype at = place;
        while (!above[at].isNull()) {
            if (const auto circle = std::ranges::find(passed, at); circle != passed.end()) {
                at = *std::min_element(circle, passed.end(), [this](qsizetype one, qsizetype two) {
                    return m_customers[one].id < m_customers[two].id;
                });
                break;
            }
            passed.append(at);
            const qsizetype next = m_places.value(above[at], -1);
            if (next < 0 || m_customers[next].isRemoved)
                break;
            at = next;
        }
        m_customers[place].survivor = at;
        if (at != place)
            m_customers[at].isAlone = false;
    }
}

void RoundFinder::readGrids(Reader &reader)
{
    QHash<Id, QString> codes;
    for (const NumberedRow &row : reader.findRows(Register::Grid))
        codes.insert(row.row.id, row.row.values.text(grid::Code));
    m_grids.clear();
    for (const store::PremisesColumns &one : store::findPremisesColumns(reader)) {
        const qsizetype place = m_places.value(one.customer, -1);
        if (place >= 0 && codes.contains(one.grid))
            m_grids[m_customers[place].survivor].append({one.id, codes.value(one.grid)});
    }
    for (auto &premises : m_grids)
        std::ranges::sort(premises);
}

void RoundFinder::readRanks(Reader &reader)
{
    m_ranks.clear();
    int rank = 0;
    for (const char *group : keyGroups) {
        const store::Groups bit = store::Groups(1) << store::groupBit(QString::fromLatin1(group));
        for (const qint64 row : reader.findCustomerRows({}, bit)) {
            if (!m_ranks.contains(row))
                m_ranks.insert(row, rank);
        }
        ++rank;
    }
}

RoundView RoundFinder::viewOf(Reader &reader, const VisitPlan &plan, qint64 at_ms, Names names)
{
    const QTimeZone zone = reader.zone();
    RoundView view{
        .plan = plan, .stage = stageOf(plan, at_ms, zone), .round = lastRound(plan, at_ms, zone)};
    if (!view.round)
        return view;
    addLines(reader, view, names);
    if (names == Names::With)
        order(view);
    return view;
}

void RoundFinder::addLines(Reader &reader, RoundView &view, Names names)
{
    QHash<qsizetype, RoundLine> visited;
    takeVisits(reader, view, visited);
    const QVector<bool> taken = takenBy(reader, view.plan, *view.round);
    for (qsizetype place = 0; place < m_customers.size(); ++place) {
        const Customer &customer = m_customers[place];
        const auto before = visited.constFind(place);
        if (!taken[place] && before == visited.cend())
            continue;
        RoundLine line = before == visited.cend() ? RoundLine() : *before;
        line.isGone = customer.isRemoved;
        line.isTaken = taken[place];
        if (line.isTaken && known(reader, customer, names).isUnwilling) {
            line.isTaken = false;
            view.unwilling += line.state == RoundLine::Reached ? 0 : 1;
            if (before == visited.cend())
                continue;
        }
        line.customer = customer.id;
        line.number = customer.number;
        line.grid = gridOf(place, view.plan);
        line.first = m_ranks.value(customer.number, -1);
        if (names == Names::With && !line.isGone)
            line.name = known(reader, customer, names).name;
        view.lines.append(line);
    }
}

/// What was recorded of each person, by the file that goes on. A visit's row follows from plan, customer and round, so whether one is of
/// this round shows without reading it.
void RoundFinder::takeVisits(Reader &reader, RoundView &view, QHash<qsizetype, RoundLine> &visited)
{
    const qsizetype questions = view.plan.questions.size();
    for (const store::VisitColumns &visit : std::as_const(m_visits)) {
        const qsizetype place = m_places.value(visit.customer, -1);
        if (place < 0 || visit.id != visitOf(view.plan.id, visit.customer, view.round->from_ms))
            continue;
        const auto row = reader.findRow(visit.id);
        if (!row)
            continue;
        const Values &values = row->row.values;
        RoundLine line;
        line.state =
            values.text(visit::Outcome) == u"reached" ? RoundLine::Reached : RoundLine::Unreached;
        line.visit = row->row.id;
        line.at_ms = values.number(visit::At);
        line.scores = scoresFrom(values.text(visit::Scores), questions).value_or(QVector<int>());
        RoundLine &counts = visited[m_customers[place].survivor];
        if (counts.visit.isNull() || outweighs(line, counts))
            counts = line;
    }
}

/// Whom a round takes, whether they want to be called or not: those files that go on.
QVector<bool> RoundFinder::takenBy(
    Reader &reader, const VisitPlan &plan, const VisitRound &round) const
{
    QVector<bool> taken(m_customers.size());
    for (qsizetype place = 0; place < m_customers.size(); ++place)
        taken[place] = !m_customers[place].isRemoved && m_customers[place].survivor == place;
    if (!plan.groups.isEmpty())
        narrowByGroups(reader, plan, taken);
    if (!plan.grids.isEmpty())
        narrowByGrids(plan, taken);
    if (plan.isServedOnly)
        narrowByService(reader, plan, round, taken);
    if (plan.oneIn > 1) {
        for (qsizetype place = 0; place < m_customers.size(); ++place)
            taken[place] = taken[place] && isChosen(plan, round, m_customers[place].id);
    }
    return taken;
}

void RoundFinder::narrowByGroups(Reader &reader, const VisitPlan &plan, QVector<bool> &taken) const
{
    QVector<bool> belongs(m_customers.size());
    for (const QString &group : plan.groups) {
        const store::Groups bit = store::Groups(1) << store::groupBit(group);
        const bool isOwnWord = !isWord(List::CustomerGroup, group);
        for (const qint64 row : reader.findCustomerRows({}, bit)) {
            const qsizetype place = m_byNumber.value(row, -1);
            if (place < 0 || !taken[place] || belongs[place])
                continue;
            // Words of one's own share a bit.
            belongs[place] = !isOwnWord || belongsTo(reader, row, group);
        }
    }
    taken = belongs;
}

void RoundFinder::narrowByGrids(const VisitPlan &plan, QVector<bool> &taken) const
{
    for (qsizetype place = 0; place < m_customers.size(); ++place) {
        taken[place] = taken[place]
            && std::ranges::any_of(m_grids.value(place),
                [&plan](const auto &premises) { return plan.grids.contains(premises.second); });
    }
}

void RoundFinder::narrowByService(
    Reader &reader, const VisitPlan &plan, const VisitRound &round, QVector<bool> &taken) const
{
    const VisitRound before = roundBefore(plan, round, reader.zone());
    QVector<bool> served(m_customers.size());
    for (const qint64 row : store::findServed(reader, before.from_ms, before.until_ms)) {
        if (const qsizetype place = m_byNumber.value(row, -1); place >= 0)
            served[m_customers[place].survivor] = true;
    }
    for (qsizetype place = 0; place < m_customers.size(); ++place)
        taken[place] = taken[place] && served[place];
}

/// Of premises in several grids the first one of the plan's, by the premises' id: the same on every desk.
QString RoundFinder::gridOf(qsizetype place, const VisitPlan &plan) const
{
    const auto premises = m_grids.value(place);
    for (const auto &[id, code] : premises) {
        if (plan.grids.isEmpty() || plan.grids.contains(code))
            return code;
    }
    return premises.isEmpty() ? QString() : premises.constFirst().second;
}

const RoundFinder::Known &RoundFinder::known(Reader &reader, const Customer &customer, Names names)
{
    Known &known = m_known[customer.number];
    // What was merged may say how to reach them, and is looked at anew each time.
    const bool isCurrent = known.lastEntry == customer.lastEntry && customer.isAlone;
    if (isCurrent && (known.hasName || names == Names::Without))
        return known;
    const auto file = customer.isAlone ? std::nullopt : reader.findCustomerFile(customer.number);
    const auto row = file ? std::optional(file->customer) : reader.findRow(customer.number);
    const auto isUnwilling = [](const NumberedRow &one) {
        return one.row.values.text(customer::ContactWay) == u"never";
    };
    known = {customer.lastEntry, row && isUnwilling(*row), names == Names::With, {}, {}};
    if (file)
        known.isUnwilling |= std::ranges::any_of(file->merged, isUnwilling);
    if (row && known.hasName) {
        known.name = showContact(reader, *row, Clarity::Masked).name;
        known.order = pinyinFull(known.name, Reading::Surname);
    }
    return known;
}

void RoundFinder::order(RoundView &view) const
{
    const auto part = [](const RoundLine &line) {
        return !line.isToCall() ? 2 : line.state == RoundLine::Unreached ? 1 : 0;
    };
    const auto rank = [](const RoundLine &line) {
        return line.first < 0 ? int(std::size(keyGroups)) : line.first;
    };
    const auto before = [&](const RoundLine &one, const RoundLine &other) {
        if (part(one) != part(other))
            return part(one) < part(other);
        if (part(one) == 2)
            return std::tuple(other.at_ms, other.customer) < std::tuple(one.at_ms, one.customer);
        if (part(one) == 1)
            return std::tuple(one.at_ms, one.customer) < std::tuple(other.at_ms, other.customer);
        const auto key = [&](const RoundLine &line) {
            return std::tuple(rank(line), line.grid.isEmpty(), std::cref(line.grid),
                m_known.constFind(line.number)->order, std::cref(line.name), line.customer);
        };
        return key(one) < key(other);
    };
    std::ranges::sort(view.lines, before);
}

PutRow visitCommand(
    const VisitPlan &plan, const VisitRound &round, const RoundLine &line, const VisitSaid &said)
{
    const Id row =
        line.visit.isNull() ? visitOf(plan.id, line.customer, round.from_ms) : line.visit;
    PutRow command{Register::Visit, row,
        {{visit::At, said.at_ms}, {visit::By, QVariant::fromValue(said.by)},
            {visit::Outcome,
                said.isReached ? QStringLiteral("reached") : QStringLiteral("unreached")}},
        {}};
    if (line.visit.isNull()) {
        command.values.set(visit::Plan, QVariant::fromValue(plan.id));
        command.values.set(visit::Customer, QVariant::fromValue(line.customer));
        command.values.set(visit::Round, round.from_ms);
    }
    // What stood there before is gone with it, whatever it was.
    const std::pair<quint8, QVariant> more[] = {
        {visit::Scores, scoresText(said.isReached ? said.scores : QVector<int>())},
        {visit::Said, said.said.trimmed()},
        {visit::Ticket, said.ticket.isNull() ? QVariant() : QVariant::fromValue(said.ticket)}};
    for (const auto &[field, value] : more) {
        if (isBlank(value))
            command.cleared.append(field);
        else
            command.values.set(field, value);
    }
    return command;
}

} // namespace items
