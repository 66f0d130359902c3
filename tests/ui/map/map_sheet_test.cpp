// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/made_map.h"

#include "map/map_colors.h"
#include "map/map_sheet.h"

#include "look/theme.h"
#include "paper/output.h"

#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace ui::map;
using namespace Qt::StringLiterals;

/// The map on paper.
class MapSheetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pageHasThePaperThatWasAskedFor_data();
    void pageHasThePaperThatWasAskedFor();
    void everyClassIsSeen_data();
    void everyClassIsSeen();
    void wordsCanBeFound();
    void mapWithoutGridsIsAPageToo();

private:
    MapSheet sheet(SheetSize size) const;
    QImage painted(const MapSheet &sheet) const;

    std::unique_ptr<ui::look::Theme> m_theme;
    const QVector<MapGrid> m_grids = madeMap::grids({.across = 3, .down = 2});
};

void MapSheetTest::initTestCase()
{
    m_theme = std::make_unique<ui::look::Theme>(ui::look::Theme::Choice::Dark);
}

MapSheet MapSheetTest::sheet(SheetSize size) const
{
    MapSheet made;
    made.size = size;
    made.company = u"幸福物业公司"_s;
    made.title = u"网格地图"_s;
    made.subject = u"在办工单"_s;
    made.madeBy = u"王芳"_s;
    made.madeAt = u"2026-11-20 14:32"_s;
    made.legend = {
        u"在办工单"_s, {{u"0"_s, 1}, {u"1"_s, 1}, {u"2"_s, 1}, {u"3"_s, 1}, {u"4"_s, 1}}, 1};
    made.areas = std::make_shared<AreaScene>(m_grids);
    made.ranks = {0, 1, 2, 3, 4, -1};
    made.pins.pins = std::make_shared<PinScene>(QVector<MapPin>());
    return made;
}

QImage MapSheetTest::painted(const MapSheet &sheet) const
{
    const ui::paper::Pages pages = layOut(sheet);
    const QSizeF size = pages.size_mm(0) * 72 / 25.4;
    QImage image(size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    pages.paint(painter, 0);
    return image;
}

void MapSheetTest::pageHasThePaperThatWasAskedFor_data()
{
    QTest::addColumn<SheetSize>("size");
    QTest::addColumn<QSize>("millimetres");
    QTest::newRow("A4") << SheetSize::A4 << QSize(210, 297);
    QTest::newRow("A4 landscape") << SheetSize::A4Landscape << QSize(297, 210);
    QTest::newRow("A3") << SheetSize::A3 << QSize(297, 420);
    QTest::newRow("A3 landscape") << SheetSize::A3Landscape << QSize(420, 297);
}

void MapSheetTest::pageHasThePaperThatWasAskedFor()
{
    QFETCH(SheetSize, size);
    QFETCH(QSize, millimetres);
    const ui::paper::Pages pages = layOut(sheet(size));
    QCOMPARE(pages.count(), 1);
    QCOMPARE(pages.size_mm(0).toSize(), millimetres);
    // Nothing in the margin that printers cut.
    const QImage image = painted(sheet(size));
    for (int x = 0; x < image.width(); ++x) {
        QCOMPARE(image.pixelColor(x, 12), QColor(Qt::white));
        QCOMPARE(image.pixelColor(x, image.height() - 12), QColor(Qt::white));
    }
}

void MapSheetTest::everyClassIsSeen_data()
{
    QTest::addColumn<bool>("isColoured");
    QTest::newRow("in colour") << true;
    QTest::newRow("hatched") << false;
}

void MapSheetTest::everyClassIsSeen()
{
    QFETCH(bool, isColoured);
    MapSheet made = sheet(SheetSize::A4Landscape);
    made.isColoured = isColoured;
    made.isHatched = !isColoured;
    const QImage image = painted(made);
    QHash<QRgb, int> seen;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ++seen[image.pixel(x, y)];
    }
    // The paper's colours, whatever the window's are.
    for (const QColor &fill : paperColors().classes)
        QCOMPARE(seen.value(fill.rgb()) > 1000, isColoured);
}

void MapSheetTest::wordsCanBeFound()
{
    const QString reader = QStandardPaths::findExecutable(u"pdftotext"_s);
    if (reader.isEmpty())
        QSKIP("pdftotext is not installed; packaging/install-dependencies brings it");
    QTemporaryDir folder;
    QString error;
    const QString path = folder.filePath(u"map.pdf"_s);
    QVERIFY2(ui::paper::writePdf(layOut(sheet(SheetSize::A4)), path, &error), qPrintable(error));
    QProcess process;
    process.start(reader, {path, u"-"_s});
    QVERIFY(process.waitForFinished());
    const QString text = QString::fromUtf8(process.readAllStandardOutput());
    for (const QString &word : {u"网格地图"_s, u"幸福物业公司"_s, u"王芳"_s, u"04"_s})
        QVERIFY2(text.contains(word), qPrintable(text));
    QCOMPARE(text.count(u"阳光花园"_s), 1);
}

void MapSheetTest::mapWithoutGridsIsAPageToo()
{
    MapSheet bare;
    bare.title = u"网格地图"_s;
    QVERIFY(!painted(bare).isNull());
    bare.areas = std::make_shared<AreaScene>(QVector<MapGrid>());
    QVERIFY(!painted(bare).isNull());
}

QTEST_MAIN(MapSheetTest)
#include "map_sheet_test.moc"
