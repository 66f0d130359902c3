// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/file_exchange.h"

#include "peers/words.h"
#include "record/file_sealing.h"
#include "store/attachments.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <unistd.h>

namespace peers
{

using domain::Refusal;

namespace
{

constexpr qint64 filePieceBytes = 64 << 10; ///< small, so that a ticket needn't wait behind it
constexpr qint64 piecesAhead = 8;
constexpr size_t mostWanted = 64;
constexpr qint64 recentPause_ms = 60'000;
constexpr qint64 piecePatience_ms = 60'000;
constexpr int looking_ms = 5'000;

Refusal notReachable()
{
    return {{}, Words::tr("The attachment is not on this desk, and no desk in touch has it."),
        Words::tr("It can be opened once the desk where it was attached is switched on and in "
                  "touch; attachments don't go through the hub."),
        Refusal::Device};
}

Refusal notKept(const QString &why)
{
    return {{}, Words::tr("The attachment could not be kept: %1.").arg(why),
        Words::tr("Check the disk and try again."), Refusal::Device};
}

QString pathOf(const store::DeskFolder &folder, const QByteArray &hash)
{
    return folder.files() + u'/' + QString::fromLatin1(hash.toHex());
}

} // namespace

FileExchange::FileExchange(const store::DeskFolder &folder, FindRecent findRecent)
    : m_folder(folder)
    , m_looking(this)
    , m_findRecent(std::move(findRecent))
{
    m_time.start();
    m_looking.start(looking_ms);
    connect(&m_looking, &QTimer::timeout, this, &FileExchange::lookAtClock);
}

FileExchange::~FileExchange()
{
    while (!m_wanted.empty())
        end(m_wanted.front().hash, notReachable());
}

int FileExchange::open(Say say)
{
    m_lines.insert(++m_lastLine, std::move(say));
    lookForRecent();
    // Once whoever opened it has its number.
    QMetaObject::invokeMethod(this, &FileExchange::next, Qt::QueuedConnection);
    return m_lastLine;
}

void FileExchange::close(int line)
{
    m_lines.remove(line);
    for (Wanted &wanted : m_wanted) {
        if (wanted.line == line)
            leave(wanted);
    }
    next();
}

void FileExchange::answer(const FileAsked &asked, const Say &say) const
{
    QFile file(pathOf(m_folder, asked.hash));
    FilePart part{asked.hash, asked.offset, 0, {}};
    if (file.open(QIODevice::ReadOnly) && file.seek(asked.offset)) {
        part.bytes = file.read(filePieceBytes);
        part.total = part.bytes.isEmpty() ? 0 : file.size();
    }
    say(part);
}

bool FileExchange::take(int line, const FilePart &part)
{
    const auto found = std::ranges::find_if(
        m_wanted, [&](const Wanted &one) { return one.line == line && one.hash == part.hash; });
    // Pieces that were on their way when somebody else took over are no fault.
    if (found == m_wanted.end())
        return m_lines.contains(line);
    Wanted &wanted = *found;
    wanted.moved_ms = m_time.elapsed();
    if (part.total == 0) {
        leave(wanted);
        next();
        return true;
    }
    if (!wanted.file && !begin(wanted, part))
        return true;
    const bool isNext = part.total == wanted.total && part.offset == wanted.received
        && part.bytes.size() == std::min(filePieceBytes, wanted.total - wanted.received);
    if (!isNext)
        return false;
    if (wanted.file->write(part.bytes) != part.bytes.size()) {
        end(wanted.hash, notKept(wanted.file->errorString()));
        return true;
    }
    wanted.sum.add(part.bytes);
    wanted.received += part.bytes.size();
    if (wanted.received == wanted.total)
        finish(wanted);
    else
        askAhead(wanted);
    return true;
}

bool FileExchange::begin(Wanted &wanted, const FilePart &part)
{
    if (part.total > record::sealedSize(store::maximumAttachmentBytes)) {
        leave(wanted);
        next();
        return false;
    }
    QDir().mkpath(m_folder.files());
    wanted.total = part.total;
    wanted.file =
        std::make_unique<QTemporaryFile>(m_folder.files() + QStringLiteral("/part-XXXXXX"));
    if (wanted.file->open())
        return true;
    end(wanted.hash, notKept(wanted.file->errorString()));
    return false;
}

void FileExchange::askAhead(Wanted &wanted)
{
    const auto say = m_lines.constFind(wanted.line);
    const qint64 total = wanted.total > 0 ? wanted.total : filePieceBytes;
    while (say != m_lines.cend() && wanted.asked < total
        && wanted.asked - wanted.received < piecesAhead * filePieceBytes) {
        const qint64 offset = wanted.asked;
        wanted.asked += filePieceBytes;
        (*say)(FileAsked{wanted.hash, offset});
    }
}

void FileExchange::finish(Wanted &wanted)
{
    const QString path = pathOf(m_folder, wanted.hash);
    if (wanted.sum.result() != wanted.hash) {
        // Not what it is called: another desk may have the true one.
        restart(wanted);
        leave(wanted);
        next();
        return;
    }
    if (!wanted.file->flush() || ::fsync(wanted.file->handle()) != 0
        || (!QFile::exists(path) && !wanted.file->rename(path))) {
        end(wanted.hash, notKept(wanted.file->errorString()));
        return;
    }
    wanted.file->setAutoRemove(false);
    end(wanted.hash, {});
}

/// That desk doesn't have it, or not any more.
void FileExchange::leave(Wanted &wanted)
{
    if (wanted.line)
        wanted.tried.insert(wanted.line);
    wanted.line = 0;
    wanted.asked = wanted.received;
}

void FileExchange::restart(Wanted &wanted)
{
    wanted.file.reset();
    wanted.sum = {};
    wanted.total = wanted.received = wanted.asked = 0;
}

void FileExchange::fetch(const QByteArray &hash, Fetched fetched)
{
    if (store::holdsAttachment(m_folder, hash))
        return fetched({});
    const auto known = std::ranges::find(m_wanted, hash, &Wanted::hash);
    if (known != m_wanted.end()) {
        known->fetched.push_back(std::move(fetched));
        return;
    }
    if (hash.size() != hashBytes || m_wanted.size() >= mostWanted)
        return fetched(notReachable());
    Wanted &wanted = m_wanted.emplace_back();
    wanted.hash = hash;
    wanted.fetched.push_back(std::move(fetched));
    next();
}

void FileExchange::lookForRecent()
{
    const bool isTime = !m_recentLook_ms || m_time.elapsed() - *m_recentLook_ms >= recentPause_ms;
    if (!m_findRecent || m_lines.isEmpty() || !m_wanted.empty() || !isTime)
        return;
    m_recentLook_ms = m_time.elapsed();
    m_inTime = m_findRecent();
}

bool FileExchange::isBusy(int line) const
{
    return std::ranges::any_of(m_wanted, [=](const Wanted &one) { return one.line == line; });
}

/// False when nobody is left to ask.
bool FileExchange::askSomebody(Wanted &wanted)
{
    bool isHope = false;
    for (const int line : m_lines.keys()) {
        if (wanted.tried.contains(line))
            continue;
        isHope = true;
        if (isBusy(line))
            continue;
        wanted.line = line;
        wanted.moved_ms = m_time.elapsed();
        askAhead(wanted);
        return true;
    }
    return isHope;
}

/// What people wait for first; what nobody waits for one by one.
void FileExchange::next()
{
    QVector<QByteArray> hopeless;
    for (Wanted &wanted : m_wanted) {
        if (!wanted.line && !askSomebody(wanted))
            hopeless.append(wanted.hash);
    }
    for (const QByteArray &hash : hopeless)
        end(hash, notReachable());
    if (!m_wanted.empty())
        return;
    while (!m_inTime.isEmpty() && m_wanted.empty() && !m_lines.isEmpty())
        fetch(m_inTime.takeFirst(), [](const std::optional<Refusal> &) {});
}

void FileExchange::end(const QByteArray &hash, const std::optional<Refusal> &refusal)
{
    const auto found = std::ranges::find(m_wanted, hash, &Wanted::hash);
    if (found == m_wanted.end())
        return;
    const auto fetched = std::move(found->fetched);
    m_wanted.erase(found);
    for (const Fetched &tell : fetched)
        tell(refusal);
    // Behind whatever is going on here.
    QMetaObject::invokeMethod(this, &FileExchange::next, Qt::QueuedConnection);
}

void FileExchange::lookAtClock()
{
    for (Wanted &wanted : m_wanted) {
        if (wanted.line && m_time.elapsed() - wanted.moved_ms > piecePatience_ms)
            leave(wanted);
    }
    lookForRecent();
    next();
}

void FileDoor::close()
{
    const QMutexLocker lock(&m_lock);
    m_exchange = nullptr;
}

QFuture<std::optional<Refusal>> FileDoor::fetch(const QByteArray &hash)
{
    auto promise = std::make_shared<QPromise<std::optional<Refusal>>>();
    promise->start();
    const auto answer = [promise](const std::optional<Refusal> &refusal) {
        promise->addResult(refusal);
        promise->finish();
    };
    const QMutexLocker lock(&m_lock);
    if (m_exchange) {
        QMetaObject::invokeMethod(
            m_exchange, [exchange = m_exchange, hash, answer] { exchange->fetch(hash, answer); });
    } else {
        answer(notReachable());
    }
    return promise->future();
}

} // namespace peers
