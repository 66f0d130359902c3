// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_surroundings.h"

#include "domain/decide.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

/// What must hold among the fields of a row: outages, escalation, shifts, the roster, leave, measures.
class RowRulesTest : public QObject
{
    Q_OBJECT

    support::FakeSurroundings m_around;
    Refusal m_refusal;
    const Id m_row = Id::named("row");

    bool put(Register reg, const Values &values)
    {
        const RegisterSpec &spec = registerSpec(reg);
        const Decision decision =
            decide(PutRow{reg, idOfRow(spec, values, m_row), values, {}}, m_around);
        if (const auto *refusal = std::get_if<Refusal>(&decision))
            m_refusal = *refusal;
        return std::holds_alternative<Events>(decision);
    }

    bool isRefusedFor(Register reg, const Values &values, QStringView field)
    {
        m_refusal = {};
        return !put(reg, values) && m_refusal.field == field && !m_refusal.advice.isEmpty();
    }

    void code(Register reg, const QString &code)
    {
        m_around.codes.insert({reg, code}, Id::named(code.toUtf8().constData()));
    }

    QVariant person(const QString &login) { return QVariant::fromValue(m_around.person(login)); }

private Q_SLOTS:
    void init() { m_around = {}; }

    void anOutageEndsAfterItBegins()
    {
        code(Register::Grid, u"07"_s);
        Values row{{outage::Code, u"01-1"_s}, {outage::Title, u"停水"_s},
            {outage::Line, u"water"_s}, {outage::From, qint64(2000)}, {outage::Grids, u"07"_s}};
        QVERIFY(put(Register::Outage, row));
        row.set(outage::Until, qint64(2000));
        QVERIFY(isRefusedFor(Register::Outage, row, u"until"));
        row.set(outage::Until, qint64(3000));
        QVERIFY(put(Register::Outage, row));
        row.set(outage::Restored, qint64(1000));
        QVERIFY(isRefusedFor(Register::Outage, row, u"restored"));
        row.set(outage::Restored, qint64(2500));
        row.set(outage::Grids, u"07、88"_s);
        QVERIFY(isRefusedFor(Register::Outage, row, u"grids"));
    }

    void anEscalationNamesAClockAndPeople()
    {
        Values row{{escalation::Clock, u"arrive"_s}, {escalation::Minutes, qint64(-10)},
            {escalation::To, u"chief,superior"_s}};
        QVERIFY(put(Register::Escalation, row));
        row.set(escalation::Clock, u"teatime"_s);
        QVERIFY(isRefusedFor(Register::Escalation, row, u"clock"));
        row.remove(escalation::Clock);
        QVERIFY(put(Register::Escalation, row));
        row.set(escalation::To, u"chief,emperor"_s);
        QVERIFY(isRefusedFor(Register::Escalation, row, u"to"));
    }

    void aShiftHasBothTimesOrNeither()
    {
        Values row{{shift::Code, u"早"_s}, {shift::Name, u"早班"_s}, {shift::Kind, u"work"_s}};
        QVERIFY(put(Register::Shift, row));
        row.set(shift::From, u"08:00"_s);
        QVERIFY(isRefusedFor(Register::Shift, row, u"until"));
        row.set(shift::Until, u"25:00"_s);
        QVERIFY(isRefusedFor(Register::Shift, row, u"until"));
        row.set(shift::Until, u"16:00"_s);
        QVERIFY(put(Register::Shift, row));
    }

    void theRosterTakesShiftsThatAreThere()
    {
        Values row{{roster::Person, person(u"li"_s)}, {roster::Day, qint64(1'763'654'400'000)},
            {roster::Shift, u"早"_s}};
        QVERIFY(isRefusedFor(Register::Roster, row, u"shift"));
        code(Register::Shift, u"早"_s);
        QVERIFY(put(Register::Roster, row));
    }

    void nobodyApprovesTheOwnLeave()
    {
        Values row{{leave::Person, person(u"li"_s)}, {leave::Kind, u"annual"_s},
            {leave::From, qint64(1000)}, {leave::Until, qint64(2000)}};
        QVERIFY(put(Register::Leave, row));
        row.set(leave::Approved, true);
        QVERIFY(isRefusedFor(Register::Leave, row, u"answered_by"));
        row.set(leave::AnsweredBy, QVariant::fromValue(m_around.me));
        QVERIFY(put(Register::Leave, row));
        row.set(leave::Person, QVariant::fromValue(m_around.me));
        QVERIFY(isRefusedFor(Register::Leave, row, u"answered_by"));
        row.set(leave::Until, qint64(500));
        QVERIFY(isRefusedFor(Register::Leave, row, u"until"));
    }

    void approvedLeaveKeepsItsDays()
    {
        const Values approved{{leave::Person, person(u"li"_s)}, {leave::Kind, u"sick"_s},
            {leave::From, qint64(1000)}, {leave::Until, qint64(2000)}, {leave::Approved, true},
            {leave::AnsweredBy, QVariant::fromValue(m_around.me)}};
        m_around.rows.insert(m_row, {m_row, Register::Leave, approved, false});
        m_around.filed.insert(m_row, {Register::Leave, {}});
        QVERIFY(isRefusedFor(Register::Leave, {{leave::Until, qint64(9000)}}, u"from"));
        QVERIFY(put(Register::Leave, {{leave::Reason, u"住院"_s}}));
    }

    void somebodyElseChecksWhetherAMeasureHelped()
    {
        Values row{{measure::What, u"更换老化阀门"_s}, {measure::By, person(u"li"_s)},
            {measure::Due, qint64(5000)}, {measure::Checked, qint64(6000)},
            {measure::CheckedBy, person(u"li"_s)}};
        QVERIFY(isRefusedFor(Register::Measure, row, u"checked_by"));
        row.set(measure::CheckedBy, person(u"zhao"_s));
        QVERIFY(put(Register::Measure, row));
    }
};

QTEST_GUILESS_MAIN(RowRulesTest)
#include "row_rules_test.moc"
