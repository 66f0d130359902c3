// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/online_service.h"

#include "desk.h"

namespace exchange
{

// What a desk keeps for itself of the services that it asks: their settings and how far it is with each, in boxes
// under the desk's key, since they hold keys and addresses; and what each was told last, so that it is told once. It
// lies in the desk's database and goes to no other desk. Written where the desk is held; any thread.
class OnlineBook
{
public:
    // The reader must outlive the book and belong to its thread.
    OnlineBook(Desk &desk, store::Reader &reader)
        : m_desk(desk)
        , m_reader(reader)
    {
    }

    QVector<OnlineService> services() const;
    std::optional<OnlineService> find(const QString &name) const;
    // Adds it, or changes the one of this name, which keeps its state.
    std::optional<domain::Refusal> put(const OnlineService &service);
    std::optional<domain::Refusal> remove(const QString &name);

    // Drop folders likewise, by their path.
    QVector<OnlineFolder> folders() const;
    std::optional<OnlineFolder> findFolder(const QString &path) const;
    std::optional<domain::Refusal> put(const OnlineFolder &folder);
    std::optional<domain::Refusal> removeFolder(const QString &path);

    // Whether an open window asks by itself. Not until somebody says so: better one desk asks each service.
    bool isAskedByWindow() const;
    std::optional<domain::Refusal> setAskedByWindow(bool isAsked);

    // Of a service by its name, of a folder by its path.
    OnlineState state(const QString &name) const;
    std::optional<domain::Refusal> keep(const QString &name, const OnlineState &state);

    // What the service has acknowledged last about a request; empty: nothing.
    QByteArray told(const QString &name, const QString &id) const;
    std::optional<domain::Refusal> keepTold(
        const QString &name, const QString &id, const QByteArray &told);

private:
    std::optional<domain::Refusal> keepAll(const QVector<OnlineService> &services);
    std::optional<domain::Refusal> keepAll(const QVector<OnlineFolder> &folders);

    Desk &m_desk;
    store::Reader &m_reader;
};

} // namespace exchange
