// SPDX-License-Identifier: GPL-3.0-or-later
#include "two_windows_day.h"

#include "common/languages.h"
#include "look/theme.h"
#include "notices/notice_bell.h"
#include "notices/notice_panel.h"
#include "notices/notice_toast.h"
#include "notices/notice_words.h"
#include "tickets/ticket_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace domain;
using namespace Qt::StringLiterals;

/// What is assigned at one desk pops up at another, before the one assigned and the one who took it in and before nobody else;
/// it takes no key from whoever types, waits behind the curtain, and is read once.
class NoticeDayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { app::speakTheSystemsLanguage(*qApp, true); }
    void anAssignmentPopsUpAtTheOtherDesk();
    void whoComposesGoesOnTyping();
    void nothingShowsBehindTheCurtain();
    void whatCameMeanwhileIsToldAtSittingDown();
    void nothingPersonalLeavesTheWindow();
    void aThousandAreOneMessage();

private:
    static ui::notices::NoticeToast *toastAt(DesksDay &day, int number)
    {
        return day.shell(number).findChild<ui::notices::NoticeToast *>();
    }
    static QString said(DesksDay &day, int number)
    {
        const auto *toast = toastAt(day, number);
        return toast->isVisible() ? toast->accessibleName() : QString();
    }
    /// The words of a row of the table, in the window's language.
    static QString words(const char *source)
    {
        return QCoreApplication::translate("notices", source);
    }
    static QString many(int count) { return ui::notices::NoticeWords::manyCame(count); }
    static int unread(DesksDay &day, int number)
    {
        return day.window(number).notices().notices().unread();
    }
    static void assign(DesksDay &day, int number, const QString &ticket)
    {
        day.act(number, ticket, u"dispatch"_s,
            {{field::Assignee, QVariant::fromValue(day.zhao)}, {field::Unit, u"第二维修组"_s}});
    }
};

void NoticeDayTest::anAssignmentPopsUpAtTheOtherDesk()
{
    DesksDay day;
    day.openWindow(0, u"fang"_s);
    day.openWindow(1, u"li"_s);
    const QString number = day.takeIn(0, u"厨房水管漏水"_s);
    QVERIFY(said(day, 0).isEmpty()); // her own deed
    day.meet(0, 1);
    QTRY_VERIFY(said(day, 1).contains(number));
    QVERIFY(said(day, 1).startsWith(words("New in your grid")));
    day.shoot(1, u"toast-for-the-chief"_s);
    // The chief sends it to zhao; the clerk who took it in hears of it, and zhao when he sits down at her desk.
    day.pass(1);
    assign(day, 1, number);
    QCOMPARE(unread(day, 1), 1);
    day.meet(0, 1);
    QTRY_COMPARE(unread(day, 0), 1);
    QVERIFY(said(day, 0).startsWith(words("What you took in was sent on") + u" · 李明"_s));
    auto clerk = day.personAt(0);
    clerk->key(Qt::Key_F12);
    auto *panel = day.shell(0).findChild<ui::notices::NoticePanel *>();
    QTRY_VERIFY(panel->isVisible());
    QVERIFY(!toastAt(day, 0)->isVisible());
    day.shoot(0, u"notice-panel"_s);
    clerk->enter();
    QCOMPARE(day.shell(0).currentPage(), u"tickets"_s);
    QCOMPARE(unread(day, 0), 0);
    QVERIFY(!panel->isVisible());
    QCOMPARE(day.shell(0).findChild<ui::tickets::TicketPage *>()->card().ticket().values.text(
                 field::Number),
        number);
    support::signIn(day.desk(0), u"zhao"_s);
    QTRY_COMPARE(unread(day, 0), 1);
    QTRY_VERIFY(said(day, 0).startsWith(words("Assigned to you") + u" · 李明"_s));
    // Nobody else hears of it.
    support::signIn(day.desk(0), u"wang"_s);
    QCOMPARE(unread(day, 0), 0);
    const QString marker = day.takeIn(1, u"另一件"_s);
    day.meet(0, 1);
    QTRY_VERIFY(day.desk(0).read().findTicket(marker));
    QCOMPARE(unread(day, 0), 0);
    QVERIFY(said(day, 0).isEmpty());
}

void NoticeDayTest::whoComposesGoesOnTyping()
{
    DesksDay day;
    day.openWindow(0, u"fang"_s);
    auto clerk = day.personAt(0);
    clerk->key(Qt::Key_F2);
    QTRY_COMPARE(day.shell(0).currentPage(), u"intake"_s);
    QWidget *before = clerk->focus();
    QVERIFY(qobject_cast<QLineEdit *>(before));
    clerk->compose(u"lou shui"_s);
    support::signIn(day.desk(1), u"li"_s);
    const QString number = day.takeIn(1, u"漏水"_s);
    day.submit(1,
        ActOnTicket{day.found(1, number).id, u"dispatch"_s,
            {{field::Assignee, QVariant::fromValue(day.fang)}}});
    day.meet(0, 1);
    QTRY_VERIFY(said(day, 0).contains(number));
    QCOMPARE(clerk->focus(), before);
    // The key that opens the list belongs to the input method while it composes.
    clerk->key(Qt::Key_F12);
    QVERIFY(!day.shell(0).findChild<ui::notices::NoticePanel *>()->isVisible());
    QCOMPARE(clerk->focus(), before);
    clerk->chinese(u"漏水"_s);
    QVERIFY(qobject_cast<QLineEdit *>(before)->text().contains(u"漏水"_s));
    day.shoot(0, u"toast-while-typing"_s);
}

void NoticeDayTest::nothingShowsBehindTheCurtain()
{
    DesksDay day;
    day.openWindow(0, u"zhao"_s);
    QStringList outside;
    day.window(0).notices().setOutside(
        [&outside](const QString &, const QString &text) { outside << text; });
    day.window(0).sitting().lock();
    QVERIFY(day.shell(0).isCurtainDrawn());
    support::signIn(day.desk(1), u"li"_s);
    assign(day, 1, day.takeIn(1, u"厨房漏水"_s));
    day.meet(0, 1);
    QTRY_COMPARE(unread(day, 0), 1);
    QVERIFY(said(day, 0).isEmpty());
    QVERIFY(outside.isEmpty());
    auto person = day.personAt(0);
    person->key(Qt::Key_F12);
    QVERIFY(!day.shell(0).findChild<ui::notices::NoticePanel *>()->isVisible());
    day.shell(0).openCurtain();
    QTRY_VERIFY(said(day, 0).contains(u"厨房漏水"_s));
}

void NoticeDayTest::whatCameMeanwhileIsToldAtSittingDown()
{
    DesksDay day;
    support::signIn(day.desk(1), u"li"_s);
    for (const QString &title : {u"厨房漏水"_s, u"楼道停电"_s, u"暖气不热"_s}) {
        day.clock.passMinutes(7);
        assign(day, 1, day.takeIn(1, title));
    }
    day.meet(0, 1);
    day.openWindow(0, u"zhao"_s);
    QTRY_COMPARE(unread(day, 0), 3);
    QTRY_VERIFY(said(day, 0).startsWith(many(3)));
    day.shoot(0, u"toast-meanwhile"_s);
    auto person = day.personAt(0);
    person->key(Qt::Key_F12);
    day.shoot(0, u"notice-panel-three"_s);
    person->keys(u"a"_s);
    QCOMPARE(unread(day, 0), 0);
    person->key(Qt::Key_Escape);
    QVERIFY(!day.shell(0).findChild<ui::notices::NoticePanel *>()->isVisible());
    QCOMPARE(day.shell(0).findChild<ui::notices::NoticeBell *>()->text(), QString());
}

void NoticeDayTest::nothingPersonalLeavesTheWindow()
{
    DesksDay day;
    day.openWindow(0, u"zhao"_s);
    QStringList outside;
    day.window(0).notices().setOutside(
        [&outside](const QString &, const QString &text) { outside << text; });
    // Somebody works in another window.
    QWidget other;
    other.show();
    other.activateWindow();
    QTRY_VERIFY(!day.shell(0).isActiveWindow());
    support::signIn(day.desk(1), u"li"_s);
    const QString number = day.takeIn(1, u"欧阳家厨房漏水 13800001234"_s);
    assign(day, 1, number);
    day.meet(0, 1);
    QTRY_COMPARE(outside.size(), 1);
    QVERIFY2(outside[0].startsWith(words("Assigned to you") + u" · %1 · 室内漏水 · "_s.arg(number))
            && outside[0].endsWith(u"07"),
        qPrintable(outside[0]));
    for (const QString &personal : {u"欧阳"_s, u"李明"_s, u"1380"_s, u"幸福小区"_s})
        QVERIFY(!outside[0].contains(personal));
    // What is one's own deed at this desk leaves nothing anywhere.
    day.act(0, number, u"arrive"_s);
    QCOMPARE(outside.size(), 1);
}

void NoticeDayTest::aThousandAreOneMessage()
{
    DesksDay day;
    QVector<Command> commands;
    for (int i = 0; i < 1000; ++i) {
        commands << OpenTicket{.ticket = day.desk(1).freshId(),
            .values = {{field::Kind, u"repair"_s}, {field::Title, u"漏水 %1"_s.arg(i)}},
            .dispatch = true,
            .dispatchValues = {{field::Assignee, QVariant::fromValue(day.zhao)}}};
    }
    day.desk(1).submitAll(commands).result();
    day.hand(1, 0, 8 << 20);
    day.openWindow(0, u"zhao"_s);
    QTRY_COMPARE_WITH_TIMEOUT(unread(day, 0), 1000, 20000);
    QTRY_VERIFY(said(day, 0).startsWith(many(1000)));
    QCOMPARE(day.shell(0).findChild<ui::notices::NoticeBell *>()->text(), u"999+"_s);
    auto person = day.personAt(0);
    person->key(Qt::Key_F12);
    day.shoot(0, u"notice-panel-thousand"_s);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    NoticeDayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "notice_day_test.moc"
