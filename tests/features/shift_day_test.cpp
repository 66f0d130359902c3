// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_day.h"

#include "common/languages.h"
#include "domain/roster.h"
#include "intake/caller_fields.h"
#include "intake/saved_view.h"
#include "items/outages.h"
#include "look/theme.h"
#include "outages/outages_page.h"
#include "paper/pages.h"
#include "shifts/duty_log_panel.h"
#include "shifts/give_form.h"
#include "shifts/handover_panel.h"
#include "shifts/handover_slip.h"
#include "shifts/shifts_page.h"
#include "slips/sheet_dialog.h"
#include "tickets/emergency_card.h"
#include "today/today_page.h"
#include "widgets/banner.h"
#include "widgets/type_ahead_edit.h"

#include <QCheckBox>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace domain;
using namespace Qt::StringLiterals;

/// The change of a night shift in the real window, by keys: what comes in is typed into the log, a call is missed, an emergency names
/// who is on duty, the shift is handed over and signed, the next one sits down, takes it over and prints it. Leaves pictures in the
/// folder that GRIDDESK_OUT names.
class ShiftDayTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowDay> m_day;
    QString m_emergency;

    ui::shifts::ShiftsPage *page()
    {
        return qobject_cast<ui::shifts::ShiftsPage *>(m_day->shell().page(u"shifts"_s));
    }
    template <typename Widget> Widget *visible(const char *name)
    {
        for (Widget *one : m_day->shell().findChildren<Widget *>(QString::fromLatin1(name))) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    ui::widgets::Banner *banner() { return page()->findChild<ui::widgets::Banner *>(); }
    items::DutyLogModel &log() { return page()->log().model(); }
    QTableView *days() { return page()->log().findChild<QTableView *>(); }
    QString typed(const char *field)
    {
        return m_day->shell().findChild<QLineEdit *>(QString::fromLatin1(field))->text();
    }
    const QVector<items::HandoverLine> &handovers() { return page()->handover().list().lines(); }
    void openShift()
    {
        m_day->person->key(Qt::Key_F1, Qt::ControlModifier);
        QTRY_VERIFY(page() && page()->isVisible());
    }
    void change(const QString &login, const QString &password)
    {
        m_day->person->key(Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(m_day->isCurtainDrawn());
        m_day->sitDown(login, password);
        QTRY_VERIFY(!m_day->isCurtainDrawn());
    }
    /// Time passes, the desk locks itself, and whoever sits there comes back.
    void comeBackAfter(qint64 milliseconds, const QString &login, const QString &password)
    {
        m_day->pass(milliseconds);
        m_day->person->key(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(m_day->isCurtainDrawn());
        m_day->sitDown(login, password);
        QTRY_VERIFY(!m_day->isCurtainDrawn());
    }
    /// The slip as it comes out of the printer.
    void shootPage(const ui::paper::Pages &pages, const QString &name)
    {
        const QString folder = qEnvironmentVariable("GRIDDESK_OUT");
        if (folder.isEmpty() || !QDir().mkpath(folder))
            return;
        constexpr double scale = 2;
        const QSizeF size = pages.size_mm(0) / 25.4 * 72;
        QImage image((size * scale).toSize(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.scale(scale, scale);
        pages.paint(painter, 0);
        painter.end();
        image.save(QStringLiteral("%1/%2.png").arg(folder, name));
    }

private Q_SLOTS:
    void initTestCase()
    {
        app::speakTheSystemsLanguage(*qApp, true);
        m_day = std::make_unique<WindowDay>(); // Friday 2026-11-20, 08:00
        m_day->clock.set_ms(support::moment_ms(u"2026-11-20 22:00"_s));
        m_day->givePassword(m_day->fang, u"fang-2026"_s);
        m_day->givePassword(m_day->zhou, u"zhou-2026"_s);
        m_day->submit(PutRow{Register::Staff, m_day->zhao, {{staff::Phone, u"13800138000"_s}}, {}});
        const qint64 day_ms =
            QDate(2026, 11, 20).startOfDay(m_day->read().zone()).toMSecsSinceEpoch();
        m_day->submit(PutRow{Register::Roster, rosterCell(m_day->zhao, day_ms),
            {{roster::Person, QVariant::fromValue(m_day->zhao)}, {roster::Day, day_ms},
                {roster::Shift, u"值"_s}},
            {}});
        for (const auto &[name, phone, house, groups] :
            {std::tuple{u"欧阳芳"_s, u"13900139001"_s, u"3栋2单元501"_s, QString()},
                std::tuple{u"老周"_s, u"13900139002"_s, u"9栋1单元101"_s, u"medical_power"_s}}) {
            const Id customer = m_day->addRow(Register::Customer,
                {{customer::Name, name}, {customer::Phone, phone}, {customer::Groups, groups}});
            m_day->addRow(Register::Premises,
                {{premises::Customer, QVariant::fromValue(customer)},
                    {premises::Address, u"幸福小区"_s + house},
                    {premises::Grid, QVariant::fromValue(m_day->grid)}});
        }
        m_day->addRow(Register::Place,
            {{place::Address, u"幸福小区"_s}, {place::Grid, QVariant::fromValue(m_day->grid)}});
        m_day->openWindow();
        m_day->sitDown(u"fang"_s, u"fang-2026"_s);
        QTRY_VERIFY(!m_day->isCurtainDrawn());
    }

    void thePageSaysWhoIsOnDuty()
    {
        openShift();
        QTRY_COMPARE(page()->duty().now.size(), 1);
        QCOMPARE(page()->duty().now[0].person, m_day->zhao);
        QTRY_VERIFY(log().isComplete());
        m_day->shoot(u"shift-empty"_s);
    }

    void whatComesInIsTypedInSeconds()
    {
        // Found on a round: no phone, one field.
        m_day->person->key(Qt::Key_5, Qt::AltModifier);
        m_day->person->chinese(u"泵房压力0.35兆帕，正常"_s);
        // In the line Ctrl+Enter records it and signs nothing.
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(log().rowCount(), 1);
        QVERIFY(handovers().isEmpty());
        QVERIFY(!log().at(0).isOpen);
        // A missed call is to be answered.
        comeBackAfter(4 * 3'600'000, u"fang"_s, u"fang-2026"_s); // 02:00
        m_day->person->key(Qt::Key_2, Qt::AltModifier);
        m_day->person->keys(u"13900139000"_s);
        m_day->person->enter();
        m_day->person->chinese(u"夜里来电两次，未接上"_s);
        m_day->person->enter();
        QTRY_COMPARE(log().rowCount(), 2);
        QVERIFY(log().at(0).isOpen);
        QCOMPARE(log().at(0).phone, u"139****9000"_s);
        // The number lies sealed in the record.
        const auto row = m_day->read().findRow(log().at(0).id);
        QVERIFY(!row->row.values[duty_log::Phone].toByteArray().contains("13900139000"));
    }

    /// Words are plain; a number in them is taken out before the line is recorded.
    void aNumberAmongTheWordsIsSealed()
    {
        m_day->pass(1'000);
        m_day->person->key(Qt::Key_1, Qt::AltModifier);
        m_day->person->enter();
        m_day->person->chinese(u"问何时来水，回电13700137000"_s);
        m_day->person->enter();
        QCOMPARE(log().rowCount(), 2);
        QTRY_VERIFY(banner()->isVisible());
        m_day->shoot(u"shift-number"_s);
        m_day->person->enter();
        QTRY_COMPARE(log().rowCount(), 3);
        QVERIFY(!log().at(0).what.contains(u"13700137000"_s));
        QCOMPARE(items::phoneToCall(m_day->read(), log().at(0).id), u"13700137000"_s);
    }

    /// Where a number has no place it is neither masked and lost nor recorded: the words stay, and it is said what to do.
    void aNumberWithoutAPlaceIsRefused_data()
    {
        QTest::addColumn<Qt::Key>("kind");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("what");
        QTest::newRow("no caller") << Qt::Key_3 << QString() << u"水泵房报警，找13700137000"_s;
        QTest::newRow("two") << Qt::Key_1 << QString() << u"回13700137000或13600136000"_s;
        QTest::newRow("has one") << Qt::Key_1 << u"13900139000"_s << u"或回13600136000"_s;
        QTest::newRow("identity") << Qt::Key_1 << QString() << u"报证件11010519491231002X"_s;
    }
    void aNumberWithoutAPlaceIsRefused()
    {
        QFETCH(const Qt::Key, kind);
        QFETCH(const QString, phone);
        QFETCH(const QString, what);
        m_day->person->key(kind, Qt::AltModifier);
        if (kind == Qt::Key_1) {
            m_day->person->keys(phone);
            m_day->person->enter();
        }
        m_day->person->chinese(what);
        m_day->person->enter();
        QTRY_VERIFY(banner()->isVisible());
        QCOMPARE(typed("dutyWhat"), what);
        QCOMPARE(typed("dutyPhone"), phone);
        QCOMPARE(m_day->person->focus()->objectName(), u"dutyWhat"_s);
        QCOMPARE(log().rowCount(), 3);
        m_day->shoot(u"shift-number-refused"_s);
        for (const char *field : {"dutyWhat", "dutyPhone"})
            m_day->shell().findChild<QLineEdit *>(QString::fromLatin1(field))->clear();
        banner()->dismiss();
    }

    void whatIsDoneIsSettled()
    {
        m_day->pass(1'000);
        m_day->person->key(Qt::Key_3, Qt::AltModifier);
        m_day->person->key(Qt::Key_O, Qt::AltModifier);
        m_day->person->chinese(u"二号泵跳闸"_s);
        m_day->person->enter();
        QTRY_COMPARE(log().open(), 2);
        days()->setFocus();
        m_day->person->enter();
        QTRY_COMPARE(m_day->person->focus()->objectName(), u"dutyResult"_s);
        // Nothing said is refused, and says what to do.
        m_day->person->enter();
        QTRY_VERIFY(banner()->isVisible());
        QCOMPARE(log().open(), 2);
        // A line of another desk comes meanwhile: what is typed stays with its own.
        m_day->person->chinese(u"已复位，"_s);
        m_day->addRow(Register::DutyLog,
            {{duty_log::At, m_day->clock.now_ms() + 1'000}, {duty_log::Kind, u"alarm"_s},
                {duty_log::What, u"三号泵跳闸"_s}, {duty_log::By, QVariant::fromValue(m_day->zhou)},
                {duty_log::Open, true}});
        QTRY_COMPARE(log().open(), 3);
        m_day->person->chinese(u"电工明早复查"_s);
        m_day->person->enter();
        QTRY_COMPARE(log().open(), 2);
        QVERIFY(log().at(0).isOpen);
        QCOMPARE(log().at(1).result, u"已复位，电工明早复查"_s);
        QTRY_COMPARE(m_day->person->focus(), days());
        m_day->shoot(u"shift-log"_s);
    }

    /// What was typed for one line isn't recorded on another.
    void aResultStaysWithItsLine()
    {
        m_day->person->key(Qt::Key_Up);
        m_day->person->enter();
        QCOMPARE(m_day->person->focus()->objectName(), u"dutyResult"_s);
        m_day->person->chinese(u"写错行"_s);
        m_day->person->key(Qt::Key_Escape);
        m_day->person->key(Qt::Key_Down);
        m_day->person->key(Qt::Key_Up);
        m_day->person->enter();
        QCOMPARE(typed("dutyResult"), QString());
        m_day->person->chinese(u"已恢复"_s);
        m_day->person->enter();
        QTRY_COMPARE(log().open(), 1);
        QCOMPARE(log().at(0).result, u"已恢复"_s);
    }

    /// An emergency at the intake: who is on duty, whom it may affect, and an outage in two keys.
    void anEmergencyCallsWhoIsOnDuty()
    {
        m_day->person->key(Qt::Key_F2);
        QTRY_COMPARE(m_day->shell().currentPage(), u"intake"_s);
        m_day->person->keys(u"13900139001"_s);
        m_day->person->enter();
        m_day->person->enter(); // by phone
        m_day->person->keys(u"1"_s); // repair
        m_day->person->enter();
        m_day->person->keys(u"1"_s); // water
        m_day->person->enter();
        m_day->person->chinese(u"主管爆裂"_s);
        m_day->person->enter();
        m_day->person->keys(u"3"_s); // emergency
        m_day->person->enter();
        auto *address = m_day->shell().findChild<ui::intake::CallerFields *>()->address();
        address->setFocus();
        if (address->text().isEmpty())
            m_day->person->chinese(u"幸福小区3栋2单元501"_s);
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        auto *saved = m_day->shell().findChild<ui::intake::SavedView *>();
        QTRY_VERIFY(saved && saved->isVisible());
        auto *card = saved->findChild<ui::tickets::EmergencyCard *>();
        QTRY_VERIFY(card->isVisible() && card->words().contains(u"赵强"_s));
        m_day->shoot(u"shift-emergency-saved"_s);
        QVERIFY(card->words().contains(u"138 0013 8000"_s));
        QVERIFY(!card->words().contains(u"老周"_s));
        m_day->person->key(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(card->words().contains(u"老周"_s));
        QVERIFY(!card->words().contains(u"13900139002"_s));
        m_day->shoot(u"shift-emergency-people"_s);
        m_emergency = m_day->read()
                          .findTickets({.filters = {{u"urgency"_s, u"emergency"_s}}})
                          .value(0)
                          .number;
        m_day->person->key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_day->shell().currentPage(), u"outages"_s);
        QTRY_VERIFY(visible<QLineEdit>("where"));
        QCOMPARE(visible<QLineEdit>("where")->text(), u"幸福小区3栋2单元"_s);
        QCOMPARE(visible<QLineEdit>("grids")->text(), u"07"_s);
        m_day->shoot(u"shift-outage-form"_s);
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_day->read().findTicket(m_emergency)->ticket.state, u"joined"_s);
        m_day->shoot(u"shift-outage"_s);
    }

    /// What a crew has in hand isn't taken from it unasked.
    void whoWasSentStaysSent()
    {
        const QString number = m_day->open({{field::Kind, u"repair"_s}, {field::Line, u"power"_s},
            {field::Urgency, u"emergency"_s}, {field::Category, u"停电"_s},
            {field::Address, u"幸福小区9栋1单元101"_s},
            {field::Grid, QVariant::fromValue(m_day->grid)}});
        m_day->act(number, u"dispatch"_s, {{field::Assignee, QVariant::fromValue(m_day->zhao)}});
        m_day->window->openTicket(number);
        QTRY_COMPARE(m_day->shell().currentPage(), u"tickets"_s);
        auto *card = m_day->shell().page(u"tickets"_s)->findChild<ui::tickets::EmergencyCard *>();
        QTRY_VERIFY(card->isVisible() && card->words().contains(u"赵强"_s));
        m_day->shoot(u"shift-emergency-ticket"_s);
        m_day->person->key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(visible<QLineEdit>("where"));
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        auto *outages = m_day->shell().page(u"outages"_s);
        QTRY_VERIFY(outages->findChild<ui::widgets::Banner *>()->text().contains(number));
        QCOMPARE(m_day->read().findTicket(number)->ticket.state, u"with_team"_s);
        m_day->shoot(u"shift-outage-sent"_s);
        m_day->person->key(Qt::Key_J, Qt::ControlModifier);
        QTRY_COMPARE(m_day->read().findTicket(number)->ticket.state, u"joined"_s);
    }

    void theShiftIsHandedOver()
    {
        // A promise that runs out in the morning.
        const QString leak = m_day->open({{field::Kind, u"repair"_s}, {field::Line, u"water"_s},
            {field::Category, u"室内漏水"_s}, {field::Grid, QVariant::fromValue(m_day->grid)}});
        comeBackAfter(5 * 3'600'000 + 50 * 60'000, u"fang"_s, u"fang-2026"_s); // 07:50
        openShift();
        m_day->person->key(Qt::Key_H, Qt::ControlModifier);
        QTRY_COMPARE(m_day->person->focus()->objectName(), u"handoverWatch"_s);
        QTRY_VERIFY(visible<QLabel>("gatheredPromises")
            && visible<QLabel>("gatheredPromises")->text().contains(leak));
        QVERIFY(visible<QLabel>("gatheredCalls")->text().contains(u"夜里来电两次"_s));
        m_day->person->chinese(u"二号泵今早复查，"_s);
        // Called away for a moment: whoever unlocks the desk goes on.
        comeBackAfter(0, u"fang"_s, u"fang-2026"_s);
        m_day->person->key(Qt::Key_H, Qt::ControlModifier);
        m_day->person->chinese(u"注意电流。"_s);
        m_day->shoot(u"shift-give"_s);
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(handovers().size(), 1);
        const items::HandoverLine &given = handovers()[0];
        QVERIFY(given.waits());
        QCOMPARE(given.giver, m_day->fang);
        QCOMPARE(given.watch, u"二号泵今早复查，注意电流。"_s);
        QVERIFY(given.promises.contains(leak) && !given.calls.contains(u"139"_s));
        m_day->shoot(u"shift-given"_s);
    }

    /// What waits is brought up to date, not handed over twice.
    void whatComesMeanwhileIsAdded()
    {
        m_day->pass(60'000);
        m_day->person->key(Qt::Key_N, Qt::ControlModifier);
        m_day->person->key(Qt::Key_4, Qt::AltModifier);
        m_day->person->key(Qt::Key_O, Qt::AltModifier);
        m_day->person->chinese(u"主任要求九点前回报泵房情况"_s);
        m_day->person->enter();
        // Who types on before it is on record loses nothing.
        m_day->person->chinese(u"写到一半"_s);
        QTRY_COMPARE(log().open(), 2);
        QTRY_VERIFY(!log().at(0).id.isNull() && log().at(0).what.contains(u"九点前"_s));
        QCOMPARE(typed("dutyWhat"), u"写到一半"_s);
        comeBackAfter(0, u"fang"_s, u"fang-2026"_s);
        QCOMPARE(typed("dutyWhat"), u"写到一半"_s);
        m_day->person->key(Qt::Key_H, Qt::ControlModifier);
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(handovers()[0].calls.contains(u"九点前"_s));
        QCOMPARE(handovers().size(), 1);
    }

    void theNextOneTakesItOver()
    {
        // Nobody takes over from oneself.
        m_day->person->key(Qt::Key_T, Qt::ControlModifier);
        QVERIFY(!visible<QPushButton>("takeOver"));
        change(u"zhou"_s, u"zhou-2026"_s);
        // What the one before left half typed isn't for the next one.
        QCOMPARE(typed("dutyWhat"), QString());
        // The page of today says that one waits, and the page stands ready for it.
        m_day->person->key(Qt::Key_F1);
        QTRY_VERIFY(visible<QPushButton>("handovers"));
        m_day->shoot(u"shift-today"_s);
        openShift();
        QTRY_VERIFY(visible<QPushButton>("takeOver"));
        m_day->shoot(u"shift-waits"_s);
        m_day->person->key(Qt::Key_T, Qt::ControlModifier);
        QTRY_COMPARE(m_day->person->focus()->objectName(), u"handoverRemark"_s);
        m_day->person->chinese(u"已当面交接，二号泵已看。"_s);
        m_day->pass(60'000);
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!handovers()[0].waits());
        QCOMPARE(handovers()[0].taker, m_day->zhou);
        QCOMPARE(handovers()[0].remark, u"已当面交接，二号泵已看。"_s);
        QCOMPARE(handovers()[0].watch, u"二号泵今早复查，注意电流。"_s);
        QTRY_VERIFY(!visible<QPushButton>("takeOver"));
        m_day->shoot(u"shift-taken"_s);
        m_day->person->key(Qt::Key_F1);
        QTRY_VERIFY(
            m_day->shell().currentPage() == u"today"_s && !visible<QPushButton>("handovers"));
    }

    void itIsPrinted()
    {
        openShift();
        m_day->person->key(Qt::Key_P, Qt::ControlModifier);
        ui::slips::SheetDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = m_day->shell().findChild<ui::slips::SheetDialog *>()) != nullptr);
        QCOMPARE(dialog->pages().count(), 1);
        shootPage(dialog->pages(), u"shift-slip-a5"_s);
        const Id handover = handovers()[0].id;
        shootPage(ui::shifts::handoverPages(
                      m_day->read(), handover, ui::shifts::HandoverPaper::A4, m_day->zhou),
            u"shift-slip-a4"_s);
        const ui::paper::Slip slip =
            ui::shifts::handoverSlip(m_day->read(), handovers()[0], m_day->zhou);
        QCOMPARE(slip.number, u"2026-11-21 07:51"_s);
        QVERIFY(std::ranges::any_of(slip.parts, [](const ui::paper::SlipPart &part) {
            return std::holds_alternative<ui::paper::Signatures>(part);
        }));
        QStringList said;
        for (const ui::paper::SlipPart &part : slip.parts) {
            if (const auto *rows = std::get_if<ui::paper::SlipRows>(&part)) {
                for (const ui::paper::LabelValue &row : rows->rows)
                    said << row.value;
            }
        }
        const QString all = said.join(u'\n');
        for (const QString &signedBy :
            {u"方洁"_s, u"2026-11-21 07:51"_s, u"周敏"_s, u"2026-11-21 07:52"_s})
            QVERIFY2(all.contains(signedBy), qPrintable(signedBy));
        QVERIFY(!all.contains(u"13900139000"_s) && !all.contains(u"欧阳"_s));
        dialog->close();
        m_day->shell().activateWindow();
        QTRY_VERIFY(!m_day->shell().findChild<ui::slips::SheetDialog *>()
            && m_day->shell().isActiveWindow());
    }

    /// Without a key of one's own nothing is signed: the window says what to do first.
    void whoHasNoPasswordIsToldToChooseOne()
    {
        change(u"wang"_s, {});
        QVERIFY(page()->findChild<QPlainTextEdit *>(u"handoverRemark"_s)->toPlainText().isEmpty());
        m_day->addPerson(u"sun"_s, u"孙丽"_s, u"clerk"_s);
        change(u"sun"_s, {});
        openShift();
        m_day->person->key(Qt::Key_H, Qt::ControlModifier);
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(banner()->isVisible());
        QVERIFY(banner()->text().contains(u"password"_s) || banner()->text().contains(u"密码"_s));
        QCOMPARE(handovers().size(), 1);
        m_day->shoot(u"shift-no-key"_s);
    }

    /// Days gone by are read back.
    void theDaysTurn()
    {
        m_day->person->key(Qt::Key_N, Qt::ControlModifier);
        m_day->person->key(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(log().day(), QDate(2026, 11, 20));
        QTRY_COMPARE(log().rowCount(), 1);
        const Id round = log().at(0).id;
        m_day->person->key(Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(log().day(), QDate(2026, 11, 21));
        QTRY_VERIFY(log().rowCount() > 2);
        const Id missed = log().at(log().rowCount() - 2).id;
        // A line that is asked for elsewhere is shown on its day, and chosen.
        page()->openRow(Register::DutyLog, round);
        QTRY_COMPARE(log().rowCount(), 1);
        QCOMPARE(log().day(), QDate(2026, 11, 20));
        page()->openRow(Register::DutyLog, missed);
        QTRY_VERIFY(log().rowOf(missed) > 0);
        QCOMPARE(log().day(), QDate(2026, 11, 21));
        QTRY_COMPARE(days()->currentIndex().row(), log().rowOf(missed));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    ShiftDayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "shift_day_test.moc"
