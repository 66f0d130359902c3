// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_support.h"

#include "domain/ticket_fields.h"

using namespace domain;

// Tables of tickets that come again: what is new, what has changed, what stays.
class ImportTicketsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameFileAgainChangesNothing();
    void whatIsOverKeepsItsPast();
    void changedCellCorrectsTheField();
    void whatWasReplacedHereStaysReplaced();
    void kindCannotChange();
    void replyAndStateTakeTheStepsOfTheWorkflow();
    void stateOutOfReachIsRefused();
    void sameNumberTwiceInOneFile();
    void withoutNumbersTheContentCounts();
    void sourcesAreToldApart();
    void pointsAtZeroAreNone();
    void loginIsAPersonOtherNamesAreText();
    void customersWithNumbersGetOneFile();
    void refusedRowsGoToTheRejectsAndBack();
    void rejectsThatCannotBeWrittenStopBeforeTheFirstRow();
    void dryRunWritesNothing();
    void cancelKeepsWhatWasTakenIn();
    void deskThatIsOpenElsewhereTakesTheRows();
    void deskThatIsHeldRefuses();

private:
    static Ticket find(support::SmallDesk &small, const char *id, const char *source = "t")
    {
        const auto found =
            small.read().findTicketFromSource(QString::fromUtf8(source), QString::fromUtf8(id));
        return found ? found->ticket : Ticket();
    }

    QTemporaryDir m_folder;
};

void ImportTicketsTest::sameFileAgainChangesNothing()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    QByteArray csv = "source_id,kind,title,happened_at,customer.name,customer.phone,address\n";
    for (int i = 0; i < 2500; ++i)
        csv += QStringLiteral("%1,repair,水管漏水%1,2018-03-09 10:00,王%1,130%2,幸福里%1栋\n")
                   .arg(i)
                   .arg(i, 8, 10, QLatin1Char('0'))
                   .toUtf8();
    QCOMPARE(importer.tickets(csv), "read 2500, accepted 2500, updated 0, unchanged 0, refused 0");
    const qint64 before = small.read().position();
    QCOMPARE(importer.tickets(csv), "read 2500, accepted 0, updated 0, unchanged 2500, refused 0");
    QCOMPARE(small.read().position(), before);
    QVERIFY(importer.report.rejects.isEmpty());
}

void ImportTicketsTest::whatIsOverKeepsItsPast()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    importer.tickets("source_id,kind,title,happened_at,done_at,on_time,reply\n"
                     "1,complaint,路灯不亮,2018-03-09,2018-03-12 16:30,否,已修复\n");
    const Ticket ticket = find(small, "1");
    QCOMPARE(ticket.state, QStringLiteral("closed"));
    QCOMPARE(ticket.values.number(field::HappenedAt),
        support::moment_ms(QStringLiteral("2018-03-09 00:00")));
    QCOMPARE(ticket.values.number(field::DoneAt),
        support::moment_ms(QStringLiteral("2018-03-12 16:30")));
    QCOMPARE(ticket.values.flag(field::OnTime), false);
    QCOMPARE(ticket.values.text(field::Reply), QStringLiteral("已修复"));
    QCOMPARE(
        ticket.steps.constFirst().at_ms, support::moment_ms(QStringLiteral("2018-03-09 00:00")));
    QCOMPARE(ticket.steps.constFirst().recorded_ms, small.clock.now_ms());
    QVERIFY(ticket.clocks.isEmpty());
}

void ImportTicketsTest::changedCellCorrectsTheField()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    importer.tickets("source_id,kind,title,unit\n1,repair,漏水,水暖班\n2,repair,停电,电力班\n");
    QCOMPARE(importer.tickets("source_id,kind,title,unit\n1,repair,漏水,综合班\n2,repair,停电,\n"),
        "read 2, accepted 0, updated 1, unchanged 1, refused 0");
    const Ticket ticket = find(small, "1");
    QCOMPARE(ticket.values.text(field::Unit), QStringLiteral("综合班"));
    QCOMPARE(ticket.steps.constLast().action, QStringLiteral("correct"));
    QCOMPARE(ticket.steps.constLast().before.text(field::Unit), QStringLiteral("水暖班"));
    QCOMPARE(find(small, "2").values.text(field::Unit), QStringLiteral("电力班"));
}

void ImportTicketsTest::whatWasReplacedHereStaysReplaced()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    const QByteArray csv =
        "source_id,kind,title,customer.name,address\n1,repair,漏水,王芳,幸福里1栋\n";
    importer.tickets(csv);
    const QString number = find(small, "1").values.text(field::Number);
    small.act(number, QStringLiteral("correct"),
        {{field::Title, QStringLiteral("爆管")}, {field::Address, QStringLiteral("幸福里2栋")}});
    QCOMPARE(importer.tickets(csv), "read 1, accepted 0, updated 0, unchanged 1, refused 0");
    QCOMPARE(find(small, "1").values.text(field::Title), QStringLiteral("爆管"));
}

void ImportTicketsTest::kindCannotChange()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    importer.tickets("source_id,kind,title\n1,repair,漏水\n");
    QCOMPARE(importer.tickets("source_id,kind,title\n1,complaint,漏水\n"),
        "read 1, accepted 0, updated 0, unchanged 0, refused 1");
    QVERIFY2(
        importer.rejects().contains(QStringLiteral("2,kind,")), qPrintable(importer.rejects()));
}

void ImportTicketsTest::replyAndStateTakeTheStepsOfTheWorkflow()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    importer.tickets("source_id,kind,title\n1,enquiry,几点来水\n2,enquiry,怎么缴费\n");
    QCOMPARE(importer.tickets(
                 "source_id,kind,title,reply,done_at,state\n"
                 "1,enquiry,几点来水,下午五点,2026-11-19 17:00,\n2,enquiry,怎么缴费,,,cancelled\n"),
        "read 2, accepted 0, updated 2, unchanged 0, refused 0");
    const Ticket answered = find(small, "1");
    QCOMPARE(answered.state, QStringLiteral("closed"));
    QCOMPARE(
        answered.latest(u"answer")->at_ms, support::moment_ms(QStringLiteral("2026-11-19 17:00")));
    QCOMPARE(answered.values.text(field::Reply), QStringLiteral("下午五点"));
    QCOMPARE(find(small, "2").state, QStringLiteral("cancelled"));
}

void ImportTicketsTest::stateOutOfReachIsRefused()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    importer.tickets("source_id,kind,title\n1,repair,漏水\n");
    QCOMPARE(importer.tickets("source_id,kind,title,state\n1,repair,漏水,closed\n"),
        "read 1, accepted 0, updated 0, unchanged 0, refused 1");
    QVERIFY2(
        importer.rejects().contains(QStringLiteral("2,state,")), qPrintable(importer.rejects()));
    QCOMPARE(find(small, "1").state, QStringLiteral("received"));
}

void ImportTicketsTest::sameNumberTwiceInOneFile()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    QCOMPARE(importer.tickets("source_id,kind,title\n1,repair,漏水\n1,repair,漏水\n1,repair,"
                              "停水\n2,brawl,打架\n2,brawl,打架\n"),
        "read 5, accepted 1, updated 1, unchanged 1, refused 2");
    QCOMPARE(find(small, "1").values.text(field::Title), QStringLiteral("停水"));
}

void ImportTicketsTest::withoutNumbersTheContentCounts()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    QCOMPARE(importer.tickets("kind,title,x\nrepair,漏水,1\nrepair,漏水,2\nrepair,停水,3\n"),
        "read 3, accepted 2, updated 0, unchanged 1, refused 0");
    QCOMPARE(importer.tickets("x,title,kind\n9,停水,repair\n"),
        "read 1, accepted 0, updated 0, unchanged 1, refused 0");
}

void ImportTicketsTest::sourcesAreToldApart()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    importer.mapping =
        R"({"source":"甲","fields":{"source_id":"n","title":"t","kind":{"constant":"repair"}}})";
    importer.tickets("n,t\n1,漏水\n");
    importer.mapping.replace("甲", "乙");
    QCOMPARE(
        importer.tickets("n,t\n1,漏水\n"), "read 1, accepted 1, updated 0, unchanged 0, refused 0");
    QVERIFY(find(small, "1", "甲").exists() && find(small, "1", "乙").exists());
}

void ImportTicketsTest::pointsAtZeroAreNone()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    const QByteArray csv = "source_id,kind,title,lon,lat\n1,repair,漏水,0.0,0.0\n2,repair,漏水,114."
                           "4,22.7\n3,repair,漏水,514.4,22.7\n";
    QCOMPARE(importer.tickets(csv), "read 3, accepted 2, updated 0, unchanged 0, refused 1");
    QVERIFY(!find(small, "1").values.has(field::Lon));
    QCOMPARE(find(small, "2").values[field::Lon].toDouble(), 114.4);
    QCOMPARE(importer.tickets(csv), "read 3, accepted 0, updated 0, unchanged 2, refused 1");
}

void ImportTicketsTest::loginIsAPersonOtherNamesAreText()
{
    support::SmallDesk small;
    const Id chen = small.addPerson(
        QStringLiteral("chen"), QStringLiteral("陈师傅"), QStringLiteral("technician"));
    imports::Importer importer(small.desk());
    importer.tickets("source_id,kind,title,by\n1,repair,漏水,chen\n2,repair,漏水,路人甲\n");
    QCOMPARE(find(small, "1").steps.constFirst().by, chen);
    QCOMPARE(find(small, "2").values.text(field::Handler), QStringLiteral("路人甲"));
}

void ImportTicketsTest::customersWithNumbersGetOneFile()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    const QByteArray header = "source_id,kind,title,customer.source_id,customer.name\n";
    importer.tickets(
        header + "1,repair,漏水,U7,王芳\n2,repair,停水,U7,王芳\n3,repair,停电,U8,王芳\n");
    QCOMPARE(small.read().countRows(Register::Customer), 2);
    importer.tickets(header + "4,repair,没气,U8,王芳\n");
    QCOMPARE(small.read().countRows(Register::Customer), 2);
    QCOMPARE(find(small, "4").values[field::Customer], find(small, "3").values[field::Customer]);
}

void ImportTicketsTest::refusedRowsGoToTheRejectsAndBack()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    const QByteArray nul("3,repair,a\0b,2018-03-09,\n", 25);
    QCOMPARE(importer.tickets("source_id,kind,title,happened_at,line\n1,repair,漏水,2018-02-30,"
                              "water\n\"2\",repair,\"多\n行\",2018-03-09,gas\n"
                 + nul
                 + "4,repair,停电,2090-01-01,power\n5,,无,2018-03-09,gas\n6,repair,漏气,2018-03-09,"
                   "gas,surplus\n"),
        "read 6, accepted 1, updated 0, unchanged 0, refused 5");
    const auto rejects = tables::readAll(importer.report.rejects);
    QCOMPARE(rejects.columns,
        QStringList(
            {"line", "field", "reason", "source_id", "kind", "title", "happened_at", "line (2)"}));
    QStringList lines, fields;
    for (const QStringList &row : rejects.rows) {
        lines << row[0];
        fields << row[1];
    }
    QCOMPARE(lines, QStringList({"2", "5", "6", "7", "8"}));
    QCOMPARE(fields, QStringList({"happened_at", "title", "happened_at", "kind", ""}));

    QFile mended(importer.report.rejects);
    QVERIFY(mended.open(QIODevice::ReadOnly));
    const QByteArray text = mended.readAll()
                                .replace("2018-02-30", "2018-02-28")

                                .replace(QByteArray("\0", 1), "")
                                .replace("2090", "2018")
                                .replace("5,,", "5,repair,");
    QCOMPARE(importer.tickets(text), "read 5, accepted 5, updated 0, unchanged 0, refused 0");
    QCOMPARE(find(small, "1").values.text(field::Line), QStringLiteral("water"));
}

void ImportTicketsTest::rejectsThatCannotBeWrittenStopBeforeTheFirstRow()
{
    support::SmallDesk small;
    auto opened = exchange::openTable(
        tables::written(m_folder, QStringLiteral("a.csv"), "kind,title\nrepair,漏水\n"));
    auto &table = *std::get<std::unique_ptr<exchange::TableReader>>(opened);
    const auto done = exchange::importTickets(small.desk(), table,
        exchange::guessMapping(exchange::Targets::ofTickets(), table.columns(), {}),
        {.rejects = QStringLiteral("/nowhere/rejects.csv"), .alwaysWriteRejects = true});
    const auto &report = std::get<exchange::ImportReport>(done);
    QVERIFY(report.fileFailure);
    QCOMPARE(report.counts.read, 0);
    QCOMPARE(small.read().countTickets({}), 0);
}

void ImportTicketsTest::dryRunWritesNothing()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    importer.tickets("source_id,kind,title\n1,enquiry,几点来水\n");
    const qint64 before = small.read().position();
    importer.options.dryRun = true;
    QCOMPARE(importer.tickets("source_id,kind,title,state,reply\n1,enquiry,几点来水,closed,五点\n2,"
                              "repair,漏水,,\n2,repair,漏水,,\n3,,漏水,,\n"),
        "read 4, accepted 1, updated 1, unchanged 1, refused 1");
    QCOMPARE(small.read().position(), before);
}

void ImportTicketsTest::cancelKeepsWhatWasTakenIn()
{
    support::SmallDesk small;
    imports::Importer importer(small.desk());
    QByteArray csv = "source_id,kind,title\n";
    for (int i = 0; i < 9000; ++i)
        csv += QByteArray::number(i) + ",repair,x\n";
    std::atomic<bool> cancel = false;
    importer.options.cancel = &cancel;
    importer.options.progress = [&cancel](const exchange::ImportProgress &progress) {
        cancel = progress.counts.accepted >= 2000;
    };
    importer.tickets(csv);
    const qint64 accepted = importer.report.counts.accepted;
    QVERIFY(importer.report.cancelled);
    QVERIFY2(accepted >= 2000 && accepted < 9000, imports::summary(importer.report.counts));
    QCOMPARE(accepted, importer.report.counts.read);
    QCOMPARE(small.read().countTickets({}), accepted);

    importer.options = {};
    importer.tickets(csv);
    QCOMPARE(importer.report.counts.unchanged, accepted);
    QCOMPARE(small.read().countTickets({}), 9000);
}

void ImportTicketsTest::deskThatIsOpenElsewhereTakesTheRows()
{
    support::SmallDesk small;
    support::SeededRandom random(5);
    auto opening = Desk::open(small.folder(), small.clock, random);
    Desk &beside = *std::get<std::unique_ptr<Desk>>(opening);
    support::signIn(beside, QStringLiteral("wang"));
    imports::Importer importer(beside);
    QVERIFY(!small.desk().startWriting());
    importer.tickets("source_id,kind,title\n1,repair,漏水\n");
    QVERIFY(!importer.report.failure);
    QCOMPARE(importer.report.counts.accepted, 1);
    QCOMPARE(small.read().countTickets({}), 1);
}

void ImportTicketsTest::deskThatIsHeldRefuses()
{
    support::SmallDesk small;
    small.close();
    // By one that can't be talked to.
    QLockFile held(store::DeskFolder{small.folder()}.lock());
    held.setStaleLockTime(0);
    QVERIFY(held.tryLock());
    support::SeededRandom random(5);
    auto opening = Desk::open(small.folder(), small.clock, random);
    imports::Importer importer(*std::get<std::unique_ptr<Desk>>(opening));
    importer.tickets("source_id,kind,title\n1,repair,漏水\n");
    QVERIFY(importer.report.failure);
    QCOMPARE(importer.report.counts.accepted, 0);
    QCOMPARE(importer.report.counts.refused, 0);
}

QTEST_GUILESS_MAIN(ImportTicketsTest)
#include "import_tickets_test.moc"
