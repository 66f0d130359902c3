// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/typist.h"

#include "common/languages.h"
#include "common/sample_company.h"
#include "common/system.h"
#include "store/check.h"
#include "window/desk_window.h"

#include "look/theme.h"
#include "paper/output.h"
#include "paper/preview.h"
#include "reports/reports_page.h"
#include "shell/settings.h"
#include "slips/print_slips.h"
#include "tickets/action_form.h"
#include "today/section.h"
#include "visits/visits_page.h"
#include "widgets/type_ahead_edit.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace domain;

/// The main job, lived through the real window by keys alone, in Chinese: a repair is taken at the counter, goes
/// through grid, team, confirmation and two rounds to a satisfied customer, and ends in the manager's report. Leaves a picture
/// of every page, and the papers, in the folder that GRIDDESK_OUT names.
class MainJobTest : public QObject
{
    Q_OBJECT

public:
    MainJobTest();

private Q_SLOTS:
    void initTestCase();
    void theClerkTakesTheRepair();
    void itGoesToTheTeamAndComesBackRepaired();
    void theRepairerCannotConfirm();
    void theCustomerIsDissatisfiedAndThenSatisfied();
    void slipsComeBackAndCustomersAreCalled();
    void theManagerPrintsTheMonth();
    void everyPageIsShown();
    void theRecordIsSound();

private:
    void shoot(const QString &name);
    void goTo(Qt::Key key, const QString &page, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void openAt(const QString &action);
    void choosePerformer(const QString &login);
    void step(const QString &action, const QString &login, const QString &state,
        const QHash<QString, QString> &fields = {});
    Ticket ticket() const
    {
        const auto found = m_desk->read().findTicket(m_number);
        return found ? found->ticket : Ticket();
    }

    const QTemporaryDir m_stage;
    const QString m_out;
    app::SystemClock m_clock;
    app::SystemRandom m_random;
    ui::shell::VolatileSettings m_settings;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<app::DeskWindow> m_window;
    std::unique_ptr<support::Typist> m_person;
    QString m_number;
    int m_pictures = 0;
};

MainJobTest::MainJobTest()
    : m_out(qEnvironmentVariable("GRIDDESK_OUT", m_stage.filePath(QStringLiteral("out"))))
{
    QDir().mkpath(m_out);
}

void MainJobTest::initTestCase()
{
    app::speakTheSystemsLanguage(*qApp, true);
    Desk::Opening opening =
        app::foundSample(m_stage.filePath(QStringLiteral("desk")), m_clock, m_random);
    if (const auto *refusal = std::get_if<Refusal>(&opening))
        QFAIL(qPrintable(refusal->text()));
    m_desk = std::move(std::get<std::unique_ptr<Desk>>(opening));
    m_desk->setActor({});
    m_window = std::make_unique<app::DeskWindow>(*m_desk, m_settings);
    m_window->show();
    m_person = std::make_unique<support::Typist>(m_window->shell());
    m_window->shell().resize(1440, 900);
    shoot(QStringLiteral("sign-in"));
    // A clerk is proposed.
    m_person->enter();
    QTRY_VERIFY(!m_window->shell().isCurtainDrawn());
    const auto clerk = m_desk->read().findRow(m_desk->actor());
    QCOMPARE(clerk->row.values.text(staff::Role), QStringLiteral("clerk"));
    goTo(Qt::Key_F1, QStringLiteral("today"));
    QTRY_VERIFY(std::ranges::all_of(m_window->shell().findChildren<ui::today::Section *>(),
        [](const ui::today::Section *list) { return list->isComplete(); }));
    shoot(QStringLiteral("today"));
}

void MainJobTest::shoot(const QString &name)
{
    const QString file = QStringLiteral("%1/%2-%3.png")
                             .arg(m_out)
                             .arg(m_pictures++, 2, 10, QLatin1Char('0'))
                             .arg(name);
    QVERIFY(m_window->shell().grab().save(file));
}

void MainJobTest::goTo(Qt::Key key, const QString &page, Qt::KeyboardModifiers modifiers)
{
    m_person->key(key, modifiers);
    QTRY_COMPARE(m_window->shell().currentPage(), page);
}

/// Scans the code of our ticket's slip: typed into the finder, Enter. The page may still be taking in the step
/// before, so it is scanned until the form of this step stands there.
void MainJobTest::openAt(const QString &action)
{
    const auto scan = [&] {
        m_person->scan(QStringLiteral("GD:%1:%2").arg(m_number, action));
        const auto *form = m_window->shell().findChild<ui::tickets::ActionForm *>();
        return form && form->isOpen() && form->action() == action;
    };
    QTRY_VERIFY_WITH_TIMEOUT(scan(), 20000);
    // Fields of a form that has just been made stand there with the next turn of the event loop.
    QTRY_VERIFY(m_window->shell()
                    .findChild<ui::widgets::TypeAheadEdit *>(QStringLiteral("by"))
                    ->isVisible());
}

/// Types the login of who did it.
void MainJobTest::choosePerformer(const QString &login)
{
    QVERIFY(m_person->walkTo(QStringLiteral("by")));
    m_person->key(Qt::Key_A, Qt::ControlModifier);
    m_person->keys(login);
    m_person->enter();
    const auto *by =
        m_window->shell().findChild<ui::widgets::TypeAheadEdit *>(QStringLiteral("by"));
    QVERIFY(by->chosen());
    QCOMPARE(by->chosen()->code, login);
}

void MainJobTest::step(const QString &action, const QString &login, const QString &state,
    const QHash<QString, QString> &fields)
{
    openAt(action);
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        QVERIFY(m_person->walkTo(field.key()));
        m_person->key(Qt::Key_A, Qt::ControlModifier);
        m_person->chinese(field.value());
        if (qobject_cast<QLineEdit *>(m_person->focus()))
            m_person->enter();
    }
    choosePerformer(login);
    m_person->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(ticket().state, state, 20000);
}

void MainJobTest::theClerkTakesTheRepair()
{
    goTo(Qt::Key_F2, QStringLiteral("intake"));
    m_person->keys(QStringLiteral("13800001234"));
    m_person->enter();
    m_person->enter(); // by phone
    m_person->keys(QStringLiteral("1")); // repair
    m_person->enter();
    m_person->keys(QStringLiteral("1")); // water
    m_person->enter();
    m_person->keys(QStringLiteral("snls")); // 室内漏水
    m_person->enter();
    m_person->keys(QStringLiteral("2")); // urgent
    m_person->enter();
    m_person->chinese(QStringLiteral("欧阳建国"), QStringLiteral("ou yang"));
    m_person->enter();
    m_person->enter(); // not anonymous
    m_person->chinese(
        m_desk->read().findRows(Register::Place).constFirst().row.values.text(place::Community)
            + QStringLiteral("3栋2单元501"),
        QStringLiteral("xing fu"));
    m_person->enter();
    m_person->key(Qt::Key_Tab);
    m_person->chinese(QStringLiteral("厨房阀门下方持续漏水，已用盆接住。急修请打邻居"),
        QStringLiteral("chu fang"));
    m_person->keys(QStringLiteral("13900005678"));
    shoot(QStringLiteral("number-noticed"));
    m_person->key(Qt::Key_L, Qt::ControlModifier); // keeps the number sealed
    // Who answers for the place stands beside the form before it is saved.
    const auto *answersFor = m_window->shell().findChild<QLabel *>(QStringLiteral("answersFor"));
    QTRY_VERIFY(answersFor && answersFor->text().contains(QStringLiteral("网格")));
    shoot(QStringLiteral("intake"));
    const qint64 before = m_desk->read().countTickets({});
    m_person->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->read().countTickets({}), before + 1);
    m_number = m_desk->read()
                   .findTickets({.sort = QStringLiteral("recorded"), .limit = 1})
                   .constFirst()
                   .number;
    QTRY_VERIFY(std::ranges::any_of(
        m_window->shell().findChildren<QLabel *>(), [this](const QLabel *label) {
            return label->isVisible() && label->text().contains(m_number);
        }));
    shoot(QStringLiteral("taken-in"));
    const Ticket taken = ticket();
    QCOMPARE(taken.state, QStringLiteral("received"));
    QCOMPARE(taken.values.text(field::Line), QStringLiteral("water"));
    QCOMPARE(taken.values.text(field::Urgency), QStringLiteral("urgent"));
    QVERIFY(taken.values.text(field::Description).contains(QStringLiteral("持续漏水")));
}

void MainJobTest::itGoesToTheTeamAndComesBackRepaired()
{
    step(QStringLiteral("accept"), QStringLiteral("admin"), QStringLiteral("with_chief"));
    shoot(QStringLiteral("ticket"));
    step(QStringLiteral("check"), QStringLiteral("admin"), QStringLiteral("checked"));
    step(QStringLiteral("dispatch"), QStringLiteral("admin"), QStringLiteral("with_team"));
    step(QStringLiteral("arrive"), QStringLiteral("admin"), QStringLiteral("arrived"));
    step(QStringLiteral("finish"), QStringLiteral("admin"), QStringLiteral("repaired"),
        {{QStringLiteral("cause"), QStringLiteral("阀门垫片老化")},
            {QStringLiteral("measures"), QStringLiteral("更换垫片并试水")}});
    QCOMPARE(ticket().values.text(field::Cause), QStringLiteral("阀门垫片老化"));
}

void MainJobTest::theRepairerCannotConfirm()
{
    openAt(QStringLiteral("confirm"));
    choosePerformer(QStringLiteral("admin"));
    const qsizetype steps = ticket().steps.size();
    m_person->key(Qt::Key_Return, Qt::ControlModifier);
    // The refusal's words stand on the page, and nothing was recorded.
    const QString advice =
        QCoreApplication::translate("domain", "Name the person who really did it.");
    QTRY_VERIFY(std::ranges::any_of(
        m_window->shell().findChildren<QWidget *>(), [&advice](const QWidget *widget) {
            return widget->isVisible()
                && (widget->property("text").toString().contains(advice)
                    || widget->accessibleDescription().contains(advice));
        }));
    shoot(QStringLiteral("refused"));
    QCOMPARE(ticket().steps.size(), steps);
    QCOMPARE(ticket().state, QStringLiteral("repaired"));
    m_person->key(Qt::Key_Escape);
}

void MainJobTest::theCustomerIsDissatisfiedAndThenSatisfied()
{
    QString member;
    for (const store::NumberedRow &row : m_desk->read().findRows(Register::Staff)) {
        if (row.row.values.text(staff::Role) == u"member")
            member = row.row.values.text(staff::Login);
    }
    const auto confirmAndFile = [&] {
        step(QStringLiteral("confirm"), member, QStringLiteral("confirmed"));
        step(QStringLiteral("file"), QStringLiteral("admin"), QStringLiteral("to_visit"));
    };
    confirmAndFile();
    step(QStringLiteral("visit"), QStringLiteral("admin"), QStringLiteral("with_team"),
        {{QStringLiteral("satisfaction"), QStringLiteral("1")}});
    QCOMPARE(ticket().round, 2);
    step(QStringLiteral("arrive"), QStringLiteral("admin"), QStringLiteral("arrived"));
    step(QStringLiteral("finish"), QStringLiteral("admin"), QStringLiteral("repaired"));
    confirmAndFile();
    step(QStringLiteral("visit"), QStringLiteral("admin"), QStringLiteral("closed"),
        {{QStringLiteral("satisfaction"), QStringLiteral("5")}});
    const auto *form = m_window->shell().findChild<ui::tickets::ActionForm *>();
    QTRY_VERIFY(!form || !form->isOpen());
    shoot(QStringLiteral("closed"));
    QCOMPARE(ticket().values.number(field::Satisfaction), 5);
}

void MainJobTest::slipsComeBackAndCustomersAreCalled()
{
    goTo(Qt::Key_F4, QStringLiteral("visits"));
    const qint64 waiting = m_desk->read().countTickets(
        {.filters = {{QStringLiteral("state"), QStringLiteral("to_visit")}}});
    QVERIFY(waiting > 0);
    const auto *calls =
        qobject_cast<ui::visits::VisitsPage *>(m_window->shell().page(QStringLiteral("visits")));
    QTRY_VERIFY(calls && !calls->card().isEmpty());
    shoot(QStringLiteral("visits"));
    goTo(Qt::Key_F3, QStringLiteral("returns"), Qt::ShiftModifier);
    const auto out = m_desk->read().findTickets(
        {.filters = {{QStringLiteral("state"), QStringLiteral("with_team")}}, .limit = 1});
    QVERIFY(!out.isEmpty());
    m_person->keys(out.constFirst().number);
    m_person->enter();
    shoot(QStringLiteral("returned-slip"));
}

void MainJobTest::theManagerPrintsTheMonth()
{
    goTo(Qt::Key_F10, QStringLiteral("reports"));
    auto *page =
        qobject_cast<ui::reports::ReportsPage *>(m_window->shell().page(QStringLiteral("reports")));
    QVERIFY(page);
    QTRY_VERIFY_WITH_TIMEOUT(page->figures() && page->preview().pages().count() > 0, 20000);
    shoot(QStringLiteral("report"));
    QString error;
    QVERIFY2(
        ui::paper::writePdf(page->preview().pages(), m_out + QStringLiteral("/report.pdf"), &error),
        qPrintable(error));
    for (const ui::slips::SlipSpec &spec : ui::slips::allSlips()) {
        const auto pages = ui::slips::slipPages(
            m_desk->read(), spec, {m_number}, ui::slips::SlipPaper::A5, m_desk->actor());
        const QString file =
            QStringLiteral("%1/slip-%2.pdf").arg(m_out, QString::fromLatin1(spec.name));
        QVERIFY2(ui::paper::writePdf(pages, file, &error), qPrintable(error));
        QVERIFY(QFileInfo(file).size() > 1000);
    }
}

void MainJobTest::everyPageIsShown()
{
    goTo(Qt::Key_F3, QStringLiteral("tickets"));
    shoot(QStringLiteral("tickets"));
    goTo(Qt::Key_F10, QStringLiteral("import"), Qt::ShiftModifier);
    shoot(QStringLiteral("import"));
    m_person->key(Qt::Key_K, Qt::ControlModifier);
    m_person->chinese(QStringLiteral("漏水"));
    shoot(QStringLiteral("find"));
    m_person->key(Qt::Key_Escape);
    goTo(Qt::Key_F1, QStringLiteral("today"));
}

void MainJobTest::theRecordIsSound()
{
    const auto damage = store::findDamage(m_desk->folder(), m_desk->secrets());
    QVERIFY2(!damage, damage ? qPrintable(damage->what + damage->where) : "");
    const QStringList path{"open", "accept", "check", "dispatch", "arrive", "finish", "confirm",
        "file", "visit", "arrive", "finish", "confirm", "file", "visit"};
    QStringList steps;
    for (const Step &one : ticket().steps)
        steps << one.action;
    QCOMPARE(steps, path);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    MainJobTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "main_job_test.moc"
