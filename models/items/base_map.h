// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/tile_set.h"

#include <QThread>

#include <memory>
#include <mutex>

namespace items
{

/// A base map that lies on this computer, for whoever paints: its pictures, asked from any thread, one at a time. It is looked into once
/// where it is opened, so that a file that is none is refused there, and read by the thread that asks.
class BaseMap
{
public:
    using Opened = std::variant<std::shared_ptr<BaseMap>, domain::Refusal>;

    static Opened open(const QString &path);

    const store::TileFacts &facts() const { return m_facts; }
    /// Nothing where there is none, or the file has gone.
    QByteArray tile(int zoom, int x, int y);

private:
    BaseMap(QString path, store::TileFacts facts)
        : m_path(std::move(path))
        , m_facts(std::move(facts))
    {
    }

    const QString m_path;
    const store::TileFacts m_facts;
    std::mutex m_mutex;
    std::unique_ptr<store::TileSet> m_tiles; ///< a connection belongs to the thread that opened it
    const QThread *m_reader = nullptr;
};

} // namespace items
