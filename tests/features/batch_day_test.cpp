// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_day.h"

#include "common/languages.h"
#include "look/theme.h"
#include "registers/reckoning_dialog.h"
#include "registers/reckoning_line.h"
#include "registers/register_page.h"
#include "tickets/assignment_sheet.h"
#include "tickets/bulk_bar.h"
#include "tickets/ticket_page.h"
#include "tickets/ticket_table.h"
#include "tickets/tickets_page.h"
#include "widgets/banner.h"

#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace domain;
using namespace Qt::StringLiterals;
using items::AssignmentTable;
using ui::registers::ReckoningDialog;
using ui::registers::ReckoningLine;
using ui::tickets::AssignmentSheet;

/// A Monday's pile in the real window, in Chinese and by keys: it is given out as it is proposed, with one person chosen otherwise; and a
/// holiday that is announced late moves what was promised. Leaves pictures in the folder that GRIDDESK_OUT names.
class BatchDayTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowDay> m_day;
    Id m_chen, m_sun;

    ui::tickets::TicketsPage *tickets()
    {
        return qobject_cast<ui::tickets::TicketsPage *>(m_day->shell().page(u"tickets"_s));
    }
    AssignmentSheet *sheet() { return tickets()->findChild<AssignmentSheet *>(); }
    QString told() { return tickets()->findChild<ui::tickets::BulkBar *>()->banner().text(); }
    void key(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier)
    {
        m_day->person->key(key, held);
    }
    void changeSeats(const QString &login)
    {
        key(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(m_day->isCurtainDrawn());
        m_day->sitDown(login);
        QTRY_VERIFY(!m_day->isCurtainDrawn());
    }
    qint64 with(const Id &person)
    {
        const auto row = m_day->read().findRow(person);
        return m_day->read().countTickets(
            {.filters = {{u"assignee"_s, row->row.values.text(staff::Login)}}});
    }
    Id addTechnician(const QString &login, const QString &name)
    {
        return m_day->addRow(Register::Staff,
            {{staff::Login, login}, {staff::Name, name}, {staff::Role, u"technician"_s},
                {staff::Team, u"第二维修组"_s}, {staff::Skills, u"水暖"_s}});
    }
    QString leak(int house)
    {
        return m_day->open({{field::Kind, u"repair"_s}, {field::Line, u"water"_s},
            {field::Category, u"室内漏水"_s}, {field::Title, u"%1栋漏水"_s.arg(house)},
            {field::Grid, QVariant::fromValue(m_day->grid)}});
    }
    ReckoningDialog *dialog() { return m_day->shell().findChild<ReckoningDialog *>(); }
    void shoot(QWidget *window, const QString &name)
    {
        const QString folder = qEnvironmentVariable("GRIDDESK_OUT");
        if (folder.isEmpty() || !QDir().mkpath(folder))
            return;
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::sendPostedEvents();
        window->grab().save(u"%1/%2.png"_s.arg(folder, name));
    }

private Q_SLOTS:
    void initTestCase()
    {
        app::speakTheSystemsLanguage(*qApp, true);
        m_day = std::make_unique<WindowDay>();
        m_day->submit(PutRow{Register::Grid, m_day->grid, {{grid::Team, u"第二维修组"_s}}, {}});
        m_chen = addTechnician(u"chen"_s, u"陈建国"_s);
        m_sun = addTechnician(u"sun"_s, u"孙立"_s);
        for (int house = 1; house <= 5; ++house)
            leak(house);
        // One of them is with somebody already.
        m_day->act(leak(6), u"dispatch"_s, {{field::Assignee, QVariant::fromValue(m_sun)}});
        m_day->openWindow();
        m_day->sitDown(u"fang"_s);
        QTRY_VERIFY(!m_day->isCurtainDrawn());
        key(Qt::Key_F3);
        QTRY_VERIFY(tickets() && tickets()->isVisible());
        QTRY_COMPARE(tickets()->table().model()->rowCount(), 6);
        tickets()->table().setFocus();
    }

    void thePlanStandsInTheListsPlace()
    {
        key(Qt::Key_A, Qt::ControlModifier);
        m_day->shoot(u"batch-chosen"_s);
        key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(sheet()->isVisible() && !sheet()->table().isMaking());
        QCOMPARE(sheet()->table().rowCount(), 6);
        QCOMPARE(sheet()->table().countGiven(), 5);
        QVERIFY(!tickets()->table().isVisible());
        QVERIFY(sheet()->isAncestorOf(m_day->person->focus()));
        QCOMPARE(with(m_chen) + with(m_sun), 1);
        m_day->shoot(u"batch-plan"_s);
    }

    /// Enter goes into the ticket as in the list, and gives nobody anything; from there and from another page the keyboard comes back.
    void theTicketBesideIsRead()
    {
        key(Qt::Key_Return);
        QCOMPARE(m_day->person->focus(), &tickets()->ticketPage());
        QVERIFY(sheet()->isVisible());
        QCOMPARE(with(m_chen) + with(m_sun), 1);
        key(Qt::Key_Escape);
        QVERIFY(sheet()->isAncestorOf(m_day->person->focus()));
        key(Qt::Key_F1);
        key(Qt::Key_F3);
        QVERIFY(sheet()->isVisible() && sheet()->isAncestorOf(m_day->person->focus()));
    }

    void escLeavesEverythingAsItWas()
    {
        key(Qt::Key_Escape);
        QVERIFY(!sheet()->isVisible());
        QVERIFY(tickets()->table().isVisible());
        QCOMPARE(with(m_chen) + with(m_sun), 1);
        key(Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(sheet()->isVisible() && !sheet()->table().isMaking());
        QCOMPARE(sheet()->table().rowCount(), 6);
    }

    /// The third line goes to the other one, the fourth stays with nobody for now.
    void linesAreChanged()
    {
        auto &table = sheet()->table();
        int row = 0;
        while (table.lineAt(row).outcome != items::AssignmentLine::Proposed)
            key(Qt::Key_Down), ++row;
        const Id proposed = table.lineAt(row).given()->id;
        key(Qt::Key_Right);
        QVERIFY(table.lineAt(row).given()->id != proposed);
        do
            key(Qt::Key_Down), ++row;
        while (table.lineAt(row).outcome != items::AssignmentLine::Proposed);
        key(Qt::Key_Space);
        QVERIFY(!table.lineAt(row).given());
        QCOMPARE(table.countGiven(), 4);
        m_day->shoot(u"batch-changed"_s);
    }

    void whoeverDecidesOtherwiseSaysWhy()
    {
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(sheet()->isVisible());
        auto *reason = sheet()->findChild<QLineEdit *>(u"assignReason"_s);
        QCOMPARE(m_day->person->focus(), reason);
        m_day->shoot(u"batch-reason"_s);
        m_day->person->chinese(u"熟悉该楼管线"_s);
        m_day->person->enter();
        QTRY_VERIFY(!sheet()->isVisible());
        QTRY_VERIFY(told().contains(u"4"));
        QCOMPARE(with(m_chen) + with(m_sun), 5);
        bool isSaid = false;
        for (qint64 row : m_day->read().findTicketRows({})) {
            const Ticket ticket = m_day->read().findTicket(row)->ticket;
            for (const Step &step : ticket.steps)
                isSaid = isSaid || step.values.text(field::Remark).startsWith(u"熟悉该楼管线");
        }
        QVERIFY(isSaid);
        QVERIFY(tickets()->table().hasFocus());
        m_day->shoot(u"batch-done"_s);
    }

    void aHolidayIsAnnouncedLate()
    {
        m_day->open({{field::Kind, u"complaint"_s}, {field::Line, u"water"_s},
            {field::Category, u"收费争议"_s}, {field::Title, u"水费翻倍"_s},
            {field::Grid, QVariant::fromValue(m_day->grid)}});
        changeSeats(u"wang"_s);
        key(Qt::Key_F7, Qt::ShiftModifier);
        auto *page =
            qobject_cast<ui::registers::RegisterPage *>(m_day->shell().page(u"registers"_s));
        QTRY_VERIFY(page && page->isVisible());
        page->showRegister(Register::CalendarDay);
        auto *line = page->findChild<ReckoningLine *>();
        QVERIFY(line);
        QTRY_VERIFY(!line->table().isFinding());
        QVERIFY(!line->isVisible());
        const qint64 day_ms = support::moment_ms(u"2026-11-25 00:00"_s);
        const Values values{{calendar_day::Day, day_ms}, {calendar_day::Kind, u"off"_s},
            {calendar_day::Name, u"临时放假"_s}};
        m_day->submit(PutRow{Register::CalendarDay,
            idOfRow(registerSpec(Register::CalendarDay), values, m_day->desk().freshId()), values,
            {}});
        QTRY_VERIFY(line->isVisible());
        QVERIFY(line->table().found().promises > 0);
        QVERIFY(line->text().contains(QString::number(line->table().found().promises)));
        m_day->shoot(u"reckon-line"_s);
        // What one leaves as it was is asked of another one.
        changeSeats(u"li"_s);
        QTRY_VERIFY(line->isVisible());
        line->findChild<QPushButton *>(u"leaveReckoning"_s)->click();
        QVERIFY(!line->isVisible());
        changeSeats(u"wang"_s);
        QTRY_VERIFY(line->isVisible());
    }

    void promisesAreReckonedAnewWithAReason()
    {
        key(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(dialog() && dialog()->isActiveWindow());
        QTRY_VERIFY(!dialog()->table().isFinding() && dialog()->table().rowCount() > 0);
        key(Qt::Key_Return, Qt::ControlModifier);
        shoot(dialog(), u"reckon-list"_s);
        QVERIFY(dialog()->table().found().promises > 0);
        m_day->person->chinese(u"市政府通知 25 日放假"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(dialog()->table().found().promises, 0);
        shoot(dialog(), u"reckon-done"_s);
        key(Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        auto *line = m_day->shell().findChild<ReckoningLine *>();
        QTRY_VERIFY(!line->isVisible());
        const auto rows = m_day->read().findTicketRows({.filters = {{u"kind"_s, u"complaint"_s}}});
        const Ticket ticket = m_day->read().findTicket(rows.constFirst())->ticket;
        QCOMPARE(ticket.steps.constLast().action, u"reckon"_s);
        m_day->shoot(u"reckon-over"_s);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    BatchDayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "batch_day_test.moc"
