// SPDX-License-Identifier: GPL-3.0-or-later
#include "new_desk_support.h"

#include "peers/snapshot_intake.h"
#include "store/snapshot.h"

#include <QTest>

using namespace support;
using namespace peers;
using State = SnapshotIntake::State;

namespace
{

/// Somebody who hands over a file in pieces, and lies as a test wants it.
class Giver
{
public:
    explicit Giver(LetIn &letIn, qint64 padding = 0)
    {
        const QString file = letIn.path(QStringLiteral("given.sqlite"));
        const auto made = store::makeSnapshot(letIn.host.desk().folder(), file);
        checksum = std::get<store::SnapshotMade>(made).checksum;
        QFile opened(file);
        if (!opened.open(QIODevice::ReadOnly))
            qFatal("no snapshot");
        bytes = opened.readAll() + QByteArray(padding, '\0');
        if (padding)
            vouch();
    }

    void vouch()
    {
        record::Checksum sum;
        sum.add(bytes);
        checksum = sum.result();
    }
    SnapshotPart part(qint64 offset) const
    {
        return {checksum, offset, bytes.size(), bytes.mid(offset, pieceBytes)};
    }

    QByteArray bytes, checksum;
};

/// A new desk that asks, and what it asked.
class Asker
{
public:
    explicit Asker(LetIn &letIn)
        : intake(letIn.folder(), letIn.pin, [this](const SnapshotAsked &one) { asked.append(one); })
    {
        intake.start();
    }

    /// Answers so many questions; false when an answer was taken for what nobody sends.
    bool answer(const Giver &giver, int pieces = 1'000)
    {
        while (!asked.isEmpty() && pieces-- > 0 && intake.state() == State::Coming) {
            const SnapshotAsked one = asked.takeFirst();
            const bool isKnown = one.checksum.isEmpty() || one.checksum == giver.checksum;
            if (!intake.take(giver.part(isKnown ? one.offset : 0)))
                return false;
        }
        if (intake.isWhole())
            intake.finish();
        return true;
    }

    QVector<SnapshotAsked> asked;
    SnapshotIntake intake;
};

bool isClean(const LetIn &letIn)
{
    return !QFileInfo::exists(store::JoiningFolder(letIn.folder()).path());
}

qint64 entriesIn(const LetIn &letIn)
{
    store::Database database(letIn.folder().database(), store::Database::Access::ReadOnly);
    return database.value("SELECT count(*) FROM entries").toLongLong();
}

} // namespace

/// A new desk takes a snapshot in, from friends, over bad lines, and from somebody who lies.
class SnapshotIntakeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsGivenIsInPlace()
    {
        LetIn letIn;
        const Giver giver(letIn);
        Asker asker(letIn);
        QVERIFY(asker.answer(giver));
        QVERIFY2(asker.intake.state() == State::InPlace, qPrintable(asker.intake.why()));
        QCOMPARE(LetIn::digestOf(letIn.folder()), letIn.digestOfHost());
        QVERIFY(isClean(letIn));
    }

    /// However large it is, no more is asked for than a few pieces, and what comes goes to the disk.
    void fewPiecesAreOnTheirWay()
    {
        LetIn letIn;
        const Giver giver(letIn, 20 * pieceBytes);
        Asker asker(letIn);
        for (int piece = 0; piece < 12; ++piece) {
            QVERIFY(asker.answer(giver, 1));
            QVERIFY(asker.asked.size() <= 6);
        }
        const QString part = store::JoiningFolder(letIn.folder()).part(giver.checksum);
        QCOMPARE(QFileInfo(part).permissions() & (QFile::ReadGroup | QFile::ReadOther), 0);
        QVERIFY(QFileInfo(part).size() >= 11 * pieceBytes);
    }

    void aBrokenLineGoesOnWhereItWas()
    {
        LetIn letIn;
        const Giver giver(letIn, 9 * pieceBytes);
        {
            Asker asker(letIn);
            QVERIFY(asker.answer(giver, 5));
        }
        Asker again(letIn);
        QCOMPARE(again.asked.constFirst().checksum, giver.checksum);
        QVERIFY(again.asked.constFirst().offset >= 4 * pieceBytes);
        QVERIFY(again.answer(giver));
        // The padding makes it no worse a database for SQLite.
        QVERIFY(again.intake.state() == State::InPlace || again.intake.state() == State::Refused);
    }

    void anotherSnapshotBeginsAgain()
    {
        LetIn letIn;
        {
            const Giver giver(letIn, 9 * pieceBytes);
            Asker asker(letIn);
            QVERIFY(asker.answer(giver, 5));
        }
        letIn.host.addGrid(QStringLiteral("G2"), QStringLiteral("二号网格"));
        const Giver other(letIn);
        Asker again(letIn);
        QVERIFY(again.asked.constFirst().offset > 0);
        QVERIFY(again.answer(other));
        QCOMPARE(again.intake.state(), State::InPlace);
        QCOMPARE(LetIn::digestOf(letIn.folder()), letIn.digestOfHost());
    }

    void whoHasNoneSaysSo()
    {
        LetIn letIn;
        Asker asker(letIn);
        QVERIFY(asker.intake.take({QByteArray(hashBytes, '\0'), 0, 0, {}}));
        QCOMPARE(asker.intake.state(), State::NotGiven);
        QVERIFY(isClean(letIn));
    }

    void flippedBytesCostTimeAlone()
    {
        LetIn letIn;
        Giver giver(letIn);
        giver.bytes[giver.bytes.size() / 2] = char(giver.bytes[giver.bytes.size() / 2] ^ 1);
        Asker asker(letIn);
        QVERIFY(asker.answer(giver));
        QCOMPARE(asker.intake.state(), State::Refused);
        QVERIFY(isClean(letIn));
        QCOMPARE(entriesIn(letIn), 0);
    }

    void anotherCompanysIsRefused()
    {
        LetIn letIn, other(QStringLiteral("2026-11-21 09:00"));
        const Giver giver(other);
        Asker asker(letIn);
        QVERIFY(asker.answer(giver));
        QCOMPARE(asker.intake.state(), State::Refused);
        QVERIFY(isClean(letIn));
        QCOMPARE(entriesIn(letIn), 0);
    }

    void aLiarIsHeardNoFurther_data()
    {
        QTest::addColumn<int>("lie");
        QTest::newRow("a shorter piece") << 0;
        QTest::newRow("a longer piece") << 1;
        QTest::newRow("from another place") << 2;
        QTest::newRow("another whole in the middle") << 3;
        QTest::newRow("a whole that grows") << 4;
        QTest::newRow("the same piece again") << 5;
        QTest::newRow("an empty piece") << 6;
    }

    void aLiarIsHeardNoFurther()
    {
        QFETCH(int, lie);
        LetIn letIn;
        const Giver giver(letIn, 9 * pieceBytes);
        Asker asker(letIn);
        QVERIFY(asker.answer(giver, 3));
        SnapshotPart part = giver.part(asker.intake.received());
        switch (lie) {
        case 0:
            part.bytes.chop(1);
            break;
        case 1:
            part.bytes += 'x';
            break;
        case 2:
            part.offset += pieceBytes;
            break;
        case 3:
            part.checksum = QByteArray(hashBytes, 'x');
            break;
        case 4:
            part.total += pieceBytes;
            break;
        case 5:
            part = giver.part(0);
            break;
        default:
            part.bytes.clear();
        }
        QVERIFY(!asker.intake.take(part));
        QCOMPARE(entriesIn(letIn), 0);
    }

    /// Neither a disk full of it nor years of it.
    void anEndlessOneIsNotBegun()
    {
        LetIn letIn;
        const Giver giver(letIn);
        Asker asker(letIn);
        SnapshotPart part = giver.part(0);
        part.total = maximumNumber;
        QVERIFY(asker.intake.take(part));
        QCOMPARE(asker.intake.state(), State::Failed);
        QVERIFY(isClean(letIn));
    }

    void whatWasNotAskedForIsNotTaken()
    {
        LetIn letIn;
        const Giver giver(letIn, 9 * pieceBytes);
        Asker asker(letIn);
        QVERIFY(asker.intake.take(giver.part(0)));
        for (qint64 piece = 1; piece <= 6; ++piece)
            QVERIFY(asker.intake.take(giver.part(piece * pieceBytes)));
        // Each answer asks for the next, so this goes on; but nothing beyond its end.
        while (!asker.intake.isWhole())
            QVERIFY(asker.intake.take(giver.part(asker.intake.received())));
        QVERIFY(!asker.intake.take(giver.part(0)));
    }
};

QTEST_GUILESS_MAIN(SnapshotIntakeTest)
#include "snapshot_intake_test.moc"
