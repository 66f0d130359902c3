// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/drop_place.h"

#include "exchange/words.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace exchange
{

using namespace Qt::StringLiterals;
using domain::Refusal;

namespace
{

// The folder itself and those around it, up to the root, as they are called without links.
QVector<QFileInfo> fromHereUp(const QString &folder)
{
    QVector<QFileInfo> all;
    const QString path = QFileInfo(folder).canonicalFilePath();
    for (QDir at(path); !path.isEmpty(); at.cdUp()) {
        all.append(QFileInfo(at.path()));
        if (at.isRoot())
            break;
    }
    return all;
}

bool isOfADesk(const QFileInfo &folder)
{
    const store::DeskFolder desk{folder.filePath()};
    return QFileInfo::exists(desk.database()) || QFileInfo::exists(desk.secrets());
}

} // namespace

QString emptyFolderAdvice()
{
    return Words::tr("Choose an empty folder of its own: every file in it is moved.");
}

std::optional<Refusal> dropPlaceFault(const QString &folder, const store::DeskFolder &desk)
{
    const QVector<QFileInfo> here = fromHereUp(folder);
    if (here.isEmpty() || !here.constFirst().isDir()) {
        return Refusal{u"folder"_s, Words::tr("There is no folder %1.").arg(folder),
            Words::tr("Check the name.")};
    }
    const QFileInfo &itself = here.constFirst();
    if (std::ranges::any_of(here, isOfADesk) || fromHereUp(desk.path).contains(itself)) {
        return Refusal{u"folder"_s, Words::tr("%1 belongs to a desk, or holds one.").arg(folder),
            emptyFolderAdvice()};
    }
    if (itself.isRoot() || itself == QFileInfo(QDir(QDir::homePath()).canonicalPath())) {
        return Refusal{u"folder"_s,
            Words::tr("%1 is a home folder, or the whole disk.").arg(folder), emptyFolderAdvice()};
    }
    return {};
}

} // namespace exchange
