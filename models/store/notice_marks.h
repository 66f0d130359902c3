// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"
#include "store/notices.h"

#include <QMap>
#include <QStringList>

namespace store
{

/// What one person has read at this desk: everything up to a reach, and single notices behind it.
struct NoticeMark {
    NoticeReach reach;
    QStringList read; ///< keys
    bool operator==(const NoticeMark &) const = default;
};

/// Who has read what, in a file of its own beside the database. It belongs to this desk alone, since positions do, and holds
/// nobody's data but ids: losing it costs a look at what is a few days old.
class NoticeMarkFile
{
public:
    static constexpr qsizetype mostRead = 500; ///< keys of one person
    static constexpr qsizetype mostPeople = 1000;

    explicit NoticeMarkFile(const DeskFolder &folder);

    /// None when there is no file or it can't be read.
    QMap<domain::Id, NoticeMark> read() const;
    /// Why it couldn't be written; empty when it was.
    QString write(const QMap<domain::Id, NoticeMark> &marks) const;

private:
    QString m_path;
};

} // namespace store
