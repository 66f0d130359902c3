// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attachments.h"

#include "domain/ticket_fields.h"
#include "record/file_sealing.h"
#include "record/sealing.h"
#include "store/words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

#include <unistd.h>

namespace store
{

using namespace domain;

namespace
{

Refusal refuse(const QString &what, const QString &advice, Refusal::Kind kind = Refusal::Rule)
{
    return {ticketFields().find(field::FileName)->name(), what, advice, kind};
}

QString pathOf(const DeskFolder &folder, const QByteArray &hash)
{
    return folder.files() + QLatin1Char('/') + QString::fromLatin1(hash.toHex());
}

bool makeDurable(QTemporaryFile &file)
{
    return file.flush() && ::fsync(file.handle()) == 0;
}

} // namespace

std::variant<Values, Refusal> keepAttachment(
    const DeskFolder &folder, QIODevice &plain, const QString &name, Random &random)
{
    const qint64 size = plain.size();
    if (size == 0)
        return refuse(Words::tr("\"%1\" is empty.").arg(name), Words::tr("Choose another file."));
    if (size > maximumAttachmentBytes) {
        return refuse(
            Words::tr("\"%1\" is larger than %2 MB.").arg(name).arg(maximumAttachmentBytes >> 20),
            Words::tr("Make it smaller or split it."));
    }
    const auto failed = [&](const QString &why) {
        return refuse(Words::tr("\"%1\" could not be kept: %2.").arg(name, why),
            Words::tr("Check the disk and try again."), Refusal::Device);
    };
    if (!QDir().mkpath(folder.files()))
        return failed(folder.files());
    const QByteArray key = record::freshSealingKey(random);
    QTemporaryFile file(folder.files() + QStringLiteral("/part-XXXXXX"));
    const auto hash = file.open() ? record::sealFile(plain, file, key) : std::nullopt;
    if (!hash || !makeDurable(file))
        return failed(file.errorString());
    if (!QFileInfo::exists(pathOf(folder, *hash)) && !file.rename(pathOf(folder, *hash)))
        return failed(file.errorString());
    file.setAutoRemove(false);
    return Values{{field::FileName, name}, {field::FileHash, *hash}, {field::FileSize, size},
        {field::FileKey, QString::fromLatin1(key.toHex())}};
}

std::variant<Values, Refusal> keepAttachmentFile(
    const DeskFolder &folder, const QString &path, Random &random)
{
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly)) {
        return refuse(
            Words::tr("\"%1\" can't be read: %2.")
                .arg(path, info.isDir() ? Words::tr("it is a folder") : file.errorString()),
            Words::tr("Choose another file."));
    }
    return keepAttachment(folder, file, info.fileName(), random);
}

bool holdsAttachment(const DeskFolder &folder, const QByteArray &hash)
{
    return QFileInfo::exists(pathOf(folder, hash));
}

std::optional<Refusal> openAttachment(
    const DeskFolder &folder, const QByteArray &hash, const QString &key, QIODevice &target)
{
    QFile file(pathOf(folder, hash));
    if (!file.open(QIODevice::ReadOnly))
        return refuse(Words::tr("The attachment is not on this desk."),
            Words::tr("Fetch it from a desk that has it."), Refusal::Device);
    if (!record::unsealFile(file, target, QByteArray::fromHex(key.toLatin1())))
        return refuse(Words::tr("The attachment can't be opened."),
            Words::tr("Run \"griddeskctl verify\"."), Refusal::Device);
    return {};
}

} // namespace store
