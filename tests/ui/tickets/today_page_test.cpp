// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_day.h"

#include "today/section.h"
#include "today/today_page.h"

#include <QTableView>
#include <QToolButton>

using namespace domain;
using namespace support;
using ui::today::Section;
using ui::today::TodayPage;

class TodayPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatWaits();
    void keepsUpWithCommits();
    void opensRowsAndLists();
    void emptyPageTeaches();
    void everythingHasAName();
};

namespace
{

Section *sectionOf(const TodayPage &page, const char *scope)
{
    for (Section *section : page.findChildren<Section *>()) {
        if (section->scope() == QLatin1StringView(scope))
            return section;
    }
    return nullptr;
}

bool isSettled(const TodayPage &page)
{
    return QTest::qWaitFor([&page] {
        const auto sections = page.findChildren<Section *>();
        return std::ranges::all_of(sections, &Section::isComplete);
    });
}

} // namespace

void TodayPageTest::countsWhatWaits()
{
    SampleDay desk;
    desk.liveThroughMorning();
    TodayPage page(desk.desk());
    QVERIFY(showActive(page) && isSettled(page));
    QCOMPARE(sectionOf(page, "accept")->count(), 3);
    QCOMPARE(sectionOf(page, "visit")->count(), 6);
    QCOMPARE(sectionOf(page, "unreturned")->count(), 0);
    const qint64 late = sectionOf(page, "late")->count();
    QCOMPARE(late,
        desk.read().countTickets({.filters = {{QStringLiteral("overdue"), QStringLiteral("1")}}}));
    QVERIFY(late > 0);
    // A day later nothing has come back.
    desk.clock.passMinutes(26 * 60);
    TodayPage tomorrow(desk.desk());
    QVERIFY(isSettled(tomorrow));
    QCOMPARE(sectionOf(tomorrow, "unreturned")->count(), 10);
}

void TodayPageTest::keepsUpWithCommits()
{
    SampleDay desk;
    const QString number = desk.repair(u"漏水"_qs, u"厨房漏水"_qs);
    TodayPage page(desk.desk());
    QSignalSpy waiting(&page, &TodayPage::waitingChanged);
    QVERIFY(showActive(page) && isSettled(page));
    QCOMPARE(sectionOf(page, "accept")->count(), 1);
    desk.repair(u"停电"_qs, u"全楼停电"_qs);
    QTRY_COMPARE(sectionOf(page, "accept")->count(), 2);
    QCOMPARE(waiting.constLast().at(0).toInt(), 2);
    desk.act(number, QStringLiteral("accept"));
    QTRY_COMPARE(sectionOf(page, "accept")->count(), 1);
}

void TodayPageTest::opensRowsAndLists()
{
    SampleDay desk;
    const QString number = desk.repair(u"漏水"_qs, u"厨房漏水"_qs);
    TodayPage page(desk.desk());
    QVERIFY(showActive(page) && isSettled(page));
    QSignalSpy ticket(&page, &TodayPage::ticketAsked), list(&page, &TodayPage::listAsked);
    Section *accept = sectionOf(page, "accept");
    auto *rows = accept->findChild<QTableView *>();
    rows->setFocus();
    QTest::keyClick(rows, Qt::Key_Down);
    QTest::keyClick(rows, Qt::Key_Return);
    QCOMPARE(ticket.count(), 1);
    QCOMPARE(ticket.at(0).at(0).toString(), number);
    QTest::keyClick(accept->findChild<QToolButton *>(), Qt::Key_Return);
    QCOMPARE(list.count(), 1);
    QCOMPARE(list.at(0).at(0).toString(), QStringLiteral("accept"));
}

void TodayPageTest::emptyPageTeaches()
{
    SampleDay desk;
    TodayPage page(desk.desk());
    QVERIFY(showActive(page) && isSettled(page));
    QVERIFY(!sectionOf(page, "accept")->isVisible());
    page.setDrafts(2);
    QVERIFY(sectionOf(page, "accept")->isVisible());
    page.setDrafts(0);
    QVERIFY(!sectionOf(page, "accept")->isVisible());
    desk.repair(u"漏水"_qs, u"厨房漏水"_qs);
    QTRY_VERIFY(sectionOf(page, "accept")->isVisible());
}

void TodayPageTest::everythingHasAName()
{
    SampleDay desk;
    desk.liveThroughMorning();
    TodayPage page(desk.desk());
    QVERIFY(showActive(page) && isSettled(page));
    QCOMPARE(namelessWidgets(page), QStringList());
}

QTEST_MAIN(TodayPageTest)
#include "today_page_test.moc"
