// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/china_offset.h"

#include <cmath>
#include <numbers>

namespace geo
{

namespace
{

using std::numbers::pi;

// The ellipsoid of Krasovsky, on which the offset is reckoned in metres.
constexpr double axis_m = 6'378'245;
constexpr double eccentricity2 = 0.006'693'421'622'965'943'23;

// The middle of the country, from which the offset's polynomials count.
constexpr Degrees middle{105, 35};

// Two waves over so many half turns a degree, the shorter with `height` and the longer with `more`.
double waves(double along, double turns, double height, double slower, double more)
{
    return (height * std::sin(turns * along * pi) + more * std::sin(slower * along * pi)) * 2 / 3;
}

double northShift_m(double x, double y)
{
    return -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x))
        + waves(x, 6, 20, 2, 20) + waves(y, 1, 20, 1.0 / 3, 40)
        + waves(y, 1.0 / 12, 160, 1.0 / 30, 320);
}

double eastShift_m(double x, double y)
{
    return 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x))
        + waves(x, 6, 20, 2, 20) + waves(x, 1, 20, 1.0 / 3, 40)
        + waves(x, 1.0 / 12, 150, 1.0 / 30, 300);
}

Degrees shiftedToGcj02(const Degrees &place)
{
    const double x = place.lon - middle.lon, y = place.lat - middle.lat;
    const double lat = place.lat * pi / 180;
    const double w2 = 1 - eccentricity2 * std::sin(lat) * std::sin(lat);
    const double across_m = axis_m / std::sqrt(w2) * std::cos(lat);
    const double along_m = axis_m * (1 - eccentricity2) / (w2 * std::sqrt(w2));
    return {place.lon + eastShift_m(x, y) / across_m * 180 / pi,
        place.lat + northShift_m(x, y) / along_m * 180 / pi};
}

// Of GCJ-02: turned and stretched by a trace that waves with the place, then moved.
Degrees shiftedToBd09(const Degrees &place)
{
    constexpr double wave = pi * 3000 / 180;
    const double far = std::hypot(place.lon, place.lat) + 0.000'02 * std::sin(place.lat * wave);
    const double angle = std::atan2(place.lat, place.lon) + 0.000'003 * std::cos(place.lon * wave);
    return {far * std::cos(angle) + 0.0065, far * std::sin(angle) + 0.006};
}

Degrees shiftedToBoth(const Degrees &place)
{
    return shiftedToBd09(shiftedToGcj02(place));
}

// The offset hardly differs over the length of itself, so what it misses is taken off until nothing is left: three rounds.
template <typename Shift> Degrees unshifted(const Degrees &shifted, Shift shift)
{
    constexpr int mostRounds = 20;
    constexpr double enough = 1e-11;
    Degrees place = shifted;
    for (int round = 0; round < mostRounds; ++round) {
        const Degrees back = shift(place);
        const Degrees miss{back.lon - shifted.lon, back.lat - shifted.lat};
        place = {place.lon - miss.lon, place.lat - miss.lat};
        if (std::abs(miss.lon) < enough && std::abs(miss.lat) < enough)
            break;
    }
    return place;
}

// Whether it is shifted is a question of the place itself. Along the rectangle's edge a shifted place may stand for two; it is
// taken for the shifted one.
template <typename Shift> Degrees unshiftedInChina(const Degrees &shifted, Shift shift)
{
    const Degrees place = unshifted(shifted, shift);
    return isShiftedInChina(place) ? place : shifted;
}

} // namespace

bool isShiftedInChina(const Degrees &place)
{
    return place.lon >= 72.004 && place.lon <= 137.8347 && place.lat >= 0.8293
        && place.lat <= 55.8271;
}

Degrees gcj02OfWgs84(const Degrees &place)
{
    return isShiftedInChina(place) ? shiftedToGcj02(place) : place;
}

Degrees wgs84OfGcj02(const Degrees &place)
{
    return unshiftedInChina(place, shiftedToGcj02);
}

Degrees bd09OfWgs84(const Degrees &place)
{
    return isShiftedInChina(place) ? shiftedToBoth(place) : place;
}

Degrees wgs84OfBd09(const Degrees &place)
{
    return unshiftedInChina(place, shiftedToBoth);
}

} // namespace geo
