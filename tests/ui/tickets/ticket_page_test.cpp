// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_day.h"

#include "shell/settings.h"
#include "store/attachments.h"
#include "tickets/file_strip.h"
#include "tickets/ticket_page.h"
#include "widgets/banner.h"
#include "widgets/icon_text.h"
#include "widgets/type_ahead_edit.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QToolButton>

using namespace domain;
using namespace support;
using ui::tickets::FileStore;
using ui::tickets::TicketPage;
using ui::widgets::Banner;
using ui::widgets::TypeAheadEdit;

class TicketPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatTheWorkflowAllows();
    void repairsByKeysAlone();
    void refusalStandsBesideItsField();
    void proposesWhoMayDoIt();
    void correctionCanBeUndone();
    void momentOfThePastIsRecorded();
    void whoHasNoDeskIsTold();
    void pastedPictureIsAttached();
    void aFileAtAnotherDeskSaysWhere();
    void commitFromElsewhereShows();
    void slipsNameTheTicket();
};

namespace
{

struct Opened {
    Opened(SampleDay &desk, const QString &number, FileStore files = {})
        : office(desk.desk(), std::move(files))
        , page(office)
    {
        isReady = showActive(page, {560, 760}) && QTest::qWaitFor([this] {
            return office.staff.isComplete() && office.grids.isComplete();
        }) && page.openTicket(number, {});
        page.setFocus();
    }

    template <typename Widget> Widget *find(const char *name) const
    {
        return page.findChild<Widget *>(QString::fromLatin1(name));
    }
    QString state() const { return page.card().ticket().state; }
    QString said() const { return page.findChild<Banner *>()->text(); }

    ui::tickets::Office office;
    TicketPage page;
    bool isReady = false;
};

void press(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, held);
}

void compose(const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(QApplication::focusWidget(), &event);
}

} // namespace

void TicketPageTest::offersWhatTheWorkflowAllows()
{
    SampleDay desk;
    Opened opened(desk, desk.repairAt(QStringLiteral("with_team"), u"漏水"_qs, u"漏水"_qs));
    QVERIFY(opened.isReady);
    for (const char *action : {"dispatch", "arrive", "check", "cancel", "note"})
        QVERIFY2(opened.find<QPushButton>(action), action);
    for (const char *action : {"accept", "finish", "confirm", "attach"})
        QVERIFY2(!opened.find<QPushButton>(action), action);
}

void TicketPageTest::repairsByKeysAlone()
{
    SampleDay desk;
    const QString number = desk.repairAt(QStringLiteral("arrived"), u"漏水"_qs, u"漏水"_qs);
    desk.desk().setActor(desk.technician);
    Opened opened(desk, number);
    QVERIFY(opened.isReady);
    press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("cause"));
    compose(u"阀门老化"_qs);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(opened.state(), QStringLiteral("repaired"));
    QVERIFY(!opened.page.isFormOpen());
    const Step &step = opened.page.card().ticket().steps.constLast();
    QCOMPARE(step.values.text(field::Cause), u"阀门老化"_qs);
    QCOMPARE(step.by, desk.technician);
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(opened.page.isFormOpen());
    press(Qt::Key_Escape);
    QVERIFY(!opened.page.isFormOpen());
}

void TicketPageTest::refusalStandsBesideItsField()
{
    SampleDay desk;
    Opened opened(desk, desk.repairAt(QStringLiteral("repaired"), u"漏水"_qs, u"漏水"_qs));
    QVERIFY(opened.isReady);
    opened.page.openForm(QStringLiteral("confirm"));
    compose(u"住户已试水"_qs);
    auto *by = opened.find<TypeAheadEdit>("by");
    QVERIFY(by->chooseId(QVariant::fromValue(desk.technician)));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(by->accessibleDescription().contains(QStringLiteral("someone else")));
    QCOMPARE(opened.state(), QStringLiteral("repaired"));
    // What was typed stays; another person is chosen and it goes through.
    QCOMPARE(opened.find<QPlainTextEdit>("text")->toPlainText(), u"住户已试水"_qs);
    QVERIFY(by->chooseId(QVariant::fromValue(desk.member)));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(opened.state(), QStringLiteral("confirmed"));

    opened.page.openForm(QStringLiteral("cancel"));
    opened.find<TypeAheadEdit>("by")->chooseId(QVariant::fromValue(desk.clerk));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(opened.find<QPlainTextEdit>("reason")->property("refused").toBool());
    QCOMPARE(opened.state(), QStringLiteral("confirmed"));
}

void TicketPageTest::proposesWhoMayDoIt()
{
    SampleDay desk;
    Opened opened(desk, desk.repairAt(QStringLiteral("with_team"), u"漏水"_qs, u"漏水"_qs));
    QVERIFY(opened.isReady);
    // The clerk sits here; the one who arrives is the technician whom it was given to.
    opened.page.openForm(QStringLiteral("arrive"));
    QCOMPARE(opened.find<TypeAheadEdit>("by")->text(), u"赵强"_qs);
    // Nobody is named where nobody obvious performs it, rather than somebody wrong.
    opened.page.openForm(QStringLiteral("check"));
    auto *by = opened.find<TypeAheadEdit>("by");
    QCOMPARE(by->text(), QString());
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(by->property("refused").toBool());
    by->setFocus();
    QTest::keyClicks(by, QStringLiteral("zm"));
    press(Qt::Key_Return);
    QCOMPARE(by->text(), u"周敏"_qs);
}

void TicketPageTest::correctionCanBeUndone()
{
    SampleDay desk;
    Opened opened(desk, desk.repair(u"漏水"_qs, u"厨房漏水"_qs));
    QVERIFY(opened.isReady);
    const auto correct = [&](const char *which, const QString &text) {
        opened.page.openForm(QStringLiteral("correct"));
        const FieldSpec *spec = ticketFields().find(QString::fromLatin1(which));
        opened.find<TypeAheadEdit>("which")->chooseId(spec->id);
        auto *field = static_cast<QLineEdit *>(nullptr);
        if (!QTest::qWaitFor([&] { return (field = opened.find<QLineEdit>(which)) != nullptr; }))
            return false;
        field->setText(text);
        press(Qt::Key_Return, Qt::ControlModifier);
        return QTest::qWaitFor([&] { return !opened.page.isFormOpen(); });
    };
    QVERIFY(correct("title", u"卫生间漏水"_qs));
    QTRY_COMPARE(opened.page.card().text(field::Title), u"卫生间漏水"_qs);
    const auto buttons = opened.page.findChild<Banner *>()->findChildren<QPushButton *>();
    QVERIFY(buttons.constFirst()->isVisible());
    buttons.constFirst()->click();
    QTRY_COMPARE(opened.page.card().text(field::Title), u"厨房漏水"_qs);
    // Both stay on record.
    QCOMPARE(opened.page.card().ticket().steps.size(), 3);

    // A sealed field goes the same way.
    const QString before = opened.page.card().text(field::Address);
    QVERIFY(correct("address", u"和平路 8 号"_qs));
    QTRY_COMPARE(opened.page.card().text(field::Address), u"和平路 8 号"_qs);
    opened.page.findChild<Banner *>()->findChildren<QPushButton *>().constFirst()->click();
    QTRY_COMPARE(opened.page.card().text(field::Address), before);
}

void TicketPageTest::momentOfThePastIsRecorded()
{
    SampleDay desk;
    desk.clock.passMinutes(180);
    Opened opened(desk, desk.repair(u"漏水"_qs, u"厨房漏水"_qs));
    QVERIFY(opened.isReady);
    opened.page.openForm(QStringLiteral("note"));
    compose(u"住户晚上在家"_qs);
    auto *at = opened.find<QDateTimeEdit>("at");
    QCOMPARE(at->time(), QTime(11, 0));
    at->setTime(QTime(9, 30));
    opened.find<TypeAheadEdit>("by")->chooseId(QVariant::fromValue(desk.clerk));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(opened.page.card().ticket().steps.size(), 2);
    QCOMPARE(opened.page.card().ticket().steps.constLast().at_ms,
        moment_ms(QStringLiteral("2026-11-20 09:30")));
}

/// One key: the text is in the clipboard, who was told goes on record, and that it was heard.
void TicketPageTest::whoHasNoDeskIsTold()
{
    SampleDay desk;
    const QString number = desk.repairAt(QStringLiteral("with_team"), u"漏水"_qs, u"厨房漏水"_qs);
    Opened opened(desk, number);
    QVERIFY(opened.isReady);
    press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(opened.page.isFormOpen());
    const QString text = QApplication::clipboard()->text();
    QVERIFY2(text.contains(number) && text.contains(u"漏水"_qs), qPrintable(text));
    auto *told = opened.find<QLineEdit>("participants");
    QVERIFY(told);
    told->setFocus();
    if (told->text().isEmpty())
        compose(u"赵强"_qs);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(opened.page.card().ticket().steps.constLast().action, QStringLiteral("notify"));
    QCOMPARE(opened.state(), QStringLiteral("with_team"));
    // Asked once, it waits for the answer.
    opened.page.openForm(QStringLiteral("acknowledge"));
    QVERIFY(opened.page.isFormOpen());
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(
        opened.page.card().ticket().steps.constLast().action, QStringLiteral("acknowledge"));
}

void TicketPageTest::pastedPictureIsAttached()
{
    SampleDay desk;
    const store::DeskFolder folder = desk.desk().folder();
    SeededRandom random;
    FileStore files;
    files.keep = [&](const ui::tickets::NewFile &file) {
        QBuffer content;
        content.setData(file.content);
        content.open(QIODevice::ReadOnly);
        QPromise<FileStore::Kept> promise;
        promise.start();
        promise.addResult(store::keepAttachment(folder, content, file.name, random));
        promise.finish();
        return promise.future();
    };
    Opened opened(desk, desk.repair(u"漏水"_qs, u"厨房漏水"_qs), files);
    QVERIFY(opened.isReady);
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    QApplication::clipboard()->setImage(picture);
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(opened.page.card().files().size(), 1);
    QVERIFY(opened.page.card().files().constFirst().name.endsWith(QStringLiteral(".png")));
}

void TicketPageTest::aFileAtAnotherDeskSaysWhere()
{
    SampleDay desk;
    const QString number = desk.repair(u"漏水"_qs, u"厨房漏水"_qs);
    desk.act(number, QStringLiteral("attach"),
        {{field::FileName, u"阀门.jpg"_qs}, {field::FileHash, QByteArray(32, 'h')},
            {field::FileSize, qint64(1 << 20)}, {field::FileKey, QStringLiteral("00")}});
    QPromise<bool> opening;
    opening.start();
    FileStore files;
    files.open = [&](const QString &, const QByteArray &, const QString &) {
        return opening.future();
    };
    files.whereabouts = [](const domain::Id &, const QByteArray &) { return u"二楼"_qs; };
    Opened opened(desk, number, files);
    QVERIFY(opened.isReady);
    const auto buttons =
        opened.page.findChild<ui::tickets::FileStrip *>()->findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 1);
    QToolButton *button = buttons.constFirst();
    QCOMPARE(button->text(), u"阀门.jpg · on desk 二楼"_qs);
    button->click();
    QCOMPARE(button->text(), u"阀门.jpg · being fetched"_qs);
    QVERIFY(!button->isEnabled());
    opening.addResult(false);
    opening.finish();
    QTRY_COMPARE(button->text(), u"阀门.jpg · on desk 二楼, not reachable now"_qs);
    QVERIFY(button->isEnabled());
}

void TicketPageTest::commitFromElsewhereShows()
{
    SampleDay desk;
    const QString number = desk.repair(u"漏水"_qs, u"厨房漏水"_qs);
    Opened opened(desk, number);
    QVERIFY(opened.isReady);
    opened.page.openForm(QStringLiteral("note"));
    compose(u"写到一半"_qs);
    desk.act(number, QStringLiteral("accept"), {}, desk.chief);
    QTRY_COMPARE(opened.state(), QStringLiteral("with_chief"));
    QVERIFY(opened.find<QPushButton>("dispatch"));
    QCOMPARE(opened.find<QPlainTextEdit>("text")->toPlainText(), u"写到一半"_qs);
}

void TicketPageTest::slipsNameTheTicket()
{
    SampleDay desk;
    const QString number = desk.repair(u"漏水"_qs, u"厨房漏水"_qs);
    Opened opened(desk, number);
    QSignalSpy printed(&opened.page, &TicketPage::printSlip);
    auto *menu = opened.page.findChild<QMenu *>(QStringLiteral("slips"));
    // Those that make sense for a repair which nobody was reminded of.
    Q_EMIT menu->aboutToShow();
    for (QAction *slip : menu->actions()) {
        if (slip->isVisible())
            slip->trigger();
    }
    QCOMPARE(printed.count(), 3);
    QCOMPARE(printed.at(1).at(0).toString(), QStringLiteral("order"));
    QCOMPARE(printed.at(1).at(1).toStringList(), QStringList{number});
}

QTEST_MAIN(TicketPageTest)
#include "ticket_page_test.moc"
