// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desks_together.h"

#include "domain/account.h"
#include "domain/ticket_fields.h"
#include "store/restore.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using support::DesksTogether;

/// What goes wrong between desks: erasures and revocations that arrive late, copies that come back, parcels with gaps and
/// changed bytes.
class DesksInTroubleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erasingReachesADeskThatWasAway();
    void anErasureThatCountsLaterDestroysTheKey();
    void aRevokedDeskAddsNothing();
    void aRevokedPersonsLateWorkHasNoEffect();
    void aRevocationReachesADesksVeryFirstWork();
    void administratorsWhoRevokeEachOther();
    void aRestoredDeskOpensANewEpoch();
    void changedBytesAreRefused();
    void aFeedEndsOnASignature();
    void whatCameUnderOneSignatureIsRestoredFromABackup();

private:
    static bool hasKey(DesksTogether &desks, int number, const Id &owner)
    {
        store::Database database(
            desks.desk(number).folder().database(), store::Database::Access::ReadOnly);
        store::Statement find(database.handle(), "SELECT 1 FROM sealing_keys WHERE owner=?");
        return find.bind(1, owner).step();
    }
    /// What one would hand the other.
    static record::Parcel parcelFor(DesksTogether &desks, int from, int to)
    {
        store::EntryReader reader(desks.desk(from).folder(), desks.desk(from).secrets());
        store::EntryReader other(desks.desk(to).folder(), desks.desk(to).secrets());
        return reader.next(other.heads(), desks.desk(to).secrets().desk, 1 << 20);
    }
};

void DesksInTroubleTest::erasingReachesADeskThatWasAway()
{
    DesksTogether desks;
    const Id id = desks.openTicket(0, u"漏水"_s, {.name = u"李明"_s, .phone = u"13800001234"_s});
    desks.submit(0, ActOnTicket{id, u"cancel"_s, {{field::Reason, u"重复"_s}}, {}, 0, 0});
    desks.hire(u"zhao"_s, u"manager"_s);
    desks.meet(0, 1);
    const Id customer = desks.customerOf(1, id);
    // Away, the other desk says something more of the customer.
    desks.submit(1, PutRow{Register::Customer, customer, {{customer::Address, u"东街1号"_s}}, {}});
    const Id erasure = desks.desk(0).freshId();
    desks.submit(0, AskErasure{erasure, customer, u"request"_s, {}});
    desks.sitDown(0, u"zhao"_s);
    desks.submit(0, AnswerErasure{erasure, true, {}});
    desks.meet(0, 1);
    for (int i : {0, 1})
        QVERIFY(!hasKey(desks, i, customer));
    QCOMPARE(desks.faults(), QString());
}

/// Who answered had lost the right by the word of one who had lost his own: the erasure counts once that is known.
void DesksInTroubleTest::anErasureThatCountsLaterDestroysTheKey()
{
    DesksTogether desks(4);
    const Id id = desks.openTicket(0, u"漏水"_s, {.name = u"李明"_s, .phone = u"13800001234"_s});
    desks.submit(0, ActOnTicket{id, u"cancel"_s, {{field::Reason, u"重复"_s}}, {}, 0, 0});
    const Id erasure = desks.desk(0).freshId(), customer = desks.customerOf(0, id);
    desks.submit(0, AskErasure{erasure, customer, u"request"_s, {}});
    const Id younger = desks.desk(0).freshId(), manager = desks.desk(0).freshId();
    desks.submit(0, GrantRole{younger, desks.hire(u"zhao"_s), u"administrator"_s});
    desks.submit(0, GrantRole{manager, desks.hire(u"qian"_s), u"manager"_s});
    desks.meetAll();

    desks.sitDown(1, u"zhao"_s);
    desks.submit(1, RevokeGrant{manager, u"停职"_s});
    desks.sitDown(2, u"qian"_s);
    desks.submit(2, AnswerErasure{erasure, true, {}});
    desks.submit(0, RevokeGrant{younger, u"先停他"_s});

    desks.meet(1, 3);
    desks.meet(2, 3);
    QVERIFY(hasKey(desks, 3, customer));
    desks.meet(0, 3);
    QVERIFY(!hasKey(desks, 3, customer));
    desks.meetAll();
    QCOMPARE(desks.faults(), QString());
}

void DesksInTroubleTest::aRevokedDeskAddsNothing()
{
    DesksTogether desks(3);
    const Id id = desks.openTicket(0, u"漏水"_s);
    desks.meetAll();
    const Id lost = desks.desk(2).secrets().desk;
    // Lost, somebody goes on writing at it; one of the others still gets it before hearing of the revocation.
    desks.submit(0, RevokeDesk{lost, u"遗失"_s});
    desks.correct(2, id, u"伪造"_s);
    const Id forged = desks.openTicket(2, u"伪造的工单"_s);
    desks.meet(1, 2);
    QCOMPARE(desks.title(1, id), u"伪造"_s);
    desks.meet(0, 1);
    for (int i : {0, 1}) {
        QCOMPARE(desks.title(i, id), u"漏水"_s);
        QVERIFY(!desks.ticket(i, forged));
        QCOMPARE(desks.conflicts(i, id)[0].reason, store::ConflictReason::DeskRevoked);
        QVERIFY2(desks.fault(i).isEmpty(), qPrintable(desks.fault(i)));
    }
    QCOMPARE(desks.digest(0).projection, desks.digest(1).projection);
}

void DesksInTroubleTest::aRevokedPersonsLateWorkHasNoEffect()
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
        QCOMPARE(desks.conflicts(i, late)[0].reason, store::ConflictReason::LackedRight);
    }
    QCOMPARE(desks.faults(), QString());
}

/// The desk's feed began with it, after the desk was opened and before it heard of the revocation.
void DesksInTroubleTest::aRevocationReachesADesksVeryFirstWork()
{
    DesksTogether desks;
    const Id grant = desks.desk(0).freshId();
    desks.submit(0, GrantRole{grant, desks.hire(u"li"_s), u"clerk"_s});
    desks.meet(0, 1);
    desks.submit(0, RevokeGrant{grant, u"离职"_s});
    desks.sitDown(1, u"li"_s);
    const Id late = desks.openTicket(1, u"之后"_s);
    desks.meet(0, 1);
    for (int i : {0, 1})
        QVERIFY(!desks.ticket(i, late));
    QCOMPARE(desks.faults(), QString());
}

void DesksInTroubleTest::administratorsWhoRevokeEachOther()
{
    DesksTogether desks(3);
    const Id second = desks.hire(u"zhao"_s);
    const Id younger = desks.desk(0).freshId();
    desks.submit(0, GrantRole{younger, second, u"administrator"_s});
    desks.meetAll();
    const Id wang = desks.desk(0).actor();
    const Id elder = desks.desk(0).read().grants().of(wang).at(0).id;
    desks.sitDown(1, u"zhao"_s);
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
    QCOMPARE(desks.faults(), QString());
}

void DesksInTroubleTest::aRestoredDeskOpensANewEpoch()
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
    QVERIFY(desks.ticket(1, anew)->values.text(field::Number).startsWith(u"02B-"));
    desks.meet(0, 1);
    QVERIFY(desks.ticket(0, anew));
    QCOMPARE(desks.faults(), QString());
}

void DesksInTroubleTest::changedBytesAreRefused()
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
    QCOMPARE(desks.faults(), QString());
}

/// What has no signature of its own counts on the word of the one behind it. Where that has to wait, it waits too: a feed
/// that ended there could be handed on to nobody.
void DesksInTroubleTest::aFeedEndsOnASignature()
{
    DesksTogether desks(4);
    desks.meetAll();
    const Id before = desks.openTicket(1, u"之前"_s);
    const Id cause = desks.openTicket(2, u"起因"_s);
    desks.hand(2, 1);
    desks.correct(1, cause, u"之后"_s);

    record::Parcel gap = parcelFor(desks, 1, 3);
    gap.entries.removeIf([&](const record::SignedEntry &entry) {
        return record::decode(entry.bytes)->desk == desks.desk(2).secrets().desk;
    });
    QCOMPARE(gap.entries.size(), 2);
    QVERIFY(gap.entries[0].signature.isEmpty());
    const store::Receipt receipt = desks.take(3, gap);
    QCOMPARE(receipt.fresh, 0);
    QCOMPARE(receipt.waiting, 2);
    // What it hands on meanwhile is sound.
    desks.openTicket(3, u"其间"_s);
    desks.meet(3, 0);

    desks.hand(2, 3);
    QVERIFY(desks.ticket(3, before));
    QCOMPARE(desks.title(3, cause), u"之后"_s);
    desks.meetAll();
    QCOMPARE(desks.faults(), QString());
}

void DesksInTroubleTest::whatCameUnderOneSignatureIsRestoredFromABackup()
{
    DesksTogether desks;
    for (int i = 0; i < 5; ++i)
        desks.openTicket(0, u"漏水%1"_s.arg(i));
    desks.hand(0, 1);
    const store::DeskFolder folder{desks.folder(1)};
    const QString file = desks.folder(9) + u".sqlite"_s;
    store::copyDatabase(folder.database(), file);
    support::SeededRandom random;
    desks.close(1);
    const auto restored = store::restore(folder, {.file = file}, desks.clock, random);
    const auto *refusal = std::get_if<Refusal>(&restored);
    QVERIFY2(!refusal, qPrintable(refusal ? refusal->text() : QString()));
    desks.open(1);
    desks.meetAll();
    QCOMPARE(desks.faults(), QString());
}

QTEST_GUILESS_MAIN(DesksInTroubleTest)

#include "desks_in_trouble_test.moc"
