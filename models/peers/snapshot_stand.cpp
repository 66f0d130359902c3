// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/snapshot_stand.h"

#include "store/sql.h"
#include "store/trust.h"

#include <QDir>
#include <QThreadPool>

#include <algorithm>

namespace peers
{

namespace
{

/// Whoever begins later than this gets a new one: what came since would come entry by entry.
constexpr qint64 young_ms = 10 * 60'000;
/// A new desk whose line broke comes back within this time, or begins again.
constexpr qint64 kept_ms = 30 * 60'000;
constexpr size_t mostWaiting = 32;
constexpr size_t mostCopies = 2;

const SnapshotPart none{QByteArray(hashBytes, '\0'), 0, 0, {}};

/// Tables that this desk itself has only borrowed are nobody else's beginning.
std::variant<store::SnapshotMade, domain::Refusal> makeFrom(
    const store::DeskFolder &folder, const QString &file)
{
    try {
        store::Database database(folder.database(), store::Database::Access::ReadOnly);
        if (store::trustIn(database) != store::Trust::Own)
            return domain::Refusal{};
    } catch (const store::SqlFailure &) {
        return domain::Refusal{};
    }
    return store::makeSnapshot(folder, file);
}

} // namespace

SnapshotStand::SnapshotStand(const store::DeskFolder &folder)
    : m_folder(folder)
    , m_here(std::make_shared<Here>())
{
    m_time.start();
    // What a program left behind that was killed.
    QDir(this->folder()).removeRecursively();
}

SnapshotStand::~SnapshotStand()
{
    m_here->isGone = true;
    m_copies.clear();
    QDir(folder()).removeRecursively();
}

QString SnapshotStand::folder() const
{
    return m_folder.path + QStringLiteral("/handing-over");
}

void SnapshotStand::ask(const SnapshotAsked &asked, Answer answer)
{
    Copy *copy = asked.checksum.isEmpty() ? youngest() : find(asked.checksum);
    if (copy)
        return give(*copy, asked, answer);
    // One that isn't there any more: the new desk sees by the checksum that it begins again.
    if (Copy *other = youngest())
        return give(*other, {{}, 0}, answer);
    if (m_waiting.size() >= mostWaiting)
        return answer(none);
    m_waiting.push_back({asked, std::move(answer)});
    if (!m_isMaking)
        make();
}

SnapshotStand::Copy *SnapshotStand::find(const QByteArray &checksum)
{
    const auto found = std::ranges::find_if(
        m_copies, [&](const Copy &copy) { return copy.made.checksum == checksum; });
    return found == m_copies.end() ? nullptr : &*found;
}

SnapshotStand::Copy *SnapshotStand::youngest()
{
    const bool isYoung = !m_copies.empty() && m_time.elapsed() - m_copies.back().made_ms < young_ms;
    return isYoung ? &m_copies.back() : nullptr;
}

void SnapshotStand::make()
{
    m_isMaking = true;
    QDir().mkpath(folder());
    QFile::setPermissions(
        folder(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    const QString file = folder() + QStringLiteral("/%1.sqlite").arg(++m_count);
    QThreadPool::globalInstance()->start([this, file, desk = m_folder, here = m_here] {
        const auto outcome = makeFrom(desk, file);
        QMetaObject::invokeMethod(here.get(), [this, outcome, file, here] {
            if (here->isGone)
                QFile::remove(file);
            else
                made(outcome);
        });
    });
}

void SnapshotStand::made(const std::variant<store::SnapshotMade, domain::Refusal> &outcome)
{
    m_isMaking = false;
    const auto *made = std::get_if<store::SnapshotMade>(&outcome);
    auto file = std::make_unique<QFile>(made ? made->file : QString());
    const bool isThere = made && file->open(QIODevice::ReadOnly);
    if (isThere) {
        if (m_copies.size() >= mostCopies) {
            m_copies.front().file->remove();
            m_copies.erase(m_copies.begin());
        }
        m_copies.push_back({*made, std::move(file), m_time.elapsed(), m_time.elapsed()});
    }
    for (const Waiting &one : std::exchange(m_waiting, {})) {
        if (isThere)
            give(m_copies.back(), {{}, 0}, one.answer);
        else
            one.answer(none);
    }
}

void SnapshotStand::give(Copy &copy, const SnapshotAsked &asked, const Answer &answer) const
{
    copy.asked_ms = m_time.elapsed();
    if (asked.offset >= copy.made.bytes || !copy.file->seek(asked.offset))
        return answer(none);
    const QByteArray piece = copy.file->read(pieceBytes);
    answer(piece.isEmpty()
            ? none
            : SnapshotPart{copy.made.checksum, asked.offset, copy.made.bytes, piece});
}

void SnapshotStand::tidy()
{
    std::erase_if(m_copies, [this](const Copy &copy) {
        const bool isOver = m_time.elapsed() - copy.asked_ms > kept_ms;
        if (isOver)
            copy.file->remove();
        return isOver;
    });
}

} // namespace peers
