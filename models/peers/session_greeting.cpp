// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/session.h"

#include <algorithm>

// How a session begins: who is there, may the two exchange, and do they hold the same.

namespace peers
{

namespace
{
/// A desk that has yet to get its company's first entry doesn't know it.
bool differs(const QByteArray &founding, const QByteArray &other)
{
    return !founding.isEmpty() && !other.isEmpty() && founding != other;
}
} // namespace

void Session::on(const Hello &hello)
{
    if (m_isGreeted)
        return faulty(tr("It greeted twice."));
    if (const auto ending = unfit(hello))
        return end(*ending, {});
    if (const auto refusal = m_exchange.refusalOf(hello.who.desk))
        return end(Ending::NotAdmitted, refusal->text());
    greet(hello);
    m_isForSnapshot = m_wantsSnapshot || hello.wantsSnapshot;
    if (m_isForSnapshot)
        return changed();
    sendWhatIsLacking();
    askForKeys();
}

std::optional<Ending> Session::unfit(const Hello &hello) const
{
    if (hello.oldest > newestProtocol || hello.newest < oldestProtocol)
        return Ending::NoCommonProtocol;
    if (hello.who.company != m_own.company || differs(hello.who.founding, m_own.founding))
        return Ending::OtherCompany;
    if (hello.who.desk == m_own.desk)
        return Ending::SameDesk;
    if (!m_expected.isNull() && hello.who.desk != m_expected)
        return Ending::OtherDesk;
    return {};
}

void Session::greet(const Hello &hello)
{
    m_isGreeted = true;
    m_pulse.greeted();
    m_reader.setLimit(maximumFrameBytes);
    m_newest = hello.newest;
    m_peer = hello.who;
    m_window = qMin(m_limits.window, int(hello.window));
    m_parcelBytes = qMin(m_limits.parcelBytes, qsizetype(hello.parcelBytes));
    m_known = m_held = m_peer.heads;
    lookAtHeads();
    for (auto each = m_peer.heads.all().cbegin(); each != m_peer.heads.all().cend(); ++each) {
        m_toCome += qBound(
            0, each->sequence - m_heads.sequenceOf(each.key()), maximumNumber / maximumFeeds);
        if (m_heads.sequenceOf(each.key()) != each->sequence
            || m_heads.hashOf(each.key()) != each->hash)
            compare(each.key(), *each);
    }
}

/// A desk may be revoked while it is connected, by what it sends itself too.
bool Session::isStillAdmitted()
{
    if (m_ending || !m_isGreeted)
        return false;
    if (const auto refusal = m_exchange.refusalOf(m_peer.desk))
        end(Ending::NotAdmitted, refusal->text());
    return !m_ending;
}

void Session::compare(const Id &feed, const record::Heads::Head &theirs)
{
    if (theirs.hash.isEmpty())
        return;
    const auto ours = m_exchange.hashAt(feed, theirs.sequence);
    if (!ours || *ours == theirs.hash)
        return;
    // Only who holds the feed as far as the other sees it; the other has to be told.
    say(Forked{feed, theirs.sequence, *ours});
    remember({feed, theirs.sequence, *ours, theirs.hash});
}

void Session::on(const Forked &forked)
{
    if (!m_pulse.questioned())
        return end(Ending::TooMuch, {});
    const auto ours = m_exchange.hashAt(forked.feed, forked.sequence);
    if (ours && *ours != forked.hash)
        remember({forked.feed, forked.sequence, *ours, forked.hash});
}

bool Session::isForked(const Id &feed) const
{
    return std::ranges::any_of(m_forks, [&](const Fork &fork) { return fork.feed == feed; });
}

void Session::remember(const Fork &fork)
{
    if (isForked(fork.feed))
        return;
    m_forks.append(fork);
    // Sent again and again, its entries would never be taken; the other feeds go on.
    m_known.advance(fork.feed, maximumNumber);
    changed();
}

} // namespace peers
