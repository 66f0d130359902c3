// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/online_pull.h"

#include "exchange/mapping_binding.h"
#include "exchange/online_media.h"
#include "exchange/online_status.h"
#include "exchange/open311_intake.h"
#include "exchange/open311_table.h"
#include "exchange/open311_walk.h"
#include "exchange/words.h"

#include "store/reader.h"

namespace exchange
{

using namespace Qt::StringLiterals;
using domain::Refusal;

namespace
{

constexpr qint64 minute_ms = 60'000;
constexpr qint64 firstReach_ms = 90LL * 24 * 60 * minute_ms;
// How much is remembered of what is still to be done, and how many single requests are asked for in one round.
constexpr qsizetype mostKept = 1000;
constexpr qsizetype mostAsked = 50;

QString inPath(const QString &number)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(number));
}

template <typename List> void keepLast(List &list)
{
    if (list.size() > mostKept)
        list.remove(0, list.size() - mostKept);
}

qint64 beginningOf(const OnlineService &service, const OnlineState &state, qint64 now_ms)
{
    if (state.asked_ms)
        return state.asked_ms - service.overlap_min * minute_ms;
    return service.since_ms ? service.since_ms : now_ms - firstReach_ms;
}

// Those of a round before stay in front, with how often each was tried.
void addWanted(QVector<WantedMedia> &all, const QVector<WantedMedia> &news)
{
    for (const WantedMedia &one : news) {
        const bool isThere = std::ranges::any_of(all, [&one](const WantedMedia &other) {
            return other.id == one.id && other.url == one.url;
        });
        if (!isThere)
            all.append(one);
    }
}

} // namespace

ReadMapping mappingOf(const OnlineService &service)
{
    if (service.mapping.isEmpty())
        return open311Mapping(service.source());
    return open311Mapping(service.mapping, service.name, service.source());
}

std::optional<FileRefusal> mappingFault(const OnlineService &service, store::Reader &reader)
{
    const ReadMapping mapping = mappingOf(service);
    if (const auto *refusal = std::get_if<FileRefusal>(&mapping))
        return *refusal;
    const auto bound = BoundMapping::bind(
        std::get<Mapping>(mapping), Targets::ofTickets(), Open311Table({}, {}).columns(), reader);
    const auto *refusal = std::get_if<FileRefusal>(&bound);
    return refusal ? std::optional(*refusal) : std::nullopt;
}

OnlinePull::OnlinePull(Desk &desk, HttpCalls &calls, store::Identity who, Tell tell)
    : m_desk(desk)
    , m_calls(calls)
    , m_who(std::move(who))
    , m_tell(std::move(tell))
    , m_reader(desk.newReader())
{
}

OnlinePull::~OnlinePull() = default;

void OnlinePull::fail(const Refusal &refusal)
{
    if (!m_report.failure)
        m_report.failure = refusal;
}

OnlineReport OnlinePull::run(const OnlineService &service)
{
    m_report = {};
    if (!m_reader) {
        fail({{}, Words::tr("The desk can't be read."), {}, Refusal::Device});
        return m_report;
    }
    OnlineBook book(m_desk, *m_reader);
    OnlineState state = book.state(service.name);
    state.tried_ms = m_desk.clock().now_ms();
    // Before anything is asked: a desk that another program holds can't remember how far it got.
    if (auto refusal = book.keep(service.name, state)) {
        fail(*refusal);
        return m_report;
    }
    pull(service, state);
    if (!m_report.failure && service.statusWay == OnlineService::StatusWay::Post) {
        OnlineStatus status(
            m_desk, m_calls, book, service, std::get<Mapping>(mappingOf(service)).source, m_report);
        if (auto refusal = status.tell(state))
            fail(*refusal);
    }
    // What somebody stopped is no trouble of the service.
    m_report.isStopped = m_calls.isStopped();
    state.error = m_report.failure && !m_report.isStopped ? m_report.failure->text() : QString();
    noteRound(state, m_report);
    // Removed meanwhile, it has no state any more.
    if (!book.find(service.name))
        return m_report;
    if (!m_report.failure)
        state.success_ms = m_desk.clock().now_ms();
    if (auto refusal = book.keep(service.name, state))
        fail(*refusal);
    return m_report;
}

void OnlinePull::pull(const OnlineService &service, OnlineState &state)
{
    const ReadMapping mapping = mappingOf(service);
    if (const auto *refusal = std::get_if<FileRefusal>(&mapping)) {
        fail({u"mapping"_s, refusal->what + u'.', refusal->advice});
        return;
    }
    Open311Intake intake(m_desk, m_who, std::get<Mapping>(mapping), m_report);
    Open311Walk walk(m_calls, service, [this, &intake](const QVector<Open311Request> &requests) {
        auto refusal = intake.take(requests);
        if (m_tell)
            m_tell(m_report);
        return refusal;
    });
    auto refusal = readNews(service, state, walk);
    if (!refusal)
        refusal = askAgain(state, walk, intake);
    if (!refusal)
        refusal = resolveTokens(state, walk, intake);
    for (const QString &remark : walk.remarks())
        m_report.problems.append({{}, {}, remark});
    // Also after a failure: what was read until then isn't read again for the sake of its pictures.
    state.again += intake.refused;
    state.again.removeIf([&intake](const QString &id) { return intake.taken.contains(id); });
    state.again.removeDuplicates();
    state.tokens += intake.tokens;
    state.tokens.removeDuplicates();
    addWanted(state.media, intake.media);
    keepLast(state.again);
    keepLast(state.tokens);
    keepLast(state.media);
    m_report.waiting = state.tokens.size();
    if (refusal) {
        fail(*refusal);
        return;
    }
    const QString source = std::get<Mapping>(mapping).source;
    state.media =
        OnlineMedia(m_desk, m_who, m_calls, service.url, source, m_report).fetch(state.media);
}

std::optional<Refusal> OnlinePull::readNews(
    const OnlineService &service, OnlineState &state, Open311Walk &walk)
{
    const qint64 until_ms = m_desk.clock().now_ms();
    if (auto refusal = walk.run(beginningOf(service, state, until_ms), until_ms))
        return refusal;
    state.asked_ms = until_ms;
    return {};
}

// What the desk refused may have been mended at the source, and what it lacked here may be there now.
std::optional<Refusal> OnlinePull::askAgain(
    OnlineState &state, Open311Walk &walk, Open311Intake &intake)
{
    const QStringList asked = state.again.first(std::min(state.again.size(), mostAsked));
    for (const QString &id : asked) {
        if (intake.refused.contains(id) || intake.taken.contains(id))
            continue;
        auto answer = walk.ask(u"requests/"_s + inPath(id));
        if (auto *refusal = std::get_if<Refusal>(&answer))
            return *refusal;
        state.again.removeAll(id);
        if (auto refusal = intake.take(std::get<QVector<Open311Request>>(answer)))
            return refusal;
    }
    return {};
}

std::optional<Refusal> OnlinePull::resolveTokens(
    OnlineState &state, Open311Walk &walk, Open311Intake &intake)
{
    QStringList tokens = state.tokens + intake.tokens;
    tokens.removeDuplicates();
    for (const QString &token : tokens.first(std::min(tokens.size(), mostAsked))) {
        auto answer = walk.ask(u"tokens/"_s + inPath(token));
        if (auto *refusal = std::get_if<Refusal>(&answer))
            return *refusal;
        const auto &found = std::get<QVector<Open311Request>>(answer);
        if (found.isEmpty() || found.constFirst().id.isEmpty())
            continue;
        auto whole = walk.ask(u"requests/"_s + inPath(found.constFirst().id));
        if (auto *refusal = std::get_if<Refusal>(&whole))
            return *refusal;
        auto requests = std::get<QVector<Open311Request>>(whole);
        requests.removeIf([](const Open311Request &one) { return one.id.isEmpty(); });
        if (requests.isEmpty())
            continue;
        state.tokens.removeAll(token);
        intake.tokens.removeAll(token);
        if (auto refusal = intake.take(requests))
            return refusal;
    }
    return {};
}

} // namespace exchange
