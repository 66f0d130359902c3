// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/notices.h"
#include "store/presence.h"

namespace store
{

/// What telling looks at, out of the database: a ticket without its service record, who stands where. Staff and grids
/// are read once, since they are named again and again; made for one search on one thread.
class NoticeScenes
{
public:
    struct Glance {
        qint64 row = 0; ///< 0: there is no such ticket
        QString number, title, category, workflow;
        domain::Values values; ///< those of which telling asks
    };

    explicit NoticeScenes(Reader &reader)
        : m_reader(reader)
        , m_grants(reader.grants())
    {
    }

    Glance glanceAt(const domain::Id &ticket);
    domain::NoticeScene sceneOf(
        const Glance &ticket, qint64 at_ms, const QVector<domain::Id> &authors = {});
    NoticeLine lineFor(const domain::NoticeRule &rule, const Glance &ticket);
    QString nameOf(const domain::Id &person);

private:
    const domain::Values &rowOf(const domain::Id &id);
    bool isOnDuty(const domain::Id &person, const domain::Values &ticket, qint64 at_ms);

    Reader &m_reader;
    const domain::Grants &m_grants;
    QHash<domain::Id, domain::Values> m_rows;
    std::optional<PresenceBook> m_presence; ///< read when somebody asks first
};

} // namespace store
