// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_at_hand.h"
#include "typist.h"

#include "intake/draft_menu.h"
#include "intake/intake_page.h"

#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace domain;
using support::Typist;
using ui::intake::IntakePage;

/// What was typed and not saved survives the program, and never lies on the disk in plain.
class IntakeDraftsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesACrash();
    void isSealedOnTheDisk();
    void severalWaitSideBySide();
    void goesWhenTheTicketIsTakenIn();
    void anotherDesksFileIsNotRead();
};

namespace
{

/// One run of the program: the drafts and the page of a desk.
struct Run {
    explicit Run(support::DeskAtHand &at)
        : drafts(at.desk().folder(), at.desk().secrets(), at.clock, at.desk().random())
        , page(at.desk(), drafts)
        , clerk(page)
    {
    }

    items::Drafts drafts;
    IntakePage page;
    Typist clerk;

    QString phone() const { return page.findChildren<QLineEdit *>().first()->text(); }
    QString matter() const { return page.findChild<QPlainTextEdit *>()->toPlainText(); }
    void type(const QString &number, const QString &matter)
    {
        QSignalSpy written(&drafts, &items::Drafts::written);
        clerk.keys(number);
        page.findChild<QPlainTextEdit *>()->setFocus();
        clerk.chinese(matter);
        QVERIFY(written.wait());
    }
};

} // namespace

void IntakeDraftsTest::survivesACrash()
{
    support::DeskAtHand at;
    {
        // Never closed: what is on the disk by now is all that the next start finds.
        Run run(at);
        run.type(u"13911112222"_qs, u"楼道灯不亮"_qs);
        QVERIFY(QFile::copy(at.folder() + u"/desk.drafts"_qs, at.folder() + u"/crashed"_qs));
    }
    QFile::remove(at.folder() + u"/desk.drafts"_qs);
    QVERIFY(QFile::rename(at.folder() + u"/crashed"_qs, at.folder() + u"/desk.drafts"_qs));
    at.startAgain();
    Run next(at);
    QCOMPARE(next.phone(), u"13911112222"_qs);
    QCOMPARE(next.matter(), u"楼道灯不亮"_qs);
}

void IntakeDraftsTest::isSealedOnTheDisk()
{
    support::DeskAtHand at;
    Run run(at);
    run.type(u"13911112222"_qs, u"楼道灯不亮"_qs);
    QFile file(at.folder() + u"/desk.drafts"_qs);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.size() > 100);
    QVERIFY(!bytes.contains("13911112222"));
    QVERIFY(!bytes.contains("楼道"));
}

void IntakeDraftsTest::severalWaitSideBySide()
{
    support::DeskAtHand at;
    Run run(at);
    run.type(u"13911112222"_qs, u"楼道灯不亮"_qs);
    run.clerk.key(Qt::Key_S, Qt::ControlModifier);
    QVERIFY(run.phone().isEmpty());
    run.type(u"13933334444"_qs, u"门禁坏了"_qs);
    QCOMPARE(run.drafts.all().size(), 2);
    auto *menu = run.page.findChild<ui::intake::DraftMenu *>()->menu();
    QCOMPARE(menu->actions().size(), 1); // the one in the form is not offered
    menu->actions().first()->trigger();
    QCOMPARE(run.matter(), u"楼道灯不亮"_qs);
    QCOMPARE(menu->actions().size(), 1);
    QVERIFY(menu->actions().first()->text().contains(u"门禁坏了"_qs));
}

void IntakeDraftsTest::goesWhenTheTicketIsTakenIn()
{
    support::DeskAtHand at;
    {
        Run run(at);
        run.type(u"13911112222"_qs, u"楼道灯不亮"_qs);
        run.clerk.key(Qt::Key_1, Qt::AltModifier);
        run.clerk.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(at.tickets().size(), 1);
        QTRY_VERIFY(run.drafts.all().isEmpty());
    }
    Run next(at);
    QVERIFY(next.phone().isEmpty());
    QVERIFY(next.drafts.all().isEmpty());
}

void IntakeDraftsTest::anotherDesksFileIsNotRead()
{
    support::DeskAtHand one, other;
    {
        Run run(one);
        run.type(u"13911112222"_qs, u"楼道灯不亮"_qs);
    }
    store::Secrets strange = other.desk().secrets();
    strange.deskKey[0] = char(strange.deskKey.at(0) ^ 1);
    const items::Drafts drafts(one.desk().folder(), strange, other.clock, other.desk().random());
    QVERIFY(drafts.all().isEmpty());
}

QTEST_MAIN(IntakeDraftsTest)
#include "intake_drafts_test.moc"
