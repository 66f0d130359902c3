// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/notice_scenes.h"

namespace store
{

using namespace domain;

NoticeScenes::Glance NoticeScenes::glanceAt(const Id &id)
{
    Statement &find = m_reader.database().prepared(
        "SELECT id, number, title, category, workflow, grid, unit, first_receiver, assignee,"
        " urgency, responsible, hand_to FROM tickets WHERE uid=?");
    Glance ticket;
    if (find.bind(1, id).step()) {
        ticket = {find.integer(0), find.text(1), find.text(2), find.text(3), find.text(4), {}};
        constexpr std::pair<quint8, int> rows[] = {{field::Grid, 5}, {field::FirstReceiver, 7},
            {field::Assignee, 8}, {field::Responsible, 10}, {field::HandTo, 11}};
        for (const auto &[number, column] : rows) {
            if (!find.isNull(column))
                ticket.values.set(
                    number, QVariant::fromValue(m_reader.rows().idOf(find.integer(column))));
        }
        ticket.values.set(field::Unit, find.text(6));
        ticket.values.set(field::Urgency, find.text(9));
    }
    find.reset();
    return ticket;
}

NoticeScene NoticeScenes::sceneOf(const Glance &ticket, qint64 at_ms, const QVector<Id> &authors)
{
    const Id chief = rowOf(ticket.values[field::Grid].value<Id>())[grid::Chief].value<Id>();
    return {ticket.workflow, ticket.values, {}, chief, m_grants, at_ms, authors,
        [this, &ticket, at_ms](
            const Id &person) { return isOnDuty(person, ticket.values, at_ms); }};
}

/// Of the team that it is with, or of its grid's; whoever belongs to no team is on duty for all.
bool NoticeScenes::isOnDuty(const Id &person, const Values &ticket, qint64 at_ms)
{
    const QString team = rowOf(person).text(staff::Team);
    if (!team.isEmpty() && team != ticket.text(field::Unit)
        && team != rowOf(ticket[field::Grid].value<Id>()).text(grid::Team))
        return false;
    if (!m_presence)
        m_presence.emplace(m_reader);
    return m_presence->of(person, at_ms) == Presence::OnDuty;
}

NoticeLine NoticeScenes::lineFor(const NoticeRule &rule, const Glance &ticket)
{
    return {.rule = &rule,
        .row = ticket.row,
        .ticket = ticket.number,
        .title = ticket.title,
        .category = ticket.category,
        .grid = rowOf(ticket.values[field::Grid].value<Id>()).text(grid::Code)};
}

QString NoticeScenes::nameOf(const Id &person)
{
    return rowOf(person).text(staff::Name);
}

const Values &NoticeScenes::rowOf(const Id &id)
{
    auto at = m_rows.find(id);
    if (at == m_rows.end()) {
        const auto row = id.isNull() ? std::nullopt : m_reader.findRow(id);
        at = m_rows.insert(id, row ? row->row.values : Values());
    }
    return *at;
}

} // namespace store
