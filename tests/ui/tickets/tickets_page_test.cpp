// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_day.h"

#include "shell/settings.h"
#include "tickets/ticket_page.h"
#include "tickets/ticket_table.h"
#include "tickets/tickets_page.h"
#include "widgets/banner.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>

using namespace domain;
using namespace support;
using ui::tickets::TicketsPage;

class TicketsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhileOneTypes();
    void walksOpensAndComesBack();
    void filtersByListAndLine();
    void copiesTheChosenRows();
    void columnsAreRemembered();
    void sortsByHead();
    void opensAScannedCodeAtItsForm();
    void severalPassTheSameGates();
    void anOpenFormIsNotLost();
    void exportNamesQueryAndColumns();
    void everythingHasAName();

private:
    ui::shell::VolatileSettings m_settings;
};

namespace
{

/// The page on a desk, settled and in front.
struct Opened {
    Opened(SmallDesk &desk, ui::shell::Settings &settings)
        : page(desk.desk(), settings)
    {
        isReady = showActive(page) && QTest::qWaitFor([this] {
            return list().isComplete() && page.table().currentIndex().isValid();
        });
        page.table().setFocus();
    }

    items::TicketListModel &list() const
    {
        return static_cast<ui::tickets::TicketTableModel *>(page.table().model())->list();
    }
    QLineEdit *search() const { return page.findChild<QLineEdit *>(); }
    QString current() const { return page.ticketPage().card().ticket().values.text(field::Number); }

    TicketsPage page;
    bool isReady = false;
};

void press(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, held);
}

/// Writes as an input method does.
void compose(const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(QApplication::focusWidget(), &event);
}

} // namespace

void TicketsPageTest::findsWhileOneTypes()
{
    SampleDay desk;
    desk.liveThroughMorning();
    Opened opened(desk, m_settings);
    QVERIFY(opened.isReady);
    QCOMPARE(opened.list().total(), 31);
    press(Qt::Key_Slash);
    QCOMPARE(QApplication::focusWidget(), opened.search());
    compose(u"漏水"_qs);
    QTRY_COMPARE(opened.list().total(), 3);
    // The list changes below the field; the keys stay in it.
    QCOMPARE(QApplication::focusWidget(), opened.search());
    press(Qt::Key_Escape);
    QTRY_COMPARE(opened.list().total(), 31);
    QCOMPARE(QApplication::focusWidget(), &opened.page.table());
    press(Qt::Key_F, Qt::ControlModifier);
    compose(u"没有这样的事"_qs);
    QTRY_COMPARE(opened.list().total(), 0);
}

void TicketsPageTest::walksOpensAndComesBack()
{
    SampleDay desk;
    desk.liveThroughMorning();
    Opened opened(desk, m_settings);
    QVERIFY(opened.isReady);
    const QString first = opened.current();
    QCOMPARE(first, opened.list().lineAt(0).number);
    press(Qt::Key_Down);
    QCOMPARE(opened.current(), opened.list().lineAt(1).number);
    press(Qt::Key_Return);
    QVERIFY(opened.page.ticketPage().hasFocus());
    press(Qt::Key_Escape);
    QCOMPARE(QApplication::focusWidget(), &opened.page.table());
    press(Qt::Key_Up);
    QCOMPARE(opened.current(), first);
}

void TicketsPageTest::filtersByListAndLine()
{
    SampleDay desk;
    desk.liveThroughMorning();
    Opened opened(desk, m_settings);
    QVERIFY(opened.isReady);
    opened.page.showScope(QStringLiteral("visit"));
    QTRY_COMPARE(opened.list().total(), 6);
    const auto chips = opened.page.findChildren<QAbstractButton *>();
    const auto water = std::ranges::find_if(
        chips, [](const QAbstractButton *chip) { return chip->text() == QStringLiteral("Power"); });
    QVERIFY(water != chips.end());
    QTest::keyClick(*water, Qt::Key_Space);
    QTRY_COMPARE(opened.list().total(), 3);
    QTest::keyClick(*water, Qt::Key_Space);
    QTRY_COMPARE(opened.list().total(), 6);
}

void TicketsPageTest::copiesTheChosenRows()
{
    SampleDay desk;
    desk.repair(u"室内漏水"_qs, u"厨房 <阀门> 漏水"_qs);
    desk.repair(u"停电"_qs, u"全楼停电"_qs);
    Opened opened(desk, m_settings);
    QVERIFY(opened.isReady);
    opened.page.table().columnsMenu()->actions().at(items::TicketListModel::Title)->trigger();
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_C, Qt::ControlModifier);
    const QMimeData *copied = QApplication::clipboard()->mimeData();
    const QStringList lines = copied->text().trimmed().split(u'\n');
    QCOMPARE(lines.size(), 2);
    const QStringList cells = lines.constLast().split(u'\t');
    QCOMPARE(cells.at(0), opened.list().lineAt(1).number);
    QCOMPARE(cells.at(opened.page.table().shownColumns().indexOf(QStringLiteral("title"))),
        u"厨房 <阀门> 漏水"_qs);
    QVERIFY(copied->html().contains(u"<td>厨房 &lt;阀门&gt; 漏水</td>"_qs));
}

void TicketsPageTest::columnsAreRemembered()
{
    SampleDay desk;
    ui::shell::VolatileSettings settings;
    QStringList shown;
    {
        Opened opened(desk, settings);
        QMenu *columns = opened.page.table().columnsMenu();
        QVERIFY(!opened.page.table().shownColumns().contains(QStringLiteral("happened")));
        columns->actions().at(items::TicketListModel::Happened)->trigger();
        columns->actions().at(items::TicketListModel::Category)->trigger();
        opened.page.table().horizontalHeader()->moveSection(2, 0);
        shown = opened.page.table().shownColumns();
        QVERIFY(shown.contains(QStringLiteral("happened")));
        QVERIFY(!shown.contains(QStringLiteral("category")));
    }
    const TicketsPage again(desk.desk(), settings);
    QCOMPARE(again.table().shownColumns(), shown);
}

void TicketsPageTest::sortsByHead()
{
    SampleDay desk;
    desk.liveThroughMorning();
    Opened opened(desk, m_settings);
    QVERIFY(opened.isReady);
    QHeaderView *header = opened.page.table().horizontalHeader();
    Q_EMIT header->sectionClicked(items::TicketListModel::Category);
    QTRY_VERIFY(opened.list().isComplete() && opened.page.query().sort == u"category");
    QVERIFY(!opened.page.query().descending);
    QCOMPARE(header->sortIndicatorSection(), int(items::TicketListModel::Category));
    Q_EMIT header->sectionClicked(items::TicketListModel::Category);
    QTRY_VERIFY(opened.list().isComplete() && opened.page.query().descending);
}

void TicketsPageTest::opensAScannedCodeAtItsForm()
{
    SampleDay desk;
    const QString number = desk.repairAt(QStringLiteral("with_team"), u"漏水"_qs, u"漏水"_qs);
    desk.repair(u"停电"_qs, u"停电"_qs);
    Opened opened(desk, m_settings);
    QVERIFY(opened.isReady);
    press(Qt::Key_Slash);
    QTest::keyClicks(opened.search(), QStringLiteral("GD:%1:arrive").arg(number));
    press(Qt::Key_Return);
    QCOMPARE(opened.current(), number);
    QVERIFY(opened.page.ticketPage().isFormOpen());
    // A step that isn't possible is said so, and the ticket stands there all the same.
    QVERIFY(opened.page.openTicket(number, QStringLiteral("confirm")));
    QVERIFY(!opened.page.openTicket(QStringLiteral("03A-000000-001")));
}

void TicketsPageTest::severalPassTheSameGates()
{
    SampleDay desk;
    desk.repair(u"停电"_qs, u"停电"_qs);
    desk.repairAt(QStringLiteral("arrived"), u"漏水"_qs, u"漏水"_qs);
    desk.repair(u"停水"_qs, u"停水"_qs);
    // The first lies in another grid, the second is past it: the gates are those of one ticket alone.
    desk.desk().setActor(desk.chief);
    Opened opened(desk, m_settings);
    QVERIFY(opened.isReady);
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(
        opened.page.findChild<QPushButton *>(QStringLiteral("bulk_accept")), Qt::Key_Space);
    press(Qt::Key_Return, Qt::ControlModifier);
    const auto told = [&opened] {
        QStringList texts;
        for (const auto *banner : opened.page.findChildren<ui::widgets::Banner *>())
            texts << banner->text();
        return texts.join(u' ');
    };
    QTRY_VERIFY(told().contains(QStringLiteral("refused for")));
    QVERIFY(told().contains(QStringLiteral("Recorded for 1")));
    QCOMPARE(desk.read().countTickets(
                 {.filters = {{QStringLiteral("state"), QStringLiteral("with_chief")}}}),
        1);
}

void TicketsPageTest::anOpenFormIsNotLost()
{
    SampleDay desk;
    desk.repair(u"停电"_qs, u"停电"_qs);
    desk.repair(u"停水"_qs, u"停水"_qs);
    Opened opened(desk, m_settings);
    QVERIFY(opened.isReady);
    const QString before = opened.current();
    opened.page.ticketPage().openForm(QStringLiteral("note"));
    compose(u"写到一半"_qs);
    opened.page.table().setFocus();
    press(Qt::Key_Down);
    QCOMPARE(opened.current(), before);
    QVERIFY(opened.page.ticketPage().isFormOpen());
    // A ticket that comes in from elsewhere doesn't take it away either.
    desk.repair(u"漏水"_qs, u"漏水"_qs);
    QTRY_COMPARE(opened.list().total(), 3);
    QVERIFY(opened.page.ticketPage().isFormOpen());
    QCOMPARE(opened.page.findChild<QPlainTextEdit *>(QStringLiteral("text"))->toPlainText(),
        u"写到一半"_qs);
}

void TicketsPageTest::exportNamesQueryAndColumns()
{
    SampleDay desk;
    Opened opened(desk, m_settings);
    QSignalSpy asked(&opened.page, &TicketsPage::exportRequested);
    const auto buttons = opened.page.findChildren<QAbstractButton *>();
    const auto save = std::ranges::find_if(buttons,
        [](const QAbstractButton *button) { return button->text() == QStringLiteral("Export"); });
    QVERIFY(save != buttons.end());
    opened.page.search(u"漏水"_qs);
    (*save)->click();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(0).value<store::TicketQuery>().text, u"漏水"_qs);
    QCOMPARE(asked.at(0).at(1).toStringList().constFirst(), QStringLiteral("number"));
}

void TicketsPageTest::everythingHasAName()
{
    SampleDay desk;
    desk.liveThroughMorning();
    Opened opened(desk, m_settings);
    QVERIFY(opened.isReady);
    opened.page.ticketPage().openForm(QStringLiteral("correct"));
    QCOMPARE(namelessWidgets(opened.page), QStringList());
}

QTEST_MAIN(TicketsPageTest)
#include "tickets_page_test.moc"
