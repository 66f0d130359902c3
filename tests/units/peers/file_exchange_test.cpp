// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/file_exchange.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace peers;
using domain::Refusal;

namespace
{

QByteArray hashOf(const QByteArray &bytes)
{
    record::Checksum sum;
    sum.add(bytes);
    return sum.result();
}

QByteArray bytesOf(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i * 7 + i / 251);
    return bytes;
}

/// A desk's folder with its end of the exchange of files.
class FileDesk
{
public:
    FileDesk()
        : files(folder())
    {
        QDir().mkpath(folder().files());
    }

    store::DeskFolder folder() const { return {m_folder.path()}; }
    QByteArray keep(const QByteArray &bytes) const
    {
        QFile file(folder().files() + u'/' + QString::fromLatin1(hashOf(bytes).toHex()));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("not written");
        return hashOf(bytes);
    }
    QStringList names() const { return QDir(folder().files()).entryList(QDir::Files); }
    QByteArray contentOf(const QByteArray &hash) const
    {
        QFile file(folder().files() + u'/' + QString::fromLatin1(hash.toHex()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Somebody else's questions are answered out of what `other` holds; `spoils` is what a liar does to it.
    int connectTo(FileDesk &other, std::function<void(FilePart &)> spoils = {})
    {
        const auto line = std::make_shared<int>(0);
        *line = files.open([this, &other, spoils, line](const Frame &frame) {
            const auto *asked = std::get_if<FileAsked>(&frame);
            if (!asked)
                qFatal("what nobody sends");
            ++questions;
            other.files.answer(*asked, [this, spoils, line](const Frame &answer) {
                FilePart part = std::get<FilePart>(answer);
                if (spoils)
                    spoils(part);
                // Over a line, and not in the middle of the question.
                QMetaObject::invokeMethod(
                    &files,
                    [this, part, line] { isInOrder = files.take(*line, part) && isInOrder; },
                    Qt::QueuedConnection);
            });
        });
        return *line;
    }

    struct Answer {
        bool isThere = false;
        std::optional<Refusal> refusal;
    };
    std::shared_ptr<Answer> fetch(const QByteArray &hash)
    {
        const auto answer = std::make_shared<Answer>();
        files.fetch(hash, [answer](const std::optional<Refusal> &refusal) {
            answer->isThere = true;
            answer->refusal = refusal;
        });
        return answer;
    }

private:
    QTemporaryDir m_folder;

public:
    FileExchange files;
    int questions = 0;
    bool isInOrder = true;
};

} // namespace

/// Attachments come from whoever has them, whole and true, or not at all.
class FileExchangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileComesWhole_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::newRow("a byte") << qsizetype(1);
        QTest::newRow("a piece") << qsizetype(64 << 10);
        QTest::newRow("a piece and a byte") << qsizetype((64 << 10) + 1);
        QTest::newRow("many pieces") << qsizetype(3'000'001);
    }

    void aFileComesWhole()
    {
        QFETCH(qsizetype, size);
        FileDesk one, other;
        const QByteArray hash = other.keep(bytesOf(size));
        one.connectTo(other);
        const auto answer = one.fetch(hash);
        QTRY_VERIFY(answer->isThere);
        QVERIFY(!answer->refusal);
        QCOMPARE(one.contentOf(hash), bytesOf(size));
        QVERIFY(one.isInOrder);
        QCOMPARE(one.names().size(), 1);
        // What is here is asked of nobody.
        const int asked = one.questions;
        QVERIFY(one.fetch(hash)->isThere);
        QCOMPARE(one.questions, asked);
    }

    void whoHasNothingIsPassedOver()
    {
        FileDesk one, empty, other;
        const QByteArray hash = other.keep(bytesOf(200'000));
        one.connectTo(empty);
        one.connectTo(other);
        const auto answer = one.fetch(hash), same = one.fetch(hash);
        QTRY_VERIFY(answer->isThere && same->isThere);
        QVERIFY(!answer->refusal && !same->refusal);
    }

    void whereNobodyHasItThatIsSaid()
    {
        FileDesk one, empty;
        const QByteArray hash = hashOf("nowhere");
        QTRY_VERIFY(one.fetch(hash)->isThere);
        one.connectTo(empty);
        const auto answer = one.fetch(hash);
        QTRY_VERIFY(answer->isThere);
        QVERIFY(answer->refusal);
        QVERIFY(answer->refusal->advice.contains(QStringLiteral("hub")));
        QVERIFY(one.names().isEmpty());
    }

    void aLiarsFileIsThrownAwayAndTheTrueOneFound()
    {
        FileDesk one, liar, honest;
        const QByteArray bytes = bytesOf(300'000);
        const QByteArray hash = liar.keep(bytes);
        honest.keep(bytes);
        one.connectTo(liar, [](FilePart &part) {
            if (!part.bytes.isEmpty())
                part.bytes[0] = char(part.bytes[0] ^ 1);
        });
        one.connectTo(honest);
        const auto answer = one.fetch(hash);
        QTRY_VERIFY(answer->isThere);
        QVERIFY(!answer->refusal);
        QCOMPARE(one.contentOf(hash), bytes);
        QCOMPARE(one.names().size(), 1);
    }

    void whatNoDeskSendsIsAFault_data()
    {
        QTest::addColumn<int>("lie");
        QTest::newRow("a shorter piece") << 0;
        QTest::newRow("another place") << 1;
        QTest::newRow("another size") << 2;
    }

    void whatNoDeskSendsIsAFault()
    {
        QFETCH(int, lie);
        FileDesk one, other;
        const QByteArray hash = other.keep(bytesOf(300'000));
        const auto pieces = std::make_shared<int>(0);
        one.connectTo(other, [lie, pieces](FilePart &part) {
            if (++*pieces != 2)
                return;
            if (lie == 0)
                part.bytes.chop(1);
            else if (lie == 1)
                ++part.offset;
            else
                ++part.total;
        });
        one.fetch(hash);
        QTRY_VERIFY(!one.isInOrder);
        QVERIFY(one.contentOf(hash).isEmpty());
    }

    void aSizeThatNoAttachmentHasIsNotBegun()
    {
        FileDesk one, other;
        const QByteArray hash = other.keep(bytesOf(300'000));
        one.connectTo(other, [](FilePart &part) { part.total = qint64(1) << 40; });
        const auto answer = one.fetch(hash);
        QTRY_VERIFY(answer->isThere);
        QVERIFY(answer->refusal);
        QVERIFY(one.names().isEmpty());
    }

    void aLineThatBreaksLeavesNothing()
    {
        FileDesk one, other, late;
        const QByteArray bytes = bytesOf(3'000'000);
        const QByteArray hash = other.keep(bytes);
        late.keep(bytes);
        const int line = one.connectTo(other);
        one.connectTo(late);
        const auto answer = one.fetch(hash);
        QTRY_VERIFY(one.questions > 12);
        one.files.close(line);
        QTRY_VERIFY(answer->isThere);
        QVERIFY(!answer->refusal);
        QCOMPARE(one.contentOf(hash), bytes);
    }

    void onlySoManyAreWantedAtOnce()
    {
        FileDesk one, silent;
        one.files.open([](const Frame &) {});
        for (int i = 0; i < 64; ++i)
            QVERIFY(!one.fetch(hashOf(QByteArray::number(i)))->isThere);
        QVERIFY(one.fetch(hashOf("one more"))->refusal);
    }

    void theRecentOnesComeByThemselves()
    {
        FileDesk other;
        const QByteArray hash = other.keep(bytesOf(100'000));
        QTemporaryDir place;
        const store::DeskFolder folder{place.path()};
        FileExchange files(folder, [&] { return QVector<QByteArray>{hash, hashOf("gone")}; });
        const auto line = std::make_shared<int>(0);
        *line = files.open([&files, &other, line](const Frame &frame) {
            other.files.answer(std::get<FileAsked>(frame), [&files, line](const Frame &answer) {
                QMetaObject::invokeMethod(
                    &files,
                    [&files, answer, line] { files.take(*line, std::get<FilePart>(answer)); },
                    Qt::QueuedConnection);
            });
        });
        QTRY_VERIFY(QFile::exists(folder.files() + u'/' + QString::fromLatin1(hash.toHex())));
    }

    void aDoorThatIsClosedAnswersToo()
    {
        FileDesk one;
        FileDoor door(one.files);
        door.close();
        const auto answer = door.fetch(hashOf("any"));
        QVERIFY(answer.isFinished());
        QVERIFY(answer.result().has_value());
    }
};

QTEST_GUILESS_MAIN(FileExchangeTest)
#include "file_exchange_test.moc"
