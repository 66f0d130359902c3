// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "beside/pass.h"
#include "store/command_taker.h"

/// The members of what a desk is asked and of what it answers, each in the order in which it passes. A member that is
/// missing here would arrive empty on the other side: beside_pass_test counts them.

namespace domain
{

using beside::Is;

template <Is<FoundCompany> C> auto members(C &c)
{
    return std::tie(c.company, c.desk, c.administrator, c.name, c.zone, c.login,
        c.administratorName, c.deskName, c.prefix, c.publicKey, c.account);
}

template <Is<CustomerDraft> C> auto members(C &c)
{
    return std::tie(c.known, c.fresh, c.name, c.phone, c.idNumber, c.address);
}

template <Is<OpenTicket> C> auto members(C &c)
{
    return std::tie(c.ticket, c.values, c.customer, c.by, c.state, c.dispatch, c.dispatchValues);
}

template <Is<DrawnSupply> C> auto members(C &c)
{
    return std::tie(c.supply, c.quantity);
}

template <Is<ActOnTicket> C> auto members(C &c)
{
    return std::tie(c.ticket, c.action, c.values, c.by, c.at_ms, c.seenRevision, c.drawn);
}

template <Is<PutRow> C> auto members(C &c)
{
    return std::tie(c.reg, c.row, c.values, c.cleared);
}

template <Is<RemoveRow> C> auto members(C &c)
{
    return std::tie(c.reg, c.row);
}

template <Is<GrantRole> C> auto members(C &c)
{
    return std::tie(c.grant, c.person, c.role, c.grid, c.unit, c.from_ms, c.until_ms);
}

template <Is<RevokeGrant> C> auto members(C &c)
{
    return std::tie(c.grant, c.reason);
}

template <Is<PutAccount> C> auto members(C &c)
{
    return std::tie(c.person, c.values);
}

template <Is<LookAt> C> auto members(C &c)
{
    return std::tie(c.customer, c.ticket, c.purpose, c.reason);
}

template <Is<AskErasure> C> auto members(C &c)
{
    return std::tie(c.erasure, c.customer, c.basis, c.reason);
}

template <Is<AnswerErasure> C> auto members(C &c)
{
    return std::tie(c.erasure, c.isApproved, c.answer);
}

template <Is<InviteDesk> C> auto members(C &c)
{
    return std::tie(c.desk, c.name, c.prefix, c.scope, c.grids, c.tokenHash, c.until_ms);
}

template <Is<AdmitDesk> C> auto members(C &c)
{
    return std::tie(c.desk, c.name, c.prefix, c.publicKey, c.scope, c.grids, c.token);
}

template <Is<RevokeDesk> C> auto members(C &c)
{
    return std::tie(c.desk, c.reason);
}

template <Is<SettleConflict> C> auto members(C &c)
{
    return std::tie(c.conflict, c.subject, c.remark);
}

template <Is<ActivateRules> C> auto members(C &c)
{
    return std::tie(c.company, c.rules);
}

template <Is<MoveStock> C> auto members(C &c)
{
    return std::tie(c.supply, c.kind, c.quantity, c.ticket, c.note);
}

template <Is<GridArea> C> auto members(C &c)
{
    return std::tie(c.grid, c.shape);
}

template <Is<DrawGrids> C> auto members(C &c)
{
    return std::tie(c.from_ms, c.rows, c.areas, c.reason);
}

template <Is<ClockBasis> T> auto members(T &t)
{
    return std::tie(t.minutes, t.days, t.hours);
}

template <Is<TicketClock> T> auto members(T &t)
{
    return std::tie(
        t.clock, t.round, t.started_ms, t.due_ms, t.stopped_ms, t.basis, t.paused_ms, t.rested_ms);
}

template <Is<Step> T> auto members(T &t)
{
    return std::tie(
        t.action, t.to, t.round, t.by, t.typedBy, t.at_ms, t.recorded_ms, t.values, t.before);
}

template <Is<Ticket> T> auto members(T &t)
{
    return std::tie(t.id, t.workflow, t.values, t.state, t.round, t.steps, t.clocks, t.revision);
}

template <Is<Refusal> T> auto members(T &t)
{
    return std::tie(t.field, t.what, t.advice, t.kind);
}

} // namespace domain

namespace store
{

template <beside::Is<Accepted> T> auto members(T &t)
{
    return std::tie(t.position, t.subject, t.number, t.ticket);
}

} // namespace store
