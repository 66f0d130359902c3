// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/session.h"

#include "peers/entry_place.h"

// What goes to and fro in a session: numbered parcels, their acknowledgements, and keys.

namespace peers
{

namespace
{

qint64 bytesOf(const QVector<record::SignedEntry> &entries)
{
    qint64 all = 0;
    for (const record::SignedEntry &entry : entries)
        all += entry.bytes.size() + entry.signature.size();
    return all;
}

} // namespace

void Session::somethingNew()
{
    m_isDrained = false;
    if (!isStillAdmitted())
        return;
    lookAtHeads();
    sendWhatIsLacking();
}

void Session::sendWhatIsLacking()
{
    // What goes out may come back as an acknowledgement before this returns.
    if (m_isSending || !m_isGreeted || m_ending || m_isForSnapshot)
        return;
    m_isSending = true;
    while (!m_ending && mayDepart() && (sendKeys() || sendParcel())) { }
    m_isSending = false;
    if (!m_ending && m_isDrained && m_flights.isEmpty() && !m_hasSaidCaughtUp) {
        m_hasSaidCaughtUp = true;
        say(CaughtUp());
    }
    changed();
}

/// A parcel may be larger than was wished, since a run under one signature isn't cut; then nothing goes beside it.
bool Session::mayDepart() const
{
    return m_flights.count() < m_window && m_flights.bytes() < m_window * m_parcelBytes;
}

bool Session::sendParcel()
{
    // As long as it isn't known what of a feed is lacking, whatever builds on it would come too early.
    if (m_isDrained || !m_forks.isEmpty())
        return false;
    Entries frame;
    frame.parcel = m_exchange.next(m_known, m_peer.desk, m_parcelBytes);
    Flight flight{.sent_ms = m_pulse.now_ms(),
        .entries = frame.parcel.entries.size(),
        .bytes = bytesOf(frame.parcel.entries)};
    bool isFurther = false;
    for (const record::SignedEntry &entry : std::as_const(frame.parcel.entries)) {
        const auto place = placeOf(entry);
        if (!place || !isNext(*place, m_known.sequenceOf(place->feed)))
            continue;
        isFurther = true;
        m_known.advance(place->feed, place->sequence);
        flight.through.advance(place->feed, place->sequence);
    }
    // A record with a gap gives the same again and again: what isn't further isn't sent.
    m_isDrained = !isFurther;
    if (m_isDrained)
        return false;
    m_hasSaidCaughtUp = false;
    m_traffic.entriesOut += flight.entries;
    m_traffic.entryBytesOut += flight.bytes;
    m_traffic.keysOut += frame.parcel.keys.size();
    frame.left = lackedBy(m_known);
    frame.number = m_flights.depart(std::move(flight));
    say(frame);
    return true;
}

bool Session::sendKeys()
{
    if (!m_question)
        return false;
    Keys answer;
    answer.keys = m_exchange.keysFor(m_peer.desk, *std::exchange(m_question, {}));
    m_traffic.keysOut += answer.keys.size();
    answer.number = m_flights.depart({.sent_ms = m_pulse.now_ms()});
    say(answer);
    return true;
}

qint64 Session::lackedBy(const record::Heads &theirs) const
{
    qint64 lacked = 0;
    for (auto each = m_heads.all().cbegin(); each != m_heads.all().cend(); ++each) {
        if (!m_forks.contains(each.key()))
            lacked += qMax(0, each->sequence - theirs.sequenceOf(each.key()));
    }
    return lacked;
}

void Session::on(const Acknowledged &acknowledged)
{
    const auto flight = m_flights.land(acknowledged.number);
    if (!flight)
        return faulty(tr("It acknowledged what was not sent."));
    // Of its feeds alone, so that what is remembered of a peer stays as small as what this desk holds.
    for (auto each = flight->through.all().cbegin(); each != flight->through.all().cend(); ++each) {
        const record::Heads::Head held = acknowledged.heads.all().value(each.key());
        if (held.sequence < 1)
            continue;
        m_known.advance(each.key(), held.sequence, held.hash);
        m_held.advance(each.key(), held.sequence, held.hash);
        compare(each.key(), held);
    }
    sendWhatIsLacking();
}

bool Session::mayCome(qint64 number)
{
    if (number != m_numberIn + 1)
        faulty(tr("Its parcels are not numbered one by one."));
    else if (m_beingKept >= m_limits.window
        || m_bytesKept >= m_limits.window * m_limits.parcelBytes)
        end(Ending::TooMuch, {});
    m_numberIn = number;
    return !m_ending;
}

void Session::on(const Entries &frame)
{
    const auto &entries = frame.parcel.entries;
    if (m_isForSnapshot)
        return faulty(tr("It answered what nobody asked."));
    if (!mayCome(frame.number))
        return;
    const auto feeds = takeNote(entries);
    if (!feeds || feeds->isEmpty())
        return faulty(tr("A parcel cannot be read."));
    m_isPeerThrough = false;
    m_toCome = frame.left;
    m_traffic.entriesIn += entries.size();
    m_traffic.entryBytesIn += bytesOf(entries);
    m_traffic.keysIn += frame.parcel.keys.size();
    keep(frame.number, frame.parcel, *feeds);
}

/// The feeds of these entries; nothing when something else is among them.
std::optional<QVector<Id>> Session::takeNote(const QVector<record::SignedEntry> &entries)
{
    QVector<Id> feeds;
    record::Heads seen;
    for (const record::SignedEntry &entry : entries) {
        const auto place = placeOf(entry);
        if (!place)
            return {};
        if (seen.sequenceOf(place->feed) == 0)
            feeds.append(place->feed);
        seen.advance(place->feed, place->sequence);
        // Who sends an entry holds it, so it doesn't go back there.
        if (isNext(*place, m_known.sequenceOf(place->feed)))
            m_known.advance(place->feed, place->sequence);
        if (isNext(*place, m_held.sequenceOf(place->feed)))
            m_held.advance(place->feed, place->sequence);
    }
    return feeds;
}

void Session::keep(qint64 number, const record::Parcel &parcel, const QVector<Id> &feeds)
{
    const qint64 bytes = bytesOf(parcel.entries);
    ++m_beingKept;
    m_bytesKept += bytes;
    const auto done = [this, number, feeds, bytes, alive = std::weak_ptr(m_alive)](
                          const store::Receipt &receipt) {
        if (alive.expired())
            return;
        --m_beingKept;
        m_bytesKept -= bytes;
        kept(number, feeds, receipt);
    };
    if (parcel.isEmpty())
        return done({});
    m_exchange.take(parcel, m_peer.desk, done);
}

void Session::kept(qint64 number, const QVector<Id> &feeds, const store::Receipt &receipt)
{
    if (m_ending)
        return;
    if (receipt.outcome == store::Receipt::Failed)
        return end(Ending::TryLater, receipt.why);
    if (receipt.outcome == store::Receipt::Faulty)
        return faulty(receipt.why);
    m_traffic.fresh += receipt.fresh;
    if (!isStillAdmitted())
        return;
    lookAtHeads();
    Acknowledged frame{number, {}};
    for (const Id &feed : feeds) {
        if (m_heads.sequenceOf(feed) > 0)
            frame.heads.advance(feed, m_heads.sequenceOf(feed), m_heads.hashOf(feed));
    }
    say(frame);
    if (feeds.isEmpty())
        askForKeys();
    changed();
}

void Session::on(const CaughtUp &)
{
    if (m_isPeerThrough)
        return;
    m_isPeerThrough = true;
    m_toCome = 0;
    m_keys.want();
    askForKeys();
    changed();
}

void Session::askForKeys()
{
    const QVector<Id> owners = m_keys.next(m_exchange, m_pulse.now_ms());
    if (!owners.isEmpty())
        say(LackingKeys{owners});
}

void Session::on(const LackingKeys &question)
{
    if (m_question)
        return end(Ending::TooMuch, {});
    m_question = question.owners;
    sendWhatIsLacking();
}

void Session::on(const Keys &frame)
{
    if (!mayCome(frame.number))
        return;
    if (!m_keys.answers(frame.keys))
        return faulty(tr("It answered what nobody asked."));
    m_traffic.keysIn += frame.keys.size();
    keep(frame.number, {frame.keys, {}}, {});
}

} // namespace peers
