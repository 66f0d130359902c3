// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/replacing.h"

#include "store/schema.h"
#include "store/table_kinds.h"
#include "store/words.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace store
{

using domain::Refusal;

namespace
{

const QString partEnding = QStringLiteral(".part");

Refusal notWritable(const QString &path)
{
    return {{}, Words::tr("The desk's folder %1 can't be written.").arg(path),
        Words::tr("Check its permissions."), Refusal::Device};
}

/// A file, or a folder with the names in it.
bool makeDurable(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool isDurable = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return isDurable;
}

bool rename(const QString &from, const QString &to)
{
    return std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
}

} // namespace

QString JoiningFolder::part(const QByteArray &checksum) const
{
    return m_path + u'/' + QString::fromLatin1(checksum.toHex()) + partEnding;
}

QVector<QByteArray> JoiningFolder::parts() const
{
    static const QRegularExpression pattern(QStringLiteral("\\A[0-9a-f]{64}\\.part\\z"));
    QVector<QByteArray> found;
    for (const QString &name : QDir(m_path).entryList(QDir::Files, QDir::Time)) {
        if (pattern.match(name).hasMatch())
            found.append(QByteArray::fromHex(name.chopped(partEnding.size()).toLatin1()));
    }
    return found;
}

std::optional<Refusal> JoiningFolder::make() const
{
    const bool isThere = QDir().mkpath(m_path)
        && QFile::setPermissions(
            m_path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    return isThere ? std::nullopt : std::optional(notWritable(m_path));
}

void JoiningFolder::clear() const
{
    QDir(m_path).removeRecursively();
}

void copyLocalValues(Database &from, Database &into)
{
    const auto described = valuesOfTables();
    Statement each(from.handle(), "SELECT key, value FROM local");
    while (each.step()) {
        const QString key = each.text(0);
        if (std::ranges::none_of(
                described, [&](const char *one) { return key == QLatin1StringView(one); }))
            setLocalValue(into, key, each.value(1));
    }
}

void copyRows(Database &from, Database &into, const QByteArray &table)
{
    Statement each(from.handle(), "SELECT * FROM " + table);
    QByteArrayList marks(each.columnCount(), "?");
    Statement &add =
        into.prepared("INSERT OR IGNORE INTO " + table + " VALUES(" + marks.join(',') + ')');
    while (each.step()) {
        for (int column = 0; column < each.columnCount(); ++column)
            add.bind(column + 1, each.value(column));
        add.run();
    }
}

std::optional<Refusal> replaceDatabase(
    const DeskFolder &folder, const QString &with, const QString &aside)
{
    const Refusal failed{{}, Words::tr("The database can't be moved into %1.").arg(folder.path),
        Words::tr("Check the folder's permissions."), Refusal::Device};
    // What lies in the log of the one that goes belongs to it alone, and must never be read into the one that comes.
    try {
        Database(folder.database(), Database::Access::ReadWrite)
            .run("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (const SqlFailure &) {
        // One that is set aside may be as damaged as it likes.
        if (aside.isEmpty())
            throw;
    }
    for (const char *suffix : {"-wal", "-shm"})
        QFile::remove(folder.database() + QLatin1StringView(suffix));
    if (!makeDurable(with))
        return failed;
    if (!aside.isEmpty()
        && ::link(QFile::encodeName(folder.database()).constData(),
               QFile::encodeName(aside).constData())
            != 0
        && !QFile::copy(folder.database(), aside))
        return failed;
    if (!rename(with, folder.database()) || !makeDurable(folder.path))
        return failed;
    return {};
}

} // namespace store
