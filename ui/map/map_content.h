// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "domain/shape.h"

#include <QHash>
#include <QImage>
#include <QTransform>

#include <optional>

namespace ui::map
{

/// What a grid map shows, as plain values: areas, how each is coloured, marks, routes and a picture below. Whoever has a desk fills
/// them in; the map asks nobody. Texts arrive ready to be read.

struct MapGrid {
    domain::Id id;
    domain::Shape shape;
    QString code;
    QString name;
    std::optional<domain::GeoPoint> label =
        {}; ///< where its code stands; without one the map finds a place in it
};

/// What is said of a grid besides its colour, whatever the theme.
struct GridWork {
    int open = 0;
    int late = 0;
    QString chief; ///< who answers for it; empty: nobody
};

constexpr int mostClasses = 5;

/// A grid's place among the classes of a theme, and its value in words ("12 open").
struct GridValue {
    int rank = -1; ///< 0 … mostClasses - 1; -1: no data
    QString text;
};

struct MapTheme {
    QString title; ///< "Open tickets"
    QHash<domain::Id, GridValue> values; ///< a grid that is missing has no data
};

/// Kinds of pins have a shape each, since colour alone carries nothing.
enum class PinKind : quint8 { Open, Late, Done, Equipment, Patrol, Person };
constexpr int pinKinds = 6;

/// What can be shown and hidden. Tickets of all three kinds stand in one layer and gather in the same clusters.
enum class PinLayer : quint8 { Tickets, Equipment, Patrols, People };
constexpr int pinLayers = 4;

constexpr PinLayer layerOf(PinKind kind)
{
    switch (kind) {
    case PinKind::Equipment:
        return PinLayer::Equipment;
    case PinKind::Patrol:
        return PinLayer::Patrols;
    case PinKind::Person:
        return PinLayer::People;
    default:
        return PinLayer::Tickets;
    }
}

struct MapPin {
    domain::GeoPoint at;
    PinKind kind = PinKind::Open;
    domain::Id id;
    QString text;
};

/// The way of a patrol; shown and hidden with its layer.
struct MapLine {
    QVector<domain::GeoPoint> points;
    QString text;
};

/// A plan of the estate below everything: its pixels go to metres of Web Mercator (EPSG:3857, northwards), as world files say.
struct PlacedPicture {
    QImage image;
    QTransform toMetres;
};

} // namespace ui::map
