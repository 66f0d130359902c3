// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/vfs_disk.h"

#include <algorithm>
#include <random>

namespace support
{

namespace
{

// Chance by seed. The standard distributions differ between libraries, so that a seed would not
// mean the same disk everywhere; the bias of a remainder does no harm here.
class Luck
{
public:
    explicit Luck(quint32 seed)
        : m_engine(seed)
        , m_keptPercent(below(101))
    {
    }
    qint64 below(qint64 bound) { return qint64(m_engine()) % bound; }
    bool tossed() { return below(2) == 0; }
    // Each disk has its own odds: one forgets nearly all, another nearly nothing.
    bool keeps() { return below(100) < m_keptPercent; }

private:
    std::mt19937 m_engine;
    qint64 m_keptPercent;
};

QString folderOf(const QString &path)
{
    return path.left(path.lastIndexOf(QLatin1Char('/')) + 1);
}

void change(FileImage &image, const DiskEvent &event)
{
    if (event.kind == DiskEvent::Truncate)
        image.resize(event.number);
    else
        image.write(event.number, event.bytes);
}

void writeSomeSectors(FileImage &image, const DiskEvent &event, Luck &luck)
{
    constexpr qint64 sectorSize = 512;
    for (qint64 start = 0; start < event.bytes.size();) {
        const qint64 offset = event.number + start;
        const qint64 count = std::min(sectorSize - offset % sectorSize, event.bytes.size() - start);
        if (luck.tossed())
            image.write(offset, QByteArrayView(event.bytes).sliced(start, count));
        start += count;
    }
}

void writeTorn(FileImage &image, const DiskEvent &event, Luck &luck)
{
    if (luck.tossed()) {
        writeSomeSectors(image, event, luck);
    } else {
        const qint64 count = luck.below(event.bytes.size() + 1);
        image.write(event.number, QByteArrayView(event.bytes).first(count));
    }
}

void changeByChance(FileImage &image, const DiskEvent &event, Luck &luck)
{
    if (luck.keeps())
        change(image, event);
    else if (event.kind == DiskEvent::Write && luck.tossed())
        writeTorn(image, event, luck);
}

} // namespace

QString DiskEvent::text() const
{
    switch (kind) {
    case Create:
        return QStringLiteral("create %1").arg(path);
    case Adopt:
        return QStringLiteral("find %1").arg(path);
    case Delete:
        return QStringLiteral("delete %1").arg(path);
    case Write:
        return QStringLiteral("write %1 bytes at %2 of %3").arg(bytes.size()).arg(number).arg(path);
    case Truncate:
        return QStringLiteral("truncate %1 to %2 bytes").arg(path).arg(number);
    case Sync:
        return QStringLiteral("sync %1").arg(path);
    case Mark:
        return QStringLiteral("mark %1").arg(number);
    }
    Q_UNREACHABLE();
}

void DiskState::apply(const DiskEvent &event)
{
    switch (event.kind) {
    case DiskEvent::Create:
        m_names[event.path].unsynced.append(event.node);
        break;
    case DiskEvent::Adopt:
        m_nodes[event.node].durable = event.image;
        m_names[event.path] = Name{event.node, {}};
        break;
    case DiskEvent::Delete:
        m_names[event.path].unsynced.append(0);
        break;
    case DiskEvent::Write:
    case DiskEvent::Truncate:
        m_nodes[event.node].unsynced.append(&event);
        break;
    case DiskEvent::Sync:
        syncNode(event.node);
        break;
    case DiskEvent::Mark:
        break;
    }
    if (event.syncsFolder)
        syncFolder(folderOf(event.path));
}

void DiskState::syncNode(quint32 id)
{
    Node &node = m_nodes[id];
    for (const DiskEvent *event : std::as_const(node.unsynced))
        change(node.durable, *event);
    node.unsynced.clear();
    for (Name &name : m_names) {
        if (const qsizetype at = name.unsynced.indexOf(id); at >= 0) {
            name.durable = id;
            name.unsynced.remove(0, at + 1);
        }
    }
}

void DiskState::syncFolder(const QString &folder)
{
    for (auto name = m_names.begin(); name != m_names.end(); ++name) {
        if (name->unsynced.isEmpty() || folderOf(name.key()) != folder)
            continue;
        name->durable = name->unsynced.last();
        name->unsynced.clear();
    }
}

QMap<QString, FileImage> DiskState::afterPowerLoss(quint32 seed) const
{
    Luck luck(seed);
    QMap<QString, FileImage> files;
    for (auto name = m_names.cbegin(); name != m_names.cend(); ++name) {
        const qsizetype happened = qsizetype(luck.below(name->unsynced.size() + 1));
        const quint32 id = happened == 0 ? name->durable : name->unsynced.at(happened - 1);
        if (id == 0)
            continue;
        const Node node = m_nodes.value(id);
        FileImage image = node.durable;
        for (const DiskEvent *event : node.unsynced)
            changeByChance(image, *event, luck);
        files.insert(name.key(), image);
    }
    return files;
}

} // namespace support
