// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid_town.h"

#include "common/languages.h"
#include "gridmap/base_map_choice.h"
#include "gridmap/plan_view.h"
#include "look/theme.h"
#include "transfer/import_page.h"
#include "transfer/map_pane.h"
#include "transfer/mapping_view.h"

#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>

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

/// What comes to the map out of files, in Chinese: maps of grids looked at, put right and taken in; a base map and a plan laid below. Leaves
/// pictures in the folder that GRIDDESK_OUT names.
class GridFilesDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { app::speakTheSystemsLanguage(*qApp, true); }
    void aMapIsLookedAtAndTakenIn();
    void ofSeveralLayersOneIsChosen();
    void aBaseMapLiesBelow();
    void aPlanIsPlaced();
};

void GridFilesDayTest::aMapIsLookedAtAndTakenIn()
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

/// A KML with two folders of areas: the first one stands there, the other one is a choice away.
void GridFilesDayTest::ofSeveralLayersOneIsChosen()
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

void GridFilesDayTest::aBaseMapLiesBelow()
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

void GridFilesDayTest::aPlanIsPlaced()
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

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    GridFilesDayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "grid_files_day_test.moc"
