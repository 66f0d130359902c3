// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desks_together.h"

#include "domain/account.h"
#include "domain/ticket_fields.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using support::DesksTogether;

/// Desks that work apart and meet: what they hold afterwards is the same, and nothing of it is lost.
class DesksTogetherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void workDoneApartIsThereOnBoth();
    void aThirdDeskGetsItFromWhomItMeets();
    void concurrentCorrectionsContradict();
    void whoSawBothContradictsNeither();
    void aSecondAcceptanceIsAConflict();
    void aConflictIsSettledOnce();
    void lateEntriesFoldAsIfTheyHadComeInOrder();
    void theCustomersKeyComesAlong();
    void outOfScopeThereAreNoKeys();
    void erasingReachesADeskThatWasAway();
    void aRevokedDeskAddsNothing();
    void aRevokedPersonsLateWorkHasNoEffect();
    void administratorsWhoRevokeEachOther();
    void aRestoredDeskOpensANewEpoch();
    void changedBytesAreRefused();

private:
    static QVector<store::ConflictLine> conflicts(DesksTogether &desks, int number, const Id &about)
    {
        return desks.desk(number).read().findConflicts(about);
    }
    static Ticket ticket(DesksTogether &desks, int number, const Id &id)
    {
        return desks.ticket(number, id).value_or(Ticket());
    }
    static void correct(DesksTogether &desks, int number, const Id &id, const QString &title)
    {
        desks.submit(number, ActOnTicket{id, u"correct"_s, {{field::Title, title}}, {}, 0, 0});
    }
    static void sound(DesksTogether &desks)
    {
        for (int i = 0; i < desks.count(); ++i)
            QVERIFY2(desks.fault(i).isEmpty(), qPrintable(desks.fault(i)));
        QVERIFY(desks.agree());
    }
};

void DesksTogetherTest::workDoneApartIsThereOnBoth()
{
    DesksTogether desks;
    QVERIFY(desks.agree());
    const Id one = desks.openTicket(0, u"水管漏水"_s);
    const Id other = desks.openTicket(1, u"停电"_s);
    QVERIFY(!desks.agree());
    desks.meet(0, 1);
    QCOMPARE(ticket(desks, 0, other).values.text(field::Title), u"停电"_s);
    QCOMPARE(ticket(desks, 1, one).values.text(field::Title), u"水管漏水"_s);
    QVERIFY(ticket(desks, 0, other).values.text(field::Number).startsWith(u"02A-"));
    sound(desks);
}

void DesksTogetherTest::aThirdDeskGetsItFromWhomItMeets()
{
    DesksTogether desks(3);
    const Id one = desks.openTicket(1, u"甲"_s);
    desks.meet(0, 1);
    desks.meet(0, 2);
    correct(desks, 2, one, u"乙"_s);
    desks.meet(0, 2);
    desks.meet(0, 1);
    QCOMPARE(ticket(desks, 1, one).values.text(field::Title), u"乙"_s);
    QVERIFY(conflicts(desks, 1, one).isEmpty());
    sound(desks);
}

void DesksTogetherTest::concurrentCorrectionsContradict()
{
    DesksTogether desks;
    const Id id = desks.openTicket(0, u"漏水"_s);
    desks.meet(0, 1);
    correct(desks, 0, id, u"厨房漏水"_s);
    correct(desks, 1, id, u"厕所漏水"_s);
    desks.submit(1, ActOnTicket{id, u"note"_s, {{field::Remark, u"再来电"_s}}, {}, 0, 0});
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        const auto found = conflicts(desks, i, id);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].reason, store::ConflictReason::Contradicts);
        QVERIFY(found[0].other > 0 && found[0].entry > 0);
        QCOMPARE(ticket(desks, i, id).steps.size(), 4);
    }
    sound(desks);
}

void DesksTogetherTest::whoSawBothContradictsNeither()
{
    DesksTogether desks(3);
    const Id id = desks.openTicket(0, u"漏水"_s);
    desks.meetAll();
    correct(desks, 0, id, u"一"_s);
    correct(desks, 1, id, u"二"_s);
    desks.meet(0, 2);
    desks.meet(1, 2);
    correct(desks, 2, id, u"三"_s);
    desks.meetAll();
    for (int i : {0, 1, 2}) {
        QCOMPARE(conflicts(desks, i, id).size(), 1);
        QCOMPARE(ticket(desks, i, id).values.text(field::Title), u"三"_s);
    }
    sound(desks);
}

void DesksTogetherTest::aSecondAcceptanceIsAConflict()
{
    DesksTogether desks;
    const Id id = desks.openTicket(0, u"漏水"_s);
    desks.meet(0, 1);
    desks.submit(0, ActOnTicket{id, u"accept"_s, {}, {}, 0, 0});
    desks.submit(1, ActOnTicket{id, u"accept"_s, {}, {}, 0, 0});
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        const auto found = conflicts(desks, i, id);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].reason, store::ConflictReason::NoLongerApplies);
        QVERIFY(found[0].other > 0);
        QCOMPARE(ticket(desks, i, id).steps.size(), 2);
    }
    sound(desks);
}

void DesksTogetherTest::aConflictIsSettledOnce()
{
    DesksTogether desks;
    const Id id = desks.openTicket(0, u"漏水"_s);
    desks.meet(0, 1);
    correct(desks, 0, id, u"一"_s);
    correct(desks, 1, id, u"二"_s);
    desks.meet(0, 1);
    const Id conflict = conflicts(desks, 0, id)[0].id;
    QCOMPARE(conflicts(desks, 1, id)[0].id, conflict);
    desks.submit(0, SettleConflict{conflict, id, u"已核实"_s});
    QVERIFY(store::refused(desks.desk(0).submit(SettleConflict{conflict, id, {}}).result()));
    desks.submit(1, SettleConflict{conflict, id, u"也核实"_s});
    desks.meet(0, 1);
    for (int i : {0, 1})
        QVERIFY(conflicts(desks, i, id)[0].settledBy > 0);
    sound(desks);
}

void DesksTogetherTest::lateEntriesFoldAsIfTheyHadComeInOrder()
{
    DesksTogether desks(3);
    const Id id = desks.openTicket(0, u"漏水"_s);
    const Id row = desks.desk(0).freshId();
    desks.submit(
        0, PutRow{Register::Grid, row, {{grid::Code, u"01"_s}, {grid::Name, u"东"_s}}, {}});
    desks.meetAll();
    // The longer one's later entries stand behind the short one's, wherever they arrive first.
    for (int i = 0; i < 5; ++i)
        correct(desks, 1, id, u"一%1"_s.arg(i));
    desks.submit(1, PutRow{Register::Grid, row, {{grid::Name, u"东区"_s}}, {}});
    desks.submit(2, ActOnTicket{id, u"accept"_s, {}, {}, 0, 0});
    desks.submit(2, PutRow{Register::Grid, row, {{grid::Households, 120}}, {}});
    desks.meet(1, 0);
    desks.meet(2, 0);
    desks.meetAll();
    for (int i : {0, 1, 2}) {
        QCOMPARE(ticket(desks, i, id).state, u"with_chief"_s);
        QCOMPARE(ticket(desks, i, id).values.text(field::Title), u"一4"_s);
        const Values values = desks.desk(i).read().findRow(row)->row.values;
        QCOMPARE(values.text(grid::Name), u"东区"_s);
        QCOMPARE(values.number(grid::Households), 120);
        QVERIFY(desks.desk(i).read().findConflicts(row).isEmpty());
    }
    sound(desks);
}

void DesksTogetherTest::theCustomersKeyComesAlong()
{
    DesksTogether desks;
    const Id id = desks.openTicket(0, u"漏水"_s, {.name = u"李明"_s, .phone = u"13800001234"_s});
    desks.meet(0, 1);
    const Id customer = ticket(desks, 1, id).values[field::Customer].value<Id>();
    const auto row = desks.desk(1).read().findRow(customer);
    QCOMPARE(desks.desk(1).read().open(customer::Name, row->row.values[customer::Name]), u"李明"_s);
    sound(desks);
}

void DesksTogetherTest::outOfScopeThereAreNoKeys()
{
    DesksTogether desks;
    desks.join(u"none"_s);
    const Id id = desks.openTicket(0, u"漏水"_s, {.name = u"李明"_s, .phone = u"13800001234"_s});
    desks.meetAll();
    const Id customer = ticket(desks, 2, id).values[field::Customer].value<Id>();
    const auto row = desks.desk(2).read().findRow(customer);
    QVERIFY(desks.desk(2).read().open(customer::Name, row->row.values[customer::Name]).isEmpty());
    const store::Verdict verdict =
        desks.desk(2)
            .submit(PutRow{Register::Customer, customer, {{customer::Name, u"李小明"_s}}, {}})
            .result();
    QVERIFY(store::refused(verdict));
    // Through it the others still get everything.
    desks.meet(2, 1);
    sound(desks);
}

void DesksTogetherTest::erasingReachesADeskThatWasAway()
{
    DesksTogether desks;
    const Id id = desks.openTicket(0, u"漏水"_s, {.name = u"李明"_s, .phone = u"13800001234"_s});
    desks.submit(0, ActOnTicket{id, u"cancel"_s, {{field::Reason, u"重复"_s}}, {}, 0, 0});
    const Id manager = desks
                           .submit(0,
                               PutRow{Register::Staff, desks.desk(0).freshId(),
                                   {{staff::Login, u"zhao"_s}, {staff::Name, u"赵"_s},
                                       {staff::Role, u"manager"_s}},
                                   {}})
                           .subject;
    Q_UNUSED(manager);
    desks.desk(0)
        .setPassword(manager, u"geheim-123"_s, record::PasswordCost::forPassword({}))
        .result();
    desks.meet(0, 1);
    const Id customer = ticket(desks, 1, id).values[field::Customer].value<Id>();
    // Away, the other desk says something more of the customer.
    desks.submit(1, PutRow{Register::Customer, customer, {{customer::Address, u"东街1号"_s}}, {}});
    const Id erasure = desks.desk(0).freshId();
    desks.submit(0, AskErasure{erasure, customer, u"request"_s, {}});
    support::signIn(desks.desk(0), u"zhao"_s, u"geheim-123"_s);
    desks.submit(0, AnswerErasure{erasure, true, {}});
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        store::Database database(
            desks.desk(i).folder().database(), store::Database::Access::ReadOnly);
        store::Statement find(database.handle(), "SELECT 1 FROM sealing_keys WHERE owner=?");
        QVERIFY(!find.bind(1, customer).step());
    }
    sound(desks);
}

void DesksTogetherTest::aRevokedDeskAddsNothing()
{
    DesksTogether desks(3);
    const Id id = desks.openTicket(0, u"漏水"_s);
    desks.meetAll();
    const Id lost = desks.desk(2).secrets().desk;
    // Lost, somebody goes on writing at it; one of the others still gets it before hearing of the revocation.
    desks.submit(0, RevokeDesk{lost, u"遗失"_s});
    correct(desks, 2, id, u"伪造"_s);
    const Id forged = desks.openTicket(2, u"伪造的工单"_s);
    desks.meet(1, 2);
    QCOMPARE(ticket(desks, 1, id).values.text(field::Title), u"伪造"_s);
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        QCOMPARE(ticket(desks, i, id).values.text(field::Title), u"漏水"_s);
        QVERIFY(!desks.ticket(i, forged));
        QCOMPARE(conflicts(desks, i, id)[0].reason, store::ConflictReason::DeskRevoked);
        QVERIFY2(desks.fault(i).isEmpty(), qPrintable(desks.fault(i)));
    }
    QCOMPARE(desks.digest(0).projection, desks.digest(1).projection);
}

void DesksTogetherTest::aRevokedPersonsLateWorkHasNoEffect()
{
    DesksTogether desks;
    const Id clerk = desks
                         .submit(0,
                             PutRow{Register::Staff, desks.desk(0).freshId(),
                                 {{staff::Login, u"li"_s}, {staff::Name, u"李"_s}}, {}})
                         .subject;
    const Id grant = desks.desk(0).freshId();
    desks.submit(0, GrantRole{grant, clerk, u"clerk"_s});
    desks.meet(0, 1);
    desks.desk(1).setActor(clerk);
    const Id early = desks.openTicket(1, u"之前"_s);
    desks.meet(0, 1);
    desks.submit(0, RevokeGrant{grant, u"离职"_s});
    const Id late = desks.openTicket(1, u"之后"_s);
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        QVERIFY(desks.ticket(i, early));
        QVERIFY(!desks.ticket(i, late));
        QCOMPARE(conflicts(desks, i, late)[0].reason, store::ConflictReason::LackedRight);
    }
    sound(desks);
}

void DesksTogetherTest::administratorsWhoRevokeEachOther()
{
    DesksTogether desks(3);
    const Id second = desks
                          .submit(0,
                              PutRow{Register::Staff, desks.desk(0).freshId(),
                                  {{staff::Login, u"zhao"_s}, {staff::Name, u"赵"_s}}, {}})
                          .subject;
    const Id younger = desks.desk(0).freshId();
    desks.submit(0, GrantRole{younger, second, u"administrator"_s});
    desks.desk(0)
        .setPassword(second, u"geheim-123"_s, record::PasswordCost::forPassword({}))
        .result();
    desks.meetAll();
    const Id wang = desks.desk(0).actor();
    const Id elder = desks.desk(0).read().grants().of(wang).at(0).id;
    support::signIn(desks.desk(1), u"zhao"_s, u"geheim-123"_s);
    desks.submit(1, RevokeGrant{elder, u"我来"_s});
    desks.submit(0, RevokeGrant{younger, u"他走"_s});
    // One hears the younger first, the other the elder.
    desks.meet(1, 2);
    desks.meet(0, 1);
    desks.meet(0, 2);
    desks.meetAll();
    for (int i : {0, 1, 2}) {
        const auto &grants = desks.desk(i).read().grants();
        QCOMPARE(grants.inForce(wang, desks.clock.now_ms()).size(), 1);
        QCOMPARE(grants.inForce(second, desks.clock.now_ms()).size(), 0);
    }
    sound(desks);
}

void DesksTogetherTest::aRestoredDeskOpensANewEpoch()
{
    DesksTogether desks;
    desks.openTicket(1, u"备份之前"_s);
    desks.close(1);
    const QString folder = desks.folder(1), copy = folder + u"-copy"_s;
    QDir().mkpath(copy);
    for (const QString &name : QDir(folder).entryList(QDir::Files))
        QVERIFY(QFile::copy(folder + u'/' + name, copy + u'/' + name));
    desks.open(1);
    const Id after = desks.openTicket(1, u"备份之后"_s);
    desks.meet(0, 1);
    // Somebody lays the copied files back: the others know more of its feed than it does itself.
    desks.close(1);
    QVERIFY(QDir(folder).removeRecursively());
    QVERIFY(QDir().rename(copy, folder));
    desks.open(1);
    desks.hand(0, 1);
    QVERIFY(desks.ticket(1, after));
    const Id anew = desks.openTicket(1, u"新的一段"_s);
    QVERIFY(ticket(desks, 1, anew).values.text(field::Number).startsWith(u"02B-"));
    desks.meet(0, 1);
    QVERIFY(desks.ticket(0, anew));
    sound(desks);
}

void DesksTogetherTest::changedBytesAreRefused()
{
    DesksTogether desks;
    desks.openTicket(0, u"漏水"_s);
    desks.openTicket(0, u"停电"_s);
    store::EntryReader reader(desks.desk(0).folder(), desks.desk(0).secrets());
    store::EntryReader other(desks.desk(1).folder(), desks.desk(1).secrets());
    const record::Parcel parcel = reader.next(other.heads(), desks.desk(1).secrets().desk, 1 << 20);
    const store::Digest before = desks.digest(1);
    for (qsizetype i = 0; i < parcel.entries.size(); ++i) {
        for (qsizetype at = 0; at < parcel.entries[i].bytes.size(); at += 37) {
            record::Parcel changed = parcel;
            changed.entries[i].bytes[at] = char(changed.entries[i].bytes[at] ^ 1);
            const store::Receipt receipt = desks.desk(1).take(changed).result();
            QVERIFY(receipt.outcome == store::Receipt::Faulty || receipt.fresh == 0);
        }
    }
    QCOMPARE(desks.digest(1).projection, before.projection);
    desks.openTicket(1, u"此后"_s);
    QVERIFY2(desks.fault(1).isEmpty(), qPrintable(desks.fault(1)));
    desks.meet(0, 1);
    sound(desks);
}

QTEST_GUILESS_MAIN(DesksTogetherTest)

#include "desks_together_test.moc"
