// SPDX-License-Identifier: GPL-3.0-or-later
#include "online/online_words.h"

#include "domain/words.h"
#include "widgets/time_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui::online
{

using items::OnlineChannel;
using items::OnlineLine;
using items::OnlineOutcome;
using items::OnlineSource;
using widgets::Mood;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(ui::online)
};

constexpr qint64 minute_ms = 60'000;

// What a service was refused is asked for again until it is taken; what a folder was refused lies there.
qint64 refusedOf(const OnlineSource &source)
{
    return source.kind == OnlineSource::Kind::Folder ? source.refused : source.again;
}

} // namespace

Mood moodOf(const OnlineSource &source)
{
    if (!source.trouble.isEmpty())
        return Mood::Late;
    if (source.success_ms == 0 || source.isStopped)
        return Mood::Waiting;
    return refusedOf(source) > 0 || source.untold > 0 ? Mood::Soon : Mood::Done;
}

QString standingWords(const OnlineSource &source)
{
    const bool isFolder = source.kind == OnlineSource::Kind::Folder;
    if (!source.trouble.isEmpty())
        return isFolder ? Texts::tr("not emptied") : Texts::tr("not reached");
    if (source.isStopped)
        return Texts::tr("stopped");
    if (source.success_ms == 0)
        return isFolder ? Texts::tr("never emptied") : Texts::tr("never asked");
    if (const qint64 refused = refusedOf(source); refused > 0)
        return Texts::tr("%n refused", nullptr, int(refused));
    if (source.untold > 0)
        return Texts::tr("replies not taken: %n", nullptr, int(source.untold));
    return Texts::tr("all taken in");
}

QString adviceWords(const OnlineSource &source)
{
    if (!source.trouble.isEmpty())
        return source.trouble;
    if (source.isStopped)
        return Texts::tr("The last round was stopped. The next one asks for the rest.");
    if (source.success_ms == 0)
        return Texts::tr("Press Ctrl+R to ask for the first time.");
    if (source.kind == OnlineSource::Kind::Folder && source.refused > 0) {
        return Texts::tr(
            "The reason lies beside each file, in \"done\" or \"refused\". Mend the file "
            "and lay it into the folder again; nothing is taken in twice.");
    }
    if (source.again > 0) {
        return Texts::tr("What is refused is asked for again with every round. Mend it at the "
                         "source, or enter here what it names and nobody knows.");
    }
    if (source.untold > 0) {
        return Texts::tr("The service doesn't take what became of these. It is said again with "
                         "every round; ask its operator whether the key may close requests.");
    }
    return {};
}

QString mappedWords(const OnlineSource &source)
{
    if (source.kind == OnlineSource::Kind::Folder)
        return source.hasMapping ? source.mapping : Texts::tr("what lies beside each file");
    return source.hasMapping ? Texts::tr("a mapping of its own")
                             : Texts::tr("as GeoReport has it: repairs");
}

QString intervalWords(int interval_min)
{
    return interval_min > 0
        ? Texts::tr("every %1").arg(widgets::durationWords(interval_min * minute_ms))
        : Texts::tr("only when somebody asks");
}

QString momentWords(qint64 at_ms, const Moment &moment)
{
    return at_ms ? widgets::timeWords(at_ms, moment.now_ms, moment.zone) : Texts::tr("never");
}

Mood moodOf(OnlineLine::Kind kind)
{
    switch (kind) {
    case OnlineLine::Kind::Refused:
    case OnlineLine::Kind::ReplyFailed:
        return Mood::Late;
    case OnlineLine::Kind::Remark:
        return Mood::Soon;
    case OnlineLine::Kind::NoNumber:
        return Mood::Waiting;
    case OnlineLine::Kind::CameIn:
        return Mood::Done;
    }
    return Mood::Open;
}

QString kindWords(OnlineLine::Kind kind)
{
    switch (kind) {
    case OnlineLine::Kind::Refused:
        return Texts::tr("Refused");
    case OnlineLine::Kind::ReplyFailed:
        return Texts::tr("Reply not taken");
    case OnlineLine::Kind::Remark:
        return Texts::tr("Left out");
    case OnlineLine::Kind::NoNumber:
        return Texts::tr("No number yet");
    case OnlineLine::Kind::CameIn:
        return Texts::tr("Came in");
    }
    return {};
}

QString lineWords(const OnlineLine &line)
{
    switch (line.kind) {
    case OnlineLine::Kind::Refused: {
        const QString again = Texts::tr("asked again next time");
        return line.reason.isEmpty() ? again : line.reason + QStringLiteral(" · ") + again;
    }
    case OnlineLine::Kind::ReplyFailed: {
        const QString again = Texts::tr("said again next time");
        return line.reason.isEmpty() ? again : line.reason + QStringLiteral(" · ") + again;
    }
    case OnlineLine::Kind::Remark:
        return line.reason;
    case OnlineLine::Kind::NoNumber:
        return Texts::tr(
            "The service has given it a token alone and is asked until it numbers it.");
    case OnlineLine::Kind::CameIn:
        return QStringList{line.title, domain::stateWord(line.state)}.join(QStringLiteral(" · "));
    }
    return {};
}

QString channelWords(const OnlineChannel &channel)
{
    const items::OnlineRound round = channel.round();
    if (round.isOn) {
        return round.name.isEmpty() ? Texts::tr("Asking…")
                                    : Texts::tr("Asking %1: %2 read, %3 new")
                                          .arg(round.name)
                                          .arg(round.read)
                                          .arg(round.accepted);
    }
    switch (channel.hold()) {
    case OnlineChannel::Hold::Off:
        return Texts::tr("Asked only when you press the key.");
    case OnlineChannel::Hold::Nobody:
        return Texts::tr("Waits until somebody is signed in, in whose name requests are taken in.");
    case OnlineChannel::Hold::NoRight:
        return Texts::tr("Waits for somebody who may take matters in; whoever sits here may not.");
    case OnlineChannel::Hold::None:
        break;
    }
    return Texts::tr("Each is asked by its interval, in the name of whoever sits here.");
}

Mood moodOf(const OnlineChannel &channel)
{
    if (channel.round().isOn)
        return Mood::Running;
    const OnlineChannel::Hold hold = channel.hold();
    return hold == OnlineChannel::Hold::None ? Mood::Done
        : hold == OnlineChannel::Hold::Off   ? Mood::Open
                                             : Mood::Waiting;
}

QString outcomeWords(const OnlineOutcome &outcome)
{
    QStringList parts;
    parts << cameInWords(outcome.accepted);
    if (outcome.updated > 0)
        parts << Texts::tr("%n brought up to date", nullptr, int(outcome.updated));
    if (outcome.refused > 0)
        parts << Texts::tr("%n refused", nullptr, int(outcome.refused));
    if (outcome.sent > 0)
        parts << Texts::tr("replies sent: %n", nullptr, int(outcome.sent));
    if (outcome.isStopped)
        parts << Texts::tr("then stopped");
    const QString came =
        QStringLiteral("%1: %2").arg(outcome.name, parts.join(QStringLiteral(" · ")));
    return outcome.trouble.isEmpty() ? came
                                     : QStringLiteral("%1: %2").arg(outcome.name, outcome.trouble);
}

Mood moodOf(const OnlineOutcome &outcome)
{
    const bool isWell = outcome.trouble.isEmpty() && outcome.refused == 0;
    return !isWell ? Mood::Late : outcome.isStopped ? Mood::Waiting : Mood::Done;
}

QString cameInWords(qint64 count)
{
    return count > 0 ? Texts::tr("%n request(s) came in", nullptr, int(count))
                     : Texts::tr("nothing new came in");
}

} // namespace ui::online
