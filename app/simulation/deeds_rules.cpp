// SPDX-License-Identifier: GPL-3.0-or-later
// Programs of different age side by side: some desks are updated in the course of a run, some fall back to an old program,
// and administrators try to activate rules that only the newer one knows.
#include "simulation/company.h"

#include "store/active_rules.h"

namespace simulation
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

/// What a later program will decide by, and a kind of event that came with it.
constexpr qint64 laterRules = firstRules + 1;
constexpr quint32 laterEvent = 201;

} // namespace

void Company::workOnRules(int number)
{
    const int what = m_dice.roll(10);
    if (what < 2)
        changeProgram(number);
    else if (what < 4)
        rollOut();
    else if (what < 8)
        activateRules(number);
    else
        writeByNewerRules(number);
}

/// Some companies begin when the newer program is everywhere already, others in the middle of that.
void Company::beginPrograms()
{
    const bool isEverywhere = m_dice.isOneIn(2);
    for (int number = 0; number < int(m_desks.size()); ++number) {
        startProgram(number, isEverywhere || m_dice.isOneIn(2) ? laterRules : firstRules);
        announce(number);
    }
}

/// An administrator has all desks updated; one may be forgotten.
void Company::rollOut()
{
    for (int number = 0; number < int(m_desks.size()); ++number) {
        if (m_mustMeet.contains(number) || m_dice.isOneIn(12))
            continue;
        startProgram(number, laterRules);
        announce(number);
    }
}

/// Upwards as a rule; now and then somebody installs the old one again.
void Company::changeProgram(int number)
{
    startProgram(number, m_dice.isOneIn(3) ? firstRules : laterRules);
    if (m_dice.isOneIn(2))
        announce(number);
}

void Company::startProgram(int number, qint64 known)
{
    if (desk(number).program() == known)
        return;
    m_lines.breakOf(number);
    desk(number).startProgram(known);
}

/// In step with the others, a desk says by itself what it follows.
void Company::announce(int number)
{
    desk(number).announce();
    m_lines.somethingNew(number);
}

void Company::activateRules(int number)
{
    store::Database &database = desk(number).database();
    Id company;
    store::eachRow(database, Register::Company,
        [&company](const store::NumberedRow &row) { company = row.row.id; });
    m_outcome.activations +=
        submit(number, ActivateRules{company, laterRules}, anybody()).has_value();
}

/// The later program's own kind of deed: this one can't decide it, and takes it in like any event that it doesn't know.
void Company::writeByNewerRules(int number)
{
    const RulesHere rules{store::activeRules(desk(number).database()), desk(number).program()};
    if (rules.written() < laterRules || !rules.canWrite())
        return;
    m_lines.breakOf(number);
    append(number, UnknownEvent{laterEvent, QByteArray("\x80", 1)}, anybody(), rules.written());
    noteWritten(number, true);
}

void Company::noteWritten(int number, bool couldWrite)
{
    if (!couldWrite && m_outcome.fault.isEmpty())
        m_outcome.fault = u"desk %1 wrote by rules that its program doesn't know"_s.arg(number);
    if (m_isTorn)
        return;
    const Id feed = desk(number).feed();
    const qint64 last = desk(number).heads().sequenceOf(feed);
    for (qint64 sequence = last; sequence > 0; --sequence) {
        const auto hash = desk(number).exchange().hashAt(feed, sequence);
        if (!hash || m_writtenBy.contains(*hash))
            return;
        m_writtenBy.insert(*hash, desk(number).program());
    }
}

} // namespace simulation
