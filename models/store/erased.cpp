// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erased.h"

#include "store/words.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>

namespace store
{

using domain::Id;
using domain::Refusal;

namespace
{

QByteArray checksum(const QByteArray &lines)
{
    return QCryptographicHash::hash(lines, QCryptographicHash::Blake2b_256).toHex() + '\n';
}

Refusal damaged(const DeskFolder &folder)
{
    return {{}, Words::tr("The list of erased customers in %1 is damaged.").arg(folder.erased()),
        Words::tr("Put the file back from a copy; without it a backup could bring erased data "
                  "back."),
        Refusal::Device};
}

} // namespace

std::variant<QSet<Id>, Refusal> erasedOwners(const DeskFolder &folder)
{
    QSet<Id> owners;
    QFile file(folder.erased());
    if (!file.exists())
        return owners;
    if (!file.open(QIODevice::ReadOnly))
        return damaged(folder);
    const QByteArray first = file.readLine(), lines = file.readAll();
    if (first != checksum(lines))
        return damaged(folder);
    for (const QByteArray &line : lines.split('\n')) {
        if (const auto id = Id::fromHex(QString::fromLatin1(line)))
            owners.insert(*id);
    }
    return owners;
}

std::optional<Refusal> rememberErased(const DeskFolder &folder, const QVector<Id> &owners)
{
    auto known = erasedOwners(folder);
    if (const auto *refusal = std::get_if<Refusal>(&known))
        return *refusal;
    auto &all = std::get<QSet<Id>>(known);
    const qsizetype before = all.size();
    all.unite(QSet<Id>(owners.begin(), owners.end()));
    if (all.size() == before)
        return {};
    QList<Id> sorted(all.begin(), all.end());
    std::ranges::sort(sorted);
    QByteArray lines;
    for (const Id &id : std::as_const(sorted))
        lines += id.toHex().toLatin1() + '\n';
    const QByteArray content = checksum(lines) + lines;
    QSaveFile file(folder.erased());
    const bool done = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(content) == content.size() && file.commit();
    if (done)
        return {};
    return Refusal{{},
        Words::tr("The list of erased customers in %1 can't be written: %2.")
            .arg(folder.erased(), file.errorString()),
        Words::tr("Check the disk; nothing was erased."), Refusal::Device};
}

} // namespace store
