// SPDX-License-Identifier: GPL-3.0-or-later
#include "desks/desk_words.h"

#include "widgets/time_words.h"

#include <QCoreApplication>

namespace ui::desks
{

using items::Contact;
using items::DeskLine;
using items::DeskStanding;
using items::HubContact;
using items::SyncSummary;
using widgets::Mood;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::desks::Words)
};

QString timeOf(qint64 at_ms, const Moment &moment)
{
    return widgets::timeWords(at_ms, moment.now_ms, moment.zone);
}

QString notReached(qint64 since_ms, const Moment &moment)
{
    return since_ms ? Words::tr("not reached since %1").arg(timeOf(since_ms, moment))
                    : Words::tr("not reached yet");
}

QString onItsWay(const DeskLine &line)
{
    if (line.contact.toTake > 0)
        return Words::tr("behind by %n entries", nullptr, int(line.contact.toTake));
    if (line.contact.toSend > 0)
        return Words::tr("is being sent %n entries", nullptr, int(line.contact.toSend));
    return Words::tr("exchanging");
}

} // namespace

QString nameWords(const DeskLine &line)
{
    if (line.isHub)
        return Words::tr("Hub");
    return line.isOwn ? Words::tr("%1 (this desk)").arg(line.name) : line.name;
}

QString standingWords(const DeskLine &line, const Moment &moment)
{
    if (line.isTwofold)
        return Words::tr("written on two computers");
    if (line.isHub && line.hub.phase == HubContact::Phase::Refused)
        return Words::tr("says no");
    switch (line.standing) {
    case DeskStanding::Own:
        return Words::tr("in use here");
    case DeskStanding::InStep:
        return line.isClockOff() ? Words::tr("in step, clocks differ") : Words::tr("in step");
    case DeskStanding::Exchanging:
        return onItsWay(line);
    case DeskStanding::Connecting:
        return Words::tr("connecting");
    case DeskStanding::NotReached:
        return line.contact.isShutOut ? Words::tr("says this desk was revoked")
                                      : notReached(line.contact.lastContact_ms, moment);
    case DeskStanding::OverHub:
        return Words::tr("by way of the hub");
    case DeskStanding::Invited:
        return Words::tr("invited until %1").arg(timeOf(line.invitedUntil_ms, moment));
    case DeskStanding::Lapsed:
        return Words::tr("invitation lapsed");
    case DeskStanding::Revoked:
        return Words::tr("revoked %1").arg(timeOf(line.revoked_ms, moment));
    }
    return {};
}

Mood moodOf(const DeskLine &line)
{
    if (line.isTwofold)
        return Mood::Conflict;
    switch (line.standing) {
    case DeskStanding::Own:
        return Mood::Open;
    case DeskStanding::InStep:
        return line.isClockOff() ? Mood::Soon : Mood::Done;
    case DeskStanding::Exchanging:
    case DeskStanding::Connecting:
    case DeskStanding::OverHub:
        return Mood::Running;
    case DeskStanding::NotReached:
        return line.contact.isShutOut ? Mood::Late : line.isHub ? Mood::Soon : Mood::Waiting;
    case DeskStanding::Invited:
    case DeskStanding::Lapsed:
        return Mood::Waiting;
    case DeskStanding::Revoked:
        return Mood::Late;
    }
    return Mood::Open;
}

QString wayWords(const DeskLine &line)
{
    if (line.isHub)
        return line.hub.host;
    if (line.standing == DeskStanding::OverHub)
        return Words::tr("hub");
    switch (line.contact.way) {
    case Contact::Way::None:
        return {};
    case Contact::Way::Network:
        return Words::tr("local network, %1").arg(line.contact.address);
    case Contact::Way::Address:
        return Words::tr("address %1").arg(line.contact.address);
    case Contact::Way::Incoming:
        return Words::tr("calls from %1").arg(line.contact.address);
    }
    return {};
}

QString contactWords(const DeskLine &line, const Moment &moment)
{
    return line.contact.lastContact_ms ? timeOf(line.contact.lastContact_ms, moment) : QString();
}

QString clockWords(const DeskLine &line)
{
    if (!line.isClockOff())
        return {};
    const qint64 ahead_ms = line.contact.clockAhead_ms;
    const QString words = widgets::durationWords(std::abs(ahead_ms));
    return ahead_ms > 0 ? Words::tr("%1 ahead of this one's").arg(words)
                        : Words::tr("%1 behind this one's").arg(words);
}

QString lagWords(const DeskLine &line)
{
    QStringList words;
    if (line.contact.toTake > 0)
        words << Words::tr("%1 to come").arg(line.contact.toTake);
    if (line.contact.toSend > 0)
        words << Words::tr("%1 to send").arg(line.contact.toSend);
    if (line.waiting > 0)
        words << Words::tr("%1 wait").arg(line.waiting);
    return words.join(QStringLiteral(" · "));
}

QString explanation(const DeskLine &line)
{
    if (line.isTwofold)
        return Words::tr("Two computers wrote as this desk: its folder was copied, or files were "
                         "laid back by hand. Everything that both wrote is kept and counts. Let "
                         "only one of them go on; let the other in anew as a desk of its own.");
    if (line.isClockOff())
        return Words::tr("One of the two computers has the wrong time. Set it right: due times and "
                         "the service record show the time of whoever was at work.");
    switch (line.standing) {
    case DeskStanding::Own:
        return Words::tr("What is taken in here goes to the other desks by itself, as soon as they "
                         "are reached.");
    case DeskStanding::InStep:
        return Words::tr("Both hold the same. What one of them takes in is at the other at once.");
    case DeskStanding::Exchanging:
        return Words::tr("Go on working: what is missing comes in by itself.");
    case DeskStanding::Connecting:
        return Words::tr("It is being called.");
    case DeskStanding::NotReached:
        if (line.contact.isShutOut)
            return Words::tr("Nothing is exchanged with this desk any more, and what is taken in "
                             "here reaches nobody. Ask an administrator why.");
        return line.isHub
            ? Words::tr("It is tried again by itself. Nothing is lost: everything taken in here "
                        "goes out when it answers.")
            : Words::tr("It is switched off, or the network between is interrupted. It is called "
                        "again by itself, and nothing is lost.");
    case DeskStanding::OverHub:
        return Words::tr("The two don't reach each other. What each hands to the hub comes to the "
                         "other from there.");
    case DeskStanding::Invited:
        return Words::tr("It joins as soon as somebody types the invitation's code there.");
    case DeskStanding::Lapsed:
        return Words::tr("Nobody came in time. Invite the desk anew.");
    case DeskStanding::Revoked:
        return Words::tr("What it took in after that has no effect and is sent to nobody.");
    }
    return {};
}

QString summaryWords(const SyncSummary &summary, const Moment &moment)
{
    const QString since = timeOf(summary.since_ms, moment);
    switch (summary.kind) {
    case SyncSummary::Alone:
        return Words::tr("The company's only desk");
    case SyncSummary::InStep:
        if (summary.inStep == 0)
            return Words::tr("In step with the hub");
        return summary.isHubInStep
            ? Words::tr("In step with %n desks and the hub", nullptr, summary.inStep)
            : Words::tr("In step with %n desks", nullptr, summary.inStep);
    case SyncSummary::Behind:
        return Words::tr("%n entries behind", nullptr, int(summary.entries));
    case SyncSummary::NotReached:
        return summary.since_ms > 0 ? Words::tr("Working alone since %1").arg(since)
                                    : Words::tr("No other desk reached yet");
    case SyncSummary::HubNotReached:
        return Words::tr("In step with %n desks, hub not reached since %1", nullptr, summary.inStep)
            .arg(since);
    case SyncSummary::Twofold:
        return Words::tr("Two computers write as one desk");
    case SyncSummary::ShutOut:
        return Words::tr("This desk was revoked");
    }
    return {};
}

} // namespace ui::desks
