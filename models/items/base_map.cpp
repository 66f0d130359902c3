// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/base_map.h"

#include <QSemaphore>

#include <utility>

namespace items
{

BaseMap::Opened BaseMap::open(const QString &path)
{
    auto opened = store::TileSet::open(path);
    if (auto *refusal = std::get_if<domain::Refusal>(&opened))
        return std::move(*refusal);
    const auto &tiles = *std::get<std::unique_ptr<store::TileSet>>(opened);
    return std::shared_ptr<BaseMap>(new BaseMap(path, tiles.facts()));
}

BaseMap::BaseMap(QString path, store::TileFacts facts)
    : m_path(std::move(path))
    , m_facts(std::move(facts))
{
    // One thread that stays: a connection belongs to the thread that opened it.
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

BaseMap::~BaseMap()
{
    m_pool.start([this] { m_tiles.reset(); });
    m_pool.waitForDone();
}

QByteArray BaseMap::read(int zoom, int x, int y)
{
    if (!std::exchange(m_isOpened, true)) {
        auto opened = store::TileSet::open(m_path);
        if (auto *tiles = std::get_if<std::unique_ptr<store::TileSet>>(&opened))
            m_tiles = std::move(*tiles);
    }
    return m_tiles ? m_tiles->tile(zoom, x, y).value_or(QByteArray()) : QByteArray();
}

QByteArray BaseMap::tile(int zoom, int x, int y)
{
    QByteArray picture;
    QSemaphore isRead;
    m_pool.start([&] {
        picture = read(zoom, x, y);
        isRead.release();
    });
    isRead.acquire();
    return picture;
}

} // namespace items
