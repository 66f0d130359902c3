// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/desk_style.h"
#include "look/palette.h"
#include "look/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace ui::look;

namespace
{

constexpr Scheme schemes[] = {Scheme::Light, Scheme::Dark};
constexpr Tone tones[] = {
    Tone::Text, Tone::Muted, Tone::Accent, Tone::Late, Tone::Soon, Tone::Done, Tone::Conflict};
constexpr double readable = 4.5;

} // namespace

class PaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfTheStandard();
    void everyToneReadsOnEverySurface_data();
    void everyToneReadsOnEverySurface();
    void filledButtonReads();
    void fieldBordersAndFocusAreSeen();
    void schemeIsKnownFromThePalette();
    void themeChangesWhileTheWindowIsOpen();
};

void PaletteTest::contrastIsThatOfTheStandard()
{
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
}

void PaletteTest::everyToneReadsOnEverySurface_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("surface");
    for (Scheme scheme : schemes) {
        const QPalette colors = palette(scheme);
        for (Tone tone : tones) {
            const std::pair<const char *, QColor> surfaces[] = {
                {"window", colors.color(QPalette::Window)}, {"field", colors.color(QPalette::Base)},
                {"alternate", colors.color(QPalette::AlternateBase)},
                {"selected", colors.color(QPalette::Highlight)}, {"tint", tint(tone, colors)}};
            for (const auto &[name, surface] : surfaces) {
                QTest::addRow(
                    "%s tone %d on %s", scheme == Scheme::Light ? "light" : "dark", int(tone), name)
                    << toneColor(tone, colors) << surface;
            }
        }
    }
}

void PaletteTest::everyToneReadsOnEverySurface()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, surface);
    const double found = contrast(ink, surface);
    QVERIFY2(found >= readable,
        qPrintable(QStringLiteral("%1 on %2: %3").arg(ink.name(), surface.name()).arg(found)));
}

void PaletteTest::filledButtonReads()
{
    for (Scheme scheme : schemes) {
        const QPalette colors = palette(scheme);
        QVERIFY(contrast(onAccent(colors), toneColor(Tone::Accent, colors)) >= readable);
    }
}

void PaletteTest::fieldBordersAndFocusAreSeen()
{
    for (Scheme scheme : schemes) {
        const QPalette colors = palette(scheme);
        QVERIFY(contrast(toneColor(Tone::Accent, colors), colors.color(QPalette::Base)) >= 3);
        QVERIFY(contrast(toneColor(Tone::Accent, colors), fieldBorder(colors)) >= 2);
        QVERIFY(contrast(fieldBorder(colors), colors.color(QPalette::Base))
            > contrast(hairlineColor(colors), colors.color(QPalette::Base)));
    }
}

void PaletteTest::schemeIsKnownFromThePalette()
{
    for (Scheme known : schemes)
        QCOMPARE(scheme(palette(known)), known);
}

void PaletteTest::themeChangesWhileTheWindowIsOpen()
{
    Theme theme(Theme::Choice::Light);
    QSignalSpy changed(&theme, &Theme::changed);
    QWidget window;
    window.show();
    QCOMPARE(scheme(window.palette()), Scheme::Light);
    theme.setChoice(Theme::Choice::Dark);
    QTRY_COMPARE(scheme(window.palette()), Scheme::Dark);
    QCOMPARE(changed.count(), 1);
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(qobject_cast<DeskStyle *>(QApplication::style()));
}

QTEST_MAIN(PaletteTest)
#include "palette_test.moc"
