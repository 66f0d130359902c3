// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/register_import.h"
#include "exchange/mapping_binding.h"
#include "exchange/register_import_known.h"
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
        BoundMapping mapping, bool isTrial);

    RowPlan plan(const Row &row) override;
    void arrived(const QString &key) override { m_known.arrived(key); }
    std::optional<Refusal> failure() override { return m_reader->takeFailure(); }

private:
    Desk &m_desk;
    std::unique_ptr<store::Reader> m_reader;
    const RegisterSpec &m_spec;
    BoundMapping m_mapping;
    KnownRows m_known;
    bool m_isTrial;
};

RegisterPlanner::RegisterPlanner(Desk &desk, std::unique_ptr<store::Reader> reader,
    const RegisterSpec &spec, BoundMapping mapping, bool isTrial)
    : m_desk(desk)
    , m_reader(std::move(reader))
    , m_spec(spec)
    , m_mapping(std::move(mapping))
    , m_known(spec, *m_reader)
    , m_isTrial(isTrial)
{
}

RowPlan RegisterPlanner::plan(const Row &row)
{
    Values values;
    const auto take = [&values](const Target &target, const QVariant &value) {
        values.set(target.number, value);
    };
    if (auto problem = m_mapping.read(row, take))
        return RowPlan::refused(std::move(*problem));
    // Written as the desk keeps it, so that a second reading of the same file brings nothing new.
    values = asKept(m_spec, values);
    if (m_spec.reg == Register::Customer && values.has(customer::SourceId)
        && !values.has(customer::Source))
        values.set(customer::Source, m_mapping.source());
    const QStringList keys = m_known.keysOf(values);
    if (keys.isEmpty())
        return RowPlan::refused(
            {{}, Words::tr("it names nothing by which it could be known again")});
    if (m_known.isOnTheWay(keys))
        return {m_isTrial ? RowPlan::Changed : RowPlan::Waiting, {}, {}, keys.first()};
    const KnownRow *known = m_known.find(keys, values);
    const Values news = known ? m_known.newsIn(values, *known) : values;
    if (known && news.isEmpty())
        return {RowPlan::Unchanged, {}, {}, keys.first()};
    const Id id = known ? known->id : m_desk.freshId();
    m_known.send(keys, id);
    return {known ? RowPlan::Changed : RowPlan::New, {PutRow{m_spec.reg, id, news, {}}}, {},
        keys.first()};
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
    RegisterPlanner planner(
        desk, std::move(reader), spec, std::get<BoundMapping>(std::move(bound)), options.dryRun);
    return runImport(desk, table, planner, options);
}

} // namespace exchange
