// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_day.h"

#include "common/languages.h"
#include "customers/customers_page.h"
#include "look/theme.h"
#include "privacy/privacy_page.h"
#include "store/erased.h"

#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

using namespace domain;

/// A customer's data through the real window: looked at, asked about, erased by two people.
class PrivacyInWindowTest : public QObject
{
    Q_OBJECT

    static ui::privacy::PrivacyPage &page(WindowDay &day)
    {
        return *qobject_cast<ui::privacy::PrivacyPage *>(
            day.shell().page(QStringLiteral("privacy")));
    }

    template <typename Dialog> static Dialog *openDialog()
    {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (auto *dialog = qobject_cast<Dialog *>(window); dialog && dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase() { app::speakTheSystemsLanguage(*qApp, true); }
    void aCustomerIsLookedAtAndErased();
};

void PrivacyInWindowTest::aCustomerIsLookedAtAndErased()
{
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    WindowDay day;
    const QString number = day.open(
        {{field::Kind, QStringLiteral("repair")}, {field::Title, QStringLiteral("厨房漏水")},
            {field::Grid, QVariant::fromValue(day.grid)}},
        {.name = QStringLiteral("欧阳锋"), .phone = QStringLiteral("13900001234")});
    const Id customer = day.read().findTicket(number)->ticket.values[field::Customer].value<Id>();
    day.signIn(QStringLiteral("fang"));
    day.openWindowAsIs();

    // Standing before a ticket for a moment shows the phone, and is on record.
    day.window->openTicket(number);
    QTRY_COMPARE(day.read().countLooks({.person = day.fang}), 1);
    day.shoot(QStringLiteral("ticket"));
    // The clerk opens the file, and the customer wants to be forgotten, but the work is not over.
    const auto row = day.read().findRow(customer);
    day.window->openCustomer(row->number);
    QTRY_COMPARE(day.read().countLooks({.person = day.fang}), 2);
    day.shoot(QStringLiteral("customer"));
    day.act(number, QStringLiteral("cancel"), {{field::Reason, QStringLiteral("已自行修好")}});
    QVERIFY(store::accepted(day.desk()
                                .submit(AskErasure{day.desk().freshId(), customer,
                                    QStringLiteral("request"), QStringLiteral("已搬走")})
                                .result()));
    day.person->key(Qt::Key_F8, Qt::ShiftModifier);
    QVERIFY2(day.shell().currentPage() != u"privacy", "a clerk supervises nobody");

    // The administrator sees who looked, and decides as the second person.
    day.signIn(QStringLiteral("wang"));
    day.person->key(Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(day.shell().currentPage(), QStringLiteral("privacy"));
    auto &model = page(day).model();
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(model.row(0).cells[1], QStringLiteral("方洁"));
    QVERIFY(model.row(0).cells[2].contains(QStringLiteral("139****1234")));
    day.shoot(QStringLiteral("looks"));
    page(day).showList(ui::privacy::PrivacyPage::List::Erasures);
    QTRY_COMPARE(model.rowCount(), 1);
    QTRY_VERIFY(model.row(0).waits);
    day.shoot(QStringLiteral("erasures"));
    for (auto *button : page(day).findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("批准删除…"))
            button->click();
    }
    QTRY_VERIFY(openDialog<QMessageBox>());
    auto *box = openDialog<QMessageBox>();
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QTRY_VERIFY(model.rowCount() == 1 && !model.row(0).waits);
    day.shoot(QStringLiteral("erased"));
    QVERIFY(std::get<QSet<Id>>(store::erasedOwners(day.desk().folder())).contains(customer));
    page(day).showList(ui::privacy::PrivacyPage::List::Due);
    QTRY_COMPARE(model.columnCount(), 3);
    day.shoot(QStringLiteral("due"));
}

QTEST_MAIN(PrivacyInWindowTest)
#include "privacy_in_window_test.moc"
