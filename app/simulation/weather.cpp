// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to desks and between them.
#include "simulation/company.h"

#include <algorithm>

namespace simulation
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{
constexpr qsizetype parcelBytes = 8 << 10;
} // namespace

bool Company::mayMeet(int one, int other)
{
    return one != other && !m_cut.contains({one, other}) && !m_cut.contains({other, one});
}

void Company::connect(int one, int other)
{
    if (mayMeet(one, other))
        m_lines.connect(one, other);
}

void Company::cut(int one, int other)
{
    m_cut.insert({one, other});
    m_lines.breakBetween(one, other);
}

void Company::send(int from, int to)
{
    if (!mayMeet(from, to))
        return;
    // What the other is known to hold may be old news: then some of it travels once more.
    const record::Heads known = m_dice.isOneIn(5) ? record::Heads() : desk(to).heads();
    Mail mail{to, from, m_world.now_ms() + m_dice.roll(600'000),
        desk(from).exchange().next(known, desk(to).id(), 200 + m_dice.roll(int(parcelBytes)))};
    for (int copies = m_dice.isOneIn(6) ? 2 : 1; copies > 0 && !mail.parcel.isEmpty(); --copies)
        m_mail.push_back(mail);
}

void Company::deliverSome()
{
    std::shuffle(m_mail.begin(), m_mail.end(), m_dice.engine());
    std::vector<Mail> later;
    for (const Mail &mail : std::exchange(m_mail, {})) {
        if (mail.due_ms > m_world.now_ms())
            later.push_back(mail);
        else if (!m_dice.isOneIn(10)) // else the line broke
            deliver(mail);
    }
    m_mail.insert(m_mail.end(), later.begin(), later.end());
}

void Company::deliver(const Mail &mail)
{
    const store::Receipt receipt = desk(mail.to).take(mail.parcel);
    if (receipt.outcome != store::Receipt::Kept && m_outcome.fault.isEmpty())
        m_outcome.fault = u"what a desk handed over was refused: "_s + receipt.why;
    m_lines.somethingNew(mail.to);
    ++m_outcome.deliveries;
}

void Company::crash(int number)
{
    ++m_outcome.crashes;
    m_lines.breakOf(number);
    const qsizetype tickets = m_tickets.size();
    m_isTorn = true;
    desk(number).crashInside([&] {
        if (!m_mustMeet.contains(number))
            openTicket(number);
    });
    m_isTorn = false;
    m_tickets.resize(tickets);
}

/// As a restore does it, or as somebody who lays the files back by hand: then the desk finds out when it hears of itself. Some
/// wait for that; whoever doesn't writes the same places of the feed once more, with something else.
void Company::comeBack(int number)
{
    if (!desk(number).hasCopy() || m_mustMeet.contains(number))
        return;
    ++m_outcome.restores;
    m_accepted.remove(number); // it may be gone with what the desk came back from
    m_lines.breakOf(number);
    const bool asItWas = m_dice.isOneIn(2);
    desk(number).comeBackFromCopy(!asItWas);
    // Whoever comes back may come back with the program of that day.
    if (m_dice.isOneIn(3))
        desk(number).startProgram(domain::firstRules);
    if (asItWas && m_dice.isOneIn(2))
        m_mustMeet.insert(number);
}

void Company::revoke(int number)
{
    if (number == 0 || m_mustMeet.contains(0) || m_revoked.size() + 2 >= qsizetype(m_desks.size()))
        return;
    if (submit(0, RevokeDesk{desk(number).id(), u"遗失"_s}, m_people.front())) {
        m_revoked.insert(number);
        ++m_outcome.revocations;
    }
}

/// Bytes that nobody signed, rights that nobody gave, events of a newer program.
void Company::lie(int number)
{
    if (number < 0)
        return;
    const int to = anyDesk();
    switch (m_dice.roll(5)) {
    case 0: {
        const record::Heads known = m_dice.isOneIn(3) ? record::Heads() : desk(to).heads();
        record::Parcel parcel = desk(number).exchange().next(known, desk(to).id(), parcelBytes);
        if (to == number || parcel.entries.isEmpty())
            return;
        QByteArray &bytes = parcel.entries[m_dice.roll(int(parcel.entries.size()))].bytes;
        bytes[m_dice.roll(int(bytes.size()))] ^= char(1 + m_dice.roll(255));
        desk(to).take(parcel);
        return;
    }
    case 1:
        return forge(number,
            RegisterPut{freshId(), Register::Grant,
                {{grant::Person, QVariant::fromValue(m_people.back().id)},
                    {grant::Role, u"administrator"_s}},
                {}});
    case 2:
        return forge(number, UnknownEvent{200, QByteArray("\x80", 1)});
    case 3:
        return m_lines.damageSome();
    default:
        return forge(
            number, RegisterPut{freshId(), Register::Standard, {{standard::Minutes, 1}}, {}});
    }
}

void Company::forge(int number, const Event &event)
{
    if (m_mustMeet.contains(number))
        return;
    m_lines.breakOf(number);
    append(number, event, m_people.back(), firstRules);
}

void Company::append(int number, const Event &event, const Person &person, qint64 rules)
{
    if (!desk(number).forge(event, person.id, m_world.now_ms(), rules) && m_outcome.fault.isEmpty())
        m_outcome.fault = u"desk %1 can't go on with its feed"_s.arg(number);
}

} // namespace simulation
