// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/base_painter.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::map
{

namespace
{

constexpr double tileSide = 256;
constexpr qsizetype keptBytes = 64 << 20;
constexpr int coarserBy = 4; // zoom levels that may stand in for a missing tile

quint64 keyOf(int zoom, int x, int y)
{
    return quint64(zoom) << 56 | quint64(quint32(x)) << 28 | quint32(y);
}

int zoomFor(double scale, const BaseTiles &tiles)
{
    const int wanted = int(std::lround(std::log2(worldSide * scale / tileSide)));
    return std::clamp(wanted, tiles.leastZoom(), std::min(tiles.mostZoom(), 24));
}

} // namespace

BasePainter::BasePainter(
    std::shared_ptr<const BaseTiles> tiles, std::optional<PlacedPicture> picture)
    : m_tiles(std::move(tiles))
    , m_picture(std::move(picture))
    , m_kept(keptBytes)
{
}

void BasePainter::paint(
    QPainter &painter, const MapCamera &camera, double pixelRatio, const std::atomic_bool &stale)
{
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (m_tiles)
        paintTiles(painter, camera, zoomFor(camera.scale() * pixelRatio, *m_tiles), stale);
    if (m_picture && !stale)
        paintPicture(painter, camera);
}

void BasePainter::paintTiles(
    QPainter &painter, const MapCamera &camera, int zoom, const std::atomic_bool &stale)
{
    const double side = worldSide / std::ldexp(1, zoom);
    const int most = (1 << zoom) - 1;
    const QRectF seen = camera.visible().translated(worldHalf, worldHalf);
    const auto tileAt = [&](double along) { return std::clamp(int(along / side), 0, most); };
    for (int y = tileAt(seen.top()); y <= tileAt(seen.bottom()); ++y) {
        for (int x = tileAt(seen.left()); x <= tileAt(seen.right()); ++x) {
            if (stale)
                return;
            const QRectF world(x * side - worldHalf, y * side - worldHalf, side, side);
            paintTile(painter, camera.toPixel(world), zoom, x, y);
        }
    }
}

void BasePainter::paintTile(QPainter &painter, const QRectF &target, int zoom, int x, int y)
{
    for (int up = 0; up <= std::min(coarserBy, zoom); ++up) {
        const QImage tile = find(zoom - up, x >> up, y >> up);
        if (tile.isNull())
            continue;
        const double part = std::ldexp(1, -up);
        const QSizeF size = QSizeF(tile.size()) * part;
        const int within = (1 << up) - 1;
        const QRectF source(
            QPointF((x & within) * size.width(), (y & within) * size.height()), size);
        return painter.drawImage(target, tile, source);
    }
}

void BasePainter::paintPicture(QPainter &painter, const MapCamera &camera) const
{
    // Metres northwards → the world southwards → pixels.
    QTransform toPixels;
    const QPointF origin = camera.toPixel(QPointF());
    toPixels.translate(origin.x(), origin.y());
    toPixels.scale(camera.scale(), -camera.scale());
    painter.save();
    painter.setTransform(m_picture->toMetres * toPixels, true);
    painter.drawImage(QPointF(), m_picture->image);
    painter.restore();
}

QImage BasePainter::find(int zoom, int x, int y)
{
    const quint64 key = keyOf(zoom, x, y);
    if (const QImage *kept = m_kept.object(key))
        return *kept;
    const QImage tile = m_tiles->tile(zoom, x, y);
    m_kept.insert(key, new QImage(tile), std::max<qsizetype>(tile.sizeInBytes(), 64));
    return tile;
}

} // namespace ui::map
