// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_day.h"

#include "common/languages.h"
#include "customers/customers_page.h"
#include "intake/saved_view.h"
#include "items/visit_results.h"
#include "look/theme.h"
#include "paper/output.h"
#include "paper/preview.h"
#include "planned_visits/planned_visits_page.h"
#include "planned_visits/question_sheet.h"
#include "widgets/banner.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace domain;
using namespace Qt::StringLiterals;
using items::RoundLine;
using items::RoundListModel;

/// A chief plans a survey among the elderly of the grid and calls them, in the real window and by keys alone: answers one after the
/// other, somebody who doesn't pick up, a matter that comes up, a slip of the finger corrected, the results on paper. Leaves pictures
/// in the folder that GRIDDESK_OUT names.
class PlannedVisitDayTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowDay> m_day;
    QVector<Id> m_people;
    Id m_third; ///< whom another desk called too

    ui::planned_visits::PlannedVisitsPage *page()
    {
        return qobject_cast<ui::planned_visits::PlannedVisitsPage *>(
            m_day->shell().page(u"planned_visits"_s));
    }
    template <typename Widget> Widget *visible(const char *name)
    {
        for (Widget *one : m_day->shell().findChildren<Widget *>(QString::fromLatin1(name))) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    ui::planned_visits::QuestionSheet *questions()
    {
        return page()->findChild<ui::planned_visits::QuestionSheet *>();
    }
    ui::widgets::Banner *banner() { return page()->findChild<ui::widgets::Banner *>(); }
    QString onCard()
    {
        return page()->card().isEmpty() ? QString() : page()->card().text(customer::Name);
    }
    /// What is on record of somebody in this round; empty when nothing is.
    Values recorded(const Id &customer)
    {
        const auto &view = page()->list().view();
        const auto row =
            m_day->desk().read().findRow(visitOf(view.plan.id, customer, view.round->from_ms));
        return row && !row->row.removed ? row->row.values : Values();
    }
    QTableView *people() { return qobject_cast<QTableView *>(page()->focusProxy()); }
    Id called() { return page()->card().isEmpty() ? Id() : page()->card().file().customer.row.id; }
    bool isNumberShown()
    {
        return std::ranges::any_of(page()->findChildren<QLabel *>(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"138 0013 800"_s);
        });
    }
    void lock()
    {
        m_day->person->key(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(m_day->isCurtainDrawn());
    }
    void sitDown(const QString &login)
    {
        m_day->sitDown(login);
        QTRY_VERIFY(!m_day->isCurtainDrawn());
        QTRY_VERIFY(page()->isVisible());
    }
    void fill(const char *field, const QString &latin)
    {
        visible<QWidget>(field)->setFocus();
        m_day->person->keys(latin);
    }

private Q_SLOTS:
    void initTestCase()
    {
        app::speakTheSystemsLanguage(*qApp, true);
        m_day = std::make_unique<WindowDay>(); // Friday 2026-11-20
        const QString names[] = {u"张伟"_s, u"李娜"_s, u"王强"_s, u"赵敏"_s, u"钱多"_s};
        for (const QString &name : names) {
            m_people << m_day->addRow(Register::Customer,
                {{customer::Name, name}, {customer::Phone, u"1380013800%1"_s.arg(m_people.size())},
                    {customer::Address, u"幸福小区%1栋101"_s.arg(m_people.size() + 1)},
                    {customer::Groups,
                        m_people.size() == 4       ? u"veteran"_s
                            : m_people.size() == 2 ? u"medical_power,elderly_alone"_s
                                                   : u"elderly_alone"_s},
                    {customer::Needs, m_people.size() == 2 ? u"家用呼吸机"_s : QString()}});
            m_day->addRow(Register::Premises,
                {{premises::Customer, QVariant::fromValue(m_people.constLast())},
                    {premises::Address, u"幸福小区%1栋101"_s.arg(m_people.size())},
                    {premises::Grid, QVariant::fromValue(m_day->grid)}});
        }
        m_day->addPerson(u"he"_s, u"何平"_s, u"member"_s);
        m_day->desk().indexPeopleNow();
        m_day->openWindow();
        m_day->sitDown(u"li"_s);
        QTRY_VERIFY(!m_day->isCurtainDrawn());
    }

    void theSurveyIsPlanned()
    {
        m_day->person->key(Qt::Key_F4, Qt::ControlModifier);
        QTRY_VERIFY(page() && page()->isVisible() && page()->plans().isComplete());
        m_day->shoot(u"visits-none"_s);
        m_day->person->key(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(visible<QLineEdit>("name"));
        visible<QLineEdit>("name")->setFocus();
        m_day->person->chinese(u"独居老人走访"_s);
        // The second of the groups' chips.
        visible<QWidget>("groups")->setFocus();
        m_day->person->key(Qt::Key_Right);
        m_day->person->key(Qt::Key_Space);
        fill("months", u"3"_s);
        visible<QLineEdit>("from")->selectAll();
        fill("from", u"2026-10-01"_s);
        visible<QWidget>("questions")->setFocus();
        m_day->person->chinese(u"服务态度满意吗"_s);
        m_day->person->enter();
        m_day->person->chinese(u"供暖够不够热"_s);
        visible<QWidget>("wording")->setFocus();
        m_day->person->chinese(u"您好，物业向您问好。"_s);
        m_day->shoot(u"visits-form"_s);
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(page()->plans().rowCount(), 1);
        const VisitPlan &plan = page()->plans().at(0).plan;
        QCOMPARE(plan.groups, QStringList{u"elderly_alone"_s});
        QCOMPARE(plan.questions.size(), 2);
        QCOMPARE(plan.months, 3);
    }

    /// Who depends on a machine comes first; the number is shown once the card has stood there, and the look is on record.
    void thePhoneListIsThere()
    {
        QTRY_COMPARE(page()->list().rowCount(), 4);
        QCOMPARE(page()->list().at(0).customer, m_people[2]);
        QTRY_COMPARE(onCard(), u"王强"_s);
        QTRY_COMPARE(
            m_day->desk().read().countLooks({.customer = m_people[2], .purpose = u"file"_s}), 1);
        QTRY_VERIFY(isNumberShown());
        QTRY_COMPARE(m_day->person->focus(), page()->focusProxy());
        m_day->shoot(u"visits-list"_s);
    }

    void answersComeOneAfterTheOther()
    {
        // Nothing is recorded that wasn't asked.
        m_day->person->enter();
        QVERIFY(banner()->isVisible());
        QVERIFY(recorded(m_people[2]).isEmpty());
        m_day->person->keys(u"5"_s);
        m_day->person->keys(u"4"_s);
        QCOMPARE(questions()->scores(), QVector<int>({5, 4}));
        m_day->person->chinese(u"希望年前再来检查一次暖气"_s);
        m_day->shoot(u"visits-answered"_s);
        m_day->person->enter();
        QTRY_COMPARE(recorded(m_people[2]).text(visit::Scores), u"5,4"_s);
        const Values visit = recorded(m_people[2]);
        QCOMPARE(visit.text(visit::Outcome), u"reached"_s);
        QCOMPARE(visit[visit::By].value<Id>(), m_day->li);
        QCOMPARE(m_day->desk().read().open(visit::Said, visit[visit::Said]),
            u"希望年前再来检查一次暖气"_s);
        QTRY_COMPARE(page()->list().rowCount(), 3);
        QTRY_COMPARE(page()->plans().at(0).reached, 1);
    }

    /// Nobody picks up: the next one comes, and this one stands last.
    void whoIsntReachedComesLast()
    {
        const Id first = page()->list().at(0).customer;
        QTRY_COMPARE(page()->card().file().customer.row.id, first);
        m_day->person->keys(u"u"_s);
        QTRY_COMPARE(recorded(first).text(visit::Outcome), u"unreached"_s);
        QTRY_COMPARE(page()->list().at(2).customer, first);
        QTRY_VERIFY(page()->card().file().customer.row.id != first);
        QCOMPARE(page()->list().rowCount(), 3);
        m_day->shoot(u"visits-unreached"_s);
    }

    /// A question may be left out, and Backspace goes back to one.
    void aQuestionIsLeftOut()
    {
        const Id second = page()->list().at(0).customer;
        m_day->person->keys(u"1"_s);
        m_day->person->key(Qt::Key_Backspace);
        m_day->person->keys(u"3"_s);
        m_day->person->keys(u"0"_s);
        m_day->person->enter();
        QTRY_COMPARE(recorded(second).text(visit::Scores), u"3"_s);
        QTRY_COMPARE(page()->list().rowCount(), 2);
        // It was somebody else: taken back, the person stands there again.
        m_day->person->key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(recorded(second).isEmpty());
        QTRY_COMPARE(page()->list().rowCount(), 3);
        QTRY_COMPARE(page()->card().file().customer.row.id, second);
        m_day->person->keys(u"32"_s);
        m_day->person->enter();
        QTRY_COMPARE(recorded(second).text(visit::Scores), u"3,2"_s);
        QTRY_COMPARE(page()->list().rowCount(), 2);
    }

    /// What is typed doesn't go because another part or another person is asked for; pressed again, it does.
    void whatIsTypedIsLeftOnlyWhenAskedTwice()
    {
        const Id third = page()->list().at(0).customer;
        QTRY_COMPARE(called(), third);
        m_day->person->keys(u"4"_s);
        m_day->person->key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(page()->list().part(), RoundListModel::Part::ToCall);
        QCOMPARE(questions()->scores(), QVector<int>({4, 0}));
        m_day->shoot(u"visits-asked"_s);
        m_day->person->keys(u"4"_s);
        m_day->person->key(Qt::Key_Escape);
        m_day->person->key(Qt::Key_Down);
        QTRY_COMPARE(people()->currentIndex().row(), 0);
        QCOMPARE(called(), third);
        QCOMPARE(questions()->scores(), QVector<int>({4, 4}));
        QVERIFY(banner()->isVisible());
        m_day->person->key(Qt::Key_Down);
        QTRY_COMPARE(called(), page()->list().at(1).customer);
        QCOMPARE(questions()->scores(), QVector<int>({0, 0}));
        QVERIFY(!banner()->isVisible());
        m_day->person->key(Qt::Key_Up);
        QTRY_COMPARE(called(), third);
        QVERIFY(recorded(third).isEmpty());
    }

    /// Whoever is being called stays in view; what another desk recorded of them meanwhile is told.
    void anotherDeskCallsTheSamePerson()
    {
        const Id third = m_third = called();
        m_day->person->keys(u"3"_s);
        const items::RoundView &view = page()->list().view();
        m_day->submit(items::visitCommand(view.plan, *view.round, page()->list().at(0),
            {m_day->zhou, m_day->clock.now_ms(), true, {5, 5}, {}, {}}));
        QTRY_COMPARE(page()->list().rowCount(), 1);
        QCOMPARE(called(), third);
        QCOMPARE(questions()->scores(), QVector<int>({3, 0}));
        QVERIFY(banner()->isVisible() && banner()->text().contains(u"周敏"_s));
        m_day->shoot(u"visits-meanwhile"_s);
        m_day->person->keys(u"3"_s);
        m_day->person->enter();
        QTRY_COMPARE(recorded(third).text(visit::Scores), u"3,3"_s);
        QCOMPARE(recorded(third)[visit::By].value<Id>(), m_day->li);
        QTRY_COMPARE(called(), page()->list().at(0).customer);
    }

    /// Who only unlocks goes on with the call. Somebody else finds nothing typed and nothing to take back, and their look at the
    /// number is on record.
    void somebodyElseBeginsAnew()
    {
        const Id one = called();
        QTRY_VERIFY(isNumberShown());
        m_day->person->keys(u"2"_s);
        lock();
        sitDown(u"li"_s);
        QCOMPARE(questions()->scores(), QVector<int>({2, 0}));
        QVERIFY(banner()->isVisible());
        lock();
        sitDown(u"fang"_s);
        QTRY_COMPARE(m_day->person->focus(), people());
        QCOMPARE(called(), one);
        QCOMPARE(questions()->scores(), QVector<int>({0, 0}));
        QVERIFY(!banner()->isVisible());
        QTRY_COMPARE(m_day->desk().read().countLooks({.person = m_day->fang, .customer = one}), 1);
        m_day->person->key(Qt::Key_Z, Qt::ControlModifier);
        // Another deed comes after whatever the key might have done.
        m_day->submit(
            PutRow{Register::Customer, m_people[4], {{customer::Needs, u"晚上打"_s}}, {}});
        QCOMPARE(recorded(m_third).text(visit::Scores), u"3,3"_s);
    }

    /// Grid members call, and take no matters in.
    void whoTakesNothingInMakesNoTicket()
    {
        lock();
        sitDown(u"he"_s);
        QVERIFY(std::ranges::none_of(
            page()->findChildren<QPushButton *>(), [](const QPushButton *button) {
                return button->isVisible() && button->toolTip() == u"Ctrl+T";
            }));
        m_day->person->key(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(m_day->shell().currentPage(), u"planned_visits"_s);
        QVERIFY(banner()->isVisible()
            && banner()->text().contains(rightSpec(Right::TakeIn).titleText()));
        m_day->shoot(u"visits-member"_s);
        lock();
        sitDown(u"li"_s);
        QVERIFY(!banner()->isVisible());
        QTRY_COMPARE(m_day->person->focus(), people());
        const items::RoundView &view = page()->list().view();
        m_day->submit(
            RemoveRow{Register::Visit, visitOf(view.plan.id, m_third, view.round->from_ms)});
        QTRY_COMPARE(page()->list().rowCount(), 2);
        m_day->person->key(Qt::Key_Up);
        QTRY_COMPARE(called(), m_third);
    }

    /// What comes up is taken in at the intake with the customer there already, and belongs to the visit.
    void aMatterComesUp()
    {
        const Id third = page()->list().at(0).customer;
        QTRY_COMPARE(page()->card().file().customer.row.id, third);
        m_day->person->key(Qt::Key_T, Qt::ControlModifier);
        QTRY_COMPARE(m_day->shell().currentPage(), u"intake"_s);
        const QString who = onCard();
        QTRY_VERIFY(std::ranges::any_of(m_day->shell().findChildren<QLineEdit *>(),
            [&who](const QLineEdit *edit) { return edit->isVisible() && edit->text() == who; }));
        m_day->person->keys(u"1"_s); // a repair
        QPlainTextEdit *text = nullptr;
        for (QPlainTextEdit *one : m_day->shell().findChildren<QPlainTextEdit *>()) {
            if (one->isVisible() && !one->isReadOnly())
                text = one;
        }
        QVERIFY(text);
        text->setFocus();
        m_day->person->chinese(u"卧室暖气不热"_s);
        m_day->shoot(u"visits-intake"_s);
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        auto *saved = m_day->shell().findChild<ui::intake::SavedView *>();
        QTRY_VERIFY(saved->isVisible());
        const auto tickets = m_day->desk().read().findTickets({});
        QCOMPARE(tickets.size(), 1);
        m_day->person->key(Qt::Key_F4, Qt::ControlModifier);
        QTRY_VERIFY(page()->isVisible());
        QTRY_COMPARE(page()->card().file().customer.row.id, third);
        m_day->person->keys(u"42"_s);
        m_day->person->enter();
        QTRY_COMPARE(recorded(third).text(visit::Scores), u"4,2"_s);
        QCOMPARE(recorded(third)[visit::Ticket].value<Id>(),
            m_day->desk().read().findTicket(tickets[0].row)->ticket.id);
    }

    void whatIsDoneIsCorrected()
    {
        QTRY_COMPARE(page()->list().rowCount(), 1);
        m_day->person->key(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(page()->list().part(), RoundListModel::Part::Done);
        QTRY_COMPARE(page()->list().rowCount(), 3);
        const int row = page()->list().rowOf(m_people[2]);
        people()->selectRow(row);
        QTRY_COMPARE(onCard(), u"王强"_s);
        QCOMPARE(questions()->scores(), QVector<int>({5, 4}));
        m_day->shoot(u"visits-done"_s);
        questions()->goTo(1);
        m_day->person->keys(u"1"_s);
        m_day->person->enter();
        QTRY_COMPARE(recorded(m_people[2]).text(visit::Scores), u"5,1"_s);
        QCOMPARE(m_day->desk().read().open(visit::Said, recorded(m_people[2])[visit::Said]),
            u"希望年前再来检查一次暖气"_s);
        m_day->person->key(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(page()->list().rowCount(), 1);
    }

    void theResultsAreShownAndPrinted()
    {
        m_day->person->key(Qt::Key_B, Qt::ControlModifier);
        auto *preview = page()->findChild<ui::paper::PreviewWidget *>();
        QTRY_VERIFY(preview->isVisible() && preview->pages().count() > 0);
        const auto results = [this] { return items::resultsOf(page()->list().view()).all; };
        QCOMPARE(results().reached, 3);
        QCOMPARE(results().unreached, 1);
        QTRY_COMPARE(results().answers[1].given, (std::array<int, 5>{1, 2, 0, 0, 0}));
        m_day->shoot(u"visits-results"_s);
        if (const QString folder = qEnvironmentVariable("GRIDDESK_OUT"); !folder.isEmpty()) {
            QString error;
            QVERIFY(ui::paper::writePdf(preview->pages(), folder + u"/visits.pdf"_s, &error));
        }
        // The first round is the only one.
        m_day->person->key(Qt::Key_Left, Qt::AltModifier);
        QVERIFY(banner()->isVisible());
        m_day->person->key(Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(page()->findChild<QPrintDialog *>());
        page()->findChild<QPrintDialog *>()->reject();
        m_day->shell().activateWindow();
        QTRY_VERIFY(m_day->shell().isActiveWindow());
        m_day->person->key(Qt::Key_B, Qt::ControlModifier);
        QTRY_VERIFY(!preview->isVisible());
    }

    void theCustomersPageShowsTheVisit()
    {
        const auto row = m_day->desk().read().findRow(m_people[2]);
        m_day->window->openCustomer(row->number);
        QTRY_VERIFY(
            std::ranges::any_of(m_day->shell().findChildren<QLabel *>(), [](const QLabel *label) {
                return label->isVisible() && label->text().contains(u"独居老人走访"_s);
            }));
        m_day->shoot(u"visits-customer"_s);
        m_day->person->key(Qt::Key_F4, Qt::ControlModifier);
        QTRY_VERIFY(page()->isVisible());
    }

    void aClerkCallsAndPlansNothing()
    {
        lock();
        sitDown(u"fang"_s);
        QTRY_COMPARE(m_day->person->focus(), page()->focusProxy());
        m_day->person->key(Qt::Key_R, Qt::ControlModifier);
        m_day->person->key(Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(page()->list().rowCount(), 1);
        QVERIFY(page()->plans().at(0).stage == items::RoundView::Running);
        m_day->person->keys(u"55"_s);
        m_day->person->enter();
        QTRY_COMPARE(page()->list().rowCount(), 0);
        m_day->shoot(u"visits-all-called"_s);
    }

    void thePlanEnds()
    {
        lock();
        sitDown(u"li"_s);
        m_day->pass(60'000);
        m_day->person->key(Qt::Key_R, Qt::ControlModifier);
        QVERIFY(page()->plans().at(0).stage == items::RoundView::Running);
        m_day->person->key(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(page()->plans().at(0).stage == items::RoundView::Over);
        QTRY_COMPARE(page()->plans().at(0).reached, 4);
        m_day->shoot(u"visits-over"_s);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    PlannedVisitDayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "planned_visit_day_test.moc"
