// SPDX-License-Identifier: GPL-3.0-or-later
#include "victim.h"

#include <QTest>

using namespace peers;
using namespace support;

// One side keeps to what was agreed; the other is written by somebody who means harm, or whose program is broken.
class SessionAdversaryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEndedForOneClearReason_data();
    void isEndedForOneClearReason();
    void isNotGreeted_data();
    void isNotGreeted();
    void garbageEndsIt();
    void aHugeLengthEndsItBeforeAByteIsKept();
    void acknowledgingFeedsThatWereNotSentIsForgotten();
    void aClaimToHoldEverythingHarmsNobody();
    void aRecordWithAGapIsNotSentForEver();
    void whoCannotReadItsOwnRecordGreetsNobody();
    void theOtherSidesWordsStayShort();
};

namespace
{

/// What the harmful side says, given the means to say it and who it is.
struct Attack {
    using Means = std::function<void(const Frame &)>;
    std::function<void(const Means &say, MemoryExchange &a)> run;
};

const QByteArray signature(64, 's');

Entries parcelOf(MemoryExchange &a, qint64 number)
{
    return {number, 0, a.next({}, {}, 1 << 20)};
}

} // namespace

Q_DECLARE_METATYPE(Attack)

void SessionAdversaryTest::isEndedForOneClearReason_data()
{
    QTest::addColumn<Attack>("attack");
    QTest::addColumn<bool>("isGreeted");
    QTest::addColumn<Ending>("ending");
    const auto row = [](const char *name, bool isGreeted, Ending ending, auto attack) {
        QTest::newRow(name) << Attack{attack} << isGreeted << ending;
    };
    using Say = Attack::Means;
    row("a parcel before the greeting", false, Ending::Faulty,
        [](const Say &say, MemoryExchange &a) { say(parcelOf(a, 1)); });
    row("a ping before the greeting", false, Ending::Faulty,
        [](const Say &say, MemoryExchange &) { say(Ping()); });
    row("an unknown word before the greeting", false, Ending::Faulty,
        [](const Say &say, MemoryExchange &) { say(CaughtUp()); });
    row("greeting twice", true, Ending::Faulty,
        [](const Say &say, MemoryExchange &a) { say(Hello{.who = a.introduction()}); });
    row("acknowledging what was never sent", true, Ending::Faulty,
        [](const Say &say, MemoryExchange &) {
            say(Acknowledged{77, {}});
        });
    row("acknowledging twice", true, Ending::Faulty, [](const Say &say, MemoryExchange &) {
        say(Acknowledged{1, {}});
        say(Acknowledged{1, {}});
    });
    row("a parcel numbered 2", true, Ending::Faulty,
        [](const Say &say, MemoryExchange &a) { say(parcelOf(a, 2)); });
    row("the same number twice", true, Ending::Faulty, [](const Say &say, MemoryExchange &a) {
        say(parcelOf(a, 1));
        say(parcelOf(a, 1));
    });
    row("a parcel of nothing", true, Ending::Faulty, [](const Say &say, MemoryExchange &) {
        say(Entries{1, 0, {}});
    });
    row("an entry that is none", true, Ending::Faulty, [](const Say &say, MemoryExchange &) {
        say(Entries{1, 0, {{}, {{"no entry", signature}}}});
    });
    row("an entry whose front alone is one", true, Ending::Faulty,
        [](const Say &say, MemoryExchange &a) {
            say(Entries{
                1, 0, {{}, {{parcelOf(a, 1).parcel.entries.first().bytes.first(60), signature}}}});
        });
    row("an entry with somebody else's signature", true, Ending::Faulty,
        [](const Say &say, MemoryExchange &a) {
            Entries entries = parcelOf(a, 1);
            entries.parcel.entries[0].signature = signature;
            say(entries);
        });
    row("entries in the wrong order", true, Ending::Faulty, [](const Say &say, MemoryExchange &a) {
        Entries entries = parcelOf(a, 1);
        std::ranges::reverse(entries.parcel.entries);
        say(entries);
    });
    row("a key for another desk", true, Ending::Faulty, [](const Say &say, MemoryExchange &a) {
        Entries entries = parcelOf(a, 1);
        entries.parcel.keys = {{Id::named("owner"), "not a box"}};
        say(entries);
    });
    row("keys that nobody asked for", true, Ending::Faulty, [](const Say &say, MemoryExchange &) {
        say(Keys{1, {}});
    });
    row("a pong that nobody asked for", true, Ending::Faulty,
        [](const Say &say, MemoryExchange &) { say(Pong()); });
    row("two questions for keys at once", true, Ending::TooMuch,
        [](const Say &say, MemoryExchange &) {
            for (int i = 0; i < 5; ++i)
                say(LackingKeys{{Id::named("owner")}});
        });
    row("a snapshot that nobody asked for", true, Ending::Faulty,
        [](const Say &say, MemoryExchange &) {
            say(SnapshotPart{QByteArray(32, 'c'), 0, 1, "x"});
        });
    row("a file that nobody asked for", true, Ending::Faulty, [](const Say &say, MemoryExchange &) {
        say(FilePart{QByteArray(32, 'c'), 0, 1, "x"});
    });
    row("good-bye for a reason of a later program", true, Ending::Parted,
        [](const Say &say, MemoryExchange &) {
            say(Bye{200, QStringLiteral("So it is.")});
        });
}

void SessionAdversaryTest::isEndedForOneClearReason()
{
    QFETCH(Attack, attack);
    QFETCH(bool, isGreeted);
    QFETCH(Ending, ending);
    Victim victim;
    victim.a.write(3);
    if (isGreeted)
        victim.greet();
    victim.b.write(1);
    victim.session.somethingNew();
    victim.said();
    int changes = 0;
    victim.session.onChanged([&] { changes += victim.session.hasEnded(); });
    attack.run([&](const Frame &frame) { victim.hear(frame); }, victim.a);
    QCOMPARE(victim.ending(), ending);
    QVERIFY(!victim.session.state().words().isEmpty());
    QCOMPARE(changes, 1);
    const auto said = victim.said();
    const auto byes = std::ranges::count_if(
        said, [](const Frame &frame) { return std::holds_alternative<Bye>(frame); });
    QCOMPARE(byes, ending == Ending::Parted ? 0 : 1);
    // From now on it is deaf and dumb.
    victim.hear(Ping());
    victim.session.somethingNew();
    victim.session.tick(10'000'000);
    QVERIFY(victim.out.isEmpty());
}

void SessionAdversaryTest::isNotGreeted_data()
{
    QTest::addColumn<std::function<void(Hello &, MemoryCompany &)>>("change");
    QTest::addColumn<Ending>("ending");
    const auto row = [](const char *name, Ending ending, auto change) {
        QTest::newRow(name) << std::function<void(Hello &, MemoryCompany &)>(change) << ending;
    };
    row("another company", Ending::OtherCompany,
        [](Hello &hello, MemoryCompany &) { hello.who.company = Id::named("other"); });
    row("a company of the same id founded otherwise", Ending::OtherCompany,
        [](Hello &hello, MemoryCompany &) { hello.who.founding = QByteArray(32, 'x'); });
    row("this very desk", Ending::SameDesk,
        [](Hello &hello, MemoryCompany &) { hello.who.desk = Id::named("b"); });
    row("another desk than was called", Ending::OtherDesk,
        [](Hello &hello, MemoryCompany &company) {
            hello.who.desk = Id::named("c");
            company.publicKeys.insert(hello.who.desk, QByteArray(32, 'k'));
        });
    row("a revoked desk", Ending::NotAdmitted,
        [](Hello &hello, MemoryCompany &company) { company.revoked.insert(hello.who.desk); });
    row("a desk that nobody knows", Ending::NotAdmitted,
        [](Hello &hello, MemoryCompany &company) { company.publicKeys.remove(hello.who.desk); });
    row("a program of the far future", Ending::NoCommonProtocol,
        [](Hello &hello, MemoryCompany &) { hello.oldest = hello.newest = 9'000; });
}

void SessionAdversaryTest::isNotGreeted()
{
    using Change = std::function<void(Hello &, MemoryCompany &)>;
    QFETCH(Change, change);
    QFETCH(Ending, ending);
    Victim victim({}, Id::named("a"));
    victim.b.write(3);
    Hello hello = victim.hello();
    change(hello, victim.company);
    victim.said();
    victim.hear(hello);
    QCOMPARE(victim.ending(), ending);
    QVERIFY(!mayTryAgain(ending));
    // Nothing of the record was told.
    const auto said = victim.said();
    QCOMPARE(said.size(), 1);
    QCOMPARE(std::get<Bye>(said.first()).ending, qint64(ending));
    const domain::Refusal refusal = victim.session.state().refusal;
    QVERIFY(!refusal.what.isEmpty() && !refusal.advice.isEmpty());
}

void SessionAdversaryTest::garbageEndsIt()
{
    SeededRandom random;
    for (int round = 0; round < 200; ++round) {
        Victim victim;
        if (round % 2)
            victim.greet();
        QByteArray garbage(2'000, Qt::Uninitialized);
        random.fill({reinterpret_cast<quint8 *>(garbage.data()), size_t(garbage.size())});
        garbage[0] = garbage[1] = 0;
        for (int i = 0; i < 40 && !victim.ending(); ++i)
            victim.session.receive(garbage);
        QCOMPARE(victim.ending(), Ending::Faulty);
    }
}

void SessionAdversaryTest::aHugeLengthEndsItBeforeAByteIsKept()
{
    Victim stranger;
    stranger.session.receive(QByteArray::fromHex("00500000"));
    QCOMPARE(stranger.ending(), Ending::Faulty);
    Victim victim;
    victim.greet();
    victim.session.receive(QByteArray::fromHex("00500000"));
    QVERIFY(!victim.ending());
    Victim other;
    other.greet();
    other.session.receive(QByteArray::fromHex("7fffffff"));
    QCOMPARE(other.ending(), Ending::Faulty);
}

void SessionAdversaryTest::acknowledgingFeedsThatWereNotSentIsForgotten()
{
    Victim victim;
    victim.b.write(1);
    victim.greet();
    record::Heads heads;
    for (int i = 0; i < 1'000; ++i)
        heads.advance(Id::named(qPrintable(QString::number(i))), 5, QByteArray(32, 'h'));
    victim.hear(Acknowledged{1, heads});
    QVERIFY(!victim.ending());
    QVERIFY(victim.session.peerHeads().all().size() <= 1);
}

void SessionAdversaryTest::aClaimToHoldEverythingHarmsNobody()
{
    Victim victim;
    victim.b.write(3);
    Hello hello = victim.hello();
    for (int i = 0; i < 1'000; ++i)
        hello.who.heads.advance(Id::named(qPrintable(QString::number(i))), maximumNumber, {});
    hello.who.heads.advance(victim.b.feed(), maximumNumber, {});
    victim.hear(hello);
    QVERIFY(!victim.ending());
    QVERIFY(victim.session.state().toCome > 0);
    victim.hear(CaughtUp());
    QCOMPARE(victim.session.state().phase, Session::Phase::InStep);
}

void SessionAdversaryTest::aRecordWithAGapIsNotSentForEver()
{
    // An exchange that gives the same whatever is known, as a damaged one might.
    class Stuck final : public Exchange
    {
    public:
        explicit Stuck(MemoryExchange &inner)
            : m_inner(inner)
        {
        }
        Introduction introduction() override { return m_inner.introduction(); }
        record::Heads heads() override { return m_inner.heads(); }
        record::Parcel next(const record::Heads &, const Id &peer, qsizetype bytes) override
        {
            record::Heads known;
            known.advance(m_inner.feed(), 1);
            return m_inner.next(known, peer, bytes);
        }
        void take(const record::Parcel &, const Id &,
            std::function<void(const store::Receipt &)> done) override
        {
            done({});
        }
        std::optional<QByteArray> hashAt(const Id &, qint64) override { return {}; }
        bool holds(const record::FeedPosition &) override { return false; }
        QVector<Id> lackingKeys(qsizetype) override { return {}; }
        QVector<record::SealedKey> keysFor(const Id &, const QVector<Id> &) override { return {}; }
        std::optional<domain::Refusal> refusalOf(const Id &) override { return {}; }

    private:
        MemoryExchange &m_inner;
    };
    MemoryCompany company;
    MemoryExchange a(company, "a"), b(company, "b");
    b.write(3);
    Stuck stuck(b);
    Session session(stuck, {}, {}, [](const QByteArray &) {});
    session.start(0);
    session.receive(encodeFrame(Hello{.who = a.introduction()}));
    QCOMPARE(session.traffic().entriesOut, 0);
}

void SessionAdversaryTest::whoCannotReadItsOwnRecordGreetsNobody()
{
    class Broken final : public Exchange
    {
    public:
        Introduction introduction() override { return {}; }
        record::Heads heads() override { return {}; }
        record::Parcel next(const record::Heads &, const Id &, qsizetype) override { return {}; }
        void take(const record::Parcel &, const Id &,
            std::function<void(const store::Receipt &)> done) override
        {
            done({store::Receipt::Failed, {}});
        }
        std::optional<QByteArray> hashAt(const Id &, qint64) override { return {}; }
        bool holds(const record::FeedPosition &) override { return false; }
        QVector<Id> lackingKeys(qsizetype) override { return {}; }
        QVector<record::SealedKey> keysFor(const Id &, const QVector<Id> &) override { return {}; }
        std::optional<domain::Refusal> refusalOf(const Id &) override { return {}; }
    } broken;
    QByteArray out;
    Session session(broken, {}, {}, [&](const QByteArray &bytes) { out += bytes; });
    session.start(0);
    QCOMPARE(session.state().ending, Ending::TryLater);
    FrameReader reader;
    QByteArrayView rest(out);
    QVERIFY(std::holds_alternative<Bye>(*reader.take(rest)));
}

void SessionAdversaryTest::theOtherSidesWordsStayShort()
{
    Victim victim;
    victim.greet();
    victim.hear(Bye{4, QString(2'000, u'x') + u"\n\n"_qs});
    QCOMPARE(victim.ending(), Ending::Faulty);
    Victim other;
    other.greet();
    other.hear(Bye{200, QStringLiteral("line\n") + QString(1'900, u'x')});
    QVERIFY(other.session.state().refusal.what.size() < 400);
    QVERIFY(!other.session.state().words().contains(u'\n'));
}

QTEST_GUILESS_MAIN(SessionAdversaryTest)
#include "session_adversary_test.moc"
