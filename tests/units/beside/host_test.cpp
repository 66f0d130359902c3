// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/small_desk.h"

#include "beside/line.h"
#include "beside/socket_place.h"
#include "domain/account.h"
#include "store/writer.h"

#include <QDir>
#include <QFileInfo>
#include <QLocalServer>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace domain;
using namespace beside;

namespace
{

constexpr int patience_ms = 10'000;

/// A process beside the desk that speaks whatever the test wants.
struct Stranger {
    explicit Stranger(const QString &folder)
        : place(store::DeskFolder{folder})
    {
        line.allow(maximumAnswer);
        socket.connectToServer(place.path());
        socket.waitForConnected(patience_ms);
    }

    template <typename Expected> Expected hear()
    {
        const auto said = line.await(patience_ms);
        if (!said || !std::holds_alternative<Expected>(*said))
            qFatal("the host said something else");
        return std::get<Expected>(*said);
    }
    Hello prove(const QByteArray &deskKey, const QString &ofVersion = version())
    {
        const Hello hello = hear<Hello>();
        const QByteArray drawn(drawnBytes, 'g');
        line.send(Proof{ofVersion, drawn, proofOfGuest(deskKey, hello.drawn + drawn)});
        return hello;
    }
    bool isThrownOut()
    {
        return socket.state() == QLocalSocket::UnconnectedState
            || socket.waitForDisconnected(patience_ms);
    }

    SocketPlace place;
    QLocalSocket socket;
    Line line{socket};
};

std::unique_ptr<Desk> openBeside(support::SmallDesk &small, support::SeededRandom &random)
{
    auto opening = Desk::open(small.folder(), small.clock, random);
    if (const auto *refusal = std::get_if<Refusal>(&opening))
        qFatal("%s", qPrintable(refusal->text()));
    auto desk = std::move(std::get<std::unique_ptr<Desk>>(opening));
    support::signIn(*desk, QStringLiteral("wang"));
    return desk;
}

Command newGrid(Desk &desk, const QString &code)
{
    return PutRow{Register::Grid, desk.freshId(), {{grid::Code, code}, {grid::Name, code}}, {}};
}

Command newTicket(Desk &desk)
{
    return OpenTicket{.ticket = desk.freshId(),
        .values = {
            {field::Kind, QStringLiteral("repair")}, {field::Title, QStringLiteral("漏水")}}};
}

/// A host that lets one guest in, carries out what it asks or doesn't, and dies before it answers.
void hostOnce(QLocalServer &server, const store::DeskFolder &folder, const store::Secrets &secrets,
    bool carriesOut)
{
    if (!server.waitForNewConnection(patience_ms))
        qFatal("nobody came");
    const std::unique_ptr<QLocalSocket> socket(server.nextPendingConnection());
    Line line(*socket);
    line.allow(maximumMessage);
    const QByteArray drawn(drawnBytes, 'h');
    line.send(Hello{version(), drawn});
    const auto proof = std::get<Proof>(*line.await(patience_ms));
    line.send(Welcome{proofOfHost(secrets.deskKey, drawn + proof.drawn)});
    const auto ask = std::get<Ask>(*line.await(patience_ms));
    if (carriesOut) {
        support::FakeClock clock(support::moment_ms(QStringLiteral("2026-11-20 09:00")));
        support::SeededRandom random(3);
        store::Writer writer(folder, secrets,
            std::make_shared<store::People>(folder, secrets.deskKey), clock, random);
        writer.commit({{ask.asked[0].command, ask.asked[0].actor, nullptr}});
    }
    socket->abort();
    server.close();
    server.moveToThread(QCoreApplication::instance()->thread());
}

} // namespace

/// A desk that is open, and those beside it: the honest, the careless and the hostile.
class HostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void whatIsAskedBesideIsDoneHere();
    void theSameIsRefusedInTheSameWords();
    void manyAreOneTransaction();
    void signedDeedsAreSignedWhereTheKeyLies();
    void aSignatureThatDoesntComeChangesNothing();
    void theSocketIsItsOwnersAlone();
    void aSocketOfTheDeadIsTakenOver();
    void aDeepFolderHasASocketToo();
    void whoCantOpenTheDeskIsNotLetIn();
    void anotherVersionIsToldToUpdate();
    void nothingIsDoneBeforeTheProof();
    void garbageEndsTheVisitAndNothingElse_data();
    void garbageEndsTheVisitAndNothingElse();
    void whoeverComesLaterTakesTheDesk();
    void aDeskWithoutASocketIsHeldAsBefore();
    void whatADyingHostDidStandsInTheRecord_data();
    void whatADyingHostDidStandsInTheRecord();

private:
    QByteArray deskKey() const { return m_small->desk().secrets().deskKey; }
    QString socket() const { return store::DeskFolder{m_small->folder()}.socket(); }
    qint64 position() const { return m_small->read().position(); }

    support::SeededRandom m_random{77};
    std::unique_ptr<support::SmallDesk> m_small;
};

void HostTest::init()
{
    m_small = std::make_unique<support::SmallDesk>();
    QTRY_VERIFY(QFileInfo::exists(socket()));
}

void HostTest::whatIsAskedBesideIsDoneHere()
{
    const auto other = openBeside(*m_small, m_random);
    const Command command = newTicket(*other);
    const store::Verdict verdict = other->submit(command).result();
    const auto *accepted = store::accepted(verdict);
    QVERIFY(accepted);
    QCOMPARE(accepted->position, position());
    QCOMPARE(accepted->subject, std::get<OpenTicket>(command).ticket);
    const auto here = m_small->read().findTicket(accepted->ticket.values.text(field::Number));
    QVERIFY(here);
    QCOMPARE(accepted->number, here->number);
    QVERIFY(accepted->ticket.values == here->ticket.values);
    QVERIFY(accepted->ticket.steps == here->ticket.steps);
    QVERIFY(accepted->ticket.clocks == here->ticket.clocks);
    // Whoever asked beside sees it at once, too.
    QVERIFY(other->read().findTicket(accepted->ticket.values.text(field::Number)));
}

void HostTest::theSameIsRefusedInTheSameWords()
{
    const auto other = openBeside(*m_small, m_random);
    for (const Command &command :
        QVector<Command>{ActOnTicket{other->freshId(), QStringLiteral("accept")},
            OpenTicket{
                .ticket = other->freshId(), .values = {{field::Kind, QStringLiteral("nonsense")}}},
            newGrid(*other, {}),
            GrantRole{other->freshId(), other->freshId(), QStringLiteral("chief")}}) {
        const store::Verdict there = other->submit(command).result();
        const store::Verdict here = m_small->desk().submit(command).result();
        QVERIFY(store::refused(here) && store::refused(there));
        QCOMPARE(store::refused(there)->field, store::refused(here)->field);
        QCOMPARE(store::refused(there)->text(), store::refused(here)->text());
        QCOMPARE(store::refused(there)->kind, store::refused(here)->kind);
    }
}

void HostTest::manyAreOneTransaction()
{
    const auto other = openBeside(*m_small, m_random);
    const qint64 before = position();
    QVector<QFuture<QVector<store::Verdict>>> answers;
    for (int batch = 0; batch < 12; ++batch) {
        QVector<Command> commands;
        for (int i = 0; i < 50; ++i)
            commands.append(newTicket(*other));
        commands.append(newGrid(*other, {}));
        answers.append(other->submitAll(commands));
    }
    for (auto &answer : answers) {
        QCOMPARE(answer.result().size(), 51);
        QVERIFY(store::accepted(answer.result()[0]));
        QVERIFY(store::refused(answer.result()[50]));
    }
    QCOMPARE(position(), before + 600);
}

void HostTest::signedDeedsAreSignedWhereTheKeyLies()
{
    const Id zhou =
        m_small->addPerson(QStringLiteral("zhou"), QStringLiteral("周敏"), QStringLiteral("clerk"));
    const auto other = openBeside(*m_small, m_random);
    const Id granted = other->freshId();
    const store::Verdict verdict =
        other->submit(GrantRole{granted, zhou, QStringLiteral("supervisor")}).result();
    QVERIFY2(store::accepted(verdict),
        store::refused(verdict) ? qPrintable(store::refused(verdict)->text()) : "");
    QVERIFY(m_small->read().findRow(granted));
    const store::Verdict password =
        other->setPassword(zhou, QStringLiteral("晴"), record::PasswordCost::least()).result();
    QVERIFY(store::accepted(password));
    QCOMPARE(m_small->read().findConflicts().size(), 0);
    support::signIn(m_small->desk(), QStringLiteral("zhou"), QStringLiteral("晴"));
}

void HostTest::aSignatureThatDoesntComeChangesNothing()
{
    const Id zhou =
        m_small->addPerson(QStringLiteral("zhou"), QStringLiteral("周敏"), QStringLiteral("clerk"));
    const auto account = m_small->read().findRow(accountOf(m_small->desk().actor()));
    const QByteArray key = account->row.values[account::PublicKey].toByteArray();
    const qint64 before = position();
    const auto ask = [&](Stranger &stranger) {
        stranger.prove(deskKey());
        stranger.hear<Welcome>();
        stranger.line.send(Ask{1, false,
            {{GrantRole{m_small->desk().freshId(), zhou, QStringLiteral("supervisor")},
                m_small->desk().actor(), key}}});
        QCOMPARE(stranger.hear<SignatureWanted>().publicKey, key);
    };
    // One who hasn't got the key that he names.
    Stranger liar(m_small->folder());
    ask(liar);
    liar.line.send(Signature{QByteArray(64, 's')});
    const Answer answer = liar.hear<Answer>();
    QVERIFY(store::refused(answer.verdicts.value(0)));
    QCOMPARE(store::refused(answer.verdicts[0])->kind, Refusal::Device);
    // And one who goes away instead of answering: the next one doesn't wait for him.
    {
        Stranger fleeing(m_small->folder());
        ask(fleeing);
    }
    QCOMPARE(position(), before);
    m_small->addGrid(QStringLiteral("G01"), QStringLiteral("文一"));
    QCOMPARE(position(), before + 1);
    QCOMPARE(m_small->read().findConflicts().size(), 0);
}

void HostTest::theSocketIsItsOwnersAlone()
{
    QTRY_COMPARE(QFileInfo(socket()).permissions()
            & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
                | QFile::WriteOther | QFile::ExeOther),
        QFile::Permissions());
    m_small->close();
    QVERIFY(!QFileInfo::exists(socket()));
}

void HostTest::aSocketOfTheDeadIsTakenOver()
{
    m_small->close();
    // Bound and never closed down, as a killed process leaves it.
    const int dead = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    qstrncpy(address.sun_path, QFile::encodeName(socket()).constData(), sizeof address.sun_path);
    QCOMPARE(::bind(dead, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    ::close(dead);
    m_small->reopen();
    QVERIFY(!m_small->desk().startWriting());
    const auto other = openBeside(*m_small, m_random);
    QVERIFY(store::accepted(other->submit(newTicket(*other)).result()));
}

void HostTest::aDeepFolderHasASocketToo()
{
    QTemporaryDir folder;
    const QString deep = folder.filePath(
        QString(60, u'a') + u'/' + QString(60, u'b') + QStringLiteral("/网格/desk"));
    support::FakeClock clock(support::moment_ms(QStringLiteral("2026-11-20 08:00")));
    QVERIFY(QDir().mkpath(QFileInfo(deep).path()));
    auto holding = Desk::found(deep,
        {.company = QStringLiteral("公司"), .login = QStringLiteral("wang")}, clock, m_random);
    QVERIFY(std::holds_alternative<std::unique_ptr<Desk>>(holding));
    auto opening = Desk::open(deep, clock, m_random);
    Desk &other = *std::get<std::unique_ptr<Desk>>(opening);
    support::signIn(other, QStringLiteral("wang"));
    QVERIFY(store::accepted(other.submit(newTicket(other)).result()));
}

void HostTest::whoCantOpenTheDeskIsNotLetIn()
{
    Stranger stranger(m_small->folder());
    stranger.prove(QByteArray(32, 'x'));
    QCOMPARE(stranger.hear<Farewell>().why.kind, Refusal::Device);
    QVERIFY(stranger.isThrownOut());
}

void HostTest::anotherVersionIsToldToUpdate()
{
    Stranger stranger(m_small->folder());
    stranger.prove(deskKey(), QStringLiteral("0.0.1"));
    const Refusal why = stranger.hear<Farewell>().why;
    QVERIFY(why.what.contains(QStringLiteral("0.0.1")) && why.what.contains(version()));
    QVERIFY(stranger.isThrownOut());
}

void HostTest::nothingIsDoneBeforeTheProof()
{
    Stranger stranger(m_small->folder());
    const qint64 before = position();
    stranger.hear<Hello>();
    stranger.line.send(Ask{1, false, {{newTicket(m_small->desk()), m_small->desk().actor(), {}}}});
    stranger.hear<Farewell>();
    QVERIFY(stranger.isThrownOut());
    QCOMPARE(position(), before);
}

void HostTest::garbageEndsTheVisitAndNothingElse_data()
{
    QTest::addColumn<bool>("proved");
    QTest::addColumn<QByteArray>("sent");
    const QByteArray ask = encode(Ask{2, false, {{RemoveRow{Register::Staff, {}}, {}, {}}}});
    const QByteArray empty = encode(Ask{1, false, {}});
    const auto framed = [](const QByteArray &bytes) {
        return QByteArray(3, '\0') + char(bytes.size()) + bytes;
    };
    for (const bool proved : {false, true}) {
        const QByteArray when = proved ? "guest: " : "stranger: ";
        QTest::newRow(when + "letters") << proved << QByteArray("GET / HTTP/1.1\r\n\r\n");
        QTest::newRow(when + "too long") << proved << QByteArray::fromHex("ffffffff");
        QTest::newRow(when + "no message") << proved << framed("xyz");
        QTest::newRow(when + "nothing") << proved << framed({});
        QTest::newRow(when + "out of order") << proved << framed(ask);
        QTest::newRow(when + "asks nothing") << proved << framed(empty);
        QTest::newRow(when + "a host's words") << proved << framed(encode(Welcome{"p"}));
    }
}

void HostTest::garbageEndsTheVisitAndNothingElse()
{
    QFETCH(bool, proved);
    QFETCH(QByteArray, sent);
    const auto other = openBeside(*m_small, m_random);
    Stranger stranger(m_small->folder());
    if (proved) {
        stranger.prove(deskKey());
        stranger.hear<Welcome>();
    } else {
        stranger.hear<Hello>();
    }
    stranger.socket.write(sent);
    QVERIFY(stranger.hear<Farewell>().why.what.contains(QStringLiteral("understood")));
    QVERIFY(stranger.isThrownOut());
    QVERIFY(store::accepted(other->submit(newTicket(*other)).result()));
}

void HostTest::whoeverComesLaterTakesTheDesk()
{
    const auto other = openBeside(*m_small, m_random);
    QVERIFY(store::accepted(other->submit(newTicket(*other)).result()));
    QVERIFY(other->startWriting());
    m_small->close();
    // The one beside goes on alone.
    QVERIFY(store::accepted(other->submit(newTicket(*other)).result()));
    QVERIFY(!other->startWriting());
}

void HostTest::aDeskWithoutASocketIsHeldAsBefore()
{
    m_small->close();
    QLockFile held(store::DeskFolder{m_small->folder()}.lock());
    held.setStaleLockTime(0);
    QVERIFY(held.tryLock());
    const auto other = openBeside(*m_small, m_random);
    const store::Verdict verdict = other->submit(newTicket(*other)).result();
    QVERIFY(store::refused(verdict));
    QVERIFY(store::refused(verdict)->what.contains(
        QString::number(QCoreApplication::applicationPid())));
}

void HostTest::whatADyingHostDidStandsInTheRecord_data()
{
    QTest::addColumn<bool>("carriesOut");
    QTest::newRow("before the commit") << false;
    QTest::newRow("after the commit") << true;
}

void HostTest::whatADyingHostDidStandsInTheRecord()
{
    QFETCH(bool, carriesOut);
    const store::DeskFolder folder{m_small->folder()};
    const store::Secrets secrets = m_small->desk().secrets();
    const qint64 before = position();
    m_small->close();
    QLockFile held(folder.lock());
    held.setStaleLockTime(0);
    QVERIFY(held.tryLock());
    QLocalServer server;
    QVERIFY(server.listen(folder.socket()));
    const std::unique_ptr<QThread> dying(
        QThread::create([&] { hostOnce(server, folder, secrets, carriesOut); }));
    server.moveToThread(dying.get());
    dying->start();

    const auto other = openBeside(*m_small, m_random);
    const Command command = newTicket(*other);
    const store::Verdict verdict = other->submit(command).result();
    QVERIFY(dying->wait());
    QCOMPARE(store::accepted(verdict) != nullptr, carriesOut);
    QCOMPARE(other->read().position(), before + carriesOut);
    if (!carriesOut) {
        QCOMPARE(store::refused(verdict)->kind, Refusal::Device);
        QVERIFY(store::refused(verdict)->text().contains(QStringLiteral("Nothing was changed")));
    } else {
        QCOMPARE(store::accepted(verdict)->position, before + 1);
        QVERIFY(!store::accepted(verdict)->ticket.values.text(field::Number).isEmpty());
    }
    held.unlock();
    QVERIFY(store::accepted(other->submit(newTicket(*other)).result()));
}

QTEST_GUILESS_MAIN(HostTest)
#include "host_test.moc"
