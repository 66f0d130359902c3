// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_surroundings.h"

#include "domain/defaults.h"
#include "domain/workflow.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

const QTimeZone shanghai("Asia/Shanghai");

qint64 at(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
    time.setTimeZone(shanghai);
    return time.toMSecsSinceEpoch();
}

QString text(qint64 at_ms)
{
    return QDateTime::fromMSecsSinceEpoch(at_ms, shanghai).toString(u"yyyy-MM-dd HH:mm");
}

RegisterRow row(Register reg, const Values &values)
{
    static int made = 0;
    return {Id::named(QByteArray::number(++made).constData()), reg, values, false};
}

RegisterRow day(
    const char *date, const char *kind, const char16_t *own = u"", const char *whose = "")
{
    return row(Register::CalendarDay,
        {{calendar_day::Day, at(QString::fromLatin1(date) + u" 00:00"_s)},
            {calendar_day::Kind, QString::fromLatin1(kind)},
            {calendar_day::Own, QString::fromUtf16(own)},
            {calendar_day::Hours, QString::fromLatin1(whose)}});
}

RegisterRow week(
    const char *code, const char16_t *workday, const char16_t *saturday, bool isOpen = false)
{
    Values values{{service_hours::Code, QString::fromLatin1(code)},
        {service_hours::Name, QString::fromLatin1(code)},
        {service_hours::Saturday, QString::fromUtf16(saturday)}};
    for (quint8 one = service_hours::Monday; one <= service_hours::Friday; ++one)
        values.set(one, QString::fromUtf16(workday));
    if (isOpen) {
        values.set(service_hours::OnHolidays, true);
        values.set(service_hours::Sunday, QString::fromUtf16(saturday));
    }
    return row(Register::ServiceHours, values);
}

RegisterRow standardRow(
    const char *clock, const Values &names, int minutes, int days = 0, const char *hours = "")
{
    Values values = names;
    values.set(standard::Clock, QString::fromLatin1(clock));
    if (minutes)
        values.set(standard::Minutes, minutes);
    if (days)
        values.set(standard::Days, days);
    values.set(standard::Hours, QString::fromLatin1(hours));
    return row(Register::Standard, values);
}

/// An office with lunch, a hall that also opens on Saturday mornings, a duty desk that is open every day; the Spring Festivals of 2020
/// (prolonged) and 2024 and New Year as the State Council had them; a half day, and a day on which the hall alone is shut.
QVector<RegisterRow> rowsOfCompany()
{
    QVector<RegisterRow> rows{week("office", u"08:30-12:00 13:30-17:30", u""),
        week("hall", u"09:00-18:00", u"09:00-12:00"),
        week("duty", u"08:00-20:00", u"08:00-20:00", true), day("2024-02-04", "work"),
        day("2024-02-18", "work"), day("2025-01-01", "off"),
        day("2024-12-31", "work", u"08:30-12:00"), day("2024-01-10", "off", u"", "hall"),
        standardRow("reply", {}, 0, 3, "office"), standardRow("accept", {}, 60, 0, "office"),
        standardRow("accept", {{standard::Urgency, u"emergency"_s}}, 15),
        standardRow("accept", {{standard::Line, u"gas"_s}}, 30, 0, "duty"),
        standardRow("accept", {{standard::Unit, u"营业厅"_s}}, 60, 0, "hall"),
        standardRow("accept", {{standard::Category, u"开户"_s}}, 120, 0, "office"),
        standardRow("visit", {}, 0, 2), standardRow("arrive", {}, 60, 0, "gone")};
    for (QDate one(2024, 2, 10); one <= QDate(2024, 2, 17); one = one.addDays(1))
        rows << day(one.toString(Qt::ISODate).toLatin1(), "off");
    for (QDate one(2020, 1, 24); one <= QDate(2020, 2, 3); one = one.addDays(1))
        rows << day(one.toString(Qt::ISODate).toLatin1(), "off");
    return rows;
}

} // namespace

/// What is promised for whom, and by when that is.
class StandardsTest : public QObject
{
    Q_OBJECT

    const Standards m_standards{rowsOfCompany(), shanghai};

private Q_SLOTS:
    void dueTimes_data()
    {
        QTest::addColumn<QString>("clock");
        QTest::addColumn<Values>("ticket");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("due");
        const Values none, emergency{{field::Urgency, u"emergency"_s}},
            gas{{field::Line, u"gas"_s}}, hall{{field::Unit, u"营业厅"_s}};
        const auto add = [](const char *name, const char *clock, const Values &ticket,
                             const QString &from, const QString &due) {
            QTest::newRow(name) << QString::fromLatin1(clock) << ticket << from << due;
        };
        add("over lunch", "accept", none, u"2024-01-08 11:30"_s, u"2024-01-08 14:00"_s);
        add("over a weekend", "accept", none, u"2024-01-05 17:00"_s, u"2024-01-08 09:00"_s);
        add("a Sunday that is worked", "accept", none, u"2024-02-03 10:00"_s,
            u"2024-02-04 09:30"_s);
        add("over the festival", "accept", none, u"2024-02-09 17:00"_s, u"2024-02-18 09:00"_s);
        add("over the prolonged one", "accept", none, u"2020-01-23 17:10"_s, u"2020-02-04 09:10"_s);
        add("a half day, the year's end", "accept", none, u"2024-12-31 11:30"_s,
            u"2025-01-02 09:00"_s);
        add("an emergency at midnight", "accept", emergency, u"2024-02-11 23:50"_s,
            u"2024-02-12 00:05"_s);
        add("open on holidays", "accept", gas, u"2024-02-11 19:45"_s, u"2024-02-12 08:15"_s);
        add("a department's own hours", "accept", hall, u"2024-01-06 11:30"_s,
            u"2024-01-08 09:30"_s);
        add("a day on which it alone is shut", "accept", hall, u"2024-01-09 17:30"_s,
            u"2024-01-11 09:30"_s);
        add("the hall on a worked Sunday", "accept", hall, u"2024-02-04 08:00"_s,
            u"2024-02-04 10:00"_s);
        add("three workdays", "reply", none, u"2024-02-01 09:00"_s, u"2024-02-05 17:30"_s);
        add("three over the festival", "reply", none, u"2024-02-08 16:00"_s, u"2024-02-19 17:30"_s);
        add("days without service hours", "visit", none, u"2024-02-09 17:00"_s,
            u"2024-02-12 00:00"_s);
        add("hours that nobody knows", "arrive", none, u"2024-02-09 23:30"_s,
            u"2024-02-10 00:30"_s);
    }

    void dueTimes()
    {
        QFETCH(QString, clock);
        QFETCH(Values, ticket);
        QFETCH(QString, from);
        QFETCH(QString, due);
        const auto promise = m_standards.promise(clock, ticket, at(from));
        QVERIFY(promise.has_value());
        QCOMPARE(text(promise->due_ms), due);
    }

    void theParticularWinsOverTheGeneral()
    {
        const auto minutes = [this](const Values &ticket) {
            return m_standards.promise(u"accept", ticket, at(u"2024-01-08 09:00"_s))->basis.minutes;
        };
        QCOMPARE(minutes({}), 60);
        QCOMPARE(minutes({{field::Line, u"gas"_s}}), 30);
        QCOMPARE(minutes({{field::Line, u"gas"_s}, {field::Urgency, u"emergency"_s}}), 15);
        QCOMPARE(minutes({{field::Urgency, u"emergency"_s}, {field::Category, u"开户"_s}}), 120);
        QVERIFY(!m_standards.promise(u"complete", {}, 0));
    }

    void pauses_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("paused");
        QTest::addColumn<QString>("resumed");
        QTest::addColumn<QString>("due");
        const auto add = [](const char *name, const char *from, const char *paused,
                             const char *resumed, const char *due) {
            QTest::newRow(name) << QString::fromLatin1(from) << QString::fromLatin1(paused)
                                << QString::fromLatin1(resumed) << QString::fromLatin1(due);
        };
        // Sixty minutes of the office; half of them were left.
        add("within a morning", "2024-01-08 09:00", "2024-01-08 09:30", "2024-01-08 10:00",
            "2024-01-08 10:30");
        add("over lunch", "2024-01-08 11:30", "2024-01-08 12:30", "2024-01-08 13:00",
            "2024-01-08 14:00");
        add("over a weekend", "2024-01-05 17:00", "2024-01-05 17:30", "2024-01-06 10:00",
            "2024-01-08 09:00");
        add("over the festival", "2024-02-09 17:00", "2024-02-09 17:15", "2024-02-19 09:00",
            "2024-02-19 09:45");
        add("resumed after hours", "2024-01-08 09:00", "2024-01-08 09:20", "2024-01-08 20:00",
            "2024-01-09 09:10");
    }

    void pauses()
    {
        QFETCH(QString, from);
        QFETCH(QString, paused);
        QFETCH(QString, resumed);
        QFETCH(QString, due);
        const ClockStart promise = *m_standards.promise(u"accept", {}, at(from));
        const TicketClock clock{.clock = u"accept"_s,
            .started_ms = at(from),
            .due_ms = promise.due_ms,
            .basis = promise.basis,
            .paused_ms = at(paused)};
        QCOMPARE(text(m_standards.resumed_ms(clock, at(resumed))), due);
    }

    /// Of workdays as many are added as were served while it rested.
    void workdaysRest()
    {
        const ClockStart promise = *m_standards.promise(u"reply", {}, at(u"2024-02-06 09:00"_s));
        QCOMPARE(text(promise.due_ms), u"2024-02-09 17:30"_s);
        const TicketClock clock{.clock = u"reply"_s,
            .due_ms = promise.due_ms,
            .basis = promise.basis,
            .paused_ms = at(u"2024-02-07 10:00"_s)};
        QCOMPARE(
            text(m_standards.resumed_ms(clock, at(u"2024-02-07 16:00"_s))), u"2024-02-09 17:30"_s);
        QCOMPARE(
            text(m_standards.resumed_ms(clock, at(u"2024-02-18 09:00"_s))), u"2024-02-20 17:30"_s);
    }

    void aDueTimeIsExplained()
    {
        const ClockStart promise = *m_standards.promise(u"accept", {}, at(u"2024-02-09 17:00"_s));
        QCOMPARE(promise.basis.hours, u"office"_s);
        const auto counted =
            m_standards.stretches(promise.basis.hours, at(u"2024-02-09 17:00"_s), promise.due_ms);
        QCOMPARE(counted.size(), 2);
        QCOMPARE(text(counted.at(0).to_ms), u"2024-02-09 17:30"_s);
        QCOMPARE(text(counted.at(1).from_ms), u"2024-02-18 08:30"_s);
    }

    /// What every company begins with promises something for every clock that a ticket of it starts.
    void theDefaultsLeaveNoClockWithoutATime()
    {
        QVector<RegisterRow> rows;
        for (const RegisterPut &put : defaultRows(shanghai))
            rows.append({put.row, put.reg, put.values, false});
        const Standards standards(rows, shanghai);
        for (const WorkflowSpec &workflow : allWorkflows()) {
            std::vector<const Branch *> branches;
            for (const Branch &branch : workflow.opening)
                branches.push_back(&branch);
            for (const ActionSpec &action : workflow.actions) {
                for (const Branch &branch : action.branches)
                    branches.push_back(&branch);
            }
            const Values ticket{{field::Kind, QString::fromLatin1(workflow.kind)}};
            for (const Branch *branch : branches) {
                for (const ClockUse &use : branch->starts)
                    QVERIFY2(standards.promise(
                                 QString::fromLatin1(use.clock), ticket, at(u"2026-11-20 10:00"_s)),
                        use.clock);
            }
        }
        // The holidays of 2026: from the eve of the National Day to the day after.
        const auto due = standards.promise(
            u"review", {{field::Kind, u"application"_s}}, at(u"2026-09-30 16:00"_s));
        QCOMPARE(text(due->due_ms), u"2026-10-08 17:30"_s);
    }

    void rowsThatCannotBeAreRefused_data()
    {
        QTest::addColumn<Register>("reg");
        QTest::addColumn<Values>("values");
        QTest::addColumn<QString>("field");
        const auto add = [](const char *name, Register reg, const Values &values,
                             const char *field) {
            QTest::newRow(name) << reg << values << QString::fromLatin1(field);
        };
        constexpr Register reg = Register::Standard;
        add("a clock that is none", reg, {{standard::Clock, u"lunch"_s}, {standard::Minutes, 5}},
            "clock");
        add("no time at all", reg, {{standard::Clock, u"reply"_s}}, "minutes");
        add("minutes and days", reg,
            {{standard::Clock, u"reply"_s}, {standard::Minutes, 5}, {standard::Days, 1}},
            "minutes");
        add("less than nothing", reg, {{standard::Clock, u"reply"_s}, {standard::Minutes, -5}},
            "minutes");
        add("unknown hours", reg,
            {{standard::Clock, u"reply"_s}, {standard::Days, 1}, {standard::Hours, u"x"_s}},
            "hours");
        add("hours that can't be read", Register::ServiceHours,
            {{service_hours::Code, u"a"_s}, {service_hours::Name, u"a"_s},
                {service_hours::Friday, u"8点到12点"_s}},
            "friday");
        add("hours that overlap", Register::ServiceHours,
            {{service_hours::Code, u"a"_s}, {service_hours::Name, u"a"_s},
                {service_hours::Monday, u"08:00-12:00 11:00-13:00"_s}},
            "monday");
        add("a day off with hours", Register::CalendarDay,
            {{calendar_day::Day, qint64(0)}, {calendar_day::Kind, u"off"_s},
                {calendar_day::Own, u"08:00-12:00"_s}},
            "own_hours");
        add("a day of a kind that is none", Register::CalendarDay,
            {{calendar_day::Day, qint64(0)}, {calendar_day::Kind, u"half"_s}}, "kind");
    }

    void rowsThatCannotBeAreRefused()
    {
        QFETCH(Register, reg);
        QFETCH(Values, values);
        QFETCH(QString, field);
        support::FakeSurroundings around;
        const Id id = idOfRow(registerSpec(reg), values, Id::named("row"));
        const Decision decision = decide(PutRow{reg, id, values, {}}, around);
        const auto *refusal = std::get_if<Refusal>(&decision);
        QVERIFY(refusal);
        QCOMPARE(refusal->field, field);
        QVERIFY(!refusal->advice.isEmpty());
    }

    /// Two desks that read the same list of holidays apart mean the same rows.
    void aDayIsOneRow()
    {
        const RegisterSpec &spec = registerSpec(Register::CalendarDay);
        const Values first{{calendar_day::Day, qint64(5)}, {calendar_day::Kind, u"off"_s}};
        Values other = first;
        other.set(calendar_day::Name, u"春节"_s);
        QCOMPARE(idOfRow(spec, first, Id::named("a")), idOfRow(spec, other, Id::named("b")));
        other.set(calendar_day::Hours, u"hall"_s);
        QVERIFY(idOfRow(spec, first, {}) != idOfRow(spec, other, {}));
        support::FakeSurroundings around;
        const Decision decision =
            decide(PutRow{Register::CalendarDay, Id::named("another"), first, {}}, around);
        QCOMPARE(std::get<Refusal>(decision).field, u"day"_s);
    }
};

QTEST_GUILESS_MAIN(StandardsTest)
#include "standards_test.moc"
