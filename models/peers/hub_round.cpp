// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub.h"
#include "peers/hub_check.h"
#include "peers/hub_link.h"
#include "peers/hub_words.h"

namespace peers
{

using record::Heads;

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
    m_exchange.inStep();
    Q_EMIT inStep();
}

/// Costs a lookup for each feed, however many entries the hub holds.
void Hub::lookAtAll()
{
    m_state.faults.clear();
    m_news.clear();
    m_keysDue = m_answersDue = true;
    const HubHeads hub = m_link->entries.heads();
    m_link->push.begin(hub.heads);
    compare(hub, m_exchange.heads());
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
    const HubHeads hub = m_link->entries.headsOf(feeds);
    m_link->push.know(hub.heads);
    compare(hub, mine);
}

void Hub::compare(const HubHeads &hub, const Heads &mine)
{
    for (auto each = hub.heads.all().cbegin(); each != hub.heads.all().cend(); ++each) {
        const Id &feed = each.key();
        const qint64 held = mine.sequenceOf(feed);
        const bool isSame = held == each->sequence && mine.hashOf(feed) == each->hash;
        if (isSame || m_exchange.holds({feed, each->sequence, each->hash}))
            continue;
        const HubFeed there = hub.feeds.value(feed, {{}, feed, 0});
        if (held < each->sequence)
            m_link->pull.want(feed, there, held, each->sequence);
        else
            differs(feed, there, each->sequence, each->sequence);
    }
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
    forgetErased(pushed.rows);
    m_again = 0;
    if (!pushed.forked.isEmpty()) {
        compare(m_link->entries.headsOf(pushed.forked.values().toVector()), m_exchange.heads());
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

} // namespace peers
