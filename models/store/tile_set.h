// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"
#include "domain/shape.h"
#include "store/sql.h"

#include <optional>
#include <variant>

namespace store
{

/// What a tile set says of itself.
struct TileFacts {
    enum Format : quint8 { Png, Jpeg, Webp };

    QString name;
    QString attribution; ///< whom the map belongs to, to be shown in its corner
    domain::GeoBox bounds; ///< the whole world where nothing is said
    int leastZoom = 0;
    int mostZoom = 0;
    Format format = Png;
};

/// A base map that is there without a network: an MBTiles, somebody else's database of pictures in the squares of Web Mercator. It is only
/// read, by one thread; what it holds is trusted nowhere: no function runs in it, no question takes long, no picture is larger than
/// a megabyte, and what isn't a PNG, JPEG or WebP isn't handed out.
class TileSet
{
public:
    using Opened = std::variant<std::unique_ptr<TileSet>, domain::Refusal>;

    static Opened open(const QString &path);

    const TileFacts &facts() const { return m_facts; }
    /// The picture of a square, counted from the west and the north as maps on the web count. Nothing where there is none.
    std::optional<QByteArray> tile(int zoom, int x, int y);

private:
    explicit TileSet(const QString &path);

    QString findFault();
    void readFacts();
    QString said(const char *name);

    Database m_database;
    TileFacts m_facts;
};

} // namespace store
