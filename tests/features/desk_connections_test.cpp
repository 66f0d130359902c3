// SPDX-License-Identifier: GPL-3.0-or-later
#include "desks_day.h"

#include "common/languages.h"
#include "desks/invite_dialog.h"
#include "desks/serving_dialog.h"
#include "look/theme.h"
#include "peers/desk_exchange.h"
#include "peers/hub_schema.h"
#include "support/postgres_server.h"
#include "ui/tickets/sample_day.h"
#include "widgets/banner.h"

#include <QPushButton>
#include <QSpinBox>
#include <QTcpServer>

using namespace domain;
using namespace Qt::StringLiterals;
using items::DeskListModel;

/// One desk's page of desks: what it says while it is alone, with a hub, without a port, and to whom it offers what.
class DeskConnectionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { app::speakTheSystemsLanguage(*qApp, true); }

    void theOnlyDeskSaysSo();
    void desksThatMeetInTheHubAlone();
    void theRecordIsChecked();
    void aPortThatIsTakenIsSaid();
    void whoMayNotSeesNoButtons();
};

void DeskConnectionsTest::theOnlyDeskSaysSo()
{
    FrontDesk front;
    front.open();
    QCOMPARE(status(front.shell()), u"本单位只有这一个工位"_s);
    front.toDesks();
    QCOMPARE(front.page().table().model()->rowCount(), 1);
    QCOMPARE(front.cell(0, DeskListModel::Name), u"前台（本工位）"_s);
    QCOMPARE(front.cell(0, DeskListModel::State), u"正在使用"_s);
    QCOMPARE(support::namelessWidgets(front.page()), QStringList());
    shootWidget(front.shell(), u"10-alone"_s);
    // Addresses that people have noted hold the next morning.
    const QStringList heardAt = front.serving->heardAt();
    front.close();
    front.reopen();
    front.open();
    QCOMPARE(front.serving->heardAt(), heardAt);
    // A click on the word does what the key does.
    front.person->key(Qt::Key_F1);
    QTest::mouseClick(
        front.shell().statusLine().findChild<ui::widgets::IconText *>(), Qt::LeftButton);
    QCOMPARE(front.shell().currentPage(), u"desks"_s);
}

void DeskConnectionsTest::desksThatMeetInTheHubAlone()
{
    if (const QString why = support::PostgresServer::whyNot(); !why.isEmpty())
        QSKIP(qPrintable(why));
    support::PostgresServer server;
    QVERIFY(server.start());
    FrontDesk front;
    front.start();
    const auto url = peers::HubUrl::parse(server.url());
    const auto exchange = peers::exchangeOf(front.desk());
    QVERIFY(!peers::initHub(std::get<peers::HubUrl>(url), exchange->introduction()));
    // A desk far away, that nobody here reaches.
    front.submit(AdmitDesk{
        .desk = front.desk().freshId(), .name = u"城东"_s, .publicKey = QByteArray(32, 'k')});
    items::ServingSettings settings = front.serving->settings();
    settings.hub = server.url();
    QVERIFY(!front.serving->apply(settings));
    QTRY_COMPARE(status(front.shell()), u"已与中心库同步"_s);
    front.toDesks();
    QCOMPARE(front.cell(1, DeskListModel::State), u"已同步"_s);
    QCOMPARE(front.cell(2, DeskListModel::State), u"经中心库同步"_s);
    front.person->key(Qt::Key_Down);
    shootWidget(front.shell(), u"80-hub"_s);
    // It goes down; that is said, and nothing waits for it.
    server.kill();
    QTRY_VERIFY_WITH_TIMEOUT(status(front.shell()).endsWith(u"单独工作"_s), 20000);
    shootWidget(front.shell(), u"81-hub-gone"_s);
    QVERIFY(server.start());
    QTRY_COMPARE_WITH_TIMEOUT(status(front.shell()), u"已与中心库同步"_s, 60000);
}

void DeskConnectionsTest::theRecordIsChecked()
{
    FrontDesk front;
    front.open();
    front.toDesks();
    front.person->key(Qt::Key_R, Qt::ControlModifier);
    auto *banner = front.page().findChild<ui::widgets::Banner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->text().startsWith(u"记录完好"_s));
    shootWidget(front.shell(), u"70-sound"_s);
}

void DeskConnectionsTest::aPortThatIsTakenIsSaid()
{
    FrontDesk front;
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    front.open();
    front.toDesks();
    front.person->key(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(front.dialog<ui::desks::ServingDialog>());
    auto &dialog = *front.dialog<ui::desks::ServingDialog>();
    FrontDesk::take(dialog);
    dialog.findChild<QSpinBox *>(u"port"_s)->setValue(other.serverPort());
    QCOMPARE(support::namelessWidgets(dialog), QStringList());
    auto *hub = dialog.findChild<QLineEdit *>(u"hub"_s);
    hub->setFocus();
    front.person->keys(u"mysql://hub"_s);
    front.person->enter();
    QVERIFY(front.dialog<ui::desks::ServingDialog>());
    QVERIFY(!hub->accessibleDescription().isEmpty());
    shootWidget(dialog, u"71-connections-refused"_s);
    front.person->key(Qt::Key_A, Qt::ControlModifier);
    front.person->keys(u"postgresql://u:secret@127.0.0.1:1/hub"_s);
    front.person->enter();
    QTRY_VERIFY(!front.dialog<ui::desks::ServingDialog>());
    QTRY_VERIFY(!front.page().waiting().isEmpty());
    QVERIFY(front.page().waiting().constFirst().contains(QString::number(other.serverPort())));
    // The hub that doesn't answer has a line of its own, without its password.
    QTRY_COMPARE(front.page().table().model()->rowCount(), 2);
    QCOMPARE(front.cell(1, DeskListModel::Name), u"中心库"_s);
    QVERIFY(!front.cell(1, DeskListModel::Way).contains(u"secret"_s));
    FrontDesk::take(front.shell());
    front.person->key(Qt::Key_Down);
    shootWidget(front.shell(), u"72-port-taken-and-no-hub"_s);
    QFile database(front.desk().folder().database());
    QVERIFY(database.open(QIODevice::ReadOnly));
    QVERIFY(!database.readAll().contains("secret"));
    // All of it is there again the next morning.
    front.close();
    front.reopen();
    front.start();
    QCOMPARE(front.serving->settings().port, other.serverPort());
    QVERIFY(front.serving->settings().hub.contains(u"secret"_s));
}

void DeskConnectionsTest::whoMayNotSeesNoButtons()
{
    FrontDesk front;
    front.open();
    front.toDesks();
    front.desk().setActor(front.fang);
    const QStringList offered{u"核验记录"_s};
    QStringList seen;
    for (auto *button : front.page().findChildren<QPushButton *>()) {
        if (button->isVisible() && !button->text().isEmpty())
            seen << button->text();
    }
    QCOMPARE(seen, offered);
    front.person->key(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(!front.dialog<ui::desks::InviteDialog>());
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    DeskConnectionsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "desk_connections_test.moc"
