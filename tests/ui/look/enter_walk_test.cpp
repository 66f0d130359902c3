// SPDX-License-Identifier: GPL-3.0-or-later
#include "typing.h"
#include "widgets/choice_strip.h"
#include "widgets/composition.h"
#include "widgets/enter_walk.h"
#include "widgets/type_ahead_edit.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace ui::widgets;

class EnterWalkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void enterGoesOnAndShiftEnterBack();
    void hiddenAndDisabledFieldsArePassedOver();
    void severalLinesKeepEnter();
    void lastFieldFinishes();
    void nothingHappensWhileComposing();
    void tabFollowsTheSameOrder();
    void stripsAndListsTakePart();
    void guardKeepsShortcutsFromActingWhileComposing();

private:
    QWidget *m_form = nullptr;
    QLineEdit *m_phone = nullptr;
    QComboBox *m_channel = nullptr;
    ChoiceStrip *m_kind = nullptr;
    TypeAheadEdit *m_category = nullptr;
    QPlainTextEdit *m_content = nullptr;
    QLineEdit *m_room = nullptr;
    EnterWalk *m_walk = nullptr;
};

void EnterWalkTest::init()
{
    m_form = new QWidget;
    auto *column = new QVBoxLayout(m_form);
    // Laid out in another order than walked, so that the walk can't come from the layout.
    column->addWidget(m_room = new QLineEdit(m_form));
    column->addWidget(m_phone = new QLineEdit(m_form));
    column->addWidget(m_channel = new QComboBox(m_form));
    m_channel->addItems({QStringLiteral("phone"), QStringLiteral("counter")});
    column->addWidget(m_kind = new ChoiceStrip(QStringLiteral("Kind"), m_form));
    m_kind->setChoices({{QStringLiteral("repair"), QStringLiteral("Repair"), {}},
        {QStringLiteral("complaint"), QStringLiteral("Complaint"), {}}});
    column->addWidget(m_category = new TypeAheadEdit(m_form));
    m_category->setCandidates({{1, QStringLiteral("S01"), QStringLiteral("Leak"), {}},
        {2, QStringLiteral("S02"), QStringLiteral("Blocked pipe"), {}}});
    column->addWidget(m_content = new QPlainTextEdit(m_form));
    m_walk = new EnterWalk({m_phone, m_channel, m_kind, m_category, m_content, m_room}, m_form);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowActive(m_form));
    m_phone->setFocus();
}

void EnterWalkTest::cleanup()
{
    delete m_form;
}

void EnterWalkTest::enterGoesOnAndShiftEnterBack()
{
    QTest::keyClick(m_phone, Qt::Key_Return);
    QVERIFY(m_channel->hasFocus());
    QTest::keyClick(m_channel, Qt::Key_Enter, Qt::KeypadModifier);
    QVERIFY(m_kind->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY(m_channel->hasFocus());
    QTest::keyClick(m_channel, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(m_phone, Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY(m_phone->hasFocus());
}

void EnterWalkTest::hiddenAndDisabledFieldsArePassedOver()
{
    m_channel->hide();
    m_kind->setEnabled(false);
    QTest::keyClick(m_phone, Qt::Key_Return);
    QVERIFY(m_category->hasFocus());
}

void EnterWalkTest::severalLinesKeepEnter()
{
    m_content->setFocus();
    QTest::keyClick(m_content, Qt::Key_Return);
    QVERIFY(m_content->hasFocus());
    QCOMPARE(m_content->toPlainText(), QStringLiteral("\n"));
    QTest::keyClick(m_content, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_room->hasFocus());
    QCOMPARE(m_content->toPlainText(), QStringLiteral("\n"));
    m_content->setFocus();
    QTest::keyClick(m_content, Qt::Key_Tab);
    QVERIFY(m_room->hasFocus());
}

void EnterWalkTest::lastFieldFinishes()
{
    QSignalSpy finished(m_walk, &EnterWalk::finished);
    m_room->setFocus();
    QTest::keyClick(m_room, Qt::Key_Return);
    QCOMPARE(finished.count(), 1);
    QVERIFY(m_room->hasFocus());
}

void EnterWalkTest::nothingHappensWhileComposing()
{
    QSignalSpy finished(m_walk, &EnterWalk::finished);
    QSignalSpy returned(m_phone, &QLineEdit::returnPressed);
    typing::compose(m_phone, QStringLiteral("loushui"));
    QTest::keyClick(m_phone, Qt::Key_Return);
    QTest::keyClick(m_phone, Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY(m_phone->hasFocus());
    QCOMPARE(returned.count(), 0);
    typing::commit(m_phone, QStringLiteral("漏水"));
    QTest::keyClick(m_phone, Qt::Key_Return);
    QVERIFY(m_channel->hasFocus());
    m_room->setFocus();
    typing::compose(m_room, QStringLiteral("dan"));
    QTest::keyClick(m_room, Qt::Key_Return);
    QCOMPARE(finished.count(), 0);
}

void EnterWalkTest::tabFollowsTheSameOrder()
{
    QTest::keyClick(m_phone, Qt::Key_Tab);
    QVERIFY(m_channel->hasFocus());
    QTest::keyClick(m_channel, Qt::Key_Tab);
    QVERIFY(m_kind->isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(m_category->hasFocus());
    QTest::keyClick(m_category, Qt::Key_Tab);
    QVERIFY(m_content->hasFocus());
    QTest::keyClick(m_content, Qt::Key_Tab);
    QVERIFY(m_room->hasFocus());
}

void EnterWalkTest::stripsAndListsTakePart()
{
    m_category->setFocus();
    QTest::keyClicks(m_category, QStringLiteral("pipe"));
    QVERIFY(m_category->isListOpen());
    QTest::keyClick(m_category, Qt::Key_Return);
    QVERIFY(m_content->hasFocus());
    QVERIFY(m_category->chosen());
    QCOMPARE(m_category->chosen()->id, QVariant(2));
}

void EnterWalkTest::guardKeepsShortcutsFromActingWhileComposing()
{
    CompositionGuard guard;
    qApp->installEventFilter(&guard);
    QShortcut save(Qt::CTRL | Qt::Key_S, m_form);
    QSignalSpy saved(&save, &QShortcut::activated);
    QTest::keyClick(m_phone, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(saved.count(), 1);
    typing::compose(m_phone, QStringLiteral("ni"));
    QTest::keyClick(m_phone, Qt::Key_S, Qt::ControlModifier);
    QTest::keyClick(m_phone, Qt::Key_Tab);
    QCOMPARE(saved.count(), 1);
    QVERIFY(m_phone->hasFocus());
    typing::commit(m_phone, QStringLiteral("你"));
    QTest::keyClick(m_phone, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(saved.count(), 2);
}

QTEST_MAIN(EnterWalkTest)
#include "enter_walk_test.moc"
