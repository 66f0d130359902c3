// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/made_map.h"

#include "map/day_slider.h"
#include "map/grid_card.h"
#include "map/layer_strip.h"
#include "map/map_colors.h"
#include "map/map_frame.h"
#include "map/map_legend.h"
#include "map/map_view.h"
#include "map/scale_bar.h"
#include "map/theme_scale.h"

#include "look/palette.h"
#include "look/theme.h"
#include "widgets/chip.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>

using namespace ui::map;
using namespace Qt::StringLiterals;
using Kind = ThemeScale::Kind;

/// What stands around the map: classes, legend, days, the chosen grid's card.
class MapPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void limitsAreNumbersThatPeopleSay_data();
    void limitsAreNumbersThatPeopleSay();
    void oddValuesMakeFewerClasses();
    void valueStandsInItsClass();
    void classesAreSaidInWords();
    void classesDifferInLightness();
    void legendIsReadOut();
    void scaleBarIsARoundLength_data();
    void scaleBarIsARoundLength();
    void dayIsToldWhenTheHandRests();
    void daysGoByKeys();
    void todayFollowsTheCalendar();
    void cardSaysWhoAnswers();
    void enterOnATicketOpensIt();
    void cardOfAGridWithoutChief();
    void closingTheCardGivesTheKeyboardBack();
    void tabGoesFromTheMapToItsParts();
    void layersAreToggledByKeys();

private:
    std::unique_ptr<ui::look::Theme> m_theme;
};

namespace
{

QVector<double> upTo(int most)
{
    QVector<double> values;
    for (int i = 0; i <= most; ++i)
        values << i;
    return values;
}

GridFacts facts()
{
    return {madeMap::idOf(7), u"07"_s, u"建设路"_s, u"李明"_s, u"138 0013 8000"_s, {}, u"一组"_s,
        u"120 户"_s, 12, 2, 0,
        {{madeMap::idOf(1, 2), u"03A-261120-012"_s, u"漏水"_s, ui::widgets::Mood::Late, u"超时"_s},
            {madeMap::idOf(2, 2), u"03A-261120-013"_s, u"停电"_s, ui::widgets::Mood::Running, {}}}};
}

QString allWords(const QWidget &widget)
{
    QStringList words;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&widget))
            words << label->text();
    }
    return words.join(u'|');
}

} // namespace

void MapPartsTest::initTestCase()
{
    m_theme = std::make_unique<ui::look::Theme>(ui::look::Theme::Choice::Light);
}

void MapPartsTest::limitsAreNumbersThatPeopleSay_data()
{
    QTest::addColumn<QVector<double>>("values");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QVector<double>>("limits");
    using V = QVector<double>;
    QTest::newRow("even") << upTo(100) << Kind::Even << 0 << V{20, 40, 60, 80};
    QTest::newRow("as many in each") << upTo(99) << Kind::Quantiles << 0 << V{20, 40, 60, 80};
    QTest::newRow("a few large ones")
        << V{1, 1, 2, 2, 3, 3, 4, 5, 90, 100} << Kind::Quantiles << 0 << V{5, 90};
    QTest::newRow("thousands") << V{1034, 2210, 3377, 4480, 5920, 6127} << Kind::Even << 0
                               << V{2000, 3000, 4000, 5000};
    QTest::newRow("marks of satisfaction")
        << V{3.1, 3.4, 4.0, 4.2, 4.9} << Kind::Even << 1 << V{3.5, 3.8, 4.2, 4.5};
}

void MapPartsTest::limitsAreNumbersThatPeopleSay()
{
    QFETCH(QVector<double>, values);
    QFETCH(Kind, kind);
    QFETCH(int, decimals);
    QFETCH(QVector<double>, limits);
    const ThemeScale scale = ThemeScale::of(values, kind, 5, decimals);
    QCOMPARE(scale.limits().size(), limits.size());
    for (int i = 0; i < limits.size(); ++i)
        QCOMPARE(scale.limits().at(i), limits.at(i));
}

void MapPartsTest::oddValuesMakeFewerClasses()
{
    QCOMPARE(ThemeScale::of({}, Kind::Even, 5, 0).classes(), 1);
    QCOMPARE(ThemeScale::of({4, 4, 4}, Kind::Quantiles, 5, 0).classes(), 1);
    QCOMPARE(ThemeScale::of({0, 1}, Kind::Even, 5, 0).limits(), QVector<double>{1});
    QCOMPARE(ThemeScale::of({qQNaN(), qInf(), 2}, Kind::Even, 5, 0).classes(), 1);
    QCOMPARE(
        ThemeScale::own({30, 10, 10, qInf(), 1, 2, 3}, 0).limits(), (QVector<double>{1, 2, 3, 10}));
}

void MapPartsTest::valueStandsInItsClass()
{
    const ThemeScale scale = ThemeScale::own({5, 10}, 0);
    QCOMPARE(scale.rankOf(-3), 0);
    QCOMPARE(scale.rankOf(4.9), 0);
    QCOMPARE(scale.rankOf(5), 1);
    QCOMPARE(scale.rankOf(10), 2);
    QCOMPARE(scale.rankOf(1e9), 2);
    QCOMPARE(scale.rankOf(qQNaN()), -1);
}

void MapPartsTest::classesAreSaidInWords()
{
    const ThemeScale counts = ThemeScale::own({1, 2, 10, 20}, 0);
    QStringList words;
    for (int rank = 0; rank < counts.classes(); ++rank)
        words << counts.words(rank);
    QCOMPARE(words, (QStringList{u"under 1"_s, u"1"_s, u"2–9"_s, u"10–19"_s, u"20 and more"_s}));
    QCOMPARE(ThemeScale::own({3.5, 4.5}, 1).words(1), u"3.5 – 4.5"_s);
    QCOMPARE(ThemeScale::own({2.5}, 0).limits(), QVector<double>{3}); // as the legend says it
    QCOMPARE(ThemeScale().words(0), u"all"_s);
}

void MapPartsTest::classesDifferInLightness()
{
    for (const auto scheme : {ui::look::Scheme::Light, ui::look::Scheme::Dark}) {
        const QPalette palette = ui::look::palette(scheme);
        const MapColors colors = mapColors(palette);
        for (size_t rank = 1; rank < colors.classes.size(); ++rank)
            QVERIFY(ui::look::contrast(colors.classes[rank - 1], colors.classes[rank]) > 1.25);
        // The last is the farthest from the surface, and letters read on all.
        QVERIFY(ui::look::contrast(colors.classes.back(), palette.color(QPalette::Base)) > 5);
        for (const QColor &fill : colors.classes)
            QVERIFY(ui::look::contrast(inkOn(fill), fill) >= 4.5);
    }
}

void MapPartsTest::legendIsReadOut()
{
    MapLegend legend;
    legend.setThemes({{u"open"_s, u"Open"_s, {}}, {u"late"_s, u"Late"_s, {}}});
    legend.setLegend({u"Open"_s, {{u"under 5"_s, 12}, {u"5 and more"_s, 3}}, 1});
    QCOMPARE(legend.accessibleDescription(),
        u"Open: under 5: 12 grids; 5 and more: 3 grids; no data: 1 grids"_s);
    legend.setTheme(u"late"_s);
    QCOMPARE(legend.theme(), u"late"_s);
    legend.setTheme(u"gone"_s);
    QCOMPARE(legend.theme(), u"late"_s);
}

void MapPartsTest::scaleBarIsARoundLength_data()
{
    QTest::addColumn<double>("metresPerPixel");
    QTest::addColumn<QString>("words");
    QTest::newRow("a yard") << 0.05 << u"5 m"_s;
    QTest::newRow("a block") << 1.0 << u"100 m"_s;
    QTest::newRow("a quarter") << 4.4 << u"500 m"_s;
    QTest::newRow("a town") << 37.0 << u"2 km"_s;
    QTest::newRow("a country") << 9000.0 << u"1,000 km"_s;
}

void MapPartsTest::scaleBarIsARoundLength()
{
    QFETCH(double, metresPerPixel);
    QFETCH(QString, words);
    const ScaleMark mark = scaleMark(metresPerPixel, 120);
    QCOMPARE(mark.words(), words);
    QVERIFY(mark.length <= 120 && mark.length > 40);
    QVERIFY(qFuzzyCompare(mark.length * metresPerPixel, mark.metres));
}

void MapPartsTest::dayIsToldWhenTheHandRests()
{
    DaySlider days;
    days.setDays(QDate(2026, 1, 1), QDate(2026, 11, 20));
    QVERIFY(days.isToday());
    QSignalSpy chosen(&days, &DaySlider::dayChosen);
    auto *slider = days.findChild<QSlider *>();
    for (int value = 300; value > 200; value -= 10)
        slider->setValue(value);
    QVERIFY(chosen.isEmpty());
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toDate(), QDate(2026, 1, 1).addDays(210));
    QVERIFY(slider->accessibleDescription().startsWith(u"2026-07-30"_s));
}

void MapPartsTest::daysGoByKeys()
{
    DaySlider days;
    days.setDays(QDate(2026, 1, 1), QDate(2026, 11, 20));
    auto *slider = days.findChild<QSlider *>();
    QTest::keyClick(slider, Qt::Key_Left);
    QCOMPARE(days.day(), QDate(2026, 11, 19));
    QTest::keyClick(slider, Qt::Key_PageDown);
    QCOMPARE(days.day(), QDate(2026, 11, 12));
    QTest::keyClick(slider, Qt::Key_Home);
    QCOMPARE(days.day(), QDate(2026, 1, 1));
    QTest::keyClick(slider, Qt::Key_End);
    QVERIFY(days.isToday());
}

void MapPartsTest::todayFollowsTheCalendar()
{
    DaySlider days;
    days.setDays(QDate(2026, 1, 1), QDate(2026, 11, 20));
    days.setDays(QDate(2026, 1, 1), QDate(2026, 11, 21));
    QVERIFY(days.isToday());
    days.setDay(QDate(2026, 5, 1));
    days.setDays(QDate(2026, 1, 1), QDate(2026, 11, 22));
    QCOMPARE(days.day(), QDate(2026, 5, 1));
    days.setDays(QDate(2027, 1, 1), QDate(2026, 11, 22)); // a first day to come is none
    QCOMPARE(days.day(), QDate(2026, 11, 22));
}

void MapPartsTest::cardSaysWhoAnswers()
{
    GridCard card;
    card.show(facts());
    const QString words = allWords(card);
    for (const QString &word : {u"07 建设路"_s, u"李明"_s, u"138 0013 8000"_s, u"一组 · 120 户"_s})
        QVERIFY2(words.contains(word), qPrintable(words));
    QVERIFY(!words.contains(u"Acting"_s));
    QSignalSpy list(&card, &GridCard::listAsked);
    QSignalSpy call(&card, &GridCard::callAsked);
    for (QPushButton *button : card.findChildren<QPushButton *>())
        button->click();
    QCOMPARE(list.at(0).at(0).value<domain::Id>(), madeMap::idOf(7));
    QCOMPARE(call.size(), 1);
}

void MapPartsTest::enterOnATicketOpensIt()
{
    GridCard card;
    card.show(facts());
    QSignalSpy opened(&card, &GridCard::ticketActivated);
    auto *rows = card.findChild<QTableView *>();
    QTest::keyClick(rows, Qt::Key_Down);
    QTest::keyClick(rows, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).value<domain::Id>(), madeMap::idOf(2, 2));
}

void MapPartsTest::cardOfAGridWithoutChief()
{
    GridCard card;
    GridFacts bare;
    bare.code = u"08"_s;
    card.show(bare);
    QVERIFY(allWords(card).contains(u"No chief"_s));
    QVERIFY(!card.findChildren<CardList *>()[0]->isVisibleTo(&card));
    QVERIFY(allWords(card).contains(u"Nothing is open"_s));
    for (const QPushButton *button : card.findChildren<QPushButton *>())
        QCOMPARE(button->isEnabled(), button->text() != u"Call"_s);
}

void MapPartsTest::closingTheCardGivesTheKeyboardBack()
{
    MapFrame frame;
    frame.show();
    QVERIFY(QTest::qWaitForWindowActive(&frame));
    frame.card().show(facts());
    frame.setCardShown(true);
    frame.card().findChild<QTableView *>()->setFocus();
    QTest::keyClick(frame.card().findChild<QTableView *>(), Qt::Key_Escape);
    QVERIFY(!frame.card().isVisible());
    QVERIFY(frame.view().hasFocus());
}

void MapPartsTest::tabGoesFromTheMapToItsParts()
{
    MapFrame frame;
    frame.legend().setThemes({{u"open"_s, u"Open"_s, {}}});
    frame.show();
    QVERIFY(QTest::qWaitForWindowActive(&frame));
    frame.view().setFocus();
    QVector<const QWidget *> reached;
    for (int i = 0; i < 12; ++i) {
        QTest::keyClick(frame.focusWidget(), Qt::Key_Tab);
        for (const QWidget *part : {static_cast<QWidget *>(&frame.layers()),
                 static_cast<QWidget *>(&frame.legend()), static_cast<QWidget *>(&frame.days())}) {
            if (part->isAncestorOf(frame.focusWidget()) && !reached.contains(part))
                reached.append(part);
        }
    }
    QCOMPARE(reached, (QVector<const QWidget *>{&frame.layers(), &frame.legend(), &frame.days()}));
}

void MapPartsTest::layersAreToggledByKeys()
{
    MapFrame frame;
    const auto chips = [&frame] { return frame.layers().findChildren<ui::widgets::Chip *>(); };
    QCOMPARE(chips().size(), 4); // what has nothing to show has none
    frame.view().setPins(
        {{{1'163'900'000, 399'000'000}, PinKind::Equipment, madeMap::idOf(1), {}}});
    QTRY_COMPARE(chips().size(), 5);
    QVERIFY(frame.view().isLayerShown(PinLayer::Equipment));
    QStringList active = frame.layers().active();
    active.removeOne(u"equipment"_s);
    frame.layers().setActive(active);
    QVERIFY(!frame.view().isLayerShown(PinLayer::Equipment));
    frame.show();
    QVERIFY(QTest::qWaitForWindowActive(&frame));
    frame.layers().setFocus();
    QTest::keyClick(frame.focusWidget(), Qt::Key_Right);
    QTest::keyClick(frame.focusWidget(), Qt::Key_Right);
    QTest::keyClick(frame.focusWidget(), Qt::Key_Space);
    QVERIFY(frame.view().isLayerShown(PinLayer::Equipment));
}

QTEST_MAIN(MapPartsTest)
#include "map_parts_test.moc"
