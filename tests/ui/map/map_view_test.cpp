// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/made_map.h"

#include "map/map_view.h"

#include "look/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace ui::map;
using namespace Qt::StringLiterals;

/// A supervisor at the map, with the mouse and without it.
class MapViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void everythingIsShownFirst();
    void tabWalksTheGridsAndLeavesAtTheEnd();
    void controlTabLeavesAtOnce();
    void whatIsChosenIsSaidInWords();
    void enterOpensAndEscGivesUp();
    void aGridThatIsWalkedToIsBroughtIntoView();
    void arrowsPlusAndHomeMove();
    void wheelKeepsThePlaceUnderTheCursor();
    void clickChoosesDragMoves();
    void pinsAndClustersAreOpened();
    void hiddenLayersAreNotHit();
    void shiftAndDragSelectsAnArea();
    void spaceSelectsAnAreaWithoutTheMouse();
    void pointIsPickedByClickAndByEnter();
    void colourOfTheThemeIsThere();
    void newGridsKeepWhatIsChosen();
    void gridCanBeAskedForBeforeItIsThere();
    void whoSawEverythingGoesOnTo();
    void emptyMapTeaches();

private:
    void settle() const { QTRY_VERIFY(m_view->areas() && m_view->isSettled()); }
    QPoint pixelOf(int grid) const
    {
        const domain::GeoBox box = m_grids.at(grid).shape.box();
        return m_view->camera().toPixel(toWorld(box).center()).toPoint();
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_view, Qt::Key(key), modifiers);
    }

    std::unique_ptr<ui::look::Theme> m_theme;
    std::unique_ptr<QWidget> m_page;
    QLineEdit *m_before = nullptr;
    MapView *m_view = nullptr;
    QLineEdit *m_after = nullptr;
    const madeMap::Plan m_plan{.across = 4, .down = 3};
    const QVector<MapGrid> m_grids = madeMap::grids(m_plan);
};

void MapViewTest::initTestCase()
{
    m_theme = std::make_unique<ui::look::Theme>(ui::look::Theme::Choice::Light);
}

void MapViewTest::init()
{
    m_page = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_page.get());
    column->addWidget(m_before = new QLineEdit);
    column->addWidget(m_view = new MapView);
    column->addWidget(m_after = new QLineEdit);
    m_page->resize(900, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_view->setGrids(m_grids);
    m_view->setWork(madeMap::work(m_grids));
    m_view->setFocus();
    settle();
}

void MapViewTest::cleanup()
{
    m_page.reset();
}

void MapViewTest::everythingIsShownFirst()
{
    const QRectF all = m_view->camera().toPixel(m_view->areas()->box());
    QVERIFY(QRectF(m_view->rect()).contains(all));
    QVERIFY(all.width() > m_view->width() * 0.7 || all.height() > m_view->height() * 0.7);
}

void MapViewTest::tabWalksTheGridsAndLeavesAtTheEnd()
{
    QStringList walked;
    for (int i = 0; i < m_grids.size(); ++i) {
        press(Qt::Key_Tab);
        QVERIFY(m_view->hasFocus());
        walked << m_view->areas()->grid(m_view->areas()->numberOf(m_view->chosen())).code;
    }
    QCOMPARE(walked.first(), u"01"_s);
    QCOMPARE(walked.last(), u"12"_s);
    press(Qt::Key_Tab);
    QVERIFY(m_after->hasFocus());
    m_view->setFocus();
    press(Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(m_view->chosen(), m_grids.at(10).id);
}

void MapViewTest::controlTabLeavesAtOnce()
{
    press(Qt::Key_Tab, Qt::ControlModifier);
    QVERIFY(m_after->hasFocus());
    m_view->setFocus();
    press(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_before->hasFocus());
}

void MapViewTest::whatIsChosenIsSaidInWords()
{
    QCOMPARE(m_view->accessibleName(), u"Grid map"_s);
    QVERIFY(m_view->accessibleDescription().contains(u"Tab"_s));
    m_view->choose(m_grids.at(5).id);
    QCOMPARE(m_view->accessibleName(),
        u"Grid 06 刘洋"_s.replace(u"06 "_s, u"06 翠湖苑, "_s) + u", 5 open, 2 late"_s);
    m_view->setTheme({u"Satisfaction"_s, {{m_grids.at(5).id, {1, u"4.2 of 5"_s}}}});
    m_view->choose({});
    m_view->choose(m_grids.at(5).id);
    QVERIFY(m_view->accessibleName().endsWith(u"Satisfaction: 4.2 of 5"_s));
}

void MapViewTest::enterOpensAndEscGivesUp()
{
    QSignalSpy opened(m_view, &MapView::gridActivated);
    QSignalSpy chosen(m_view, &MapView::gridChosen);
    press(Qt::Key_Return);
    QVERIFY(opened.isEmpty()); // nothing is chosen
    press(Qt::Key_Tab);
    press(Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).value<domain::Id>(), m_grids.at(0).id);
    press(Qt::Key_Escape);
    QVERIFY(m_view->chosen().isNull());
    QCOMPARE(chosen.size(), 2);
}

void MapViewTest::aGridThatIsWalkedToIsBroughtIntoView()
{
    m_view->zoomBy(6);
    press(Qt::Key_Tab);
    QVERIFY(m_view->rect().contains(pixelOf(0)));
}

void MapViewTest::arrowsPlusAndHomeMove()
{
    const MapCamera home = m_view->camera();
    QSignalSpy moved(m_view, &MapView::cameraChanged);
    press(Qt::Key_Right);
    QVERIFY(m_view->camera().centre().x() > home.centre().x());
    press(Qt::Key_Down);
    QVERIFY(m_view->camera().centre().y() > home.centre().y());
    press(Qt::Key_Plus);
    press(Qt::Key_Plus);
    QVERIFY(qAbs(m_view->camera().scale() / home.scale() - 2) < 1e-6);
    press(Qt::Key_Minus);
    press(Qt::Key_Home);
    QCOMPARE(m_view->camera(), home);
    QCOMPARE(moved.size(), 6);
}

void MapViewTest::wheelKeepsThePlaceUnderTheCursor()
{
    const QPointF cursor(200, 150);
    const QPointF before = m_view->camera().toWorldAt(cursor);
    QWheelEvent wheel(cursor, m_view->mapToGlobal(cursor), {}, {0, 120}, Qt::NoButton,
        Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_view, &wheel);
    const QPointF after = m_view->camera().toWorldAt(cursor);
    QVERIFY((before - after).manhattanLength() < 1e-5);
}

void MapViewTest::clickChoosesDragMoves()
{
    QTest::mouseClick(m_view, Qt::LeftButton, {}, pixelOf(6));
    QCOMPARE(m_view->chosen(), m_grids.at(6).id);
    const QPoint before = pixelOf(6);
    QTest::mousePress(m_view, Qt::LeftButton, {}, {300, 300});
    QTest::mouseMove(m_view, {340, 320});
    QTest::mouseMove(m_view, {380, 340});
    QTest::mouseRelease(m_view, Qt::LeftButton, {}, {380, 340});
    QVERIFY((pixelOf(6) - before - QPoint(80, 40)).manhattanLength() <= 2);
    QCOMPARE(m_view->chosen(), m_grids.at(6).id);
}

void MapViewTest::pinsAndClustersAreOpened()
{
    const auto place = m_view->camera().placeAt({250, 250});
    const auto other = m_view->camera().placeAt({450, 300});
    m_view->setPins({{place, PinKind::Open, madeMap::idOf(1, 1), u"a"_s},
        {place, PinKind::Late, madeMap::idOf(2, 1), u"b"_s},
        {other, PinKind::Done, madeMap::idOf(3, 1), u"c"_s}});
    settle();
    QSignalSpy pin(m_view, &MapView::pinActivated);
    QSignalSpy cluster(m_view, &MapView::clusterActivated);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, {450, 300});
    QTRY_COMPARE(pin.size(), 1);
    QCOMPARE(pin.at(0).at(0).value<domain::Id>(), madeMap::idOf(3, 1));
    // Those at one door gather in a mark that stands within its square, at most 32 pixels away.
    for (int x = 218; x <= 282 && cluster.isEmpty(); x += 8) {
        for (int y = 218; y <= 282 && cluster.isEmpty(); y += 8)
            QTest::mouseClick(m_view, Qt::LeftButton, {}, {x, y});
    }
    QCOMPARE(cluster.size(), 1);
    QCOMPARE(cluster.at(0).at(0).value<QVector<domain::Id>>().size(), 2);
}

void MapViewTest::hiddenLayersAreNotHit()
{
    m_view->setPins({{m_view->camera().placeAt({450, 300}), PinKind::Equipment, madeMap::idOf(3, 1),
        u"阀门"_s}});
    settle();
    QSignalSpy pin(m_view, &MapView::pinActivated);
    m_view->setLayerShown(PinLayer::Equipment, false);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, {450, 300});
    QVERIFY(pin.isEmpty());
    QVERIFY(!m_view->chosen().isNull()); // the grid below it
    m_view->setLayerShown(PinLayer::Equipment, true);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, {450, 300});
    QCOMPARE(pin.size(), 1);
}

void MapViewTest::shiftAndDragSelectsAnArea()
{
    QSignalSpy selected(m_view, &MapView::areaSelected);
    QTest::mousePress(m_view, Qt::LeftButton, Qt::ShiftModifier, {1, 1});
    QTest::mouseMove(m_view, {400, 300});
    QTest::mouseMove(m_view, m_view->rect().bottomRight());
    QTest::mouseRelease(m_view, Qt::LeftButton, Qt::ShiftModifier, m_view->rect().bottomRight());
    QCOMPARE(selected.size(), 1);
    QCOMPARE(m_view->gridsIn(selected.at(0).at(0).value<domain::GeoBox>()).size(), m_grids.size());
    QVERIFY(!m_view->tool());
}

void MapViewTest::spaceSelectsAnAreaWithoutTheMouse()
{
    QSignalSpy selected(m_view, &MapView::areaSelected);
    press(Qt::Key_Space);
    QVERIFY(m_view->accessibleDescription().contains(u"cross"_s));
    press(Qt::Key_Return);
    for (int i = 0; i < 4; ++i)
        press(Qt::Key_Right);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(selected.size(), 1);
    const auto box = selected.at(0).at(0).value<domain::GeoBox>();
    QCOMPARE(qRound(m_view->camera().toPixel(toWorld(box)).width()), 48);
    press(Qt::Key_Space);
    press(Qt::Key_Escape);
    QVERIFY(!m_view->tool());
}

void MapViewTest::pointIsPickedByClickAndByEnter()
{
    QSignalSpy picked(m_view, &MapView::pointPicked);
    m_view->pickPoint();
    QCOMPARE(m_view->cursor().shape(), Qt::CrossCursor);
    press(Qt::Key_Return);
    QCOMPARE(picked.at(0).at(0).value<domain::GeoPoint>(),
        m_view->camera().placeAt(m_view->camera().window().center()));
    QTest::mouseClick(m_view, Qt::LeftButton, {}, {123, 234});
    QCOMPARE(picked.size(), 2);
    QCOMPARE(picked.at(1).at(0).value<domain::GeoPoint>(), m_view->camera().placeAt({123, 234}));
    press(Qt::Key_Escape);
    QTest::mouseClick(m_view, Qt::LeftButton, {}, {123, 234});
    QCOMPARE(picked.size(), 2);
}

void MapViewTest::colourOfTheThemeIsThere()
{
    const MapColors colors = mapColors(m_view->palette());
    m_view->setTheme({u"Open"_s, {{m_grids.at(4).id, {4, {}}}, {m_grids.at(5).id, {0, {}}}}});
    settle();
    const QImage shown = m_view->grab().toImage();
    const auto colourAt = [&](int grid) {
        const QPoint at = m_view->camera().toPixel(m_view->areas()->room(grid).topLeft()).toPoint();
        return shown.pixelColor(at);
    };
    QCOMPARE(colourAt(4), colors.classes[4]);
    QCOMPARE(colourAt(5), colors.classes[0]);
    QCOMPARE(colourAt(6), colors.noData);
}

void MapViewTest::newGridsKeepWhatIsChosen()
{
    m_view->choose(m_grids.at(7).id);
    m_view->zoomBy(2);
    const MapCamera camera = m_view->camera();
    QSignalSpy chosen(m_view, &MapView::gridChosen);
    m_view->setGrids(m_grids.sliced(3));
    settle();
    QCOMPARE(m_view->chosen(), m_grids.at(7).id);
    QCOMPARE(m_view->camera(), camera);
    QVERIFY(chosen.isEmpty());
    m_view->setGrids(m_grids.first(3));
    QTRY_COMPARE(chosen.size(), 1);
    QVERIFY(m_view->chosen().isNull());
}

void MapViewTest::gridCanBeAskedForBeforeItIsThere()
{
    m_view->zoomBy(8);
    QSignalSpy chosen(m_view, &MapView::gridChosen);
    m_view->setGrids(m_grids);
    m_view->showGrid(m_grids.at(11).id);
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(m_view->chosen(), m_grids.at(11).id);
    QVERIFY(m_view->rect().contains(pixelOf(11)));
}

void MapViewTest::whoSawEverythingGoesOnTo()
{
    m_page->resize(500, 480);
    const auto all = [this] { return m_view->camera().toPixel(m_view->areas()->box()); };
    QTRY_VERIFY(m_view->width() < 500 && QRectF(m_view->rect()).contains(all()));
    m_view->zoomBy(1.5);
    const double scale = m_view->camera().scale();
    m_page->resize(900, 700);
    QTRY_VERIFY(m_view->width() > 800);
    QCOMPARE(m_view->camera().scale(), scale);
}

void MapViewTest::emptyMapTeaches()
{
    m_view->setEmptyWords(u"Import the grids"_s);
    const QImage before = m_view->grab().toImage();
    m_view->setGrids({});
    QTRY_COMPARE(m_view->areas()->count(), 0);
    settle();
    QVERIFY(m_view->grab().toImage() != before);
    press(Qt::Key_Tab);
    QVERIFY(m_after->hasFocus());
}

QTEST_MAIN(MapViewTest)
#include "map_view_test.moc"
