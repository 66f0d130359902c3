// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/vfs_image.h"

#include <QHash>
#include <QMap>

namespace support
{

// One thing that the program did to its disk. A file's content belongs to a node, which a path
// names; a path that is deleted and created again names another node.
struct DiskEvent {
    enum Kind { Create, Adopt, Delete, Write, Truncate, Sync, Mark };

    Kind kind;
    quint32 node = 0;
    QString path; // relative to the disk's folder
    qint64 number = 0; // Write: offset, Truncate: new size (both bytes), Mark: the test's id
    QByteArray bytes; // Write
    FileImage image; // Adopt: what a file held that was written past SQLite
    bool syncsFolder = false; // Delete, Sync: names in the path's folder are durable after it

    QString text() const;
};

// What is durable on a disk, and what the program has asked for since without a sync. A sync of a
// file makes its content and its own name durable; names of other files wait for a sync of their
// folder. Events that were applied must outlive the state and all copies of it.
class DiskState
{
public:
    void apply(const DiskEvent &event);

    // A content that the disk may have when power is cut now, by path; the same seed gives the
    // same one. What is durable is there. Of each file's other writes and truncations, each is
    // kept, dropped or torn for itself, and each path is as it was after some one of its
    // creations and deletions, whatever became of those of other paths.
    QMap<QString, FileImage> afterPowerLoss(quint32 seed) const;

private:
    struct Node {
        FileImage durable;
        QList<const DiskEvent *> unsynced;
    };
    // Node 0 means that there is no such file.
    struct Name {
        quint32 durable = 0;
        QList<quint32> unsynced;
    };

    void syncNode(quint32 node);
    void syncFolder(const QString &folder);

    QHash<quint32, Node> m_nodes;
    QMap<QString, Name> m_names;
};

} // namespace support
