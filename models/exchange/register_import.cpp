// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/register_import.h"
#include "exchange/area_plan.h"
#include "exchange/mapping_binding.h"
#include "exchange/register_import_known.h"
#include "exchange/row_proposals.h"
#include "exchange/words.h"

#include "domain/register_rules.h"

namespace exchange
{

using namespace domain;

namespace
{

class RegisterPlanner : public RowPlanner
{
public:
    RegisterPlanner(Desk &desk, std::unique_ptr<store::Reader> reader, const RegisterSpec &spec,
        BoundMapping mapping, const ImportOptions &options);

    RowPlan plan(const Row &row) override;
    void arrived(const QString &key) override { m_known.arrived(key); }
    std::optional<Refusal> failure() override { return m_reader->takeFailure(); }

private:
    std::optional<RowProblem> read(
        const Row &row, Values &values, QVector<RowProblem> &leftOut) const;
    RowPlan planFor(const QStringList &keys, Values &values, const Row &row);
    RowPlan drawn(RowPlan plan, const Id &grid, const Row &row);

    Desk &m_desk;
    std::unique_ptr<store::Reader> m_reader;
    const RegisterSpec &m_spec;
    BoundMapping m_mapping;
    KnownRows m_known;
    RowProposals m_proposals;
    AreaPlan m_areas;
    std::function<void(const QString &, const QString &)> m_tellRepair;
    bool m_isTrial;
};

RegisterPlanner::RegisterPlanner(Desk &desk, std::unique_ptr<store::Reader> reader,
    const RegisterSpec &spec, BoundMapping mapping, const ImportOptions &options)
    : m_desk(desk)
    , m_reader(std::move(reader))
    , m_spec(spec)
    , m_mapping(std::move(mapping))
    , m_known(spec, *m_reader)
    , m_proposals(spec, *m_reader)
    , m_areas(*m_reader, options.drawnFrom_ms, m_mapping.source())
    , m_tellRepair(options.repaired)
    , m_isTrial(options.dryRun)
{
}

std::optional<RowProblem> RegisterPlanner::read(
    const Row &row, Values &values, QVector<RowProblem> &leftOut) const
{
    const auto take = [&values](const Target &target, const QVariant &value) {
        values.set(target.number, value);
    };
    if (auto problem = m_mapping.read(row, take, &leftOut))
        return problem;
    if (m_spec.reg == Register::Customer && values.has(customer::SourceId)
        && !values.has(customer::Source))
        values.set(customer::Source, m_mapping.source());
    if (m_spec.reg == Register::Grid && row.area && !row.area->problem.isEmpty())
        return RowProblem{QStringLiteral("area"), row.area->problem};
    if (m_proposals.clashes(values))
        return RowProblem{m_spec.fields.find(m_spec.code)->name(),
            Words::tr("\"%1\" was just proposed for a row that names none; give this one another")
                .arg(values.text(m_spec.code))};
    return {};
}

RowPlan RegisterPlanner::plan(const Row &row)
{
    Values values;
    QVector<RowProblem> leftOut;
    if (auto problem = read(row, values, leftOut))
        return RowPlan::refused(std::move(*problem));
    // Written as the desk keeps it, so that a second reading of the same file brings nothing new.
    values = asKept(m_spec, values);
    const QStringList keys = m_known.keysOf(values);
    if (keys.isEmpty())
        return RowPlan::refused(
            {{}, Words::tr("it names nothing by which it could be known again")});
    if (m_known.isOnTheWay(keys))
        return {m_isTrial ? RowPlan::Changed : RowPlan::Waiting, {}, {}, keys.first()};
    RowPlan plan = planFor(keys, values, row);
    plan.leftOut = leftOut;
    if (row.area && !row.area->repair.isEmpty() && m_tellRepair)
        m_tellRepair(values.text(m_spec.name), row.area->repair);
    return plan;
}

RowPlan RegisterPlanner::drawn(RowPlan plan, const Id &grid, const Row &row)
{
    const bool draws = m_spec.reg == Register::Grid && row.area;
    return draws ? m_areas.with(std::move(plan), grid, row.area->shape) : plan;
}

RowPlan RegisterPlanner::planFor(const QStringList &keys, Values &values, const Row &row)
{
    if (const auto known = m_known.find(keys, values)) {
        RowPlan plan{RowPlan::Unchanged, {}, {}, keys.first()};
        if (const Values news = m_known.newsIn(values, *known); !news.isEmpty()) {
            plan.kind = RowPlan::Changed;
            plan.commands = {PutRow{m_spec.reg, known->row.id, news, {}}};
        }
        plan = drawn(std::move(plan), known->row.id, row);
        if (plan.kind == RowPlan::Changed)
            m_known.send(keys, known->row.id);
        return plan;
    }
    m_proposals.complete(values);
    const Id id = idOfRow(m_spec, values, m_desk.freshId());
    m_known.send(keys, id);
    return drawn({RowPlan::New, {PutRow{m_spec.reg, id, values, {}}}, {}, keys.first()}, id, row);
}

} // namespace

std::variant<ImportReport, FileRefusal> importRegister(Desk &desk, TableReader &table,
    const RegisterSpec &spec, const Mapping &mapping, const ImportOptions &options)
{
    auto reader = desk.newReader();
    if (!reader) {
        return FileRefusal{Words::tr("The desk can't be read"), desk.folder().path,
            Words::tr("Check the disk and the folder's permissions."), FileRefusal::Device};
    }
    auto bound = BoundMapping::bind(mapping, Targets::of(spec), table.columns(), *reader);
    if (auto *refusal = std::get_if<FileRefusal>(&bound))
        return std::move(*refusal);
    std::get<BoundMapping>(bound).deferUnknown(options.deferUnknown);
    if (spec.reg == Register::Grid && !mapping.find(u"code"))
        table.orderByPlace();
    RegisterPlanner planner(
        desk, std::move(reader), spec, std::get<BoundMapping>(std::move(bound)), options);
    return runImport(desk, table, planner, options);
}

} // namespace exchange
