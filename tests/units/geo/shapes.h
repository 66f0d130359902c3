// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <map>
#include <random>

/// Areas to try things on: a division of a town that fits without a gap, shapes of few corners, and the maps that the project keeps
/// beside it.
namespace shapes
{

using domain::GeoPoint;
using domain::Polygon;
using domain::Ring;
using domain::Shape;

inline Shape of(const Ring &ring)
{
    return {{{ring, {}}}};
}

/// West, south, east, north.
inline Ring box(qint32 west, qint32 south, qint32 east, qint32 north)
{
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

/// Grids side by side, their borders crooked, each with `corners` corners on every side beside its four own. Neighbours
/// have the same corners.
class Town
{
public:
    Town(int columns, int rows, int corners, quint32 seed,
        GeoPoint southWest = {1'163'000'000, 399'000'000}, qint32 size = 20'000)
        : m_columns(columns)
        , m_rows(rows)
        , m_steps(corners + 1)
        , m_size(size)
        , m_origin(southWest)
        , m_random(seed)
    {
    }

    QVector<domain::GridArea> areas()
    {
        QVector<domain::GridArea> areas;
        for (int row = 0; row < m_rows; ++row) {
            for (int column = 0; column < m_columns; ++column)
                areas.append({domain::Id::named(qPrintable(QString::number(areas.size()))),
                    of(ringOf(column * m_steps, row * m_steps))});
        }
        return areas;
    }

private:
    Ring ringOf(int x, int y)
    {
        Ring ring;
        for (int n = 0; n < m_steps; ++n)
            ring.append(cornerAt(x + n, y));
        for (int n = 0; n < m_steps; ++n)
            ring.append(cornerAt(x + m_steps, y + n));
        for (int n = 0; n < m_steps; ++n)
            ring.append(cornerAt(x + m_steps - n, y + m_steps));
        for (int n = 0; n < m_steps; ++n)
            ring.append(cornerAt(x, y + m_steps - n));
        return ring;
    }
    // Every place of the raster of steps has one corner, moved a little by chance.
    GeoPoint cornerAt(int x, int y)
    {
        const auto known = m_corners.find({x, y});
        if (known != m_corners.end())
            return known->second;
        const int step = m_size / m_steps;
        std::uniform_int_distribution<qint32> jitter(-step / 4, step / 4);
        const GeoPoint corner{m_origin.lon_e7 + x * step + jitter(m_random),
            m_origin.lat_e7 + y * step + jitter(m_random)};
        return m_corners.emplace(std::pair(x, y), corner).first->second;
    }

    int m_columns, m_rows, m_steps;
    qint32 m_size;
    GeoPoint m_origin;
    std::mt19937 m_random;
    std::map<std::pair<int, int>, GeoPoint> m_corners;
};

struct Named {
    QString name;
    Shape shape;
};

inline QString mapFile(const QString &name)
{
    return QStringLiteral(GRIDDESK_SOURCE_DIR "/../shared/data/maps/") + name;
}

inline Ring ringOf(const QJsonArray &places)
{
    Ring ring;
    for (const QJsonValue &place : places)
        ring.append(*GeoPoint::fromDegrees(place[0].toDouble(), place[1].toDouble()));
    if (ring.size() > 1 && ring.front() == ring.back())
        ring.removeLast();
    return ring;
}

inline Polygon polygonOf(const QJsonArray &rings)
{
    Polygon polygon{ringOf(rings[0].toArray()), {}};
    for (qsizetype at = 1; at < rings.size(); ++at)
        polygon.holes.append(ringOf(rings[at].toArray()));
    return polygon;
}

/// The areas of a GeoJSON file in degrees; none where the file isn't there.
inline QVector<Named> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QVector<Named> areas;
    const QJsonArray features = QJsonDocument::fromJson(file.readAll())[u"features"].toArray();
    for (const QJsonValue &feature : features) {
        const QJsonValue geometry = feature[u"geometry"];
        const QJsonArray coordinates = geometry[u"coordinates"].toArray();
        Shape shape;
        if (geometry[u"type"].toString() == u"Polygon")
            shape.parts.append(polygonOf(coordinates));
        else
            for (const QJsonValue &rings : coordinates)
                shape.parts.append(polygonOf(rings.toArray()));
        areas.append({feature[u"properties"][u"name"].toString(), shape});
    }
    return areas;
}

inline QVector<domain::GridArea> areasOf(const QVector<Named> &named)
{
    QVector<domain::GridArea> areas;
    for (const Named &one : named)
        areas.append({domain::Id::named(qPrintable(one.name)), one.shape});
    return areas;
}

} // namespace shapes
