// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/china_offset.h"
#include "geo/systems.h"
#include "geo/transform_way.h"
#include "geo/words.h"

namespace geo
{

Transform::Offset::Offset(bool isBaidu)
    : m_isBaidu(isBaidu)
{
}

QString Transform::Offset::code() const
{
    return QString::fromLatin1(m_isBaidu ? bd09 : gcj02);
}

QString Transform::Offset::name() const
{
    return m_isBaidu ? Words::tr("BD-09, degrees (Baidu)")
                     : Words::tr("GCJ-02, degrees (Amap, Tencent)");
}

std::optional<Coordinate> Transform::Offset::toDegrees(const Coordinate &place) const
{
    const auto [lon, lat] = (m_isBaidu ? wgs84OfBd09 : wgs84OfGcj02)(Degrees{place.x, place.y});
    return Coordinate{lon, lat};
}

std::optional<Coordinate> Transform::Offset::fromDegrees(const Coordinate &place) const
{
    const auto [lon, lat] = (m_isBaidu ? bd09OfWgs84 : gcj02OfWgs84)(Degrees{place.x, place.y});
    return Coordinate{lon, lat};
}

} // namespace geo
