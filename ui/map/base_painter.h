// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/base_tiles.h"
#include "map/map_camera.h"
#include "map/map_content.h"

#include <QCache>

#include <atomic>
#include <memory>

class QPainter;

namespace ui::map
{

/// Paints what lies below the grids: tiles of a base map, and the placed plan over them. Decoded tiles are kept, some 64 MB of them;
/// where one is missing, a part of a coarser one stands in. Used by one thread at a time.
class BasePainter
{
public:
    BasePainter(std::shared_ptr<const BaseTiles> tiles, std::optional<PlacedPicture> picture);

    void paint(QPainter &painter, const MapCamera &camera, double pixelRatio,
        const std::atomic_bool &stale);

private:
    void paintTiles(
        QPainter &painter, const MapCamera &camera, int zoom, const std::atomic_bool &stale);
    void paintTile(QPainter &painter, const QRectF &target, int zoom, int x, int y);
    void paintPicture(QPainter &painter, const MapCamera &camera) const;
    QImage find(int zoom, int x, int y);

    std::shared_ptr<const BaseTiles> m_tiles;
    std::optional<PlacedPicture> m_picture;
    QCache<quint64, QImage> m_kept; ///< cost: bytes
};

} // namespace ui::map
