// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_network.h"

#include "peers/joining.h"

using namespace peers;
using namespace support;

namespace
{

/// A computer that is to become a desk, with an empty folder.
class Newcomer
{
public:
    explicit Newcomer(quint64 seed = 50)
        : random(seed)
    {
    }

    QString folder() const { return m_folder.filePath(QStringLiteral("desk")); }
    store::DeskFolder desk() const { return {folder()}; }

    /// Once more from the beginning.
    Joining &begin()
    {
        isJoined = false;
        failure.reset();
        code.clear();
        joining = std::make_unique<Joining>(folder(), clock, random);
        joining->setReplays(true); // a board has no tables
        QObject::connect(
            joining.get(), &Joining::joined, joining.get(), [this] { isJoined = true; });
        QObject::connect(joining.get(), &Joining::failed, joining.get(),
            [this](const domain::Refusal &why) { failure = why; });
        QObject::connect(joining.get(), &Joining::codeShown, joining.get(),
            [this](const QString &shown) { code = shown; });
        return *joining;
    }
    std::optional<Pin> pin() const
    {
        store::Database database(desk().database(), store::Database::Access::ReadOnly);
        return findPin(database);
    }
    bool isBlank() const { return !desk().holdsDesk() && !QFileInfo::exists(desk().secrets()); }

    FakeClock clock{1'000'000};
    SeededRandom random;
    std::unique_ptr<Joining> joining;
    bool isJoined = false;
    std::optional<domain::Refusal> failure;
    QString code;

private:
    QTemporaryDir m_folder;
};

/// The company's desk that lets others in.
class Host : public NetDesk
{
public:
    explicit Host(Board &board)
        : NetDesk(board, "host", 1)
    {
        join();
        listen();
        QObject::connect(node.get(), &Node::pairingAsked, node.get(),
            [this](const PairingRequest &asked) { request = asked; });
        QObject::connect(node.get(), &Node::pairingEnded, node.get(),
            [this](quint64, bool isAdmitted) { answer = isAdmitted; });
    }

    InvitationCode invite() { return InvitationCode::fresh(key.publicKey(), random); }

    std::optional<PairingRequest> request;
    std::optional<bool> answer;
};

} // namespace

/// A new desk joins over real TLS, and whatever goes wrong leaves either nothing or what the next try goes on with.
class JoiningTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anInvitedDeskIsLetIn()
    {
        Board board;
        Host host(board);
        Newcomer newcomer;
        const InvitationCode code = host.invite();
        newcomer.begin().startInvited(host.address, code);
        QTRY_VERIFY2(
            newcomer.isJoined, newcomer.failure ? qPrintable(newcomer.failure->text()) : "");
        QVERIFY(board.find(code.desk()));
        const auto pin = newcomer.pin();
        QVERIFY(pin);
        QCOMPARE(pin->desk, host.id);
        QCOMPARE(pin->publicKey, host.key.publicKey());
        QCOMPARE(pin->welcome.company, board.company);
        QCOMPARE(pin->welcome.founding, board.founding);
    }

    void theSameOnceMoreGoesOn()
    {
        Board board;
        Host host(board);
        Newcomer newcomer;
        const InvitationCode code = host.invite();
        newcomer.begin().startInvited(host.address, code);
        QTRY_VERIFY(newcomer.isJoined);
        // The answer is lost, and the token is used up.
        board.admits = false;
        newcomer.begin().startInvited(host.address, code);
        QTRY_VERIFY2(
            newcomer.isJoined, newcomer.failure ? qPrintable(newcomer.failure->text()) : "");
        // Nobody is there any more: what is a desk by now stays.
        newcomer.begin().startInvited({QStringLiteral("127.0.0.1"), 1}, code);
        QTRY_VERIFY(newcomer.failure);
        QVERIFY(!newcomer.isBlank());
        // Somebody else who has read the code comes too late.
        Newcomer thief(51);
        thief.begin().startInvited(host.address, code);
        QTRY_VERIFY(thief.failure);
        QVERIFY2(thief.failure->what.contains(QStringLiteral("used up")),
            qPrintable(thief.failure->what));
        QVERIFY(thief.isBlank());
    }

    void anotherDeskThanTheInvitingOneIsNotTrusted()
    {
        Board board;
        Host host(board);
        Newcomer newcomer;
        const InvitationCode code = InvitationCode::fresh(QByteArray(32, 'o'), newcomer.random);
        newcomer.begin().startInvited(host.address, code);
        QTRY_VERIFY(newcomer.failure);
        QVERIFY(newcomer.failure->what.contains(QStringLiteral("prove")));
        QVERIFY(newcomer.isBlank());
        QVERIFY(!board.find(code.desk()));
    }

    void whereNobodyAnswersNothingIsLeft()
    {
        Newcomer newcomer;
        newcomer.begin().startComparing({QStringLiteral("127.0.0.1"), 1});
        QTRY_VERIFY(newcomer.failure);
        QVERIFY(newcomer.failure->kind == domain::Refusal::Device);
        QVERIFY(newcomer.isBlank());
    }

    void aFolderWithADeskIsLeftAlone()
    {
        SmallDesk small;
        small.close();
        FakeClock clock;
        SeededRandom random;
        Joining joining(small.folder(), clock, random);
        QString why;
        connect(&joining, &Joining::failed, this,
            [&](const domain::Refusal &refusal) { why = refusal.what; });
        joining.startComparing({QStringLiteral("127.0.0.1"), 1});
        QVERIFY(why.contains(QStringLiteral("already a desk")));
        small.reopen();
    }

    void twoPeopleCompareACode_data()
    {
        QTest::addColumn<bool>("hostFirst");
        QTest::newRow("the host says yes first") << true;
        QTest::newRow("the newcomer says yes first") << false;
    }

    void twoPeopleCompareACode()
    {
        QFETCH(bool, hostFirst);
        Board board;
        Host host(board);
        host.node->setPairing(true);
        Newcomer newcomer;
        newcomer.begin().startComparing(host.address);
        QTRY_VERIFY(host.request && !newcomer.code.isEmpty());
        QCOMPARE(host.request->code, newcomer.code);
        const domain::AdmitDesk as{.name = QStringLiteral("二楼")};
        if (hostFirst)
            host.node->answerPairing(host.request->number, as);
        newcomer.joining->confirm();
        if (!hostFirst)
            host.node->answerPairing(host.request->number, as);
        QTRY_VERIFY(newcomer.isJoined);
        QTRY_VERIFY(host.answer == true);
        QCOMPARE(board.find(host.request->desk)->values.text(domain::desk::Name),
            QStringLiteral("二楼"));
    }

    void eitherMaySayNo_data()
    {
        QTest::addColumn<bool>("isHost");
        QTest::newRow("the host") << true;
        QTest::newRow("the newcomer") << false;
    }

    void eitherMaySayNo()
    {
        QFETCH(bool, isHost);
        Board board;
        Host host(board);
        host.node->setPairing(true);
        Newcomer newcomer;
        newcomer.begin().startComparing(host.address);
        QTRY_VERIFY(host.request && !newcomer.code.isEmpty());
        if (isHost)
            host.node->refusePairing(host.request->number);
        else
            newcomer.joining->giveUp();
        QTRY_VERIFY(newcomer.failure);
        QTRY_VERIFY(host.answer == false);
        QVERIFY(newcomer.isBlank());
        QVERIFY(!board.find(host.request->desk));
    }

    void nobodyIsAskedUnlessPeopleStandReady()
    {
        Board board;
        Host host(board);
        Newcomer newcomer;
        newcomer.begin().startComparing(host.address);
        QTRY_VERIFY(newcomer.failure);
        QVERIFY(!host.request);
        QVERIFY(newcomer.isBlank());
    }

    void aNewDeskKnowsOnlyWhoLetItIn()
    {
        Newcomer newcomer;
        const auto prepared = prepareNewDesk(newcomer.desk(), {}, 1, newcomer.random);
        QVERIFY(std::holds_alternative<store::Secrets>(prepared));
        const Pin pin{
            Id::named("host"), QByteArray(32, 'h'), {Id::named("company"), QByteArray(32, 'f')}};
        QVERIFY(!keepPin(newcomer.desk(), pin));
        const auto again = prepareNewDesk(newcomer.desk(), {}, 2, newcomer.random);
        QCOMPARE(std::get<store::Secrets>(again).signingSeed,
            std::get<store::Secrets>(prepared).signingSeed);
        QCOMPARE(newcomer.pin()->welcome.founding, pin.welcome.founding);
        abandonNewDesk(newcomer.desk());
        QVERIFY(newcomer.isBlank());
    }
};

QTEST_GUILESS_MAIN(JoiningTest)
#include "joining_test.moc"
