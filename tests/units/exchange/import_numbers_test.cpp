// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_support.h"

#include "domain/ticket_fields.h"

using namespace domain;

// Old tickets whose texts hold phone and identity numbers: noticed, and on request kept sealed.
class ImportNumbersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreNoticed();
    void theyAreSealed();
    void sealedOnesAreNotBroughtBack();
    void plainOnesAreSealedLater();
    void otherNumbersAreNone();

private:
    static Ticket find(support::SmallDesk &small, const char *id)
    {
        const auto found =
            small.read().findTicketFromSource(QStringLiteral("t"), QString::fromUtf8(id));
        return found ? found->ticket : Ticket();
    }
    // What the ticket's steps keep sealed, opened.
    static QStringList notesOf(support::SmallDesk &small, const Ticket &ticket)
    {
        QStringList notes;
        for (const Step &step : ticket.steps) {
            if (step.values.has(field::PrivateNote))
                notes << small.read().open(field::PrivateNote, step.values[field::PrivateNote]);
        }
        return notes;
    }
};

namespace
{

const QByteArray csv = "编号,性质,标题,内容,答复\n"
                       "1,报修,请回电13800138000,身份证110105 19491231 002X，电话 139-0013-9000,\n"
                       "2,投诉,噪声,无,已电话答复13700137000\n"
                       "3,咨询,停水几天,无,\n";

} // namespace

void ImportNumbersTest::theyAreNoticed()
{
    support::SmallDesk small;
    QTemporaryDir folder;
    imports::Importer importer(small.desk());
    importer.options.notices = folder.filePath(QStringLiteral("noticed.csv"));
    QCOMPARE(importer.tickets(csv), "read 3, accepted 3, updated 0, unchanged 0, refused 0");
    QCOMPARE(importer.report.counts.noticed, 2);
    QFile list(importer.report.notices);
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QString rows = QString::fromUtf8(list.readAll());
    QVERIFY2(rows.contains(QStringLiteral("2,title,138****8000")), qPrintable(rows));
    QVERIFY2(rows.contains(QStringLiteral("3,reply,137****7000")), qPrintable(rows));
    QVERIFY(!rows.contains(QStringLiteral("13800138000")));
    QCOMPARE(find(small, "1").values.text(field::Title), QStringLiteral("请回电13800138000"));
}

void ImportNumbersTest::theyAreSealed()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    importer.options.sealNumbers = true;
    QCOMPARE(importer.tickets(csv), "read 3, accepted 3, updated 0, unchanged 0, refused 0");
    const Ticket ticket = find(small, "1");
    QCOMPARE(ticket.values.text(field::Title), QStringLiteral("请回电138****8000"));
    QCOMPARE(ticket.values.text(field::Description),
        QStringLiteral("身份证110105********002X，电话 139******9000"));
    QCOMPARE(notesOf(small, ticket),
        QStringList{QStringLiteral("13800138000 110105 19491231 002X 139-0013-9000")});
    QVERIFY(notesOf(small, find(small, "3")).isEmpty());
    // No plain text of them lies on the disk.
    QFile database(small.desk().folder().database());
    QVERIFY(database.open(QIODevice::ReadOnly));
    QVERIFY(!database.readAll().contains("13800138000"));
    const qint64 before = small.read().position();
    QCOMPARE(importer.tickets(csv), "read 3, accepted 0, updated 0, unchanged 3, refused 0");
    QCOMPARE(small.read().position(), before);
}

void ImportNumbersTest::sealedOnesAreNotBroughtBack()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    importer.options.sealNumbers = true;
    importer.tickets(csv);
    importer.options.sealNumbers = false;
    QCOMPARE(importer.tickets(csv), "read 3, accepted 0, updated 0, unchanged 3, refused 0");
    QCOMPARE(find(small, "1").values.text(field::Title), QStringLiteral("请回电138****8000"));
    // Another word beside the number is news.
    QCOMPARE(importer.tickets(QByteArray(csv).replace("请回电", "请尽快回电")),
        "read 3, accepted 0, updated 1, unchanged 2, refused 0");
}

void ImportNumbersTest::plainOnesAreSealedLater()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    importer.tickets(csv);
    importer.options.sealNumbers = true;
    QCOMPARE(importer.tickets(csv), "read 3, accepted 0, updated 2, unchanged 1, refused 0");
    const Ticket ticket = find(small, "1");
    QCOMPARE(ticket.values.text(field::Title), QStringLiteral("请回电138****8000"));
    QVERIFY(notesOf(small, ticket).join(u' ').contains(QStringLiteral("13800138000")));
    QCOMPARE(importer.tickets(csv), "read 3, accepted 0, updated 0, unchanged 3, refused 0");
}

void ImportNumbersTest::otherNumbersAreNone()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    QCOMPARE(
        importer.tickets("编号,性质,标题\n110105194912310020,报修,电表 1380013800012345 走快\n"),
        "read 1, accepted 1, updated 0, unchanged 0, refused 0");
    QCOMPARE(importer.report.counts.noticed, 0);
}

QTEST_GUILESS_MAIN(ImportNumbersTest)
#include "import_numbers_test.moc"
