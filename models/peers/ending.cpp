// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/ending.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace peers
{

namespace
{

constexpr const char *context = "peers::Session";

struct Row {
    Ending ending;
    bool mayTryAgain;
    domain::Refusal::Kind kind;
    const char *ours; ///< what this desk says when it ends the session
    const char *theirs; ///< what it says when the other one did
    const char *advice;
};

using Kind = domain::Refusal::Kind;

constexpr Row rows[] = {
    {Ending::Parted, true, Kind::Device,
        QT_TRANSLATE_NOOP("peers::Session", "The connection was closed."),
        QT_TRANSLATE_NOOP("peers::Session", "The other desk closed the connection."),
        QT_TRANSLATE_NOOP("peers::Session", "It is made again by itself.")},
    {Ending::TryLater, true, Kind::Device,
        QT_TRANSLATE_NOOP("peers::Session", "What the other desk sent could not be kept here."),
        QT_TRANSLATE_NOOP("peers::Session", "The other desk can keep nothing at the moment."),
        QT_TRANSLATE_NOOP("peers::Session", "It is tried again by itself; nothing is lost.")},
    {Ending::Silent, true, Kind::Device,
        QT_TRANSLATE_NOOP("peers::Session", "The other desk does not answer."),
        QT_TRANSLATE_NOOP("peers::Session", "The other desk heard nothing from this one."),
        QT_TRANSLATE_NOOP("peers::Session", "Check its network, or whether it is switched on.")},
    {Ending::Faulty, false, Kind::Device,
        QT_TRANSLATE_NOOP("peers::Session", "The other desk sent what no desk sends."),
        QT_TRANSLATE_NOOP("peers::Session", "The other desk refused what this one sent."),
        QT_TRANSLATE_NOOP("peers::Session",
            "Run verify on both desks, and see that they run the "
            "same version of the program.")},
    {Ending::NoCommonProtocol, false, Kind::Rule,
        QT_TRANSLATE_NOOP("peers::Session", "The programs of the two desks are too far apart."),
        QT_TRANSLATE_NOOP("peers::Session", "The programs of the two desks are too far apart."),
        QT_TRANSLATE_NOOP("peers::Session", "Update the older one.")},
    {Ending::OtherCompany, false, Kind::Rule,
        QT_TRANSLATE_NOOP("peers::Session", "The other desk belongs to another company."),
        QT_TRANSLATE_NOOP("peers::Session", "The other desk belongs to another company."),
        QT_TRANSLATE_NOOP(
            "peers::Session", "Remove its address, or check which folder it opened.")},
    {Ending::SameDesk, false, Kind::Rule,
        QT_TRANSLATE_NOOP("peers::Session", "The other side says to be this very desk."),
        QT_TRANSLATE_NOOP("peers::Session", "The other side is this very desk."),
        QT_TRANSLATE_NOOP("peers::Session",
            "If its folder was copied, close one of the two and let it join as a new desk.")},
    {Ending::OtherDesk, false, Kind::Rule,
        QT_TRANSLATE_NOOP("peers::Session", "Another desk answers than the one that was called."),
        QT_TRANSLATE_NOOP("peers::Session", "The other side called another desk than this one."),
        QT_TRANSLATE_NOOP("peers::Session", "Check the address of the desk.")},
    {Ending::NotAdmitted, false, Kind::Rule,
        QT_TRANSLATE_NOOP("peers::Session", "The other desk is not admitted here."),
        QT_TRANSLATE_NOOP("peers::Session", "The other desk does not admit this one."),
        QT_TRANSLATE_NOOP("peers::Session", "An administrator admits it on the page of desks.")},
    {Ending::TooMuch, false, Kind::Device,
        QT_TRANSLATE_NOOP("peers::Session", "The other desk sends more than was agreed."),
        QT_TRANSLATE_NOOP("peers::Session", "This desk sent more than the other one takes."),
        QT_TRANSLATE_NOOP("peers::Session", "See that both run the same version of the program.")},
};

const Row *findRow(qint64 ending)
{
    const auto *row =
        std::ranges::find_if(rows, [=](const Row &row) { return qint64(row.ending) == ending; });
    return row == std::end(rows) ? nullptr : row;
}

domain::Refusal put(const Row &row, const char *what, const QString &detail)
{
    domain::Refusal refusal;
    refusal.what = QCoreApplication::translate(context, what);
    if (!detail.isEmpty())
        refusal.what += QLatin1Char(' ') + detail;
    refusal.advice = QCoreApplication::translate(context, row.advice);
    refusal.kind = row.kind;
    return refusal;
}

} // namespace

bool mayTryAgain(Ending ending)
{
    const Row *row = findRow(qint64(ending));
    return row && row->mayTryAgain;
}

domain::Refusal refusalOf(Ending ending, const QString &detail)
{
    const Row *row = findRow(qint64(ending));
    return put(*row, row->ours, detail);
}

domain::Refusal refusalByPeer(qint64 ending, const QString &said)
{
    // A stranger's words: one line, and no more than one reads.
    const QString words = said.simplified().left(300);
    if (const Row *row = findRow(ending))
        return put(*row, row->theirs, words);
    const Row *parted = findRow(qint64(Ending::Parted));
    return put(*parted, parted->theirs, words);
}

} // namespace peers
