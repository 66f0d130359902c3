// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ticket_import.h"
#include "exchange/ticket_import_changes.h"
#include "exchange/ticket_import_customers.h"
#include "exchange/ticket_import_known.h"
#include "exchange/words.h"

namespace exchange
{

namespace
{

class TicketPlanner : public RowPlanner
{
public:
    TicketPlanner(Desk &desk, std::unique_ptr<store::Reader> reader, TicketRowReader rows,
        const ImportOptions &options);

    RowPlan plan(const Row &row) override;
    void arrived(const QString &key) override { m_known.arrived(key); }
    std::optional<domain::Refusal> failure() override { return m_reader->takeFailure(); }

private:
    RowPlan planNew(TicketRow &&ticket);
    RowPlan planKnown(const store::NumberedTicket &known, const TicketRow &ticket);

    Desk &m_desk;
    std::unique_ptr<store::Reader> m_reader;
    TicketRowReader m_rows;
    KnownTickets m_known;
    SourceCustomers m_customers;
    bool m_isTrial;
    bool m_hasIdsFromSource;
};

TicketPlanner::TicketPlanner(Desk &desk, std::unique_ptr<store::Reader> reader,
    TicketRowReader rows, const ImportOptions &options)
    : m_desk(desk)
    , m_reader(std::move(reader))
    , m_rows(std::move(rows))
    , m_known(*m_reader)
    , m_customers(desk, *m_reader)
    , m_isTrial(options.dryRun)
    , m_hasIdsFromSource(options.idsFromSource)
{
}

RowPlan TicketPlanner::plan(const Row &row)
{
    auto read = m_rows.read(row);
    if (auto *problem = std::get_if<RowProblem>(&read))
        return RowPlan::refused(std::move(*problem));
    auto &ticket = std::get<TicketRow>(read);
    const QString source = ticket.source, sourceId = ticket.sourceId,
                  key = KnownTickets::keyOf(source, sourceId);
    if (const QStringList *cells = m_known.findOnTheWay(key)) {
        if (*cells == row.cells)
            return {RowPlan::Repeated, {}, {}, key};
        return {m_isTrial ? RowPlan::Changed : RowPlan::Waiting, {}, {}, key};
    }
    const auto known = m_known.find(source, sourceId);
    const QVector<PersonalNotice> notices = ticket.notices;
    RowPlan plan = known ? planKnown(*known, ticket) : planNew(std::move(ticket));
    plan.key = key;
    plan.notices = notices;
    if (!plan.commands.isEmpty())
        m_known.send(source, sourceId, row.cells);
    return plan;
}

RowPlan TicketPlanner::planNew(TicketRow &&ticket)
{
    RowPlan plan{RowPlan::New, {}, {}, {}};
    m_customers.complete(ticket, plan.commands);
    ticket.open.ticket =
        m_hasIdsFromSource ? idFromSource(ticket.source, ticket.sourceId) : m_desk.freshId();
    plan.commands.append(std::move(ticket.open));
    return plan;
}

RowPlan TicketPlanner::planKnown(const store::NumberedTicket &known, const TicketRow &ticket)
{
    TicketChanges changes = changesOf(known, ticket, *m_reader);
    if (changes.problem)
        return RowPlan::refused(std::move(*changes.problem));
    const RowPlan::Kind kind = changes.commands.isEmpty() ? RowPlan::Unchanged : RowPlan::Changed;
    return {kind, std::move(changes.commands), {}, {}};
}

} // namespace

std::variant<ImportReport, FileRefusal> importTickets(
    Desk &desk, TableReader &table, const Mapping &mapping, const ImportOptions &options)
{
    auto reader = desk.newReader();
    if (!reader) {
        return FileRefusal{Words::tr("The desk can't be read"), desk.folder().path,
            Words::tr("Check the disk and the folder's permissions."), FileRefusal::Device};
    }
    auto bound = BoundMapping::bind(mapping, Targets::ofTickets(), table.columns(), *reader);
    if (auto *refusal = std::get_if<FileRefusal>(&bound))
        return std::move(*refusal);
    TicketRowReader rows(std::get<BoundMapping>(std::move(bound)),
        std::make_shared<const Names>(*reader), options.sealNumbers);
    TicketPlanner planner(desk, std::move(reader), std::move(rows), options);
    return runImport(desk, table, planner, options);
}

} // namespace exchange
