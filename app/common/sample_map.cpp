// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_map.h"

#include <QCryptographicHash>

namespace app
{

using namespace domain;

namespace
{

constexpr int columns = 5;
constexpr qint32 west = 1'143'000'000, south = 226'800'000;
constexpr qint32 wide = 70'000, high = 55'000; // of a grid, some 700 by 600 m
constexpr int steps = 4; // corners of a side

/// What lies at a place of the raster is the same from whichever grid it is looked at.
GeoPoint node(int x, int y)
{
    const int waveX = (x * 37 + y * 53) % 17 - 8, waveY = (x * 29 + y * 71) % 13 - 6;
    return {west + x * wide / steps + waveX * 450, south + y * high / steps + waveY * 400};
}

Shape areaOf(int grid)
{
    // From north-west to south-east, as grids are numbered.
    const int x = grid % columns * steps, y = (1 - grid / columns) * steps;
    Ring ring;
    for (int i = 0; i < steps; ++i)
        ring.append(node(x + i, y));
    for (int i = 0; i < steps; ++i)
        ring.append(node(x + steps, y + i));
    for (int i = 0; i < steps; ++i)
        ring.append(node(x + steps - i, y + steps));
    for (int i = 0; i < steps; ++i)
        ring.append(node(x, y + steps - i));
    return {{Polygon{ring, {}}}};
}

} // namespace

DrawGrids sampleMap(const SampleCompany &company)
{
    DrawGrids draw;
    for (int grid = 0; grid < int(company.grids.size()) && grid < 2 * columns; ++grid)
        draw.areas.append({company.grids[grid].id, areaOf(grid)});
    return draw;
}

GeoPoint doorOf(const Household &household)
{
    const QByteArray hash =
        QCryptographicHash::hash(household.address.toUtf8(), QCryptographicHash::Blake2b_160);
    // Well within: the borders are crooked.
    const auto share = [&hash](int byte) { return 0.2 + 0.6 * quint8(hash[byte]) / 255.0; };
    const int x = household.grid % columns, y = 1 - household.grid / columns;
    return {west + qint32((x + share(0)) * wide), south + qint32((y + share(1)) * high)};
}

} // namespace app
