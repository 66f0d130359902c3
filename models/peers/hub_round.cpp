// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub.h"
#include "peers/hub_check.h"
#include "peers/hub_link.h"
#include "peers/hub_words.h"

#include <QPointer>

namespace peers
{

using domain::Refusal;
using record::Heads;

namespace
{
constexpr qsizetype mostFaults = 20;
}

void Hub::goOn()
{
    if (m_link && !m_step.isActive())
        m_step.start(0);
}

void Hub::step()
{
    if (!m_link || m_isTaking)
        return;
    if (!m_link->pieces.empty()) {
        takeNext();
        return;
    }
    if (std::exchange(m_lookDue, false))
        lookAtAll();
    else if (!m_news.isEmpty())
        lookAtNews();
    const bool hasPushed = pushSome();
    if (pullSome())
        return; // goes on when it is taken
    if (hasPushed) {
        setPhase(HubState::Exchanging);
        goOn();
        return;
    }
    if (exchangeKeys())
        return;
    setPhase(HubState::InStep);
    Q_EMIT inStep();
}

/// Costs a lookup for each feed, however many entries the hub holds.
void Hub::lookAtAll()
{
    m_state.faults.clear();
    m_news.clear();
    m_keysDue = m_answersDue = true;
    const Heads hub = m_link->entries.heads();
    m_link->push.know(hub);
    compare(hub, m_exchange.heads());
    for (const Id &feed : m_link->entries.forkedFeeds())
        report(HubWords::tr("Feed %1 was written twice; the hub keeps both branches until an "
                            "administrator decides.")
                   .arg(nameOf(feed)));
}

void Hub::lookAtNews()
{
    const Heads mine = m_exchange.heads();
    const QHash<Id, qint64> news = std::exchange(m_news, {});
    QVector<Id> feeds;
    for (auto each = news.cbegin(); each != news.cend(); ++each) {
        if (!mine.covers(each.key(), each.value()))
            feeds << each.key();
    }
    if (feeds.isEmpty())
        return;
    const Heads hub = m_link->entries.headsOf(feeds);
    m_link->push.know(hub);
    compare(hub, mine);
}

void Hub::compare(const Heads &hub, const Heads &mine)
{
    for (auto each = hub.all().cbegin(); each != hub.all().cend(); ++each) {
        const Id &feed = each.key();
        const qint64 held = mine.sequenceOf(feed);
        if (held < each->sequence) {
            m_link->pull.want(feed, held, each->sequence);
            continue;
        }
        const auto here = held == each->sequence && !mine.hashOf(feed).isEmpty()
            ? mine.hashOf(feed)
            : m_exchange.hashAt(feed, each->sequence).value_or(QByteArray());
        if (!here.isEmpty() && here != each->hash)
            differs(feed, each->sequence);
    }
}

/// Hub and desk hold different entries at this place: either the desk wrote the feed twice (a restored copy), or the hub's was
/// changed. The first place where they part tells.
void Hub::differs(const Id &feed, qint64 sequence)
{
    if (m_link->push.isSkipped(feed))
        return;
    m_link->push.skip(feed);
    qint64 low = 1;
    for (qint64 high = sequence; low < high;) {
        const qint64 middle = low + (high - low) / 2;
        const bool isSame = m_link->entries.hashAt(feed, middle)
            == m_exchange.hashAt(feed, middle).value_or(QByteArray());
        (isSame ? low : high) = isSame ? middle + 1 : middle;
    }
    const QByteArray previous =
        low > 1 ? m_exchange.hashAt(feed, low - 1).value_or(QByteArray()) : record::chainStart();
    const HubRow there = m_link->entries.read({{feed, low, low}}).value(0, {feed, low});
    const auto entry = checked(there, previous);
    if (const auto *wrong = std::get_if<QString>(&entry)) {
        report(*wrong);
        return;
    }
    m_link->push.keepBranch(feed, low, m_self, m_pace.bytes);
    report(HubWords::tr("Feed %1 was written twice: from entry %2 on, the hub and this desk hold "
                        "different ones. Both are kept; nothing of it is exchanged until an "
                        "administrator decides.")
               .arg(nameOf(feed))
               .arg(low));
}

bool Hub::pushSome()
{
    const auto pushed = m_link->push.next(m_pace.bytes, [this](const QVector<HubRow> &rows) {
        HubNotice notice{HubNotice::Entries, m_self, {}};
        for (const HubRow &row : rows)
            notice.feeds[row.feed] = std::max(notice.feeds.value(row.feed), row.sequence);
        announce(notice);
    });
    m_state.pushed += pushed.rows.size();
    m_again = 0;
    if (!pushed.forked.isEmpty()) {
        const Heads hub = m_link->entries.headsOf(pushed.forked.values().toVector());
        compare(hub, m_exchange.heads());
        // Whatever that found: not the same again, or this would go round for ever.
        for (const Id &feed : pushed.forked)
            m_link->push.skip(feed);
    }
    return !pushed.isEmpty();
}

bool Hub::pullSome()
{
    HubPull::Helping helping = m_link->pull.next(m_pace.bytes);
    nameFaults();
    if (helping.isEmpty())
        return false;
    setPhase(HubState::Exchanging);
    m_link->refused.clear();
    m_link->pieces.push_back({helping.rows, m_link->keys.take(helping.owners)});
    takeNext();
    return true;
}

bool Hub::exchangeKeys()
{
    if (m_keysDue) {
        if (const auto keys = m_link->keys.takeLacking(); !keys.isEmpty()) {
            m_link->pieces.push_back({{}, keys});
            takeNext();
            return true;
        }
        m_keysDue = false;
        if (m_link->keys.askForLacking())
            announce({HubNotice::Questions, m_self, {}});
    }
    if (m_answersDue)
        answerOthers();
    if (m_answersDue)
        goOn();
    return m_answersDue;
}

void Hub::answerOthers()
{
    const auto given = m_link->keys.answer();
    m_answersDue = given.has_value();
    if (given.value_or(0) > 0)
        announce({HubNotice::Keys, m_self, {}});
}

void Hub::takeNext()
{
    while (!m_link->pieces.empty()) {
        HubPiece piece = m_link->pieces.front();
        m_link->pieces.pop_front();
        piece.rows.removeIf(
            [this](const HubRow &row) { return m_link->refused.contains(row.feed); });
        if (piece.size() == 0)
            continue;
        record::Parcel parcel{piece.keys, {}};
        for (const HubRow &row : std::as_const(piece.rows))
            parcel.entries << row.entry;
        m_isTaking = true;
        m_exchange.take(parcel, hubPeer(),
            [self = QPointer(this), piece, round = m_round](const store::Receipt &receipt) {
                if (!self)
                    return;
                self->m_isTaking = false;
                if (self->m_round == round)
                    self->guarded([&] { self->taken(piece, receipt); });
                else
                    self->goOn();
            });
        return;
    }
    goOn();
}

void Hub::taken(const HubPiece &piece, const store::Receipt &receipt)
{
    if (receipt.outcome == store::Receipt::Failed) {
        m_state.trouble = receipt.why;
        breakOff(HubState::Waiting, {{}, receipt.why, {}, Refusal::Device});
        return;
    }
    if (receipt.outcome == store::Receipt::Kept) {
        m_state.pulled += receipt.fresh;
        m_keysDue = m_keysDue || receipt.fresh > 0;
    } else if (piece.size() > 1) {
        // In this order in front of the queue: keys, the first half, the second.
        const qsizetype half = piece.rows.size() / 2;
        auto &pieces = m_link->pieces;
        if (piece.rows.size() > half)
            pieces.push_front({piece.rows.sliced(half), {}});
        if (half > 0)
            pieces.push_front({piece.rows.first(half), {}});
        if (piece.rows.isEmpty()) {
            const qsizetype middle = piece.keys.size() / 2;
            pieces.push_front({{}, piece.keys.sliced(middle)});
            pieces.push_front({{}, piece.keys.first(middle)});
        } else if (!piece.keys.isEmpty()) {
            pieces.push_front({{}, piece.keys});
        }
    } else if (piece.rows.isEmpty()) {
        report(
            HubWords::tr("A key that lies in the hub for this desk is none: %1").arg(receipt.why));
    } else {
        const HubRow &row = piece.rows.constFirst();
        m_link->refused << row.feed;
        m_link->pull.setAside({row.feed, row.sequence,
            HubWords::tr("The hub's entry %1 of feed %2 was not taken: %3")
                .arg(row.sequence)
                .arg(nameOf(row.feed), receipt.why)});
        nameFaults();
    }
    goOn();
}

void Hub::nameFaults()
{
    const QVector<HubFault> faults = m_link->pull.faults();
    m_link->pull.forgetFaults();
    for (const HubFault &fault : faults) {
        const qint64 before = fault.sequence - 1;
        const auto here = before > 0 ? m_exchange.hashAt(fault.feed, before) : std::nullopt;
        // Another entry below it already: then that is where they part.
        const QByteArray there = here ? m_link->entries.hashAt(fault.feed, before) : QByteArray();
        if (!there.isEmpty() && there != *here)
            differs(fault.feed, before);
        else
            report(fault.words);
    }
}

void Hub::report(const QString &fault)
{
    if (m_state.faults.contains(fault) || m_state.faults.size() >= mostFaults)
        return;
    m_state.faults << fault;
    Q_EMIT changed(m_state);
}

} // namespace peers
