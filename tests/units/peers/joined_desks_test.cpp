// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/small_desk.h"

#include "domain/desks.h"
#include "peers/desk_host.h"
#include "peers/joining.h"
#include "peers/node.h"
#include "store/attachment_places.h"
#include "store/check.h"

#include <QTest>

using namespace peers;
using namespace support;
using namespace domain;

namespace
{

/// The node of a real desk.
std::unique_ptr<Node> nodeOf(
    Desk &desk, const QVector<Address> &listen, const QVector<Address> &peers, SeededRandom &random)
{
    desk.startWriting();
    NodeSetup setup{.desk = desk.secrets().desk, .signingSeed = desk.secrets().signingSeed};
    setup.makeDesk = [&desk] { return DeskHost::make(desk); };
    setup.listen = listen;
    setup.peers = peers;
    auto node = std::make_unique<Node>(setup, desk.clock(), random);
    QObject::connect(&desk, &Desk::committed, node.get(), &Node::somethingNew);
    return node;
}

QByteArray digestOf(Desk &desk)
{
    const store::Digest digest = store::findDigest(desk.read().database());
    return digest.record + digest.projection;
}

} // namespace

/// A real desk joins a real company, over TLS on this computer, and what either does from then on is with both.
class JoinedDesksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewDeskJoinsAndIsInStep()
    {
        SmallDesk small;
        small.addGrid(QStringLiteral("G1"), QStringLiteral("一号网格"));
        small.open(
            {{field::Kind, QStringLiteral("repair")}, {field::Title, QStringLiteral("漏水")}});
        SeededRandom random(7);
        const auto code = InvitationCode::fresh(small.desk().secrets().publicKey(), random);
        small.submit(InviteDesk{.desk = code.desk(),
            .name = QStringLiteral("二楼"),
            .tokenHash = hashOfToken(code.token),
            .until_ms = small.clock.now_ms() + InvitationCode::validFor_ms});
        small.desk().setActor({}); // nobody has to sit there

        auto host = nodeOf(small.desk(), {{QStringLiteral("127.0.0.1"), 0}}, {}, random);
        std::optional<Address> address;
        connect(host.get(), &Node::listening, this,
            [&](const QVector<Address> &addresses) { address = addresses.constFirst(); });
        host->start();
        QTRY_VERIFY(address);

        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("new"));
        SeededRandom chance(8);
        bool isJoined = false;
        QString failure;
        Joining joining(path, small.clock, chance);
        connect(&joining, &Joining::joined, this, [&] { isJoined = true; });
        connect(
            &joining, &Joining::failed, this, [&](const Refusal &why) { failure = why.text(); });
        joining.startInvited(*address, code);
        QTRY_VERIFY2(isJoined || !failure.isEmpty(), "neither in nor out");
        QVERIFY2(isJoined, qPrintable(failure));
        QCOMPARE(joining.whyNotFilled(), QString());

        auto opening = Desk::open(path, small.clock, chance);
        QVERIFY(std::holds_alternative<std::unique_ptr<Desk>>(opening));
        Desk &fresh = *std::get<std::unique_ptr<Desk>>(opening);
        QCOMPARE(fresh.trust(), store::Trust::Borrowed);
        QVERIFY(fresh.read().findRow(code.desk()));
        auto guest = nodeOf(fresh, {}, {*address}, chance);
        guest->start();
        const auto isInStep = [&] {
            return guest->states().size() == 1
                && guest->states().constFirst().stage == PeerState::Stage::InStep;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isInStep(), 20'000);
        QTRY_COMPARE(digestOf(fresh), digestOf(small.desk()));
        QCOMPARE(
            fresh.read().findRow(code.desk())->row.values.text(desk::Name), QStringLiteral("二楼"));

        QTRY_COMPARE(fresh.trust(), store::Trust::Own);

        // What is done at the new desk comes to the first one by itself.
        support::signIn(fresh, QStringLiteral("wang"));
        const store::Verdict verdict = fresh
                                           .submit(OpenTicket{.ticket = fresh.freshId(),
                                               .values = {{field::Kind, QStringLiteral("repair")},
                                                   {field::Title, QStringLiteral("停电")}}})
                                           .result();
        QVERIFY(store::accepted(verdict));
        const QString number = store::accepted(verdict)->ticket.values.text(field::Number);
        QVERIFY2(number.startsWith(QStringLiteral("01A-")), qPrintable(number));
        QTRY_VERIFY(small.read().findTicket(number));
        QTRY_COMPARE(digestOf(fresh), digestOf(small.desk()));

        // What was attached at the first one is opened at the new one.
        const auto kept = small.desk().keepContent("valve", QStringLiteral("阀门.txt")).result();
        small.signIn(QStringLiteral("wang"));
        small.act(number, QStringLiteral("attach"), std::get<Values>(kept));
        QTRY_COMPARE(digestOf(fresh), digestOf(small.desk()));
        const QString opened = folder.filePath(QStringLiteral("opened.txt"));
        const Values step = fresh.read().findTicket(number)->ticket.steps.constLast().values;
        QVERIFY(!store::whereAttachmentIs(fresh.read().database(), fresh.folder(),
            fresh.read().findTicket(number)->ticket.id, step[field::FileHash].toByteArray())
                     .isEmpty());
        const auto outcome = fresh.openFile(step, opened);
        QTRY_VERIFY(outcome.isFinished());
        QVERIFY2(!outcome.result(), outcome.result() ? qPrintable(outcome.result()->text()) : "");
        QFile content(opened);
        QVERIFY(content.open(QIODevice::ReadOnly));
        QCOMPARE(content.readAll(), QByteArray("valve"));

        // Shut out, it hears nothing more.
        small.signIn(QStringLiteral("wang"));
        small.submit(RevokeDesk{code.desk(), QStringLiteral("lost")});
        QTRY_VERIFY(host->states().isEmpty());
        guest.reset();
        host.reset();
    }
};

QTEST_GUILESS_MAIN(JoinedDesksTest)
#include "joined_desks_test.moc"
