// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_day.h"

#include "accounts/accounts_page.h"
#include "accounts/person_panel.h"
#include "accounts/rights_sheet.h"
#include "common/languages.h"
#include "conflicts/conflicts_page.h"
#include "domain/decide.h"
#include "look/theme.h"
#include "paper/output.h"
#include "paper/preview.h"
#include "shell/nav_button.h"
#include "store/feed_writer.h"
#include "store/projector.h"
#include "store/secrets_file.h"
#include "support/deeds.h"
#include "tickets/ticket_page.h"
#include "ui/tickets/sample_day.h"
#include "widgets/banner.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>

using namespace domain;
using support::Given;

/// What the window shows to whom, role by role; and how an administrator gives and takes rights there by keys.
class RightsInWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { app::speakTheSystemsLanguage(*qApp, true); }

    void everyRoleIsOfferedWhatTheTableSays();
    void pagesFollowTheRights();
    void aRightIsGivenAndTakenBack();
    void somebodysPasswordIsSet();
    void whatLackedTheRightIsReviewed();
    void whoMayDoWhatFitsOneSheet();
};

namespace
{

/// The actions for which a button stands on the ticket page, and whether a file may be added.
QStringList offered(const QWidget &page)
{
    QStringList actions;
    for (const ActionSpec &action : workflowForKind(u"repair").actions) {
        const QString code = QString::fromLatin1(action.code);
        for (const auto *button : page.findChildren<QPushButton *>(code)) {
            if (!button->isHidden())
                actions << code;
        }
        const auto *more = page.findChild<QPushButton *>(QStringLiteral("more"));
        if (more && more->menu()->findChild<QAction *>(code))
            actions << code; // what is no step on the way
    }
    return actions;
}

QString givenName(Given given)
{
    static const char *const names[] = {
        "company", "same grid", "other grid", "same unit", "other unit"};
    return QString::fromLatin1(names[int(given)]);
}

} // namespace

/// Role × action × scope: for each role, given for the company, a grid or a department, the ticket page of every state has
/// exactly the buttons that the tables promise.
void RightsInWindowTest::everyRoleIsOfferedWhatTheTableSays()
{
    WindowDay day;
    const Id other = day.addGrid(QStringLiteral("09"), QStringLiteral("幸福南"));
    const QString unit = QStringLiteral("一队"), otherUnit = QStringLiteral("二队");
    const Values matter{{field::Kind, QStringLiteral("repair")},
        {field::Title, QStringLiteral("厨房漏水")}, {field::Grid, QVariant::fromValue(day.grid)},
        {field::Unit, unit}};
    const Id technician = day.zhao;
    const std::pair<const char *, Values> way[] = {{"", {}}, {"accept", {}},
        {"dispatch", {{field::Unit, unit}}}, {"arrive", {}},
        {"finish",
            {{field::Cause, QStringLiteral("老化")}, {field::Measures, QStringLiteral("更换")}}},
        {"confirm", {}}, {"file", {}}, {"visit", {{field::Satisfaction, 5}}}};
    QStringList numbers;
    for (size_t upTo = 0; upTo < std::size(way); ++upTo) {
        const QString number = day.open(matter);
        for (size_t step = 1; step <= upTo; ++step) {
            const bool isWork = qstrcmp(way[step].first, "finish") == 0;
            day.act(number, QString::fromLatin1(way[step].first), way[step].second,
                isWork ? technician : Id());
        }
        numbers << number;
    }
    day.openWindowAsIs();
    day.person->key(Qt::Key_F3);
    auto *page = day.shell().findChild<ui::tickets::TicketPage *>();
    QVERIFY(page);
    int looks = 0, buttons = 0;
    int persons = 0;
    for (const char *role : support::roleCodes) {
        for (const Given given : support::allGiven) {
            day.signIn(QStringLiteral("wang"));
            const Id person = day.addRow(Register::Staff,
                {{staff::Login, QStringLiteral("p%1").arg(++persons)},
                    {staff::Name, QStringLiteral("某人")}});
            const Id grid = given == Given::SameGrid ? day.grid
                : given == Given::OtherGrid          ? other
                                                     : Id();
            const QString with = given == Given::SameUnit ? unit
                : given == Given::OtherUnit               ? otherUnit
                                                          : QString();
            day.submit(
                GrantRole{day.desk().freshId(), person, QString::fromLatin1(role), grid, with});
            day.desk().sitDown({person, nullptr});
            for (const QString &number : numbers) {
                QVERIFY(page->openTicket(number, {}));
                QStringList promised;
                bool mayAttach = false;
                for (const ActionSpec *action : findActions(page->card().ticket())) {
                    const support::Deed deed{support::Deed::Act, support::Deed::OfThing, {},
                        quint16(action->roles | action->typists | Administrator),
                        QStringLiteral("repair"), action};
                    if (!support::isPromised(deed, role, given))
                        continue;
                    if (QLatin1StringView(action->code) == QLatin1StringView("attach"))
                        mayAttach = true;
                    else
                        promised << QString::fromLatin1(action->code);
                }
                const QByteArray place = QStringLiteral("%1 for %2, %3")
                                             .arg(QString::fromLatin1(role), givenName(given),
                                                 page->card().ticket().state)
                                             .toUtf8();
                QStringList standing = offered(*page);
                standing.sort();
                promised.sort();
                QVERIFY2(standing == promised,
                    place + ": " + standing.join(u' ').toUtf8() + " instead of "
                        + promised.join(u' ').toUtf8());
                // A scanned code gets no further than the buttons.
                for (const ActionSpec *action : findActions(page->card().ticket())) {
                    const QString code = QString::fromLatin1(action->code);
                    const bool isStep = code != u"attach";
                    if (promised.contains(code) || !isStep)
                        continue;
                    page->openForm(code);
                    QVERIFY2(!page->isFormOpen(), place + " opens " + code.toUtf8());
                }
                // Where nothing is offered, words stand there instead.
                const auto *nothing = page->findChild<QLabel *>(QStringLiteral("nothing"));
                QVERIFY2(nothing->isHidden() != promised.isEmpty(), place);
                QVERIFY2(!promised.isEmpty() || !nothing->text().isEmpty(), place);
                const auto *add = page->findChild<QPushButton *>(QStringLiteral("addFile"));
                QVERIFY2(add->isHidden() != mayAttach, place);
                ++looks;
                buttons += int(standing.size());
            }
        }
    }
    QCOMPARE(looks, 10 * 5 * 8);
    QVERIFY(buttons > 300);
    day.shoot(QStringLiteral("ticket-of-another-department"));
}

void RightsInWindowTest::pagesFollowTheRights()
{
    const QHash<QString, QString> pages{
        {QStringLiteral("wang"),
            QStringLiteral("today shifts intake tickets visits planned_visits gridmap returns "
                           "outages staff roster "
                           "customers registers "
                           "reports import online "
                           "privacy accounts desks conflicts backups workflows")},
        {QStringLiteral("fang"),
            QStringLiteral("today shifts intake tickets visits planned_visits gridmap returns "
                           "outages staff roster "
                           "customers registers "
                           "reports import "
                           "desks workflows")},
        {QStringLiteral("li"),
            QStringLiteral("today shifts intake tickets visits planned_visits gridmap returns "
                           "outages staff roster "
                           "customers registers "
                           "reports import "
                           "desks conflicts workflows")},
        {QStringLiteral("zhao"),
            QStringLiteral(
                "today shifts tickets gridmap returns outages staff roster registers desks "
                "workflows")}};
    WindowDay day;
    day.openWindowAsIs();
    for (auto expected = pages.begin(); expected != pages.end(); ++expected) {
        day.signIn(expected.key());
        QStringList open;
        for (const char *id : {"today", "shifts", "intake", "tickets", "visits", "planned_visits",
                 "gridmap", "returns", "outages", "staff", "roster", "customers", "registers",
                 "reports", "import", "online", "privacy", "accounts", "desks", "conflicts",
                 "backups", "workflows"}) {
            day.shell().showPage(QStringLiteral("today"));
            day.shell().showPage(QString::fromLatin1(id));
            if (day.shell().currentPage() == QLatin1StringView(id))
                open << QString::fromLatin1(id);
        }
        QCOMPARE(open.join(u' '), *expected);
        int shown = 0;
        for (const auto *button : day.shell().findChildren<ui::shell::NavButton *>())
            shown += !button->isHidden();
        QCOMPARE(shown, int(open.size()));
    }
    // A right that is taken away closes the page under one's hands.
    day.signIn(QStringLiteral("wang"));
    day.person->key(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(day.shell().currentPage(), QStringLiteral("accounts"));
    day.person->key(Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
    day.sitDown(QStringLiteral("fang"));
    QTRY_VERIFY(!day.isCurtainDrawn());
    QCOMPARE(day.shell().currentPage(), QStringLiteral("today"));
    day.person->key(Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(day.shell().currentPage(), QStringLiteral("today"));
}

void RightsInWindowTest::aRightIsGivenAndTakenBack()
{
    WindowDay day;
    day.openWindowAsIs();
    day.person->key(Qt::Key_F6, Qt::ShiftModifier);
    auto *page = day.shell().findChild<ui::accounts::AccountsPage *>();
    QVERIFY(page);
    QTRY_VERIFY(page->panel().grants().rowCount() > 0);
    day.person->key(Qt::Key_F, Qt::ControlModifier);
    day.person->keys(QStringLiteral("zhou"));
    day.person->enter();
    QTRY_COMPARE(page->panel().grants().person(), day.zhou);
    QCOMPARE(support::namelessWidgets(*page), QStringList());
    day.shoot(QStringLiteral("accounts"));
    day.person->key(Qt::Key_N, Qt::ControlModifier);
    day.person->keys(QStringLiteral("wgz")); // 网格长
    day.person->enter();
    // A chief is usually one of a grid.
    day.person->enter();
    day.person->key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(day.read().grants().of(day.zhou).size(), size_t(1));
    day.shoot(QStringLiteral("grant-refused"));
    day.person->keys(QStringLiteral("07"));
    day.person->enter();
    day.person->enter(); // at once
    day.person->keys(QStringLiteral("2026-12-31"));
    day.person->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(day.read().grants().of(day.zhou).size(), size_t(2));
    const Grant given = day.read().grants().of(day.zhou).back();
    QCOMPARE(given.role, quint16(Chief));
    QCOMPARE(given.grid, day.grid);
    QCOMPARE(given.from_ms, 0);
    QCOMPARE(given.until_ms, support::moment_ms(QStringLiteral("2027-01-01 00:00")));
    QTRY_COMPARE(page->panel().grants().rowCount(), 2);
    day.shoot(QStringLiteral("grant-given"));
    // Back in the list; Enter goes to the rights, the new one stands first.
    day.person->enter();
    day.person->key(Qt::Key_Home, Qt::ControlModifier);
    day.person->key(Qt::Key_Delete);
    QTRY_VERIFY(qobject_cast<QLineEdit *>(day.person->focus()));
    day.person->enter();
    QVERIFY(!day.person->focus()->accessibleDescription().isEmpty());
    day.person->chinese(QStringLiteral("代理期满"));
    day.shoot(QStringLiteral("revoking"));
    day.person->enter();
    QTRY_VERIFY(day.read().grants().of(day.zhou).back().isRevoked);
    QTRY_COMPARE(page->panel().grants().at(0).reason, QStringLiteral("代理期满"));
    day.shoot(QStringLiteral("revoked"));
    // The last administrator can't be taken away.
    day.person->key(Qt::Key_F, Qt::ControlModifier);
    day.person->key(Qt::Key_A, Qt::ControlModifier);
    day.person->keys(QStringLiteral("wang"));
    day.person->enter();
    day.person->enter();
    day.person->key(Qt::Key_Delete);
    QTRY_VERIFY(qobject_cast<QLineEdit *>(day.person->focus()));
    day.person->chinese(QStringLiteral("试试"));
    day.person->enter();
    QTRY_VERIFY(!day.person->focus()->accessibleDescription().isEmpty());
    QVERIFY(!day.read().grants().of(day.desk().actor()).front().isRevoked);
}

void RightsInWindowTest::somebodysPasswordIsSet()
{
    WindowDay day;
    day.openWindowAsIs();
    day.person->key(Qt::Key_F6, Qt::ShiftModifier);
    auto *page = day.shell().findChild<ui::accounts::AccountsPage *>();
    QTRY_VERIFY(page->panel().grants().rowCount() > 0);
    page->choose(day.li);
    QTRY_COMPARE(page->panel().grants().person(), day.li);
    day.person->key(Qt::Key_P, Qt::ControlModifier);
    auto *first = day.find<QLineEdit>("new");
    QVERIFY(first);
    first->window()->activateWindow();
    QTRY_VERIFY(first->hasFocus());
    for (int time = 0; time < 2; ++time) {
        day.person->keys(QStringLiteral("k7-pumpe-nord"));
        day.person->enter();
    }
    QTRY_VERIFY(store::hasPassword(day.read(), day.li));
    QVERIFY(std::holds_alternative<Refusal>(
        day.desk().signIn(QStringLiteral("li"), QStringLiteral("wrong")).result()));
    QVERIFY(std::holds_alternative<store::Identity>(
        day.desk().signIn(QStringLiteral("li"), QStringLiteral("k7-pumpe-nord")).result()));
}

void RightsInWindowTest::whatLackedTheRightIsReviewed()
{
    WindowDay day;
    const QString number = day.open(
        {{field::Kind, QStringLiteral("repair")}, {field::Title, QStringLiteral("厨房漏水")}});
    const Id ticket = day.read().findTicket(number)->ticket.id;
    {
        const auto secrets = std::get<store::Secrets>(store::loadSecrets({day.folder()}));
        store::Database database(
            store::DeskFolder{day.folder()}.database(), store::Database::Access::ReadWrite);
        store::FeedWriter feed(database, secrets);
        store::Projector projector(database);
        for (const char *action : {"accept", "dispatch", "cancel"}) {
            record::Entry entry{.actor = day.zhao,
                .recorded_ms = day.clock.now_ms(),
                .subject = ticket,
                .events = {StepTaken{ticket, QString::fromLatin1(action),
                    QStringLiteral("with_chief"), 1, day.zhao, 0, {}, {}, {}}}};
            store::Transaction transaction(database);
            projector.apply(feed.append(std::move(entry)));
            transaction.commit();
        }
    }
    day.openWindowAsIs();
    day.person->key(Qt::Key_F4, Qt::ShiftModifier);
    auto *page = day.shell().findChild<ui::conflicts::ConflictsPage *>();
    QTRY_COMPARE(page->model().rowCount(), 3);
    day.shoot(QStringLiteral("lacked-right"));
    QCOMPARE(day.read().findTicket(number)->ticket.state, QStringLiteral("received"));
    day.person->enter();
    QCOMPARE(day.shell().currentPage(), QStringLiteral("tickets"));
    QCOMPARE(day.shell().findChild<ui::tickets::TicketPage *>()->card().ticket().values.text(
                 field::Number),
        number);
    auto *menu = day.shell().personMenu();
    menu->popup(day.shell().mapToGlobal(QPoint(900, 40)));
    QTRY_VERIFY(menu->isVisible());
    if (qEnvironmentVariableIsSet("GRIDDESK_OUT"))
        menu->grab().save(qEnvironmentVariable("GRIDDESK_OUT") + QStringLiteral("/menu.png"));
    menu->close();
}

void RightsInWindowTest::whoMayDoWhatFitsOneSheet()
{
    WindowDay day;
    day.openWindowAsIs();
    day.person->key(Qt::Key_F6, Qt::ShiftModifier);
    auto *page = day.shell().findChild<ui::accounts::AccountsPage *>();
    page->showView(QStringLiteral("table"));
    const auto *sheet = page->findChild<ui::accounts::RightsSheet *>();
    day.shoot(QStringLiteral("who-may-do-what"));
    if (qEnvironmentVariableIsSet("GRIDDESK_OUT")) {
        QString error;
        ui::paper::writePdf(sheet->preview().pages(),
            qEnvironmentVariable("GRIDDESK_OUT") + QStringLiteral("/who-may.pdf"), &error);
    }
    // On both sides.
    QVERIFY(sheet->preview().pages().count() <= 2);
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    RightsInWindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "rights_in_window_test.moc"
