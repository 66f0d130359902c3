// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "domain/id.h"
#include "store/desk_folder.h"

#include <QJsonObject>
#include <QVector>

namespace store
{

/// What someone has begun to fill in and not yet saved. It is no part of the record: it belongs to this
/// desk alone and goes when the ticket is taken in.
struct Draft {
    domain::Id id;
    qint64 changed_ms = 0;
    bool parked = false; ///< put aside by a person, as against cut off by a crash
    QJsonObject fields;

    bool operator==(const Draft &) const = default;
};

/// The desk's drafts in their own file beside the database, sealed with the desk's key, since what a
/// caller said of himself must not reach the disk in plain. Rewritten as a whole; a crash leaves the
/// old file or the new one.
class DraftFile
{
public:
    DraftFile(const DeskFolder &folder, const QByteArray &deskKey, domain::Random &random);

    /// None when there is no file or it can't be opened with this desk's key.
    QVector<Draft> read() const;
    /// Why it couldn't be written; empty when it was.
    QString write(const QVector<Draft> &drafts) const;

private:
    QString m_path;
    QByteArray m_deskKey;
    domain::Random &m_random;
};

} // namespace store
