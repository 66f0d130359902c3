// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_content.h"

#include <QPointF>
#include <QRectF>

#include <array>
#include <memory>
#include <vector>

namespace ui::map
{

class MapCamera;

/// Pins that stand together at one scale, drawn as one mark with their number.
struct Cluster {
    QPointF at; ///< in the world
    int first = 0; ///< of the layer's order
    int count = 0;
    int late = 0;
    PinKind kind = PinKind::Open; ///< of the only one
};

/// The pins made ready to be drawn and asked, a layer each. They are ordered along a curve that halves squares (Morton), so that at
/// every scale the pins of a square stand next to each other: a cluster is a stretch of the order, and levels cost one pass.
class PinScene
{
public:
    explicit PinScene(QVector<MapPin> pins);

    qsizetype count() const { return m_pins.size(); }
    qsizetype count(PinLayer layer) const { return qsizetype(of(layer).order.size()); }
    const MapPin &pin(int number) const { return m_pins.at(number); }
    const QRectF &box() const { return m_box; } ///< of all pins

    /// At this scale the squares are 64 to 128 pixels wide, and a mark of several stands well inside its square: no two of them touch.
    static int levelFor(double scale);
    std::vector<Cluster> clusters(PinLayer layer, int level) const;
    std::vector<int> members(PinLayer layer, const Cluster &cluster) const; ///< numbers of pins

    /// A layer's pins in its order, each part for itself: a pass over a hundred thousand reads memory from one end to the other.
    struct Layer {
        std::vector<int> order; ///< numbers of pins
        std::vector<quint64> codes;
        std::vector<QPointF> worlds;
        std::vector<PinKind> kinds;
    };
    const Layer &of(PinLayer layer) const { return m_layers[size_t(layer)]; }

private:
    Cluster clusterOf(const Layer &layer, int first, int count, int level) const;

    QVector<MapPin> m_pins;
    QRectF m_box;
    std::array<Layer, pinLayers> m_layers;
};

using SharedPins = std::shared_ptr<const PinScene>;

} // namespace ui::map
