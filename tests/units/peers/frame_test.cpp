// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/frame_reader.h"

#include "record/cbor.h"
#include "record/cbor_form.h"

#include <QTest>
#include <QtEndian>

using namespace peers;

// The frames as a table: each comes back as it was, from any cut, and nothing else is taken for one.
class FrameTest : public QObject
{
    Q_OBJECT

    static QByteArray hash(char of) { return QByteArray(32, of); }

    static Introduction someone()
    {
        Introduction who{Id::named("company"), hash('f'), Id::named("desk"), 3, {}};
        who.heads.advance(Id::named("feed one"), 7, hash('a'));
        who.heads.advance(Id::named("feed two"), 70'000, hash('b'));
        who.heads.advance(Id::named("feed three"), 5'000'000'000, {});
        return who;
    }

    static record::Parcel parcel()
    {
        return {{{Id::named("owner"), "box"}},
            {{"first entry", QByteArray(64, 's')}, {QByteArray(300, 'e'), QByteArray(64, 't')}}};
    }

    static QVector<Frame> samples()
    {
        record::Heads heads;
        heads.advance(Id::named("feed"), 9, hash('c'));
        return {
            Hello{.oldest = 1, .newest = 3, .window = 2, .parcelBytes = 5'000, .who = someone()},
            Entries{1, 20, parcel()}, Entries{2, 0, {{}, {{"e", {}}, {"f", QByteArray(64, 's')}}}},
            Acknowledged{2, heads}, Acknowledged{3, {}}, CaughtUp{},
            Forked{Id::named("feed"), 4, hash('d')}, HashAsked{Id::named("feed"), 2},
            HashTold{Id::named("feed"), 2, hash('e')}, HashTold{Id::named("feed"), 3, {}},
            LackingKeys{{Id::named("a"), Id::named("b")}}, Keys{4, {{Id::named("a"), "box"}}},
            Keys{5, {}}, Bye{3, QStringLiteral("再见")}, Ping{}, Pong{}, SnapshotAsked{{}, 0},
            SnapshotAsked{hash('s'), 1 << 20}, SnapshotPart{hash('s'), 10, 20, "0123456789"},
            FileAsked{hash('p'), 0}, FilePart{hash('p'), 0, 3, "png"}};
    }

    /// A frame around members that are written by hand.
    static QByteArray framed(const QByteArray &body)
    {
        QByteArray whole(4, '\0');
        qToBigEndian(quint32(body.size()), whole.data());
        return whole + body;
    }

    static std::optional<FrameFault> faultOf(const QByteArray &bytes)
    {
        FrameReader reader;
        QByteArrayView rest(bytes);
        reader.take(rest);
        return reader.fault();
    }

private Q_SLOTS:
    void everyKindIsAmongTheSamples()
    {
        QSet<size_t> kinds;
        for (const Frame &frame : samples())
            kinds.insert(frame.index());
        QCOMPARE(size_t(kinds.size()), std::variant_size_v<Frame> - 1);
    }

    void everyNumberIsGivenOnce()
    {
        QMap<qint64, size_t> kinds;
        for (const Frame &frame : samples())
            QCOMPARE(*kinds.insert(
                         peers::typeOf(frame), kinds.value(peers::typeOf(frame), frame.index())),
                frame.index());
    }

    void comesBackAsItWas()
    {
        for (const Frame &frame : samples()) {
            const QByteArray bytes = encodeFrame(frame);
            QCOMPARE(record::formOf(bytes.sliced(4)), record::CborForm::Canonical);
            const auto back = decodeFrame(bytes.sliced(4));
            QVERIFY(std::holds_alternative<Frame>(back));
            QCOMPARE(std::get<Frame>(back).index(), frame.index());
            QCOMPARE(encodeFrame(std::get<Frame>(back)), bytes);
        }
        const QByteArray body = encodeFrame(samples().front()).sliced(4);
        const auto hello = std::get<Hello>(std::get<Frame>(decodeFrame(body)));
        QCOMPARE(hello.newest, 3);
        QVERIFY(hello.who.heads == someone().heads);
        QCOMPARE(hello.who.desk, Id::named("desk"));
    }

    void anyCutGivesTheSame()
    {
        QByteArray all;
        for (const Frame &frame : samples())
            all += encodeFrame(frame);
        for (qsizetype cut = 0; cut <= all.size(); ++cut) {
            FrameReader reader;
            QByteArray back;
            for (const QByteArray &piece : {all.first(cut), all.sliced(cut)}) {
                QByteArrayView rest(piece);
                while (!rest.isEmpty()) {
                    if (const auto frame = reader.take(rest))
                        back += encodeFrame(*frame);
                    QVERIFY(!reader.fault());
                }
            }
            QCOMPARE(back, all);
            QVERIFY(!reader.isWithin());
        }
    }

    void byteByByteGivesTheSame()
    {
        FrameReader reader;
        qsizetype count = 0;
        for (const Frame &frame : samples()) {
            for (const char &byte : encodeFrame(frame)) {
                QByteArrayView rest(&byte, 1);
                if (reader.take(rest))
                    ++count;
                QVERIFY(rest.isEmpty());
            }
        }
        QCOMPARE(count, samples().size());
    }

    void everyTruncationIsRefused()
    {
        for (const Frame &frame : samples()) {
            const QByteArray body = encodeFrame(frame).sliced(4);
            for (qsizetype size = 0; size < body.size(); ++size)
                QCOMPARE(faultOf(framed(body.first(size))), FrameFault::Broken);
            QCOMPARE(faultOf(framed(body + '\0')), FrameFault::Broken);
        }
    }

    void everyFlippedBitIsRefusedOrAnotherFrame()
    {
        for (const Frame &frame : samples()) {
            const QByteArray body = encodeFrame(frame).sliced(4);
            for (qsizetype bit = 0; bit < body.size() * 8; ++bit) {
                QByteArray damaged = body;
                damaged[bit / 8] = char(damaged[bit / 8] ^ (1 << bit % 8));
                const auto back = decodeFrame(damaged);
                if (!std::holds_alternative<Frame>(back)
                    || std::holds_alternative<UnknownFrame>(std::get<Frame>(back)))
                    continue;
                QCOMPARE(encodeFrame(std::get<Frame>(back)).sliced(4), damaged);
            }
        }
    }

    void aLengthBeyondTheLimitIsRefusedBeforeAByteIsKept()
    {
        FrameReader reader(1'000);
        QByteArrayView rest("\x00\x00\x03\xe9then much more", 18);
        QVERIFY(!reader.take(rest));
        QCOMPARE(reader.fault(), FrameFault::TooLong);
        QCOMPARE(rest.size(), 14);
        QVERIFY(!reader.take(rest));
        QCOMPARE(rest.size(), 14);
        FrameReader exact(encodeFrame(Ping()).size() - 4);
        const QByteArray ping = encodeFrame(Ping());
        QByteArrayView bytes(ping);
        QVERIFY(exact.take(bytes));
    }

    void isRefused_data();
    void isRefused();

    void aLaterProgramsGreetingIsUnderstood()
    {
        QByteArray body = encodeFrame(samples().front()).sliced(4);
        QCOMPARE(body[0], '\x8e');
        body[0] = '\x90';
        body += "\x01\x63new";
        const auto back = decodeFrame(body);
        QVERIFY(std::holds_alternative<Frame>(back));
        QCOMPARE(std::get<Hello>(std::get<Frame>(back)).who.desk, Id::named("desk"));
    }

    void aNumberThatIsNotKnownIsAFrameOfItsOwn()
    {
        const auto back = decodeFrame(QByteArray::fromHex("831903e80241ff"));
        QCOMPARE(std::get<UnknownFrame>(std::get<Frame>(back)).type, 1'000);
    }
};

void FrameTest::isRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<FrameFault>("fault");
    const auto row = [](const char *name, const QByteArray &hex, FrameFault fault) {
        QTest::newRow(name) << QByteArray::fromHex(hex) << fault;
    };
    const QByteArray id(32, '1'), other(32, '0'), hash(64, '2'), signature(128, '3');
    row("nothing", "", FrameFault::Broken);
    row("a number alone", "09", FrameFault::Unfit);
    row("an empty array", "80", FrameFault::Unfit);
    row("a text for a number", "816139", FrameFault::Unfit);
    row("number zero", "8100", FrameFault::Unfit);
    row("a negative number", "8120", FrameFault::Unfit);
    row("a map", "a10909", FrameFault::Unfit);
    row("a ping with a member", "820900", FrameFault::Unfit);
    row("a length written too long", "98010900", FrameFault::Broken);
    row("the array's length in two bytes", "980109", FrameFault::NotCanonical);
    row("the number in two bytes", "811809", FrameFault::NotCanonical);
    row("an array without length", "9f09ff", FrameFault::NotCanonical);
    row("a tag before it", "c08109", FrameFault::NotCanonical);
    row("half a number", "81f93c00", FrameFault::NotCanonical);
    row("nested too deep", QByteArray("81").repeated(9) + "00", FrameFault::Broken);
    row("an array of billions", "9b7fffffffffffffff09", FrameFault::Broken);
    row("a string of billions", "82085b7fffffffffffffff", FrameFault::Broken);
    row("parcel without its keys",
        "84020100"
        "80",
        FrameFault::Unfit);
    row("parcel number 0", "850200008080", FrameFault::Unfit);
    row("a negative rest", "850201208080", FrameFault::Unfit);
    row("an entry without bytes",
        "850201008081"
        "8240"
        "5840"
            + signature,
        FrameFault::Unfit);
    row("a short signature",
        "850201008081"
        "824165"
        "420000",
        FrameFault::Unfit);
    row("an entry of one member",
        "850201008081"
        "814165",
        FrameFault::Unfit);
    row("an entry of three",
        "850201008081"
        "834165"
        "5840"
            + signature + "00",
        FrameFault::Unfit);
    row("a key without a box",
        "8502010081"
        "8250"
            + id
            + "40"
              "80",
        FrameFault::Unfit);
    row("an owner of 15 bytes", "82068150" + id.chopped(2), FrameFault::Broken);
    row("an owner of 17 bytes", "82068151" + id + "00", FrameFault::Unfit);
    row("heads out of order",
        "83030182"
        "8350"
            + id
            + "0140"
              "8350"
            + other + "0140",
        FrameFault::Unfit);
    row("one feed twice",
        "83030182"
        "8350"
            + id
            + "0140"
              "8350"
            + id + "0240",
        FrameFault::Unfit);
    row("a head at zero",
        "83030181"
        "8350"
            + id + "0040",
        FrameFault::Unfit);
    row("a head with half a hash",
        "83030181"
        "8350"
            + id + "0150" + id,
        FrameFault::Unfit);
    row("a fork without hash", "840550" + id + "0140", FrameFault::Unfit);
    row("more owners than are asked for at once",
        "82061903e9" + QByteArray("50" + id).repeated(1'001), FrameFault::Broken);
    row("so many in their array", "82069903e9" + QByteArray("50" + id).repeated(1'001),
        FrameFault::Unfit);
    row("good-bye in bytes",
        "83080141"
        "62",
        FrameFault::Unfit);
    row("good-bye with broken letters", "83080162c328", FrameFault::NotCanonical);
    row("good-bye with a book", "830801790bb8" + QByteArray("61").repeated(3'000),
        FrameFault::Unfit);
}

void FrameTest::isRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(FrameFault, fault);
    QCOMPARE(faultOf(framed(body)), fault);
    const auto back = decodeFrame(body);
    QVERIFY(std::holds_alternative<FrameFault>(back));
}

QTEST_GUILESS_MAIN(FrameTest)
#include "frame_test.moc"
