// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"
#include "store/sql.h"

namespace store
{

/// A database that takes the place of a desk's present one: made in a folder of its own beside it, moved in by one renaming as
/// the last thing. Only while no connection to either is open.

class JoiningFolder
{
public:
    explicit JoiningFolder(const DeskFolder &folder)
        : m_path(folder.path + QStringLiteral("/joining"))
    {
    }

    QString path() const { return m_path; }
    QString database() const { return m_path + QStringLiteral("/desk.sqlite"); }
    /// What has come of the file with this checksum.
    QString part(const QByteArray &checksum) const;
    /// The checksums of which a part is here.
    QVector<QByteArray> parts() const;
    /// Its user alone looks into it.
    std::optional<domain::Refusal> make() const;
    void clear() const;

private:
    QString m_path;
};

/// Everything in `local` that doesn't describe the tables themselves.
void copyLocalValues(Database &from, Database &into);
/// All rows of a table that is declared alike in both.
void copyRows(Database &from, Database &into, const QByteArray &table);

/// Durable when it returns. The present one is kept as `aside`, unless that is empty.
std::optional<domain::Refusal> replaceDatabase(
    const DeskFolder &folder, const QString &with, const QString &aside = {});

} // namespace store
