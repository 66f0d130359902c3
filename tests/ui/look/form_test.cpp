// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/desk_style.h"
#include "widgets/banner.h"
#include "widgets/empty_page.h"
#include "widgets/form_grid.h"
#include "widgets/icon_text.h"
#include "widgets/timeline.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace ui::widgets;

class FormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusalStandsAtItsFieldAndIsReadOut();
    void labelsEndAndFieldsBeginAtOneEdge();
    void bannerStaysUntilDismissedAndUndoesOnce();
    void emptyPageNamesItself();
    void timelineIsReadAsSentences();
};

void FormTest::refusalStandsAtItsFieldAndIsReadOut()
{
    FormGrid form;
    auto *phone = new QLineEdit;
    auto *address = new QLineEdit;
    form.addRow(QStringLiteral("Phone"), phone, FormGrid::Need::Required);
    form.addRow(QStringLiteral("Address"), address);
    QCOMPARE(phone->accessibleName(), QStringLiteral("Phone"));
    QCOMPARE(phone->accessibleDescription(), QStringLiteral("required"));
    QVERIFY(!form.firstRefused());
    form.showRefusal(address, QStringLiteral("lies in no grid"));
    form.showRefusal(phone, QStringLiteral("one digit is missing"));
    QCOMPARE(form.firstRefused(), phone);
    QCOMPARE(phone->accessibleDescription(), QStringLiteral("one digit is missing"));
    QVERIFY(phone->property(ui::look::DeskStyle::refusedProperty).toBool());
    form.clearRefusal(phone);
    QCOMPARE(phone->accessibleDescription(), QStringLiteral("required"));
    QVERIFY(!phone->property(ui::look::DeskStyle::refusedProperty).toBool());
    QCOMPARE(form.firstRefused(), address);
    form.clearRefusals();
    QVERIFY(!form.firstRefused());
}

void FormTest::labelsEndAndFieldsBeginAtOneEdge()
{
    FormGrid form;
    QList<QLineEdit *> fields;
    for (const QString &label :
        {QStringLiteral("A"), QStringLiteral("A much longer label"), QStringLiteral("Mid")}) {
        fields << new QLineEdit;
        form.addRow(label, fields.last());
    }
    auto *beside = new QLineEdit;
    form.addBeside(QStringLiteral("Beside"), beside);
    form.resize(700, 300);
    form.show();
    QCOMPARE(fields.at(0)->x(), fields.at(1)->x());
    QCOMPARE(fields.at(1)->x(), fields.at(2)->x());
    QCOMPARE(fields.at(0)->geometry().right(), beside->geometry().right());
    QVERIFY(beside->x() > fields.at(2)->geometry().right());
    QCOMPARE(beside->y(), fields.at(2)->y());
}

void FormTest::bannerStaysUntilDismissedAndUndoesOnce()
{
    QWidget page;
    Banner banner(&page);
    page.show();
    int undone = 0;
    banner.showUndoable(QStringLiteral("03A-261120-011 was dispatched"), [&] { ++undone; });
    QVERIFY(banner.isVisible());
    QTest::mouseClick(banner.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(undone, 1);
    QVERIFY(!banner.isVisible());
    banner.showMessage(Mood::Conflict, QStringLiteral("Changed at another desk"));
    QVERIFY(!banner.findChild<QPushButton *>()->isVisible());
    QSignalSpy dismissed(&banner, &Banner::dismissed);
    QVERIFY(!banner.findChild<QToolButton *>()->accessibleName().isEmpty());
    QTest::mouseClick(banner.findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(dismissed.count(), 1);
    QCOMPARE(undone, 1);
}

void FormTest::emptyPageNamesItself()
{
    const EmptyPage page({QStringLiteral("visits"), QStringLiteral("No visits yet"),
        QStringLiteral("They will stand here."), Qt::Key_F2, QStringLiteral("takes in the first")});
    QCOMPARE(page.accessibleName(), QStringLiteral("No visits yet"));
    QCOMPARE(page.accessibleDescription(), QStringLiteral("They will stand here."));
}

void FormTest::timelineIsReadAsSentences()
{
    Timeline record(QTimeZone::utc());
    QAbstractItemModelTester tester(
        record.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    record.setSteps({{1000 * 60, QStringLiteral("Wang"), QStringLiteral("took it in"),
                        QStringLiteral("by phone"), Mood::Done}},
        1000 * 120);
    QCOMPARE(record.model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("today 00:01 Wang took it in by phone"));
    record.setSteps({}, 0);
    QCOMPARE(record.model()->rowCount(), 0);
}

QTEST_MAIN(FormTest)
#include "form_test.moc"
