// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/base_map.h"

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

QByteArray BaseMap::tile(int zoom, int x, int y)
{
    const std::scoped_lock lock(m_mutex);
    if (m_reader != QThread::currentThread()) {
        m_reader = QThread::currentThread();
        auto opened = store::TileSet::open(m_path);
        auto *tiles = std::get_if<std::unique_ptr<store::TileSet>>(&opened);
        m_tiles = tiles ? std::move(*tiles) : nullptr;
    }
    return m_tiles ? m_tiles->tile(zoom, x, y).value_or(QByteArray()) : QByteArray();
}

} // namespace items
