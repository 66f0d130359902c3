// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/seeded_random.h"

#include "record/cbor.h"
#include "record/entry.h"
#include "record/event_codec.h"
#include "record/signing.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace record;
using namespace domain;

class EntryTest : public QObject
{
    Q_OBJECT

    static Entry sample()
    {
        Entry entry{.desk = Id::named("desk"),
            .feed = Id::named("feed"),
            .sequence = 7,
            .previous = chainStart(),
            .actor = Id::named("wang"),
            .recorded_ms = 1'763'700'000'000,
            .subject = Id::named("ticket")};
        entry.folded = {{Id::named("other"), 3, chainStart()}};
        entry.events = {
            RegisterPut{Id::named("customer"), Register::Customer,
                {{customer::Name, QByteArray("sealed")}}, {customer::Needs}},
            TicketOpened{Id::named("ticket"), u"repair/1"_qs, u"received"_qs, Id::named("wang"), 5,
                {{field::Title, u"厨房漏水\n第二行"_qs}, {field::Lon, 114.25},
                    {field::Anonymous, false},
                    {field::Grid, QVariant::fromValue(Id::named("grid"))},
                    {field::HappenedAt, qint64(-1)}},
                {{u"arrive"_qs, 9}}},
            StepTaken{Id::named("ticket"), u"visit"_qs, u"with_team"_qs, 2, Id::named("li"), 6,
                {{field::Satisfaction, qint64(1)}}, {{u"complete"_qs, 10}}, {u"visit"_qs}},
            RegisterRemoved{Id::named("row"), Register::Place},
            StockMoved{Id::named("hose"), u"issued"_qs, -2500, Id::named("ticket"), u"领用"_qs},
            UnknownEvent{4711, QByteArray("\x81\x01", 2)},
        };
        return entry;
    }

private Q_SLOTS:
    void comesBackAsItWas()
    {
        const Entry entry = sample();
        const auto back = decode(encode(entry));
        QVERIFY(back);
        QVERIFY(*back == entry);
    }

    /// A newer program keeps a register that this one has never heard of: it is no reason to refuse the whole feed.
    void putsOfLaterRegistersAreKeptAsTheyCame()
    {
        const auto later = Register(200);
        QVERIFY(!findRegister(qint64(later)));
        for (const Event &event :
            {Event(RegisterPut{Id::named("row"), later, {{1, u"新"_qs}, {2, qint64(7)}}, {3}}),
                Event(RegisterRemoved{Id::named("row"), later})}) {
            const QByteArray body = encodeBody(event);
            const auto kept = decodeBody(typeOf(event), body);
            QVERIFY(kept && std::holds_alternative<UnknownEvent>(*kept));
            QCOMPARE(typeOf(*kept), typeOf(event));
            QCOMPARE(encodeBody(*kept), body);
        }
        for (qint64 no : {0, 256}) {
            QByteArray body;
            CborWriter out(&body);
            out.array(2);
            out.id(Id::named("row"));
            out.number(no);
            out.endArray();
            QVERIFY(!decodeBody(quint32(EventType::RegisterRemoved), body));
        }
    }

    void everyFlippedBitIsRefusedOrAnotherEntry()
    {
        const QByteArray bytes = encode(sample());
        const QByteArray hash = chain(chainStart(), bytes);
        for (qsizetype i = 0; i < bytes.size() * 8; ++i) {
            QByteArray damaged = bytes;
            damaged[i / 8] = char(damaged[i / 8] ^ (1 << i % 8));
            QVERIFY(chain(chainStart(), damaged) != hash);
            if (const auto entry = decode(damaged))
                QCOMPARE(encode(*entry), damaged);
        }
    }

    void everyCutAndEverySuffixIsRefused()
    {
        const QByteArray bytes = encode(sample());
        for (qsizetype length = 0; length < bytes.size(); ++length)
            QVERIFY(!decode(bytes.first(length)));
        QVERIFY(!decode(bytes + '\0'));
    }

    void otherWaysToWriteTheSameAreRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("a longer integer")
            << QByteArray("\x8c\x01", 2) << QByteArray("\x8c\x18\x01", 3);
        QTest::newRow("an array without length")
            << QByteArray("\x8c\x01", 2) << QByteArray("\x9f\x01", 2);
        QTest::newRow("a tag before it")
            << QByteArray("\x8c\x01", 2) << QByteArray("\xc0\x8c\x01", 3);
    }

    void otherWaysToWriteTheSameAreRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray bytes = encode(sample());
        QVERIFY(bytes.startsWith(from));
        bytes.replace(0, from.size(), to);
        if (to.startsWith('\x9f'))
            bytes += '\xff';
        QVERIFY(!decode(bytes));
    }

    void whatIsNoCborIsRefused()
    {
        QFile file(QStringLiteral(GRIDDESK_SOURCE_DIR "/../shared/data/cbor/fail.json"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the CBOR vectors are not at hand");
        const auto vectors = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(vectors.size() > 100);
        for (const auto &vector : vectors)
            QVERIFY(!decode(QByteArray::fromHex(vector[u"hex"].toString().toLatin1())));
    }

    void theChainHangsOnEveryByteBefore()
    {
        const QByteArray first = chain(chainStart(), "a");
        QVERIFY(chain(first, "b") != chain(chain(chainStart(), "A"), "b"));
        QCOMPARE(first.size(), 32);
    }

    void onlyTheDesksOwnSignatureIsGood()
    {
        support::SeededRandom random;
        const SigningKey desk = SigningKey::fresh(random), other = SigningKey::fresh(random);
        const QByteArray hash = chain(chainStart(), "entry"), signature = desk.sign(hash);
        QVERIFY(isSignedBy(desk.publicKey(), hash, signature));
        QVERIFY(!isSignedBy(other.publicKey(), hash, signature));
        QVERIFY(!isSignedBy(desk.publicKey(), chain(hash, "x"), signature));
        QVERIFY(!isSignedBy(desk.publicKey(), hash, signature.first(63)));
        QVERIFY(!isSignedBy({}, hash, signature));
        QCOMPARE(SigningKey::fromSeed(desk.seed())->publicKey(), desk.publicKey());
        QVERIFY(!SigningKey::fromSeed("short"));
    }
};

QTEST_GUILESS_MAIN(EntryTest)
#include "entry_test.moc"
