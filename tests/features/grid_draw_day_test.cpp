// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid_town.h"

#include "common/languages.h"
#include "geo/measures.h"
#include "gridmap/division_editor.h"
#include "gridmap/naming_dialog.h"
#include "look/theme.h"
#include "map/day_slider.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>

using namespace domain;
using namespace Qt::StringLiterals;
using namespace griddesk_town;

/// Whoever divides the area anew, in the window: splits, merges, moves a border, heals an overlap, and changes his mind. Leaves pictures in the
/// folder that GRIDDESK_OUT names.
class GridDrawDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { app::speakTheSystemsLanguage(*qApp, true); }
    void aGridIsSplit();
    void twoGridsBecomeOne();
    void aBorderMovesAndAnOverlapIsHealed();
    void anOutlineIsDrawnAndAltered();
    void nothingIsSavedUnasked();
    void drawingBeginsFromTodayAndMovesNothingYet();
    void whoMayNotDrawIsNotAsked();
};

void GridDrawDayTest::aGridIsSplit()
{
    Town town;
    town.open();
    const int before = town.openIn(town.grid);
    town.page().view().choose(town.grid);
    town.person->key(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(town.page().editor());
    auto &draft = town.page().editor()->draft();
    QTRY_VERIFY(!draft.isLooking());
    QCOMPARE(draft.flaws().size(), 0);
    town.page().view().showGrid(town.grid);
    QTRY_VERIFY(town.page().view().isSettled());
    town.shoot(u"07-editor"_s);
    town.person->key(Qt::Key_S, Qt::AltModifier);
    QTRY_VERIFY(town.page().view().tool());
    auto &view = town.page().view();
    // Across the middle, from one side of it to the other.
    QTest::mouseClick(&view, Qt::LeftButton, {}, town.pixel(within(2, 1, 0.5, -0.6)));
    QTest::mouseClick(&view, Qt::LeftButton, {}, town.pixel(within(2, 1, 0.5, 1.6)));
    town.shoot(u"08-line"_s);
    town.person->key(Qt::Key_Return, Qt::ControlModifier);
    const auto dialog = [&town] {
        return town.page().editor()->findChild<ui::gridmap::NamingDialog *>();
    };
    QTRY_VERIFY(dialog());
    const auto fields = dialog()->findChildren<QLineEdit *>();
    QCOMPARE(fields[0]->text(), u"13"_s); // the next free one is proposed
    fields[1]->setText(u"幸福东"_s);
    shootDialog(*dialog(), u"09-name"_s);
    dialog()->accept();
    QTRY_COMPARE(draft.grids().size(), columns * rows + 1);
    QTRY_VERIFY(!draft.isLooking());
    QVERIFY(draft.flaws().isEmpty());
    QCOMPARE(draft.changed().size() >= 2, true);
    QTRY_VERIFY(view.isSettled());
    town.shoot(u"10-split"_s);
    // One step back and forth.
    town.shell().activateWindow();
    QTRY_VERIFY(town.shell().isActiveWindow());
    view.setFocus();
    town.person->key(Qt::Key_Z, Qt::AltModifier);
    QCOMPARE(draft.grids().size(), columns * rows);
    town.person->key(Qt::Key_Y, Qt::AltModifier);
    QCOMPARE(draft.grids().size(), columns * rows + 1);
    const Id fresh = draft.grids().constLast().area.grid;
    town.person->key(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!town.page().editor());
    QTRY_VERIFY(town.page().shown().find(fresh));
    QCOMPARE(town.page().shown().find(fresh)->name, u"幸福东"_s);
    // The open tickets went along.
    QTRY_COMPARE(town.openIn(town.grid) + town.openIn(fresh), before);
    QVERIFY(town.openIn(fresh) > 0);
    QTRY_VERIFY(view.isSettled());
    town.shoot(u"11-saved"_s);
}

void GridDrawDayTest::twoGridsBecomeOne()
{
    Town town;
    town.open();
    town.person->key(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(town.page().editor());
    auto &draft = town.page().editor()->draft();
    town.page().view().choose(town.grids[0]);
    town.person->key(Qt::Key_M, Qt::AltModifier);
    town.person->key(Qt::Key_Tab); // the next in the order of codes
    town.person->enter();
    QTRY_COMPARE(draft.changed().size() >= 2, true);
    QVERIFY(draft.find(town.grids[1])->area.shape.isEmpty());
    QTRY_VERIFY(!draft.isLooking());
    QVERIFY(draft.flaws().isEmpty());
    town.person->key(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!town.page().editor());
    const auto division = town.read().findDivision(town.clock.now_ms());
    QCOMPARE(division->areas.size(), columns * rows - 1);
    QCOMPARE(town.read().findDrawings(town.grids[1]).size(), 2);
}

void GridDrawDayTest::aBorderMovesAndAnOverlapIsHealed()
{
    Town town;
    const Id over = town.desk().freshId();
    const auto corner = [](double east, double north) { return within(2, 1, east, north); };
    town.submit(DrawGrids{0,
        {PutRow{Register::Grid, over, {{grid::Code, u"14"_s}, {grid::Name, u"重叠"_s}}, {}}},
        {{over,
            {{Polygon{
                {corner(0.4, 0.4), corner(0.6, 0.4), corner(0.6, 0.6), corner(0.4, 0.6)}, {}}}}}},
        {}});
    town.openWindow();
    town.sitDown(u"wang"_s);
    QTRY_VERIFY(!town.isCurtainDrawn());
    town.person->key(Qt::Key_F5);
    QTRY_VERIFY(
        town.page().view().areas() && town.page().view().areas()->count() == columns * rows + 1);
    town.page().view().showAll();
    town.person->key(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(town.page().editor());
    auto &draft = town.page().editor()->draft();
    QTRY_COMPARE(draft.flaws().size(), 1);
    // The overlap is 07's.
    auto *flaws = town.page().editor()->findChild<QListWidget *>();
    flaws->setCurrentRow(0);
    const auto buttons = town.page().editor()->findChildren<QPushButton *>();
    const auto to7 = std::ranges::find_if(
        buttons, [](const QPushButton *button) { return button->text() == u"归 07"_s; });
    QVERIFY(to7 != buttons.end() && (*to7)->isVisible());
    (*to7)->click();
    QTRY_VERIFY(!draft.isLooking() && draft.flaws().isEmpty());
    QVERIFY(draft.find(over)->area.shape.isEmpty());
    // The border of 06 and 07 goes further east.
    auto &view = town.page().view();
    view.showAll();
    QTRY_VERIFY(view.isSettled());
    const Shape before = draft.find(town.grid)->area.shape;
    view.choose(town.grids[5]);
    town.person->key(Qt::Key_B, Qt::AltModifier);
    town.person->key(Qt::Key_Tab); // to 07
    town.person->enter();
    QTRY_VERIFY(view.tool());
    QTest::mouseClick(&view, Qt::LeftButton, {}, town.pixel(within(2, 1, 0.3, -0.6)));
    QTest::mouseClick(&view, Qt::LeftButton, {}, town.pixel(within(2, 1, 0.3, 1.6)));
    town.person->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(draft.find(town.grid)->area.shape != before);
    QTRY_VERIFY(!draft.isLooking() && draft.flaws().isEmpty());
    QTRY_VERIFY(view.isSettled());
    town.shoot(u"21-border"_s);
    town.person->key(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!town.page().editor());
    const auto division = town.read().findDivision(town.clock.now_ms());
    QCOMPARE(division->gridsAt(within(2, 1, 0.2, 0.5)), QVector{town.grids[5]});
}

/// The area of 04, in the town's corner, is drawn anew as that of a new grid, along its neighbours; then its outer corner goes further out.
void GridDrawDayTest::anOutlineIsDrawnAndAltered()
{
    Town town;
    town.open();
    auto &view = town.page().view();
    view.choose(town.grids[3]);
    town.person->key(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(town.page().editor());
    auto &draft = town.page().editor()->draft();
    town.person->key(Qt::Key_Delete, Qt::AltModifier);
    QVERIFY(draft.find(town.grids[3])->area.shape.isEmpty());
    QTRY_VERIFY(view.isSettled());
    town.person->key(Qt::Key_N, Qt::AltModifier);
    QTRY_VERIFY(view.tool());
    // A few pixels beside each corner: what is near snaps.
    for (const GeoPoint &corner : {node(3, 2), node(4, 2), node(4, 3), node(3, 3)})
        QTest::mouseClick(&view, Qt::LeftButton, {}, town.pixel(corner) + QPoint(2, -2));
    town.shoot(u"23-outline"_s);
    town.person->key(Qt::Key_Return, Qt::ControlModifier);
    const auto dialog = [&town] {
        return town.page().editor()->findChild<ui::gridmap::NamingDialog *>();
    };
    QTRY_VERIFY(dialog());
    dialog()->findChildren<QLineEdit *>()[1]->setText(u"滨河新村"_s);
    dialog()->accept();
    QTRY_COMPARE(draft.grids().size(), columns * rows + 1);
    const Id fresh = draft.grids().constLast().area.grid;
    QTRY_VERIFY(!draft.isLooking());
    QVERIFY2(draft.flaws().isEmpty(), "its corners are those of the neighbours");
    QTRY_VERIFY(view.isSettled() && !dialog());
    town.shell().activateWindow();
    QTRY_VERIFY(town.shell().isActiveWindow());
    view.setFocus();
    view.choose(fresh);
    QCOMPARE(view.chosen(), fresh);
    const double before_m2 = geo::area_m2(draft.find(fresh)->area.shape);
    town.person->key(Qt::Key_O, Qt::AltModifier);
    QTRY_VERIFY(view.tool());
    const Ring ring = draft.find(fresh)->area.shape.parts[0].outer;
    const GeoPoint outer = *std::ranges::max_element(
        ring, {}, [](const GeoPoint &corner) { return corner.lon_e7 + corner.lat_e7; });
    const QPoint from = town.pixel(outer), to = from + QPoint(28, -22);
    QTest::mousePress(&view, Qt::LeftButton, {}, from);
    QTest::mouseMove(&view, to);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, to);
    town.shoot(u"24-altered"_s);
    town.person->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(geo::area_m2(draft.find(fresh)->area.shape) > before_m2 * 1.05);
    QTRY_VERIFY(!draft.isLooking() && draft.flaws().isEmpty());
    town.person->key(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!town.page().editor());
    const auto division = town.read().findDivision(town.clock.now_ms());
    QCOMPARE(division->areas.size(), columns * rows);
    QCOMPARE(division->gridsAt(within(3, 2, 0.5, 0.5)), QVector{fresh});
}

void GridDrawDayTest::nothingIsSavedUnasked()
{
    Town town;
    town.open();
    const qint64 entries = town.read().position();
    town.person->key(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(town.page().editor());
    town.page().view().choose(town.grids[2]);
    town.person->key(Qt::Key_Delete, Qt::AltModifier);
    QCOMPARE(town.page().editor()->draft().changed().size(), 1);
    QTRY_VERIFY(!town.page().editor()->draft().isLooking());
    // Whoever leaves is asked, stays at Cancel, and loses the drawing only when it is said so.
    for (const auto button : {QMessageBox::Cancel, QMessageBox::Discard}) {
        town.person->key(Qt::Key_E, Qt::ControlModifier);
        const auto box = [&town] { return town.page().editor()->findChild<QMessageBox *>(); };
        QTRY_VERIFY(box());
        shootDialog(*box(), u"22-leave"_s);
        box()->button(button)->click();
        if (button == QMessageBox::Discard)
            break;
        QTRY_VERIFY(!box());
        QVERIFY(town.page().editor());
        QCOMPARE(town.page().editor()->draft().changed().size(), 1);
        town.shell().activateWindow();
        QTRY_VERIFY(town.shell().isActiveWindow());
        town.page().view().setFocus();
    }
    QTRY_VERIFY(!town.page().editor());
    QCOMPARE(town.read().position(), entries);
    QTRY_COMPARE(town.page().view().areas()->count(), columns * rows);
}

void GridDrawDayTest::drawingBeginsFromTodayAndMovesNothingYet()
{
    Town town;
    // Since today 07 has another area than it had; somebody looks at the day before and begins to draw.
    const qint64 today_ms = support::moment_ms(u"2026-11-20 00:00"_s);
    town.submit(DrawGrids{today_ms, {}, {{town.grids[6], cell(2, 1)}, {town.grids[0], {}}}, {}});
    town.open(columns * rows - 1);
    auto *days = town.page().findChild<ui::map::DaySlider *>();
    days->setDay(QDate(2026, 11, 10));
    Q_EMIT days->dayChosen(QDate(2026, 11, 10));
    QTRY_VERIFY(!town.page().shown().find(town.grids[0])->area.shape.isEmpty());
    town.person->key(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(town.page().editor());
    auto &draft = town.page().editor()->draft();
    QVERIFY(draft.find(town.grids[0])->area.shape.isEmpty());
    // What is drawn for a later day moves no ticket of today.
    town.page().view().choose(town.grids[5]);
    QVERIFY(!draft.merge(town.grids[5], {town.grids[6]}));
    auto *move = town.page().editor()->findChild<QCheckBox *>();
    QTRY_VERIFY(move->isVisible());
    town.page().editor()->findChild<QDateEdit *>()->setDate(QDate(2026, 12, 1));
    QVERIFY(!move->isVisible());
}

void GridDrawDayTest::whoMayNotDrawIsNotAsked()
{
    Town town;
    town.openWindow();
    town.sitDown(u"fang"_s);
    QTRY_VERIFY(!town.isCurtainDrawn());
    town.person->key(Qt::Key_F5);
    QTRY_COMPARE(town.shell().currentPage(), u"gridmap"_s);
    town.person->key(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!town.page().editor());
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    GridDrawDayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "grid_draw_day_test.moc"
