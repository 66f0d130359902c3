// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/escalations.h"

#include "store/notice_scenes.h"

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

EscalationTable tableOf(Reader &reader)
{
    QVector<RegisterRow> rows;
    for (const NumberedRow &row : reader.findRows(Register::Escalation))
        rows.append(row.row);
    return EscalationTable(rows);
}

bool isTold(const Escalation &level, const Id &person, const NoticeScene &scene)
{
    return std::ranges::any_of(level.to, [&](const QString &code) {
        const auto told = toldBy(code);
        return told && domain::isTold(*told, person, scene);
    });
}

} // namespace

QVector<EscalatedTicket> findEscalated(Reader &reader, qint64 most)
{
    const EscalationTable table = tableOf(reader);
    QVector<EscalatedTicket> found;
    if (table.isEmpty())
        return found;
    const qint64 now_ms = reader.now_ms();
    const QVector<qint64> rows =
        reader.findTicketRows({.filters = {{QStringLiteral("open"), QStringLiteral("1")},
                                   {QStringLiteral("due_before"),
                                       QString::number(now_ms + table.longestWarning_ms() + 1)}},
            .sort = QStringLiteral("due_at"),
            .descending = false,
            .limit = most});
    for (qint64 row : rows) {
        const auto ticket = reader.findTicket(row);
        if (!ticket)
            continue;
        for (const Escalation &level : table.reached(ticket->ticket, now_ms))
            found.append({*ticket, level});
    }
    std::ranges::stable_sort(
        found, std::ranges::greater{}, [](const EscalatedTicket &one) { return one.level.at_ms; });
    return found;
}

QVector<NoticeLine> findEscalations(Reader &reader, const Id &person, qint64 most)
{
    QVector<NoticeLine> lines;
    try {
        NoticeScenes scenes(reader);
        QSet<std::pair<qint64, QString>> told; // the latest level of a clock says it all
        for (const EscalatedTicket &each : findEscalated(reader, most)) {
            const auto clock = std::pair(each.ticket.number, each.level.clock);
            const auto ticket = scenes.glanceAt(each.ticket.ticket.id);
            if (told.contains(clock)
                || !isTold(each.level, person, scenes.sceneOf(ticket, reader.now_ms())))
                continue;
            told.insert(clock);
            NoticeLine line = scenes.lineFor(ruleFor(each.level), ticket);
            line.key = u'e' + each.level.id.toHex();
            line.subject = each.ticket.ticket.id;
            line.at_ms = each.level.at_ms;
            line.clock = each.level.clock;
            line.due_ms = each.level.due_ms;
            lines.append(line);
        }
    } catch (const SqlFailure &) {
        lines.clear(); // asked again within a minute
    }
    return lines;
}

bool isOver(Reader &reader, const NoticeLine &line)
{
    Statement find(reader.database().handle(),
        "SELECT 1 FROM clocks WHERE ticket=? AND clock=? AND due_at=? AND stopped_at IS NULL"
        " AND paused_at IS NULL");
    return !find.bind(1, line.row).bind(2, line.clock).bind(3, line.due_ms).step();
}

} // namespace store
