// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "peers/frame.h"
#include "store/desk_folder.h"
#include "store/snapshot.h"

#include <QElapsedTimer>
#include <QFile>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace peers
{

/// Hands new desks this desk's snapshot, piece by piece as they ask. The copy is made on a thread of the pool when the first one asks, kept
/// for whoever comes soon after or goes on after a break, and taken away when nobody has asked for a while. Belongs to the
/// node's thread.
class SnapshotStand
{
public:
    using Answer = std::function<void(const SnapshotPart &)>;

    explicit SnapshotStand(const store::DeskFolder &folder);
    ~SnapshotStand();

    /// Answers at once or when the copy is made; a total of 0 says that there is none to be had.
    void ask(const SnapshotAsked &asked, Answer answer);
    /// Takes away what nobody needs any more; to be called now and then.
    void tidy();

private:
    struct Copy {
        store::SnapshotMade made;
        std::unique_ptr<QFile> file;
        qint64 made_ms = 0;
        qint64 asked_ms = 0;
    };
    struct Waiting {
        SnapshotAsked asked;
        Answer answer;
    };

    Copy *find(const QByteArray &checksum);
    Copy *youngest();
    void make();
    void made(const std::variant<store::SnapshotMade, domain::Refusal> &outcome);
    void give(Copy &copy, const SnapshotAsked &asked, const Answer &answer) const;
    QString folder() const;

    const store::DeskFolder m_folder;
    QElapsedTimer m_time;
    std::vector<Copy> m_copies;
    std::vector<Waiting> m_waiting;
    bool m_isMaking = false;
    int m_count = 0;
    /// By which the pool's thread finds back to this one.
    struct Here : QObject {
        bool isGone = false;
    };
    std::shared_ptr<Here> m_here;
};

} // namespace peers
