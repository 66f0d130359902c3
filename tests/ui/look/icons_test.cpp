// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/icons.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

using namespace ui::look;

namespace
{

QImage drawn(const QString &name, int side)
{
    return icon(name)
        .pixmap(QSize(side, side), 1.0)
        .toImage()
        .convertToFormat(QImage::Format_ARGB32);
}

int inked(const QImage &image)
{
    int pixels = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            pixels += qAlpha(image.pixel(x, y)) > 128;
    }
    return pixels;
}

} // namespace

class IconsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allThatTheWindowNeedsAreThere();
    void everyIconDrawsSomethingInsideItsEdges();
    void colourFollowsThePalette();
    void unknownNameDrawsNothing();
};

void IconsTest::allThatTheWindowNeedsAreThere()
{
    const QString names = QStringLiteral("today intake tickets visits map roster customers "
                                         "knowledge registers supervision emergency reports "
                                         "desks search clock late warning done conflict offline "
                                         "print export attach phone person settings undo "
                                         "filter columns water power heat gas property");
    for (const QString &name : names.split(QLatin1Char(' ')))
        QVERIFY2(iconNames().contains(name), qPrintable(name));
}

void IconsTest::everyIconDrawsSomethingInsideItsEdges()
{
    for (const QString &name : iconNames()) {
        const QImage image = drawn(name, 96);
        QVERIFY2(inked(image) > 200, qPrintable(name));
        for (int at = 0; at < 96; ++at) {
            const bool clear = !qAlpha(image.pixel(at, 0)) && !qAlpha(image.pixel(0, at))
                && !qAlpha(image.pixel(at, 95)) && !qAlpha(image.pixel(95, at));
            QVERIFY2(clear, qPrintable(name + QStringLiteral(" touches its edge")));
        }
    }
}

void IconsTest::colourFollowsThePalette()
{
    for (Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        QApplication::setPalette(palette(scheme));
        const QImage image = drawn(QStringLiteral("running"), 96);
        QCOMPARE(image.pixelColor(48, 48), toneColor(Tone::Text, palette(scheme)));
    }
}

void IconsTest::unknownNameDrawsNothing()
{
    QCOMPARE(inked(drawn(QStringLiteral("no-such-icon"), 32)), 0);
}

QTEST_MAIN(IconsTest)
#include "icons_test.moc"
