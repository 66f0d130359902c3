// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_day.h"

#include "common/languages.h"
#include "domain/words.h"
#include "lessons/measure_strip.h"
#include "look/measures.h"
#include "look/theme.h"
#include "paper/preview.h"
#include "reports/pareto.h"
#include "reports/period_picker.h"
#include "reports/reports_page.h"
#include "tickets/action_form.h"
#include "tickets/tickets_page.h"
#include "today/measure_section.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QtTest>

using namespace domain;
using namespace Qt::StringLiterals;
using reports::Improvement;
using Stage = Improvement::Stage;

/// What comes of a complaint, in the real window and by keys: its cause is found, a measure is drawn from it, the day goes by, one does it,
/// another one checks whether it helped, and the report tells. Leaves pictures in the folder that GRIDDESK_OUT names.
class LessonsDayTest : public QObject
{
    Q_OBJECT

    static constexpr qint64 day_ms = 24 * 3'600'000;

    std::unique_ptr<WindowDay> m_day;
    QString m_number;
    Id m_sun;

    ui::lessons::MeasureStrip *strip() { return visible<ui::lessons::MeasureStrip>("measures"); }
    ui::tickets::ActionForm *form()
    {
        return m_day->shell().findChild<ui::tickets::ActionForm *>();
    }
    ui::reports::ReportsPage *report()
    {
        return qobject_cast<ui::reports::ReportsPage *>(m_day->shell().page(u"reports"_s));
    }
    template <typename Widget> Widget *visible(const char *name)
    {
        for (Widget *one : m_day->shell().findChildren<Widget *>(QString::fromLatin1(name))) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    Ticket ticket() { return m_day->read().findTicket(m_number)->ticket; }
    /// How the ticket's measure stands, as everybody reads it.
    Stage stage()
    {
        const auto found = reports::findImprovementsOf(m_day->read(), ticket().id);
        return found.value(0).stage(m_day->clock.now_ms(), m_day->read().zone());
    }
    void type(const QString &field, const QString &text)
    {
        QVERIFY(m_day->person->walkTo(field));
        const bool isLatin = text.at(0).unicode() < 128;
        if (isLatin && !qobject_cast<QPlainTextEdit *>(m_day->person->focus()))
            m_day->person->key(Qt::Key_A, Qt::ControlModifier);
        if (isLatin)
            m_day->person->keys(text);
        else
            m_day->person->chinese(text);
        if (qobject_cast<QLineEdit *>(m_day->person->focus()))
            m_day->person->enter();
    }
    void changeSeats(const QString &login)
    {
        m_day->person->key(Qt::Key_L, Qt::ControlModifier | Qt::AltModifier);
        QTRY_VERIFY(m_day->isCurtainDrawn());
        m_day->sitDown(login);
        QTRY_VERIFY(!m_day->isCurtainDrawn());
    }
    void scan(const QString &action)
    {
        m_day->person->scan(
            action.isEmpty() ? u"GD:%1"_s.arg(m_number) : u"GD:%1:%2"_s.arg(m_number, action));
    }
    void save() { m_day->person->key(Qt::Key_Return, Qt::ControlModifier); }

private Q_SLOTS:
    void initTestCase();
    void theCauseIsFound();
    void aMeasureIsDrawnFromIt();
    void theDayGoesBy();
    void itIsDone();
    void whoeverDidItDoesNotCheckIt();
    void itHelped();
    void theReportTellsIt();
    void aRepairHasNone();
};

void LessonsDayTest::initTestCase()
{
    app::speakTheSystemsLanguage(*qApp, true);
    m_day = std::make_unique<WindowDay>(); // Friday 2026-11-20
    m_sun = m_day->addPerson(u"sun"_s, u"孙洋"_s, u"supervisor"_s);
    const auto complaint = [this](const QString &at, const QString &cause) {
        Values values{{field::Kind, u"complaint"_s}, {field::Line, u"water"_s},
            {field::Category, u"服务态度"_s}, {field::HappenedAt, support::moment_ms(at)},
            {field::Description, u"报修后三天无人上门"_s},
            {field::Grid, QVariant::fromValue(m_day->grid)}};
        if (!cause.isEmpty())
            values.set(field::CauseClass, cause);
        return m_day->open(values, {}, cause.isEmpty() ? QString() : u"closed"_s);
    };
    for (const char *cause : {"process", "process", "skill", "people"})
        complaint(u"2026-11-05 09:00"_s, QString::fromLatin1(cause));
    m_number = complaint(u"2026-11-19 09:00"_s, {});
    m_day->act(m_number, u"accept"_s, {}, m_day->li);
    m_day->act(m_number, u"reach"_s, {{field::Outcome, u"reached"_s}}, m_day->li);
    m_day->openWindow();
    m_day->shell().resize(1440, 900);
    m_day->sitDown(u"li"_s);
    QTRY_VERIFY(!m_day->isCurtainDrawn());
}

void LessonsDayTest::theCauseIsFound()
{
    scan(u"investigate"_s);
    QTRY_VERIFY(form() && form()->isOpen());
    type(u"finding"_s, u"1"_s);
    type(u"cause_class"_s, wordFor(List::CauseClass, u"process"_s));
    type(u"cause"_s, u"交接班时漏派"_s);
    type(u"responsible_unit"_s, u"维修部"_s);
    m_day->shoot(u"lessons-investigate"_s);
    save();
    QTRY_COMPARE(ticket().state, u"investigated"_s);
    QCOMPARE(ticket().values.text(field::CauseClass), u"process"_s);
}

void LessonsDayTest::aMeasureIsDrawnFromIt()
{
    QTRY_VERIFY(strip() && !form()->isOpen());
    QVERIFY(strip()->measures().isEmpty());
    m_day->person->key(Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(visible<QPlainTextEdit>("what"));
    type(u"what"_s, u"交接班逐单核对未派工单"_s);
    type(u"by"_s, u"zhao"_s);
    type(u"due"_s, u"2026-11-27"_s);
    m_day->shoot(u"lessons-new"_s);
    save();
    QTRY_COMPARE(strip()->measures().size(), 1);
    QCOMPARE(stage(), Stage::Open);
    QCOMPARE(strip()->measures().first().who, u"赵强"_s);
    m_day->shoot(u"lessons-open"_s);
}

/// Three days over, the chief of the grid reads of it in the morning, and Enter opens the ticket.
void LessonsDayTest::theDayGoesBy()
{
    m_day->pass(9 * day_ms);
    changeSeats(u"li"_s);
    m_day->person->key(Qt::Key_F1);
    QTRY_VERIFY(visible<ui::today::MeasureSection>("overdueMeasures"));
    auto *rows = visible<ui::today::MeasureSection>("overdueMeasures")->findChild<QTableWidget *>();
    // After midnight it is a day more, though nothing else has changed.
    const QString standing = rows->item(0, 0)->text();
    m_day->pass(day_ms);
    changeSeats(u"li"_s);
    QTRY_VERIFY(rows->item(0, 0)->text() != standing);
    m_day->shoot(u"lessons-today"_s);
    rows->setFocus();
    rows->setCurrentCell(0, 1);
    m_day->person->enter();
    QTRY_COMPARE(m_day->shell().currentPage(), u"tickets"_s);
    QTRY_VERIFY(strip() && strip()->measures().size() == 1);
    m_day->shoot(u"lessons-overdue"_s);
}

void LessonsDayTest::itIsDone()
{
    m_day->person->key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(visible<QLineEdit>("done"));
    QCOMPARE(visible<QLineEdit>("done")->text(), u"2026-11-30"_s);
    m_day->shoot(u"lessons-done-form"_s);
    save();
    QTRY_COMPARE(stage(), Stage::Done);
    QTRY_VERIFY(strip()->measures().first().done_ms > 0);
}

void LessonsDayTest::whoeverDidItDoesNotCheckIt()
{
    m_day->pass(20 * day_ms);
    changeSeats(u"sun"_s);
    scan({});
    QTRY_VERIFY(strip() && strip()->measures().size() == 1);
    m_day->person->key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(visible<QLineEdit>("checked_by"));
    type(u"checked_by"_s, u"zhao"_s);
    save();
    QTRY_VERIFY(!visible<QLineEdit>("checked_by")->accessibleDescription().isEmpty());
    // What was refused is shown whole.
    QTRY_VERIFY(visible<QLineEdit>("checked_by")->height() >= ui::look::fieldHeight);
    m_day->shoot(u"lessons-check-refused"_s);
    QCOMPARE(stage(), Stage::Done);
}

void LessonsDayTest::itHelped()
{
    type(u"checked_by"_s, u"sun"_s);
    type(u"effect"_s, u"连续二十天无漏派"_s);
    save();
    QTRY_COMPARE(stage(), Stage::Checked);
    QTRY_COMPARE(strip()->measures().first().checkedBy, u"孙洋"_s);
    m_day->shoot(u"lessons-checked"_s);
}

void LessonsDayTest::theReportTellsIt()
{
    m_day->person->key(Qt::Key_F10);
    QTRY_VERIFY(report() && report()->figures());
    QSignalSpy shown(report(), &ui::reports::ReportsPage::shown);
    report()->findChild<QComboBox *>()->setFocus();
    m_day->person->key(Qt::Key_Down);
    QTRY_VERIFY(!shown.isEmpty());
    shown.clear();
    report()->period().setPeriod(reports::Period::parse(u"2026-11").value());
    QTRY_VERIFY(!shown.isEmpty());
    const reports::Figures &figures = *report()->figures();
    QCOMPARE(QLatin1StringView(figures.request.report->name), u"lessons"_s);
    const reports::Pareto pareto = reports::paretoOf(figures.by(field::CauseClass));
    QCOMPARE(pareto.lines.first().code, u"process"_s);
    QCOMPARE(pareto.lines.first().count, 3);
    QCOMPARE(figures.improvements.size(), 1);
    QVERIFY(report()->preview().pages().count() > 0);
    m_day->shoot(u"lessons-report"_s);
}

/// Lessons are drawn from complaints; elsewhere the key does nothing and nothing stands there.
void LessonsDayTest::aRepairHasNone()
{
    m_number = m_day->open({{field::Kind, u"repair"_s}, {field::Line, u"water"_s},
        {field::Category, u"室内漏水"_s}, {field::Grid, QVariant::fromValue(m_day->grid)}});
    scan({});
    QTRY_COMPARE(m_day->shell().currentPage(), u"tickets"_s);
    QTRY_VERIFY(!strip());
    m_day->person->key(Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!visible<QPlainTextEdit>("what"));
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const ui::look::Theme theme(qEnvironmentVariableIsSet("GRIDDESK_DARK")
            ? ui::look::Theme::Choice::Dark
            : ui::look::Theme::Choice::Light);
    LessonsDayTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "lessons_day_test.moc"
