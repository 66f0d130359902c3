// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/small_desk.h"
#include "ui/intake/typist.h"

#include "common/languages.h"
#include "domain/stock.h"
#include "look/theme.h"
#include "registers/register_page.h"
#include "registers/rules_line.h"
#include "widgets/banner.h"

#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace domain;
using namespace Qt::StringLiterals;
using support::Typist;
using ui::registers::RegisterPage;
using ui::registers::RulesLine;

/// Supplies among the registers, and the line about the rules above them.
class StockOnPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_at = std::make_unique<support::SmallDesk>(); }

    void whatIsTooLittleSaysSo();
    void quantitiesAreNotTyped();
    void aSupplyRemovedComesBackWithItsStock();
    void nothingToActivateIsNothingToRead();
    void newerRulesWaitForEveryDesk();
    void aClerkIsNotOfferedNewRules();

private:
    Id supply(const QString &code, const QString &name, const QString &unit, qint64 minimum)
    {
        return m_at->addRow(Register::Supply,
            {{supply::Code, code}, {supply::Name, name}, {supply::Unit, unit},
                {supply::Minimum, minimum}, {supply::KeptAt, u"一号库"_s}});
    }
    static QString there(RegisterPage &page, int row)
    {
        auto &model = page.model();
        for (int column = 0; column < model.columnCount(); ++column) {
            if (model.headerData(column, Qt::Horizontal, Qt::DisplayRole)
                == labelOf(*registerSpec(Register::Supply).fields.find(supply::Quantity)))
                return model.index(row, column).data().toString();
        }
        return {};
    }

    std::unique_ptr<support::SmallDesk> m_at;
};

void StockOnPageTest::whatIsTooLittleSaysSo()
{
    const Id hose = supply(u"P20"_s, u"PVC管"_s, u"米"_s, 5000);
    supply(u"V15"_s, u"阀门"_s, u"个"_s, 10'000);
    m_at->submit(MoveStock{hose, u"received"_s, 12'500, {}, {}});
    RegisterPage page(m_at->desk(), {Register::Equipment, Register::Supply, Register::Standard});
    page.addNote(new RulesLine(m_at->desk(), newestRules + 1, &page));
    page.showRegister(Register::Supply);
    Typist person(page);
    QTRY_COMPARE(page.model().total(), 2);
    QCOMPARE(there(page, 0), u"12.5"_s);
    QCOMPARE(there(page, 1), items::RegisterTableModel::tr("%1, too little").arg(0));
    QSignalSpy found(&page.model(), &items::RegisterTableModel::found);
    m_at->submit(MoveStock{hose, u"issued"_s, 8000, {}, {}});
    QTRY_VERIFY(!found.isEmpty());
    QTRY_COMPARE(there(page, 0), items::RegisterTableModel::tr("%1, too little").arg(4.5));
    person.shoot(u"supplies"_s);
}

void StockOnPageTest::quantitiesAreNotTyped()
{
    supply(u"P20"_s, u"PVC管"_s, u"米"_s, 5000);
    RegisterPage page(m_at->desk(), {Register::Supply});
    Typist person(page);
    QTRY_COMPARE(page.model().total(), 1);
    page.editRow();
    QVERIFY(page.findChild<QWidget *>(u"minimum"_s));
    QVERIFY(!page.findChild<QWidget *>(u"quantity"_s));
    person.shoot(u"supply-form"_s);
}

void StockOnPageTest::aSupplyRemovedComesBackWithItsStock()
{
    const Id hose = supply(u"P20"_s, u"PVC管"_s, u"米"_s, 5000);
    m_at->submit(MoveStock{hose, u"received"_s, 12'500, {}, {}});
    RegisterPage page(m_at->desk(), {Register::Supply});
    Typist person(page);
    QTRY_COMPARE(page.model().total(), 1);
    page.removeRow();
    QTRY_COMPARE(page.model().total(), 0);
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->text() == ui::widgets::Banner::tr("Undo"))
            button->click();
    }
    QTRY_COMPARE(page.model().total(), 1);
    QCOMPARE(there(page, 0), u"12.5"_s);
}

void StockOnPageTest::nothingToActivateIsNothingToRead()
{
    QWidget page;
    RulesLine line(m_at->desk(), newestRules, &page);
    page.show();
    QVERIFY(!line.isVisible());
}

void StockOnPageTest::newerRulesWaitForEveryDesk()
{
    QWidget page;
    RulesLine line(m_at->desk(), newestRules + 1, &page);
    page.show();
    auto *button = line.findChild<QPushButton *>();
    QVERIFY(line.isVisible() && button->isVisible());
    QVERIFY(!button->isEnabled());
    QVERIFY2(line.text().contains(u"前台"), qPrintable(line.text()));
    // This program doesn't know them, whatever the line was told.
    line.activate();
    QTRY_VERIFY(line.text().contains(QString::number(newestRules + 1)));
}

void StockOnPageTest::aClerkIsNotOfferedNewRules()
{
    m_at->addPerson(u"li"_s, u"李明"_s, u"clerk"_s);
    QWidget page;
    RulesLine line(m_at->desk(), newestRules + 1, &page);
    page.show();
    QVERIFY(line.isVisible());
    m_at->signIn(u"li"_s);
    QVERIFY(!line.isVisible());
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const bool dark = qEnvironmentVariableIsSet("GRIDDESK_DARK");
    const ui::look::Theme theme(
        dark ? ui::look::Theme::Choice::Dark : ui::look::Theme::Choice::Light);
    // Pictures are for those who will read the window.
    if (qEnvironmentVariableIsSet("GRIDDESK_SHOTS"))
        app::speakTheSystemsLanguage(application, true);
    StockOnPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "stock_on_page_test.moc"
