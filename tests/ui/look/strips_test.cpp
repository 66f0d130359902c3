// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chip.h"
#include "widgets/choice_strip.h"
#include "widgets/filter_strip.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace ui::widgets;

class StripsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void altAndDigitChoosesFromAnywhereInTheWindow();
    void arrowsAndDigitsWalkTheChoices();
    void choicesAreOneStopOfTab();
    void choicesHaveAccessibleNames();
    void oneFilterHoldsAtATime();
    void severalFiltersHoldTogether();
    void countsAreReadOut();
    void filtersWrapWhereThereIsNoRoom();

private:
    QWidget *m_form = nullptr;
    QLineEdit *m_before = nullptr;
    ChoiceStrip *m_kind = nullptr;
    QLineEdit *m_after = nullptr;
};

void StripsTest::init()
{
    m_form = new QWidget;
    auto *column = new QVBoxLayout(m_form);
    column->addWidget(m_before = new QLineEdit(m_form));
    column->addWidget(m_kind = new ChoiceStrip(QStringLiteral("Kind"), m_form));
    column->addWidget(m_after = new QLineEdit(m_form));
    m_kind->setChoices({{QStringLiteral("repair"), QStringLiteral("Repair"), {}},
        {QStringLiteral("complaint"), QStringLiteral("Complaint"), {}},
        {QStringLiteral("enquiry"), QStringLiteral("Enquiry"), {}}});
    m_kind->setShortcutModifier(Qt::AltModifier);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowActive(m_form));
    m_before->setFocus();
}

void StripsTest::cleanup()
{
    delete m_form;
}

void StripsTest::altAndDigitChoosesFromAnywhereInTheWindow()
{
    QSignalSpy changed(m_kind, &ChoiceStrip::currentChanged);
    QCOMPARE(m_kind->current(), QString());
    QTest::keyClick(m_before, Qt::Key_2, Qt::AltModifier);
    QCOMPARE(m_kind->current(), QStringLiteral("complaint"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_3, Qt::AltModifier);
    QCOMPARE(m_kind->current(), QStringLiteral("enquiry"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_4, Qt::AltModifier);
    QCOMPARE(m_kind->current(), QStringLiteral("enquiry"));
    QCOMPARE(changed.count(), 2);
}

void StripsTest::arrowsAndDigitsWalkTheChoices()
{
    m_kind->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(m_kind->current(), QStringLiteral("repair"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(m_kind->current(), QStringLiteral("enquiry"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_2);
    QCOMPARE(m_kind->current(), QStringLiteral("complaint"));
}

void StripsTest::choicesAreOneStopOfTab()
{
    m_kind->setCurrent(QStringLiteral("enquiry"));
    QTest::keyClick(m_before, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Kind: Enquiry"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(m_after->hasFocus());
}

void StripsTest::choicesHaveAccessibleNames()
{
    QCOMPARE(m_kind->accessibleName(), QStringLiteral("Kind"));
    for (const Chip *chip : m_kind->findChildren<Chip *>())
        QVERIFY(chip->accessibleName().startsWith(QStringLiteral("Kind: ")));
}

void StripsTest::oneFilterHoldsAtATime()
{
    FilterStrip strip(QStringLiteral("Filter"), FilterStrip::Mode::One);
    strip.setFilters({{QStringLiteral("mine"), QStringLiteral("Mine"), 7},
        {QStringLiteral("late"), QStringLiteral("Late"), 1}});
    strip.setActive({QStringLiteral("mine")});
    QSignalSpy changed(&strip, &FilterStrip::activeChanged);
    const QList<Chip *> chips = strip.findChildren<Chip *>();
    QTest::keyClick(chips.at(1), Qt::Key_Space);
    QCOMPARE(strip.active(), QStringList{QStringLiteral("late")});
    QTest::keyClick(chips.at(1), Qt::Key_Space);
    QCOMPARE(strip.active(), QStringList{QStringLiteral("late")});
    QVERIFY(changed.count() >= 1);
}

void StripsTest::severalFiltersHoldTogether()
{
    FilterStrip strip(QStringLiteral("Line"), FilterStrip::Mode::Several);
    strip.setFilters({{QStringLiteral("water"), QStringLiteral("Water"), 12},
        {QStringLiteral("power"), QStringLiteral("Power"), 4}});
    const QList<Chip *> chips = strip.findChildren<Chip *>();
    QTest::keyClick(chips.at(1), Qt::Key_Space);
    QTest::keyClick(chips.at(0), Qt::Key_Space);
    QCOMPARE(strip.active(), (QStringList{QStringLiteral("water"), QStringLiteral("power")}));
    QTest::keyClick(chips.at(1), Qt::Key_Space);
    QCOMPARE(strip.active(), QStringList{QStringLiteral("water")});
}

void StripsTest::countsAreReadOut()
{
    FilterStrip strip(QStringLiteral("Filter"), FilterStrip::Mode::One);
    strip.setFilters({{QStringLiteral("mine"), QStringLiteral("Mine"), 7},
        {QStringLiteral("all"), QStringLiteral("All")}});
    const QList<Chip *> chips = strip.findChildren<Chip *>();
    QCOMPARE(chips.at(0)->accessibleName(), QStringLiteral("Mine 7"));
    QCOMPARE(chips.at(1)->accessibleName(), QStringLiteral("All"));
    strip.setCounts({{QStringLiteral("mine"), 8}});
    QCOMPARE(chips.at(0)->accessibleName(), QStringLiteral("Mine 8"));
}

void StripsTest::filtersWrapWhereThereIsNoRoom()
{
    FilterStrip strip(QStringLiteral("Filter"), FilterStrip::Mode::One);
    strip.setFilters({{QStringLiteral("a"), QStringLiteral("About to be late"), 2},
        {QStringLiteral("b"), QStringLiteral("To be visited"), 3}});
    const int oneLine = strip.heightForWidth(1000);
    QVERIFY(strip.heightForWidth(strip.sizeHint().width() - 20) >= 2 * oneLine);
}

QTEST_MAIN(StripsTest)
#include "strips_test.moc"
