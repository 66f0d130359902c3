// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "store/committed.h"
#include "store/notice_marks.h"

#include <QAbstractListModel>
#include <QSet>
#include <QTimer>

#include <optional>

namespace items
{

/// What whoever sits here is told of, the newest first, with what is unread. It follows from the record: entries are looked
/// through on another thread, in portions, as they come in; what came while the person sat elsewhere, when they
/// sit down. What is late or will be soon follows from the clocks: it is looked for every minute, and leaves the list when it was
/// seen to. What was read is remembered for this person at this desk.
class NoticeList : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr qsizetype mostShown = 200; ///< of more only the number is told
    static constexpr qint64 portion = 1000; ///< entries looked through at a time
    static constexpr qint64 farthestBack = 20'000; ///< entries; what lies behind is no news
    static constexpr qint64 oldest_ms = 7 * 24 * 3600'000LL;
    static constexpr int minute_ms = 60'000; ///< between two looks at the clocks

    /// `clock` must outlive it.
    NoticeList(const Source &source, const store::DeskFolder &folder, const domain::Clock &clock,
        QObject *parent = nullptr);
    ~NoticeList() override;

    /// A null id: nobody.
    void sitDown(const domain::Id &person);
    /// As many as there are, shown or not.
    int unread() const { return m_unread; }
    const store::NoticeLine &at(int row) const { return m_lines.at(row); }
    bool isUnread(int row) const { return isNew(m_lines.at(row)); }
    void markRead(int row);
    void markAllRead();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

public Q_SLOTS:
    void takeIn(const store::Committed &committed);

Q_SIGNALS:
    void unreadChanged(int count);
    /// News since the last time that this was said: how many, and the newest of them.
    void came(int count, const store::NoticeLine &newest);

private:
    bool isNew(const store::NoticeLine &line) const;
    void readKnown(const store::Committed &committed);
    void look();
    void take(const store::NoticePortion &found);
    void put(const QVector<store::NoticeLine> &lines);
    void putEscalations(const std::optional<QVector<store::NoticeLine>> &all);
    void dropSeenTo(const QSet<QString> &standing);
    void prepend(QVector<store::NoticeLine> fresh);
    QStringList readEscalations() const;
    void tell();
    void remember();
    void write();

    store::Reader &m_read;
    const domain::Clock &m_clock;
    const store::NoticeMarkFile m_file;
    QMap<domain::Id, store::NoticeMark> m_marks;
    domain::Id m_person;
    store::NoticeMark m_mark; ///< of the person
    store::NoticeReach m_seen; ///< how far it was looked through
    QVector<store::NoticeLine> m_lines;
    QSet<QString>
        m_standing; ///< keys of what is late or soon will be, as it was told last, shown or not
    int m_unread = 0;
    int m_untold = 0;
    std::optional<store::NoticeLine> m_newest; ///< of the untold ones
    int m_asked = 0; ///< people, of whom the last one's answers count
    bool m_isLooking = false;
    bool m_isStale = false; ///< a commit came while it was looked
    QTimer m_moment;
    QTimer m_minute;
    QThreadPool m_writing;
    Background m_background;
};

} // namespace items
