// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub.h"
#include "peers/hub_check.h"
#include "peers/hub_link.h"
#include "peers/hub_words.h"

#include <QPointer>

namespace peers
{

using domain::Refusal;

namespace
{
constexpr qsizetype mostFaults = 20;
}

void HubLink::part(const HubPiece &piece)
{
    const auto partOf = [&piece](qsizetype rows, qsizetype keys, bool isFirst) {
        return isFirst ? HubPiece{piece.rows.first(rows), piece.keys.first(keys)}
                       : HubPiece{piece.rows.sliced(rows), piece.keys.sliced(keys)};
    };
    // Keys apart from entries first, for the entries need them; then halves.
    const bool isMixed = !piece.rows.isEmpty() && !piece.keys.isEmpty();
    const qsizetype rows = isMixed ? 0 : piece.rows.size() / 2;
    const qsizetype keys = isMixed ? piece.keys.size() : piece.keys.size() / 2;
    pieces.push_front(partOf(rows, keys, false));
    pieces.push_front(partOf(rows, keys, true));
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
        forgetErased(piece.rows); // here too: a desk that came late may have laid a key out again
        m_keysDue = m_keysDue || receipt.fresh > 0;
    } else if (piece.size() > 1) {
        m_link->part(piece);
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

void Hub::forgetErased(const QVector<HubRow> &rows)
{
    QVector<Id> owners;
    for (const HubRow &row : rows)
        owners += row.erased;
    if (!m_link->keys.forget(owners))
        report(
            HubWords::tr("Keys of an erased customer still lie in the hub: its administrator has "
                         "to grant the right to delete from hub_keys."));
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
        if (there.isEmpty() || there == *here) {
            report(fault.words);
            continue;
        }
        const HubHeads hub = m_link->entries.headsOf({fault.feed});
        differs(fault.feed, hub.feeds.value(fault.feed, {{}, fault.feed, 0}), before,
            hub.heads.sequenceOf(fault.feed));
    }
}

void Hub::report(const QString &fault)
{
    if (m_state.faults.contains(fault) || m_state.faults.size() >= mostFaults)
        return;
    m_state.faults << fault;
    Q_EMIT changed(m_state);
}

/// Hub and desk hold different entries at this place: either the feed was written twice (a copied disk), or the hub's was
/// changed. The first place where they part tells. What the hub has from there on is taken in like anything else, and what
/// this desk has goes there as the branch that it is then.
void Hub::differs(const Id &feed, const HubFeed &there, qint64 sequence, qint64 goal)
{
    if (m_link->push.isSkipped(feed))
        return;
    m_link->push.skip(feed);
    qint64 low = there.after + 1;
    for (qint64 high = sequence; low < high;) {
        const qint64 middle = low + (high - low) / 2;
        const bool isSame = m_link->entries.hashAt(feed, middle)
            == m_exchange.hashAt(feed, middle).value_or(QByteArray());
        (isSame ? low : high) = isSame ? middle + 1 : middle;
    }
    const QByteArray previous =
        low > 1 ? m_exchange.hashAt(feed, low - 1).value_or(QByteArray()) : record::chainStart();
    const HubRow row = m_link->entries.read({{feed, low, low}}).value(0, {feed, low});
    const auto entry = checked(row, there.root, previous);
    if (const auto *wrong = std::get_if<QString>(&entry))
        report(*wrong);
    else
        m_link->pull.want(feed, there, low - 1, goal);
}

} // namespace peers
