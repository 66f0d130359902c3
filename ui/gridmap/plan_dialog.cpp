// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridmap/plan_dialog.h"

#include "gridmap/plan_view.h"
#include "look/measures.h"
#include "map/map_view.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace ui::gridmap
{

using namespace domain;

namespace
{

constexpr QSize usualSize(1160, 720);
constexpr int listHeight = 4 * look::rowHeight;

} // namespace

QTransform toMetres(const PicturePlacement &placement)
{
    return {placement.a, placement.d, placement.b, placement.e, placement.c, placement.f};
}

PlanDialog::PlanDialog(const QImage &picture, const QVector<ControlPoint> &points,
    const QVector<map::MapGrid> &grids, QWidget *parent)
    : QDialog(parent)
    , m_picture(picture)
    , m_points(points)
    , m_plan(new PlanView(this))
    , m_map(new map::MapView(this))
    , m_words(new QLabel(this))
    , m_list(new QListWidget(this))
{
    setWindowTitle(tr("Place the plan on the map"));
    resize(usualSize);
    m_words->setWordWrap(true);
    m_list->setAccessibleName(tr("Points that are the same"));
    m_list->setMaximumHeight(listHeight);
    auto *beside = new QSplitter(this);
    beside->addWidget(m_plan);
    beside->addWidget(m_map);
    beside->setChildrenCollapsible(false);
    beside->setSizes({usualSize.width() / 2, usualSize.width() / 2});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(beside, 1);
    column->addWidget(m_words);
    column->addWidget(m_list);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_plan, &PlanView::picked, this, &PlanDialog::pickOnPlan);
    connect(m_map, &map::MapView::pointPicked, this, &PlanDialog::pickOnMap, Qt::QueuedConnection);
    m_plan->setPicture(picture);
    m_map->setGrids(grids);
    m_plan->setFocus();
    showPoints();
}

void PlanDialog::pickOnPlan(const QPointF &pixel)
{
    m_waiting = pixel;
    showPoints();
    m_map->pickPoint();
    m_map->setFocus(Qt::OtherFocusReason);
}

void PlanDialog::pickOnMap(const GeoPoint &place)
{
    if (!m_waiting || m_points.size() >= mostControlPoints)
        return;
    m_points.append({m_waiting->x(), m_waiting->y(), place});
    m_waiting.reset();
    showPoints();
    m_plan->setFocus(Qt::OtherFocusReason);
}

void PlanDialog::removeChosen()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_points.size())
        return;
    m_points.removeAt(row);
    showPoints();
}

void PlanDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && m_list->hasFocus())
        removeChosen();
    else
        QDialog::keyPressEvent(event);
}

void PlanDialog::showPoints()
{
    const auto placed = placePicture({m_picture.width(), m_picture.height(), m_points});
    const auto *placement = std::get_if<PicturePlacement>(&placed);
    m_list->clear();
    QVector<QPointF> pixels;
    QVector<map::MapPin> pins;
    for (qsizetype i = 0; i < m_points.size(); ++i) {
        pixels.append({m_points[i].x, m_points[i].y});
        pins.append({m_points[i].place, map::PinKind::Open, {}, QString::number(i + 1)});
        const QString miss = placement && m_points.size() > 2
            ? tr("misses by %1 m").arg(placement->misses.value(i), 0, 'f', 1)
            : QString();
        const QString doubt =
            placement && placement->doubtful == i ? tr(", contradicts the others") : QString();
        m_list->addItem(
            tr("Point %1: %2").arg(i + 1).arg(placeText(m_points[i].place)) + u' ' + miss + doubt);
    }
    if (m_waiting)
        pixels.append(*m_waiting);
    m_plan->setPoints(pixels);
    m_map->setPins(pins);
    if (placement)
        m_map->setPicture(map::PlacedPicture{m_picture, toMetres(*placement)});
    else
        m_map->setPicture({});
    m_ok->setEnabled(placement != nullptr);
    const auto *refusal = std::get_if<Refusal>(&placed);
    m_words->setText(m_waiting
            ? tr("Now the same place on the map: click it, or Enter at the cross.")
            : m_points.size() < 2 || !refusal
            ? tr("A point of the plan that you know on the map: a corner, a crossing. Click it, or "
                 "Enter at the "
                 "cross. Two points place the plan, three and more correct it. Del takes one out.")
            : refusal->text());
    m_list->setVisible(!m_points.isEmpty());
}

} // namespace ui::gridmap
