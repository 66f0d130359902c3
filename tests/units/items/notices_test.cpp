// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desks_together.h"

#include "domain/roster.h"
#include "items/notice_list.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using items::NoticeList;
using support::DesksTogether;

/// What a person at one desk hears of what was done at another: derived from the record as it arrives, counted, and read
/// once.
class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAssignmentArrives();
    void othersHearNothing();
    void whatWasReadStaysRead();
    void whatOneActedOnIsNoNews();
    void whatHadNoEffectAssignsNothing();
    void conflictsAreNewsUntilTheyAreSettled();
    void whatOneDoesIsRead();
    void tenThousandAreOneNews();
    void whatIsLateIsToldUntilItIsSeenTo();
    void aHandoverThatNobodyAnswersComesBack();
    void whoIsOnDutyHearsOfAnEmergency();
    void whatRunsOutReachesWhoeverIsOnDuty();
    void aDamagedFileOfMarksIsForgotten();

private:
    static Id addPerson(DesksTogether &desks, const QString &login, const QString &role)
    {
        return desks
            .submit(0,
                PutRow{Register::Staff, desks.desk(0).freshId(),
                    {{staff::Login, login}, {staff::Name, login}, {staff::Role, role}}, {}})
            .subject;
    }
    /// A person of a team who works that shift today.
    static Id addOnShift(
        DesksTogether &desks, const QString &login, const QString &team, const QString &shift)
    {
        const Id person = addPerson(desks, login, u"technician"_s);
        desks.submit(0, PutRow{Register::Staff, person, {{staff::Team, team}}, {}});
        const qint64 day_ms =
            QDate(2026, 11, 20).startOfDay(desks.desk(0).read().zone()).toMSecsSinceEpoch();
        desks.submit(0,
            PutRow{Register::Roster, rosterCell(person, day_ms),
                {{roster::Person, QVariant::fromValue(person)}, {roster::Day, day_ms},
                    {roster::Shift, shift}},
                {}});
        return person;
    }
    static void openEmergency(DesksTogether &desks, int number, const QString &title)
    {
        desks.submit(number,
            OpenTicket{.ticket = desks.desk(number).freshId(),
                .values = {{field::Kind, u"repair"_s}, {field::Line, u"water"_s},
                    {field::Title, title}, {field::Urgency, u"emergency"_s}}});
    }
    static void assign(DesksTogether &desks, int number, const Id &ticket, const Id &to)
    {
        desks.submit(number,
            ActOnTicket{ticket, u"dispatch"_s, {{field::Assignee, QVariant::fromValue(to)}}});
    }
    static std::unique_ptr<NoticeList> listAt(Desk &desk, const DesksTogether &desks)
    {
        auto list = std::make_unique<NoticeList>(
            items::Source{desk.read(), [&desk] { return desk.newReader(); }}, desk.folder(),
            desks.clock);
        QObject::connect(&desk, &Desk::committed, list.get(), &NoticeList::takeIn);
        return list;
    }
};

void NoticesTest::anAssignmentArrives()
{
    DesksTogether desks;
    const Id zhao = addPerson(desks, u"zhao"_s, u"leader"_s);
    const Id ticket = desks.openTicket(0, u"漏水"_s);
    desks.meet(0, 1);
    auto list = listAt(desks.desk(1), desks);
    const QAbstractItemModelTester tester(
        list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy came(list.get(), &NoticeList::came);
    list->sitDown(zhao);
    QCOMPARE(list->rowCount(), 0);
    assign(desks, 0, ticket, zhao);
    desks.meet(0, 1);
    QTRY_COMPARE(list->unread(), 1);
    QTRY_COMPARE(came.size(), 1);
    QCOMPARE(list->at(0).rule->text(), u"Assigned to you"_s);
    QCOMPARE(list->at(0).ticket, desks.ticket(1, ticket)->values.text(field::Number));
    QCOMPARE(list->at(0).title, u"漏水"_s);
    QCOMPARE(list->at(0).person, u"王芳"_s);
    QVERIFY(list->isUnread(0));
    list->markRead(0);
    QCOMPARE(list->unread(), 0);
    QVERIFY(!list->isUnread(0));
    // The next one comes on top.
    desks.clock.passMinutes(1);
    assign(desks, 0, desks.openTicket(0, u"停电"_s), zhao);
    desks.meet(0, 1);
    QTRY_COMPARE(list->rowCount(), 2);
    QCOMPARE(list->at(0).title, u"停电"_s);
    QVERIFY(list->isUnread(0) && !list->isUnread(1));
}

void NoticesTest::othersHearNothing()
{
    DesksTogether desks;
    const Id zhao = addPerson(desks, u"zhao"_s, u"leader"_s);
    const Id qian = addPerson(desks, u"qian"_s, u"clerk"_s);
    desks.meet(0, 1);
    auto list = listAt(desks.desk(1), desks);
    list->sitDown(qian);
    auto receiver = listAt(desks.desk(1), desks);
    receiver->sitDown(desks.desk(1).actor());
    assign(desks, 0, desks.openTicket(0, u"漏水"_s), zhao);
    desks.meet(0, 1);
    // Whoever assigns it has taken it in as well, and is told of neither.
    auto assigned = listAt(desks.desk(1), desks);
    assigned->sitDown(zhao);
    QTRY_COMPARE(assigned->unread(), 1);
    QCOMPARE(list->unread(), 0);
    QCOMPARE(receiver->unread(), 0);
}

void NoticesTest::whatWasReadStaysRead()
{
    DesksTogether desks;
    const Id zhao = addPerson(desks, u"zhao"_s, u"leader"_s);
    for (const QString &title : {u"一"_s, u"二"_s, u"三"_s})
        assign(desks, 0, desks.openTicket(0, title), zhao);
    desks.meet(0, 1);
    {
        auto list = listAt(desks.desk(1), desks);
        list->sitDown(zhao);
        QTRY_COMPARE(list->unread(), 3);
        list->markRead(1);
        // Somebody else sits down in between, and the person comes back.
        list->sitDown(desks.desk(1).actor());
        QCOMPARE(list->unread(), 0);
        list->sitDown(zhao);
        QTRY_COMPARE(list->unread(), 2);
    }
    {
        auto list = listAt(desks.desk(1), desks);
        list->sitDown(zhao);
        QTRY_COMPARE(list->unread(), 2);
        QTRY_COMPARE(list->rowCount(), 3);
        list->markAllRead();
    }
    auto list = listAt(desks.desk(1), desks);
    list->sitDown(zhao);
    assign(desks, 0, desks.openTicket(0, u"四"_s), zhao);
    desks.meet(0, 1);
    QTRY_COMPARE(list->unread(), 1);
    QCOMPARE(list->rowCount(), 1);
    // Reading here is not reading there.
    auto elsewhere = listAt(desks.desk(0), desks);
    elsewhere->sitDown(zhao);
    QTRY_COMPARE(elsewhere->unread(), 4);
}

void NoticesTest::whatOneActedOnIsNoNews()
{
    DesksTogether desks;
    const Id zhao = addPerson(desks, u"zhao"_s, u"leader"_s);
    const Id done = desks.openTicket(0, u"已到场"_s), open = desks.openTicket(0, u"未到场"_s);
    assign(desks, 0, done, zhao);
    assign(desks, 0, open, zhao);
    desks.clock.passMinutes(5);
    desks.desk(0).setActor(zhao);
    desks.submit(0, ActOnTicket{done, u"arrive"_s});
    desks.meet(0, 1);
    auto list = listAt(desks.desk(1), desks);
    list->sitDown(zhao);
    QTRY_COMPARE(list->unread(), 1);
    QCOMPARE(list->at(0).title, u"未到场"_s);
}

void NoticesTest::whatHadNoEffectAssignsNothing()
{
    DesksTogether desks;
    const Id zhao = addPerson(desks, u"zhao"_s, u"leader"_s);
    const Id ticket = desks.openTicket(0, u"漏水"_s);
    desks.meet(0, 1);
    // Cancelled on one desk; assigned on the other one, behind that in the order of the record.
    desks.submit(0, ActOnTicket{ticket, u"cancel"_s, {{field::Reason, u"重复"_s}}});
    desks.submit(1, ActOnTicket{ticket, u"note"_s, {{field::Remark, u"再来电"_s}}});
    assign(desks, 1, ticket, zhao);
    desks.meet(0, 1);
    auto list = listAt(desks.desk(0), desks);
    QSignalSpy unread(list.get(), &NoticeList::unreadChanged);
    list->sitDown(zhao);
    const Id marker = desks.openTicket(1, u"另一件"_s);
    assign(desks, 1, marker, zhao);
    desks.meet(0, 1);
    QTRY_COMPARE(list->unread(), 1);
    QCOMPARE(list->at(0).title, u"另一件"_s);
}

void NoticesTest::conflictsAreNewsUntilTheyAreSettled()
{
    DesksTogether desks;
    const Id qian = addPerson(desks, u"qian"_s, u"clerk"_s);
    const Id ticket = desks.openTicket(0, u"漏水"_s);
    desks.meet(0, 1);
    const Id wang = desks.desk(0).actor();
    desks.desk(1).setActor(qian);
    for (int i : {0, 1}) {
        desks.submit(i, ActOnTicket{ticket, u"correct"_s, {{field::Title, u"漏%1"_s.arg(i)}}});
    }
    auto list = listAt(desks.desk(1), desks);
    list->sitDown(qian);
    desks.meet(0, 1);
    QTRY_COMPARE(list->unread(), 1);
    QCOMPARE(list->at(0).rule->text(), u"Another desk recorded something else than you"_s);
    // Whoever was away hears of it at sitting down.
    auto away = listAt(desks.desk(0), desks);
    away->sitDown(wang);
    QTRY_COMPARE(away->unread(), 1);
    const auto conflict = desks.desk(0).read().findConflicts(ticket).constFirst();
    desks.submit(0, SettleConflict{conflict.id, ticket, u"已核实"_s});
    QTRY_COMPARE(away->unread(), 0);
    desks.meet(0, 1);
    // Settled, it is no longer to be looked at, and the author hears that it is.
    QTRY_COMPARE(list->rowCount(), 2);
    QCOMPARE(list->unread(), 1);
    QCOMPARE(list->at(0).rule->text(), u"A conflict of yours was settled"_s);
}

void NoticesTest::whatOneDoesIsRead()
{
    DesksTogether desks;
    const Id zhao = addPerson(desks, u"zhao"_s, u"leader"_s);
    const Id ticket = desks.openTicket(0, u"漏水"_s);
    assign(desks, 0, ticket, zhao);
    desks.meet(0, 1);
    desks.clock.passMinutes(1);
    desks.desk(1).setActor(zhao);
    auto list = listAt(desks.desk(1), desks);
    list->sitDown(zhao);
    QTRY_COMPARE(list->unread(), 1);
    desks.submit(1, ActOnTicket{ticket, u"arrive"_s});
    QTRY_COMPARE(list->unread(), 0);
}

void NoticesTest::tenThousandAreOneNews()
{
    DesksTogether desks;
    const Id zhao = addPerson(desks, u"zhao"_s, u"leader"_s);
    desks.meet(0, 1);
    auto list = listAt(desks.desk(1), desks);
    list->sitDown(zhao);
    constexpr int many = 2500; // three portions
    QVector<Command> commands;
    for (int i = 0; i < many; ++i) {
        commands << OpenTicket{.ticket = desks.desk(0).freshId(),
            .values = {{field::Kind, u"repair"_s}, {field::Title, u"漏水 %1"_s.arg(i)}},
            .dispatch = true,
            .dispatchValues = {{field::Assignee, QVariant::fromValue(zhao)}}};
    }
    for (const store::Verdict &verdict : desks.desk(0).submitAll(commands).result())
        QVERIFY(store::accepted(verdict));
    desks.hand(0, 1, 4 << 20);
    QSignalSpy came(list.get(), &NoticeList::came);
    QTRY_COMPARE_WITH_TIMEOUT(list->unread(), many, 30000);
    QTRY_VERIFY(!came.isEmpty());
    int told = 0;
    for (const auto &news : came)
        told += news.at(0).toInt();
    QCOMPARE(told, many);
    // As many messages as there were commits at most, never as many as there are entries.
    QVERIFY2(came.size() < 50, qPrintable(QString::number(came.size())));
    QCOMPARE(list->rowCount(), int(NoticeList::mostShown));
    list->markAllRead();
    QCOMPARE(list->unread(), 0);
}

/// Nobody records that a clock ran out: the list at each desk follows from the clocks, and forgets what was seen to.
void NoticesTest::whatIsLateIsToldUntilItIsSeenTo()
{
    DesksTogether desks;
    const Id zhao = addPerson(desks, u"zhao"_s, u"technician"_s);
    const Id ticket = desks.openTicket(0, u"漏水"_s);
    assign(desks, 0, ticket, zhao);
    desks.meet(0, 1);
    auto list = listAt(desks.desk(1), desks);
    const QAbstractItemModelTester tester(
        list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    list->sitDown(zhao);
    QTRY_COMPARE(list->unread(), 1);
    list->markAllRead();
    const TicketClock due = *desks.ticket(1, ticket)->nextDue();
    desks.clock.set_ms(due.due_ms - 29 * 60'000);
    desks.openTicket(1, u"别的"_s); // any commit makes it look
    QTRY_COMPARE(list->unread(), 1);
    QCOMPARE(list->at(0).rule->text(), u"Due soon"_s);
    QCOMPARE(list->at(0).clock, due.clock);
    list->markRead(0);
    QCOMPARE(list->unread(), 0);
    // Whoever sits down again is told nothing twice.
    list->sitDown({});
    list->sitDown(zhao);
    QTRY_VERIFY(list->rowCount() > 0);
    QCOMPARE(list->unread(), 0);
    desks.submit(1, ActOnTicket{ticket, u"arrive"_s, {}});
    desks.submit(1, ActOnTicket{ticket, u"finish"_s, {}});
    QTRY_COMPARE(list->rowCount(), 0);
}

/// By the roster of the day: whoever is on duty for everybody, not those of another shift, nor of another team.
void NoticesTest::whoIsOnDutyHearsOfAnEmergency()
{
    DesksTogether desks;
    desks.clock.set_ms(support::moment_ms(u"2026-11-20 09:00"_s));
    const Id duty = addOnShift(desks, u"duty"_s, {}, u"值"_s);
    const Id day = addOnShift(desks, u"day"_s, {}, u"早"_s);
    const Id other = addOnShift(desks, u"other"_s, u"二队"_s, u"值"_s);
    desks.meet(0, 1);
    auto list = listAt(desks.desk(1), desks);
    list->sitDown(duty);
    auto ofDay = listAt(desks.desk(1), desks);
    ofDay->sitDown(day);
    auto ofOther = listAt(desks.desk(1), desks);
    ofOther->sitDown(other);
    openEmergency(desks, 0, u"主管爆裂"_s);
    desks.meet(0, 1);
    QTRY_COMPARE(list->unread(), 1);
    QCOMPARE(list->at(0).rule->text(), u"Emergency: you are on duty"_s);
    QCOMPARE(list->at(0).title, u"主管爆裂"_s);
    QCOMPARE(ofDay->unread(), 0);
    QCOMPARE(ofOther->unread(), 0);
}

/// A level of the escalation that names whoever is on duty.
void NoticesTest::whatRunsOutReachesWhoeverIsOnDuty()
{
    DesksTogether desks;
    desks.clock.set_ms(support::moment_ms(u"2026-11-20 09:00"_s));
    const Id duty = addOnShift(desks, u"duty"_s, {}, u"值"_s);
    const Id day = addOnShift(desks, u"day"_s, {}, u"早"_s);
    desks.submit(0,
        PutRow{Register::Escalation, desks.desk(0).freshId(),
            {{escalation::Minutes, qint64(5)}, {escalation::To, u"duty"_s}}, {}});
    const Id ticket = desks.openTicket(0, u"漏水"_s);
    desks.meet(0, 1);
    auto list = listAt(desks.desk(1), desks);
    list->sitDown(duty);
    auto ofDay = listAt(desks.desk(1), desks);
    ofDay->sitDown(day);
    const TicketClock due = *desks.ticket(1, ticket)->nextDue();
    desks.clock.set_ms(due.due_ms + 6 * 60'000);
    desks.openTicket(1, u"别的"_s); // any commit makes it look
    QTRY_COMPARE(list->unread(), 1);
    QCOMPARE(list->at(0).rule->text(), u"Overdue"_s);
    QCOMPARE(ofDay->unread(), 0);
}

/// Its clock is the receiver's; when it has run out, whoever handed over is told that it is still theirs.
void NoticesTest::aHandoverThatNobodyAnswersComesBack()
{
    DesksTogether desks;
    const Id zhou = addPerson(desks, u"zhou"_s, u"clerk"_s),
             fang = addPerson(desks, u"fang"_s, u"clerk"_s);
    const Id ticket = desks.openTicket(0, u"漏水"_s);
    desks.submit(
        0, ActOnTicket{ticket, u"hand_over"_s, {{field::HandTo, QVariant::fromValue(zhou)}}});
    desks.submit(0, ActOnTicket{ticket, u"take_over"_s, {}, zhou});
    desks.submit(
        0, ActOnTicket{ticket, u"hand_over"_s, {{field::HandTo, QVariant::fromValue(fang)}}});
    desks.meet(0, 1);
    auto list = listAt(desks.desk(1), desks);
    list->sitDown(zhou);
    const Ticket handed = *desks.ticket(1, ticket);
    const auto clock = std::ranges::find_if(handed.clocks,
        [](const TicketClock &one) { return one.isOpen() && one.clock == u"handover"; });
    QVERIFY(clock != handed.clocks.end());
    desks.clock.set_ms(clock->due_ms);
    desks.openTicket(1, u"别的"_s);
    const auto isToldOfHandover = [&list] {
        for (int row = 0; row < list->rowCount(); ++row) {
            if (list->at(row).clock == u"handover" && list->at(row).rule->text() == u"Overdue"_s)
                return true;
        }
        return false;
    };
    QTRY_VERIFY(isToldOfHandover());
    desks.submit(1, ActOnTicket{ticket, u"take_back"_s, {}});
    QTRY_VERIFY(!isToldOfHandover());
}

void NoticesTest::aDamagedFileOfMarksIsForgotten()
{
    DesksTogether desks;
    const Id zhao = addPerson(desks, u"zhao"_s, u"leader"_s);
    assign(desks, 0, desks.openTicket(0, u"漏水"_s), zhao);
    const QByteArrayList contents{"", "{", "[1,2]", "{\"zz\":{}}",
        "{\"" + zhao.toHex().toLatin1() + "\":{\"position\":99999999,\"conflict\":-5,\"read\":7}}"};
    for (const QByteArray &content : contents) {
        QFile file(desks.desk(0).folder().path + u"/desk.notices"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        auto list = listAt(desks.desk(0), desks);
        list->sitDown(zhao);
        assign(desks, 0, desks.openTicket(0, u"停电"_s), zhao);
        // A place beyond the record counts as its end; without one the last days are news.
        QTRY_VERIFY(list->unread() > 0 && list->at(0).title == u"停电"_s);
    }
}

QTEST_GUILESS_MAIN(NoticesTest)

#include "notices_test.moc"
