// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/tile_set.h"

#include <QThreadPool>

#include <memory>

namespace items
{

/// A base map that lies on this computer, for whoever paints: its pictures, asked from any thread, one at a time. It is looked into once
/// where it is opened, so that a file that is none is refused there, and read on a thread of its own.
class BaseMap
{
public:
    using Opened = std::variant<std::shared_ptr<BaseMap>, domain::Refusal>;

    static Opened open(const QString &path);
    ~BaseMap();

    const store::TileFacts &facts() const { return m_facts; }
    /// Waits for the picture; nothing where there is none, or the file has gone.
    QByteArray tile(int zoom, int x, int y);

private:
    BaseMap(QString path, store::TileFacts facts);
    QByteArray read(int zoom, int x, int y);

    const QString m_path;
    const store::TileFacts m_facts;
    std::unique_ptr<store::TileSet> m_tiles; ///< lives and dies on the pool's one thread
    bool m_isOpened = false;
    QThreadPool m_pool;
};

} // namespace items
