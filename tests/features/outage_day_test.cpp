// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_day.h"

#include "common/languages.h"
#include "intake/caller_fields.h"
#include "intake/saved_view.h"
#include "items/outages.h"
#include "look/theme.h"
#include "outages/key_users_dialog.h"
#include "outages/outages_page.h"
#include "paper/output.h"
#include "slips/sheet_dialog.h"
#include "tickets/emergency_card.h"
#include "visits/call_queue.h"
#include "widgets/banner.h"
#include "widgets/type_ahead_edit.h"

#include <QClipboard>
#include <QPushButton>
#include <QtTest>

using namespace domain;
using namespace Qt::StringLiterals;

/// The day of an outage through the real window, in Chinese and by keys: it is entered and announced, callers join it in two keys, it
/// ends, and everybody is told. Leaves pictures in the folder that GRIDDESK_OUT names.
class OutageDayTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowDay> m_day;
    Id m_outage;
    QPointer<ui::outages::KeyUsersDialog> m_calls;
    int m_callsShown = 0;

    ui::outages::OutagesPage *page()
    {
        return qobject_cast<ui::outages::OutagesPage *>(m_day->shell().page(u"outages"_s));
    }
    template <typename Widget> Widget *visible(const char *name)
    {
        for (Widget *one : m_day->shell().findChildren<Widget *>(QString::fromLatin1(name))) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    void shoot(QWidget *window, const QString &name)
    {
        const QString folder = qEnvironmentVariable("GRIDDESK_OUT");
        if (folder.isEmpty() || !QDir().mkpath(folder))
            return;
        for (int turn = 0; turn < 3; ++turn)
            QCoreApplication::sendPostedEvents();
        window->grab().save(u"%1/%2.png"_s.arg(folder, name));
    }
    /// How often the dialog of calls comes up.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_callsShown += watched == m_calls && event->type() == QEvent::Show;
        return QObject::eventFilter(watched, event);
    }
    void changeSeats(const QString &login)
    {
        m_day->person->key(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(m_day->isCurtainDrawn());
        m_day->sitDown(login);
        QTRY_VERIFY(!m_day->isCurtainDrawn());
    }
    /// A window manager would do so.
    void backToThePage()
    {
        m_day->shell().activateWindow();
        QTRY_VERIFY(m_day->shell().isActiveWindow());
    }
    qint64 inState(const QString &state)
    {
        store::Reader &read = m_day->desk().read();
        return read.countTickets(
            {.filters = {items::callersOf(read.findRow(m_outage)->number), {u"state"_s, state}}});
    }

private Q_SLOTS:
    void initTestCase()
    {
        app::speakTheSystemsLanguage(*qApp, true);
        m_day = std::make_unique<WindowDay>();
        for (int house = 1; house <= 3; ++house) {
            const Id customer = m_day->addRow(Register::Customer,
                {{customer::Name, u"住户%1"_s.arg(house)},
                    {customer::Phone, u"1380013800%1"_s.arg(house)},
                    {customer::Groups, house == 2 ? u"medical_power"_s : QString()}});
            m_day->addRow(Register::Premises,
                {{premises::Customer, QVariant::fromValue(customer)},
                    {premises::Address, u"幸福小区%1栋101"_s.arg(house)},
                    {premises::Grid, QVariant::fromValue(m_day->grid)}});
        }
        m_day->addRow(Register::Place,
            {{place::Address, u"幸福小区"_s}, {place::Grid, QVariant::fromValue(m_day->grid)}});
        m_day->openWindow();
        m_day->sitDown(u"fang"_s);
        QTRY_VERIFY(!m_day->isCurtainDrawn());
    }

    void theOutageIsEntered()
    {
        m_day->person->key(Qt::Key_F2, Qt::ShiftModifier);
        QTRY_VERIFY(page() && page()->isVisible());
        m_day->shoot(u"outages-none"_s);
        m_day->person->key(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(visible<QLineEdit>("title"));
        // The form has room without making the window grow: nobody is called meanwhile.
        auto *calls = page()->findChild<ui::visits::CallQueue *>();
        QVERIFY(!calls->isVisible());
        QCoreApplication::sendPostedEvents();
        QCOMPARE(m_day->shell().size(), QSize(1280, 800));
        QCOMPARE(m_day->shell().minimumSizeHint().expandedTo({1280, 800}), QSize(1280, 800));
        visible<QLineEdit>("title")->setFocus();
        m_day->person->chinese(u"幸福路主管爆裂停水"_s);
        visible<QWidget>("line")->setFocus();
        m_day->person->keys(u"gs"_s);
        m_day->person->enter();
        visible<QLineEdit>("grids")->setFocus();
        m_day->person->keys(u"07"_s);
        visible<QLineEdit>("where")->setFocus();
        m_day->person->chinese(u"幸福小区1至6栋"_s);
        visible<QLineEdit>("until")->setFocus();
        m_day->person->keys(u"5h"_s);
        visible<QWidget>("wording")->setFocus();
        m_day->person->chinese(u"主管爆裂正在抢修，恢复后逐户回电。"_s);
        m_day->shoot(u"outages-form"_s);
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(page()->model().rowCount(), 1);
        m_outage = page()->model().at(0).outage.id;
        QCOMPARE(page()->model().at(0).outage.grids, QStringList{u"07"_s});
        QVERIFY(calls->isVisible());
        QCOMPARE(m_day->shell().size(), QSize(1280, 800));
    }

    void itIsAnnounced()
    {
        QTRY_VERIFY(page()->model().at(0).outage.stage == items::OutageLine::Now);
        m_day->person->key(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(m_day->desk().read().findRow(m_outage)->row.values.has(outage::Announced));
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"逐户回电"_s));
    }

    /// The same on paper, for the staircases.
    void theNoticeIsPrinted()
    {
        m_day->person->key(Qt::Key_P, Qt::ControlModifier);
        auto *notice = m_day->shell().findChild<ui::slips::SheetDialog *>();
        QTRY_VERIFY(notice && notice->isActiveWindow());
        QCOMPARE(notice->pages().count(), 1);
        shoot(notice, u"outages-notice"_s);
        if (const QString out = qEnvironmentVariable("GRIDDESK_OUT"); !out.isEmpty()) {
            QString error;
            QVERIFY(ui::paper::writePdf(notice->pages(), out + u"/outages-notice.pdf"_s, &error));
        }
        m_day->person->key(Qt::Key_Escape);
        QTRY_VERIFY(!m_day->shell().findChild<ui::slips::SheetDialog *>());
        backToThePage();
    }

    /// Whoever depends on it is called before everybody else; each number that is shown is on record.
    void whoDependsOnItIsCalled()
    {
        m_day->person->key(Qt::Key_L, Qt::ControlModifier);
        QPointer<ui::outages::KeyUsersDialog> calls =
            m_day->shell().findChild<ui::outages::KeyUsersDialog *>();
        QTRY_VERIFY(calls && calls->isActiveWindow());
        QTRY_COMPARE(calls->table().rowCount(), 1);
        const auto phone = calls->table().index(0, items::KeyUserTable::Phone);
        QVERIFY(!phone.data().toString().contains(u"13800138002"_s));
        shoot(calls, u"outages-key-users"_s);
        // Not before somebody was called, unless the key is pressed twice.
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(calls && calls->isVisible());
        m_day->person->enter();
        QTRY_COMPARE(phone.data().toString(), u"13800138002"_s);
        QCOMPARE(calls->table().notCalled(), 0);
        QCOMPARE(m_day->desk().read().countLooks({.purpose = u"reveal"_s}), 1);
        shoot(calls, u"outages-key-users-called"_s);
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(m_day->desk().read().findRow(m_outage)->row.values.has(outage::KeyUsersTold));
        QTRY_VERIFY(!calls);
        QTRY_VERIFY(page()->model().at(0).outage.keyUsersTold_ms);
        backToThePage();
        m_day->shoot(u"outages-announced"_s);
    }

    /// The numbers were shown to one person: whoever sits down next doesn't find them there, not even for a moment.
    void whatWasShownGoesWithWhoSawIt()
    {
        m_day->person->key(Qt::Key_L, Qt::ControlModifier);
        m_calls = m_day->shell().findChild<ui::outages::KeyUsersDialog *>();
        QTRY_VERIFY(m_calls && m_calls->isActiveWindow());
        m_calls->installEventFilter(this);
        changeSeats(u"fang"_s);
        QTRY_VERIFY(m_calls && m_calls->isActiveWindow());
        QCOMPARE(m_callsShown, 1);
        changeSeats(u"zhou"_s);
        QTRY_VERIFY(!m_calls);
        QCOMPARE(m_callsShown, 1);
        backToThePage();
        changeSeats(u"fang"_s);
    }

    /// The number rings, the house is known, and two keys say what it is about.
    void callersJoinInTwoKeys()
    {
        for (int house = 1; house <= 3; ++house) {
            m_day->person->key(Qt::Key_F2);
            QTRY_COMPARE(m_day->shell().currentPage(), u"intake"_s);
            m_day->person->keys(u"1380013800%1"_s.arg(house));
            auto *address = m_day->shell().findChild<ui::intake::CallerFields *>()->address();
            address->setFocus();
            if (address->text().isEmpty())
                m_day->person->chinese(u"幸福小区%1栋101"_s.arg(house));
            QTRY_VERIFY(visible<QPushButton>("joinOutage"));
            m_day->shoot(u"intake-outage-%1"_s.arg(house));
            m_day->person->key(Qt::Key_J, Qt::ControlModifier);
            m_day->person->enter();
            QTRY_COMPARE(inState(u"joined"_s), house);
            auto *saved = m_day->shell().findChild<ui::intake::SavedView *>();
            QTRY_VERIFY(saved->isVisible());
            m_day->shoot(u"intake-joined-%1"_s.arg(house));
            m_day->person->enter();
            QTRY_VERIFY(!saved->isVisible() && !visible<QPushButton>("joinOutage"));
        }
    }

    void thePageShowsWhoWaits()
    {
        m_day->person->key(Qt::Key_F2, Qt::ShiftModifier);
        QTRY_VERIFY(page()->isVisible());
        QTRY_COMPARE(page()->model().at(0).calls.waiting, 3);
        // Nobody is told that it is over before it is.
        m_day->person->key(Qt::Key_T, Qt::ControlModifier);
        auto *banner = page()->findChild<ui::widgets::Banner *>();
        QTRY_VERIFY(banner->isVisible() && banner->text().contains(u"尚未恢复"_s));
        QCOMPARE(inState(u"joined"_s), 3);
        m_day->shoot(u"outages-waiting"_s);
    }

    void itEndsAndEverybodyIsTold()
    {
        m_day->pass(60'000);
        m_day->person->key(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(page()->model().at(0).outage.stage == items::OutageLine::Over);
        // The first one by phone.
        auto *calls = page()->findChild<ui::visits::CallQueue *>();
        QTRY_VERIFY(!calls->card().isEmpty() && calls->isAncestorOf(m_day->person->focus()));
        m_day->person->key(Qt::Key_P);
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(inState(u"joined"_s), 2);
        m_day->shoot(u"outages-calling"_s);
        // What was told can't be taken back, so the key is pressed twice.
        m_day->person->key(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(inState(u"joined"_s), 2);
        m_day->shoot(u"outages-asked"_s);
        m_day->person->key(Qt::Key_T, Qt::ControlModifier);
        QTRY_COMPARE(inState(u"joined"_s), 0);
        QTRY_COMPARE(page()->model().at(0).calls.waiting, 0);
        m_day->shoot(u"outages-told"_s);
    }

    /// Beside an emergency names stand for those who keep customers' files, and it is made an outage by those who enter them; the keys
    /// do no more than the buttons that aren't there.
    void anEmergencyTellsNoNamesToOthers()
    {
        const QString number = m_day->open({{field::Kind, u"repair"_s}, {field::Line, u"power"_s},
            {field::Urgency, u"emergency"_s}, {field::Category, u"停电"_s},
            {field::Address, u"幸福小区3栋101"_s},
            {field::Grid, QVariant::fromValue(m_day->grid)}});
        const auto look = [this, number] {
            m_day->window->openTicket(number);
            QTRY_COMPARE(m_day->shell().currentPage(), u"tickets"_s);
            auto *card =
                m_day->shell().page(u"tickets"_s)->findChild<ui::tickets::EmergencyCard *>();
            QTRY_VERIFY(card->isVisible() && card->words().contains(u"3 "_s));
        };
        look();
        auto *card = m_day->shell().page(u"tickets"_s)->findChild<ui::tickets::EmergencyCard *>();
        m_day->person->key(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(card->words().contains(u"住户2"_s));
        changeSeats(u"zhao"_s);
        look();
        QVERIFY(!visible<QPushButton>("affected") && !visible<QPushButton>("makeOutage"));
        m_day->person->key(Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!card->words().contains(u"住户2"_s));
        m_day->person->key(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_day->shell().currentPage(), u"tickets"_s);
        m_day->shoot(u"outages-emergency-technician"_s);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    OutageDayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "outage_day_test.moc"
