// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/notice_list.h"

#include "domain/words.h"

#include <algorithm>

namespace items
{

using namespace domain;
using store::NoticeLine;
using store::NoticeReach;

namespace
{

constexpr int moment_ms = 400;

} // namespace

NoticeList::NoticeList(
    const Source &source, const store::DeskFolder &folder, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_read(source.read)
    , m_clock(clock)
    , m_file(folder)
    , m_marks(m_file.read())
    , m_background(source)
{
    // One thread, so that an older state never overtakes a newer one.
    m_writing.setMaxThreadCount(1);
    m_moment.setSingleShot(true);
    m_moment.setInterval(moment_ms);
    connect(&m_moment, &QTimer::timeout, this, &NoticeList::write);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (!m_person.isNull() && !m_isLooking)
            look();
    });
    m_minute.start(minute_ms);
}

NoticeList::~NoticeList()
{
    if (m_moment.isActive())
        write();
    m_writing.waitForDone();
}

void NoticeList::sitDown(const Id &person)
{
    if (person == m_person)
        return;
    beginResetModel();
    m_person = person;
    m_lines.clear();
    m_standing.clear();
    m_mark = m_marks.value(person);
    m_unread = 0;
    m_untold = 0;
    m_newest.reset();
    endResetModel();
    Q_EMIT unreadChanged(0);
    ++m_asked;
    m_isLooking = false;
    if (person.isNull())
        return;
    // A desk that was restored may hold less than what was read once.
    const NoticeReach end = store::noticesEnd(m_read);
    m_mark.reach.position = std::clamp(
        m_mark.reach.position, std::max<qint64>(end.position - farthestBack, 0), end.position);
    m_mark.reach.conflict = std::min(m_mark.reach.conflict, end.conflict);
    m_seen = m_mark.reach;
    look();
}

void NoticeList::takeIn(const store::Committed &committed)
{
    if (m_person.isNull())
        return;
    readKnown(committed);
    if (m_isLooking)
        m_isStale = true;
    else
        look();
}

/// What the person has worked on since, or somebody has settled, is read.
void NoticeList::readKnown(const store::Committed &committed)
{
    if (m_unread == 0)
        return;
    QSet<qint64> tickets, conflicts;
    for (const store::Touched &touched : committed.touched) {
        if (touched.what != store::Touched::Row)
            (touched.what == store::Touched::Ticket ? tickets : conflicts).insert(touched.number);
    }
    for (int row = 0; row < m_lines.size() && m_unread > 0; ++row) {
        const NoticeLine &line = m_lines.at(row);
        const bool isTouched =
            line.conflict ? conflicts.contains(line.conflict) : tickets.contains(line.row);
        if (isTouched && isUnread(row) && store::isKnownBy(m_read, m_person, line))
            markRead(row);
    }
}

void NoticeList::look()
{
    m_isLooking = true;
    m_isStale = false;
    m_background
        .ask([person = m_person, from = m_seen](
                 store::Reader &read) { return store::findNotices(read, person, from, portion); })
        .then(this, [this, mine = m_asked](const store::NoticePortion &found) {
            if (mine == m_asked)
                take(found);
        });
}

void NoticeList::take(const store::NoticePortion &found)
{
    m_isLooking = false;
    m_seen = {std::max(m_seen.position, found.reached.position),
        std::max(m_seen.conflict, found.reached.conflict)};
    put(found.lines);
    if (!found.isLast)
        return look();
    putEscalations(found.escalations);
    remember();
    tell();
    if (m_isStale)
        look();
}

void NoticeList::put(const QVector<NoticeLine> &lines)
{
    const qint64 from_ms = m_clock.now_ms() - oldest_ms;
    QVector<NoticeLine> fresh;
    for (const NoticeLine &line : lines) {
        if (line.at_ms >= from_ms)
            fresh.prepend(line);
    }
    prepend(std::move(fresh));
}

/// Those that stand now: what was seen to goes, what is new comes in front.
void NoticeList::putEscalations(const std::optional<QVector<NoticeLine>> &all)
{
    if (!all)
        return;
    QSet<QString> standing;
    QVector<NoticeLine> fresh;
    for (const NoticeLine &line : *all) {
        standing.insert(line.key);
        if (!m_standing.contains(line.key))
            fresh.append(line);
    }
    m_standing = standing;
    dropSeenTo(standing);
    prepend(std::move(fresh));
}

void NoticeList::dropSeenTo(const QSet<QString> &standing)
{
    for (int row = int(m_lines.size()) - 1; row >= 0; --row) {
        if (!m_lines.at(row).isEscalation() || standing.contains(m_lines.at(row).key))
            continue;
        const bool wasUnread = isUnread(row);
        beginRemoveRows({}, row, row);
        m_mark.read.removeAll(m_lines.at(row).key);
        m_lines.removeAt(row);
        endRemoveRows();
        if (wasUnread)
            Q_EMIT unreadChanged(--m_unread);
    }
}

/// What is fresh, the newest first.
void NoticeList::prepend(QVector<NoticeLine> fresh)
{
    if (fresh.isEmpty())
        return;
    for (const NoticeLine &line : std::as_const(fresh)) {
        if (isNew(line)) {
            ++m_unread;
            ++m_untold;
        }
    }
    m_newest = fresh.constFirst();
    fresh.resize(std::min(fresh.size(), mostShown));
    beginInsertRows({}, 0, int(fresh.size()) - 1);
    m_lines = fresh + m_lines;
    endInsertRows();
    // What no longer fits is counted among the others; a clock that is late comes again by itself.
    for (qsizetype row = mostShown; row < m_lines.size(); ++row) {
        if (m_lines.at(row).isEscalation() && isUnread(int(row)))
            --m_unread;
    }
    if (m_lines.size() > mostShown) {
        beginRemoveRows({}, int(mostShown), int(m_lines.size()) - 1);
        m_lines.resize(mostShown);
        endRemoveRows();
    }
    Q_EMIT unreadChanged(m_unread);
}

/// Once for all that came together: ten thousand entries at once are one piece of news.
void NoticeList::tell()
{
    const int count = std::exchange(m_untold, 0);
    const auto newest = std::exchange(m_newest, {});
    if (count > 0 && newest)
        Q_EMIT came(count, *newest);
}

bool NoticeList::isNew(const NoticeLine &line) const
{
    if (line.isEscalation())
        return !m_mark.read.contains(line.key);
    const bool isBeyond = line.conflict ? line.conflict > m_mark.reach.conflict
                                        : line.position > m_mark.reach.position;
    return isBeyond && !m_mark.read.contains(line.key);
}

void NoticeList::markRead(int row)
{
    if (row < 0 || row >= m_lines.size() || !isUnread(row))
        return;
    m_mark.read.append(m_lines.at(row).key);
    // Who reads one by one and leaves hundreds lying reads those no more.
    if (m_unread <= 1 || m_mark.read.size() > store::NoticeMarkFile::mostRead)
        return markAllRead();
    --m_unread;
    Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT unreadChanged(m_unread);
    remember();
}

void NoticeList::markAllRead()
{
    m_mark = {m_seen, {}};
    m_mark.read = QStringList(m_standing.cbegin(), m_standing.cend());
    m_unread = 0;
    if (!m_lines.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_lines.size()) - 1));
    Q_EMIT unreadChanged(0);
    remember();
}

/// Where nothing is unread, how far it was looked through says it all. Written a moment later, so that a busy hour
/// doesn't write a file for each of its commits.
void NoticeList::remember()
{
    const store::NoticeMark mark =
        m_unread == 0 ? store::NoticeMark{m_seen, readEscalations()} : m_mark;
    if (m_person.isNull() || (m_marks.contains(m_person) && m_marks.value(m_person) == mark))
        return;
    m_marks.insert(m_person, mark);
    if (!m_moment.isActive())
        m_moment.start();
}

/// Those that stand and were read: how far the record was looked through says nothing of them.
QStringList NoticeList::readEscalations() const
{
    QStringList keys;
    for (const QString &key : m_mark.read) {
        if (m_standing.contains(key))
            keys.append(key);
    }
    return keys;
}

void NoticeList::write()
{
    m_moment.stop();
    // What can't be written is read once more next time, and nothing worse.
    m_writing.start([file = m_file, marks = m_marks] { file.write(marks); });
}

int NoticeList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

/// What it is as one sentence; everything else through at().
QVariant NoticeList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const NoticeLine &line = m_lines.at(index.row());
    QStringList parts{line.rule->text(), clockWord(line.clock), line.ticket,
        line.title.isEmpty() ? line.category : line.title, line.person};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace items
