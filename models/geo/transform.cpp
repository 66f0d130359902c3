// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/transform.h"

#include "geo/systems.h"
#include "geo/transform_way.h"
#include "geo/words.h"

namespace geo
{

using domain::GeoPoint;
using domain::Refusal;

namespace
{

constexpr qsizetype longestDefinition = 20'000;
constexpr qsizetype shownOfName = 60;

Refusal unreadable(const QString &text)
{
    return {.what = Words::tr("“%1” is no coordinate system of maps.").arg(text.left(shownOfName)),
        .advice = Words::tr("Choose one from the list, or write its code, for example EPSG:4490."),
        .kind = Refusal::Unknown};
}

QString numbersOf(const Coordinate &place, bool isDegrees)
{
    const int places = isDegrees ? 7 : 2;
    return QStringLiteral("%1, %2").arg(place.x, 0, 'f', places).arg(place.y, 0, 'f', places);
}

} // namespace

std::variant<Transform, Refusal> Transform::from(const QString &nameOrCode)
{
    const QString code = systemCodeOf(nameOrCode);
    if (code == QLatin1StringView(gcj02) || code == QLatin1StringView(bd09))
        return Transform(std::make_unique<Offset>(code == QLatin1StringView(bd09)));
    if (code.isEmpty() || code.size() > longestDefinition || code.contains(QChar::Null))
        return unreadable(code);
    if (auto projection = Projection::from(code))
        return Transform(std::move(projection));
    return unreadable(code);
}

Transform::Transform(std::unique_ptr<Way> way)
    : m_way(std::move(way))
{
}

Transform::Transform(Transform &&) noexcept = default;
Transform &Transform::operator=(Transform &&) noexcept = default;
Transform::~Transform() = default;

QString Transform::code() const
{
    return m_way->code();
}

QString Transform::name() const
{
    return m_way->name();
}

bool Transform::isDegrees() const
{
    return m_way->isDegrees();
}

bool Transform::isRough() const
{
    return m_way->isRough();
}

std::variant<GeoPoint, Refusal> Transform::toWgs84(const Coordinate &place) const
{
    const bool isPlace = !isDegrees() || GeoPoint::fromDegrees(place.x, place.y);
    const auto degrees = isPlace ? m_way->toDegrees(place) : std::nullopt;
    const auto point = degrees ? GeoPoint::fromDegrees(degrees->x, degrees->y) : std::nullopt;
    if (!point)
        return Refusal{.what = Words::tr("%1 is no place on earth in the system %2.")
                                   .arg(numbersOf(place, isDegrees()), name()),
            .advice = Words::tr("Choose the system that the map was drawn in.")};
    if (!m_way->isMeantFor(*degrees))
        return Refusal{.what = Words::tr("%1 lies outside of the area for which %2 is made.")
                                   .arg(numbersOf(place, isDegrees()), name()),
            .advice = Words::tr("Choose the system, or the zone, that the map was drawn in.")};
    return *point;
}

std::optional<Coordinate> Transform::fromWgs84(const GeoPoint &point) const
{
    return m_way->fromDegrees({point.lon(), point.lat()});
}

} // namespace geo
