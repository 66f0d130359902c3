// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub_pull.h"

#include "peers/hub_check.h"
#include "peers/hub_keys.h"
#include "peers/hub_words.h"

#include <algorithm>
#include <queue>

namespace peers
{

namespace
{

/// Places read ahead in all lanes together and in one of them (24 bytes each), and entries handed out at once.
constexpr qsizetype mostPlaces = 65'536, mostInLane = 4'096, leastInLane = 16;
constexpr qsizetype mostEntries = 4'000;
/// No desk takes in more at once, and whatever it took in ended on a signature.
constexpr qsizetype mostInRun = 262'144;

} // namespace

void HubPull::want(const Id &feed, const HubFeed &there, qint64 known, qint64 goal)
{
    known = std::max(known, there.after);
    if (goal <= known)
        return;
    if (const auto lane = m_lanes.find(feed); lane != m_lanes.end()) {
        lane->goal = std::max(lane->goal, goal);
        return;
    }
    const QByteArray tip =
        known > 0 ? m_exchange.hashAt(feed, known).value_or(QByteArray()) : record::chainStart();
    m_lanes.insert(feed, {known, goal, there.root, tip, {}, {}});
}

HubPull::Helping HubPull::next(qsizetype bytes)
{
    Helping helping;
    while (helping.isEmpty() && !m_lanes.isEmpty()) {
        readAhead();
        read(choose(bytes), helping);
        dropDone();
    }
    return helping;
}

void HubPull::readAhead()
{
    QVector<Place> empty;
    for (auto lane = m_lanes.cbegin(); lane != m_lanes.cend(); ++lane) {
        if (lane->places.empty() && !lane->fault)
            empty.append({lane.key(), lane->known});
    }
    if (empty.isEmpty())
        return;
    const qsizetype most = std::clamp(mostPlaces / empty.size(), leastInLane, mostInLane);
    const auto places = m_entries.placesBehind(empty, most);
    for (const Place &place : std::as_const(empty))
        fillWithRuns(place, places.value(place.feed), most);
}

/// Entries travel with the signature that vouches for them, so a lane ends on a signed one; the rest is read the next time.
void HubPull::fillWithRuns(const Place &from, QVector<HubPlace> places, qsizetype most)
{
    const auto isUnsigned = [&places] { return std::ranges::none_of(places, &HubPlace::isSigned); };
    while (places.size() == most && isUnsigned() && most < mostInRun) {
        most *= 4;
        places = m_entries.placesBehind({from}, most).value(from.feed);
    }
    const bool isCut = places.size() == most;
    if (isCut && !isUnsigned()) {
        while (!places.constLast().isSigned)
            places.removeLast();
        most = places.size();
    }
    // So that a run is handed out as one, behind everything that any of it builds on.
    for (qsizetype i = places.size() - 2; i >= 0; --i) {
        if (!places.at(i).isSigned)
            places[i].depth = std::max(places.at(i).depth, places.at(i + 1).depth);
    }
    fill(from.feed, m_lanes[from.feed], places, most);
}

void HubPull::fill(const Id &feed, Lane &lane, const QVector<HubPlace> &places, qsizetype most)
{
    qint64 last = lane.known;
    for (const HubPlace &place : places) {
        if (const auto wrong = faultOf(feed, last, place)) {
            lane.fault = HubFault{feed, last + 1, *wrong};
            return;
        }
        lane.places.push_back(place);
        last = place.sequence;
    }
    if (places.size() < most && last < lane.goal) {
        lane.fault = HubFault{feed, last + 1,
            HubWords::tr("The hub says that it holds feed %1 up to entry %2, yet hands it out only "
                         "up to %3.")
                .arg(nameOf(feed))
                .arg(lane.goal)
                .arg(last)};
    }
}

/// Merges the lanes until a helping is full or a lane has to be read ahead before anything deeper may go.
QVector<HubPull::Place> HubPull::choose(qsizetype bytes)
{
    using Next = std::pair<qint64, Id>;
    std::priority_queue<Next, std::vector<Next>, std::greater<>> queue;
    for (auto lane = m_lanes.cbegin(); lane != m_lanes.cend(); ++lane) {
        if (!lane->places.empty())
            queue.emplace(lane->places.front().depth, lane.key());
    }
    QVector<Place> chosen;
    qint64 size = 0;
    while (!queue.empty() && chosen.size() < mostEntries) {
        const Id feed = queue.top().second;
        Lane &lane = m_lanes[feed];
        if (!chosen.isEmpty() && size + lane.places.front().bytes > bytes)
            break;
        queue.pop();
        bool isRunning = true;
        while (isRunning && !lane.places.empty()) {
            const HubPlace place = lane.places.front();
            lane.places.pop_front();
            size += place.bytes;
            chosen.append({feed, place.sequence});
            isRunning = !place.isSigned;
        }
        if (!lane.places.empty())
            queue.emplace(lane.places.front().depth, feed);
        else if (chosen.constLast().sequence < lane.goal && !lane.fault)
            break;
    }
    return chosen;
}

void HubPull::read(const QVector<Place> &chosen, Helping &helping)
{
    QMap<Id, HubStretch> stretches;
    for (const Place &place : chosen) {
        auto stretch = stretches.find(place.feed);
        if (stretch == stretches.end())
            stretch = stretches.insert(place.feed, {place.feed, place.sequence, 0});
        stretch->last = place.sequence;
    }
    if (stretches.isEmpty())
        return;
    QHash<std::pair<Id, qint64>, HubRow> rows;
    for (const HubRow &row : m_entries.read(stretches.values().toVector()))
        rows.insert({row.feed, row.sequence}, row);
    for (const Place &place : chosen) {
        const auto lane = m_lanes.find(place.feed);
        if (lane == m_lanes.end())
            continue; // set aside at an earlier entry
        HubRow row = rows.value({place.feed, place.sequence});
        row.feed = place.feed;
        row.sequence = place.sequence;
        const auto entry = checked(row, lane->root, lane->tip);
        if (const auto *wrong = std::get_if<QString>(&entry)) {
            setAside({place.feed, place.sequence, *wrong});
            continue;
        }
        lane->known = place.sequence;
        lane->tip = row.hash;
        helping.owners += ownersIn(std::get<record::Entry>(entry));
        row.erased = erasedIn(std::get<record::Entry>(entry));
        helping.rows.append(row);
    }
}

void HubPull::dropDone()
{
    QVector<HubFault> faults;
    m_lanes.removeIf([&faults](const auto &each) {
        const Lane &lane = each.value();
        if (!lane.places.empty())
            return false;
        if (lane.fault)
            faults << *lane.fault;
        return lane.fault || lane.known >= lane.goal;
    });
    m_faults += faults;
}

void HubPull::setAside(const HubFault &fault)
{
    m_lanes.remove(fault.feed);
    m_faults << fault;
}

qint64 HubPull::behind() const
{
    qint64 behind = 0;
    for (const Lane &lane : m_lanes)
        behind += lane.goal - lane.known;
    return behind;
}

} // namespace peers
