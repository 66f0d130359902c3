// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid_town.h"

#include "common/languages.h"
#include "common/sample_company.h"
#include "gridmap/base_map_choice.h"
#include "gridmap/plan_view.h"
#include "gridmap/print_dialog.h"
#include "intake/place_dialog.h"
#include "intake/place_field.h"
#include "look/theme.h"
#include "map/day_slider.h"
#include "map/grid_card.h"
#include "map/map_legend.h"
#include "paper/output.h"
#include "tickets/tickets_page.h"
#include "transfer/import_page.h"
#include "transfer/map_pane.h"
#include "transfer/mapping_view.h"

#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>

#include <cmath>

using namespace domain;
using namespace Qt::StringLiterals;
using namespace griddesk_town;

namespace
{

/// A map file on the import page, read.
ui::transfer::MappingView *openedForImport(Town &town, const QString &path)
{
    town.person->key(Qt::Key_F10, Qt::ShiftModifier);
    auto *page = static_cast<ui::transfer::ImportPage *>(town.shell().page(u"import"_s));
    page->openFile(path);
    auto *view = page->findChild<ui::transfer::MappingView *>();
    constexpr int patience_ms = 30'000; // the library is loaded at the first map
    const auto isRead = [view] { return view->drawsAreas() && !view->isReading(); };
    return QTest::qWaitFor(isRead, patience_ms) ? view : nullptr;
}

} // namespace

/// A supervisor's quarter of an hour at the map, in Chinese: looks where it burns, walks to a grid, opens its card and a ticket, changes
/// the colours, prints, takes a map in, lays a plan below. Leaves pictures in the folder that GRIDDESK_OUT names.
class GridMapDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { app::speakTheSystemsLanguage(*qApp, true); }
    void whereItBurns();
    void aCardAndItsTicket();
    void aDayGoneByIsAsItWas();
    void anAreaBecomesAList();
    void theMapOnPaper();
    void theClassesAreOnesOwn();
    void whatCanBeDoneWithAGrid();
    void aMapIsLookedAtAndTakenIn();
    void ofSeveralLayersOneIsChosen();
    void aCallersPlaceIsShownOnTheMap();
    void aBaseMapLiesBelow();
    void aPlanIsPlaced();
    void theSampleCompanyHasItsMap();
};

void GridMapDayTest::whereItBurns()
{
    Town town;
    town.open();
    town.shoot(u"01-map"_s);
    auto *themes = town.page().findChild<ui::map::MapLegend *>()->findChild<QComboBox *>();
    QVERIFY(themes);
    for (const QString &theme : {u"late"_s, u"load"_s, u"households"_s}) {
        town.page().findChild<ui::map::MapLegend *>()->setTheme(theme);
        Q_EMIT town.page().findChild<ui::map::MapLegend *>()->themeChosen(theme);
        QTRY_VERIFY(town.page().view().isSettled());
        town.shoot(u"02-theme-"_s + theme);
    }
    QCOMPARE(town.page().legend().noData, 1); // 07 keeps no number of households
    // A ticket that comes in is on the map by itself.
    const qsizetype before = town.page().shown().points().size();
    town.report(within(0, 0, 0.5, 0.5), u"跳闸"_s);
    QTRY_COMPARE(town.page().shown().points().size(), before + 1);
}

void GridMapDayTest::aCardAndItsTicket()
{
    Town town;
    town.open();
    town.page().view().setFocus();
    for (int step = 0; step < 7; ++step)
        town.person->key(Qt::Key_Tab);
    QCOMPARE(town.page().view().chosen(), town.grid);
    town.person->enter();
    auto *card = town.page().findChild<ui::map::GridCard *>();
    QTRY_VERIFY(card->isVisible());
    QCOMPARE(card->facts().code, u"07"_s);
    QCOMPARE(card->facts().chief, u"李明"_s);
    QCOMPARE(card->facts().open, town.openIn(town.grid));
    QTRY_VERIFY(town.page().view().isSettled());
    town.shoot(u"03-card"_s);
    // The chief's plan stands there too, and an item that is done goes.
    const Id task = town.submit(PutRow{Register::Task, town.desk().freshId(),
                                    {{task::Grid, QVariant::fromValue(town.grid)},
                                        {task::Plan, u"十二月"_s}, {task::What, u"走访独居老人"_s},
                                        {task::Due, town.clock.now_ms() + 26 * 3'600'000}},
                                    {}})
                        .subject;
    QTRY_COMPARE(card->facts().tasks.size(), 1);
    QTRY_VERIFY(town.page().view().isSettled());
    town.shoot(u"03-plan"_s);
    Q_EMIT card->taskActivated(task);
    QTRY_COMPARE(town.shell().currentPage(), u"registers"_s);
    town.shoot(u"03-task"_s);
    town.submit(PutRow{Register::Task, task, {{task::Done, town.clock.now_ms()}}, {}});
    town.person->key(Qt::Key_F5);
    QTRY_VERIFY(card->facts().tasks.isEmpty());
    QVERIFY(!card->facts().tickets.isEmpty());
    Q_EMIT card->ticketActivated(card->facts().tickets.constFirst().id);
    QTRY_COMPARE(town.shell().currentPage(), u"tickets"_s);
    town.shoot(u"04-ticket"_s);
}

/// Since three days another one is chief of 07, and its area is another: the slider goes back before that.
void GridMapDayTest::aDayGoneByIsAsItWas()
{
    Town town;
    town.clock.passMinutes(3 * 24 * 60);
    const Id zhao = town.submit(PutRow{Register::Staff, town.desk().freshId(),
                                    {{staff::Login, u"zhaoq"_s}, {staff::Name, u"赵强"_s}}, {}})
                        .subject;
    town.submit(PutRow{Register::Grid, town.grid, {{grid::Chief, QVariant::fromValue(zhao)}}, {}});
    const qint64 today_ms = support::moment_ms(u"2026-11-23 00:00"_s);
    town.submit(DrawGrids{today_ms, {}, {{town.grids[0], {}}}, u"拆迁"_s});
    town.open(columns * rows - 1);
    auto *card = town.page().findChild<ui::map::GridCard *>();
    town.page().showGrid(town.grid);
    QTRY_VERIFY(card->isVisible() && card->facts().chief == u"赵强"_s);
    QVERIFY(!card->facts().tickets.isEmpty());
    auto *days = town.page().findChild<ui::map::DaySlider *>();
    auto *slider = days->findChild<QSlider *>();
    slider->setFocus();
    for (int day = 0; day < 2; ++day)
        town.person->key(Qt::Key_Left);
    QTRY_COMPARE(days->day(), QDate(2026, 11, 21));
    QTRY_COMPARE(card->facts().chief, u"李明"_s);
    QCOMPARE(card->facts().day, u"2026-11-21"_s);
    QTRY_COMPARE(town.page().view().areas()->count(), columns * rows);
    QTRY_VERIFY(town.page().view().isSettled());
    town.shoot(u"04-past-day"_s);
}

void GridMapDayTest::anAreaBecomesAList()
{
    Town town;
    town.open();
    const Shape seventh = cell(2, 1);
    GeoBox box = seventh.box();
    Q_EMIT town.page().view().areaSelected(box);
    QTRY_COMPARE(town.shell().currentPage(), u"tickets"_s);
    auto *tickets = static_cast<ui::tickets::TicketsPage *>(town.shell().page(u"tickets"_s));
    QVERIFY(tickets->query().filters.contains(store::Filter{u"area"_s, store::areaFilter(box)}));
    const qint64 there = town.read().countTickets(tickets->query());
    QVERIFY(there > 0 && there < 60);
    town.shoot(u"05-list"_s);
}

void GridMapDayTest::theMapOnPaper()
{
    Town town;
    town.open();
    town.person->key(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY(town.page().findChild<ui::gridmap::PrintDialog *>());
    auto &dialog = *town.page().findChild<ui::gridmap::PrintDialog *>();
    QTRY_COMPARE(dialog.pages().count(), 1);
    QCOMPARE(dialog.pages().size_mm(0), QSizeF(297, 210));
    shootDialog(dialog, u"06-print"_s);
    const QString folder = qEnvironmentVariable("GRIDDESK_OUT");
    QString error;
    if (!folder.isEmpty())
        QVERIFY2(
            ui::paper::writePdf(dialog.pages(), folder + u"/map.pdf"_s, &error), qPrintable(error));
    // For a wall, without colours.
    const auto choices = dialog.findChildren<QComboBox *>();
    choices[0]->setCurrentIndex(2);
    choices[2]->setCurrentIndex(1);
    QCOMPARE(dialog.pages().size_mm(0), QSizeF(420, 297));
    if (!folder.isEmpty())
        QVERIFY2(ui::paper::writePdf(dialog.pages(), folder + u"/map-a3.pdf"_s, &error),
            qPrintable(error));
    dialog.accept();
}

void GridMapDayTest::theClassesAreOnesOwn()
{
    Town town;
    town.open();
    auto *legend = town.page().findChild<ui::map::MapLegend *>();
    auto *kinds = legend->findChildren<QComboBox *>()[1];
    auto *limits = legend->findChild<QLineEdit *>();
    QVERIFY(!limits->isVisible());
    kinds->setFocus();
    town.person->key(Qt::Key_End);
    QTRY_VERIFY(limits->isVisible() && limits->hasFocus());
    QVERIFY(!limits->text().isEmpty()); // those that stood there
    limits->selectAll();
    limits->insert(u"4，"_s); // as a Chinese keyboard types it
    // A ticket comes in meanwhile, and the map is coloured anew: what is being typed stays.
    const qsizetype before = town.page().shown().points().size();
    town.report(within(0, 0, 0.5, 0.5), u"跳闸"_s);
    QTRY_COMPARE(town.page().shown().points().size(), before + 1);
    QCOMPARE(limits->text(), u"4，"_s);
    limits->insert(u"8"_s);
    town.person->enter();
    QTRY_COMPARE(town.page().legend().classes.size(), 3);
    QCOMPARE(legend->limits(), (QVector<double>{4, 8}));
    QTRY_VERIFY(town.page().view().isSettled());
    town.shoot(u"02-own-limits"_s);
    // Each theme has its own, and they are there again.
    legend->setTheme(u"households"_s);
    Q_EMIT legend->themeChosen(u"households"_s);
    QTRY_VERIFY(legend->limits() != (QVector<double>{4, 8}));
    legend->setTheme(u"open"_s);
    Q_EMIT legend->themeChosen(u"open"_s);
    QCOMPARE(legend->limits(), (QVector<double>{4, 8}));
    // Another kind, and back again: they are still there.
    kinds->setFocus();
    town.person->key(Qt::Key_Up);
    QTRY_VERIFY(!limits->isVisible() && legend->limits() != (QVector<double>{4, 8}));
    town.person->key(Qt::Key_End);
    QTRY_COMPARE(legend->limits(), (QVector<double>{4, 8}));
    // Enter is the field's alone, whichever grid is chosen.
    town.page().view().choose(town.grid);
    limits->setFocus();
    town.person->enter();
    QVERIFY(!town.page().findChild<ui::map::GridCard *>()->isVisible());
    // Where no number at all is said, the classes are made as usual.
    limits->setFocus();
    limits->selectAll();
    limits->insert(u"很多"_s);
    town.person->enter();
    QTRY_VERIFY(legend->limits().size() >= 2);
}

void GridMapDayTest::whatCanBeDoneWithAGrid()
{
    Town town;
    town.open();
    const auto menu = [&town] {
        const auto menus = town.page().findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
        return menus.isEmpty() ? nullptr : menus.constLast();
    };
    town.page().view().choose(town.grid);
    town.page().view().setFocus();
    QContextMenuEvent byKey(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(&town.page().view(), &byKey);
    QTRY_VERIFY(menu() && menu()->isVisible());
    shootDialog(*menu(), u"03-menu"_s);
    const auto actions = menu()->actions();
    QVERIFY(!actions[3]->isEnabled()); // li has no phone on file
    QTest::keyClick(menu(), Qt::Key_Down);
    QTest::keyClick(menu(), Qt::Key_Return);
    auto *card = town.page().findChild<ui::map::GridCard *>();
    QTRY_VERIFY(card->isVisible());
    QCOMPARE(card->facts().id, town.grid);
    Q_EMIT town.page().view().contextAsked(town.grid, {});
    QTRY_VERIFY(menu() && menu()->isVisible());
    menu()->actions()[2]->trigger();
    QTRY_COMPARE(town.shell().currentPage(), u"tickets"_s);
}

/// A KML with two folders of areas: the first one stands there, the other one is a choice away.
void GridMapDayTest::ofSeveralLayersOneIsChosen()
{
    const auto folder = [](const char *name, const char *grid, double east) {
        QString places;
        for (const auto &[x, y] :
            {std::pair(0.0, 0.0), {0.01, 0.0}, {0.01, 0.01}, {0.0, 0.01}, {0.0, 0.0}})
            places += QStringLiteral("%1,%2 ").arg(east + x).arg(39.93 + y);
        return QStringLiteral("<Folder><name>%1</name><Placemark><name>%2</name><Polygon>"
                              "<outerBoundaryIs><LinearRing><coordinates>%3</coordinates>"
                              "</LinearRing></outerBoundaryIs></Polygon></Placemark></Folder>")
            .arg(QString::fromUtf8(name), QString::fromUtf8(grid), places)
            .toUtf8();
    };
    Town town;
    town.open();
    const QString path = QDir(town.folder()).filePath(u"layers.kml"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly)
        && file.write("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>"
               + folder("东区", "东一", 116.40) + folder("西区", "西一", 116.38)
               + "</Document></kml>")
            > 0);
    file.close();
    auto *view = openedForImport(town, path);
    QVERIFY(view);
    auto *layer = view->findChildren<QComboBox *>()[0];
    QVERIFY(layer->isVisible());
    QCOMPARE(layer->count(), 2);
    QCOMPARE(view->job().options.layer, layer->itemText(0));
    QTRY_VERIFY(view->map()->view().isSettled());
    town.shoot(u"14-layers"_s);
    layer->setCurrentIndex(1);
    Q_EMIT layer->activated(1);
    QTRY_VERIFY(!view->isReading());
    QCOMPARE(layer->currentIndex(), 1);
    QCOMPARE(view->job().options.layer, layer->itemText(1));
    QCOMPARE(view->map()->view().areas() != nullptr, true);
}

void GridMapDayTest::aMapIsLookedAtAndTakenIn()
{
    Town town;
    town.open();
    // Two blocks north of the town; the border of the second crosses itself.
    const QByteArray map = R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"网格编码":"21","网格名称":"北一区"},"geometry":{"type":"Polygon",
         "coordinates":[[[116.392,39.915],[116.402,39.915],[116.402,39.925],[116.392,39.925],[116.392,39.915]]]}},
        {"type":"Feature","properties":{"网格编码":"22","网格名称":"北二区"},"geometry":{"type":"Polygon",
         "coordinates":[[[116.404,39.915],[116.414,39.915],[116.406,39.926],[116.414,39.926],[116.404,39.915]]]}}]})";
    const QString path = QDir(town.folder()).filePath(u"网格.geojson"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(map) == map.size());
    file.close();
    auto *view = openedForImport(town, path);
    QVERIFY(view);
    QCOMPARE(view->kind(), &registerSpec(Register::Grid));
    auto *odd = view->map()->findChild<QListWidget *>();
    QCOMPARE(odd->count(), 1);
    QVERIFY(odd->item(0)->text().startsWith(u"北二区"_s));
    QTRY_VERIFY(view->map()->view().isSettled());
    town.shoot(u"12-import"_s);
    auto *repair = view->findChild<QCheckBox *>();
    repair->setChecked(true);
    QTRY_VERIFY(odd->count() == 1 && odd->item(0)->text().contains(u"m²"_s));
    QTRY_VERIFY(view->isReady());
    QTRY_VERIFY(view->map()->view().isSettled());
    town.shoot(u"13-repaired"_s);
    const auto buttons = town.shell().page(u"import"_s)->findChildren<QPushButton *>();
    const auto import = std::ranges::find_if(
        buttons, [](const QPushButton *button) { return button->text() == u"导入"_s; });
    QVERIFY(import != buttons.end());
    (*import)->click();
    QTRY_VERIFY(town.read().findRowByCode(Register::Grid, u"22"_s).has_value());
    QTRY_COMPARE(town.read().findDivision(town.clock.now_ms())->areas.size(), columns * rows + 2);
    town.person->key(Qt::Key_F5);
    QTRY_COMPARE(town.page().view().areas()->count(), columns * rows + 2);
}

void GridMapDayTest::aCallersPlaceIsShownOnTheMap()
{
    Town town;
    town.open();
    town.person->key(Qt::Key_F2);
    QTRY_COMPARE(town.shell().currentPage(), u"intake"_s);
    auto *field = town.shell().page(u"intake"_s)->findChild<ui::intake::PlaceField *>();
    town.person->key(Qt::Key_G, Qt::ControlModifier);
    const auto dialog = [&town] { return town.shell().findChild<ui::intake::PlaceDialog *>(); };
    QTRY_VERIFY(dialog());
    auto &view = dialog()->view();
    QTRY_VERIFY(view.areas() && view.areas()->count() == columns * rows && view.isSettled());
    shootDialog(*dialog(), u"14-where"_s);
    // East of the town: no grid has it, one is near.
    Q_EMIT view.pointPicked(within(3, 1, 1.6, 0.5));
    QTRY_VERIFY(dialog()->choices().isVisible());
    QVERIFY(dialog()->choices().count() >= 2);
    QVERIFY(dialog()->choices().item(0)->text().startsWith(u"08"_s));
    shootDialog(*dialog(), u"15-near"_s);
    // In the middle of 07: nothing to ask.
    Q_EMIT view.pointPicked(within(2, 1, 0.5, 0.5));
    QTRY_VERIFY(!dialog());
    QTRY_VERIFY(field->words().startsWith(u"07"_s));
    town.shoot(u"16-intake"_s);
    Values values;
    field->addTo(values);
    QCOMPARE(placeOf(values), within(2, 1, 0.5, 0.5));
    QVERIFY(!values.has(field::Grid));
}

void GridMapDayTest::aBaseMapLiesBelow()
{
    Town town;
    town.open();
    const QString path = QDir(town.folder()).filePath(u"town.mbtiles"_s);
    {
        store::Database tiles(path, store::Database::Access::ReadWrite);
        tiles.run("CREATE TABLE metadata(name TEXT, value TEXT);"
                  "CREATE TABLE tiles(zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, "
                  "tile_data BLOB);"
                  "INSERT INTO metadata VALUES('minzoom','8'), ('maxzoom','15'), "
                  "('attribution','测绘院');");
        // The squares round about the town, in two colours like a chessboard.
        for (int zoom = 8; zoom <= 15; ++zoom) {
            const double worlds = std::pow(2, zoom), lat = 39.907 * M_PI / 180;
            const int x = int((116.401 + 180) / 360 * worlds);
            const int y = int((1 - std::asinh(std::tan(lat)) / M_PI) / 2 * worlds);
            for (int i = 0; i < 81; ++i) {
                QImage picture(256, 256, QImage::Format_RGB32);
                picture.fill(i % 2 ? QColor(0xdd, 0xe8, 0xd4) : QColor(0xd4, 0xdf, 0xe8));
                QByteArray bytes;
                QBuffer buffer(&bytes);
                picture.save(&buffer, "PNG");
                tiles.prepared("INSERT INTO tiles VALUES(?,?,?,?)")
                    .bind(1, zoom)
                    .bind(2, x - 4 + i % 9)
                    .bind(3, int(worlds) - 1 - (y - 4 + i / 9))
                    .bind(4, bytes)
                    .run();
            }
        }
    }
    QSignalSpy failed(&town.page().base(), &ui::gridmap::BaseMapChoice::failed);
    town.page().base().open(town.folder() + u"/desk.sqlite"_s);
    QTRY_COMPARE(failed.size(), 1);
    town.page().base().open(path);
    QTRY_COMPARE(town.settings.value(u"map/base"_s).toString(), path);
    QTRY_VERIFY(town.page().view().isSettled());
    town.shoot(u"17-base"_s);
    // A place outside of all grids has the base map's colour.
    const QImage seen = town.page().view().grab().toImage();
    const QPoint aside = town.pixel(within(-1, 1, 0.6, 0.5)) * seen.devicePixelRatio();
    const QColor there = seen.pixelColor(aside);
    QVERIFY2(there == QColor(0xdd, 0xe8, 0xd4) || there == QColor(0xd4, 0xdf, 0xe8),
        qPrintable(there.name()));
}

void GridMapDayTest::aPlanIsPlaced()
{
    Town town;
    town.open();
    // A plan of the town's middle, one pixel for 4 metres or so, with its frame drawn.
    QImage plan(600, 400, QImage::Format_RGB32);
    plan.fill(QColor(0xff, 0xf4, 0xd6));
    const QString path = QDir(town.folder()).filePath(u"plan.png"_s);
    QVERIFY(plan.save(path));
    QSignalSpy failed(&town.page().base(), &ui::gridmap::BaseMapChoice::failed);
    town.page().base().openPlan(town.folder() + u"/no-such.png"_s);
    QTRY_COMPARE(failed.size(), 1);
    town.page().base().openPlan(path);
    QTRY_VERIFY(town.page().base().placing());
    auto &dialog = *town.page().base().placing();
    QTRY_VERIFY(dialog.view().isSettled());
    auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled());
    const auto same = [&dialog](QPointF pixel, const GeoPoint &place) {
        const qsizetype before = dialog.points().size();
        Q_EMIT dialog.plan().picked(pixel);
        Q_EMIT dialog.view().pointPicked(place);
        QTRY_COMPARE(dialog.points().size(), before + 1);
    };
    same({0, 0}, within(-1, 2, 0.5, 0.5));
    QVERIFY(!ok->isEnabled());
    same({600, 0}, within(4, 2, 0.5, 0.5));
    QVERIFY(ok->isEnabled());
    same({600, 400}, within(4, 0, 0.5, 0.0));
    QTRY_VERIFY(dialog.view().isSettled());
    shootDialog(dialog, u"18-plan"_s);
    ok->click();
    QTRY_VERIFY(town.page().view().isSettled());
    town.shoot(u"19-plan-below"_s);
    const QImage seen = town.page().view().grab().toImage();
    const QPoint aside = town.pixel(within(-1, 1, 0.7, 0.5)) * seen.devicePixelRatio();
    QCOMPARE(seen.pixelColor(aside), QColor(0xff, 0xf4, 0xd6));
    QCOMPARE(town.settings.value(u"map/plan-points"_s).toStringList().size(), 3);
}

void GridMapDayTest::theSampleCompanyHasItsMap()
{
    WindowDay day;
    QVERIFY(!app::fillWithSample(day.desk()));
    day.openWindow();
    day.sitDown(u"wang"_s);
    QTRY_VERIFY(!day.isCurtainDrawn());
    day.person->key(Qt::Key_F5);
    QTRY_COMPARE(day.shell().currentPage(), u"gridmap"_s);
    auto &page = *static_cast<GridMapPage *>(day.shell().page(u"gridmap"_s));
    QTRY_VERIFY(page.view().areas() && page.view().areas()->count() == 10);
    QTRY_VERIFY(!page.shown().points().isEmpty() && page.view().isSettled());
    day.shoot(u"20-sample"_s);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    GridMapDayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "grid_map_day_test.moc"
