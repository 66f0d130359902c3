// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace ui::map
{

/// A base map in the usual tiles of 256 (or more) pixels, Web Mercator, counted from the north-west. It is asked from the painting thread,
/// never from the window's, one tile after the other; it may read a file, and answers a null image for what it doesn't have.
class BaseTiles
{
public:
    virtual ~BaseTiles() = default;
    virtual QImage tile(int zoom, int x, int y) const = 0;
    virtual int leastZoom() const { return 0; }
    virtual int mostZoom() const { return 18; }
    virtual QString credit() const
    {
        return {};
    } ///< who made it, where the licence wants that shown
};

} // namespace ui::map
