// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>
#include <QVector>

namespace exchange
{

// One service request as a GeoReport v2 service (Open311) tells it, in plain text: who numbered it how, and what it
// says under GeoReport's names. Nothing is judged yet but whether it can be known again.
struct Open311Request {
    QString id; // service_request_id; empty while the service has given it a token alone
    QString token;
    QHash<QString, QString> fields; // what is absent, empty or null isn't there
    QStringList media; // addresses of pictures
    QString fault; // why it can't be taken in; empty: it can

    QString text(const QString &name) const { return fields.value(name); }
    bool isClosed() const;
};

// Where a request was left out or something of it couldn't be used, in words for whoever looks after the service.
struct Open311Problem {
    QString id; // the request's number or token; empty where it has none
    QString field; // by GeoReport's or the ticket's name; empty: the whole
    QString reason;
};

} // namespace exchange
