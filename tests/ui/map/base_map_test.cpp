// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/made_map.h"

#include "map/map_view.h"

#include "look/theme.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace ui::map;
using namespace Qt::StringLiterals;

namespace
{

/// Tiles of one colour for each zoom; those east of the middle are missing below a zoom.
class ColouredTiles : public BaseTiles
{
public:
    QImage tile(int zoom, int x, int y) const override
    {
        if (QThread::currentThread() == qApp->thread())
            askedHere = true;
        ++asked;
        if (zoom > coarsest && x % 2 && y >= 0)
            return {};
        QImage image(256, 256, QImage::Format_RGB32);
        image.fill(zoom > coarsest ? Qt::yellow : Qt::cyan);
        return image;
    }
    int mostZoom() const override { return 15; }

    int coarsest = 14;
    mutable std::atomic_bool askedHere = false;
    mutable std::atomic_int asked = 0;
};

} // namespace

/// What lies below the grids: tiles of a base map, a plan that was placed.
class BaseMapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_view.reset(); }
    void tilesAreShownAndNeverAskedByTheWindow();
    void aCoarserTileStandsInForAMissingOne();
    void tilesAreKept();
    void planStandsWhereItWasPlaced();
    void pinsAloneAreAMapToo();

private:
    QColor colourAt(QPoint pixel) { return m_view->grab().toImage().pixelColor(pixel); }
    void settle() { QTRY_VERIFY(m_view->isSettled()); }

    std::unique_ptr<ui::look::Theme> m_theme;
    std::unique_ptr<MapView> m_view;
    const QPointF m_centre = toWorld(domain::GeoPoint{1163974720, 399087120});
};

void BaseMapTest::initTestCase()
{
    m_theme = std::make_unique<ui::look::Theme>(ui::look::Theme::Choice::Light);
}

void BaseMapTest::init()
{
    m_view = std::make_unique<MapView>();
    m_view->resize(900, 700);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->setCamera(MapCamera(m_centre, 256 / (worldSide / 32768), {900, 700})); // zoom 15
}

void BaseMapTest::tilesAreShownAndNeverAskedByTheWindow()
{
    auto tiles = std::make_shared<ColouredTiles>();
    tiles->coarsest = 15;
    m_view->setTiles(tiles);
    settle();
    QCOMPARE(colourAt({450, 350}), QColor(Qt::cyan));
    QVERIFY(tiles->asked > 0);
    QVERIFY(!tiles->askedHere);
}

void BaseMapTest::aCoarserTileStandsInForAMissingOne()
{
    m_view->setTiles(std::make_shared<ColouredTiles>());
    settle();
    const QImage shown = m_view->grab().toImage();
    QSet<QRgb> colours;
    for (int x = 20; x < shown.width() - 20; x += 10)
        colours.insert(shown.pixel(x, 300));
    QVERIFY(colours.contains(QColor(Qt::yellow).rgb()));
    QVERIFY(colours.contains(QColor(Qt::cyan).rgb()));
    QVERIFY(!colours.contains(mapColors(m_view->palette()).ground.rgb()));
}

void BaseMapTest::tilesAreKept()
{
    auto tiles = std::make_shared<ColouredTiles>();
    m_view->setTiles(tiles);
    settle();
    const int asked = tiles->asked;
    const MapCamera before = m_view->camera();
    m_view->panBy({-500, 0});
    settle();
    m_view->setCamera(before);
    settle();
    QVERIFY(tiles->asked < 2 * asked);
}

void BaseMapTest::planStandsWhereItWasPlaced()
{
    // 100 × 100 pixels, two metres each, its upper left corner in the window's middle; rows go southwards.
    QImage plan(100, 100, QImage::Format_RGB32);
    plan.fill(Qt::magenta);
    PlacedPicture placed{plan, QTransform(2, 0, 0, -2, m_centre.x(), -m_centre.y())};
    m_view->setPicture(placed);
    settle();
    const double side = 200 * m_view->camera().scale();
    const QColor magenta(Qt::magenta);
    QCOMPARE(colourAt({450 + int(side / 2), 350 + int(side / 2)}), magenta);
    QVERIFY(colourAt({450 - 5, 350 + 5}) != magenta);
    QVERIFY(colourAt({450 + 5, 350 - 5}) != magenta);
    QVERIFY(colourAt({450 + int(side) + 5, 350 + 5}) != magenta);
    m_view->setPicture({});
    settle();
    QVERIFY(colourAt({450 + int(side / 2), 350 + int(side / 2)}) != magenta);
}

void BaseMapTest::pinsAloneAreAMapToo()
{
    m_view->setClustered(false);
    m_view->setPins(madeMap::pins({}, 4000));
    settle();
    m_view->showAll();
    m_view->setPins(madeMap::pins({}, 4000));
    settle();
    const QImage shown = m_view->grab().toImage();
    QSet<QRgb> colours;
    for (int y = 0; y < shown.height(); y += 2) {
        for (int x = 0; x < shown.width(); x += 2)
            colours.insert(shown.pixel(x, y));
    }
    QVERIFY(colours.contains(ui::look::toneColor(ui::look::Tone::Late, m_view->palette()).rgb()));
}

QTEST_MAIN(BaseMapTest)
#include "base_map_test.moc"
