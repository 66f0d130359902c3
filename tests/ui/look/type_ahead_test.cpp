// SPDX-License-Identifier: GPL-3.0-or-later
#include "typing.h"
#include "widgets/candidate_list.h"
#include "widgets/type_ahead_edit.h"

#include <QListView>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QVBoxLayout>

using namespace ui::widgets;

namespace
{

// Stands in for the company's pinyin table.
bool matchesWithInitials(const Candidate &candidate, const QString &typed)
{
    static const QHash<QString, QString> initials{
        {QStringLiteral("室内漏水"), QStringLiteral("snls")},
        {QStringLiteral("管道堵塞"), QStringLiteral("gdds")},
        {QStringLiteral("水压不足"), QStringLiteral("sybz")}};
    return matchesPlainly(candidate, typed) || initials.value(candidate.text).startsWith(typed);
}

} // namespace

class TypeAheadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void narrowsByTextCodeAndInitials_data();
    void narrowsByTextCodeAndInitials();
    void enterTakesTheHighlighted();
    void tabTakesItToo();
    void escapeClosesAndKeepsWhatWasTyped();
    void arrowsMoveWithinTheList();
    void noKeyActsWhileComposing();
    void editingForgetsTheChoice();
    void freeTextStays();
    void readsCandidatesFromAModel();
    void clickTakes();

private:
    QStringList shown() const;

    QWidget *m_form = nullptr;
    TypeAheadEdit *m_edit = nullptr;
    QLineEdit *m_next = nullptr;
};

void TypeAheadTest::init()
{
    m_form = new QWidget;
    m_form->resize(400, 400);
    auto *column = new QVBoxLayout(m_form);
    column->addWidget(m_edit = new TypeAheadEdit(m_form));
    column->addWidget(m_next = new QLineEdit(m_form));
    column->addStretch();
    m_edit->setCandidates({{1, QStringLiteral("S01"), QStringLiteral("室内漏水"), {}},
        {2, QStringLiteral("S02"), QStringLiteral("管道堵塞"), {}},
        {3, QStringLiteral("S03"), QStringLiteral("水压不足"), {}}});
    m_edit->setMatch(matchesWithInitials);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowActive(m_form));
    m_edit->setFocus();
}

void TypeAheadTest::cleanup()
{
    delete m_form;
}

QStringList TypeAheadTest::shown() const
{
    QStringList texts;
    const auto *list = m_form->findChild<CandidateList *>();
    if (!list || !list->isVisible())
        return texts;
    const QAbstractItemModel *model = list->findChild<QListView *>()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        texts << model->index(row, 0).data().toString();
    return texts;
}

void TypeAheadTest::narrowsByTextCodeAndInitials_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("text") << QStringLiteral("水")
                          << QStringList{QStringLiteral("室内漏水"), QStringLiteral("水压不足")};
    QTest::newRow("code") << QStringLiteral("s02") << QStringList{QStringLiteral("管道堵塞")};
    QTest::newRow("initials") << QStringLiteral("gd") << QStringList{QStringLiteral("管道堵塞")};
    QTest::newRow("nothing fits") << QStringLiteral("xyz") << QStringList{};
    QTest::newRow("spaces") << QStringLiteral("  ") << QStringList{};
}

void TypeAheadTest::narrowsByTextCodeAndInitials()
{
    QFETCH(QString, typed);
    QFETCH(QStringList, found);
    typing::commit(m_edit, typed);
    QCOMPARE(shown(), found);
}

void TypeAheadTest::enterTakesTheHighlighted()
{
    QSignalSpy changed(m_edit, &TypeAheadEdit::chosenChanged);
    QTest::keyClicks(m_edit, QStringLiteral("gd"));
    QTest::keyClick(m_edit, Qt::Key_Return);
    QVERIFY(!m_edit->isListOpen());
    QCOMPARE(m_edit->text(), QStringLiteral("管道堵塞"));
    QCOMPARE(m_edit->chosen()->id, QVariant(2));
    QCOMPARE(changed.count(), 1);
}

void TypeAheadTest::tabTakesItToo()
{
    QTest::keyClicks(m_edit, QStringLiteral("sy"));
    QTest::keyClick(m_edit, Qt::Key_Tab);
    QVERIFY(m_next->hasFocus());
    QCOMPARE(m_edit->chosen()->id, QVariant(3));
    QVERIFY(!m_edit->isListOpen());
}

void TypeAheadTest::escapeClosesAndKeepsWhatWasTyped()
{
    QTest::keyClicks(m_edit, QStringLiteral("gd"));
    QTest::keyClick(m_edit, Qt::Key_Escape);
    QVERIFY(!m_edit->isListOpen());
    QCOMPARE(m_edit->text(), QStringLiteral("gd"));
    QTest::keyClick(m_edit, Qt::Key_Tab);
    QVERIFY(!m_edit->chosen());
}

void TypeAheadTest::arrowsMoveWithinTheList()
{
    QTest::keyClick(m_edit, Qt::Key_Down);
    QCOMPARE(shown().size(), 3);
    QTest::keyClick(m_edit, Qt::Key_Down);
    QTest::keyClick(m_edit, Qt::Key_Down);
    QTest::keyClick(m_edit, Qt::Key_Down);
    QTest::keyClick(m_edit, Qt::Key_Up);
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(m_edit->chosen()->id, QVariant(2));
}

void TypeAheadTest::noKeyActsWhileComposing()
{
    QTest::keyClicks(m_edit, QStringLiteral("s"));
    QVERIFY(m_edit->isListOpen());
    const QStringList before = shown();
    typing::compose(m_edit, QStringLiteral("lou"));
    for (const Qt::Key key :
        {Qt::Key_Down, Qt::Key_Return, Qt::Key_Tab, Qt::Key_Escape, Qt::Key_PageDown})
        QTest::keyClick(m_edit, key);
    QVERIFY(m_edit->hasFocus());
    QVERIFY(m_edit->isListOpen());
    QVERIFY(!m_edit->chosen());
    QCOMPARE(shown(), before);
    m_edit->clear();
    typing::commit(m_edit, QStringLiteral("漏"));
    QCOMPARE(shown(), QStringList{QStringLiteral("室内漏水")});
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(m_edit->chosen()->id, QVariant(1));
}

void TypeAheadTest::editingForgetsTheChoice()
{
    QVERIFY(m_edit->chooseId(1));
    QVERIFY(!m_edit->chooseId(99));
    QCOMPARE(m_edit->chosen()->id, QVariant(1));
    QTest::keyClick(m_edit, Qt::Key_Backspace);
    QTest::keyClick(m_edit, Qt::Key_End);
    QTest::keyClick(m_edit, Qt::Key_Backspace);
    QVERIFY(!m_edit->chosen());
}

void TypeAheadTest::freeTextStays()
{
    m_edit->setFreeText(true);
    QTest::keyClicks(m_edit, QStringLiteral("gd"));
    QVERIFY(m_edit->isListOpen());
    QTest::keyClick(m_edit, Qt::Key_Return);
    QVERIFY(!m_edit->chosen());
    QCOMPARE(m_edit->text(), QStringLiteral("gd"));
    QTest::keyClicks(m_edit, QStringLiteral("d"));
    QTest::keyClick(m_edit, Qt::Key_Down);
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(m_edit->chosen()->id, QVariant(2));
}

void TypeAheadTest::readsCandidatesFromAModel()
{
    QStandardItemModel people;
    auto *person = new QStandardItem(QStringLiteral("李明"));
    person->setData(17, Qt::UserRole);
    person->setData(QStringLiteral("07"), Qt::UserRole + 1);
    people.appendRow(person);
    m_edit->setSource(candidatesFrom(&people, Qt::UserRole, Qt::DisplayRole, Qt::UserRole + 1));
    QTest::keyClicks(m_edit, QStringLiteral("07"));
    QTest::keyClick(m_edit, Qt::Key_Return);
    QCOMPARE(m_edit->chosen()->id, QVariant(17));
    QCOMPARE(m_edit->text(), QStringLiteral("李明"));
}

void TypeAheadTest::clickTakes()
{
    QTest::keyClick(m_edit, Qt::Key_Down);
    auto *view = m_form->findChild<CandidateList *>()->findChild<QListView *>();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
        view->visualRect(view->model()->index(2, 0)).center());
    QVERIFY(m_edit->chosen());
    QCOMPARE(m_edit->chosen()->id, QVariant(3));
    QVERIFY(!m_edit->isListOpen());
}

QTEST_MAIN(TypeAheadTest)
#include "type_ahead_test.moc"
