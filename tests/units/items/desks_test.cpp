// SPDX-License-Identifier: GPL-3.0-or-later
#include "items_support.h"

#include "domain/desk_numbers.h"
#include "domain/desks.h"
#include "items/check_run.h"
#include "items/desk_list_model.h"
#include "store/local_box.h"
#include "store/peer_book.h"
#include "store/schema.h"
#include "support/desks_together.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace domain;
using namespace support;
using items::Contact;
using items::DeskLine;
using items::DeskListModel;
using items::DeskStanding;
using items::HubContact;
using items::SyncSummary;

namespace
{

using Stage = Contact::Stage;

/// Connections that a test makes up.
class MadeUpServing final : public items::Serving
{
public:
    QVector<Contact> contacts() const override { return all; }
    HubContact hub() const override { return theHub; }

    void say(const QVector<Contact> &contacts)
    {
        all = contacts;
        Q_EMIT changed();
    }
    void sayHub(HubContact::Phase phase)
    {
        theHub.phase = phase;
        Q_EMIT changed();
    }

    QVector<Contact> all;
    HubContact theHub;
};

DeskLine other(DeskStanding standing, qint64 toTake = 0, qint64 last_ms = 0)
{
    DeskLine line{.desk = Id::named("other"), .standing = standing};
    line.contact.toTake = toTake;
    line.contact.lastContact_ms = last_ms;
    return line;
}

DeskLine hubThat(DeskStanding standing, qint64 last_ms = 0)
{
    DeskLine line{.isHub = true, .standing = standing};
    line.hub.lastContact_ms = last_ms;
    return line;
}

} // namespace

class DesksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneWordForAllDesks();
    void oneWordForAllDesks_data();
    void theListKeepsUp();
    void ofTwoConnectionsTheBetterCounts();
    void clocksMayDifferALittle();
    void whatStandsAsideIsShown();
    void oneDeskOnTwoComputersIsNoticed();
    void twoPrefixesAlikeAreToldApart();
    void theCheckCanBeBrokenOff();
    void theBookAndTheBoxAreKept();
};

void DesksTest::oneWordForAllDesks_data()
{
    QTest::addColumn<QVector<DeskLine>>("lines");
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("since_ms");
    const DeskLine own{.isOwn = true, .standing = DeskStanding::Own};
    DeskLine twofold = other(DeskStanding::InStep);
    twofold.isTwofold = true;
    DeskLine revokes = other(DeskStanding::NotReached);
    revokes.contact.isShutOut = true;
    const auto row = [](const char *name, const QVector<DeskLine> &lines, SyncSummary::Kind kind,
                         qint64 since_ms = 1000) {
        QTest::newRow(name) << lines << int(kind) << since_ms;
    };
    row("nobody else", {own}, SyncSummary::Alone);
    row("one invited", {own, other(DeskStanding::Invited)}, SyncSummary::Alone);
    row("one revoked", {own, other(DeskStanding::Revoked)}, SyncSummary::Alone);
    row("in step", {own, other(DeskStanding::InStep)}, SyncSummary::InStep);
    row("one of two", {own, other(DeskStanding::InStep), other(DeskStanding::NotReached)},
        SyncSummary::InStep);
    row("behind", {own, other(DeskStanding::Exchanging, 7)}, SyncSummary::Behind);
    row("never reached", {own, other(DeskStanding::NotReached)}, SyncSummary::NotReached, 1000);
    row("not since yesterday", {own, other(DeskStanding::NotReached, 0, 500)},
        SyncSummary::NotReached, 500);
    row("hub alone", {own, hubThat(DeskStanding::InStep), other(DeskStanding::OverHub)},
        SyncSummary::InStep);
    row("desks, no hub",
        {own, hubThat(DeskStanding::NotReached, 700), other(DeskStanding::InStep, 0, 900)},
        SyncSummary::HubNotReached, 700);
    row("one that is two goes before", {own, twofold}, SyncSummary::Twofold);
    row("shut out", {own, revokes}, SyncSummary::ShutOut);
}

void DesksTest::oneWordForAllDesks()
{
    QFETCH(QVector<DeskLine>, lines);
    QFETCH(int, kind);
    QFETCH(qint64, since_ms);
    const SyncSummary summary = items::summaryOf(lines, 1000);
    QCOMPARE(int(summary.kind), kind);
    if (summary.kind == SyncSummary::NotReached || summary.kind == SyncSummary::HubNotReached)
        QCOMPARE(summary.since_ms, since_ms);
}

void DesksTest::theListKeepsUp()
{
    DesksTogether company(3);
    Desk &desk = company.desk(0);
    const Id second = company.desk(1).secrets().desk, third = company.desk(2).secrets().desk;
    MadeUpServing serving;
    DeskListModel list({desk.read(), [&] { return desk.newReader(); }}, serving,
        desk.secrets().desk, desk.clock());
    const QAbstractItemModelTester tester(
        &list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QObject::connect(&desk, &Desk::committed, &list, &DeskListModel::takeIn);
    QSignalSpy resets(&list, &QAbstractItemModel::modelReset);
    QCOMPARE(list.rowCount(), 3);
    QVERIFY(list.at(0).isOwn);
    QCOMPARE(list.at(1).standing, DeskStanding::NotReached);

    QSignalSpy changes(&list, &QAbstractItemModel::dataChanged);
    serving.say({{.desk = second, .way = Contact::Way::Network, .stage = Stage::InStep}});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(list.at(list.rowOf(second)).standing, DeskStanding::InStep);
    QCOMPARE(list.summary().inStep, 1);

    serving.sayHub(HubContact::Phase::InStep);
    QCOMPARE(list.rowCount(), 4);
    QVERIFY(list.at(1).isHub);
    QCOMPARE(list.at(list.rowOf(third)).standing, DeskStanding::OverHub);

    // An invitation appears, lapses when its time is over, and who is revoked goes to the end.
    const Id invited = desk.freshId();
    company.submit(0,
        InviteDesk{.desk = invited,
            .name = u"调度室"_qs,
            .tokenHash = hashOfToken("token"),
            .until_ms = company.clock.now_ms() + 60'000});
    QTRY_VERIFY(list.rowOf(invited) >= 0);
    QCOMPARE(list.at(list.rowOf(invited)).standing, DeskStanding::Invited);
    company.clock.passMinutes(2);
    serving.say(serving.all);
    QCOMPARE(list.at(list.rowOf(invited)).standing, DeskStanding::Lapsed);
    company.submit(0, RevokeDesk{second, u"报废"_qs});
    QTRY_COMPARE(list.rowOf(second), list.rowCount() - 1);
    QCOMPARE(list.at(list.rowOf(second)).standing, DeskStanding::Revoked);
    QCOMPARE(resets.size(), 0);
}

void DesksTest::ofTwoConnectionsTheBetterCounts()
{
    SmallDesk small;
    const Id peer = Id::named("peer");
    const RegisterRow row{
        peer, Register::Desk, {{desk::PublicKey, QByteArray(32, 'k')}, {desk::Name, u"乙"_qs}}};
    const QVector<Contact> contacts{
        {.desk = peer, .stage = Stage::Waiting, .lastContact_ms = 90, .error = u"refused"_qs},
        {.desk = peer, .stage = Stage::InStep, .lastContact_ms = 50},
        {.desk = {}, .stage = Stage::Connecting}};
    const DeskLine line = items::lineOf(row, Id::named("own"), contacts, {}, {}, 0);
    QCOMPARE(line.standing, DeskStanding::InStep);
    QCOMPARE(line.contact.lastContact_ms, 90);
    QVERIFY(line.contact.error.isEmpty());
}

void DesksTest::clocksMayDifferALittle()
{
    DeskLine line{.standing = DeskStanding::InStep};
    for (const auto &[ahead_ms, isOff] :
        {std::pair{0, false}, {119'000, false}, {120'000, true}, {-3'600'000, true}}) {
        line.contact.clockAhead_ms = ahead_ms;
        QCOMPARE(line.isClockOff(), isOff);
    }
    // What was known of a connection that is gone is no longer said.
    line.standing = DeskStanding::NotReached;
    QVERIFY(!line.isClockOff());
}

void DesksTest::whatStandsAsideIsShown()
{
    DesksTogether company(2);
    Desk &here = company.desk(0);
    const Id there = company.desk(1).secrets().desk;
    company.openTicket(1, u"一"_qs);
    company.openTicket(1, u"二"_qs);
    // The second arrives without the first.
    store::EntryReader reader(company.desk(1).folder(), company.desk(1).secrets());
    store::EntryReader known(here.folder(), here.secrets());
    record::Parcel parcel = reader.next(known.heads(), here.secrets().desk, 1 << 20);
    QCOMPARE(parcel.entries.size(), 2);
    parcel.entries.removeFirst();
    company.take(0, parcel);

    MadeUpServing serving;
    DeskListModel list({here.read(), [&] { return here.newReader(); }}, serving,
        here.secrets().desk, here.clock());
    QTRY_COMPARE(list.at(list.rowOf(there)).waiting, 1);
    QCOMPARE(list.parked().feeds.size(), 1);
    // It comes, and nothing waits any more.
    QObject::connect(&here, &Desk::committed, &list, &DeskListModel::takeIn);
    company.hand(1, 0);
    QTRY_COMPARE(list.at(list.rowOf(there)).waiting, 0);
}

void DesksTest::oneDeskOnTwoComputersIsNoticed()
{
    DesksTogether company(2);
    company.openTicket(1, u"共同"_qs);
    const int twin = company.copy(1);
    company.openTicket(1, u"原机"_qs);
    company.openTicket(twin, u"拷贝"_qs);
    Desk &here = company.desk(0);
    const Id there = company.desk(1).secrets().desk;
    MadeUpServing serving;
    DeskListModel list({here.read(), [&] { return here.newReader(); }}, serving,
        here.secrets().desk, here.clock());
    QObject::connect(&here, &Desk::committed, &list, &DeskListModel::takeIn);
    company.hand(1, 0);
    company.hand(twin, 0);
    QTRY_COMPARE(list.summary().kind, SyncSummary::Twofold);
    QVERIFY(list.at(list.rowOf(there)).isTwofold);
    // It stays known, and after a while says so no more to everybody.
    company.clock.passMinutes(60 * 24 * 31);
    serving.say({});
    QTRY_VERIFY(!list.at(list.rowOf(there)).isTwofold);
    QVERIFY(list.at(list.rowOf(there)).writtenTwice_ms > 0);
}

void DesksTest::twoPrefixesAlikeAreToldApart()
{
    // Two administrators who don't know of each other let a desk in at the same time.
    DesksTogether company(2);
    QVector<RegisterRow> fresh;
    for (const int at : {0, 1}) {
        const Id id = company.desk(at).freshId();
        company.submit(at, AdmitDesk{.desk = id, .publicKey = QByteArray(32, char('a' + at))});
        fresh.append(company.desk(at).read().findRow(id)->row);
    }
    QCOMPARE(fresh.at(0).values.text(desk::Prefix), fresh.at(1).values.text(desk::Prefix));
    QVERIFY(numberBeginning(fresh.at(0), {}) == numberBeginning(fresh.at(1), {}));
    company.meetAll();
    MadeUpServing serving;
    QStringList seen;
    for (const int at : {0, 1}) {
        Desk &desk = company.desk(at);
        DeskListModel list({desk.read(), [&] { return desk.newReader(); }}, serving,
            desk.secrets().desk, desk.clock());
        QStringList prefixes;
        for (const DeskLine &line : list.lines())
            prefixes << line.prefix;
        QCOMPARE(QSet<QString>(prefixes.cbegin(), prefixes.cend()).size(), prefixes.size());
        prefixes.sort();
        seen << prefixes.join(u' ');
    }
    QCOMPARE(seen.at(0), seen.at(1));
}

void DesksTest::theCheckCanBeBrokenOff()
{
    SmallDesk small;
    small.open({{field::Kind, u"repair"_qs}, {field::Line, u"water"_qs}, {field::Title, u"漏水"_qs},
        {field::Address, u"幸福路1号"_qs}});
    items::CheckRun check;
    QSignalSpy sound(&check, &items::CheckRun::sound);
    QSignalSpy cancelled(&check, &items::CheckRun::cancelled);
    QSignalSpy steps(&check, &items::CheckRun::progressed);
    check.start(small.desk().folder(), small.desk().secrets());
    QTRY_COMPARE(sound.size(), 1);
    QVERIFY(!steps.isEmpty());

    check.start(small.desk().folder(), small.desk().secrets());
    check.cancel();
    QTRY_COMPARE(cancelled.size(), 1);
    QVERIFY(!check.isRunning());

    QSignalSpy damaged(&check, &items::CheckRun::damaged);
    store::Database(small.desk().folder().database(), store::Database::Access::ReadWrite)
        .run("UPDATE entries SET depth=depth+1 WHERE position=1");
    check.start(small.desk().folder(), small.desk().secrets());
    QTRY_COMPARE(damaged.size(), 1);
}

void DesksTest::theBookAndTheBoxAreKept()
{
    store::Database database(QString(), store::Database::Access::ReadWrite);
    store::createTables(database);
    const store::KnownPeer peer{Id::named("peer"), u"10.0.0.7:4000"_qs, 1234};
    store::keepPeers(database, {peer});
    store::keepPeers(database, {{peer.desk, peer.address, 5678}});
    QCOMPARE(store::findKnownPeers(database).size(), 1);
    QCOMPARE(store::findKnownPeers(database).constFirst().lastContact_ms, 5678);

    SeededRandom random;
    const QByteArray key(32, 'k');
    store::keepBoxed(database, key, u"serving"_qs, "secret", random);
    QCOMPARE(store::findBoxed(database, key, u"serving"_qs), QByteArray("secret"));
    QVERIFY(!store::findBoxed(database, QByteArray(32, 'x'), u"serving"_qs));
    QVERIFY(!store::findBoxed(database, key, u"another"_qs));
    QVERIFY(!store::localValue(database, u"serving"_qs).toByteArray().contains("secret"));
}

QTEST_GUILESS_MAIN(DesksTest)
#include "desks_test.moc"
