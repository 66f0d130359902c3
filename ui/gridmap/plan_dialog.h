// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/picture_placement.h"
#include "map/map_content.h"

#include <QDialog>
#include <QImage>

class QLabel;
class QListWidget;
class QPushButton;

namespace ui::map
{
class MapView;
}

namespace ui::gridmap
{

class PlanView;

/// Lays a picture of the estate's plan under the map: a point of the picture, then the same place on the map, and once more. From the third pair
/// on each says by how many metres the picture misses it.
class PlanDialog : public QDialog
{
    Q_OBJECT

public:
    /// The map that is pointed at shows these grids.
    PlanDialog(const QImage &picture, const QVector<domain::ControlPoint> &points,
        const QVector<map::MapGrid> &grids, QWidget *parent = nullptr);

    const QVector<domain::ControlPoint> &points() const { return m_points; }
    PlanView &plan() const { return *m_plan; }
    map::MapView &view() const { return *m_map; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void pickOnPlan(const QPointF &pixel);
    void pickOnMap(const domain::GeoPoint &place);
    void removeChosen();
    void showPoints();

    const QImage m_picture;
    QVector<domain::ControlPoint> m_points;
    std::optional<QPointF> m_waiting; ///< on the picture, for its place on the map
    PlanView *m_plan;
    map::MapView *m_map;
    QLabel *m_words;
    QListWidget *m_list;
    QPushButton *m_ok = nullptr;
};

/// Where the pixels lie, as the map wants it.
QTransform toMetres(const domain::PicturePlacement &placement);

} // namespace ui::gridmap
