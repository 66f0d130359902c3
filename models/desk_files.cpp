// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's attachments: kept here, opened here, fetched from other desks.
#include "desk.h"

#include "domain/ticket_fields.h"
#include "futures.h"
#include "store/attachments.h"

#include <QBuffer>
#include <QSaveFile>

using domain::Refusal;

static Refusal notWritten(const QFileDevice &target)
{
    return {{}, target.errorString(), Desk::tr("Choose another place."), Refusal::Device};
}

QFuture<Desk::Kept> Desk::keepFile(const QString &path)
{
    return elsewhere<Kept>([folder = m_folder, path, &random = m_random] {
        return store::keepAttachmentFile(folder, path, random);
    });
}

QFuture<Desk::Kept> Desk::keepContent(const QByteArray &content, const QString &name)
{
    return elsewhere<Kept>([folder = m_folder, content, name, &random = m_random] {
        QBuffer plain;
        plain.setData(content);
        plain.open(QIODevice::ReadOnly);
        return store::keepAttachment(folder, plain, name, random);
    });
}

void Desk::setFileSource(std::shared_ptr<store::FileSource> source)
{
    const QMutexLocker lock(&m_sourceLock);
    m_source = std::move(source);
}

std::shared_ptr<store::FileSource> Desk::fileSource()
{
    const QMutexLocker lock(&m_sourceLock);
    return m_source;
}

QFuture<std::optional<Refusal>> Desk::openFile(const domain::Values &step, const QString &path)
{
    const QByteArray hash = step[domain::field::FileHash].toByteArray();
    const QString key = m_reader->open(domain::field::FileKey, step[domain::field::FileKey]);
    const auto open = [folder = m_folder, hash, key, path]() -> std::optional<Refusal> {
        QSaveFile target(path);
        if (!target.open(QIODevice::WriteOnly))
            return notWritten(target);
        if (auto refusal = store::openAttachment(folder, hash, key, target))
            return refusal;
        if (!target.commit())
            return notWritten(target);
        return {};
    };
    const auto source = fileSource();
    if (!source || store::holdsAttachment(m_folder, hash))
        return elsewhere<std::optional<Refusal>>(open);
    return source->fetch(hash).then(QtFuture::Launch::Async,
        [open](const std::optional<Refusal> &refusal) { return refusal ? refusal : open(); });
}
