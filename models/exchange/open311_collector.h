// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/open311_reader.h"

namespace exchange
{

// Gathers the members of one request after the other, whichever format they come in.
class Open311Collector
{
public:
    explicit Open311Collector(const Open311Limits &limits)
        : m_limits(limits)
    {
    }

    void begin();
    // A member by its name, those of a group with the group's name and a dot in front.
    void add(const QString &name, const QString &value);
    // A member that should be one text and is something else.
    void addOdd(const QString &name);
    void end();

    // False once there is more than the limits allow.
    bool isWithin() const { return m_requests.size() <= m_limits.requests; }
    // The requests, or the service's own words where its answer is a list of errors.
    Open311Requests finish(const QString &name) &&;

private:
    QString faultOf(const Open311Request &request) const;

    Open311Limits m_limits;
    QVector<Open311Request> m_requests;
    Open311Request m_one;
    int m_members = 0;
};

// The two formats; the answer's limits of size are checked by then.
Open311Requests readOpen311Json(
    const QByteArray &body, const QString &name, const Open311Limits &limits);
Open311Requests readOpen311Xml(
    const QByteArray &body, const QString &name, const Open311Limits &limits);

FileRefusal open311TooLong(const QString &name);
FileRefusal open311NoList(const QString &name);

} // namespace exchange
