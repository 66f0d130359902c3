// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/online_service.h"

#include "exchange/words.h"

#include <QFileInfo>
#include <QJsonArray>

#include <array>

namespace exchange
{

using namespace Qt::StringLiterals;
using domain::Refusal;

namespace
{

constexpr int mostMinutes = 90 * 24 * 60;
constexpr qsizetype mostProblems = 1000;

// The counts of a report by the names under which they are kept.
constexpr std::array<std::pair<const char *, qint64 OnlineReport::*>, 8> counts{
    {{"read", &OnlineReport::read}, {"accepted", &OnlineReport::accepted},
        {"updated", &OnlineReport::updated}, {"unchanged", &OnlineReport::unchanged},
        {"refused", &OnlineReport::refused}, {"waiting", &OnlineReport::waiting},
        {"attachments", &OnlineReport::attachments}, {"status_sent", &OnlineReport::statusSent}}};

QJsonObject reportJson(const OnlineReport &report)
{
    QJsonObject json{{u"stopped"_s, report.isStopped}};
    for (const auto &[name, count] : counts)
        json.insert(QLatin1StringView(name), report.*count);
    QJsonArray problems;
    for (const Open311Problem &problem : report.problems)
        problems.append(QJsonArray{problem.id, problem.field, problem.reason});
    json.insert(u"problems"_s, problems);
    return json;
}

OnlineReport reportFrom(const QJsonObject &json)
{
    OnlineReport report;
    report.isStopped = json[u"stopped"_s].toBool();
    for (const auto &[name, count] : counts)
        report.*count = json[QLatin1StringView(name)].toInteger();
    for (const QJsonValue &one : json[u"problems"_s].toArray())
        report.problems.append({one[0].toString(), one[1].toString(), one[2].toString()});
    return report;
}

QStringList textsIn(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &one : value.toArray())
        texts << one.toString();
    return texts;
}

bool isName(const QString &name)
{
    return !name.isEmpty() && name.size() <= 60 && !name.contains(u'/')
        && std::none_of(name.cbegin(), name.cend(), [](QChar c) { return !c.isPrint(); });
}

} // namespace

QString OnlineService::source() const
{
    QString text = url.host() + (url.port() > 0 ? u":%1"_s.arg(url.port()) : QString())
        + url.path(QUrl::FullyDecoded);
    while (text.endsWith(u'/'))
        text.chop(1);
    return jurisdiction.isEmpty() ? text : u"%1 (%2)"_s.arg(text, jurisdiction);
}

QUrl OnlineService::at(const QString &path) const
{
    QUrl there = url;
    QString before = url.path(QUrl::FullyEncoded);
    while (before.endsWith(u'/'))
        before.chop(1);
    there.setPath(before + u'/' + path, QUrl::TolerantMode);
    return there;
}

std::optional<Refusal> faultOf(const OnlineService &service)
{
    const QUrl &url = service.url;
    if (!isName(service.name)) {
        return Refusal{u"name"_s, Words::tr("\"%1\" can't be a service's name.").arg(service.name),
            Words::tr("Use up to sixty characters and no slash.")};
    }
    const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
    if (!url.isValid() || !isWeb || url.host().isEmpty()) {
        return Refusal{u"url"_s,
            Words::tr("\"%1\" is no address of a service.").arg(url.toDisplayString()),
            Words::tr("Write it as https://HOST/PATH, without \"requests\" at its end.")};
    }
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return Refusal{u"url"_s,
            Words::tr("The address holds a password, a question or a place in a page."),
            Words::tr("Leave that out; a key is given by itself.")};
    }
    if (service.overlap_min < 0 || service.overlap_min > mostMinutes || service.interval_min < 0
        || service.interval_min > mostMinutes) {
        return Refusal{u"overlap"_s, Words::tr("A number of minutes lies outside of ninety days."),
            Words::tr("Enter fewer minutes.")};
    }
    return {};
}

std::optional<Refusal> faultOf(const OnlineFolder &folder)
{
    if (!QFileInfo(folder.path).isDir()) {
        return Refusal{u"folder"_s, Words::tr("There is no folder %1.").arg(folder.path),
            Words::tr("Check the name.")};
    }
    if (folder.interval_min < 0 || folder.interval_min > mostMinutes) {
        return Refusal{u"interval"_s, Words::tr("A number of minutes lies outside of ninety days."),
            Words::tr("Enter fewer minutes.")};
    }
    return {};
}

void noteRound(OnlineState &state, const OnlineReport &report)
{
    const auto isSaidAgain = [&report](const Open311Problem &problem) {
        return std::ranges::any_of(report.problems,
            [&problem](const Open311Problem &one) { return one.id == problem.id; });
    };
    QVector<Open311Problem> problems;
    for (const Open311Problem &problem : std::as_const(state.last.problems)) {
        const bool isOpen = state.again.contains(problem.id) || state.untold.contains(problem.id);
        if (isOpen && !isSaidAgain(problem))
            problems.append(problem);
    }
    state.taken += report.accepted;
    state.sent += report.statusSent;
    state.last = report;
    state.last.failure.reset();
    state.last.problems = problems + report.problems;
    if (state.last.problems.size() > mostProblems)
        state.last.problems.remove(0, state.last.problems.size() - mostProblems);
}

QString wordOf(OnlineService::StatusWay way)
{
    return way == OnlineService::StatusWay::Post ? u"post"_s : u"none"_s;
}

std::optional<OnlineService::StatusWay> statusWayFor(QStringView word)
{
    if (word == u"none")
        return OnlineService::StatusWay::None;
    if (word == u"post")
        return OnlineService::StatusWay::Post;
    return {};
}

QJsonObject toJson(const OnlineService &service)
{
    return {{u"name"_s, service.name}, {u"url"_s, service.url.toString(QUrl::FullyEncoded)},
        {u"jurisdiction"_s, service.jurisdiction}, {u"api_key"_s, service.apiKey},
        {u"mapping"_s, QString::fromUtf8(service.mapping)}, {u"overlap"_s, service.overlap_min},
        {u"interval"_s, service.interval_min}, {u"since"_s, service.since_ms},
        {u"status"_s, wordOf(service.statusWay)}};
}

OnlineService serviceFrom(const QJsonObject &object)
{
    return {.name = object[u"name"_s].toString(),
        .url = QUrl(object[u"url"_s].toString()),
        .jurisdiction = object[u"jurisdiction"_s].toString(),
        .apiKey = object[u"api_key"_s].toString(),
        .mapping = object[u"mapping"_s].toString().toUtf8(),
        .overlap_min = object[u"overlap"_s].toInt(),
        .interval_min = object[u"interval"_s].toInt(),
        .since_ms = object[u"since"_s].toInteger(),
        .statusWay =
            statusWayFor(object[u"status"_s].toString()).value_or(OnlineService::StatusWay::None)};
}

QJsonObject toJson(const OnlineFolder &folder)
{
    return {{u"path"_s, folder.path}, {u"mapping"_s, folder.mapping},
        {u"interval"_s, folder.interval_min}};
}

OnlineFolder folderFrom(const QJsonObject &object)
{
    return {.path = object[u"path"_s].toString(),
        .mapping = object[u"mapping"_s].toString(),
        .interval_min = object[u"interval"_s].toInt()};
}

QJsonObject toJson(const OnlineState &state)
{
    QJsonArray media;
    for (const WantedMedia &one : state.media)
        media.append(QJsonObject{{u"id"_s, one.id}, {u"url"_s, one.url}, {u"tries"_s, one.tries}});
    return {{u"asked"_s, state.asked_ms}, {u"tried"_s, state.tried_ms},
        {u"success"_s, state.success_ms}, {u"error"_s, state.error},
        {u"told"_s, state.toldPosition}, {u"untold"_s, QJsonArray::fromStringList(state.untold)},
        {u"again"_s, QJsonArray::fromStringList(state.again)},
        {u"tokens"_s, QJsonArray::fromStringList(state.tokens)}, {u"media"_s, media},
        {u"taken"_s, state.taken}, {u"sent"_s, state.sent}, {u"last"_s, reportJson(state.last)}};
}

OnlineState stateFrom(const QJsonObject &object)
{
    OnlineState state{.asked_ms = object[u"asked"_s].toInteger(),
        .tried_ms = object[u"tried"_s].toInteger(),
        .success_ms = object[u"success"_s].toInteger(),
        .error = object[u"error"_s].toString(),
        .toldPosition = object[u"told"_s].toInteger(),
        .untold = textsIn(object[u"untold"_s]),
        .again = textsIn(object[u"again"_s]),
        .tokens = textsIn(object[u"tokens"_s]),
        .media = {},
        .taken = object[u"taken"_s].toInteger(),
        .sent = object[u"sent"_s].toInteger(),
        .last = reportFrom(object[u"last"_s].toObject())};
    for (const QJsonValue &one : object[u"media"_s].toArray())
        state.media.append(
            {one[u"id"_s].toString(), one[u"url"_s].toString(), one[u"tries"_s].toInt()});
    return state;
}

} // namespace exchange
