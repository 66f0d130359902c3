// SPDX-License-Identifier: GPL-3.0-or-later
#include "units/items/settling.h"

#include "items/conflict_list_model.h"
#include "items/conflict_words.h"

#include "domain/words.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace settling;
using items::ConflictListModel;
using store::ConflictReason;

/// What contradicts, as people see it and settle it: both versions, who knew of what, and what holds in the end.
class ConflictsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothVersionsStandSideBySide();
    void whatCameTooLateSaysWhatItHadBecome();
    void whatIsSettledHolds_data();
    void whatIsSettledHolds();
    void assignmentsAreSettledByAssigningAnew();
    void whatASuspendedDeskSaidIsSettled();
    void whatNobodyHadTheRightToIsSettled();
    void personalNumbersStayCovered();
    void aChiefSeesThoseOfTheOwnGrid();
    void theListKeepsUp();

private:
    /// The same ticket corrected on both desks, which then meet.
    static Id corrected(DesksTogether &desks)
    {
        const Id id = desks.openTicket(0, u"漏水"_s);
        desks.meet(0, 1);
        for (int i : {0, 1}) {
            const QString title = i == 0 ? u"厨房漏水"_s : u"厕所漏水"_s;
            desks.submit(i, ActOnTicket{id, u"correct"_s, {{field::Title, title}}});
        }
        desks.meet(0, 1);
        return id;
    }
    static Id addStaff(DesksTogether &desks, const Values &values)
    {
        return desks.submit(0, PutRow{Register::Staff, desks.desk(0).freshId(), values, {}})
            .subject;
    }
    static QString titleOf(DesksTogether &desks, const Id &id)
    {
        return desks.ticket(0, id)->values.text(field::Title);
    }
};

void ConflictsTest::bothVersionsStandSideBySide()
{
    DesksTogether desks;
    const Id id = corrected(desks);
    std::optional<ConflictCard> seen[2];
    for (int i : {0, 1}) {
        const auto card = first(desks.desk(i), {ConflictQuery::Open, id, {}});
        QVERIFY(card);
        QCOMPARE(card->line.reason, ConflictReason::Contradicts);
        QCOMPARE(card->fields.size(), 1);
        const ConflictCard::Field &field = card->fields[0];
        QCOMPARE(QSet<QString>({field.earlier, field.later}),
            QSet<QString>({u"厨房漏水"_s, u"厕所漏水"_s}));
        // The later one stands until somebody says otherwise.
        QVERIFY(field.laterStands && !field.earlierStands);
        QCOMPARE(field.now, field.later);
        QCOMPARE(card->earlier.person, u"王芳"_s);
        QCOMPARE(QSet<QString>({card->earlier.desk, card->later.desk}),
            QSet<QString>({u"前台"_s, u"工位2"_s}));
        QVERIFY(!card->earlier.knewOther && !card->later.knewOther);
        QVERIFY(card->earlier.hasEffect && card->later.hasEffect);
        QVERIFY(card->subject.contains(desks.ticket(i, id)->values.text(field::Number)));
        QVERIFY(card->isOpen());
        seen[i] = card;
    }
    // The same on both desks: which side is which doesn't depend on who looks.
    QCOMPARE(seen[0]->earlier.desk, seen[1]->earlier.desk);
    QCOMPARE(seen[0]->fields[0].later, seen[1]->fields[0].later);
}

void ConflictsTest::whatCameTooLateSaysWhatItHadBecome()
{
    DesksTogether desks;
    const Id id = desks.openTicket(0, u"漏水"_s);
    desks.meet(0, 1);
    for (int i : {0, 1})
        desks.submit(i, ActOnTicket{id, u"accept"_s});
    desks.submit(0, ActOnTicket{id, u"note"_s, {{field::Remark, u"再来电"_s}}});
    desks.meet(0, 1);
    const auto card = first(desks.desk(0), {ConflictQuery::Open, id, {}});
    QVERIFY(card);
    QCOMPARE(card->line.reason, ConflictReason::NoLongerApplies);
    QVERIFY(card->earlier.isThere());
    QVERIFY(!card->later.hasEffect);
    QCOMPARE(card->stateThen, u"with_chief"_s);
    QVERIFY(items::conflictMeaning(*card).contains(stateWord(card->stateThen)));
    QCOMPARE(items::knowledgeWords(*card), u"Neither knew what the other had done."_s);
    QCOMPARE(items::deedWords(card->later.events), actionWord(u"accept"));
}

void ConflictsTest::whatIsSettledHolds_data()
{
    QTest::addColumn<int>("holds");
    QTest::addColumn<bool>("saysFirst");
    QTest::newRow("what stands") << int(Holds::Standing) << false;
    QTest::newRow("the later one stands already") << int(Holds::Later) << false;
    QTest::newRow("the earlier one") << int(Holds::Earlier) << true;
    QTest::newRow("something else") << int(Holds::Typed) << true;
}

void ConflictsTest::whatIsSettledHolds()
{
    QFETCH(int, holds);
    DesksTogether desks;
    const Id id = corrected(desks);
    const auto card = *first(desks.desk(0));
    const Values typed{{field::Title, u"厨房和厕所都漏水"_s}};
    QVERIFY(items::mayBeTyped(card));
    QTEST(planOf(desks.desk(0), card, Holds(holds), typed).first.has_value(), "saysFirst");
    settle(desks, 0, card, Holds(holds), typed);
    const QString expected = Holds(holds) == Holds::Earlier ? card.fields[0].earlier
        : Holds(holds) == Holds::Typed                      ? typed.text(field::Title)
                                                            : card.fields[0].later;
    QCOMPARE(titleOf(desks, id), expected);
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        QVERIFY(!first(desks.desk(i)));
        const auto settled = first(desks.desk(i), {ConflictQuery::Settled, id, {}});
        QVERIFY(settled && !settled->isOpen());
        QCOMPARE(settled->settled.person, u"王芳"_s);
        QCOMPARE(settled->settled.desk, u"前台"_s);
        QCOMPARE(settled->settled.remark, u"已电话核实"_s);
        QCOMPARE(desks.ticket(i, id)->values.text(field::Title), expected);
    }
    QVERIFY(desks.agree());
}

void ConflictsTest::assignmentsAreSettledByAssigningAnew()
{
    DesksTogether desks;
    const Id zhao = addStaff(desks, {{staff::Login, u"zhao"_s}, {staff::Name, u"赵强"_s}});
    const Id qian = addStaff(desks, {{staff::Login, u"qian"_s}, {staff::Name, u"钱伟"_s}});
    const Id id = desks.openTicket(0, u"漏水"_s);
    desks.meet(0, 1);
    desks.submit(0, ActOnTicket{id, u"dispatch"_s, {{field::Assignee, QVariant::fromValue(zhao)}}});
    desks.submit(1, ActOnTicket{id, u"dispatch"_s, {{field::Assignee, QVariant::fromValue(qian)}}});
    desks.meet(0, 1);
    const auto card = *first(desks.desk(0));
    QCOMPARE(card.line.reason, ConflictReason::Contradicts);
    QVERIFY(!items::mayBeTyped(card));
    const QString earlier = card.fields[0].earlier;
    settle(desks, 0, card, Holds::Earlier);
    const Id now = desks.ticket(0, id)->values[field::Assignee].value<Id>();
    QCOMPARE(now, earlier == u"赵强" ? zhao : qian);
    QCOMPARE(desks.ticket(0, id)->steps.constLast().action, u"dispatch"_s);
}

void ConflictsTest::whatASuspendedDeskSaidIsSettled()
{
    DesksTogether desks(3);
    const Id id = desks.openTicket(0, u"漏水"_s);
    desks.meetAll();
    desks.submit(0, RevokeDesk{desks.desk(2).secrets().desk, u"遗失"_s});
    desks.submit(2, ActOnTicket{id, u"correct"_s, {{field::Title, u"伪造"_s}}});
    const Id forged = desks.openTicket(2, u"伪造的工单"_s);
    desks.meet(1, 2);
    desks.meet(0, 1);
    for (const Id &subject : {id, forged}) {
        const auto card = first(desks.desk(0), {ConflictQuery::Open, subject, {}});
        QVERIFY(card);
        QCOMPARE(card->line.reason, ConflictReason::DeskRevoked);
        QVERIFY(!card->later.hasEffect && !card->earlier.isThere());
        QCOMPARE(card->later.desk, u"工位3"_s);
        // A ticket that isn't there still says what it was to be.
        QVERIFY(card->subject.contains(subject == forged ? u"伪造的工单"_s : u"漏水"_s));
        settle(desks, 0, *card, Holds::Standing);
    }
    desks.meet(0, 1);
    QVERIFY(!first(desks.desk(1)));
    QVERIFY(desks.fault(0).isEmpty() && desks.fault(1).isEmpty());
}

void ConflictsTest::whatNobodyHadTheRightToIsSettled()
{
    DesksTogether desks;
    const Id clerk = addStaff(desks, {{staff::Login, u"li"_s}, {staff::Name, u"李"_s}});
    const Id grant = desks.desk(0).freshId();
    desks.submit(0, GrantRole{grant, clerk, u"clerk"_s});
    desks.meet(0, 1);
    desks.submit(0, RevokeGrant{grant, u"离职"_s});
    desks.desk(1).setActor(clerk);
    desks.openTicket(1, u"之后的工单"_s);
    desks.meet(0, 1);
    const auto card = first(desks.desk(0));
    QVERIFY(card);
    QCOMPARE(card->line.reason, ConflictReason::LackedRight);
    QCOMPARE(card->later.person, u"李"_s);
    QVERIFY(card->subject.endsWith(u"之后的工单"_s));
    QVERIFY(std::ranges::any_of(card->later.filled,
        [](const ConflictCard::Filled &filled) { return filled.text == u"之后的工单"; }));
    settle(desks, 0, *card, Holds::Standing);
    desks.meet(0, 1);
    QVERIFY(!first(desks.desk(1)));
    QVERIFY(desks.agree());
}

void ConflictsTest::personalNumbersStayCovered()
{
    DesksTogether desks;
    const Id row = desks.desk(0).freshId();
    desks.submit(0, PutRow{Register::Customer, row, {{customer::Name, u"李明"_s}}, {}});
    desks.meet(0, 1);
    const QString phones[] = {u"13800001234"_s, u"13900005678"_s};
    for (int i : {0, 1})
        desks.submit(i, PutRow{Register::Customer, row, {{customer::Phone, phones[i]}}, {}});
    desks.meet(0, 1);
    const auto card = *first(desks.desk(0));
    QCOMPARE(card.fields.size(), 1);
    QVERIFY(!card.fields[0].earlier.contains(u"0000"_s));
    QVERIFY(card.fields[0].earlier.contains(u"****"_s));
    QVERIFY(card.fields[0].laterStands && !card.fields[0].earlierStands);
    // Chosen, the whole number holds.
    settle(desks, 0, card, Holds::Earlier);
    store::Reader &read = desks.desk(0).read();
    const QString now = read.open(customer::Phone, read.findRow(row)->row.values[customer::Phone]);
    QVERIFY(now == phones[0] || now == phones[1]);
    QCOMPARE(now.right(4), card.fields[0].earlier.right(4));
}

void ConflictsTest::aChiefSeesThoseOfTheOwnGrid()
{
    DesksTogether desks;
    const auto grid = [&](const QString &code) {
        return desks
            .submit(0,
                PutRow{Register::Grid, desks.desk(0).freshId(),
                    {{grid::Code, code}, {grid::Name, code}}, {}})
            .subject;
    };
    const Id own = grid(u"07"_s), other = grid(u"09"_s);
    const Id li = addStaff(desks,
        {{staff::Login, u"li"_s}, {staff::Name, u"李明"_s}, {staff::Role, u"chief"_s},
            {staff::Grid, QVariant::fromValue(own)}});
    QVector<Id> tickets;
    for (const Id &place : {own, other}) {
        tickets << desks.openTicket(0, u"漏水"_s);
        desks.submit(0,
            ActOnTicket{
                tickets.constLast(), u"correct"_s, {{field::Grid, QVariant::fromValue(place)}}});
    }
    desks.meet(0, 1);
    for (const Id &ticket : tickets) {
        for (int i : {0, 1})
            desks.submit(i, ActOnTicket{ticket, u"correct"_s, {{field::Title, u"漏%1"_s.arg(i)}}});
    }
    // What two administrators said of a register is not a chief's matter.
    for (int i : {0, 1})
        desks.submit(i, PutRow{Register::Grid, own, {{grid::Name, u"北%1"_s.arg(i)}}, {}});
    desks.meet(0, 1);
    store::ConflictReader conflicts(desks.desk(1).read());
    const qint64 now_ms = desks.clock.now_ms();
    QCOMPARE(conflicts.findNumbers({}).size(), 3);
    QCOMPARE(conflicts.findNumbers({ConflictQuery::Open, {}, Actor{li, now_ms}}).size(), 1);
    QCOMPARE(conflicts.findNumbers({ConflictQuery::Open, {}, desks.desk(1).who()}).size(), 3);
    const auto card = first(desks.desk(1), {ConflictQuery::Open, {}, Actor{li, now_ms}});
    QCOMPARE(card->line.subject, tickets[0]);
}

void ConflictsTest::theListKeepsUp()
{
    DesksTogether desks;
    Desk &desk = desks.desk(0);
    ConflictListModel list({desk.read(), [&desk] { return desk.newReader(); }});
    const QAbstractItemModelTester tester(
        &list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QObject::connect(&desk, &Desk::committed, &list, &ConflictListModel::takeIn);
    list.find({ConflictQuery::Open, {}, desk.who()});
    QTRY_VERIFY(list.isComplete());
    QCOMPARE(list.rowCount(), 0);
    QSignalSpy came(&list, &QAbstractItemModel::rowsInserted);
    QSignalSpy went(&list, &QAbstractItemModel::rowsRemoved);
    QSignalSpy anew(&list, &QAbstractItemModel::modelReset);
    const Id older = corrected(desks);
    QTRY_COMPARE(list.rowCount(), 1);
    const Id newer = corrected(desks);
    QTRY_COMPARE(list.rowCount(), 2);
    // The newest first.
    QCOMPARE(list.at(0)->line.subject, newer);
    QCOMPARE(list.at(1)->line.subject, older);
    QCOMPARE(came.size(), 2);
    settle(desks, 0, *list.at(0), Holds::Standing);
    QTRY_COMPARE(list.rowCount(), 1);
    QCOMPARE(went.size(), 1);
    QVERIFY(anew.isEmpty());
    QCOMPARE(list.at(0)->line.subject, older);
    // What is said of the thing itself shows on the card.
    desks.submit(0, ActOnTicket{older, u"correct"_s, {{field::Title, u"阳台漏水"_s}}});
    QTRY_COMPARE(list.at(0)->fields[0].now, u"阳台漏水"_s);
    QVERIFY(!list.at(0)->fields[0].laterStands);
}

QTEST_GUILESS_MAIN(ConflictsTest)

#include "conflicts_test.moc"
