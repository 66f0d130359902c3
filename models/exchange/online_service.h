// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/online_report.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <QUrl>
#include <QVector>

#include <optional>

namespace exchange
{

// A GeoReport v2 service from which this desk takes matters in, as its administrator set it up.
struct OnlineService {
    enum class StatusWay : quint8 {
        None, // nothing is sent to it
        Post, // status and reply as a form to requests/{id}.json, where the service takes that
    };

    QString name; // what people call it, once on a desk
    QUrl url; // up to and without /requests
    QString jurisdiction; // empty: the service has one alone
    QString apiKey; // sent with a status, and never in an address
    QByteArray mapping; // a mapping file's content; empty: as open311Mapping() has it
    int overlap_min = 1440; // asked again each time, since requests come late
    int interval_min = 15; // between two times; 0: only when asked
    qint64 since_ms = 0; // the first time from here on; 0: ninety days back
    StatusWay statusWay = StatusWay::None;

    // What tickets name as their source: the address without its scheme, and the jurisdiction. The same on every desk,
    // whatever it calls the service.
    QString source() const;
    // An address below the service: "requests.json".
    QUrl at(const QString &path) const;
};

// A drop folder that this desk empties by itself, as its administrator set it up.
struct OnlineFolder {
    QString path; // absolute; the name under which its state is kept
    QString mapping; // a mapping file for what has none beside it; empty: none
    int interval_min = 15; // between two times; 0: only when asked
};

// A picture that is still to be fetched.
struct WantedMedia {
    QString id; // of the request
    QString url;
    int tries = 0;
};

// How far this desk is with a service; of a folder the times, the error and what came of it.
struct OnlineState {
    qint64 asked_ms = 0; // up to here everything was read; 0: nothing yet
    qint64 tried_ms = 0;
    qint64 success_ms = 0;
    QString error; // of the last time; empty: all went well
    qint64 toldPosition = 0; // of the record: up to here every change of status was looked at
    QStringList untold; // requests whose status the service hasn't taken yet
    QStringList again; // requests that were refused: asked for by number
    QStringList tokens; // of requests that have no number yet
    QVector<WantedMedia> media;
    qint64 taken = 0; // new tickets since it was set up
    qint64 sent = 0; // replies that it took since then
    // Of the last round; beside its problems those of earlier ones that are still to be solved. It has no failure.
    OnlineReport last;
};

// What a round leaves behind in the state.
void noteRound(OnlineState &state, const OnlineReport &report);

// Why a service can't be set up so; nothing when it can.
std::optional<domain::Refusal> faultOf(const OnlineService &service);
std::optional<domain::Refusal> faultOf(const OnlineFolder &folder);
// The word of the tool for a way, and back; nothing for none of them.
QString wordOf(OnlineService::StatusWay way);
std::optional<OnlineService::StatusWay> statusWayFor(QStringView word);

QJsonObject toJson(const OnlineService &service);
OnlineService serviceFrom(const QJsonObject &object);
QJsonObject toJson(const OnlineFolder &folder);
OnlineFolder folderFrom(const QJsonObject &object);
QJsonObject toJson(const OnlineState &state);
OnlineState stateFrom(const QJsonObject &object);

} // namespace exchange
