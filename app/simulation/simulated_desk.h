// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/virtual_world.h"
#include "store/check.h"
#include "store/entry_reader.h"
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

    /// A desk of its own, with empty tables.
    void begin();
    bool isRunning() const { return m_writer != nullptr; }
    domain::Id id() const { return m_secrets.desk; }
    const store::Secrets &secrets() const { return m_secrets; }
    DeskClock &clock() { return m_clock; }

    store::Verdict submit(const store::Submission &submission);
    store::Receipt take(const record::Parcel &parcel);
    record::Heads heads();
    record::Parcel next(const record::Heads &known, const domain::Id &peer, qsizetype bytes);
    record::Parcel keysFor(const domain::Id &peer, const QVector<domain::Id> &owners);
    QVector<domain::Id> lackingKeys();
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
    /// Appends what no decision stands behind.
    void forge(const domain::Event &event, const domain::Id &actor, qint64 at_ms);
    domain::Id feed();

    store::Digest digest();
    std::optional<store::Damage> findDamage();

private:
    void copyFiles(const QString &from, const QString &to) const;

    const store::DeskFolder m_folder;
    Dice &m_dice;
    DeskClock m_clock;
    store::Secrets m_secrets;
    std::shared_ptr<store::People> m_people;
    std::unique_ptr<store::Writer> m_writer;
    std::unique_ptr<store::EntryReader> m_reader;
};

} // namespace simulation
