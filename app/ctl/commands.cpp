// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "domain/registers.h"

#include <algorithm>
#include <cstdio>

namespace ctl
{

namespace
{
// clang-format off
constexpr CommandSpec commands[] = {
    {"help", "", QT_TRANSLATE_NOOP("ctl", "says this"), runHelp},
    {"init", "--company NAME --admin LOGIN [--desk-name NAME] [--prefix 03] [--zone Asia/Shanghai] [--sample]",
        QT_TRANSLATE_NOOP("ctl", "founds a company on a new desk; --sample fills it with the sample company"), runInit},
    {"import", "KIND FILE [--mapping FILE] [--encoding NAME] [--layer NAME] [--rejects FILE] [--strict] [--dry-run]"
        " [--system EPSG:4547|CGCS2000|GCJ-02|…] [--repair] [--from DAY]",
        QT_TRANSLATE_NOOP("ctl", "takes in a file of tickets, customers, staff, grids …; a map draws the grids: in its own coordinate system or the one that is named, broken borders repaired when asked, from a day on"), runImport},
    {"table", "FILE [--encoding NAME] [--layer NAME]", QT_TRANSLATE_NOOP("ctl", "prints a file's rows as an import reads them"), runTable},
    {"ticket", "open [--file FILE|-] | show NUMBER | actions NUMBER |"
        " do NUMBER ACTION [FIELD=VALUE …] [--fields FILE|-] [by=LOGIN] [at=TIME] [seen=REVISION] [drawn=CODE:QUANTITY,…]",
        QT_TRANSLATE_NOOP("ctl", "takes a matter in, shows it, says what may be done now, does it"), runTicket},
    {"tickets", "[--search TEXT [--in FIELD,…]] [--where FIELD=VALUE …] [--sort [-]FIELD] [--limit N] [--offset N] [--count]",
        QT_TRANSLATE_NOOP("ctl", "lists tickets; until=, done_until= and due_before= name the first moment that no longer belongs"), runTickets},
    {"REGISTER", "[--search TEXT] [--where FIELD=VALUE …] [--limit N] [--offset N] [--count] |"
        " add FIELD=VALUE … | set ID|CODE FIELD=VALUE … | show ID|CODE | remove ID|CODE",
        QT_TRANSLATE_NOOP("ctl", "lists and edits customers, premises, contacts, staff, grids, places, equipment, supplies, channels, categories, standards, service_hours, calendar, escalations, outages, shifts, roster, leaves, guidance, measures, duty_log, handovers, visit_plans, planned_visits, desks, company"), runRegister},
    {"account", "list | show LOGIN | add LOGIN [FIELD=VALUE …] | grant LOGIN role=ROLE [grid=CODE] [unit=NAME] [from=TIME] [until=TIME] |"
        " revoke LOGIN [role=ROLE|grant=ID] [reason=TEXT] | password [LOGIN]",
        QT_TRANSLATE_NOOP("ctl", "who may sign in and do what; a new password comes from GRIDDESK_NEW_PASSWORD"), runAccount},
    {"customer", "show ID | merge FROM INTO [--reason TEXT] | part FROM | distinct ONE OTHER [--reason TEXT] | duplicates [--limit N] |"
        " export ID [--json FILE] [--pdf FILE] | due [--months N] [--limit N] | erase ID [--basis request|retention] [--reason TEXT] [--refuse]",
        QT_TRANSLATE_NOOP("ctl", "everything about one customer; merges two files of one person and takes it back; finds such files; hands out all that is held; an erasure is asked for by one and approved by the same command of another"), runCustomer, true},
    {"looks", "[--person LOGIN] [--customer ID] [--from TIME] [--until TIME] [--limit N] [--offset N] [--count]",
        QT_TRANSLATE_NOOP("ctl", "who looked at whose personal data, when and what for"), runLooks},
    {"notices", "[--limit N] [--offset N] [--count]", QT_TRANSLATE_NOOP("ctl", "what this person is told of: what others assigned, sent back or recorded differently, of the last days"), runNotices},
    {"candidates", "NUMBER", QT_TRANSLATE_NOOP("ctl", "to whom a ticket is best given, and why"), runCandidates},
    {"assign", "[--where FIELD=VALUE …] [--limit N] [--dry-run]",
        QT_TRANSLATE_NOOP("ctl", "gives every open ticket that nobody has to the best candidate, and says how evenly they are spread"), runAssign},
    {"reckon", "--reason TEXT | --dry-run",
        QT_TRANSLATE_NOOP("ctl", "lists the open promises that would be due at another time by the service hours and holidays as they are now, and reckons them anew; changed standards hold for new promises only"), runReckon},
    {"overdue", "[--limit N] [--offset N] [--count]", QT_TRANSLATE_NOOP("ctl", "what is late or soon will be, level by level, and who is told of it"), runOverdue},
    {"outage", "show CODE | call-back CODE [--by text|phone] [--remark TEXT] | notice CODE --pdf FILE",
        QT_TRANSLATE_NOOP("ctl", "whom an outage affects and who called about it; tells all who wait, each person once; prints the notice for staircases and gates"), runOutage, true},
    {"visits", "list PLAN [--all] [--limit N] [--offset N] [--count] |"
        " record PLAN CUSTOMER [outcome=reached|unreached] [scores=5,4,3] [said=TEXT] [by=LOGIN] [at=TIME] [ticket=NUMBER] | results PLAN [--at TIME] [--pdf FILE]",
        QT_TRANSLATE_NOOP("ctl", "who is to be called in the round of a plan, in their order; records what came of it, anew where it was wrong; counts answers, as data and on paper"), runVisits, true},
    {"duty", "[--at TIME]", QT_TRANSLATE_NOOP("ctl", "who is on duty by the roster, and who comes next"), runDuty},
    {"handover", "list [--waiting] [--limit N] [--offset N] [--count] | give [--where TEXT] [--shift CODE] [--watch TEXT] [--all] [--pdf FILE] |"
        " take [ID] [--remark TEXT] [--pdf FILE] | show ID [--pdf FILE]",
        QT_TRANSLATE_NOOP("ctl", "hands a shift over with the promises that run out and what is open in the duty log, and takes one over, each signed by the person; prints it"), runHandover, true},
    {"conflicts", "[--settled|--all] [--limit N] [--offset N] [--count]", QT_TRANSLATE_NOOP("ctl", "lists what contradicts and waits to be settled"), runConflicts},
    {"conflict", "settle ID [--holds standing|earlier|later] [--remark TEXT]", QT_TRANSLATE_NOOP("ctl", "says what holds: what stands now, or what one of the two said"), runConflict},
    {"rules", "| activate N", QT_TRANSLATE_NOOP("ctl", "by which rules the company works, which this program knows and which desks don't follow; makes newer ones the company's"), runRules},
    {"grid", "at LON LAT|- [--day DAY] [--system EPSG:4547|GCJ-02|…] | show CODE [--day DAY] | check [--day DAY]",
        QT_TRANSLATE_NOOP("ctl", "which grid a point lies in (- reads many from stdin); a grid with its area as GeoJSON; gaps, overlaps, grids without a chief, an area or a right code"), runGrid},
    {"stock", "list [--low] | moves CODE | receive|issue|return|count CODE QUANTITY [--ticket NUMBER] [--note TEXT]",
        QT_TRANSLATE_NOOP("ctl", "what is in stock; brings supplies in, takes them out, gives them back, counts them"), runStock},
    {"report", "NAME --period 2018|2018-Q1|2018-03|2018-W10|2018-03-09 [--grid CODE …] [--cut CUT] [--pdf FILE] [--xlsx FILE]",
        QT_TRANSLATE_NOOP("ctl", "a report's figures, as data and on paper"), runReport, true},
    {"slip", "NAME NUMBER … --pdf FILE", QT_TRANSLATE_NOOP("ctl", "prints slips: receipt, order, visit, missing, declined, complaint, reminder, supervised"), runSlip, true},
    {"workflow", "KIND [--pdf FILE]", QT_TRANSLATE_NOOP("ctl", "the way of a kind of matters: its states, what may be done in each, by whom; as data and as a chart"), runWorkflow, true},
    {"digest", "", QT_TRANSLATE_NOOP("ctl", "sums up the record and the tables; equal on desks that hold the same"), runDigest},
    {"verify", "", QT_TRANSLATE_NOOP("ctl", "checks the whole desk and names the first damage"), runVerify},
    {"rebuild", "", QT_TRANSLATE_NOOP("ctl", "folds all tables anew from the record"), runRebuild},
    {"key", "show | passphrase | recovery [--pdf FILE] | keyring on|off | open",
        QT_TRANSLATE_NOOP("ctl", "how the desk's key is kept; sets the passphrase (GRIDDESK_NEW_PASSPHRASE), prints a recovery code, uses the keyring or nothing"), runKey, true},
    {"backup", "FILE | --daily | --check FILE [--passphrase-env NAME]",
        QT_TRANSLATE_NOOP("ctl", "puts the whole desk into one sealed file (without a passphrase the database alone), makes the backup of the day in the desk's folder and thins out older ones, or reads a backup to its end; goes beside an open window"), runBackup},
    {"backups", "", QT_TRANSLATE_NOOP("ctl", "lists the backups in the desk's folder"), runBackups},
    {"restore", "FILE [--passphrase-env NAME]", QT_TRANSLATE_NOOP("ctl", "puts a backup in the desk's place, or a complete one into an empty folder; what was there is kept under backups/"), runRestore},
    {"serve", "--listen HOST:PORT [--peer HOST:PORT …] [--beacon] [--limit KIB] [--online]",
        QT_TRANSLATE_NOOP("ctl", "keeps this desk in step with the others until it is ended: hears them, calls fixed addresses, finds those of the local network (--beacon), sends no more than so many KiB a second, asks the online services by their intervals (--online)"), runServe},
    {"invite", "[--name NAME] [--prefix 04] [--scope company|grids|none] [--grids CODE …]",
        QT_TRANSLATE_NOOP("ctl", "invites a computer to become a desk; the code is good for one and for ten minutes"), runInvite},
    {"pair", "HOST:PORT --code CODE [--replay]", QT_TRANSLATE_NOOP("ctl", "makes a desk of the company in an empty folder and fills it"), runPair},
    {"sync", "HOST:PORT [--once] [--limit KIB]", QT_TRANSLATE_NOOP("ctl", "keeps in step with the desk at an address, or brings both in step once"), runSync},
    {"hub", "init URL | URL [--once]",
        QT_TRANSLATE_NOOP("ctl", "prepares a PostgreSQL as the company's hub; meets it and stays in step, or once"), runHub},
    {"online", "add NAME URL [--jurisdiction J] [--api-key-file FILE] [--mapping FILE] [--overlap MINUTES] [--interval MINUTES] [--since TIME] [--status none|post] |"
        " list | remove NAME | pull [NAME] | drop FOLDER [--mapping FILE] [--age SECONDS]",
        QT_TRANSLATE_NOOP("ctl", "takes in what citizens report online: from Open311 GeoReport v2 services, which may be told the outcome, and from files laid into a folder"), runOnline},
    {"peers", "", QT_TRANSLATE_NOOP("ctl", "lists the company's desks: joined, invited, revoked"), runPeers},
    {"revoke", "DESK [--reason TEXT]", QT_TRANSLATE_NOOP("ctl", "shuts a desk out; what it appends beyond what is known here has no effect"), runRevoke},
    {"generate", "--tickets N --seed S", QT_TRANSLATE_NOOP("ctl", "makes plausible tickets for load tests, the same for the same seed"), runGenerate},
    {"simulate", "--desks N --steps K --seed S [--runs N]",
        QT_TRANSLATE_NOOP("ctl", "lets a company of desks work, break and meet in virtual time; ends with 3 and the seed when they don't come to the same"), runSimulate},
    {"bench", "save|import|list|search|start|memory|report|people|grids|sync-merge|sync-join|sync-live [--tickets N|--customers N] [--rounds N] [--keep DIR]",
        QT_TRANSLATE_NOOP("ctl", "measures on desks of its own, beside a baseline of the same run; --keep leaves the generated ones there"), runBench, true},
};
// clang-format on
#undef DOES

void put(const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stdout);
}

} // namespace

std::span<const CommandSpec> allCommands()
{
    return commands;
}

const CommandSpec *findCommand(const QString &name)
{
    const bool isRegister = domain::findRegister(name) != nullptr;
    const QString wanted = isRegister ? QStringLiteral("REGISTER") : name;
    const auto at = std::ranges::find_if(commands,
        [&](const CommandSpec &command) { return wanted == QLatin1StringView(command.name); });
    return at == std::end(commands) || (at->run == runRegister && !isRegister) ? nullptr : at;
}

int runHelp(Session &, Arguments &arguments)
{
    arguments.done();
    put(QStringLiteral("griddeskctl [--desk DIR] [--as LOGIN] [--text] COMMAND …\n"));
    for (const CommandSpec &command : commands) {
        put(QStringLiteral("  %1 %2").arg(
            QString::fromLatin1(command.name), QString::fromUtf8(command.usage)));
        put(QStringLiteral("      ") + QCoreApplication::translate("ctl", command.does));
    }
    put(u'\n'
        + Words::tr("One JSON object per line on stdout, messages on stderr. "
                    "Exit: 0 done, 1 refused, 2 wrong usage, 3 the desk or its files failed."));
    return 0;
}

} // namespace ctl
