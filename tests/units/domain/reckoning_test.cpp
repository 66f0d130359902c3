// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lived_ticket.h"

#include "domain/ticket_clocks.h"

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

RegisterRow day(const QDate &date, const QString &kind)
{
    return row(Register::CalendarDay,
        {{calendar_day::Day, date.startOfDay(shanghai).toMSecsSinceEpoch()},
            {calendar_day::Kind, kind}});
}

RegisterRow promise(const QString &clock, int minutes, int days, const QString &hours)
{
    Values values{{standard::Clock, clock}, {standard::Hours, hours}};
    if (minutes)
        values.set(standard::Minutes, minutes);
    if (days)
        values.set(standard::Days, days);
    return row(Register::Standard, values);
}

/// The Spring Festival of 2020 as it stood in the list of November: from 24 to 30 January, the first of February worked for it; and as it
/// was prolonged on 27 January to the second of February.
Standards standards(bool isProlonged, int replyDays = 3)
{
    Values office{{service_hours::Code, u"office"_s}};
    for (quint8 one = service_hours::Monday; one <= service_hours::Friday; ++one)
        office.set(one, u"08:30-12:00 13:30-17:30"_s);
    QVector<RegisterRow> rows{row(Register::ServiceHours, office),
        promise(u"accept"_s, 60, 0, u"office"_s), promise(u"arrive"_s, 120, 0, QString()),
        promise(u"complete"_s, 480, 0, u"office"_s),
        promise(u"reply"_s, 0, replyDays, u"office"_s)};
    for (QDate one(2020, 1, 24); one <= QDate(2020, 1, isProlonged ? 31 : 30); one = one.addDays(1))
        rows << day(one, u"off"_s);
    rows << day({2020, 2, 1}, isProlonged ? u"off"_s : u"work"_s);
    return {rows, shanghai};
}

} // namespace

/// What was promised before a holiday was announced is looked at once more.
class ReckoningTest : public QObject
{
    Q_OBJECT

    support::LivedTicket m_lived;

    QString reckoned(const char *clock) const
    {
        for (const ClockStart &start : reckonedAnew(m_lived.ticket, m_lived.around.promised)) {
            if (start.clock == QLatin1StringView(clock))
                return text(start.due_ms);
        }
        return {};
    }
    bool reckon() { return m_lived.act("reckon", {{field::Reason, u"国务院延长春节假期"_s}}); }

private Q_SLOTS:
    void init()
    {
        m_lived = {};
        m_lived.around.person(u"chen"_s);
        m_lived.around.now = at(u"2020-01-23 17:10"_s);
        m_lived.around.promised = standards(false);
    }

    /// Twenty minutes of the hour had passed when the office closed for the festival.
    void minutesGoOnBehindAHolidayThatWasProlonged()
    {
        QVERIFY(m_lived.take("repair"));
        const TicketClock before = m_lived.clock("accept");
        QCOMPARE(text(before.due_ms), u"2020-01-31 09:10"_s);
        const qint64 arrive_ms = m_lived.clock("arrive").due_ms;
        m_lived.around.now = at(u"2020-01-27 10:00"_s);
        m_lived.around.promised = standards(true);
        QCOMPARE(reckoned("accept"), u"2020-02-03 09:10"_s);
        QVERIFY(reckon());
        const TicketClock after = m_lived.clock("accept");
        QCOMPARE(text(after.due_ms), u"2020-02-03 09:10"_s);
        QCOMPARE(after.started_ms, before.started_ms);
        QCOMPARE(after.basis, before.basis);
        QVERIFY(after.isRunning());
        // What counts around the clock has no holidays.
        QCOMPARE(m_lived.clock("arrive").due_ms, arrive_ms);
    }

    void workdaysAreOthersThen()
    {
        QVERIFY(m_lived.take("complaint"));
        QCOMPARE(text(m_lived.clock("reply").due_ms), u"2020-02-03 17:30"_s);
        m_lived.around.promised = standards(true);
        QVERIFY(reckon());
        QCOMPARE(text(m_lived.clock("reply").due_ms), u"2020-02-05 17:30"_s);
    }

    /// A day that was taken for a holiday by mistake brings promises forward.
    void itGoesBackwardToo()
    {
        m_lived.around.promised = standards(true);
        QVERIFY(m_lived.take("complaint"));
        m_lived.around.promised = standards(false);
        QVERIFY(reckon());
        QCOMPARE(text(m_lived.clock("reply").due_ms), u"2020-02-03 17:30"_s);
    }

    void asItIsItIsRefused()
    {
        QVERIFY(m_lived.take("complaint"));
        QVERIFY(!reckon());
        QCOMPARE(m_lived.refusal.field, u"action"_s);
        QVERIFY(!m_lived.refusal.advice.isEmpty());
        // Neither without a reason, nor twice.
        m_lived.around.promised = standards(true);
        QVERIFY(!m_lived.act("reckon"));
        QCOMPARE(m_lived.refusal.field, u"reason"_s);
        QVERIFY(reckon());
        QVERIFY(!reckon());
        QCOMPARE(m_lived.ticket.steps.size(), 2);
    }

    /// A standard's row holds for what is promised from then on.
    void otherMinutesAndDaysChangeNothing()
    {
        QVERIFY(m_lived.take("complaint"));
        m_lived.around.promised = standards(false, 10);
        QVERIFY(reckonedAnew(m_lived.ticket, m_lived.around.promised).isEmpty());
    }

    void whatWasPromisedByHandStays()
    {
        QVERIFY(m_lived.take("enquiry", {{field::PromisedAt, at(u"2020-01-31 12:00"_s)}}));
        QCOMPARE(text(m_lived.clock("reply").due_ms), u"2020-01-31 12:00"_s);
        m_lived.around.promised = standards(true);
        QCOMPARE(reckoned("reply"), QString());
    }

    void anExtensionStays()
    {
        QVERIFY(m_lived.take("repair"));
        QVERIFY(m_lived.act("dispatch"));
        m_lived.around.promised = standards(true);
        QCOMPARE(reckoned("complete"), u"2020-02-04 08:40"_s);
        m_lived.around.promised = standards(false);
        QVERIFY(m_lived.act("ask_extension",
            {{field::Until, at(u"2020-02-01 12:00"_s)}, {field::Reason, u"配件缺货"_s}}));
        QVERIFY(m_lived.act("grant_extension", {}, u"chen"_s));
        m_lived.around.promised = standards(true);
        QCOMPARE(reckoned("complete"), QString());
    }

    void whatRestsOrRestedStays()
    {
        QVERIFY(m_lived.take("complaint"));
        m_lived.around.now = at(u"2020-01-31 09:00"_s);
        QVERIFY(m_lived.act("suspend", {{field::Reason, u"等待检测"_s}}));
        m_lived.around.promised = standards(true);
        QCOMPARE(reckoned("reply"), QString());
        m_lived.around.now = at(u"2020-01-31 15:00"_s);
        QVERIFY(m_lived.act("resume"));
        QCOMPARE(reckoned("reply"), QString());
    }

    void whatWasKeptIsOver()
    {
        QVERIFY(m_lived.take("repair"));
        QVERIFY(m_lived.act("accept"));
        m_lived.around.promised = standards(true);
        QCOMPARE(reckoned("accept"), QString());
    }
};

QTEST_GUILESS_MAIN(ReckoningTest)
#include "reckoning_test.moc"
