// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"

#include <QMap>
#include <QString>
#include <QVector>

#include <optional>
#include <variant>

namespace peers
{

/// Where the hub is, as an administrator writes it down: postgresql://user:password@one:5432,two:5432/database?sslmode=…
/// Several hosts are tried in turn, and only one that takes writes is used, so that a failover costs a reconnect.
class HubUrl
{
public:
    static std::variant<HubUrl, domain::Refusal> parse(const QString &text);

    QString hosts() const; ///< "one,two", as the driver takes it
    QString ports() const; ///< "5432,5433"; empty: the usual one everywhere
    QString user() const { return m_user; }
    QString password() const { return m_password; }
    QString database() const { return m_database; }
    /// What else the driver is to know, "name=value;…", with the limits within which a dead connection is noticed.
    QString options() const;
    /// The same without user and password, for people and logs.
    QString shown() const;

private:
    struct Place {
        QString host;
        int port = 0;
    };

    std::optional<domain::Refusal> takePlaces(const QString &text);
    std::optional<domain::Refusal> takeOption(const QString &option);

    QVector<Place> m_places;
    QString m_user;
    QString m_password;
    QString m_database;
    QMap<QString, QString> m_options;
};

} // namespace peers
