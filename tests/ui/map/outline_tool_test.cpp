// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/made_map.h"

#include "map/map_view.h"
#include "map/outline_tool.h"

#include "look/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace ui::map;
using domain::GeoPoint;
using domain::Shape;
using Kind = OutlineDraft::Kind;

/// Somebody draws borders on the map: with the mouse, and with the keyboard alone.
class OutlineToolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_view.reset(); }
    void areaIsDrawnByClicks();
    void areaIsClosedAtItsFirstCorner();
    void lineIsDrawnWithoutTheMouse();
    void tooFewCornersAreRefusedInWords();
    void backspaceAndUndoGoBack();
    void escapeLeavesWithoutAResult();
    void cornersSnapToNeighbours();
    void edgesSnapWhereNoCornerIs();
    void cornerIsDragged();
    void middleOfAnEdgeBecomesACorner();
    void cornerIsMovedWithoutTheMouse();
    void threeCornersStay();
    void holesAndPartsStayWhatTheyAre();
    void mapIsStillMovedWhileDrawing();

private:
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_view.get(), Qt::Key(key), modifiers);
    }
    void click(QPoint at) { QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, at); }
    QPoint pixelOf(const GeoPoint &place) const
    {
        return m_view->camera().pixelOf(place).toPoint();
    }
    OutlineTool *draw(Kind kind)
    {
        auto *tool = new OutlineTool(*m_view, kind);
        m_view->setTool(tool);
        return tool;
    }
    OutlineTool *alter(int grid)
    {
        auto *tool = new OutlineTool(*m_view, m_grids.at(grid).id, m_grids.at(grid).shape);
        m_view->setTool(tool);
        return tool;
    }

    std::unique_ptr<ui::look::Theme> m_theme;
    std::unique_ptr<MapView> m_view;
    const QVector<MapGrid> m_grids = madeMap::grids({.across = 3, .down = 2, .corners = 1});
};

void OutlineToolTest::initTestCase()
{
    m_theme = std::make_unique<ui::look::Theme>(ui::look::Theme::Choice::Light);
}

void OutlineToolTest::init()
{
    m_view = std::make_unique<MapView>();
    m_view->resize(900, 700);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->setGrids(m_grids);
    QTRY_VERIFY(m_view->areas() && m_view->isSettled());
    m_view->zoomBy(0.4);
}

void OutlineToolTest::areaIsDrawnByClicks()
{
    OutlineTool *tool = draw(Kind::Area);
    QSignalSpy drawn(tool, &OutlineTool::areaDrawn);
    const QVector<QPoint> corners{{100, 100}, {200, 100}, {200, 180}};
    QVector<GeoPoint> places;
    for (const QPoint &at : corners) {
        places << m_view->camera().placeAt(at);
        click(at);
    }
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, corners.last());
    QCOMPARE(drawn.size(), 1);
    QCOMPARE(drawn.at(0).at(0).value<Shape>().parts.at(0).outer, places);
    QVERIFY(!m_view->tool());
}

void OutlineToolTest::areaIsClosedAtItsFirstCorner()
{
    QSignalSpy drawn(draw(Kind::Area), &OutlineTool::areaDrawn);
    for (const QPoint &at : {QPoint(100, 100), QPoint(200, 100), QPoint(200, 180), QPoint(103, 98)})
        click(at);
    QCOMPARE(drawn.size(), 1);
    QCOMPARE(drawn.at(0).at(0).value<Shape>().corners(), 3);
}

void OutlineToolTest::lineIsDrawnWithoutTheMouse()
{
    QSignalSpy drawn(draw(Kind::Line), &OutlineTool::lineDrawn);
    key(Qt::Key_Return);
    for (int i = 0; i < 20; ++i)
        key(Qt::Key_Right);
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_Return);
    key(Qt::Key_Return); // twice at one place ends
    QCOMPARE(drawn.size(), 1);
    const auto line = drawn.at(0).at(0).value<QVector<GeoPoint>>();
    QCOMPARE(line.size(), 2);
    QVERIFY(line.at(1).lon_e7 > line.at(0).lon_e7);
}

void OutlineToolTest::tooFewCornersAreRefusedInWords()
{
    OutlineTool *tool = draw(Kind::Area);
    QSignalSpy drawn(tool, &OutlineTool::areaDrawn);
    click({100, 100});
    click({200, 100});
    key(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(drawn.isEmpty());
    QCOMPARE(tool->words(), QStringLiteral("An area needs three corners."));
    QCOMPARE(m_view->accessibleDescription(), tool->words());
    QCOMPARE(m_view->tool(), tool);
}

void OutlineToolTest::backspaceAndUndoGoBack()
{
    OutlineTool *tool = draw(Kind::Area);
    for (const QPoint &at : {QPoint(100, 100), QPoint(200, 100), QPoint(200, 180)})
        click(at);
    key(Qt::Key_Backspace);
    QCOMPARE(tool->draft().line().size(), 2);
    key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(tool->draft().line().size(), 3);
    QVERIFY(tool->undo() && tool->undo() && tool->undo());
    QVERIFY(!tool->undo());
    QVERIFY(tool->draft().line().isEmpty());
    QVERIFY(tool->redo());
    QCOMPARE(tool->draft().line().size(), 1);
}

void OutlineToolTest::escapeLeavesWithoutAResult()
{
    QSignalSpy drawn(draw(Kind::Area), &OutlineTool::areaDrawn);
    for (const QPoint &at : {QPoint(100, 100), QPoint(200, 100), QPoint(200, 180)})
        click(at);
    key(Qt::Key_Escape);
    QVERIFY(drawn.isEmpty());
    QVERIFY(!m_view->tool());
}

void OutlineToolTest::cornersSnapToNeighbours()
{
    const GeoPoint corner = m_grids.at(0).shape.parts.at(0).outer.at(0);
    const Snap snap = snapped(m_view->camera().pixelOf(corner) + QPointF(4, 3), m_view->camera(),
        m_view->areas().get(), {});
    QCOMPARE(snap.to, Snap::To::Corner);
    QCOMPARE(snap.place, corner);
    OutlineTool *tool = draw(Kind::Line);
    click(pixelOf(corner) + QPoint(4, 3));
    QCOMPARE(tool->draft().line().constFirst(), corner);
}

void OutlineToolTest::edgesSnapWhereNoCornerIs()
{
    const auto &ring = m_grids.at(0).shape.parts.at(0).outer;
    const QPointF from = m_view->camera().pixelOf(ring.at(0));
    const QPointF to = m_view->camera().pixelOf(ring.at(1));
    const QPointF middle = (from + to) / 2;
    const Snap snap = snapped(middle + QPointF(0, 4), m_view->camera(), m_view->areas().get(), {});
    QCOMPARE(snap.to, Snap::To::Edge);
    QVERIFY((m_view->camera().pixelOf(snap.place) - middle).manhattanLength() < 6);
    const Snap none = snapped({3, 3}, m_view->camera(), m_view->areas().get(), {});
    QCOMPARE(none.to, Snap::To::Nothing);
    QCOMPARE(none.place, m_view->camera().placeAt({3, 3}));
}

void OutlineToolTest::cornerIsDragged()
{
    OutlineTool *tool = alter(0);
    QSignalSpy altered(tool, &OutlineTool::outlineAltered);
    const QPoint from = pixelOf(tool->draft().at({0, 6})); // at the outer edge
    const QPoint to(60, 60);
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view.get(), (from + to) / 2);
    QTest::mouseMove(m_view.get(), to);
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, to);
    QCOMPARE(tool->draft().at({0, 6}), m_view->camera().placeAt(to));
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(altered.size(), 1);
    QCOMPARE(altered.at(0).at(0).value<domain::Id>(), m_grids.at(0).id);
    const auto ring = altered.at(0).at(1).value<Shape>().parts.at(0).outer;
    QCOMPARE(ring.size(), m_grids.at(0).shape.corners());
    QCOMPARE(ring.at(6), m_view->camera().placeAt(to));
}

void OutlineToolTest::middleOfAnEdgeBecomesACorner()
{
    OutlineTool *tool = alter(0);
    const qsizetype before = tool->draft().rings().at(0).size();
    const QPoint middle =
        (pixelOf(tool->draft().at({0, 0})) + pixelOf(tool->draft().at({0, 1}))) / 2;
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, middle);
    QTest::mouseMove(m_view.get(), middle + QPoint(0, 15));
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, middle + QPoint(0, 30));
    QCOMPARE(tool->draft().rings().at(0).size(), before + 1);
    key(Qt::Key_Z, Qt::ControlModifier); // the whole drag is one step
    QCOMPARE(tool->draft().shape(), m_grids.at(0).shape);
}

void OutlineToolTest::cornerIsMovedWithoutTheMouse()
{
    OutlineTool *tool = alter(0);
    key(Qt::Key_Tab);
    key(Qt::Key_Tab, Qt::ShiftModifier); // round to the last
    const OutlineDraft::Place last{0, int(tool->draft().rings().at(0).size()) - 1};
    const GeoPoint before = tool->draft().at(last);
    key(Qt::Key_Return);
    for (int i = 0; i < 3; ++i)
        key(Qt::Key_Left);
    key(Qt::Key_Return);
    key(Qt::Key_Left); // laid down: it stays
    QVERIFY(qAbs((pixelOf(before) - pixelOf(tool->draft().at(last))).x() - 36) <= 9);
    QVERIFY(m_view->hasFocus());
    key(Qt::Key_Delete);
    QCOMPARE(tool->draft().rings().at(0).size(), last.corner);
}

void OutlineToolTest::threeCornersStay()
{
    const Shape triangle{{{{{0, 0}, {10'000'000, 0}, {0, 10'000'000}}, {}}}};
    auto *tool = new OutlineTool(*m_view, madeMap::idOf(99), triangle);
    m_view->setTool(tool);
    key(Qt::Key_Tab);
    key(Qt::Key_Delete);
    QCOMPARE(tool->draft().shape(), triangle);
    QVERIFY(tool->words().contains(QStringLiteral("three")));
}

void OutlineToolTest::holesAndPartsStayWhatTheyAre()
{
    const auto ring = [](int at) { return domain::Ring{{at, 0}, {at + 9, 0}, {at, 9}}; };
    const Shape shape{{{ring(0), {ring(1), ring(2)}}, {ring(100), {}}, {ring(200), {ring(201)}}}};
    OutlineDraft draft(shape);
    QCOMPARE(draft.rings().size(), 6);
    QCOMPARE(draft.shape(), shape);
    draft.beginStep();
    draft.move({5, 2}, {205, 5});
    QCOMPARE(draft.shape().parts.at(2).holes.at(0).at(2), (GeoPoint{205, 5}));
    QVERIFY(draft.undo());
    QCOMPARE(draft.shape(), shape);
    QVERIFY(!OutlineDraft(Shape()).isEnough());
    QVERIFY(!OutlineDraft(Shape()).next({}, true));
}

void OutlineToolTest::mapIsStillMovedWhileDrawing()
{
    OutlineTool *tool = draw(Kind::Area);
    const QPointF centre = m_view->camera().centre();
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {300, 300});
    QTest::mouseMove(m_view.get(), {340, 300});
    QTest::mouseMove(m_view.get(), {360, 300});
    QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {360, 300});
    QVERIFY(m_view->camera().centre().x() < centre.x());
    QVERIFY(tool->draft().line().isEmpty());
    key(Qt::Key_Plus);
    QVERIFY(m_view->tool());
}

QTEST_MAIN(OutlineToolTest)
#include "outline_tool_test.moc"
