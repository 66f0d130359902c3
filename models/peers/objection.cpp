// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/objection.h"

#include "peers/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace peers
{

using domain::Refusal;

namespace
{

struct Said {
    Objection objection;
    const char *toPeer;
    const char *byPeer;
    const char *advice;
};

// clang-format off
constexpr Said said[] = {
    {Objection::Garbage,     QT_TRANSLATE_NOOP("peers", "The other side sends what no desk sends."), QT_TRANSLATE_NOOP("peers", "The other side doesn't understand this desk."), QT_TRANSLATE_NOOP("peers", "Check the address; another program may answer there.")},
    {Objection::Version,     QT_TRANSLATE_NOOP("peers", "The other side's program is of another version."), QT_TRANSLATE_NOOP("peers", "The other side's program is of another version."), QT_TRANSLATE_NOOP("peers", "Bring both to the newest one.")},
    {Objection::Unproven,    QT_TRANSLATE_NOOP("peers", "The other side couldn't prove which desk it is."), QT_TRANSLATE_NOOP("peers", "The other side saw no proof of which desk this is."), QT_TRANSLATE_NOOP("peers", "Check the address and whether somebody listens in between.")},
    {Objection::Unknown,     QT_TRANSLATE_NOOP("peers", "The other side is no desk of this company."), QT_TRANSLATE_NOOP("peers", "The other side doesn't know this desk."), QT_TRANSLATE_NOOP("peers", "Pair the two, or check the address.")},
    {Objection::NotJoined,   QT_TRANSLATE_NOOP("peers", "The other side is invited and has not joined yet."), QT_TRANSLATE_NOOP("peers", "This desk is invited and has not joined yet."), QT_TRANSLATE_NOOP("peers", "Pair it with the code of its invitation.")},
    {Objection::Revoked,     QT_TRANSLATE_NOOP("peers", "The other side is a desk that was revoked."), QT_TRANSLATE_NOOP("peers", "This desk was revoked."), QT_TRANSLATE_NOOP("peers", "An administrator knows why.")},
    {Objection::ItsOwn,      QT_TRANSLATE_NOOP("peers", "The other side is this same desk, or a copy of its folder."), QT_TRANSLATE_NOOP("peers", "The other side is this same desk, or a copy of its folder."), QT_TRANSLATE_NOOP("peers", "Let only one of them run; a copy is not a second desk.")},
    {Objection::Doubled,     QT_TRANSLATE_NOOP("peers", "The two desks are connected the other way round."), QT_TRANSLATE_NOOP("peers", "The two desks are connected the other way round."), ""},
    {Objection::NotInvited,  QT_TRANSLATE_NOOP("peers", "The invitation is used up, too old, or never was."), QT_TRANSLATE_NOOP("peers", "The invitation is used up, too old, or never was."), QT_TRANSLATE_NOOP("peers", "Let an administrator invite the desk anew.")},
    {Objection::NotAdmitted, QT_TRANSLATE_NOOP("peers", "This desk did not let the other one in."), QT_TRANSLATE_NOOP("peers", "The other side did not let this desk in."), QT_TRANSLATE_NOOP("peers", "Compare the codes once more, and let an administrator sit there.")},
    {Objection::Busy,        QT_TRANSLATE_NOOP("peers", "Too many want to connect at once."), QT_TRANSLATE_NOOP("peers", "The other side has too many who want to connect."), QT_TRANSLATE_NOOP("peers", "It is tried again by itself.")},
    {Objection::Silent,      QT_TRANSLATE_NOOP("peers", "The other side said nothing for too long."), QT_TRANSLATE_NOOP("peers", "The other side heard nothing from this desk for too long."), QT_TRANSLATE_NOOP("peers", "It is tried again by itself; check the network.")},
    {Objection::Deaf,        QT_TRANSLATE_NOOP("peers", "The other side takes nothing any more."), QT_TRANSLATE_NOOP("peers", "The other side says that this desk takes nothing."), QT_TRANSLATE_NOOP("peers", "It is tried again by itself; check the network.")},
    {Objection::Leaving,     QT_TRANSLATE_NOOP("peers", "This program ends."), QT_TRANSLATE_NOOP("peers", "The other side's program ended."), QT_TRANSLATE_NOOP("peers", "It is tried again by itself.")},
};
// clang-format on

/// What trying again doesn't change.
bool isRule(Objection objection)
{
    return objection == Objection::Unknown || objection == Objection::Revoked
        || objection == Objection::NotJoined || objection == Objection::NotInvited
        || objection == Objection::NotAdmitted || objection == Objection::ItsOwn;
}

Refusal inWords(Objection objection, const char *Said::*side)
{
    const auto found = std::ranges::find(said, objection, &Said::objection);
    if (found == std::end(said))
        return {{}, Words::tr("The other side ended the connection."), {}, Refusal::Device};
    const auto text = [](const char *source) {
        return *source ? QCoreApplication::translate("peers", source) : QString();
    };
    return {{}, text((*found).*side), text(found->advice),
        isRule(objection) ? Refusal::Rule : Refusal::Device};
}

} // namespace

Refusal toPeer(Objection objection)
{
    return inWords(objection, &Said::toPeer);
}

Refusal byPeer(Objection objection)
{
    return inWords(objection, &Said::byPeer);
}

} // namespace peers
