// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/intake/desk_at_hand.h"
#include "ui/intake/typist.h"

#include "common/languages.h"
#include "domain/register_rules.h"
#include "store/check.h"
#include "window/desk_window.h"

#include "customers/customers_page.h"
#include "customers/duplicates_dialog.h"
#include "intake/answers_panel.h"
#include "look/theme.h"
#include "registers/register_form.h"
#include "shell/settings.h"
#include "widgets/icon_text.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

using namespace domain;
using namespace Qt::StringLiterals;

/// A clerk's day with one household, by keys alone, in Chinese: the file is completed, the daughter calls from her own
/// number, a meter number is asked for, a second file of the same man is merged and the merging taken back. Leaves pictures in
/// the folder that GRIDDESK_OUT names.
class CustomerDayTest : public QObject
{
    Q_OBJECT

public:
    CustomerDayTest();

private Q_SLOTS:
    void initTestCase();
    void theFileIsFoundByInitials();
    void thePremisesGetTheirMeters();
    void theDaughterIsWrittenDown();
    void theMachineIsSaidLoudly();
    void theDaughterCallsFromHerOwnNumber();
    void theMeterFindsTheHouse();
    void theSecondFileIsMerged();
    void theMergingIsTakenBack();
    void theBusinessOpensItsTicket();
    void anythingFindsACustomer();
    void theRecordIsSound();

private:
    void shoot(const QString &name, QWidget *of = nullptr);
    bool isFormWhole();
    bool hasOneChosen();
    void goTo(Qt::Key key, const QString &page);
    void search(const QString &typed);
    void save() { m_person->key(Qt::Key_Return, Qt::ControlModifier); }
    ui::customers::CustomersPage &page()
    {
        return *qobject_cast<ui::customers::CustomersPage *>(
            m_window->shell().page(QStringLiteral("customers")));
    }
    QString text(const Id &row, quint8 field)
    {
        const auto found = m_desk.read().findRow(row);
        return m_desk.read().open(field, found->row.values[field]);
    }
    bool isSaid(const QString &words);

    support::DeskAtHand m_desk;
    QTemporaryDir m_stage;
    const QString m_out;
    ui::shell::VolatileSettings m_settings;
    std::unique_ptr<app::DeskWindow> m_window;
    std::unique_ptr<support::Typist> m_person;
    Id m_twin;
    int m_pictures = 0;
};

CustomerDayTest::CustomerDayTest()
    : m_out(qEnvironmentVariable("GRIDDESK_OUT", m_stage.path()))
{
    QDir().mkpath(m_out);
}

void CustomerDayTest::initTestCase()
{
    app::speakTheSystemsLanguage(*qApp, true);
    m_twin = m_desk.addRow(Register::Customer,
        {{customer::Name, u"欧阳建国"_s}, {customer::Phone, u"13800138000"_s},
            {customer::Address, u"幸福小区3-2-501室"_s}});
    for (const auto &[name, phone, groups] : {std::tuple{u"李娜"_s, u"13700000011"_s, u"低保"_s},
             {u"幸福超市"_s, u"031185550000"_s, u"重点用户"_s},
             {u"赵敏"_s, u"13700000012"_s, QString()}}) {
        m_desk.addRow(Register::Customer,
            {{customer::Name, name}, {customer::Phone, phone}, {customer::Groups, groups},
                {customer::Address, u"阳光花园7栋1单元101"_s}});
    }
    m_window = std::make_unique<app::DeskWindow>(m_desk.desk(), m_settings);
    m_window->show();
    m_person = std::make_unique<support::Typist>(m_window->shell());
    m_window->shell().resize(1440, 900);
    goTo(Qt::Key_F7, u"customers"_s);
    QTRY_COMPARE(page().list().rowCount(), 5);
    shoot(u"customers"_s);
}

void CustomerDayTest::shoot(const QString &name, QWidget *of)
{
    QWidget *picture = of ? of : &m_window->shell();
    QVERIFY(picture->grab().save(
        u"%1/%2-%3.png"_s.arg(m_out).arg(m_pictures++, 2, 10, QLatin1Char('0')).arg(name)));
}

/// The list says by its selection whose file stands beside it.
bool CustomerDayTest::hasOneChosen()
{
    const auto tables = page().findChildren<QTableView *>();
    return std::ranges::any_of(tables, [](const QTableView *table) {
        return qobject_cast<const items::CustomerListModel *>(table->model())
            && table->selectionModel()->selectedRows().size() == 1;
    });
}

/// No field of the open form is squeezed.
bool CustomerDayTest::isFormWhole()
{
    const auto *form = page().findChild<ui::registers::RegisterForm *>();
    return form->isVisible()
        && std::ranges::all_of(form->findChildren<QLineEdit *>(),
            [](const QLineEdit *field) { return field->height() >= field->sizeHint().height(); });
}

void CustomerDayTest::goTo(Qt::Key key, const QString &page)
{
    m_person->key(key);
    QTRY_COMPARE(m_window->shell().currentPage(), page);
}

void CustomerDayTest::search(const QString &typed)
{
    m_person->key(Qt::Key_F, Qt::ControlModifier);
    m_person->key(Qt::Key_A, Qt::ControlModifier);
    m_person->keys(typed);
    QTRY_VERIFY(page().list().isComplete() && page().list().query().text == typed);
}

bool CustomerDayTest::isSaid(const QString &words)
{
    return std::ranges::any_of(
        m_window->shell().findChildren<QWidget *>(), [&words](const QWidget *widget) {
            return widget->isVisible()
                && (widget->property("text").toString().contains(words)
                    || widget->accessibleName().contains(words));
        });
}

void CustomerDayTest::theFileIsFoundByInitials()
{
    search(u"oyjg"_s);
    QCOMPARE(page().list().rowCount(), 2); // he has two files; nobody knows that yet
    m_person->enter();
    m_person->key(Qt::Key_Down);
    QTRY_COMPARE(page().card().file().customer.row.id, m_desk.customer);
    // In the list his phone is covered, in the file it can be read out.
    QCOMPARE(page().list().index(0, items::CustomerListModel::Phone).data().toString(),
        u"138****8000"_s);
    QTRY_VERIFY(isSaid(u"138 0013 8000"_s)); // once it has stood there for a moment
}

void CustomerDayTest::thePremisesGetTheirMeters()
{
    m_person->key(Qt::Key_P);
    QVERIFY(m_person->walkTo(u"water_account"_s));
    m_person->keys(u"W10086"_s);
    m_person->enter();
    m_person->keys(u"SB2233"_s);
    m_person->enter();
    m_person->enter();
    m_person->keys(u"DB778899"_s);
    QTRY_VERIFY(isFormWhole());
    shoot(u"premises-form"_s);
    save();
    QTRY_COMPARE(page().card().file().premises.size(), 1);
    const Id home = page().card().file().premises.constFirst().row.id;
    QCOMPARE(text(home, premises::Address), u"幸福小区3栋2单元501"_s); // it was there already
    QCOMPARE(text(home, premises::PowerMeter), u"DB778899"_s);
}

void CustomerDayTest::theDaughterIsWrittenDown()
{
    m_person->key(Qt::Key_M);
    m_person->chinese(u"欧阳小红"_s);
    m_person->enter();
    m_person->chinese(u"女儿"_s);
    m_person->enter();
    m_person->keys(u"139-0000-567"_s); // one digit short
    QTRY_VERIFY(isSaid(u"11 位"_s) || isSaid(u"11位"_s));
    QTRY_VERIFY(isFormWhole());
    shoot(u"odd-phone"_s);
    save(); // warned of, and saved
    QTRY_COMPARE(page().card().file().contacts.size(), 1);
    const Id daughter = page().card().file().contacts.constFirst().row.id;
    QCOMPARE(text(daughter, contact::Phone), u"1390000567"_s);
    m_desk.submit(PutRow{Register::Contact, daughter, {{contact::Phone, u"139 0000 5678"_s}}, {}});
    QTRY_VERIFY(isSaid(u"139 0000 5678"_s));
}

void CustomerDayTest::theMachineIsSaidLoudly()
{
    m_person->key(Qt::Key_E);
    QVERIFY(m_person->walkTo(u"groups"_s));
    m_person->key(Qt::Key_Space); // medical equipment on mains
    m_person->key(Qt::Key_Right);
    m_person->key(Qt::Key_Space); // elderly, alone
    QTRY_VERIFY(isFormWhole());
    shoot(u"basics-form"_s);
    save();
    QTRY_COMPARE(text(m_desk.customer, customer::Groups), u"medical_power,elderly_alone"_s);
    QTRY_VERIFY(isSaid(u"用电医疗设备"_s));
    shoot(u"file"_s);
}

void CustomerDayTest::theDaughterCallsFromHerOwnNumber()
{
    goTo(Qt::Key_F2, u"intake"_s);
    m_person->keys(u"13900005678"_s);
    const auto *answers = m_window->shell().findChild<ui::intake::AnswersPanel *>();
    const auto says = [answers](const QString &words) {
        return std::ranges::any_of(
            answers->findChildren<QWidget *>(), [&words](const QWidget *widget) {
                return widget->isVisible()
                    && (widget->property("text").toString().contains(words)
                        || widget->accessibleName().contains(words));
            });
    };
    QTRY_VERIFY(says(u"欧阳建国"_s) && says(u"女儿"_s) && says(u"用电医疗设备"_s));
    shoot(u"daughter-calls"_s);
    m_person->enter();
    m_person->enter(); // by phone
    m_person->keys(u"1"_s); // repair
    m_person->enter();
    m_person->keys(u"1"_s); // water
    m_person->enter();
    m_person->chinese(u"室内漏水"_s);
    save();
    QTRY_COMPARE(m_desk.read().countTickets({}), 1);
    const QString number = m_desk.tickets().constFirst().number;
    QTRY_VERIFY(isSaid(number)); // the window has heard of it
    const auto ticket = m_desk.read().findTicket(number)->ticket;
    QCOMPARE(ticket.values[field::Customer].value<Id>(), m_desk.customer);
}

void CustomerDayTest::theMeterFindsTheHouse()
{
    goTo(Qt::Key_F7, u"customers"_s);
    search(u"DB7788"_s);
    QTRY_COMPARE(page().list().rowCount(), 1);
    QTRY_COMPARE(page().card().file().customer.row.id, m_desk.customer);
    QTRY_COMPARE(page().card().history().open, 1);
    shoot(u"found-by-meter"_s);
}

void CustomerDayTest::theSecondFileIsMerged()
{
    m_person->enter();
    QTRY_VERIFY(m_person->focus()->inherits("QTableView"));
    m_person->key(Qt::Key_D);
    QTRY_VERIFY(page().findChild<ui::customers::DuplicatesDialog *>());
    auto *dialog = page().findChild<ui::customers::DuplicatesDialog *>();
    const auto *pairs = dialog->findChild<QListView *>();
    QTRY_COMPARE(pairs->model()->rowCount(), 1);
    QTRY_VERIFY(pairs->hasFocus());
    QTRY_VERIFY(pairs->currentIndex().isValid());
    shoot(u"duplicates"_s, dialog);
    save(); // the older one stays
    QTRY_COMPARE(pairs->model()->rowCount(), 0);
    shoot(u"no-duplicates"_s, dialog);
    m_person->key(Qt::Key_Escape);
    QTRY_VERIFY(!page().findChild<ui::customers::DuplicatesDialog *>());
    m_window->shell().activateWindow();
    QTRY_VERIFY(m_window->shell().isActiveWindow());
    QTRY_COMPARE(page().list().rowCount(), 4);
    QTRY_COMPARE(page().card().file().merged.size(), 1);
    QTRY_VERIFY(hasOneChosen());
    QCOMPARE(m_desk.read().findCustomerFile(m_twin)->customer.row.id, m_desk.customer);
    shoot(u"merged"_s);
}

void CustomerDayTest::theMergingIsTakenBack()
{
    const auto stands = [this] {
        const auto *button = qobject_cast<QToolButton *>(m_person->focus());
        return button && button->text() == u"撤回合并";
    };
    QStringList passed;
    for (int i = 0; i < 80 && !stands(); ++i) {
        passed << QString::fromLatin1(m_person->focus()->metaObject()->className()) + u'/'
                + m_person->focus()->accessibleName();
        m_person->key(Qt::Key_Tab);
    }
    QVERIFY2(stands(), qPrintable(passed.join(u' ')));
    m_person->key(Qt::Key_Space);
    QTRY_COMPARE(page().list().rowCount(), 5);
    QVERIFY(page().card().file().merged.isEmpty());
}

void CustomerDayTest::theBusinessOpensItsTicket()
{
    search(u"oyxh"_s);
    QTRY_COMPARE(page().list().rowCount(), 1);
    m_person->enter();
    m_person->key(Qt::Key_B);
    QTRY_VERIFY(m_person->focus()->accessibleName() == u"办理过的业务"_s);
    m_person->enter();
    QTRY_COMPARE(m_window->shell().currentPage(), u"tickets"_s);
    shoot(u"ticket"_s);
}

void CustomerDayTest::anythingFindsACustomer()
{
    m_person->key(Qt::Key_K, Qt::ControlModifier);
    m_person->keys(u"5678"_s);
    QTRY_VERIFY(isSaid(u"5678"_s));
    shoot(u"finder"_s);
    m_person->key(Qt::Key_Escape);
}

void CustomerDayTest::theRecordIsSound()
{
    const auto damage = store::findDamage(m_desk.desk().folder(), m_desk.desk().secrets());
    QVERIFY2(!damage, damage ? qPrintable(damage->what + damage->where) : "");
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    CustomerDayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "customer_day_test.moc"
