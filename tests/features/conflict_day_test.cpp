// SPDX-License-Identifier: GPL-3.0-or-later
#include "two_windows_day.h"

#include "common/languages.h"
#include "conflicts/conflicts_page.h"
#include "conflicts/twin_lines.h"
#include "desks/desks_page.h"
#include "gridmap/grid_map_page.h"
#include "look/theme.h"
#include "map/area_sketch.h"
#include "map/grid_card.h"
#include "map/map_view.h"
#include "shell/nav_button.h"
#include "tickets/conflict_strip.h"
#include "tickets/conflict_view.h"
#include "tickets/ticket_page.h"
#include "widgets/banner.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace domain;
using namespace Qt::StringLiterals;

/// Two desks change the same ticket while they don't hear of each other. When they meet, the chief of the grid sees both
/// versions in the window, says by keys which one holds, and the other desk sees it settled.
class ConflictDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { app::speakTheSystemsLanguage(*qApp, true); }
    void theChiefSettlesByKeys();
    void whatHoldsIsTyped();
    void whatCameTooLateIsLookedAt();
    void registersContradictToo();
    void aGridDrawnTwiceIsSettled();
    void aCodeGivenTwiceIsShown();
    void aDeskOnTwoComputersIsShown();
    void aClerkSeesItOnTheTicketAlone();

private:
    /// The title, corrected on both desks; then they meet.
    static QString differ(DesksDay &day)
    {
        support::signIn(day.desk(0), u"wang"_s);
        const QString number = day.takeIn(0, u"漏水"_s);
        day.meet(0, 1);
        support::signIn(day.desk(0), u"fang"_s);
        support::signIn(day.desk(1), u"li"_s);
        day.act(0, number, u"correct"_s, {{field::Title, u"厨房水管漏水"_s}});
        day.clock.passMinutes(12);
        day.act(1, number, u"correct"_s, {{field::Title, u"卫生间渗水到楼下"_s}});
        day.clock.passMinutes(25);
        return number;
    }
    static ui::conflicts::ConflictsPage *pageAt(DesksDay &day, int number)
    {
        day.shell(number).showPage(u"conflicts"_s);
        return day.shell(number).findChild<ui::conflicts::ConflictsPage *>();
    }
    static int countAt(DesksDay &day, int number)
    {
        const auto *button = day.shell(number).findChild<ui::shell::NavButton *>(u"conflicts"_s);
        return button->isHidden() ? -1 : button->accessibleName().section(u' ', -1).toInt();
    }
};

void ConflictDayTest::theChiefSettlesByKeys()
{
    DesksDay day;
    const QString number = differ(day);
    day.openWindow(1, u"li"_s);
    day.openWindow(0, u"fang"_s);
    auto chief = day.personAt(1);
    QTRY_COMPARE(countAt(day, 1), 0);
    // A clerk settles nothing and has no such page.
    QCOMPARE(countAt(day, 0), -1);
    day.meet(0, 1);
    QTRY_COMPARE(countAt(day, 1), 1);
    chief->key(Qt::Key_F4, Qt::ShiftModifier);
    auto *page = day.shell(1).findChild<ui::conflicts::ConflictsPage *>();
    QTRY_COMPARE(page->model().rowCount(), 1);
    auto *view = page->findChild<ui::tickets::ConflictView *>();
    QTRY_VERIFY(view->isVisible());
    day.shoot(1, u"conflict-list"_s);
    // Enter opens the ticket, where both versions stand as well.
    chief->enter();
    QTRY_COMPARE(day.shell(1).currentPage(), u"tickets"_s);
    auto *strip = day.shell(1).findChild<ui::tickets::ConflictStrip *>();
    QTRY_VERIFY(strip->isVisible());
    QCOMPARE(strip->model().rowCount(), 1);
    QTRY_VERIFY(strip->findChild<ui::tickets::ConflictView *>()->isVisible());
    day.shoot(1, u"conflict-on-ticket"_s);
    const auto card = *strip->model().at(0);
    QVERIFY(!card.fields[0].earlierStands);
    // Back in the list: the earlier one holds.
    chief->key(Qt::Key_F4, Qt::ShiftModifier);
    auto *note = view->findChild<QLineEdit *>(u"settleNote"_s);
    note->setFocus();
    chief->chinese(u"已上门核实"_s);
    chief->key(Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE(page->model().rowCount(), 0);
    QTRY_COMPARE(countAt(day, 1), 0);
    QCOMPARE(day.found(1, number).values.text(field::Title), card.fields[0].earlier);
    day.shoot(1, u"conflict-settled"_s);
    chief->key(Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(page->model().rowCount(), 1);
    QTRY_COMPARE(page->model().at(0)->settled.remark, u"已上门核实"_s);
    day.shoot(1, u"conflict-settled-list"_s);
    // The other desk hears of it.
    day.meet(0, 1);
    QCOMPARE(day.found(0, number).values.text(field::Title), card.fields[0].earlier);
    day.window(0).openTicket(number);
    auto *other = day.shell(0).findChild<ui::tickets::ConflictStrip *>();
    QTRY_VERIFY(other->isVisible());
    QVERIFY(!other->model().at(0)->isOpen());
    QCOMPARE(other->model().at(0)->settled.person, u"李明"_s);
    day.shoot(0, u"conflict-settled-elsewhere"_s);
    QVERIFY(day.agree());
}

void ConflictDayTest::whatHoldsIsTyped()
{
    DesksDay day;
    const QString number = differ(day);
    day.meet(0, 1);
    day.openWindow(1, u"li"_s);
    auto chief = day.personAt(1);
    auto *page = pageAt(day, 1);
    QTRY_COMPARE(page->model().rowCount(), 1);
    QTRY_VERIFY(page->findChild<ui::tickets::ConflictView *>()->isVisible());
    chief->key(Qt::Key_4, Qt::AltModifier);
    QTRY_COMPARE(chief->focus()->objectName(), u"title"_s);
    chief->key(Qt::Key_A, Qt::ControlModifier);
    chief->chinese(u"厨房和卫生间都漏水"_s);
    day.shoot(1, u"conflict-typed"_s);
    chief->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(page->model().rowCount(), 0);
    QCOMPARE(day.found(1, number).values.text(field::Title), u"厨房和卫生间都漏水"_s);
}

void ConflictDayTest::whatCameTooLateIsLookedAt()
{
    DesksDay day;
    const QString number = day.takeIn(0, u"阳台渗水"_s);
    day.meet(0, 1);
    support::signIn(day.desk(0), u"fang"_s);
    support::signIn(day.desk(1), u"li"_s);
    day.act(0, number, u"cancel"_s, {{field::Reason, u"重复报修"_s}});
    day.act(1, number, u"cancel"_s, {{field::Reason, u"住户自行修好"_s}});
    day.meet(0, 1);
    day.openWindow(1, u"li"_s);
    auto chief = day.personAt(1);
    auto *page = pageAt(day, 1);
    QTRY_COMPARE(page->model().rowCount(), 1);
    const auto *view = page->findChild<ui::tickets::ConflictView *>();
    QTRY_VERIFY(view->isVisible());
    QCOMPARE(page->model().at(0)->stateThen, u"cancelled"_s);
    day.shoot(1, u"conflict-too-late"_s);
    // There are no two values to choose from.
    chief->key(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(page->model().rowCount(), 1);
    chief->key(Qt::Key_3, Qt::AltModifier);
    QTRY_COMPARE(page->model().rowCount(), 0);
}

void ConflictDayTest::registersContradictToo()
{
    DesksDay day;
    const Id pump = day.put(Register::Equipment,
        {{equipment::Code, u"P-07"_s}, {equipment::Name, u"二次供水泵"_s},
            {equipment::Grid, QVariant::fromValue(day.grid)}});
    day.meet(0, 1);
    for (int i : {0, 1}) {
        const QString maker = i == 0 ? u"南方泵业"_s : u"上海凯泉"_s;
        day.submit(i, PutRow{Register::Equipment, pump, {{equipment::Maker, maker}}, {}});
    }
    day.meet(0, 1);
    day.openWindow(0, u"wang"_s);
    auto person = day.personAt(0);
    auto *page = pageAt(day, 0);
    QTRY_COMPARE(page->model().rowCount(), 1);
    QTRY_VERIFY(page->findChild<ui::tickets::ConflictView *>()->isVisible());
    day.shoot(0, u"conflict-of-register"_s);
    person->enter();
    QTRY_COMPARE(day.shell(0).currentPage(), u"registers"_s);
    day.shell(0).showPage(u"conflicts"_s);
    const QString later = page->model().at(0)->fields[0].later;
    person->key(Qt::Key_2, Qt::AltModifier);
    QTRY_COMPARE(page->model().rowCount(), 0);
    QCOMPARE(day.desk(0).read().findRow(pump)->row.values.text(equipment::Maker), later);
}

/// Both desks draw grid 07 anew. The list shows both areas in small, Enter leads to the map, and the earlier one holds.
void ConflictDayTest::aGridDrawnTwiceIsSettled()
{
    const auto block = [](qint32 east, qint32 bend) {
        return Shape{
            {Polygon{{{1'163'900'000, 399'000'000}, {1'163'900'000 + east, 399'000'000},
                         {1'163'900'000 + bend, 399'030'000}, {1'163'900'000 + east, 399'045'000},
                         {1'163'900'000, 399'045'000}},
                {}}}};
    };
    DesksDay day;
    day.meet(0, 1);
    support::signIn(day.desk(0), u"wang"_s);
    support::signIn(day.desk(1), u"wang"_s);
    day.submit(0, DrawGrids{0, {}, {{day.grid, block(60'000, 50'000)}}, u"按新小区边界"_s});
    day.clock.passMinutes(12);
    day.submit(1, DrawGrids{0, {}, {{day.grid, block(90'000, 70'000)}}, u"按街道图"_s});
    day.meet(0, 1);
    day.openWindow(0, u"wang"_s);
    auto person = day.personAt(0);
    auto *page = pageAt(day, 0);
    QTRY_COMPARE(page->model().rowCount(), 1);
    auto *view = page->findChild<ui::tickets::ConflictView *>();
    QTRY_VERIFY(view->isVisible());
    QCOMPARE(view->findChildren<ui::map::AreaSketch *>().size(), 2);
    day.shoot(0, u"conflict-of-areas"_s);
    page->findChild<QTableView *>()->setFocus();
    person->enter();
    QTRY_COMPARE(day.shell(0).currentPage(), u"gridmap"_s);
    auto *map = day.shell(0).findChild<ui::gridmap::GridMapPage *>();
    QTRY_COMPARE(map->view().chosen(), day.grid);
    QTRY_VERIFY(map->view().isSettled() && map->findChild<ui::map::GridCard *>()->isVisible());
    day.shoot(0, u"conflict-on-the-map"_s);
    day.shell(0).showPage(u"conflicts"_s);
    const Shape earlier = page->model().at(0)->fields[0].earlierArea;
    QVERIFY(!page->model().at(0)->fields[0].earlierStands);
    person->key(Qt::Key_1, Qt::AltModifier);
    QTRY_COMPARE(page->model().rowCount(), 0);
    day.meet(0, 1);
    for (int i : {0, 1}) {
        const auto division = day.desk(i).read().findDivision(day.clock.now_ms());
        QCOMPARE(division->areas.size(), 1);
        QCOMPARE(division->areas[0].shape, earlier);
    }
    QVERIFY(day.agree());
}

/// Both desks enter a pump under the same number before they meet.
void ConflictDayTest::aCodeGivenTwiceIsShown()
{
    DesksDay day;
    day.meet(0, 1);
    for (int i : {0, 1}) {
        day.submit(i,
            PutRow{Register::Equipment, day.desk(i).freshId(),
                {{equipment::Code, u"P-07"_s},
                    {equipment::Name, i == 0 ? u"东区水泵"_s : u"西区水泵"_s},
                    {equipment::Grid, QVariant::fromValue(day.grid)}},
                {}});
    }
    day.meet(0, 1);
    day.openWindow(0, u"wang"_s);
    auto person = day.personAt(0);
    auto *lines = pageAt(day, 0)->findChild<ui::conflicts::TwinLines *>();
    QTRY_COMPARE(lines->list().twins().size(), 1);
    QTRY_VERIFY(lines->isVisible());
    day.shoot(0, u"conflict-code-given-twice"_s);
    lines->findChild<QPushButton *>()->setFocus();
    person->key(Qt::Key_Space);
    QTRY_COMPARE(day.shell(0).currentPage(), u"registers"_s);
    // Given another number, both are called by their own.
    const Id second = lines->list().twins().constFirst().row.row.id;
    day.submit(0, PutRow{Register::Equipment, second, {{equipment::Code, u"P-08"_s}}, {}});
    day.shell(0).showPage(u"conflicts"_s);
    QTRY_VERIFY(!lines->isVisible());
}

/// Somebody copied the disk of the grid's computer; both go on, each changes the same ticket, and the front desk hears of both.
void ConflictDayTest::aDeskOnTwoComputersIsShown()
{
    DesksDay day;
    support::signIn(day.desk(0), u"wang"_s);
    const QString number = day.takeIn(0, u"漏水"_s);
    day.meet(0, 1);
    const int twin = day.copy(1);
    day.act(1, number, u"correct"_s, {{field::Title, u"厨房水管漏水"_s}});
    day.act(twin, number, u"correct"_s, {{field::Title, u"卫生间渗水到楼下"_s}});
    day.meet(0, 1);
    day.meet(0, twin);
    day.openWindow(0, u"wang"_s);
    QTRY_COMPARE(pageAt(day, 0)->model().rowCount(), 1);
    day.shoot(0, u"conflict-of-two-computers"_s);
    day.shell(0).showPage(u"desks"_s);
    auto *table = day.shell(0).findChild<ui::desks::DesksPage *>()->findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->selectRow(1);
    day.shoot(0, u"desk-on-two-computers"_s);
}

void ConflictDayTest::aClerkSeesItOnTheTicketAlone()
{
    DesksDay day;
    const QString number = differ(day);
    day.meet(0, 1);
    day.openWindow(0, u"fang"_s);
    day.window(0).openTicket(number);
    auto *strip = day.shell(0).findChild<ui::tickets::ConflictStrip *>();
    QTRY_VERIFY(strip->isVisible());
    auto *band = strip->findChild<QToolButton *>(u"conflictBand"_s);
    QVERIFY(!band->isChecked());
    band->click();
    auto *view = strip->findChild<ui::tickets::ConflictView *>();
    QTRY_VERIFY(view->isVisible());
    QVERIFY(!view->findChild<QPushButton *>(u"settleEarlier"_s));
    QVERIFY(!view->findChild<QLineEdit *>(u"settleNote"_s)->isVisible());
    day.shoot(0, u"conflict-for-a-clerk"_s);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    ConflictDayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "conflict_day_test.moc"
