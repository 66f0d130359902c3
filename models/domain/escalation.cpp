// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/escalation.h"

#include "domain/words.h"

#include <algorithm>
#include <map>

namespace domain
{

namespace
{

constexpr qint64 minute_ms = 60'000;
constexpr qint64 mostMinutes =
    366LL * 24 * 60; ///< what a table says beyond that is a mistyped number

bool isAny(const QString &wanted, const QString &there)
{
    return wanted.isEmpty() || wanted == there;
}

Id idOf(const Ticket &ticket, const TicketClock &clock, qint64 minutes)
{
    const QByteArray name = "escalation/" + ticket.id.toBytes().toHex() + '/' + clock.clock.toUtf8()
        + '/' + QByteArray::number(clock.round) + '/' + QByteArray::number(clock.due_ms) + '/'
        + QByteArray::number(minutes);
    return Id::named(name.constData());
}

} // namespace

const NoticeRule &ruleFor(const Escalation &level)
{
    const QLatin1StringView wanted(level.minutes < 0 ? deed::soon : deed::late);
    return *std::ranges::find(
        noticeRules(), wanted, [](const NoticeRule &rule) { return QLatin1StringView(rule.deed); });
}

EscalationTable::EscalationTable(const QVector<RegisterRow> &rows)
{
    for (const RegisterRow &row : rows) {
        const qint64 minutes = row.values.number(escalation::Minutes);
        if (row.reg != Register::Escalation || row.removed || std::abs(minutes) > mostMinutes)
            continue;
        m_levels.append({row.values.text(escalation::Clock), row.values.text(escalation::Kind),
            row.values.text(escalation::Line), row.values.text(escalation::Urgency), minutes,
            severalOf(row.values.text(escalation::To))});
        m_longestWarning_ms = std::max(m_longestWarning_ms, -minutes * minute_ms);
    }
}

bool EscalationTable::Level::fits(const TicketClock &running, const Ticket &ticket) const
{
    return isAny(clock, running.clock) && isAny(kind, ticket.values.text(field::Kind))
        && isAny(line, ticket.values.text(field::Line))
        && isAny(urgency, ticket.values.text(field::Urgency));
}

QVector<Escalation> EscalationTable::reached(const Ticket &ticket, qint64 now_ms) const
{
    QVector<Escalation> found;
    for (const TicketClock &clock : ticket.clocks) {
        if (!clock.isRunning())
            continue;
        std::map<qint64, QStringList> told;
        for (const Level &level : m_levels) {
            // A warning for which the promise leaves no time is none.
            const bool isReached = clock.due_ms + level.minutes * minute_ms <= now_ms
                && clock.due_ms + level.minutes * minute_ms > clock.started_ms;
            if (isReached && level.fits(clock, ticket))
                told[level.minutes] += level.to;
        }
        for (auto &[minutes, to] : told) {
            to.removeDuplicates();
            found.append({idOf(ticket, clock, minutes), clock.clock, clock.due_ms,
                clock.due_ms + minutes * minute_ms, int(minutes), to});
        }
    }
    std::ranges::stable_sort(found, {}, &Escalation::at_ms);
    return found;
}

} // namespace domain
