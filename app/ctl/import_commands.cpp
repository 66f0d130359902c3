// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "field_text.h"
#include "import_progress.h"

#include "exchange/mapping_guess.h"
#include "exchange/register_import.h"
#include "exchange/ticket_import.h"

#include <QCoreApplication>

#include <QFile>
#include <QFileInfo>

namespace ctl
{

using namespace exchange;
using namespace Qt::StringLiterals;

namespace
{

[[noreturn]] void refuse(const FileRefusal &refusal)
{
    throw Exit{refusal.kind == FileRefusal::Device ? 3 : 1, refusal.line()};
}

/// The table in a file, opened as the options say.
std::unique_ptr<TableReader> open(const QString &file, const TableOptions &options)
{
    OpenedTable opened = openTable(file, options);
    if (const auto *refusal = std::get_if<FileRefusal>(&opened))
        refuse(*refusal);
    return std::move(std::get<std::unique_ptr<TableReader>>(opened));
}

TableOptions optionsIn(Arguments &arguments)
{
    TableOptions options{.encoding = arguments.option(u"--encoding"_s),
        .layer = arguments.option(u"--layer"_s),
        .system = arguments.option(u"--system"_s)};
    options.repairs = arguments.flag(u"--repair"_s);
    return options;
}

/// What an import may take in: tickets, or a register that people fill in themselves.
const domain::RegisterSpec *registerNamed(const QString &kind)
{
    QStringList kinds{u"tickets"_s};
    for (const domain::RegisterSpec &spec : domain::allRegisters()) {
        if (!spec.isByHand || spec.reg == domain::Register::Company)
            continue;
        if (kind == QLatin1StringView(spec.key))
            return &spec;
        kinds << QString::fromLatin1(spec.key);
    }
    if (kind != kinds.first())
        wrongUsage(QCoreApplication::translate(
            "ctl", "There is nothing called \"%1\" to import; name one of: %2.")
                       .arg(kind, kinds.join(u", "_s)));
    return nullptr;
}

/// A mapping file, or one of those that ship with the program by its name; without either the table's own headers.
Mapping mappingFor(const QString &name, const domain::RegisterSpec *reg, const TableReader &table,
    const QString &file)
{
    if (name.isEmpty()) {
        const Targets targets = reg ? Targets::of(*reg) : Targets::ofTickets();
        return guessMapping(targets, table.columns(), QFileInfo(file).completeBaseName());
    }
    const QString shipped = u":/mappings/%1.json"_s.arg(name);
    ReadMapping read =
        readMapping(!QFileInfo::exists(name) && QFile::exists(shipped) ? shipped : name);
    if (const auto *refusal = std::get_if<FileRefusal>(&read))
        refuse(*refusal);
    return std::get<Mapping>(std::move(read));
}

QJsonObject countsOf(const ImportReport &report)
{
    const ImportCounts &counts = report.counts;
    QJsonObject object{{u"read"_s, counts.read}, {u"accepted"_s, counts.accepted},
        {u"updated"_s, counts.updated}, {u"unchanged"_s, counts.unchanged},
        {u"refused"_s, counts.refused}, {u"noticed"_s, counts.noticed},
        {u"rejects"_s, report.rejects.isEmpty() ? QJsonValue() : QJsonValue(report.rejects)}};
    if (counts.deferred > 0)
        object.insert(u"deferred"_s, counts.deferred);
    if (!report.notices.isEmpty())
        object.insert(u"notices"_s, report.notices);
    if (report.cancelled)
        object.insert(u"cancelled"_s, true);
    return object;
}

int end(Session &session, const ImportReport &report, bool strict)
{
    session.print(countsOf(report));
    if (report.failure)
        ctl::refuse(*report.failure);
    if (report.fileFailure)
        refuse(*report.fileFailure);
    if (report.cancelled)
        throw Exit{1,
            Words::tr("Cancelled: what was taken in so far stays, and the same import again takes "
                      "in the rest.")};
    return strict && report.counts.refused > 0 ? 1 : 0;
}

} // namespace

int runImport(Session &session, Arguments &arguments)
{
    const domain::RegisterSpec *reg = registerNamed(arguments.word(Words::tr("What to import")));
    const QString mapping = arguments.option(u"--mapping"_s),
                  rejects = arguments.option(u"--rejects"_s),
                  notices = arguments.option(u"--notices"_s);
    const QString from = arguments.option(u"--from"_s);
    const TableOptions asked = optionsIn(arguments);
    const bool strict = arguments.flag(u"--strict"_s), dryRun = arguments.flag(u"--dry-run"_s),
               defers = arguments.flag(u"--defer-unknown"_s),
               seals = arguments.flag(u"--seal-numbers"_s);
    const QString file = arguments.word(Words::tr("The file"));
    arguments.done();

    const auto table = open(file, asked);
    for (const QString &remark : table->remarks())
        session.say(remark);
    const Mapping how = mappingFor(mapping, reg, *table, file);
    Desk &desk = session.desk();
    ImportProgressLine line(session);
    ImportOptions options{.rejects = rejects.isEmpty()
            ? QFileInfo(file).completeBaseName() + u".rejects.csv"_s
            : rejects,
        .alwaysWriteRejects = !rejects.isEmpty(),
        .dryRun = dryRun,
        .deferUnknown = defers,
        .sealNumbers = seals,
        .notices = notices,
        .repaired =
            [&session](const QString &grid, const QString &repair) {
                session.say(Words::tr("%1 was repaired: %2").arg(grid, repair));
            },
        .progress = [&line](const ImportProgress &progress) { line.show(progress); },
        .cancel = &interrupted()};
    if (!from.isEmpty())
        options.drawnFrom_ms = FieldText(desk.read()).parseTime_ms(u"--from"_s, from);
    auto done = reg ? importRegister(desk, *table, *reg, how, options)
                    : importTickets(desk, *table, how, options);
    if (const auto *refusal = std::get_if<FileRefusal>(&done))
        refuse(*refusal);
    return end(session, std::get<ImportReport>(done), strict);
}

int runTable(Session &session, Arguments &arguments)
{
    const TableOptions asked = optionsIn(arguments);
    const QString file = arguments.word(Words::tr("The file"));
    arguments.done();
    const auto table = open(file, asked);
    while (const auto row = table->next()) {
        QJsonObject object;
        for (qsizetype i = 0; i < row->cells.size(); ++i)
            object.insert(table->columns()[i], row->cells[i]);
        session.print(object);
        if (!row->problem.isEmpty())
            session.say(Words::tr("Line %1: %2.").arg(row->line).arg(row->problem));
    }
    if (table->error())
        refuse(*table->error());
    return 0;
}

} // namespace ctl
