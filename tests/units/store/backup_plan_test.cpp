// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/small_desk.h"

#include "store/backup_plan.h"
#include "store/restore.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace store;
using namespace Qt::StringLiterals;

/// A desk backs itself up every day and keeps fewer the older they are.
class BackupPlanTest : public QObject
{
    Q_OBJECT

    const QTimeZone zone{"Asia/Shanghai"};

    QVector<DailyBackup> everyDay(const QString &from, int days) const
    {
        QVector<DailyBackup> backups;
        const QDate first = QDate::fromString(from, Qt::ISODate);
        for (int i = 0; i < days; ++i) {
            const QDateTime at(first.addDays(i), QTime(8, 0), zone);
            backups.append({at.date().toString(Qt::ISODate), at.toMSecsSinceEpoch()});
        }
        return backups;
    }

    QStringList staying(const QVector<DailyBackup> &backups, const BackupRule &rule = {}) const
    {
        QStringList files;
        const auto gone = expendableBackups(backups, rule, zone);
        for (const DailyBackup &backup : backups) {
            if (!gone.contains(backup))
                files << backup.file;
        }
        return files;
    }

private Q_SLOTS:
    void oneADay()
    {
        const auto backups = everyDay(u"2026-11-20"_s, 1);
        QVERIFY(isBackupDue({}, support::moment_ms(u"2026-11-20 08:00"_s), zone));
        QVERIFY(!isBackupDue(backups, support::moment_ms(u"2026-11-20 23:59"_s), zone));
        QVERIFY(isBackupDue(backups, support::moment_ms(u"2026-11-21 00:00"_s), zone));
        // One that a wrong clock dated into next year puts nothing off.
        QVERIFY(isBackupDue(
            everyDay(u"2027-11-20"_s, 1), support::moment_ms(u"2026-11-21 00:00"_s), zone));
    }

    void aYearThinsOut()
    {
        // 2025-11-21 … 2026-11-20, a Friday.
        const QStringList files = staying(everyDay(u"2025-11-21"_s, 365));
        const QStringList days{u"2026-11-14"_s, u"2026-11-15"_s, u"2026-11-16"_s, u"2026-11-17"_s,
            u"2026-11-18"_s, u"2026-11-19"_s, u"2026-11-20"_s};
        const QStringList weeks{u"2026-10-25"_s, u"2026-11-01"_s, u"2026-11-08"_s};
        const QStringList months{u"2025-12-31"_s, u"2026-01-31"_s, u"2026-02-28"_s, u"2026-03-31"_s,
            u"2026-04-30"_s, u"2026-05-31"_s, u"2026-06-30"_s, u"2026-07-31"_s, u"2026-08-31"_s,
            u"2026-09-30"_s, u"2026-10-31"_s};
        QStringList expected = months + weeks + days;
        expected.sort();
        QCOMPARE(files, expected);
    }

    void theNewestAlwaysStays()
    {
        QCOMPARE(staying(everyDay(u"2026-11-01"_s, 20), {0, 0, 0}), QStringList{u"2026-11-20"_s});
        QVERIFY(expendableBackups({}, {}, zone).isEmpty());
    }

    void theDeskIsCopiedAndOthersAreLeftAlone()
    {
        support::SmallDesk small;
        small.open({{domain::field::Kind, u"enquiry"_s}, {domain::field::Title, u"何时供暖"_s}});
        const DeskFolder folder = small.desk().folder();
        QVERIFY(QDir().mkpath(folder.backups()));
        const QStringList mine{
            folder.backups() + u"/mine.sqlite"_s, folder.backups() + u"/daily-2026.sqlite"_s};
        for (const QString &file : mine)
            QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        for (int day = 0; day < 10; ++day) {
            const auto outcome = backUpIfDue(folder, small.desk().secrets(), {2, 0, 0},
                small.clock.now_ms(), small.desk().read().zone(), small.desk().random());
            QVERIFY(std::holds_alternative<BackupDone>(outcome));
            QVERIFY(isDeskDatabase(std::get<BackupDone>(outcome).file));
            // A second one on the same day isn't due.
            const auto again = backUpIfDue(folder, small.desk().secrets(), {2, 0, 0},
                small.clock.now_ms(), small.desk().read().zone(), small.desk().random());
            QVERIFY(std::get<BackupDone>(again).file.isEmpty());
            small.clock.passMinutes(24 * 60);
        }
        QCOMPARE(findDailyBackups(folder).size(), 2);
        for (const QString &file : mine)
            QVERIFY(QFile::exists(file));
    }

    void aRefusalLeavesAllEarlierOnes()
    {
        support::SmallDesk small;
        const DeskFolder folder = small.desk().folder();
        const auto backUp = [&](const DeskFolder &of) {
            return backUpIfDue(of, small.desk().secrets(), {1, 0, 0}, small.clock.now_ms(),
                small.desk().read().zone(), small.desk().random());
        };
        QVERIFY(std::holds_alternative<BackupDone>(backUp(folder)));
        small.clock.passMinutes(24 * 60);
        QVERIFY(QFile::rename(folder.backups(), folder.path + u"/kept"_s));
        QVERIFY(QFile(folder.backups()).open(QIODevice::WriteOnly)); // a file where the folder was
        QVERIFY(std::holds_alternative<domain::Refusal>(backUp(folder)));
        QVERIFY(QFile::remove(folder.backups()));
        QVERIFY(QFile::rename(folder.path + u"/kept"_s, folder.backups()));
        QCOMPARE(findDailyBackups(folder).size(), 1);
    }
};

QTEST_GUILESS_MAIN(BackupPlanTest)
#include "backup_plan_test.moc"
