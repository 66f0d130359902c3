// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/picture_placement.h"

#include "domain/rule_words.h"

#include <QString>

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace domain
{

namespace
{

constexpr double radius = 6'378'137; // metres, of Web Mercator's sphere
constexpr double mostLat = 85.06; // degrees: there the map ends
constexpr double radians = std::numbers::pi / 180;
constexpr double nearestPixels = 2;
constexpr double nearestMetres = 0.5;
constexpr double leastBreadth = 0.02; // of the points' spread, against its length
constexpr double doubt = 4; // times better would the others fit without the point,
constexpr double leastDoubt = 1; // metres, by which it is off at least

using Plane = std::complex<double>;

Refusal refusal(const QString &what, const QString &advice)
{
    return {QStringLiteral("points"), what, advice};
}

// Pixels with y upwards, so that picture and map turn the same way.
Plane pixel(const ControlPoint &point)
{
    return {point.x, -point.y};
}

Plane mercator(const ControlPoint &point)
{
    const MercatorPoint there = toMercator(point.place);
    return {there.x, there.y};
}

double groundMetres(const GeoPoint &near)
{
    return std::cos(near.lat() * radians);
}

std::optional<Refusal> findFault(const PictureControl &picture)
{
    const auto isSide = [](int side) { return side >= 1 && side <= largestPictureSide; };
    if (!isSide(picture.width) || !isSide(picture.height))
        return refusal(
            Words::tr("The picture is empty or larger than %1 pixels.").arg(largestPictureSide),
            Words::tr("Save it smaller."));
    if (picture.points.size() < 2)
        return refusal(Words::tr("The picture has fewer than two known points."),
            Words::tr("Mark two corners of streets or houses, far apart, and where they are on the "
                      "map."));
    if (picture.points.size() > mostControlPoints)
        return refusal(
            Words::tr("The picture has more than %1 known points.").arg(mostControlPoints),
            Words::tr("Keep those that are surest; four to ten are enough."));
    for (qsizetype i = 0; i < picture.points.size(); ++i) {
        const ControlPoint &one = picture.points[i];
        if (!std::isfinite(one.x) || !std::isfinite(one.y) || std::abs(one.place.lat()) > mostLat)
            return refusal(
                Words::tr("Point %1 lies nowhere.").arg(i + 1), Words::tr("Mark it again."));
        for (qsizetype j = 0; j < i; ++j) {
            const ControlPoint &other = picture.points[j];
            const double metres =
                std::abs(mercator(one) - mercator(other)) * groundMetres(one.place);
            if (std::abs(pixel(one) - pixel(other)) < nearestPixels || metres < nearestMetres)
                return refusal(
                    Words::tr(
                        "Points %1 and %2 are one and the same, in the picture or on the map.")
                        .arg(j + 1)
                        .arg(i + 1),
                    Words::tr("Take one of them away, or mark it elsewhere."));
        }
    }
    return {};
}

PicturePlacement placedByTwo(const PictureControl &picture)
{
    const Plane from = pixel(picture.points[0]), to = mercator(picture.points[0]);
    const Plane turn = (mercator(picture.points[1]) - to) / (pixel(picture.points[1]) - from);
    const Plane shift = to - turn * from;
    PicturePlacement placement;
    placement.a = turn.real();
    placement.b = turn.imag();
    placement.c = shift.real();
    placement.d = turn.imag();
    placement.e = -turn.real();
    placement.f = shift.imag();
    return placement;
}

// Sums over the points, about their middle so that large numbers don't swallow small ones.
struct Spread {
    Plane fromMiddle, toMiddle;
    double xx = 0, xy = 0, yy = 0;
    double xu = 0, yu = 0, xv = 0, yv = 0;

    explicit Spread(const QVector<ControlPoint> &points)
    {
        for (const ControlPoint &point : points) {
            fromMiddle += pixel(point) / double(points.size());
            toMiddle += mercator(point) / double(points.size());
        }
        for (const ControlPoint &point : points) {
            const Plane p = pixel(point) - fromMiddle, q = mercator(point) - toMiddle;
            xx += p.real() * p.real();
            xy += p.real() * p.imag();
            yy += p.imag() * p.imag();
            xu += p.real() * q.real();
            yu += p.imag() * q.real();
            xv += p.real() * q.imag();
            yv += p.imag() * q.imag();
        }
    }
    double determinant() const { return xx * yy - xy * xy; }
    // Breadth against length of the cloud of points.
    bool isOneLine() const
    {
        const double half = (xx + yy) / 2;
        const double root = std::sqrt(std::max(0.0, half * half - determinant()));
        return half - root < leastBreadth * leastBreadth * (half + root);
    }
    // How far a point alone decides where the picture lies at it: from 1/n to 1.
    double weightOf(const ControlPoint &point, qsizetype count) const
    {
        const Plane p = pixel(point) - fromMiddle;
        return 1.0 / double(count)
            + (yy * p.real() * p.real() - 2 * xy * p.real() * p.imag() + xx * p.imag() * p.imag())
            / determinant();
    }
};

PicturePlacement placedByAll(const Spread &spread)
{
    const double all = spread.determinant();
    PicturePlacement placement;
    placement.a = (spread.xu * spread.yy - spread.yu * spread.xy) / all;
    const double b = (spread.yu * spread.xx - spread.xu * spread.xy) / all;
    placement.d = (spread.xv * spread.yy - spread.yv * spread.xy) / all;
    const double e = (spread.yv * spread.xx - spread.xv * spread.xy) / all;
    const double x = spread.fromMiddle.real(), y = spread.fromMiddle.imag();
    placement.c = spread.toMiddle.real() - placement.a * x - b * y;
    placement.f = spread.toMiddle.imag() - placement.d * x - e * y;
    placement.b = -b;
    placement.e = -e;
    return placement;
}

void measure(PicturePlacement &placement, const PictureControl &picture)
{
    double squares = 0;
    for (const ControlPoint &point : picture.points) {
        const MercatorPoint there = placement.mercatorOf(point.x, point.y);
        const double miss =
            std::abs(Plane(there.x, there.y) - mercator(point)) * groundMetres(point.place);
        placement.misses.append(miss);
        squares += miss * miss;
    }
    placement.typicalMiss = std::sqrt(squares / double(picture.points.size()));
}

// A wrong point pulls the picture towards itself, so each is judged by how well the others would fit without it.
int findDoubtful(
    const PicturePlacement &placement, const PictureControl &picture, const Spread &spread)
{
    const qsizetype count = picture.points.size();
    if (count < 5)
        return -1; // of four any could be the wrong one
    double squares = 0, mostTaken = 0;
    int worst = -1;
    for (qsizetype i = 0; i < count; ++i) {
        const double square = placement.misses[i] * placement.misses[i];
        const double free = std::max(1e-6, 1 - spread.weightOf(picture.points[i], count));
        squares += square;
        if (square / free > mostTaken) {
            mostTaken = square / free;
            worst = int(i);
        }
    }
    const double left = std::max(0.0, squares - mostTaken) / double(count - 1);
    const bool standsOut = left * doubt * doubt < squares / double(count);
    return standsOut && mostTaken > leastDoubt * leastDoubt ? worst : -1;
}

} // namespace

MercatorPoint toMercator(const GeoPoint &place)
{
    const double lat = std::clamp(place.lat(), -mostLat, mostLat);
    return {radius * place.lon() * radians,
        radius * std::log(std::tan(std::numbers::pi / 4 + lat * radians / 2))};
}

std::optional<GeoPoint> fromMercator(const MercatorPoint &point)
{
    const double lat = (2 * std::atan(std::exp(point.y / radius)) - std::numbers::pi / 2) / radians;
    if (!(std::abs(lat) <= mostLat))
        return {};
    return GeoPoint::fromDegrees(point.x / radius / radians, lat);
}

MercatorPoint PicturePlacement::mercatorOf(double x, double y) const
{
    return {a * x + b * y + c, d * x + e * y + f};
}

std::optional<GeoPoint> PicturePlacement::placeOf(double x, double y) const
{
    return fromMercator(mercatorOf(x, y));
}

std::pair<double, double> PicturePlacement::pixelOf(const GeoPoint &place) const
{
    const MercatorPoint there = toMercator(place);
    const double u = there.x - c, v = there.y - f, all = a * e - b * d;
    return {(u * e - b * v) / all, (a * v - u * d) / all};
}

std::variant<PicturePlacement, Refusal> placePicture(const PictureControl &picture)
{
    if (auto fault = findFault(picture))
        return *fault;
    if (picture.points.size() == 2) {
        PicturePlacement placement = placedByTwo(picture);
        placement.misses = {0, 0};
        return placement;
    }
    const Spread spread(picture.points);
    if (spread.isOneLine())
        return refusal(Words::tr("The known points lie on one line."),
            Words::tr("Mark one more to the side of it, or keep only two."));
    PicturePlacement placement = placedByAll(spread);
    // Seen from above y grows southwards in the picture and northwards on the map.
    const double facing = placement.a * placement.e - placement.b * placement.d;
    if (!(facing < 0))
        return refusal(
            Words::tr("The picture would be seen from behind: two of the points are mixed up."),
            Words::tr("Look at each point, and at where it is on the map."));
    measure(placement, picture);
    placement.doubtful = findDoubtful(placement, picture, spread);
    return placement;
}

} // namespace domain
