// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/frame.h"
#include "record/checksum.h"
#include "store/desk_folder.h"
#include "store/file_source.h"

#include <QElapsedTimer>
#include <QMap>
#include <QMutex>
#include <QObject>
#include <QPromise>
#include <QSet>
#include <QTemporaryFile>
#include <QTimer>

#include <functional>
#include <list>
#include <memory>
#include <optional>

namespace peers
{

/// Attachments between desks: hands out those that lie here, piece by piece as they are asked for, and fetches those that somebody wants to
/// open from one desk after the other until one has it. What came is checked against its name before it
/// becomes a file of the desk. One file at a time from each desk, so that entries find their way between the pieces. Belongs to the node's thread.
class FileExchange : public QObject
{
    Q_OBJECT
public:
    using Say = std::function<void(const Frame &)>;
    using Fetched = std::function<void(const std::optional<domain::Refusal> &)>;

    using FindRecent = std::function<QVector<QByteArray>()>;

    /// `findRecent`: what to fetch before anybody asks for it, asked now and then while there is somebody to fetch it from.
    explicit FileExchange(const store::DeskFolder &folder, FindRecent findRecent = {});
    ~FileExchange() override;

    /// A conversation begins; gives its number.
    int open(Say say);
    void close(int line);
    void answer(const FileAsked &asked, const Say &say) const;
    /// False for a piece that nobody asked that desk for.
    bool take(int line, const FilePart &part);

    /// `fetched` comes on this thread, perhaps at once.
    void fetch(const QByteArray &hash, Fetched fetched);

private:
    struct Wanted {
        QByteArray hash;
        std::vector<Fetched> fetched;
        QSet<int> tried; ///< lines of desks that don't have it, or lied
        int line = 0; ///< which is asked; 0: none
        std::unique_ptr<QTemporaryFile> file;
        record::Checksum sum;
        qint64 total = 0;
        qint64 received = 0;
        qint64 asked = 0;
        qint64 moved_ms = 0;
    };

    void lookForRecent();
    void next();
    bool askSomebody(Wanted &wanted);
    void askAhead(Wanted &wanted);
    bool begin(Wanted &wanted, const FilePart &part);
    void finish(Wanted &wanted);
    void leave(Wanted &wanted);
    void restart(Wanted &wanted);
    void end(const QByteArray &hash, const std::optional<domain::Refusal> &refusal);
    bool isBusy(int line) const;
    void lookAtClock();

    const store::DeskFolder m_folder;
    QElapsedTimer m_time;
    QTimer m_looking;
    QMap<int, Say> m_lines;
    int m_lastLine = 0;
    std::list<Wanted> m_wanted;
    const FindRecent m_findRecent;
    QVector<QByteArray> m_inTime; ///< what nobody waits for: when nothing else is to be fetched
    std::optional<qint64> m_recentLook_ms;
};

/// The way in to it from other threads, for as long as it is there.
class FileDoor final : public store::FileSource
{
public:
    explicit FileDoor(FileExchange &exchange)
        : m_exchange(&exchange)
    {
    }
    /// On the thread of the exchange, before it goes.
    void close();
    QFuture<std::optional<domain::Refusal>> fetch(const QByteArray &hash) override;

private:
    QMutex m_lock;
    FileExchange *m_exchange;
};

} // namespace peers
