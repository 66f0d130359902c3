// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridmap/base_map_choice.h"

#include "items/base_map.h"
#include "map/base_tiles.h"
#include "map/map_frame.h"
#include "map/map_view.h"
#include "shell/settings.h"

#include <QBuffer>
#include <QFileDialog>
#include <QImageReader>
#include <QMenu>
#include <QToolButton>
#include <QtConcurrent>

namespace ui::gridmap
{

namespace
{

using domain::ControlPoint;

const QString pathKey = QStringLiteral("map/base");
const QString planKey = QStringLiteral("map/plan");
const QString pointsKey = QStringLiteral("map/plan-points");
constexpr int mostPixels = 1024; // a side; tiles have 256 or 512

struct Plan {
    QImage picture;
    QString why; ///< it can't be read
};

Plan readPlan(const QString &path)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.width() > domain::largestPictureSide || size.height() > domain::largestPictureSide)
        return {{}, reader.errorString()};
    Plan plan{reader.read(), {}};
    if (plan.picture.isNull())
        plan.why = reader.errorString();
    return plan;
}

// A pair of points as the settings keep it: pixels, then ten-millionths of a degree.
QStringList textsOf(const QVector<ControlPoint> &points)
{
    QStringList texts;
    for (const ControlPoint &point : points) {
        texts << QStringLiteral("%1 %2 %3 %4")
                     .arg(point.x)
                     .arg(point.y)
                     .arg(point.place.lon_e7)
                     .arg(point.place.lat_e7);
    }
    return texts;
}

QVector<ControlPoint> pointsFrom(const QStringList &texts)
{
    QVector<ControlPoint> points;
    for (const QString &text : texts) {
        const QStringList parts = text.split(u' ');
        if (parts.size() == 4) {
            points.append(
                {parts[0].toDouble(), parts[1].toDouble(), {parts[2].toInt(), parts[3].toInt()}});
        }
    }
    return points;
}

class Tiles : public map::BaseTiles
{
public:
    explicit Tiles(std::shared_ptr<items::BaseMap> base)
        : m_base(std::move(base))
    {
    }

    QImage tile(int zoom, int x, int y) const override
    {
        QByteArray bytes = m_base->tile(zoom, x, y);
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer);
        const QSize size = reader.size();
        return size.width() > mostPixels || size.height() > mostPixels ? QImage() : reader.read();
    }
    int leastZoom() const override { return m_base->facts().leastZoom; }
    int mostZoom() const override { return m_base->facts().mostZoom; }
    QString credit() const override { return m_base->facts().attribution; }

private:
    const std::shared_ptr<items::BaseMap> m_base;
};

} // namespace

BaseMapChoice::BaseMapChoice(map::MapFrame &frame, shell::Settings &settings, QToolButton &button)
    : QObject(&frame)
    , m_frame(frame)
    , m_settings(settings)
    , m_button(button)
{
    auto *menu = new QMenu(&button);
    menu->addAction(tr("Choose a base map (MBTiles) …"), this, &BaseMapChoice::choose);
    menu->addAction(tr("Place a picture of the plan …"), this, &BaseMapChoice::choosePlan);
    menu->addAction(tr("Nothing below the grids"), this, &BaseMapChoice::remove);
    button.setMenu(menu);
    button.setPopupMode(QToolButton::InstantPopup);
    if (const QString path = settings.value(pathKey).toString(); !path.isEmpty())
        open(path);
    restorePlan();
}

void BaseMapChoice::choose()
{
    auto *dialog = new QFileDialog(&m_button, tr("Base map"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({tr("Base maps (*.mbtiles)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &BaseMapChoice::open);
    dialog->open();
}

void BaseMapChoice::open(const QString &path)
{
    m_wanted = path;
    QtConcurrent::run(items::BaseMap::open, path)
        .then(this, [this, path](const items::BaseMap::Opened &opened) {
            if (path != m_wanted)
                return; // another one was chosen meanwhile, or none
            if (const auto *refusal = std::get_if<domain::Refusal>(&opened)) {
                Q_EMIT failed(refusal->text());
                return;
            }
            auto tiles = std::make_shared<Tiles>(std::get<std::shared_ptr<items::BaseMap>>(opened));
            m_frame.setCredit(tiles->credit());
            m_frame.view().setTiles(std::move(tiles));
            m_settings.setValue(pathKey, path);
        });
}

void BaseMapChoice::remove()
{
    m_wanted.clear();
    ++m_plans;
    m_frame.setCredit({});
    m_frame.view().setTiles({});
    m_frame.view().setPicture({});
    for (const QString &key : {pathKey, planKey, pointsKey})
        m_settings.remove(key);
}

void BaseMapChoice::choosePlan()
{
    auto *dialog = new QFileDialog(&m_button, tr("Picture of the plan"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters(
        {tr("Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.svg)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &BaseMapChoice::openPlan);
    dialog->open();
}

void BaseMapChoice::openPlan(const QString &path)
{
    QtConcurrent::run(readPlan, path)
        .then(this, [this, path, number = ++m_plans](const Plan &plan) {
            if (number != m_plans)
                return; // another one was chosen meanwhile, or none
            if (plan.picture.isNull())
                Q_EMIT failed(tr("The picture can't be read: %1").arg(plan.why));
            else
                place(path, plan.picture);
        });
}

void BaseMapChoice::place(const QString &path, const QImage &picture)
{
    const bool isKnown = m_settings.value(planKey).toString() == path;
    QVector<map::MapGrid> grids;
    if (const map::SharedAreas &areas = m_frame.view().areas()) {
        for (int number = 0; number < areas->count(); ++number)
            grids.append(areas->grid(number));
    }
    m_placing = new PlanDialog(picture,
        isKnown ? pointsFrom(m_settings.value(pointsKey).toStringList()) : QVector<ControlPoint>(),
        grids, m_button.window());
    m_placing->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_placing, &QDialog::accepted, this, [this, dialog = m_placing.get(), path, picture] {
        lay(picture, dialog->points());
        m_settings.setValue(planKey, path);
        m_settings.setValue(pointsKey, textsOf(dialog->points()));
    });
    m_placing->open();
}

void BaseMapChoice::lay(const QImage &picture, const QVector<ControlPoint> &points)
{
    const auto placed = domain::placePicture({picture.width(), picture.height(), points});
    if (const auto *placement = std::get_if<domain::PicturePlacement>(&placed))
        m_frame.view().setPicture(map::PlacedPicture{picture, toMetres(*placement)});
}

void BaseMapChoice::restorePlan()
{
    const QString path = m_settings.value(planKey).toString();
    if (path.isEmpty())
        return;
    QtConcurrent::run(readPlan, path).then(this, [this, path](const Plan &plan) {
        if (!plan.picture.isNull() && m_settings.value(planKey).toString() == path)
            lay(plan.picture, pointsFrom(m_settings.value(pointsKey).toStringList()));
    });
}

} // namespace ui::gridmap
