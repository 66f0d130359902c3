// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/desk_line.h"

#include "domain/registers.h"

#include <algorithm>

namespace items
{

using namespace domain;
using Stage = Contact::Stage;

namespace
{

/// What computers that set their clocks by the network never reach.
constexpr qint64 clockTolerance_ms = 120'000;
/// By then whoever was to look has looked, and what happened stands in the desk's particulars.
constexpr qint64 twofoldFor_ms = 30ll * 24 * 3'600'000;

/// Of two connections with one desk the one that gets further; of two that get nowhere, the one heard last.
Contact bestOf(const QVector<Contact> &contacts, const Id &desk)
{
    Contact best;
    for (const Contact &contact : contacts) {
        if (contact.desk != desk)
            continue;
        const qint64 last_ms = std::max(best.lastContact_ms, contact.lastContact_ms);
        if (best.desk.isNull() || contact.stage > best.stage)
            best = contact;
        best.lastContact_ms = last_ms;
    }
    return best;
}

DeskStanding standingOf(const RegisterRow &row, bool isOwn, const Contact &contact,
    const HubContact &hub, qint64 now_ms)
{
    if (row.values.has(desk::Revoked))
        return DeskStanding::Revoked;
    if (isOwn)
        return DeskStanding::Own;
    if (!row.values.has(desk::PublicKey))
        return now_ms < row.values.number(desk::InvitedUntil) ? DeskStanding::Invited
                                                              : DeskStanding::Lapsed;
    if (contact.stage == Stage::InStep)
        return DeskStanding::InStep;
    if (contact.stage == Stage::Exchanging)
        return DeskStanding::Exchanging;
    if (hub.phase == HubContact::Phase::InStep || hub.phase == HubContact::Phase::Exchanging)
        return DeskStanding::OverHub;
    return contact.stage == Stage::Connecting ? DeskStanding::Connecting : DeskStanding::NotReached;
}

DeskStanding standingOf(HubContact::Phase phase)
{
    switch (phase) {
    case HubContact::Phase::InStep:
        return DeskStanding::InStep;
    case HubContact::Phase::Exchanging:
        return DeskStanding::Exchanging;
    case HubContact::Phase::Connecting:
        return DeskStanding::Connecting;
    default:
        return DeskStanding::NotReached;
    }
}

} // namespace

bool DeskLine::isClockOff() const
{
    return isConnected() && std::abs(contact.clockAhead_ms) >= clockTolerance_ms;
}

bool DeskLine::isOther() const
{
    return !isHub && !isOwn && standing != DeskStanding::Revoked
        && standing != DeskStanding::Invited && standing != DeskStanding::Lapsed;
}

DeskLine lineOf(const RegisterRow &row, const Id &own, const QVector<Contact> &contacts,
    const HubContact &hub, const store::Parked &parked, qint64 now_ms)
{
    DeskLine line{.isOwn = row.id == own,
        .desk = row.id,
        .name = row.values.text(desk::Name),
        .prefix = row.values.text(desk::Prefix),
        .scope = row.values.text(desk::Scope),
        .grids = row.values.text(desk::Grids),
        .invitedUntil_ms = row.values.number(desk::InvitedUntil),
        .revoked_ms = row.values.number(desk::Revoked),
        .reason = row.values.text(desk::Reason),
        .contact = bestOf(contacts, row.id)};
    line.standing = standingOf(row, line.isOwn, line.contact, hub, now_ms);
    for (const store::ParkedFeed &feed : parked.feeds) {
        if (feed.desk == row.id)
            line.waiting += feed.entries;
    }
    for (const store::WrittenTwice &side : parked.writtenTwice) {
        if (side.desk == row.id && line.standing != DeskStanding::Revoked) {
            line.writtenTwice_ms = std::max(line.writtenTwice_ms, side.at_ms);
            line.isTwofold = now_ms - line.writtenTwice_ms < twofoldFor_ms;
        }
    }
    return line;
}

DeskLine hubLine(const HubContact &hub)
{
    DeskLine line{.isHub = true, .standing = standingOf(hub.phase), .hub = hub};
    line.contact.lastContact_ms = hub.lastContact_ms;
    line.contact.toTake = hub.behind;
    line.contact.error = hub.trouble;
    return line;
}

SyncSummary summaryOf(const QVector<DeskLine> &lines, qint64 since_ms)
{
    SyncSummary summary{.since_ms = since_ms};
    bool hasOthers = false, isHubOut = false, isTwofold = false, isShutOut = false;
    qint64 hubSince_ms = since_ms, lastContact_ms = 0;
    for (const DeskLine &line : lines) {
        isTwofold = isTwofold || line.isTwofold;
        isShutOut = isShutOut || line.contact.isShutOut
            || (line.isOwn && line.standing == DeskStanding::Revoked);
        if (!line.isHub && !line.isOther())
            continue;
        hasOthers = true;
        if (line.isConnected())
            summary.entries = std::max(summary.entries, line.contact.toTake);
        if (line.isHub) {
            summary.isHubInStep = line.standing == DeskStanding::InStep;
            isHubOut = line.standing == DeskStanding::NotReached;
            hubSince_ms = line.hub.lastContact_ms ? line.hub.lastContact_ms : since_ms;
        } else {
            summary.inStep += line.standing == DeskStanding::InStep;
        }
        lastContact_ms = std::max(lastContact_ms, line.contact.lastContact_ms);
    }
    if (lastContact_ms > 0)
        summary.since_ms = lastContact_ms;
    const bool isInStep = summary.inStep > 0 || summary.isHubInStep;
    summary.kind = isShutOut   ? SyncSummary::ShutOut
        : isTwofold            ? SyncSummary::Twofold
        : !hasOthers           ? SyncSummary::Alone
        : summary.entries > 0  ? SyncSummary::Behind
        : isInStep && isHubOut ? SyncSummary::HubNotReached
        : isInStep             ? SyncSummary::InStep
                               : SyncSummary::NotReached;
    if (summary.kind == SyncSummary::HubNotReached)
        summary.since_ms = hubSince_ms;
    return summary;
}

} // namespace items
