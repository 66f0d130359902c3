// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/session.h"

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
    if (theirs.hash.isEmpty() || m_exchange.holds({feed, theirs.sequence, theirs.hash}))
        return;
    const auto ours = m_exchange.hashAt(feed, theirs.sequence);
    if (!ours)
        return;
    // Only who holds the feed as far as the other sees it; the other has to be told.
    ask(Forked{feed, theirs.sequence, *ours});
    lookForParting(feed, theirs.sequence);
}

void Session::on(const Forked &forked)
{
    if (!m_pulse.questioned())
        return end(Ending::TooMuch, {});
    const auto ours = m_exchange.hashAt(forked.feed, forked.sequence);
    if (ours && *ours != forked.hash)
        lookForParting(forked.feed, forked.sequence);
    sendWhatIsLacking();
}

void Session::lookForParting(const Id &feed, qint64 different)
{
    if (m_forks.contains(feed))
        return;
    m_forks.insert(feed, {0, different});
    m_known.advance(feed, maximumNumber);
    askFurther();
    changed();
}

/// About one feed after the other, and no faster than the other side answers.
void Session::askFurther()
{
    while (!m_forks.isEmpty() && m_parting.isNull()) {
        m_parting = m_forks.cbegin().key();
        askHalfWay();
    }
}

void Session::askHalfWay()
{
    const Fork fork = m_forks.value(m_parting);
    if (fork.different - fork.same > 1) {
        m_isAskDue = m_asked >= m_limits.questions / 2;
        if (!m_isAskDue)
            ask(HashAsked{m_parting, fork.middle()});
        return;
    }
    m_forks.remove(m_parting);
    m_known.set(std::exchange(m_parting, {}), fork.same);
    m_isDrained = false;
}

void Session::ask(const Frame &question)
{
    ++m_asked;
    m_asked_ms = m_pulse.now_ms();
    say(question);
}

void Session::on(const HashAsked &question)
{
    if (!m_pulse.questioned())
        return end(Ending::TooMuch, {});
    say(HashTold{question.feed, question.sequence,
        m_exchange.hashAt(question.feed, question.sequence).value_or(QByteArray())});
}

/// Either may have learnt from somebody else meanwhile where the feed parts, and then holds it up to there and no further.
void Session::on(const HashTold &answer)
{
    const auto fork = m_forks.find(answer.feed);
    if (answer.feed != m_parting || m_isAskDue || fork == m_forks.end()
        || answer.sequence != fork->middle())
        return faulty(tr("It answered what nobody asked."));
    const auto ours = m_exchange.hashAt(answer.feed, answer.sequence);
    const bool isSame = ours && *ours == answer.hash;
    (isSame ? fork->same : fork->different) = answer.sequence;
    askHalfWay();
    askFurther();
    sendWhatIsLacking();
}

} // namespace peers
