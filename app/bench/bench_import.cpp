// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/desk_rows.h"
#include "bench/load.h"
#include "bench/times.h"

#include "domain/ticket_fields.h"
#include "exchange/csv_writer.h"
#include "exchange/mapping_guess.h"
#include "exchange/ticket_import.h"

#include <QDateTime>

namespace bench
{

using namespace domain;
using namespace exchange;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 batchSize = 1000; // tickets in one transaction, as an import has them

[[noreturn]] void fail(const FileRefusal &refusal)
{
    throw Failed({{}, refusal.line(), {}, Refusal::Device});
}

/// The columns of the table to import, by the keys of the fields that they feed.
const std::vector<quint8> &fieldsInFile()
{
    static const std::vector<quint8> fields{field::Kind, field::Line, field::Category,
        field::Urgency, field::Channel, field::Title, field::Description, field::HappenedAt,
        field::Address, field::Street, field::Community, field::Unit, field::DoneAt, field::OnTime,
        field::Reply, field::Cause, field::Measures, field::Materials, field::Satisfaction};
    return fields;
}

QVariant cellOf(const Values &values, quint8 number)
{
    const QVariant value = values[number];
    if (!value.isValid())
        return value;
    switch (ticketFields().find(number)->type) {
    case FieldType::Time:
        return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), QTimeZone("Asia/Shanghai"));
    case FieldType::Flag:
        return value.toBool() ? u"1"_s : u"0"_s;
    default:
        return value;
    }
}

void writeTable(Load &load, qint64 tickets, const QString &file)
{
    CsvWriter table(file, CsvWriter::Formulas::Verbatim);
    std::vector<Column> columns{
        {u"source_id"_s}, {u"state"_s}, {u"customer.name"_s}, {u"customer.phone"_s}};
    for (quint8 number : fieldsInFile())
        columns.push_back({ticketFields().find(number)->name()});
    table.begin(columns);
    for (qint64 number = 1; number <= tickets; ++number) {
        const OpenTicket open = load.nextWhole();
        QVariantList cells{number, open.state, open.customer.name, open.customer.phone};
        for (quint8 field : fieldsInFile())
            cells.append(cellOf(open.values, field));
        table.add(cells);
    }
    if (!table.finish())
        fail(*table.error());
}

void importInto(Desk &desk, const QString &file, const QString &rejects, qint64 tickets)
{
    OpenedTable opened = openTable(file);
    if (const auto *refusal = std::get_if<FileRefusal>(&opened))
        fail(*refusal);
    TableReader &table = *std::get<std::unique_ptr<TableReader>>(opened);
    const Mapping mapping = guessMapping(Targets::ofTickets(), table.columns(), u"bench"_s);
    const auto done = importTickets(desk, table, mapping, {.rejects = rejects});
    if (const auto *refusal = std::get_if<FileRefusal>(&done))
        fail(*refusal);
    const auto &report = std::get<ImportReport>(done);
    must(report.failure);
    if (report.counts.accepted != tickets)
        throw Failed({{}, u"%1 of %2 rows were taken in"_s.arg(report.counts.accepted).arg(tickets),
            rejects, Refusal::Rule});
}

/// The same rows as the import left, batch by batch; only the writing is timed.
Times writeBare(Bare &from, Bare &into, const Reach &begin)
{
    RowWriter writer(into, RowWriter::Text::InTheSameTransaction);
    const Reach end = Reach::of(from);
    const qint64 tickets = end.ticket - begin.ticket;
    Times writing;
    Reach after = begin;
    for (qint64 done = batchSize; after.ticket < end.ticket; done += batchSize) {
        const double share = std::min(1.0, double(done) / double(tickets));
        const Reach upTo{begin.entry + qint64(share * double(end.entry - begin.entry)),
            begin.row + qint64(share * double(end.row - begin.row)),
            std::min(end.ticket, begin.ticket + done)};
        const DeskRows rows(from, after, upTo);
        writing.take([&] { writer.write(rows); });
        after = upTo;
    }
    return writing;
}

/// One round: a new desk, the import, and the same rows into a copy of the desk as it was before.
void runRound(const Order &order, int round, Times &ours, Times &bare)
{
    const QString folder = order.desks.scratch(u"import-%1"_s.arg(round));
    auto desk = order.desks.found(folder);
    Load load(*desk, 7, order.tickets);
    const QString file = order.desks.scratch(u"tickets.csv"_s);
    if (round == 0)
        writeTable(load, order.tickets, file);
    desk.reset();
    const QString before = order.desks.copyOf(folder);
    desk = order.desks.open(folder);

    const QString rejects = order.desks.scratch(u"rejects.csv"_s);
    ours.take([&] { importInto(*desk, file, rejects, order.tickets); });
    desk.reset();

    Bare from(store::DeskFolder{folder}.database(), Bare::Access::ReadOnly);
    Bare into(store::DeskFolder{before}.database(), Bare::Access::ReadWrite);
    const Times writing = writeBare(from, into, Reach::of(into));
    bare.add(writing.whole_ms(), writing.wholeProcessor_ms());
}

double perSecond(qint64 tickets, const Times &times)
{
    return times.p50_ms() > 0 ? rounded(double(tickets) * 1000 / times.p50_ms()) : 0;
}

} // namespace

QJsonObject benchImport(const Order &order)
{
    Times ours, bare;
    for (int round = 0; round < order.rounds; ++round)
        runRound(order, round, ours, bare);
    QJsonObject result = beside(u"tickets from CSV"_s, ours, bare);
    const double oursRate = perSecond(order.tickets, ours),
                 bareRate = perSecond(order.tickets, bare);
    result.insert(u"tickets_per_second"_s, oursRate);
    result.insert(u"baseline_tickets_per_second"_s, bareRate);
    result.insert(u"bars"_s,
        QJsonArray{barAtLeast(
            u"share of the baseline's rate"_s, bareRate > 0 ? oursRate / bareRate : 0, 0.4)});
    return result;
}

} // namespace bench
