// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/desk_online.h"

#include "common/online_sources.h"

#include "domain/rights.h"
#include "exchange/online_book.h"
#include "store/reader.h"

namespace app
{

using domain::Refusal;
using exchange::OnlineReport;
using items::OnlineSetup;

namespace
{

items::Source sourceOf(Desk &desk)
{
    return {desk.read(), [&desk] { return desk.newReader(); }};
}

} // namespace

DeskOnline::DeskOnline(Desk &desk, QObject *parent)
    : m_desk(desk)
    , m_background(sourceOf(desk))
    , m_keeper(desk)
{
    setParent(parent);
    connect(&desk, &Desk::satDown, this, &DeskOnline::personChanged);
    connect(&m_keeper, &OnlineKeeper::began, this, [this] {
        m_person = m_desk.actor();
        m_round = {.isOn = true, .name = {}};
        Q_EMIT changed();
    });
    connect(&m_keeper, &OnlineKeeper::came, this, &DeskOnline::noteRound);
    connect(&m_keeper, &OnlineKeeper::pulled, this, &DeskOnline::noteEnd);
    connect(&m_keeper, &OnlineKeeper::ended, this, [this] {
        m_round = {};
        Q_EMIT changed();
        renew();
    });
    renew();
}

DeskOnline::~DeskOnline() = default;

items::OnlineChannel::Hold DeskOnline::hold() const
{
    if (!m_asksByItself)
        return Hold::Off;
    if (m_desk.actor().isNull() || m_isAway)
        return Hold::Nobody;
    return domain::mayDo(domain::Right::TakeIn, m_desk.who(), m_desk.read().grants())
        ? Hold::None
        : Hold::NoRight;
}

void DeskOnline::setAway(bool isAway)
{
    if (std::exchange(m_isAway, isAway) == isAway)
        return;
    Q_EMIT changed();
    if (!isAway)
        m_keeper.look();
}

/// What was asked in the name of somebody who has left goes no further; the next round is somebody else's.
void DeskOnline::personChanged()
{
    if (m_keeper.isAsking() && m_person != m_desk.actor())
        m_keeper.stop();
    Q_EMIT changed();
    m_keeper.look();
}

void DeskOnline::noteRound(const QString &name, const OnlineReport &soFar)
{
    m_round = {.isOn = true, .name = name, .read = soFar.read, .accepted = soFar.accepted};
    Q_EMIT changed();
}

void DeskOnline::noteEnd(const QString &name, const OnlineReport &report)
{
    noteRound(name, report);
    renew();
    const bool isTrouble = report.failure && !report.isStopped;
    Q_EMIT asked({.name = name,
        .accepted = report.accepted,
        .updated = report.updated,
        .refused = report.refused,
        .sent = report.statusSent,
        .isStopped = report.isStopped,
        .trouble = isTrouble ? shownReason(report.failure->text()) : QString()});
}

void DeskOnline::renew()
{
    m_isStale = m_isReading;
    if (std::exchange(m_isReading, true))
        return;
    m_background.ask([&desk = m_desk](store::Reader &reader) { return look(desk, reader); })
        .then(this, [this](const Seen &seen) { take(seen); });
}

DeskOnline::Seen DeskOnline::look(Desk &desk, store::Reader &reader)
{
    return {findOnlineSources(desk, reader), exchange::OnlineBook(desk, reader).isAskedByWindow()};
}

void DeskOnline::take(const Seen &seen)
{
    m_isReading = false;
    m_sources = seen.sources;
    if (std::exchange(m_asksByItself, seen.asksByItself) != seen.asksByItself)
        switchOver();
    Q_EMIT changed();
    if (m_isStale)
        renew();
}

void DeskOnline::switchOver()
{
    if (m_asksByItself)
        m_keeper.start([this] { return hold() == Hold::None; });
    else
        m_keeper.pause();
}

items::OnlineChannel::Outcome DeskOnline::setAsksByItself(bool asks)
{
    return change({}, [&desk = m_desk, asks](store::Reader &reader) {
        return exchange::OnlineBook(desk, reader).setAskedByWindow(asks);
    });
}

void DeskOnline::ask(const QString &name)
{
    m_keeper.ask(name);
}

void DeskOnline::stop()
{
    m_keeper.stop();
}

items::OnlineChannel::Outcome DeskOnline::put(const OnlineSetup &setup)
{
    return change(setup.name,
        [&desk = m_desk, setup](store::Reader &reader) { return putOnline(desk, reader, setup); });
}

items::OnlineChannel::Outcome DeskOnline::remove(const QString &name)
{
    return change(name,
        [&desk = m_desk, name](store::Reader &reader) { return removeOnline(desk, reader, name); });
}

items::OnlineChannel::Outcome DeskOnline::change(const QString &name, Deed deed)
{
    if (m_keeper.isAsking() && m_round.name == name && !name.isEmpty())
        m_keeper.stop();
    // Without a database the background gives nothing back; then nothing was changed.
    struct Done {
        bool isDone = false;
        std::optional<Refusal> refusal;
    };
    return m_background
        .ask([deed = std::move(deed)](store::Reader &reader) {
            return Done{true, deed(reader)};
        })
        .then(this, [this](const Done &done) {
            renew();
            return done.isDone ? done.refusal
                               : std::optional(Refusal{{}, tr("The desk can't be read."),
                                   tr("Try again; nothing was changed."), Refusal::Device});
        });
}

} // namespace app
