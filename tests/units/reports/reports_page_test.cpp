// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/reports_page.h"

#include "paper/preview.h"
#include "reports/period_picker.h"
#include "support/small_desk.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace domain;
using ui::reports::ReportsPage;

// The manager opens the reports, turns back a month, narrows to a grid and takes the figures home.
class ReportsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsWhenItIsOpened();
    void turnsToAnotherMonth();
    void narrowsToAGrid();
    void saysWhenFiguresAreOld();
    void handsOutASpreadsheet();
    void isClosedWhileCounting();

private:
    qint64 received() const { return m_page->figures()->present.all[reports::Measure::Received]; }

    std::unique_ptr<support::SmallDesk> m_small;
    std::unique_ptr<ReportsPage> m_page;
    QString m_savedTo;
};

void ReportsPageTest::init()
{
    m_page.reset();
    m_small = std::make_unique<support::SmallDesk>(QStringLiteral("2026-11-20 08:00"));
    const Id east = m_small->addGrid(QStringLiteral("01"), QStringLiteral("东区"));
    const auto matter = [](const QString &at) {
        return Values{{field::Kind, QStringLiteral("enquiry")},
            {field::Title, QStringLiteral("何时供暖")},
            {field::HappenedAt, support::moment_ms(at)}};
    };
    Values inEast = matter(QStringLiteral("2026-11-03 09:00"));
    inEast.set(field::Grid, QVariant::fromValue(east));
    m_small->open(inEast);
    m_small->open(matter(QStringLiteral("2026-11-04 09:00")));
    m_small->open(matter(QStringLiteral("2026-10-04 09:00")));
    m_page = std::make_unique<ReportsPage>(
        m_small->desk(), [this](const reports::FigureTable &table, const QString &path) {
            m_savedTo = table.rows.isEmpty() ? QString() : path;
            return QString();
        });
    QSignalSpy shown(m_page.get(), &ReportsPage::shown);
    m_page->show();
    QTRY_VERIFY(!shown.isEmpty());
}

void ReportsPageTest::countsWhenItIsOpened()
{
    QCOMPARE(received(), 2);
    QVERIFY(m_page->preview().pages().count() > 0);
}

void ReportsPageTest::turnsToAnotherMonth()
{
    QSignalSpy shown(m_page.get(), &ReportsPage::shown);
    m_page->period().setPeriod(m_page->period().period().before());
    QTRY_VERIFY(!shown.isEmpty());
    QCOMPARE(received(), 1);
    // What has not begun can't be chosen.
    const auto next = reports::Period::parse(u"2026-12").value();
    m_page->period().setPeriod(next);
    QCOMPARE(m_page->period().period().text(), QStringLiteral("2026-10"));
}

void ReportsPageTest::narrowsToAGrid()
{
    QSignalSpy shown(m_page.get(), &ReportsPage::shown);
    m_page->findChild<QListWidget *>()->item(0)->setCheckState(Qt::Checked);
    QTRY_VERIFY(!shown.isEmpty());
    QCOMPARE(received(), 1);
}

void ReportsPageTest::saysWhenFiguresAreOld()
{
    QPushButton *again = nullptr;
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        if (button->text() == ReportsPage::tr("Count again"))
            again = button;
    }
    QVERIFY(again && !again->isVisible());
    m_small->open(
        {{field::Kind, QStringLiteral("enquiry")}, {field::Title, QStringLiteral("停水通知")}});
    QTRY_VERIFY(again->isVisible());
    QSignalSpy shown(m_page.get(), &ReportsPage::shown);
    again->click();
    QTRY_VERIFY(!shown.isEmpty());
    QCOMPARE(received(), 3);
    QVERIFY(!again->isVisible());
}

void ReportsPageTest::handsOutASpreadsheet()
{
    m_page->saveXlsx(QStringLiteral("/tmp/figures.xlsx"));
    QTRY_COMPARE(m_savedTo, QStringLiteral("/tmp/figures.xlsx"));
}

void ReportsPageTest::isClosedWhileCounting()
{
    m_page->count();
    m_page.reset();
    m_small.reset();
}

QTEST_MAIN(ReportsPageTest)
#include "reports_page_test.moc"
