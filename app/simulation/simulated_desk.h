// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/exchange.h"
#include "simulation/virtual_world.h"
#include "store/check.h"
#include "store/writer.h"

#include <memory>

namespace simulation
{

/// One desk of a simulated company: a real folder with a real database, written by the real writer, on this thread. It can
/// crash, with what wasn't durable torn, and come back as a copy of what it was earlier.
class SimulatedDesk
{
public:
    SimulatedDesk(const QString &folder, const VirtualClock &world, Dice &dice);

    /// A desk of its own, with empty tables: a copy of the database given, or made anew.
    void begin(const QString &tables = {});
    QString databaseFile() const { return m_folder.database(); }
    bool isRunning() const { return m_writer != nullptr; }
    domain::Id id() const { return m_secrets.desk; }
    const store::Secrets &secrets() const { return m_secrets; }
    DeskClock &clock() { return m_clock; }
    /// The newest rules that its program knows.
    qint64 program() const { return m_program; }
    /// Ends the program and starts one that knows rules up to these.
    void startProgram(qint64 knownRules);

    store::Verdict submit(const store::Submission &submission);
    store::Receipt take(const record::Parcel &parcel);
    void announce();
    record::Heads heads() { return m_exchange->heads(); }
    /// What sessions ask of the desk; another one after each start.
    peers::Exchange &exchange() { return *m_exchange; }
    store::Database &database() { return m_writer->database(); }

    /// Whatever the last transaction wrote was not durable yet: the log ends somewhere in the middle of it.
    void crashInside(const std::function<void()> &work);
    void stop();
    void start();
    /// Remembers the folder as it is, and comes back to that.
    void copyAway();
    bool hasCopy() const;
    /// In a new epoch, or as it was.
    void comeBackFromCopy(bool inNewEpoch);
    /// Appends what no decision stands behind; false when the database doesn't take it.
    bool forge(const domain::Event &event, const domain::Id &actor, qint64 at_ms,
        qint64 rules = domain::firstRules);
    domain::Id feed();

    store::Digest digest();
    std::optional<store::Damage> findDamage();

private:
    void copyFiles(const QString &from, const QString &to) const;

    const store::DeskFolder m_folder;
    Dice &m_dice;
    DeskClock m_clock;
    store::Secrets m_secrets;
    qint64 m_program = domain::firstRules;
    std::shared_ptr<store::People> m_people;
    std::unique_ptr<store::Writer> m_writer;
    std::unique_ptr<peers::Exchange> m_exchange;
};

} // namespace simulation
