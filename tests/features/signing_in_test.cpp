// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_day.h"

#include "common/languages.h"
#include "look/theme.h"
#include "signin/curtain.h"
#include "ui/tickets/sample_day.h"
#include "widgets/banner.h"

#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace domain;

/// Clerks come and go at one counter, by keys alone, in the real window.
class SigningInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { app::speakTheSystemsLanguage(*qApp, true); }

    void theDeskAsksWhoSitsDown();
    void theOnlyPersonSitsDownAtOnce();
    void aWrongPasswordIsSaidBesideItsField();
    void oneWaitsWhileOthersSignIn();
    void theLockHidesEverythingAndKillsTheKeys();
    void dialogsWaitBehindTheCurtain();
    void aHalfFilledFormSurvivesAChangeOfClerk();
    void aChangeOfClerkCanBeGivenUp();
    void theDeskLocksWhenNobodyIsThere();
    void theDeskLocksWhenTheComputerSlept();
    void whoeverLosesTheLastRightIsOut();
    void theOwnPasswordIsChosen();
};

void SigningInTest::theDeskAsksWhoSitsDown()
{
    WindowDay day;
    day.openWindow();
    QVERIFY(day.isCurtainDrawn());
    QVERIFY(day.desk().actor().isNull());
    // A clerk is proposed, and Enter is enough.
    QCOMPARE(day.who()->text(), QStringLiteral("方洁"));
    QVERIFY(!day.password()->isVisible());
    QCOMPARE(
        support::namelessWidgets(*day.shell().findChild<ui::signin::Curtain *>()), QStringList());
    day.shoot(QStringLiteral("curtain-start"));
    day.person->enter();
    QTRY_VERIFY(!day.isCurtainDrawn());
    QCOMPARE(day.desk().actor(), day.fang);
    QCOMPARE(day.shell().currentPage(), QStringLiteral("today"));
    // That a password can be chosen is told once.
    QVERIFY(day.shell().notice().isVisible());
    day.shoot(QStringLiteral("first-sign-in"));
    day.person->key(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(day.isCurtainDrawn());
    day.person->enter();
    QTRY_VERIFY(!day.isCurtainDrawn());
    QVERIFY(!day.shell().notice().isVisible());
}

void SigningInTest::theOnlyPersonSitsDownAtOnce()
{
    support::SmallDesk alone;
    const Id wang = alone.desk().actor();
    alone.desk().setActor({});
    ui::shell::VolatileSettings settings;
    app::DeskWindow window(alone.desk(), settings);
    window.show();
    QTRY_VERIFY(!window.shell().isCurtainDrawn());
    QCOMPARE(alone.desk().actor(), wang);
    QCOMPARE(window.shell().currentPage(), QStringLiteral("today"));
}

void SigningInTest::aWrongPasswordIsSaidBesideItsField()
{
    WindowDay day;
    day.givePassword(day.zhou, QStringLiteral("xingfu2026"));
    day.openWindow();
    day.sitDown(QStringLiteral("zhou"), QStringLiteral("wrong"));
    QTRY_VERIFY(!day.refusal("password").isEmpty());
    QVERIFY(day.isCurtainDrawn());
    QVERIFY(day.password()->hasFocus());
    QVERIFY(day.desk().actor().isNull());
    day.shoot(QStringLiteral("curtain-refused"));
    // A login that isn't there is refused in the same words.
    const QString words = day.refusal("password");
    day.sitDown(QStringLiteral("nobody"), QStringLiteral("wrong"));
    QTRY_COMPARE(day.refusal("password"), words);
    day.sitDown(QStringLiteral("zhou"), QStringLiteral("xingfu2026"));
    QTRY_VERIFY(!day.isCurtainDrawn());
    QCOMPARE(day.desk().actor(), day.zhou);
    QVERIFY(day.desk().who().isSigned);
    // What was typed doesn't wait in the field for the next one.
    QVERIFY(day.password()->text().isEmpty());
}

void SigningInTest::oneWaitsWhileOthersSignIn()
{
    WindowDay day;
    day.givePassword(day.zhou, QStringLiteral("xingfu2026"));
    day.openWindow();
    for (int turn = 0; turn < 4; ++turn) {
        day.pass(1'000);
        day.sitDown(QStringLiteral("zhou"), QStringLiteral("wrong%1").arg(turn));
        QTRY_VERIFY(!day.refusal("password").isEmpty());
    }
    auto *curtain = day.shell().findChild<ui::signin::Curtain *>();
    QVERIFY(day.refusal("password").contains(QLatin1Char('2')));
    day.shoot(QStringLiteral("curtain-waiting"));
    day.pass(1'000);
    curtain->tick();
    QVERIFY(day.refusal("password").contains(QLatin1Char('1')));
    // The right one counts no more than a wrong one while it waits.
    day.sitDown(QStringLiteral("zhou"), QStringLiteral("xingfu2026"));
    QTRY_VERIFY(!day.refusal("password").isEmpty());
    day.sitDown(QStringLiteral("fang"));
    QTRY_VERIFY(!day.isCurtainDrawn());
    QCOMPARE(day.desk().actor(), day.fang);
    day.pass(60'000);
    day.person->key(Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
    day.sitDown(QStringLiteral("zhou"), QStringLiteral("xingfu2026"));
    QTRY_COMPARE(day.desk().actor(), day.zhou);
}

void SigningInTest::theLockHidesEverythingAndKillsTheKeys()
{
    WindowDay day;
    const QString number = day.open(
        {{field::Kind, QStringLiteral("repair")}, {field::Title, QStringLiteral("厨房漏水")}});
    day.openWindow();
    day.person->enter();
    QTRY_VERIFY(!day.isCurtainDrawn());
    day.person->key(Qt::Key_F3);
    QCOMPARE(day.shell().currentPage(), QStringLiteral("tickets"));
    QWidget *page = day.shell().page(QStringLiteral("tickets"));
    QTRY_VERIFY(!page->findChildren<QPushButton *>(QStringLiteral("accept")).isEmpty());
    day.person->key(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(day.isCurtainDrawn());
    QVERIFY(!page->isVisible());
    day.shoot(QStringLiteral("curtain-locked"));
    for (const Qt::Key key :
        {Qt::Key_F1, Qt::Key_F2, Qt::Key_F10, Qt::Key_Escape, Qt::Key_Tab, Qt::Key_Slash}) {
        day.person->key(key);
        QVERIFY(day.isCurtainDrawn());
        QCOMPARE(day.shell().currentPage(), QStringLiteral("tickets"));
    }
    for (const Qt::Key key : {Qt::Key_K, Qt::Key_1, Qt::Key_Return, Qt::Key_F}) {
        day.person->key(key, Qt::ControlModifier);
        QVERIFY(day.isCurtainDrawn() || key == Qt::Key_Return);
    }
    // Every widget that could be reached by Tab belongs to the curtain.
    const auto *curtain = day.shell().findChild<ui::signin::Curtain *>();
    for (int tab = 0; tab < 12 && day.isCurtainDrawn(); ++tab) {
        day.person->key(Qt::Key_Tab);
        QVERIFY(curtain->isAncestorOf(day.person->focus()));
    }
    QCOMPARE(day.read().findTicket(number)->ticket.steps.size(), 1);
}

void SigningInTest::dialogsWaitBehindTheCurtain()
{
    WindowDay day;
    day.openWindow();
    day.person->enter();
    QTRY_VERIFY(!day.isCurtainDrawn());
    QMessageBox box(QMessageBox::Warning, QStringLiteral("草稿"), QStringLiteral("漏水"),
        QMessageBox::Ok, &day.shell());
    box.open();
    QMenu menu(&day.shell());
    menu.addAction(QStringLiteral("某事"));
    menu.popup(day.shell().mapToGlobal(QPoint(40, 40)));
    QTRY_VERIFY(menu.isVisible());
    menu.close();
    QTest::keyClick(&box, Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(day.isCurtainDrawn());
    QVERIFY(!box.isVisible());
    day.sitDown(QStringLiteral("fang"));
    QTRY_VERIFY(box.isVisible());
    menu.popup(day.shell().mapToGlobal(QPoint(40, 40)));
    QTRY_VERIFY(menu.isVisible());
    day.window->sitting().lock();
    QVERIFY(!box.isVisible());
    QVERIFY(!menu.isVisible());
    // What ends in the background while the desk is locked waits too.
    QMessageBox late(QMessageBox::Warning, QStringLiteral("备份"), QStringLiteral("失败"),
        QMessageBox::Ok, &day.shell());
    late.open();
    QTRY_VERIFY(!late.isVisible());
    QTRY_VERIFY(day.shell().isActiveWindow());
    day.sitDown(QStringLiteral("fang"));
    QTRY_VERIFY(!day.isCurtainDrawn());
    QVERIFY(box.isVisible());
    QVERIFY(late.isVisible());
}

void SigningInTest::aHalfFilledFormSurvivesAChangeOfClerk()
{
    WindowDay day;
    day.openWindow();
    day.person->enter();
    QTRY_VERIFY(!day.isCurtainDrawn());
    day.person->key(Qt::Key_F2);
    day.person->keys(QStringLiteral("13800001234"));
    auto *phone = qobject_cast<QLineEdit *>(day.person->focus());
    QVERIFY(phone);
    day.person->key(Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(day.isCurtainDrawn());
    QVERIFY(day.who()->hasFocus());
    day.sitDown(QStringLiteral("zhou"));
    QTRY_COMPARE(day.desk().actor(), day.zhou);
    QCOMPARE(phone->text(), QStringLiteral("13800001234"));
    QVERIFY(phone->isVisible());
    // A technician has no intake: the page goes, what stands on it doesn't.
    day.person->key(Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
    day.sitDown(QStringLiteral("zhao"));
    QTRY_COMPARE(day.desk().actor(), day.zhao);
    QCOMPARE(day.shell().currentPage(), QStringLiteral("today"));
    day.person->key(Qt::Key_F2);
    QCOMPARE(day.shell().currentPage(), QStringLiteral("today"));
    day.shoot(QStringLiteral("technician"));
    day.person->key(Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
    day.sitDown(QStringLiteral("fang"));
    QTRY_COMPARE(day.desk().actor(), day.fang);
    day.person->key(Qt::Key_F2);
    QCOMPARE(day.shell().currentPage(), QStringLiteral("intake"));
    QCOMPARE(phone->text(), QStringLiteral("13800001234"));
    QVERIFY(phone->isVisible());
}

void SigningInTest::aChangeOfClerkCanBeGivenUp()
{
    WindowDay day;
    day.openWindow();
    day.person->enter();
    QTRY_VERIFY(!day.isCurtainDrawn());
    day.person->key(Qt::Key_F2);
    QWidget *before = day.person->focus();
    day.person->key(Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
    day.shoot(QStringLiteral("curtain-change"));
    day.person->key(Qt::Key_Escape);
    QVERIFY(!day.isCurtainDrawn());
    QCOMPARE(day.desk().actor(), day.fang);
    QCOMPARE(day.person->focus(), before);
    // Left alone it becomes a lock, which Esc doesn't open.
    day.person->key(Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
    day.pass(60'000);
    day.window->sitting().watch().setIdleMinutes(1);
    day.pass(60'000);
    day.window->sitting().watch().look();
    day.person->key(Qt::Key_Escape);
    QVERIFY(day.isCurtainDrawn());
}

void SigningInTest::theDeskLocksWhenNobodyIsThere()
{
    WindowDay day;
    day.openWindow();
    day.person->enter();
    QTRY_VERIFY(!day.isCurtainDrawn());
    ui::signin::Watch &watch = day.window->sitting().watch();
    const auto pass = [&](int minutes) {
        for (int minute = 0; minute < minutes; ++minute) {
            day.pass(60'000);
            watch.look();
        }
    };
    pass(9);
    QVERIFY(!day.isCurtainDrawn());
    day.person->key(Qt::Key_Down); // somebody is there
    pass(9);
    QVERIFY(!day.isCurtainDrawn());
    pass(1);
    QVERIFY(day.isCurtainDrawn());
    QCOMPARE(day.who()->text(), QStringLiteral("方洁"));
    // The one who comes back is who sat there: nobody has to say so.
    day.person->enter();
    QTRY_VERIFY(!day.isCurtainDrawn());
    watch.setIdleMinutes(0);
    pass(300);
    QVERIFY(!day.isCurtainDrawn());
}

void SigningInTest::theDeskLocksWhenTheComputerSlept()
{
    WindowDay day;
    day.openWindow();
    day.person->enter();
    QTRY_VERIFY(!day.isCurtainDrawn());
    ui::signin::Watch &watch = day.window->sitting().watch();
    // Work that keeps the window's thread is no sleep: both clocks run.
    day.pass(60'000);
    watch.look();
    QVERIFY(!day.isCurtainDrawn());
    // A clock that is set back is none either.
    day.clock.set_ms(day.clock.now_ms() - 3'600'000);
    watch.look();
    QVERIFY(!day.isCurtainDrawn());
    day.clock.passMinutes(1);
    day.steady_ms += 2'000;
    watch.look();
    QVERIFY(day.isCurtainDrawn());
    day.person->enter();
    QTRY_VERIFY(!day.isCurtainDrawn());
    // The very first key after waking finds the curtain, and nothing is typed.
    day.person->key(Qt::Key_F2);
    day.clock.passMinutes(1);
    day.person->keys(QStringLiteral("1"));
    QVERIFY(day.isCurtainDrawn());
    QVERIFY(!day.shell().page(QStringLiteral("intake"))->findChildren<QLineEdit *>().isEmpty());
    for (const QLineEdit *field :
        day.shell().page(QStringLiteral("intake"))->findChildren<QLineEdit *>())
        QVERIFY(field->text() != QStringLiteral("1"));
}

void SigningInTest::whoeverLosesTheLastRightIsOut()
{
    WindowDay day;
    day.openWindow();
    day.person->enter();
    QTRY_VERIFY(!day.isCurtainDrawn());
    // From another window of the company the administrator takes it back.
    const Grant clerk = day.read().grants().of(day.fang).front();
    day.signIn(QStringLiteral("wang"));
    const store::Identity fang{day.fang, {}};
    auto revoked = day.desk().submit(RevokeGrant{clerk.id, QStringLiteral("离职")});
    day.desk().sitDown(fang);
    QTRY_VERIFY(revoked.isFinished());
    QTRY_VERIFY(day.isCurtainDrawn());
    day.person->enter();
    // The next person may; fang may not.
    QTRY_VERIFY(day.desk().actor() == day.fang);
    QVERIFY(day.isCurtainDrawn());
}

void SigningInTest::theOwnPasswordIsChosen()
{
    WindowDay day;
    day.openWindow();
    day.person->enter();
    QTRY_VERIFY(!day.isCurtainDrawn());
    day.person->key(Qt::Key_K, Qt::ControlModifier);
    day.person->chinese(QCoreApplication::translate("app::Sitting", "My password…"));
    day.person->enter();
    auto *first = day.find<QLineEdit>("new");
    QVERIFY(first);
    QTRY_VERIFY(first->isVisible());
    first->window()->activateWindow();
    QTRY_VERIFY(first->hasFocus());
    day.person->keys(QStringLiteral("fang1"));
    day.person->enter();
    day.person->keys(QStringLiteral("other"));
    day.person->enter();
    QVERIFY(!day.find<QLineEdit>("again")->accessibleDescription().isEmpty());
    if (qEnvironmentVariableIsSet("GRIDDESK_OUT"))
        first->window()->grab().save(qEnvironmentVariable("GRIDDESK_OUT") + u"/password.png"_qs);
    day.person->keys(QStringLiteral("fang1"));
    day.person->enter();
    QTRY_VERIFY(day.desk().who().isSigned);
    QTRY_VERIFY(store::hasPassword(day.read(), day.fang));
    QTRY_VERIFY(!day.find<QLineEdit>("new"));
    day.shell().activateWindow();
    QTRY_VERIFY(day.shell().isActiveWindow());
    day.person->key(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(day.isCurtainDrawn());
    QVERIFY(day.password()->isVisible());
    QVERIFY(day.password()->hasFocus());
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    SigningInTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "signing_in_test.moc"
