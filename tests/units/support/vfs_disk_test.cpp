// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/vfs_disk.h"

#include <QSet>
#include <QTest>

#include <deque>

using support::DiskEvent;
using support::DiskState;
using support::FileImage;

namespace
{

const QString path = QStringLiteral("desk.db");
constexpr int seeds = 500;

// What any of the seeds leaves of the file after these events; "gone" where it is not there.
QSet<QByteArray> outcomes(const std::deque<DiskEvent> &events)
{
    DiskState state;
    for (const DiskEvent &event : events)
        state.apply(event);
    QSet<QByteArray> contents;
    for (quint32 seed = 0; seed < seeds; ++seed) {
        const auto files = state.afterPowerLoss(seed);
        contents.insert(files.contains(path) ? files.value(path).bytes() : QByteArray("gone"));
    }
    return contents;
}

DiskEvent creation(quint32 node)
{
    return {.kind = DiskEvent::Create, .node = node, .path = path};
}
DiskEvent deletion(bool syncsFolder)
{
    return {.kind = DiskEvent::Delete, .path = path, .syncsFolder = syncsFolder};
}
DiskEvent writing(quint32 node, const QByteArray &bytes, qint64 offset = 0)
{
    return {.kind = DiskEvent::Write, .node = node, .number = offset, .bytes = bytes};
}
DiskEvent cutting(quint32 node, qint64 size)
{
    return {.kind = DiskEvent::Truncate, .node = node, .number = size};
}
DiskEvent syncing(quint32 node)
{
    return {.kind = DiskEvent::Sync, .node = node, .path = path};
}

} // namespace

class VfsDiskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void imageReadsZerosWhereNothingWasWritten();
    void imageCopiesGoTheirOwnWay();
    void namesAndContentsAfterPowerLoss_data();
    void namesAndContentsAfterPowerLoss();
    void laterWritesMayOutliveEarlierOnes();
    void writesTearAnywhereAndBySector();
};

void VfsDiskTest::imageReadsZerosWhereNothingWasWritten()
{
    FileImage image;
    image.write(4090, QByteArray(20, 'a'));
    QCOMPARE(image.bytes(), QByteArray(4090, '\0') + QByteArray(20, 'a'));
    image.resize(4092);
    image.write(4094, "b");
    QCOMPARE(image.bytes(), QByteArray(4090, '\0') + QByteArray("aa\0\0b", 5));
}

void VfsDiskTest::imageCopiesGoTheirOwnWay()
{
    FileImage image;
    image.write(0, QByteArray(9000, 'a'));
    FileImage copy = image;
    copy.write(5000, "b");
    copy.resize(6000);
    QCOMPARE(image.bytes(), QByteArray(9000, 'a'));
    QCOMPARE(copy.bytes(), QByteArray(5000, 'a') + 'b' + QByteArray(999, 'a'));
}

void VfsDiskTest::namesAndContentsAfterPowerLoss_data()
{
    using Events = std::deque<DiskEvent>;
    using Contents = QSet<QByteArray>;
    QTest::addColumn<Events>("events");
    QTest::addColumn<Contents>("possible");
    QTest::newRow("created") << Events{creation(1)} << Contents{"gone", ""};
    QTest::newRow("created and synced") << Events{creation(1), syncing(1)} << Contents{""};
    QTest::newRow("written") << Events{creation(1), writing(1, "a")} << Contents{"gone", "", "a"};
    QTest::newRow("written and synced")
        << Events{creation(1), writing(1, "a"), syncing(1)} << Contents{"a"};
    QTest::newRow("written after the sync")
        << Events{creation(1), writing(1, "a"), syncing(1), writing(1, "b")} << Contents{"a", "b"};
    QTest::newRow("cut") << Events{creation(1), writing(1, "ab"), syncing(1), cutting(1, 1)}
                         << Contents{"ab", "a"};
    QTest::newRow("deleted") << Events{creation(1), writing(1, "a"), syncing(1), deletion(false)}
                             << Contents{"a", "gone"};
    QTest::newRow("deleted, folder synced")
        << Events{creation(1), writing(1, "a"), syncing(1), deletion(true)} << Contents{"gone"};
    QTest::newRow("replaced") << Events{creation(1), syncing(1), deletion(false), creation(2),
        writing(2, "b")} << Contents{"", "gone", "b"};
    QTest::newRow("replaced and synced") << Events{creation(1), syncing(1), deletion(false),
        creation(2), writing(2, "b"), syncing(2)}
                                         << Contents{"b"};
}

void VfsDiskTest::namesAndContentsAfterPowerLoss()
{
    QFETCH(std::deque<DiskEvent>, events);
    QFETCH(QSet<QByteArray>, possible);
    QCOMPARE(outcomes(events), possible);
}

void VfsDiskTest::laterWritesMayOutliveEarlierOnes()
{
    const QSet<QByteArray> possible = outcomes(
        {creation(1), writing(1, "--"), syncing(1), writing(1, "a", 0), writing(1, "b", 1)});
    QCOMPARE(possible, (QSet<QByteArray>{"--", "a-", "-b", "ab"}));
}

void VfsDiskTest::writesTearAnywhereAndBySector()
{
    const QByteArray before(2048, '-');
    const QSet<QByteArray> possible =
        outcomes({creation(1), writing(1, before), syncing(1), writing(1, QByteArray(2048, 'a'))});
    bool withinSector = false;
    bool laterSectorAlone = false;
    for (const QByteArray &content : possible) {
        const qsizetype written = content.count('a');
        const bool isPrefix = content.startsWith(QByteArray(written, 'a'));
        withinSector = withinSector || (isPrefix && written % 512 != 0);
        laterSectorAlone = laterSectorAlone || (!isPrefix && written % 512 == 0);
        QVERIFY(isPrefix || written % 512 == 0);
    }
    QVERIFY(withinSector && laterSectorAlone);
    QVERIFY(possible.contains(before));
    QVERIFY(possible.contains(QByteArray(2048, 'a')));
}

QTEST_GUILESS_MAIN(VfsDiskTest)
#include "vfs_disk_test.moc"
