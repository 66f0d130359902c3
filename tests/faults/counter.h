// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "store/check.h"

#include <functional>

namespace faults
{

/// How often a test of faults tries: as many times as GRIDDESK_FAULTS says, otherwise `standard`.
int times(int standard);

/// The n-th matter that somebody brings to the counter: each has words of its own; some callers come
/// again, some give no name, some are in a hurry, some only ask.
domain::Command matter(const Desk &desk, int n);
QVector<domain::Command> matters(const Desk &desk, int first, int count);

/// Founds the counter's company; a refusal ends the test with its words.
std::unique_ptr<Desk> founded(const QString &folder, domain::Clock &clock, domain::Random &random);
/// What an opening must give; a refusal ends the test with its words.
std::unique_ptr<Desk> mustOpen(Desk::Opening opening);

/// Copies what a desk keeps, as one copies a disk while the program is down: without SQLite's shared
/// memory, and without the lock of whoever held the desk.
void copyDesk(const QString &from, const QString &to);

/// Where quick copies may lie: in memory where the system has room for files there.
QString quickFolder();

/// People at work on a desk. All that they ask for must be accepted; a refusal ends the test with its
/// words.
class Counter
{
public:
    /// `acknowledged` is called after every commit that the desk has acknowledged.
    explicit Counter(
        Desk &desk, std::function<void()> acknowledged = [] {});

    /// The grid, its people, its street.
    void moveIn();
    /// Takes in so many matters, one by one.
    void takeIn(int count);
    /// The same in one transaction.
    void takeInAtOnce(int count);
    /// Leads the latest repair from the chief to the customer's satisfaction, with a correction, a
    /// private note and an attachment on the way.
    void repairLatest();
    /// Puts so many of the tickets that wait into the text index.
    void feedText(int tickets);
    void rebuild();
    /// Registers change: someone gets another phone, a place is given up.
    void changeRegisters();

    store::Accepted submit(const domain::Command &command);

private:
    void step(const QString &action, const domain::Values &values = {}, const domain::Id &by = {});
    void maintain(std::function<void(store::Database &)> work);
    domain::Id addRow(domain::Register reg, const domain::Values &values);
    void noteRepair(const store::Accepted &accepted);

    Desk &m_desk;
    std::function<void()> m_acknowledged;
    int m_matters = 0;
    domain::Id m_repair;
};

} // namespace faults
