// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/escalations.h"

#include "store/notice_scenes.h"
#include "store/presence.h"

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

constexpr qint64 mostAtOnePlace = 200; ///< tickets
constexpr qsizetype mostTold = 100; ///< of more the list of what is late tells

EscalationTable tableOf(Reader &reader)
{
    return EscalationTable(rowsOf(reader, Register::Escalation));
}

bool isTold(const Escalation &level, const Id &person, const NoticeScene &scene)
{
    return std::ranges::any_of(level.to, [&](const QString &code) {
        const auto told = toldBy(code);
        return told && domain::isTold(*told, person, scene);
    });
}

Filter filter(const char *key, const QString &value)
{
    return {QString::fromLatin1(key), value};
}

/// Whoever is on duty hears of what lies with the own team or in its grids; who belongs to no team, of everything.
void addPlacesOfDuty(Reader &reader, const NumberedRow &person, QVector<QVector<Filter>> &places)
{
    if (PresenceBook(reader).of(person.row.id, reader.now_ms()) != Presence::OnDuty)
        return;
    const QString team = person.row.values.text(staff::Team);
    if (team.isEmpty())
        return places.append(QVector<Filter>());
    places.append(QVector<Filter>{filter("unit", team)});
    for (const NumberedRow &row : reader.findRows(Register::Grid)) {
        if (row.row.values.text(grid::Team) == team)
            places.append(QVector<Filter>{filter("grid", row.row.values.text(grid::Code))});
    }
}

/// Where somebody may be told of something: first what is their own, then where their posts lie. Whoever watches over the whole company is told
/// of what fell due last; the list of tickets has the rest.
QVector<QVector<Filter>> placesOf(Reader &reader, const Id &person)
{
    const auto login = reader.findRow(person);
    QVector<QVector<Filter>> places;
    if (login) {
        const QString name = login->row.values.text(staff::Login);
        places = {{filter("responsible", name)}, {filter("assignee", name)}};
    }
    constexpr quint16 above = Chief | Leader | Head | Manager | Supervisor;
    for (const NumberedRow &row : reader.findRows(Register::Grid)) {
        if (row.row.values[grid::Chief].value<Id>() == person)
            places.append(QVector<Filter>{filter("grid", row.row.values.text(grid::Code))});
    }
    for (const Grant &grant : reader.grants().of(person)) {
        if (!(grant.role & above) || !grant.holdsFor(reader.now_ms(), {}))
            continue;
        const auto grid = grant.grid.isNull() ? std::nullopt : reader.findRow(grant.grid);
        if (grid)
            places.append(QVector<Filter>{filter("grid", grid->row.values.text(grid::Code))});
        else if (!grant.unit.isEmpty())
            places.append(QVector<Filter>{filter("unit", grant.unit)});
        else
            places.append(QVector<Filter>());
    }
    if (login)
        addPlacesOfDuty(reader, *login, places);
    return places;
}

NoticeLine lineFor(const EscalatedTicket &each, NoticeLine line)
{
    line.key = u'e' + each.level.id.toHex();
    line.subject = each.ticket.ticket.id;
    line.at_ms = each.level.at_ms;
    line.clock = each.level.clock;
    line.due_ms = each.level.due_ms;
    return line;
}

QVector<EscalatedTicket> findAt(
    Reader &reader, const EscalationTable &table, const QVector<Filter> &filters, qint64 most)
{
    QVector<EscalatedTicket> found;
    if (table.isEmpty())
        return found;
    const qint64 now_ms = reader.now_ms();
    QVector<Filter> due = filters;
    due.append({QStringLiteral("under_way"), QStringLiteral("1")});
    due.append(
        {QStringLiteral("due_before"), QString::number(now_ms + table.longestWarning_ms() + 1)});
    const QVector<qint64> rows =
        reader.findTicketRows({.filters = due, .sort = QStringLiteral("due_at"), .limit = most});
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

} // namespace

QVector<EscalatedTicket> findEscalated(Reader &reader, qint64 most)
{
    return findAt(reader, tableOf(reader), {}, most);
}

std::optional<QVector<NoticeLine>> findEscalations(Reader &reader, const Id &person)
{
    QHash<QByteArray, NoticeLine> told; // by ticket and clock: the latest level says it all
    try {
        NoticeScenes scenes(reader);
        const EscalationTable table = tableOf(reader);
        for (const QVector<Filter> &place : placesOf(reader, person)) {
            for (const EscalatedTicket &each : findAt(reader, table, place, mostAtOnePlace)) {
                const QByteArray clock =
                    QByteArray::number(each.ticket.number) + each.level.clock.toUtf8();
                const auto ticket = scenes.glanceAt(each.ticket.ticket.id);
                if (told.contains(clock)
                    || !isTold(each.level, person, scenes.sceneOf(ticket, reader.now_ms())))
                    continue;
                told.insert(clock, lineFor(each, scenes.lineFor(ruleFor(each.level), ticket)));
            }
        }
    } catch (const SqlFailure &) {
        return {};
    }
    if (reader.takeFailure())
        return {};
    QVector<NoticeLine> lines(told.cbegin(), told.cend());
    std::ranges::sort(lines, [](const NoticeLine &one, const NoticeLine &other) {
        return std::tuple(other.at_ms, one.key) < std::tuple(one.at_ms, other.key);
    });
    lines.resize(std::min(lines.size(), mostTold));
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
