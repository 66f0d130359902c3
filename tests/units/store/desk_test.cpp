// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/small_desk.h"

#include "store/check.h"
#include "store/schema.h"
#include "store/upkeep.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace domain;

/// A desk as a whole: what it keeps, what it hides, whom it lets in.
class DeskTest : public QObject
{
    Q_OBJECT

    static OpenTicket leak(Desk &desk, const QString &name = u"欧阳锋"_qs)
    {
        OpenTicket command{.ticket = desk.freshId()};
        command.values = {{field::Kind, u"repair"_qs}, {field::Title, u"厨房漏水"_qs},
            {field::Address, u"桃花岛路9号"_qs}};
        command.customer.fresh = desk.freshId();
        command.customer.name = name;
        command.customer.phone = u"13900001234"_qs;
        command.customer.idNumber = u"11010519491231002X"_qs;
        return command;
    }

    static store::Digest digest(Desk &desk) { return store::findDigest(desk.read().database()); }

    static Refusal refusalOf(Desk::Opening opening)
    {
        const auto *refusal = std::get_if<Refusal>(&opening);
        return refusal ? *refusal : Refusal();
    }

private Q_SLOTS:
    void announcesWhatAnActionTouched()
    {
        support::SmallDesk small;
        QSignalSpy spy(&small.desk(), &Desk::committed);
        const store::Accepted accepted = small.submit(leak(small.desk()));
        const auto last = [&spy] {
            return spy.isEmpty() ? store::Committed()
                                 : spy.constLast()[0].value<store::Committed>();
        };
        QTRY_COMPARE(last().position, accepted.position);
        const store::Committed committed = last();
        QCOMPARE(committed.touched.size(), 2);
        QCOMPARE(committed.touched[1],
            (store::Touched{store::Touched::Ticket, accepted.number, 0, true}));
    }

    void nobodyElseReadsItsFiles()
    {
        support::SmallDesk small;
        small.submit(leak(small.desk()));
        const QString backup = small.desk().folder().path + u"/copy.sqlite"_qs;
        const auto failed =
            small.desk()
                .maintain([&backup](store::Database &database) { store::backUp(database, backup); })
                .result();
        QVERIFY(!failed);
        QDirIterator each(small.desk().folder().path, QDir::Files, QDirIterator::Subdirectories);
        int files = 0;
        while (each.hasNext()) {
            const QFileInfo file(each.next());
            if (file.fileName() == u"desk.lock")
                continue;
            ++files;
            const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
                | QFileDevice::ReadOther | QFileDevice::WriteOther;
            QVERIFY2(!(file.permissions() & others), qPrintable(file.filePath()));
        }
        QVERIFY(files >= 4); // database, log, secrets, backup
    }

    void aRefusalAnnouncesNothingAndChangesNothing()
    {
        support::SmallDesk small;
        QSignalSpy spy(&small.desk(), &Desk::committed);
        const store::Digest before = digest(small.desk());
        const store::Verdict verdict =
            small.desk().submit(OpenTicket{.ticket = small.desk().freshId()}).result();
        QVERIFY(store::refused(verdict));
        QCOMPARE(digest(small.desk()).record, before.record);
        QCOMPARE(digest(small.desk()).projection, before.projection);
        // Behind the refused one comes an accepted one: whatever was announced has arrived by then.
        const qint64 position = small.submit(leak(small.desk())).position;
        QTRY_COMPARE(
            spy.isEmpty() ? 0 : spy.constLast()[0].value<store::Committed>().position, position);
        QCOMPARE(spy.count(), 2); // the founding and this one
    }

    void nothingPersonalReachesTheDiskInPlain()
    {
        support::SmallDesk small;
        const store::Accepted accepted = small.submit(leak(small.desk()));
        small.submit(ActOnTicket{accepted.subject, u"contact"_qs,
            {{field::Remark, u"已联系"_qs}, {field::ContactPhone, u"13900005678"_qs}}});
        const QByteArrayList secrets{u"欧阳锋"_qs.toUtf8(), "13900001234", "13900005678",
            "11010519491231002X", u"桃花岛路"_qs.toUtf8()};
        int files = 0;
        for (QDirIterator each(small.folder(), QDir::Files, QDirIterator::Subdirectories);
             each.hasNext(); ++files) {
            QFile file(each.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            for (const QByteArray &secret : secrets) {
                QVERIFY2(!content.contains(secret),
                    (file.fileName().toUtf8() + ": " + secret).constData());
                QString utf16 = QString::fromUtf8(secret);
                QVERIFY(!content.contains(
                    QByteArray(reinterpret_cast<const char *>(utf16.utf16()), utf16.size() * 2)));
            }
        }
        QVERIFY(files >= 3);
        const auto ticket = small.read().findTicket(accepted.number);
        QCOMPARE(small.read().open(field::Address, ticket->ticket.values[field::Address]),
            u"桃花岛路9号"_qs);
    }

    void theSameCallerKeepsOneFile()
    {
        support::SmallDesk small;
        small.submit(leak(small.desk()));
        small.submit(leak(small.desk()));
        small.submit(leak(small.desk(), u"黄蓉"_qs));
        QCOMPARE(small.read().countRows(Register::Customer), 2);
    }

    void foldedAnewItIsTheSame()
    {
        support::SmallDesk small;
        const store::Accepted accepted = small.submit(leak(small.desk()));
        for (const char *action : {"accept", "check", "dispatch", "arrive"})
            small.submit(ActOnTicket{accepted.subject, QString::fromLatin1(action)});
        const store::Digest before = digest(small.desk());
        const auto refusal =
            small.desk()
                .maintain([](store::Database &database) { store::rebuild(database); })
                .result();
        QVERIFY(!refusal);
        QCOMPARE(digest(small.desk()).projection, before.projection);
        QCOMPARE(small.read().countTickets({.text = u"漏水"_qs}), 1);
        QVERIFY(!store::findDamage(small.desk().folder(), small.desk().secrets()));
    }

    void numbersCountByDayAndGoOnAfterReopening()
    {
        support::SmallDesk small(u"2026-11-20 23:59"_qs);
        QCOMPARE(small.submit(leak(small.desk())).ticket.values.text(field::Number),
            u"03A-261120-001"_qs);
        small.clock.passMinutes(1);
        QCOMPARE(small.submit(leak(small.desk())).ticket.values.text(field::Number),
            u"03A-261121-001"_qs);
        small.reopen();
        QCOMPARE(small.submit(leak(small.desk())).ticket.values.text(field::Number),
            u"03A-261121-002"_qs);
    }

    void oneProcessWritesTheOthersReadAndAsk()
    {
        support::SmallDesk small;
        small.submit(leak(small.desk()));
        support::SeededRandom random(2);
        Desk::Opening opening = Desk::open(small.folder(), small.clock, random);
        Desk &second = *std::get<std::unique_ptr<Desk>>(opening);
        QCOMPARE(second.read().countTickets({}), 1);
        const auto refusal = second.startWriting();
        QVERIFY(refusal);
        QCOMPARE(refusal->kind, Refusal::Device);
        QVERIFY(refusal->what.contains(QString::number(QCoreApplication::applicationPid())));
        support::signIn(second, u"wang"_qs);
        QVERIFY(store::accepted(second.submit(leak(second)).result()));
        QCOMPARE(small.read().countTickets({}), 2);
    }

    void whatIsNoDeskIsRefusedInWords()
    {
        support::SeededRandom random;
        support::FakeClock clock;
        QTemporaryDir dir;
        QVERIFY(refusalOf(Desk::open(dir.path(), clock, random)).what.contains(dir.path()));
        support::SmallDesk small;
        QVERIFY(!refusalOf(
            Desk::found(small.folder(), {.company = u"a"_qs, .login = u"b"_qs}, clock, random))
                     .what.isEmpty());
        QVERIFY(!refusalOf(
            Desk::found(dir.path(), {.company = u""_qs, .login = u"b"_qs}, clock, random))
                     .what.isEmpty());
        QVERIFY2(QDir(dir.path()).isEmpty(QDir::Files | QDir::NoDotAndDotDot | QDir::Hidden)
                || !QFile::exists(dir.filePath(u"desk.sqlite"_qs)),
            "a founding that was refused leaves no desk");
    }

    void aFolderOfANewerVersionIsLeftAlone()
    {
        support::SmallDesk small;
        small.close();
        {
            store::Database database(
                small.folder() + u"/desk.sqlite"_qs, store::Database::Access::ReadWrite);
            database.run("PRAGMA user_version=" + QByteArray::number(store::recordVersion() + 1));
        }
        support::SeededRandom random;
        const Refusal refusal = refusalOf(Desk::open(small.folder(), small.clock, random));
        QCOMPARE(refusal.kind, Refusal::Device);
        QVERIFY(!refusal.advice.isEmpty());
    }

    void olderProjectionsAreFoldedAnewAfterABackup()
    {
        support::SmallDesk small;
        small.submit(leak(small.desk()));
        const QByteArray before = digest(small.desk()).projection;
        small.close();
        {
            store::Database database(
                small.folder() + u"/desk.sqlite"_qs, store::Database::Access::ReadWrite);
            database.run(
                "UPDATE local SET value=0 WHERE key='projection_version'; DROP TABLE steps");
        }
        small.reopen();
        QCOMPARE(digest(small.desk()).projection, before);
        QCOMPARE(QDir(small.folder() + u"/backups"_qs).entryList(QDir::Files).size(), 1);
    }

    void damagedSecretsAreNoticed()
    {
        support::SmallDesk small;
        small.close();
        QFile file(small.folder() + u"/desk.secrets"_qs);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 4);
        file.seek(0);
        file.write(bytes);
        file.close();
        support::SeededRandom random;
        QVERIFY(refusalOf(Desk::open(small.folder(), small.clock, random))
                    .what.contains(u"desk.secrets"));
    }
};

QTEST_GUILESS_MAIN(DeskTest)
#include "desk_test.moc"
