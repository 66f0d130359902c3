// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/small_desk.h"
#include "ui/intake/typist.h"

#include "look/theme.h"
#include "registers/register_form.h"
#include "registers/register_page.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace domain;
using support::Typist;
using ui::registers::RegisterForm;
using ui::registers::RegisterPage;

/// A morning with the company's lists, by keys: who is there, who is new, who has left.
class RegisterPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theStaffWithWhatEachHasInHand();
    void foundByPinyin();
    void someoneNewIsAdded();
    void aChangeAndItsRefusal();
    void removedAndTakenBack();
    void anotherRegister();
    void aDayMayStayEmpty();
    void anAddressTable();

private:
    QString cell(RegisterPage &page, int row, const QString &label) const;
    void seesRows(RegisterPage &page, qsizetype rows) const;

    std::unique_ptr<support::SmallDesk> m_at;
};

void RegisterPageTest::init()
{
    m_at = std::make_unique<support::SmallDesk>();
    const Id grid = m_at->addGrid(QStringLiteral("01"), QStringLiteral("锦绣苑"));
    m_at->addRow(Register::Staff,
        {{staff::Login, QStringLiteral("liming")}, {staff::Name, QStringLiteral("李明")},
            {staff::Role, QStringLiteral("chief")}, {staff::Grid, QVariant::fromValue(grid)}});
    const Id zhao = m_at->addPerson(
        QStringLiteral("zhaoqiang"), QStringLiteral("赵强"), QStringLiteral("technician"));
    const QString number = m_at->open(
        {{field::Kind, QStringLiteral("repair")}, {field::Title, QStringLiteral("漏水")}});
    m_at->act(number, QStringLiteral("dispatch"), {{field::Assignee, QVariant::fromValue(zhao)}});
}

QString RegisterPageTest::cell(RegisterPage &page, int row, const QString &label) const
{
    items::RegisterTableModel &model = page.model();
    for (int column = 0; column < model.columnCount(); ++column) {
        if (model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString() == label)
            return model.index(row, column).data().toString();
    }
    return QStringLiteral("no column ") + label;
}

void RegisterPageTest::seesRows(RegisterPage &page, qsizetype rows) const
{
    QTRY_COMPARE(page.model().total(), rows);
}

void RegisterPageTest::theStaffWithWhatEachHasInHand()
{
    RegisterPage page(m_at->desk(), {Register::Staff, Register::Grid});
    const QAbstractItemModelTester tester(&page.model());
    Typist person(page);
    seesRows(page, 3); // with the founder
    QCOMPARE(cell(page, 0, QStringLiteral("Full name")), QStringLiteral("李明"));
    QCOMPARE(cell(page, 0, QStringLiteral("Role")), QStringLiteral("Grid chief"));
    QCOMPARE(cell(page, 0, QStringLiteral("Grid")), QStringLiteral("01 锦绣苑"));
    QTRY_COMPARE(cell(page, 2, QStringLiteral("In hand")), QStringLiteral("1"));
    QCOMPARE(cell(page, 0, QStringLiteral("In hand")), QStringLiteral("0"));
    person.shoot(QStringLiteral("staff"));
}

void RegisterPageTest::foundByPinyin()
{
    RegisterPage page(m_at->desk(), {Register::Staff});
    Typist person(page);
    seesRows(page, 3);
    person.keys(QStringLiteral("zq"));
    seesRows(page, 1);
    QCOMPARE(cell(page, 0, QStringLiteral("Login")), QStringLiteral("zhaoqiang"));
    person.key(Qt::Key_Backspace);
    person.key(Qt::Key_Backspace);
    seesRows(page, 3);
}

void RegisterPageTest::someoneNewIsAdded()
{
    RegisterPage page(m_at->desk(), {Register::Staff});
    Typist person(page);
    seesRows(page, 3);
    person.key(Qt::Key_N, Qt::ControlModifier);
    person.keys(QStringLiteral("sunli"));
    person.enter();
    person.chinese(QStringLiteral("孙丽"));
    person.enter();
    person.keys(QStringLiteral("cle"));
    person.enter();
    person.shoot(QStringLiteral("staff-new"));
    person.key(Qt::Key_Return, Qt::ControlModifier);
    seesRows(page, 4);
    const auto sun = m_at->read().findRowByCode(Register::Staff, QStringLiteral("sunli"));
    QCOMPARE(sun->row.values.text(staff::Name), QStringLiteral("孙丽"));
    QCOMPARE(sun->row.values.text(staff::Role), QStringLiteral("clerk"));
    QTRY_COMPARE(page.currentRow()->id, sun->row.id); // the table stands on her
}

void RegisterPageTest::aChangeAndItsRefusal()
{
    RegisterPage page(m_at->desk(), {Register::Staff});
    Typist person(page);
    seesRows(page, 3);
    person.key(Qt::Key_Return); // from the search into the table
    person.key(Qt::Key_Return);
    auto *form = page.findChild<RegisterForm *>();
    QTRY_VERIFY(form->isVisible());
    person.key(Qt::Key_A, Qt::ControlModifier);
    person.keys(QStringLiteral("zhaoqiang")); // taken
    person.key(Qt::Key_Return, Qt::ControlModifier);
    const auto saysTaken = [&page] {
        const auto labels = page.findChildren<QWidget *>();
        return std::ranges::any_of(labels, [](const QWidget *one) {
            return one->accessibleName().contains(QStringLiteral("already taken"))
                || one->accessibleDescription().contains(QStringLiteral("already taken"));
        });
    };
    QTRY_VERIFY(saysTaken());
    person.shoot(QStringLiteral("staff-refused"));
    person.key(Qt::Key_A, Qt::ControlModifier);
    person.keys(QStringLiteral("lim"));
    person.key(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!form->isOpen());
    QVERIFY(m_at->read().findRowByCode(Register::Staff, QStringLiteral("lim")));
}

void RegisterPageTest::removedAndTakenBack()
{
    RegisterPage page(m_at->desk(), {Register::Staff});
    Typist person(page);
    seesRows(page, 3);
    person.key(Qt::Key_Return);
    person.key(Qt::Key_Delete);
    seesRows(page, 2);
    QVERIFY(!m_at->read().findRowByCode(Register::Staff, QStringLiteral("liming")));
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("Undo"))
            button->click();
    }
    seesRows(page, 3);
}

void RegisterPageTest::anotherRegister()
{
    RegisterPage page(m_at->desk(), {Register::Staff, Register::Grid, Register::Equipment});
    const QAbstractItemModelTester tester(&page.model());
    Typist person(page);
    seesRows(page, 3);
    person.key(Qt::Key_Backtab);
    person.keys(QStringLiteral("2"));
    seesRows(page, 1);
    QCOMPARE(cell(page, 0, QStringLiteral("Name")), QStringLiteral("锦绣苑"));
    person.keys(QStringLiteral("3"));
    seesRows(page, 0);
    person.shoot(QStringLiteral("equipment-empty"));
}

void RegisterPageTest::aDayMayStayEmpty()
{
    RegisterPage page(m_at->desk(), {Register::Equipment});
    Typist person(page);
    seesRows(page, 0);
    person.key(Qt::Key_N, Qt::ControlModifier);
    person.keys(QStringLiteral("P1"));
    person.enter();
    person.chinese(QStringLiteral("供水泵"));
    person.key(Qt::Key_Return, Qt::ControlModifier);
    seesRows(page, 1);
    QVERIFY(!m_at->read()
                 .findRowByCode(Register::Equipment, QStringLiteral("P1"))
                 ->row.values.has(equipment::InstalledOn));
}

void RegisterPageTest::anAddressTable()
{
    // Beyond GBK, beyond the BMP, private use: they come through and stand in the table.
    const QStringList names{QStringLiteral("莫\U00021413村委会"), QStringLiteral("高\ue170村委会"),
        QStringLiteral("永丰村委会")};
    for (qsizetype i = 0; i < names.size(); ++i)
        m_at->addRow(Register::Place,
            {{place::Community, names[i]}, {place::Code, QStringLiteral("42060200620%1").arg(i)}});
    m_at->desk().startIndexingPeople();
    RegisterPage page(m_at->desk(), {Register::Place});
    Typist person(page);
    seesRows(page, 3);
    QCOMPARE(cell(page, 0, QStringLiteral("Community")), names[0]);
    QCOMPARE(cell(page, 1, QStringLiteral("Community")), names[1]);
    person.shoot(QStringLiteral("places"));
    QTRY_VERIFY(!m_at->read().findPlaces(QStringLiteral("yongfeng"), 5).isEmpty());
    person.keys(QStringLiteral("yfc"));
    seesRows(page, 1);
    QCOMPARE(cell(page, 0, QStringLiteral("Community")), names[2]);
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const bool dark = qEnvironmentVariableIsSet("GRIDDESK_DARK");
    const ui::look::Theme theme(
        dark ? ui::look::Theme::Choice::Dark : ui::look::Theme::Choice::Light);
    RegisterPageTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "register_page_test.moc"
