// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid_town.h"

#include "common/languages.h"
#include "common/sample_company.h"
#include "gridmap/print_dialog.h"
#include "intake/place_dialog.h"
#include "intake/place_field.h"
#include "look/theme.h"
#include "map/day_slider.h"
#include "map/grid_card.h"
#include "map/map_legend.h"
#include "paper/output.h"
#include "tickets/tickets_page.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSlider>

using namespace domain;
using namespace Qt::StringLiterals;
using namespace griddesk_town;

/// A supervisor's quarter of an hour at the map, in Chinese: looks where it burns, walks to a grid, opens its card and a ticket, changes
/// the colours, prints, looks back. Leaves pictures in the folder that GRIDDESK_OUT names.
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
    void aCallersPlaceIsShownOnTheMap();
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
