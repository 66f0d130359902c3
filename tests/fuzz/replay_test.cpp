// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/targets.h"

#include <QDir>
#include <QTest>

// What fuzzing has kept, thrown once more at the same functions; a finding becomes a file in the corpus, and so stays found.
class ReplayTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data()
    {
        QTest::addColumn<int>("target");
        for (int i = 0; i < int(std::size(fuzz::targets)); ++i)
            QTest::newRow(fuzz::targets[i].name) << i;
    }

    void holds()
    {
        QFETCH(int, target);
        const fuzz::Target &one = fuzz::targets[target];
        const QList<QByteArray> seeds = one.seeds();
        for (const QByteArray &seed : seeds)
            one.run(seed);
        // With this set the seeds are written where libFuzzer is to begin.
        const QString out = qEnvironmentVariable("GRIDDESK_FUZZ_SEEDS");
        for (qsizetype i = 0; i < seeds.size() && !out.isEmpty(); ++i)
            write(QDir(out).filePath(QLatin1StringView(one.name)), i, seeds[i]);

        const QDir folder(QStringLiteral(GRIDDESK_SOURCE_DIR "/tests/fuzz/corpus/")
            + QLatin1StringView(one.name));
        const auto files = folder.entryInfoList(QDir::Files, QDir::Name);
        QVERIFY(!files.isEmpty());
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            one.run(file.readAll());
        }
    }

private:
    static void write(const QString &folder, qsizetype number, const QByteArray &bytes)
    {
        QVERIFY(QDir().mkpath(folder));
        QFile file(QDir(folder).filePath(QStringLiteral("seed-%1").arg(number)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
};

QTEST_GUILESS_MAIN(ReplayTest)
#include "replay_test.moc"
