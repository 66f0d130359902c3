// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/map_drawing.h"

#include <algorithm>

namespace exchange
{

using namespace domain;

namespace
{

struct Text {
    GeoPoint place;
    QString words;
};

QVector<Text> textsOf(const MapContent &drawing, qsizetype column)
{
    QVector<Text> texts;
    for (const MapFeature &feature : drawing.features) {
        const QString words = feature.texts.value(column).simplified();
        if (feature.points.size() == 1 && feature.shape.isEmpty() && !words.isEmpty())
            texts.append({feature.points.first(), words});
    }
    std::ranges::sort(texts, {}, [](const Text &text) { return text.place; });
    return texts;
}

// By how many edges lie to the east of it. In whole numbers no rounding can lose it between two edges.
bool isInside(const Ring &ring, const GeoPoint &point)
{
    bool isInside = false;
    for (qsizetype i = 0; i < ring.size(); ++i) {
        const GeoPoint &a = ring[i], &b = ring[(i + 1) % ring.size()];
        if ((a.lat_e7 > point.lat_e7) == (b.lat_e7 > point.lat_e7))
            continue;
        const qint64 side = (qint64(b.lon_e7) - a.lon_e7) * (qint64(point.lat_e7) - a.lat_e7)
            - (qint64(point.lon_e7) - a.lon_e7) * (qint64(b.lat_e7) - a.lat_e7);
        isInside ^= (side > 0) == (b.lat_e7 > a.lat_e7);
    }
    return isInside;
}

bool isInside(const Shape &shape, const GeoPoint &point)
{
    bool isIn = false;
    for (const Polygon &part : shape.parts) {
        isIn ^= isInside(part.outer, point);
        for (const Ring &hole : part.holes)
            isIn ^= isInside(hole, point);
    }
    return isIn;
}

QString onlyTextIn(const Shape &shape, const QVector<Text> &texts)
{
    const GeoBox box = shape.box();
    const auto begin = std::ranges::lower_bound(
        texts, box.least.lon_e7, {}, [](const Text &text) { return text.place.lon_e7; });
    QString found;
    for (auto text = begin; text != texts.end() && text->place.lon_e7 <= box.most.lon_e7; ++text) {
        if (!box.holds(text->place) || !isInside(shape, text->place))
            continue;
        if (!found.isEmpty())
            return {};
        found = text->words;
    }
    return found;
}

} // namespace

void nameAreasByTexts(MapContent &drawing)
{
    const qsizetype column = drawing.columns.indexOf(QStringLiteral("Text"));
    if (column < 0)
        return;
    const QVector<Text> texts = textsOf(drawing, column);
    for (MapFeature &feature : drawing.features) {
        if (!feature.shape.isEmpty() && feature.texts.value(column).isEmpty())
            feature.texts[column] = onlyTextIn(feature.shape, texts);
    }
}

} // namespace exchange
