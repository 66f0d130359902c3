// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

#include <span>

namespace ctl
{

/// A command of the tool: a row of the table in commands.cpp. `run` gives the exit code or throws Exit.
struct CommandSpec {
    const char *name;
    const char *usage; ///< its arguments
    const char *does; ///< one line of help, English source, context "ctl"
    int (*run)(Session &session, Arguments &arguments);
    bool paints = false; ///< needs fonts and a painter, so a QApplication without a display
};

std::span<const CommandSpec> allCommands();
/// The command of this name; every register is one. Null when there is none.
const CommandSpec *findCommand(const QString &name);

// Each in the file of its name. Arguments begin behind the command's name, for runRegister with it.
int runHelp(Session &session, Arguments &arguments); // commands.cpp
int runInit(Session &session, Arguments &arguments); // desk_commands.cpp
int runDigest(Session &session, Arguments &arguments);
int runVerify(Session &session, Arguments &arguments);
int runRebuild(Session &session, Arguments &arguments);
int runKey(Session &session, Arguments &arguments); // key_command.cpp
int runBackup(Session &session, Arguments &arguments); // backup_commands.cpp
int runBackups(Session &session, Arguments &arguments);
int runRestore(Session &session, Arguments &arguments);
int runTicket(
    Session &session, Arguments &arguments); // ticket_commands.cpp: open, show, actions, do
int runTickets(Session &session, Arguments &arguments); // list_commands.cpp
int runRegister(
    Session &session, Arguments &arguments); // register_commands.cpp: staff, grids, customers, …
int runAccount(Session &session, Arguments &arguments); // account_commands.cpp
int runCustomer(
    Session &session, Arguments &arguments); // customer_commands.cpp: show, merge, part, …
int runErase(Session &session, Arguments &arguments); // privacy_commands.cpp: of customer
int runExport(Session &session, Arguments &arguments);
int runDue(Session &session, Arguments &arguments);
int runLooks(Session &session, Arguments &arguments);
int runConflicts(Session &session, Arguments &arguments); // conflict_command.cpp
int runAssign(Session &session, Arguments &arguments);
int runCandidates(Session &session, Arguments &arguments);
int runOverdue(Session &session, Arguments &arguments);
int runReckon(Session &session, Arguments &arguments); // reckon_command.cpp
int runOutage(Session &session, Arguments &arguments);
int runHandover(Session &session, Arguments &arguments); // handover_command.cpp
int runDuty(Session &session, Arguments &arguments);
int runVisits(Session &session, Arguments &arguments); // visit_commands.cpp: list, record, results
int runNotices(Session &session, Arguments &arguments);
int runConflict(Session &session, Arguments &arguments); // conflict_command.cpp: settle
int runRules(Session &session, Arguments &arguments); // rules_command.cpp
int runStock(Session &session, Arguments &arguments); // stock_commands.cpp
int runGrid(Session &session, Arguments &arguments); // grid_commands.cpp
int runImport(Session &session, Arguments &arguments); // import_commands.cpp
int runTable(Session &session, Arguments &arguments);
int runHub(Session &session, Arguments &arguments); // hub_commands.cpp
int runOnline(Session &session, Arguments &arguments); // online_commands.cpp
int runGenerate(Session &session, Arguments &arguments); // generate_command.cpp
int runServe(Session &session, Arguments &arguments); // node_commands.cpp
int runSync(Session &session, Arguments &arguments);
int runPair(Session &session, Arguments &arguments);
int runInvite(Session &session, Arguments &arguments); // peer_commands.cpp
int runPeers(Session &session, Arguments &arguments);
int runRevoke(Session &session, Arguments &arguments);
int runReport(Session &session, Arguments &arguments); // report_commands.cpp
int runSlip(Session &session, Arguments &arguments);
int runWorkflow(Session &session, Arguments &arguments); // workflow_command.cpp
int runSimulate(Session &session, Arguments &arguments); // simulate_command.cpp
int runBench(Session &session, Arguments &arguments); // bench_command.cpp

/// A supply by its code; exits where there is none. (stock_commands.cpp)
domain::Id supplyNamed(Session &session, const QString &code);
/// "CODE:QUANTITY,CODE:QUANTITY": what a step draws from stock.
QVector<domain::DrawnSupply> drawnIn(Session &session, const QString &given);

} // namespace ctl
