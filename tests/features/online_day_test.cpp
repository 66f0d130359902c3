// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_day.h"

#include "common/languages.h"
#include "domain/ticket_fields.h"
#include "exchange/online_book.h"
#include "look/theme.h"
#include "online/online_page.h"
#include "store/sql.h"
#include "support/stub_georeport.h"
#include "tickets/ticket_page.h"
#include "widgets/banner.h"
#include "widgets/icon_text.h"

#include <QCheckBox>
#include <QLabel>
#include <QTableView>
#include <QtTest>

using namespace domain;
using namespace Qt::StringLiterals;
using items::OnlineChannel;
using items::OnlineLine;
using items::OnlineSource;
using support::WebAnswer;
using support::WebQuestion;

/// The online channel through the real window, in Chinese and by keys: a service is set up, its requests come in once, a refused one is told,
/// a slow answer is given up, rounds come by interval in the name of whoever sits there. Leaves pictures in the folder that
/// GRIDDESK_OUT names.
class OnlineDayTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowDay> m_day;
    std::unique_ptr<support::StubGeoReport> m_stub;

    ui::online::OnlinePage *page()
    {
        return qobject_cast<ui::online::OnlinePage *>(m_day->shell().page(u"online"_s));
    }
    app::DeskOnline &channel() { return m_day->window->online(); }
    OnlineSource source(int row = 0)
    {
        const auto sources = channel().sources();
        return row < sources.size() ? sources.at(row) : OnlineSource();
    }
    QString source311() const { return m_stub->url().mid(7); }
    std::optional<store::NumberedTicket> ticket(const QString &id)
    {
        return m_day->desk().read().findTicketFromSource(source311(), id);
    }
    int row(OnlineLine::Kind kind)
    {
        for (int row = 0; row < page()->lines().rowCount(); ++row) {
            if (page()->lines().at(row).kind == kind)
                return row;
        }
        return -1;
    }
    QLineEdit *field(const char *name)
    {
        return page()->findChild<QLineEdit *>(QString::fromLatin1(name));
    }
    QString banner() { return page()->findChild<ui::widgets::Banner *>()->text(); }
    void add(const QString &id, const QJsonObject &more = {})
    {
        m_stub->add(id,
            QDateTime::fromMSecsSinceEpoch(m_day->clock.now_ms() - 60'000, Qt::UTC)
                .toString(Qt::ISODate),
            more);
    }
    /// The service says nothing, as long as somebody waits.
    void fallSilent()
    {
        m_stub->answerInstead([](const WebQuestion &) { return WebAnswer{.isSilent = true}; });
    }
    /// Types a folder and saves; the refusal stands beside it and names something.
    void setUpRefused(const QString &folder, const QString &named)
    {
        field("folder")->setText(folder);
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(field("folder")->parentWidget()->accessibleDescription().contains(named));
    }
    void spoil(const QByteArray &sql)
    {
        QVERIFY(!m_day->desk()
                     .maintain([sql](store::Database &database) { database.run(sql); })
                     .result());
    }
    void ask() { m_day->person->key(Qt::Key_R, Qt::ControlModifier); }
    void lock()
    {
        m_day->person->key(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(m_day->isCurtainDrawn());
    }
    void change(const QString &login)
    {
        m_day->person->key(Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(m_day->isCurtainDrawn());
        m_day->sitDown(login);
        QTRY_VERIFY(!m_day->isCurtainDrawn());
    }

private Q_SLOTS:
    void initTestCase();
    void theEmptyPageTeaches();
    void aServiceIsSetUp();
    void whatIsTypedIsNotReplaced();
    void requestsComeInOnce();
    void aRefusedOneIsToldAndAskedAgain();
    void aTicketThatCameInOpens();
    void aSlowAnswerIsGivenUp();
    void changingItEndsItsFirstQuestion();
    void aTroubleIsSaid();
    void aFolderIsEmptied();
    void aSwitchThatCantBeKeptIsSaid();
    void roundsComeByInterval();
    void nobodyThereNothingAsked();
    void whoeverSitsThereTakesThemIn();
    void whoMayNotIsWaitedOut();
    void closingEndsARound();
};

void OnlineDayTest::initTestCase()
{
    app::speakTheSystemsLanguage(*qApp, true);
    m_day = std::make_unique<WindowDay>();
    m_stub = std::make_unique<support::StubGeoReport>();
    m_day->openWindow();
    m_day->sitDown(u"wang"_s);
    QTRY_VERIFY(!m_day->isCurtainDrawn());
}

void OnlineDayTest::theEmptyPageTeaches()
{
    m_day->person->key(Qt::Key_F10, Qt::ControlModifier);
    QTRY_VERIFY(page() && page()->isVisible());
    QCOMPARE(page()->sources().rowCount(), 0);
    m_day->shoot(u"online-none"_s);
}

void OnlineDayTest::aServiceIsSetUp()
{
    m_day->person->key(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(m_day->person->focus(), field("name"));
    m_day->person->chinese(u"市民热线"_s);
    m_day->person->enter();
    m_day->person->keys(u"ftp://nowhere"_s);
    m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
    // Refused beside the field, and nothing is kept.
    QTRY_VERIFY(field("url")->accessibleDescription().contains(u"ftp"_s));
    QVERIFY(channel().sources().isEmpty());
    m_day->shoot(u"online-form-refused"_s);
    field("url")->setFocus();
    field("url")->selectAll();
    m_day->person->keys(m_stub->url());
    m_day->person->enter();
    m_day->person->enter();
    QCOMPARE(m_day->person->focus(), field("key"));
    m_day->person->keys(u"geheim-4711"_s);
    QCOMPARE(field("key")->echoMode(), QLineEdit::Password);
    m_day->shoot(u"online-form"_s);
    m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(page()->sources().rowCount(), 1);
    QVERIFY(source().hasKey);
    QCOMPARE(source().address, m_stub->url());
    // It is never shown again, and stays when the rest is changed.
    m_day->person->key(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(field("url")->isVisible());
    QVERIFY(field("key")->text().isEmpty());
    const QString mapping = QDir(m_day->folder()).filePath(u"../map.json"_s);
    QFile file(mapping);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"fields": {"grid": "grid_code"}})");
    file.close();
    field("mapping")->setText(mapping);
    m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(source().hasMapping);
    QVERIFY(source().hasKey);
    // Nobody has asked yet, and nothing goes out by itself.
    QVERIFY(m_stub->web().questions().isEmpty());
    QCOMPARE(channel().hold(), OnlineChannel::Hold::Off);
}

/// Another form is asked for only when nothing stands in this one; what was given up while it was being saved closes no other one.
void OnlineDayTest::whatIsTypedIsNotReplaced()
{
    m_day->person->key(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(m_day->person->focus(), field("name"));
    // Empty as it is, it may be another one.
    m_day->person->key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_day->person->focus(), field("folder"));
    m_day->person->key(Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(m_day->person->focus(), field("name"));
    m_day->person->chinese(u"水务局"_s);
    auto *sources = page()->findChild<QTableView *>(u"sources"_s);
    auto *told = page()->findChild<ui::widgets::Banner *>();
    const std::pair<Qt::Key, Qt::KeyboardModifiers> others[] = {{Qt::Key_N, Qt::ControlModifier},
        {Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier}, {Qt::Key_E, Qt::ControlModifier},
        {Qt::Key_Return, Qt::NoModifier}};
    for (const auto &[key, held] : others) {
        told->dismiss();
        sources->setFocus();
        m_day->person->key(key, held);
        QCOMPARE(field("name")->text(), u"水务局"_s);
        QVERIFY(field("name")->isVisible() && !field("folder")->isVisible());
        QVERIFY(told->isVisible());
    }
    m_day->shoot(u"online-form-first"_s);
    field("name")->setFocus();
    m_day->person->key(Qt::Key_Escape);
    m_day->person->key(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(m_day->person->focus(), field("url"));
    m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
    m_day->person->key(Qt::Key_Escape);
    m_day->person->key(Qt::Key_N, Qt::ControlModifier);
    m_day->person->chinese(u"水务局"_s);
    m_day->person->enter();
    m_day->person->keys(u"ftp://nowhere"_s);
    m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(field("url")->accessibleDescription().contains(u"ftp"_s));
    QVERIFY(field("name")->isVisible());
    m_day->person->key(Qt::Key_Escape);
    QTRY_VERIFY(sources->hasFocus());
}

void OnlineDayTest::requestsComeInOnce()
{
    add(u"14-1"_s, {{u"address"_s, u"幸福里3栋"_s}});
    add(u"14-2"_s, {{u"service_name"_s, u"井盖破损"_s}});
    ask();
    QTRY_COMPARE(source().taken, 2);
    QTRY_VERIFY(!channel().round().isOn);
    QVERIFY(ticket(u"14-1"_s) && ticket(u"14-2"_s));
    ask();
    QTRY_COMPARE(source().accepted, 0);
    QTRY_VERIFY(!channel().round().isOn);
    QCOMPARE(source().taken, 2);
    QCOMPARE(m_day->desk().read().countTickets({}), 2);
    // In the name of the person who sits there, and no other.
    QCOMPARE(ticket(u"14-1"_s)->ticket.steps.constFirst().typedBy, m_day->desk().actor());
}

void OnlineDayTest::aRefusedOneIsToldAndAskedAgain()
{
    add(u"14-3"_s, {{u"grid_code"_s, u"G9"_s}});
    ask();
    QTRY_COMPARE(source().again, 1);
    QTRY_VERIFY(row(OnlineLine::Kind::Refused) >= 0);
    const int refused = row(OnlineLine::Kind::Refused);
    QCOMPARE(page()->lines().at(refused).id, u"14-3"_s);
    QVERIFY(page()->lines().wordsAt(refused).contains(u"G9"_s));
    QTRY_VERIFY(!channel().round().isOn);
    m_day->shoot(u"online-refused"_s);
    // What it names is entered here, and the next round brings it.
    m_day->addGrid(u"G9"_s, u"河西"_s);
    ask();
    QTRY_COMPARE(source().again, 0);
    QTRY_COMPARE(source().taken, 3);
    QTRY_COMPARE(row(OnlineLine::Kind::Refused), -1);
}

void OnlineDayTest::aTicketThatCameInOpens()
{
    QTRY_VERIFY(!channel().round().isOn);
    auto *came = page()->findChild<QTableView *>(u"came"_s);
    QTRY_VERIFY(came->model() == &page()->lines() && came->model()->rowCount() >= 3);
    came->setFocus();
    came->selectRow(0);
    const QString number = page()->lines().at(0).ticket;
    QVERIFY(!number.isEmpty());
    m_day->person->enter();
    QTRY_COMPARE(m_day->shell().currentPage(), u"tickets"_s);
    auto *opened = m_day->shell().findChild<ui::tickets::TicketPage *>();
    QTRY_COMPARE(opened->card().ticket().values.text(field::Number), number);
    m_day->person->key(Qt::Key_F10, Qt::ControlModifier);
    QTRY_VERIFY(page()->isVisible());
}

void OnlineDayTest::aSlowAnswerIsGivenUp()
{
    fallSilent();
    const qsizetype before = m_stub->web().questions().size();
    ask();
    QTRY_VERIFY(m_stub->web().questions().size() > before);
    QVERIFY(channel().round().isOn);
    m_day->shoot(u"online-asking"_s);
    // The window goes on meanwhile.
    m_day->person->key(Qt::Key_F1);
    QCOMPARE(m_day->shell().currentPage(), u"today"_s);
    m_day->person->key(Qt::Key_F10, Qt::ControlModifier);
    m_day->person->key(Qt::Key_Period, Qt::ControlModifier);
    QTRY_VERIFY(!channel().round().isOn);
    QTRY_VERIFY(source().isStopped);
    QVERIFY(source().trouble.isEmpty());
    m_day->shoot(u"online-stopped"_s);
}

/// What is asked of it as it was goes no further.
void OnlineDayTest::changingItEndsItsFirstQuestion()
{
    fallSilent();
    const qsizetype before = m_stub->web().questions().size();
    ask();
    QTRY_VERIFY(m_stub->web().questions().size() > before);
    QTRY_COMPARE(channel().round().name, u"市民热线"_s);
    m_day->person->key(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY(field("url")->isVisible());
    m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!channel().round().isOn);
    QTRY_VERIFY(source().isStopped);
    QTRY_VERIFY(!field("url")->isVisible());
}

void OnlineDayTest::aTroubleIsSaid()
{
    m_stub->answerInstead([](const WebQuestion &) { return WebAnswer{.status = 403}; });
    ask();
    QTRY_VERIFY(source().trouble.contains(u"403"_s));
    QTRY_VERIFY(!channel().round().isOn);
    QTRY_VERIFY(banner().contains(u"403"_s));
    QTRY_VERIFY(page()->findChild<QLabel *>(u"advice"_s)->text().contains(u"403"_s));
    m_day->shoot(u"online-trouble"_s);
    m_stub->answerInstead({});
    ask();
    QTRY_VERIFY(source().trouble.isEmpty() && !source().isStopped);
}

void OnlineDayTest::aFolderIsEmptied()
{
    QTRY_VERIFY(!channel().round().isOn);
    QDir around(m_day->folder());
    QVERIFY(around.cdUp() && around.mkpath(u"投递"_s));
    const QString path = around.filePath(u"投递"_s);
    QFile file(path + u"/a.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"([{"service_request_id": "f-1", "service_name": "漏水"}, {"status": "open"}])");
    QVERIFY(file.flush());
    file.setFileTime(QDateTime::fromMSecsSinceEpoch(m_day->clock.now_ms()).addSecs(-60),
        QFileDevice::FileModificationTime);
    file.close();
    m_day->person->key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_day->person->focus(), field("folder"));
    // All that lies there would be moved.
    setUpRefused(m_day->folder(), m_day->folder());
    m_day->shoot(u"online-folder-refused"_s);
    field("folder")->setText(path);
    m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(page()->sources().rowCount(), 2);
    QTRY_COMPARE(page()->findChild<QTableView *>(u"sources"_s)->currentIndex().row(), 1);
    ask();
    QTRY_COMPARE(source(1).taken, 1);
    QCOMPARE(source(1).refused, 1);
    QTRY_VERIFY(row(OnlineLine::Kind::Remark) >= 0 && row(OnlineLine::Kind::CameIn) >= 0);
    QVERIFY(QFile::exists(path + u"/done/a.json"_s));
    QTRY_VERIFY(!channel().round().isOn);
    m_day->shoot(u"online-folder"_s);
    // Another of this name would have the same numbers for other matters.
    QVERIFY(around.mkpath(u"西/投递"_s));
    m_day->person->key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_day->person->focus(), field("folder"));
    setUpRefused(around.filePath(u"西/投递"_s), path);
    m_day->shoot(u"online-folder-twice"_s);
    m_day->person->key(Qt::Key_Escape);
    QCOMPARE(page()->sources().rowCount(), 2);
    // Taken away again; the key is pressed twice.
    m_day->person->key(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(page()->sources().rowCount(), 2);
    m_day->person->key(Qt::Key_Delete, Qt::ControlModifier);
    QTRY_COMPARE(page()->sources().rowCount(), 1);
}

void OnlineDayTest::aSwitchThatCantBeKeptIsSaid()
{
    spoil("CREATE TEMP TRIGGER full BEFORE INSERT ON local WHEN NEW.key = 'online/window' "
          "BEGIN SELECT RAISE(ABORT, 'no more room'); END");
    m_day->person->key(Qt::Key_B, Qt::ControlModifier);
    QTRY_VERIFY(banner().contains(u"no more room"_s));
    QVERIFY(!channel().asksByItself());
    QVERIFY(!page()->findChild<QCheckBox *>(u"by_itself"_s)->isChecked());
    m_day->shoot(u"online-switch-refused"_s);
    spoil("DROP TRIGGER full");
}

void OnlineDayTest::roundsComeByInterval()
{
    QVERIFY(!channel().asksByItself());
    m_day->person->key(Qt::Key_B, Qt::ControlModifier);
    QTRY_VERIFY(channel().asksByItself());
    QCOMPARE(channel().hold(), OnlineChannel::Hold::None);
    // Not before its time.
    const qsizetype before = m_stub->web().questions().size();
    channel().look();
    QVERIFY(!channel().round().isOn);
    QCOMPARE(m_stub->web().questions().size(), before);
    m_day->person->key(Qt::Key_F1);
    m_day->pass(16 * 60'000);
    add(u"14-4"_s);
    channel().look();
    QTRY_COMPARE(source().taken, 4);
    QTRY_VERIFY(!channel().round().isOn);
    // Said where whoever works here sees it.
    auto *word = m_day->shell().findChild<ui::widgets::IconText *>(u"online"_s);
    QTRY_VERIFY(word->isVisible() && word->text().contains(u'1'));
    m_day->shoot(u"online-came-in"_s);
}

void OnlineDayTest::nobodyThereNothingAsked()
{
    lock();
    QCOMPARE(channel().hold(), OnlineChannel::Hold::Nobody);
    m_day->pass(16 * 60'000);
    add(u"14-5"_s);
    const qsizetype before = m_stub->web().questions().size();
    channel().look();
    QVERIFY(!channel().round().isOn);
    QCOMPARE(m_stub->web().questions().size(), before);
    // Back again, the person asks for what was due meanwhile.
    m_day->sitDown(u"wang"_s);
    QTRY_VERIFY(!m_day->isCurtainDrawn());
    QTRY_COMPARE(source().taken, 5);
    QTRY_VERIFY(!channel().round().isOn);
}

void OnlineDayTest::whoeverSitsThereTakesThemIn()
{
    // A round that wang began goes no further once fang sits there.
    m_day->pass(16 * 60'000);
    add(u"14-6"_s);
    fallSilent();
    channel().look();
    QTRY_VERIFY(channel().round().isOn);
    change(u"fang"_s);
    QTRY_VERIFY(!channel().round().isOn);
    m_stub->answerInstead({});
    QVERIFY(!ticket(u"14-6"_s));
    m_day->pass(16 * 60'000);
    channel().look();
    QTRY_VERIFY(ticket(u"14-6"_s));
    QCOMPARE(ticket(u"14-6"_s)->ticket.steps.constFirst().typedBy, m_day->fang);
    QTRY_VERIFY(!channel().round().isOn);
}

void OnlineDayTest::whoMayNotIsWaitedOut()
{
    change(u"zhao"_s);
    m_day->pass(16 * 60'000);
    add(u"14-7"_s);
    const qsizetype before = m_stub->web().questions().size();
    channel().look();
    QCOMPARE(channel().hold(), OnlineChannel::Hold::NoRight);
    QVERIFY(!channel().round().isOn);
    QCOMPARE(m_stub->web().questions().size(), before);
    QVERIFY(m_day->shell().findChild<ui::widgets::IconText *>(u"online"_s)->isVisible());
    m_day->shoot(u"online-waits"_s);
    change(u"wang"_s);
    QTRY_VERIFY(ticket(u"14-7"_s));
    QTRY_VERIFY(!channel().round().isOn);
    m_day->person->key(Qt::Key_F10, Qt::ControlModifier);
    m_day->shoot(u"online-page"_s);
}

void OnlineDayTest::closingEndsARound()
{
    m_day->pass(16 * 60'000);
    fallSilent();
    channel().look();
    // What is due is read on another thread, and the window goes on until that is known.
    QVERIFY(!channel().round().isOn);
    QTRY_VERIFY(channel().round().isOn);
    m_day->window.reset();
    exchange::OnlineBook book(m_day->desk(), m_day->desk().read());
    const exchange::OnlineState state = book.state(u"市民热线"_s);
    QVERIFY(state.last.isStopped);
    QVERIFY(state.error.isEmpty());
    QVERIFY(book.isAskedByWindow());
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    OnlineDayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "online_day_test.moc"
