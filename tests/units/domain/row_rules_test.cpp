// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_surroundings.h"

#include "domain/decide.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

/// What must hold among the fields of a row: outages, escalation, shifts, the roster, leave, measures, the duty log,
/// handing over a shift.
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

    /// A handing over as it stands on record, and what whoever sits there signs.
    Values given(const QVariant &giver)
    {
        return {{handover::GivenBy, giver}, {handover::GivenAt, qint64(5000)},
            {handover::Where, u"前台"_s}, {handover::Promises, u"03A-1 · 维修"_s},
            {handover::Drafts, qint64(2)}, {handover::Watch, u"泵房"_s}};
    }
    void stands(const Values &values)
    {
        m_around.rows.insert(m_row, {m_row, Register::Handover, values, false});
        m_around.filed.insert(m_row, {Register::Handover, {}});
    }
    QVariant mine() { return QVariant::fromValue(m_around.me); }

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
            {measure::Due, qint64(5000)}, {measure::Checked, qint64(6000)}};
        QVERIFY(isRefusedFor(Register::Measure, row, u"done"));
        row.set(measure::Done, qint64(5500));
        QVERIFY(isRefusedFor(Register::Measure, row, u"checked_by"));
        row.set(measure::CheckedBy, person(u"li"_s));
        QVERIFY(isRefusedFor(Register::Measure, row, u"checked_by"));
        row.set(measure::CheckedBy, person(u"zhao"_s));
        QVERIFY(put(Register::Measure, row));
    }

    void whatIsSettledSaysWhatCameOfIt()
    {
        Values row{{duty_log::At, qint64(5000)}, {duty_log::Kind, u"missed_call"_s},
            {duty_log::What, u"未接来电"_s}, {duty_log::By, mine()}, {duty_log::Open, true}};
        QVERIFY(put(Register::DutyLog, row));
        row.set(duty_log::Settled, qint64(6000));
        QVERIFY(isRefusedFor(Register::DutyLog, row, u"result"));
        row.set(duty_log::Result, u"已回电"_s);
        QVERIFY(put(Register::DutyLog, row));
        row.set(duty_log::Kind, u"gossip"_s);
        QVERIFY(isRefusedFor(Register::DutyLog, row, u"kind"));
    }

    void aShiftIsHandedOverInTheOwnName()
    {
        QVERIFY(put(Register::Handover, given(mine())));
        QVERIFY(isRefusedFor(Register::Handover, given(person(u"li"_s)), u"given_by"));
        // What waits may be brought up to date by who gave it, and given to nobody else's name.
        stands(given(mine()));
        QVERIFY(put(Register::Handover, {{handover::Watch, u"泵房、二号井"_s}}));
        QVERIFY(
            isRefusedFor(Register::Handover, {{handover::GivenBy, person(u"li"_s)}}, u"given_by"));
        stands(given(person(u"li"_s)));
        QVERIFY(isRefusedFor(Register::Handover, {{handover::Watch, u"没什么事"_s}}, u"given_by"));
    }

    void somebodyElseTakesAShiftOver()
    {
        const Values taking{{handover::TakenBy, mine()}, {handover::TakenAt, qint64(6000)}};
        stands(given(person(u"li"_s)));
        QVERIFY(put(Register::Handover, taking));
        // By whom without when, or when without by whom, says nothing.
        QVERIFY(isRefusedFor(Register::Handover, {{handover::TakenBy, mine()}}, u"taken_at"));
        QVERIFY(isRefusedFor(Register::Handover, {{handover::TakenAt, qint64(6000)}}, u"taken_at"));
        // Nor in another one's name, nor one's own.
        Values other = taking;
        other.set(handover::TakenBy, person(u"zhao"_s));
        QVERIFY(isRefusedFor(Register::Handover, other, u"taken_by"));
        stands(given(mine()));
        QVERIFY(isRefusedFor(Register::Handover, taking, u"taken_by"));
    }

    void whoeverTakesOverChangesNothingOfIt()
    {
        stands(given(person(u"li"_s)));
        Values taking{{handover::TakenBy, mine()}, {handover::TakenAt, qint64(6000)},
            {handover::Remark, u"草稿只有一份"_s}};
        QVERIFY(put(Register::Handover, taking));
        const std::pair<quint8, QVariant> changes[] = {{handover::Shift, u"夜"_s},
            {handover::Where, u"值班室"_s}, {handover::GivenAt, qint64(1)},
            {handover::Promises, u"无"_s}, {handover::Calls, u"无"_s},
            {handover::Drafts, qint64(0)}, {handover::Watch, u"无"_s}};
        for (const auto &[field, value] : changes) {
            Values changed = taking;
            changed.set(field, value);
            const QString name = registerSpec(Register::Handover).fields.find(field)->name();
            QVERIFY2(isRefusedFor(Register::Handover, changed, name), qPrintable(name));
        }
        // A whole one at once would be signed by one person for both.
        m_around.rows.clear();
        m_around.filed.clear();
        Values both = given(person(u"li"_s));
        both.set(handover::TakenBy, mine());
        both.set(handover::TakenAt, qint64(6000));
        QVERIFY(!put(Register::Handover, both));
    }

    void whatBothSignedStands()
    {
        Values both = given(person(u"li"_s));
        both.set(handover::TakenBy, mine());
        both.set(handover::TakenAt, qint64(6000));
        stands(both);
        QVERIFY(isRefusedFor(Register::Handover, {{handover::Remark, u"补记"_s}}, u"taken_by"));
    }

    /// Who takes over vouches for what was handed over: the fields come along, so that a change of them made elsewhere at the same
    /// time contradicts.
    void takingOverSaysAllOfItAgain()
    {
        stands(given(person(u"li"_s)));
        const Decision decision =
            decide(PutRow{Register::Handover, m_row,
                       {{handover::TakenBy, mine()}, {handover::TakenAt, qint64(6000)}}, {}},
                m_around);
        const auto *events = std::get_if<Events>(&decision);
        QVERIFY(events && events->size() == 1);
        const auto *put = std::get_if<RegisterPut>(&events->front());
        QVERIFY(put);
        for (const auto &[field, value] : given(person(u"li"_s))) {
            QCOMPARE(put->values[field], value);
        }
    }

    bool isRemovable(Register reg)
    {
        const Decision decision = decide(RemoveRow{reg, m_row}, m_around);
        return std::holds_alternative<Events>(decision);
    }

    void onlyTheWriterRemovesWhatOthersGoBy()
    {
        stands(given(person(u"li"_s)));
        QVERIFY(!isRemovable(Register::Handover));
        stands(given(mine()));
        QVERIFY(isRemovable(Register::Handover));
        Values both = given(mine());
        both.set(handover::TakenBy, person(u"li"_s));
        both.set(handover::TakenAt, qint64(6000));
        stands(both);
        QVERIFY(!isRemovable(Register::Handover));
    }

    /// What everybody on duty reads and what is printed holds nobody's number; masked ones and those of meters are none.
    void noNumberLeadsToAPerson()
    {
        Values line{{duty_log::At, qint64(5000)}, {duty_log::Kind, u"alarm"_s},
            {duty_log::What, u"打 13800138000 回话"_s}, {duty_log::By, mine()}};
        QVERIFY(isRefusedFor(Register::DutyLog, line, u"what"));
        line.set(duty_log::What, u"打 138****8000 回话，表号 1234567"_s);
        line.set(duty_log::Phone, u"13800138000"_s);
        QVERIFY(put(Register::DutyLog, line));
        Values shift = given(mine());
        shift.set(handover::Watch, u"王女士 13800138000 等回电"_s);
        QVERIFY(isRefusedFor(Register::Handover, shift, u"watch"));
    }

    void aPlanThatHasBegunGoesOnAsItBegan()
    {
        const Values plan{{visit_plan::Code, u"HF-1"_s}, {visit_plan::Name, u"季度走访"_s},
            {visit_plan::From, m_around.now - 1}, {visit_plan::Months, 3},
            {visit_plan::Questions, u"态度？\n及时？"_s}};
        m_around.rows.insert(m_row, {m_row, Register::VisitPlan, plan, false});
        m_around.filed.insert(m_row, {Register::VisitPlan, {}});
        QVERIFY(put(Register::VisitPlan, {{visit_plan::Name, u"回访"_s}}));
        QVERIFY(put(Register::VisitPlan, {{visit_plan::Questions, u"态度？\n及时？\n质量？"_s}}));
        QVERIFY(isRefusedFor(
            Register::VisitPlan, {{visit_plan::Questions, u"质量？\n态度？"_s}}, u"questions"));
        QVERIFY(isRefusedFor(Register::VisitPlan, {{visit_plan::Months, 6}}, u"months"));
        QVERIFY(isRefusedFor(Register::VisitPlan, {{visit_plan::OneIn, 20}}, u"one_in"));
        QVERIFY(isRefusedFor(Register::VisitPlan, {{visit_plan::From, m_around.now - 2}}, u"from"));
        Values later = plan;
        later.set(visit_plan::From, m_around.now + 1000);
        m_around.rows.insert(m_row, {m_row, Register::VisitPlan, later, false});
        QVERIFY(put(Register::VisitPlan, {{visit_plan::Months, 6}}));
    }

    void bothHalvesWantTheOwnSignature()
    {
        const Values row = given(mine());
        m_around.given.put({Id::named("grant"), Register::Grant,
            {{grant::Person, mine()}, {grant::Role, u"clerk"_s}}, false});
        QVERIFY(!put(Register::Handover, row));
        QVERIFY(!m_refusal.advice.isEmpty());
        m_around.isSigned = true;
        QVERIFY(put(Register::Handover, row));
        // The log is typed in seconds, without.
        m_around.isSigned = false;
        QVERIFY(put(Register::DutyLog,
            {{duty_log::At, qint64(5000)}, {duty_log::Kind, u"call"_s},
                {duty_log::What, u"问停水"_s}, {duty_log::By, mine()}}));
    }
};

QTEST_GUILESS_MAIN(RowRulesTest)
#include "row_rules_test.moc"
