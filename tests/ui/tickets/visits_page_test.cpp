// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_day.h"

#include "visits/visits_page.h"
#include "widgets/banner.h"
#include "widgets/choice_strip.h"

#include <QApplication>
#include <QTableView>

using namespace domain;
using namespace support;
using ui::visits::VisitsPage;

class VisitsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void satisfiedClosesAndTheNextComes();
    void dissatisfiedGoesBackToTheTeam();
    void notReachedComesAgainLater();
    void withoutAnswerIsRefused();
    void anonymousNeverStandsHere();
    void digitsGoIntoTheRemark();
    void everythingHasAName();
};

namespace
{

struct Opened {
    explicit Opened(SampleDay &desk)
        : page(desk.desk())
    {
        isReady = showActive(page) && QTest::qWaitFor([this] { return !page.card().isEmpty(); });
        page.setFocus();
    }

    QString number() const { return page.card().ticket().values.text(field::Number); }
    QString answer() const { return page.findChild<ui::widgets::ChoiceStrip *>()->current(); }
    QPlainTextEdit *remark() const { return page.findChild<QPlainTextEdit *>(); }

    VisitsPage page;
    bool isReady = false;
};

void press(Qt::Key key, Qt::KeyboardModifiers held = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, held);
}

QString filed(SampleDay &desk, const QString &what)
{
    const QString number = desk.repairAt(QStringLiteral("to_visit"), u"漏水"_qs, what);
    desk.clock.passMinutes(10);
    return number;
}

} // namespace

void VisitsPageTest::satisfiedClosesAndTheNextComes()
{
    SampleDay desk;
    const QString first = filed(desk, u"厨房漏水"_qs), second = filed(desk, u"楼道停电"_qs);
    Opened opened(desk);
    QVERIFY(opened.isReady);
    QCOMPARE(opened.number(), first);
    press(Qt::Key_5);
    QCOMPARE(opened.answer(), QStringLiteral("5"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(opened.number(), second);
    QCOMPARE(desk.read().findTicket(first)->ticket.state, QStringLiteral("closed"));
    QCOMPARE(opened.answer(), QString());
    press(Qt::Key_4);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(opened.page.card().isEmpty());
}

void VisitsPageTest::dissatisfiedGoesBackToTheTeam()
{
    SampleDay desk;
    const QString number = filed(desk, u"厨房漏水"_qs);
    Opened opened(desk);
    QVERIFY(opened.isReady);
    press(Qt::Key_1);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(opened.page.card().isEmpty());
    const Ticket ticket = desk.read().findTicket(number)->ticket;
    QCOMPARE(ticket.state, QStringLiteral("with_team"));
    QCOMPARE(ticket.round, 2);
}

void VisitsPageTest::notReachedComesAgainLater()
{
    SampleDay desk;
    const QString first = filed(desk, u"厨房漏水"_qs), second = filed(desk, u"楼道停电"_qs);
    Opened opened(desk);
    QVERIFY(opened.isReady);
    press(Qt::Key_U);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(opened.number(), second);
    const auto *queue = opened.page.findChild<QTableView *>();
    QCOMPARE(queue->model()->rowCount(), 2);
    QTRY_COMPARE(queue->model()->index(1, 0).data().toString(), first);
    QCOMPARE(desk.read().findTicket(first)->ticket.state, QStringLiteral("to_visit"));
}

void VisitsPageTest::withoutAnswerIsRefused()
{
    SampleDay desk;
    const QString number = filed(desk, u"厨房漏水"_qs);
    Opened opened(desk);
    QVERIFY(opened.isReady);
    press(Qt::Key_Return, Qt::ControlModifier);
    const auto *banner = opened.page.findChild<ui::widgets::Banner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(banner->text().contains(QStringLiteral("One of these is needed")));
    QCOMPARE(opened.number(), number);
}

void VisitsPageTest::anonymousNeverStandsHere()
{
    SampleDay desk;
    desk.open({{field::Kind, QStringLiteral("repair")}, {field::Title, u"不留姓名"_qs},
                  {field::Anonymous, true}},
        {}, QStringLiteral("to_visit"));
    const QString named = filed(desk, u"厨房漏水"_qs);
    Opened opened(desk);
    QVERIFY(opened.isReady);
    QCOMPARE(opened.number(), named);
    QCOMPARE(opened.page.findChild<QTableView *>()->model()->rowCount(), 1);
}

void VisitsPageTest::digitsGoIntoTheRemark()
{
    SampleDay desk;
    filed(desk, u"厨房漏水"_qs);
    Opened opened(desk);
    QVERIFY(opened.isReady);
    opened.remark()->setFocus();
    QTest::keyClicks(opened.remark(), QStringLiteral("5 u"));
    QCOMPARE(opened.remark()->toPlainText(), QStringLiteral("5 u"));
    QCOMPARE(opened.answer(), QString());
}

void VisitsPageTest::everythingHasAName()
{
    SampleDay desk;
    filed(desk, u"厨房漏水"_qs);
    Opened opened(desk);
    QVERIFY(opened.isReady);
    QCOMPARE(namelessWidgets(opened.page), QStringList());
}

QTEST_MAIN(VisitsPageTest)
#include "visits_page_test.moc"
