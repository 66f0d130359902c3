// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_camera.h"
#include "map/pin_marks.h"
#include "map/pin_scene.h"

#include <QFlags>

#include <optional>

namespace ui::map
{

/// What was hit: a pin alone, or several that stand together.
struct PinHit {
    PinLayer layer = PinLayer::Tickets;
    std::vector<int> pins; ///< numbers of the scene
};

/// Which layers are shown, and whether their pins gather in clusters.
struct PinChoice {
    SharedPins pins;
    bool isClustered = true;
    std::array<bool, pinLayers> isShown{true, true, true, true};
};

/// Writes the pins of the choice one by one as dots into the image: a hundred thousand calls to a painter would take a tenth of a second.
void writeDots(
    QImage &image, const PinChoice &choice, const MapCamera &camera, const QPalette &palette);

/// Draws the pins that the camera sees, fresh with every frame: as clusters, or one by one while they are few. Clusters of one scale are
/// reckoned once. Many pins one by one are dots, which stand in the image of the areas.
class PinDrawing
{
public:
    PinDrawing() = default;
    explicit PinDrawing(const PinChoice &choice)
        : m_choice(choice)
    {
    }

    void setPins(SharedPins pins);
    void setLook(const QPalette &palette, const QFont &font, double pixelRatio);
    void setClustered(bool isClustered) { m_choice.isClustered = isClustered; }
    void setShown(PinLayer layer, bool isShown) { m_choice.isShown[size_t(layer)] = isShown; }
    bool isShown(PinLayer layer) const { return m_choice.isShown[size_t(layer)]; }
    const PinChoice &choice() const { return m_choice; }
    const PinScene *pins() const { return m_choice.pins.get(); }

    /// Whether the camera sees so many pins one by one that they are dots.
    bool areDots(const MapCamera &camera) const;
    void paint(QPainter &painter, const MapCamera &camera);
    /// In vectors, for a page.
    void paintVectors(QPainter &painter, const MapCamera &camera);
    /// The uppermost mark at the pixel.
    std::optional<PinHit> hitAt(QPointF pixel, const MapCamera &camera);
    /// All pins of the shown layers within a part of the world.
    std::vector<int> within(const QRectF &world) const;

private:
    struct Level {
        int level = -1;
        std::vector<Cluster> clusters;
    };
    /// One mark as it stands in the window: several that gather, or a pin.
    struct Mark {
        QRectF box;
        PinLayer layer;
        PinKind kind;
        int count;
        int late;
        int first; ///< of the layer's order
    };
    const std::vector<Cluster> &clusters(PinLayer layer, double scale);
    std::vector<Mark> marks(const MapCamera &camera);
    std::optional<PinHit> dotsAt(QPointF pixel, const MapCamera &camera) const;
    QRectF boxAt(QPointF centre, int count) const;
    static QRectF aside(const QRectF &box, const std::vector<Mark> &marks);
    void addMarks(std::vector<Mark> &marks, PinLayer layer, const MapCamera &camera);

    PinChoice m_choice;
    std::array<Level, pinLayers> m_levels;
    QPalette m_palette;
    QFont m_font;
    std::unique_ptr<PinMarks> m_marks;
};

} // namespace ui::map
