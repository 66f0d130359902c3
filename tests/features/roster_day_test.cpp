// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_day.h"

#include "common/languages.h"
#include "items/candidates.h"
#include "look/theme.h"
#include "roster/acting_strip.h"
#include "roster/roster_page.h"
#include "widgets/banner.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QtTest>

using namespace domain;
using namespace Qt::StringLiterals;
using items::RosterTable;

/// A chief plans the week in the real window, by keys: shifts are typed, copied down and to the next week, leave keeps somebody away, and
/// hours without anybody on duty are loud. Leaves pictures in the folder that GRIDDESK_OUT names.
class RosterDayTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<WindowDay> m_day;

    ui::roster::RosterPage *page()
    {
        return qobject_cast<ui::roster::RosterPage *>(m_day->shell().page(u"roster"_s));
    }
    QTableView *view() { return page()->findChild<QTableView *>(); }
    int rowOf(const Id &person)
    {
        const auto &lines = page()->table().lines();
        const auto at = std::ranges::find(lines, person, &RosterTable::Line::id);
        return at == lines.end() ? -1 : int(at - lines.begin());
    }
    void choose(const Id &person, int day)
    {
        view()->setFocus();
        view()->setCurrentIndex(view()->model()->index(rowOf(person), RosterTable::FirstDay + day));
    }
    QString typed(const Id &person, int day)
    {
        return page()->table().lines().at(rowOf(person)).cells.at(day).code;
    }
    /// Into the cell at hand, and on to the next person.
    void type(const QString &shift)
    {
        m_day->person->chinese(shift);
        m_day->person->enter();
    }

private Q_SLOTS:
    void initTestCase()
    {
        app::speakTheSystemsLanguage(*qApp, true);
        m_day = std::make_unique<WindowDay>(); // Friday 2026-11-20
        // The chief is away for some days, and nobody acts yet.
        m_day->submit(PutRow{
            Register::Grid, m_day->grid, {{grid::Chief, QVariant::fromValue(m_day->li)}}, {}});
        m_day->addRow(Register::Leave,
            {{leave::Person, QVariant::fromValue(m_day->li)}, {leave::Kind, u"annual"_s},
                {leave::From, support::moment_ms(u"2026-11-21 00:00"_s)},
                {leave::Until, support::moment_ms(u"2026-11-24 00:00"_s)}, {leave::Approved, true},
                {leave::AnsweredBy, QVariant::fromValue(m_day->desk().actor())}});
        m_day->openWindow();
        m_day->sitDown(u"li"_s);
        QTRY_VERIFY(!m_day->isCurtainDrawn());
        m_day->person->key(Qt::Key_F6, Qt::ControlModifier);
        QTRY_VERIFY(page() && page()->table().isComplete());
        QCOMPARE(page()->table().first(), QDate(2026, 11, 16));
    }

    void aDayWithoutDutyIsLoud()
    {
        QCOMPARE(page()->table().gapsOf(0), QVector<MinuteStretch>({{0, 1440}}));
        m_day->shoot(u"roster-empty"_s);
    }

    void shiftsAreTyped()
    {
        choose(m_day->zhao, 4);
        type(u"值"_s);
        QTRY_COMPARE(typed(m_day->zhao, 4), u"值"_s);
        QTRY_COMPARE(page()->table().gapsOf(4), QVector<MinuteStretch>({{0, 8 * 60}}));
        // What isn't a shift is refused and changes nothing.
        choose(m_day->fang, 4);
        type(u"猫"_s);
        auto *banner = page()->findChild<ui::widgets::Banner *>();
        QTRY_VERIFY(banner->isVisible() && banner->text().contains(u"猫"_s));
        QCOMPARE(typed(m_day->fang, 4), QString());
        choose(m_day->fang, 4);
        type(u"早"_s);
        QTRY_COMPARE(typed(m_day->fang, 4), u"早"_s);
    }

    void aCellGoesDown()
    {
        const int above = rowOf(m_day->fang);
        const Id below = page()->table().lines().at(above + 1).id;
        choose(below, 4);
        m_day->person->key(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(typed(below, 4), u"早"_s);
        m_day->person->key(Qt::Key_Delete);
        QTRY_COMPARE(typed(below, 4), QString());
    }

    void leaveStandsBeforeTheShift()
    {
        const qint64 from_ms = page()->table().startOf({2026, 11, 20});
        m_day->submit(PutRow{Register::Leave, m_day->desk().freshId(),
            {{leave::Person, QVariant::fromValue(m_day->zhao)}, {leave::Kind, u"sick"_s},
                {leave::From, from_ms}, {leave::Until, from_ms + 24 * 3'600'000},
                {leave::Approved, true},
                {leave::AnsweredBy, QVariant::fromValue(m_day->desk().actor())}},
            {}});
        QTRY_COMPARE(page()->table().lines().at(rowOf(m_day->zhao)).cells.at(4).leave, u"sick"_s);
        // Who is ill isn't on duty, and isn't proposed.
        QTRY_COMPARE(page()->table().gapsOf(4), QVector<MinuteStretch>({{0, 1440}}));
        items::CandidateFinder finder(m_day->desk().read());
        for (const Candidate &one : finder.rank({{field::Line, u"water"_s}}, "dispatch"))
            QVERIFY(!one.isAble || one.id != m_day->zhao);
        m_day->shoot(u"roster-week"_s);
    }

    void theWeekGoesToTheNext()
    {
        choose(m_day->fang, 0);
        m_day->person->key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(page()->table().first(), QDate(2026, 11, 23));
        QTRY_COMPARE(typed(m_day->fang, 4), u"早"_s);
        m_day->shoot(u"roster-next-week"_s);
        m_day->person->key(Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(page()->table().first(), QDate(2026, 11, 16));
    }

    /// Whose chief is away stands below the week; the key names who acts, for the days of the leave. Rights are the administrator's to
    /// give, and nobody else is offered it.
    void whoActsForAChiefIsNamed()
    {
        auto *away = page()->findChild<QListWidget *>(u"chiefsAway"_s);
        QTRY_COMPARE(away->count(), 1);
        QVERIFY(away->item(0)->text().contains(u"李明"_s));
        QVERIFY(!page()->table().away()[0].isCovered);
        auto *strip = page()->findChild<ui::roster::ActingStrip *>();
        auto *person = strip->findChild<QLineEdit *>(u"person"_s);
        auto *name = strip->findChild<QPushButton *>(u"nameActing"_s);
        view()->setFocus();
        m_day->person->key(Qt::Key_G, Qt::ControlModifier);
        QVERIFY(!person->isVisible() && !name->isVisible());
        m_day->shoot(u"roster-away"_s);
        m_day->person->key(Qt::Key_U, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(m_day->isCurtainDrawn());
        m_day->sitDown(u"wang"_s);
        QTRY_VERIFY(!m_day->isCurtainDrawn());
        view()->setFocus();
        QVERIFY(name->isVisible());
        m_day->person->key(Qt::Key_G, Qt::ControlModifier);
        QTRY_COMPARE(m_day->person->focus(), person);
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!person->accessibleDescription().isEmpty());
        m_day->shoot(u"roster-naming-refused"_s);
        m_day->person->keys(u"zhou"_s);
        m_day->person->enter();
        m_day->shoot(u"roster-naming"_s);
        // The key once more leaves what is typed.
        m_day->person->key(Qt::Key_G, Qt::ControlModifier);
        QCOMPARE(m_day->person->focus(), person);
        QVERIFY(!person->text().isEmpty());
        m_day->person->key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(page()->table().away()[0].isCovered);
        const items::ActingChief acting = page()->table().away()[0].acting.value(0);
        QCOMPARE(acting.person, m_day->zhou);
        QCOMPARE(acting.from_ms, support::moment_ms(u"2026-11-21 00:00"_s));
        QCOMPARE(acting.until_ms, support::moment_ms(u"2026-11-24 00:00"_s));
        QVERIFY(away->item(0)->text().contains(u"周敏"_s));
        QCOMPARE(page()->table().lines().at(rowOf(m_day->zhou)).acting.size(), 1);
        m_day->shoot(u"roster-acting"_s);
    }

    void aClerkLooksAndPlansNothing()
    {
        m_day->person->key(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(m_day->isCurtainDrawn());
        m_day->sitDown(u"fang"_s);
        QTRY_VERIFY(!m_day->isCurtainDrawn());
        QTRY_VERIFY(page()->isVisible());
        QVERIFY(!(page()->table().flags(page()->table().index(0, RosterTable::FirstDay))
            & Qt::ItemIsEditable));
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    RosterDayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "roster_day_test.moc"
