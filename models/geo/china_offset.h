// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace geo
{

/// The two offsets that maps sold in China have against WGS 84: GCJ-02 (Amap, Tencent, Google's Chinese maps), up to 700 m, and BD-09
/// (Baidu), which adds some more on top. There and back agree to a millimetre. A place outside of the rectangle that the published
/// formula takes for China isn't shifted; the rectangle is larger than the country, so beyond a land border trust neither.

struct Degrees {
    double lon = 0;
    double lat = 0;
};

bool isShiftedInChina(const Degrees &place);

Degrees gcj02OfWgs84(const Degrees &place);
Degrees wgs84OfGcj02(const Degrees &place);
Degrees bd09OfWgs84(const Degrees &place);
Degrees wgs84OfBd09(const Degrees &place);

} // namespace geo
