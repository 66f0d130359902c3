// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/outages.h"

#include "domain/personal_numbers.h"
#include "domain/words.h"
#include "items/key_groups.h"
#include "store/group_book.h"

#include <QSet>

#include <algorithm>

namespace items
{

using namespace domain;
using store::NumberedRow;
using store::Reader;

namespace
{

constexpr qint64 day_ms = 24 * 3'600'000LL;

/// By how much they depend on it, and the rows of the files that go on.
QVector<qint64> keyCustomers(Reader &reader)
{
    QVector<qint64> found;
    QSet<qint64> known;
    for (const char *group : keyGroups) {
        const store::Groups bit = store::Groups(1) << store::groupBit(QString::fromLatin1(group));
        for (qint64 row : reader.findCustomerRows({}, bit)) {
            if (!known.contains(row))
                found.append(row);
            known.insert(row);
        }
    }
    return found;
}

/// The customers of all premises in the outage's grids.
QSet<Id> customersIn(Reader &reader, const OutageLine &outage, qint64 &premises)
{
    QSet<Id> customers;
    const auto take = [&](const NumberedRow &row) {
        ++premises;
        customers.insert(row.row.values[premises::Customer].value<Id>());
    };
    if (outage.grids.isEmpty()) {
        reader.eachRow(Register::Premises, [&take](const NumberedRow &row) {
            take(row);
            return true;
        });
        return customers;
    }
    for (const QString &code : outage.grids) {
        const auto grid = reader.findRowByCode(Register::Grid, code);
        for (const NumberedRow &row :
            grid ? reader.findRowsIn(Register::Premises, grid->row.id) : QVector<NumberedRow>())
            take(row);
    }
    return customers;
}

/// Who is called: one number is one person, also where two desks opened a file for it apart.
QString callerOf(Reader &reader, qint64 customer)
{
    const auto file =
        customer ? reader.findRow(store::survivorOf(reader.database(), customer)) : std::nullopt;
    if (!file)
        return {};
    const QString phone = dialled(reader.open(customer::Phone, file->row.values[customer::Phone]));
    return phone.isEmpty() ? u'#' + QString::number(file->number) : phone;
}

} // namespace

OutageLine outageFrom(const NumberedRow &row, qint64 now_ms)
{
    const Values &values = row.row.values;
    OutageLine line{.id = row.row.id,
        .row = row.number,
        .code = values.text(outage::Code),
        .title = values.text(outage::Title),
        .line = values.text(outage::Line),
        .grids = severalOf(values.text(outage::Grids)),
        .where = values.text(outage::Where),
        .cause = values.text(outage::Cause),
        .wording = values.text(outage::Wording),
        .isPlanned = values.flag(outage::Planned),
        .isCancelled = values.has(outage::Cancelled),
        .from_ms = values.number(outage::From),
        .until_ms = values.number(outage::Until),
        .restored_ms = values.number(outage::Restored),
        .announced_ms = values.number(outage::Announced),
        .keyUsersTold_ms = values.number(outage::KeyUsersTold)};
    const bool isOver = line.isCancelled || (line.restored_ms && line.restored_ms <= now_ms);
    line.stage = isOver         ? OutageLine::Over
        : line.from_ms > now_ms ? OutageLine::Planned
                                : OutageLine::Now;
    return line;
}

QVector<OutageLine> findOutages(Reader &reader)
{
    QVector<OutageLine> lines;
    for (const NumberedRow &row : reader.findRows(Register::Outage))
        lines.append(outageFrom(row, reader.now_ms()));
    std::ranges::sort(lines, [](const OutageLine &one, const OutageLine &other) {
        if (one.stage != other.stage)
            return one.stage < other.stage;
        // What comes first stands first; of what is past, the latest.
        return one.stage == OutageLine::Planned ? one.from_ms < other.from_ms
                                                : one.from_ms > other.from_ms;
    });
    return lines;
}

QVector<OutageLine> findOutagesAt(Reader &reader, const QString &grid, const QString &line)
{
    QVector<OutageLine> lines = findOutages(reader);
    const qint64 soon_ms = reader.now_ms() + day_ms;
    lines.removeIf([&](const OutageLine &one) {
        return one.stage == OutageLine::Over || one.from_ms > soon_ms
            || (!one.grids.isEmpty() && !one.grids.contains(grid))
            || (!line.isEmpty() && line != u"other" && one.line != line);
    });
    return lines;
}

store::Filter callersOf(qint64 outage)
{
    return {QStringLiteral("outage"), QString::number(outage)};
}

OutageCalls countCalls(Reader &reader, qint64 outage)
{
    const auto byState =
        reader.countTicketsBy({.filters = {callersOf(outage)}}, QStringLiteral("state"));
    OutageCalls calls;
    for (auto at = byState.cbegin(); at != byState.cend(); ++at)
        (at.key() == u"joined" ? calls.waiting : calls.told) += at.value();
    return calls;
}

Affected findAffected(Reader &reader, const OutageLine &outage, Clarity clarity)
{
    Affected affected;
    const QSet<Id> customers = customersIn(reader, outage, affected.premises);
    affected.customers = customers.size();
    for (qint64 number : keyCustomers(reader)) {
        const auto file = reader.findCustomerFile(number);
        const auto lives = [&customers](
                               const NumberedRow &row) { return customers.contains(row.row.id); };
        if (!file || (!lives(file->customer) && std::ranges::none_of(file->merged, lives)))
            continue;
        const QVariant groups = file->customer.row.values[customer::Groups];
        affected.keyUsers.append(
            {file->customer.row.id, showContact(reader, file->customer, clarity),
                severalOf(reader.open(customer::Groups, groups))});
    }
    return affected;
}

QVector<Waiting> findWaiting(Reader &reader, const store::TicketQuery &query)
{
    QVector<Waiting> waiting;
    store::TicketQuery joined = query;
    joined.filters.append({QStringLiteral("state"), QStringLiteral("joined")});
    joined.sort = QStringLiteral("happened_at");
    joined.descending = false;
    for (const store::TicketLine &line : reader.findTickets(joined)) {
        const auto ticket = reader.findTicket(line.row);
        if (!ticket)
            continue;
        const QString caller = callerOf(reader, line.customer);
        waiting.append({ticket->ticket.id, line.number, caller,
            caller.isEmpty() || ticket->ticket.values.flag(field::Anonymous)});
    }
    return waiting;
}

Telling::Telling(const QVector<Waiting> &waiting, const QString &toldBy, const QString &remark)
    : m_total(waiting.size())
{
    QSet<QString> named;
    for (const Waiting &one : waiting) {
        const bool isAgain = !one.isNobody && named.contains(one.caller);
        ActOnTicket command{.ticket = one.ticket, .action = QStringLiteral("call_back")};
        command.values.set(field::ToldBy,
            one.isNobody  ? QStringLiteral("nobody")
                : isAgain ? QStringLiteral("together")
                          : toldBy);
        command.values.set(field::Remark, remark);
        if (!one.isNobody)
            named.insert(one.caller);
        (isAgain ? m_again : m_firstCalls).append({command, one.isNobody ? QString() : one.caller});
    }
}

QVector<Command> Telling::next(qsizetype most)
{
    m_underWay.clear();
    // Whoever wasn't told, for whatever reason, wasn't told of anything else either.
    if (m_firstCalls.isEmpty())
        m_again.removeIf([this](const Call &call) { return !m_told.contains(call.caller); });
    QVector<Call> &left = m_firstCalls.isEmpty() ? m_again : m_firstCalls;
    m_underWay = left.first(std::min(most, left.size()));
    left.remove(0, m_underWay.size());
    QVector<Command> commands;
    for (const Call &call : std::as_const(m_underWay))
        commands.append(call.command);
    return commands;
}

void Telling::take(const QVector<store::Verdict> &verdicts)
{
    for (qsizetype at = 0; at < std::min(verdicts.size(), m_underWay.size()); ++at) {
        if (const Refusal *refusal = store::refused(verdicts[at])) {
            ++m_refused;
            m_refusal = m_refusal ? m_refusal : *refusal;
            continue;
        }
        ++m_done;
        ++m_doneBy[m_underWay[at].command.values.text(field::ToldBy)];
        m_told.insert(m_underWay[at].caller);
    }
}

} // namespace items
