// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/small_desk.h"
#include "table_support.h"

#include "exchange/drop_folder.h"
#include "exchange/online_book.h"
#include "exchange/online_folder.h"

#include <QDir>

using namespace exchange;
using support::SmallDesk;

// Files that are laid into a folder: taken in once, put away, and nothing else is touched.
class DropFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void filesAreTakenInOnceAndPutAway();
    void tablesNeedAMapping();
    void whatIsNotFinishedStays();
    void linksAreNotFollowed();
    void theSameAgainChangesNothing();
    void foldersThatAreNone();
    void aDesksFolderIsLeftAlone();
    void homeAndRootAreNone();
    void whatHoldsOtherThingsIsRefused_data();
    void whatHoldsOtherThingsIsRefused();
    void twoOfOneSourceAreRefused();
    void oneRemovedMeanwhileKeepsNoState();
    void aFolderOfTheDeskIsEmptiedInSomebodysName();

private:
    void write(const QString &name, const QByteArray &content) const
    {
        QVERIFY(!tables::written(*m_folder, name, content).isEmpty());
    }
    QList<DroppedFile> empty(SmallDesk &small, DropOptions options = {.age_ms = 0})
    {
        QList<DroppedFile> files;
        const auto failure = DropFolder(small.desk(), m_folder->path(), options)
                                 .empty(QDateTime::currentMSecsSinceEpoch() + 1000,
                                     [&files](const DroppedFile &file) { files.append(file); });
        m_failure = failure ? failure->text() : QString();
        return files;
    }
    QStringList in(const QString &folder) const
    {
        return QDir(m_folder->filePath(folder)).entryList(QDir::Files, QDir::Name);
    }
    QByteArray content(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_failure;
};

void DropFolderTest::filesAreTakenInOnceAndPutAway()
{
    SmallDesk small;
    write("a.json", R"([{"service_request_id": 1, "service_name": "漏水"}, {"status": "open"}])");
    write("b.xml",
        "<service_requests><request><service_request_id>2</service_request_id>"
        "</request></service_requests>");
    write("c.json", R"([{"service_request_id": )");
    write("d.xml", "<!DOCTYPE a><service_requests/>");
    const auto files = empty(small);
    QCOMPARE(m_failure, "");
    QCOMPARE(files.size(), 4);
    QCOMPARE(small.read().countTickets({}), 2);
    QCOMPARE(in("done"), QStringList({"a.json", "a.json.reason.txt", "b.xml"}));
    QCOMPARE(
        in("refused"), QStringList({"c.json", "c.json.reason.txt", "d.xml", "d.xml.reason.txt"}));
    QVERIFY(content("done/a.json.reason.txt").contains("neither a number nor a token"));
    QVERIFY(content("refused/d.xml.reason.txt").contains("document type"));
    QVERIFY(in(".").isEmpty());
    QVERIFY(empty(small).isEmpty());
}

void DropFolderTest::tablesNeedAMapping()
{
    SmallDesk small;
    const QByteArray mapping =
        R"({"source": "街道", "fields": {"source_id": "编号", "title": "事项",
            "kind": {"constant": "repair"}, "channel": {"constant": "online"}}})";
    write("a.csv", "编号,事项\n1,漏水\n2,停电\n");
    write("a.mapping.json", mapping);
    write("b.csv", "编号,事项\n3,漏水\n");
    empty(small);
    QCOMPARE(small.read().countTickets({}), 2);
    QVERIFY(small.read().findTicketFromSource("街道", "2"));
    QCOMPARE(in("done"), QStringList{"a.csv"});
    QCOMPARE(in("refused"), QStringList({"b.csv", "b.csv.reason.txt"}));
    QCOMPARE(in("."), QStringList{"a.mapping.json"});
    write("mapping.json", mapping);
    write("b.csv", "编号,事项\n3,漏水\n");
    write("c.csv", "编号,名目\n4,漏水\n");
    empty(small);
    QCOMPARE(small.read().countTickets({}), 3);
    QVERIFY(content("refused/c.csv.reason.txt").contains("事项"));
}

void DropFolderTest::whatIsNotFinishedStays()
{
    SmallDesk small;
    for (const char *name : {"a.json.part", ".a.json", "~$a.xlsx", "a.tmp", "young.json"})
        write(QString::fromLatin1(name), R"([{"service_request_id": 1}])");
    QVERIFY(empty(small, {.age_ms = 60'000}).isEmpty());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 5);
    QCOMPARE(empty(small).size(), 1);
    QCOMPARE(in("done"), QStringList{"young.json"});
}

void DropFolderTest::linksAreNotFollowed()
{
    SmallDesk small;
    const QTemporaryDir elsewhere;
    const QString outside = tables::written(elsewhere, "a.json", R"([{"service_request_id": 1}])");
    QVERIFY(QFile::link(outside, m_folder->filePath("link.json")));
    QVERIFY(empty(small).isEmpty());
    QVERIFY(QFile::exists(outside));
    QVERIFY(QDir(m_folder->path()).rmdir("done"));
    QVERIFY(QFile::link(elsewhere.path(), m_folder->filePath("done")));
    write("b.json", R"([{"service_request_id": 2}])");
    QVERIFY(empty(small).isEmpty());
    QVERIFY(!m_failure.isEmpty());
    QCOMPARE(small.read().countTickets({}), 0);
}

void DropFolderTest::theSameAgainChangesNothing()
{
    SmallDesk small;
    for (int i = 0; i < 3; ++i) {
        write("a.json", R"([{"service_request_id": 1, "service_name": "漏水"}])");
        const auto files = empty(small);
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.constFirst().report.accepted, i == 0);
    }
    QCOMPARE(small.read().countTickets({}), 1);
    QCOMPARE(in("done"), QStringList({"a (2).json", "a (3).json", "a.json"}));
}

void DropFolderTest::foldersThatAreNone()
{
    SmallDesk small;
    QVERIFY(
        DropFolder(small.desk(), m_folder->filePath("no"), {}).empty(0, [](const DroppedFile &) {
        }));
}

void DropFolderTest::aDesksFolderIsLeftAlone()
{
    SmallDesk small;
    const QDir desk(small.folder());
    const QStringList before = desk.entryList(QDir::Files);
    QVERIFY(desk.mkpath("files/in"));
    QVERIFY(QFile::link(desk.path(), m_folder->filePath("link")));
    for (const QString &folder : {desk.path(), desk.filePath("files/in"), desk.filePath(".."),
             desk.path() + "/../desk/", m_folder->filePath("link")}) {
        DropFolder drop(small.desk(), folder, {.age_ms = 0});
        QVERIFY2(drop.fault() && drop.faultAsNew(), qPrintable(folder));
        QVERIFY(drop.empty(QDateTime::currentMSecsSinceEpoch() + 1000, [](const DroppedFile &) {}));
        QVERIFY(!QFileInfo::exists(folder + "/refused"));
    }
    QCOMPARE(desk.entryList(QDir::Files), before);
    // Nor is another desk's, of which this one knows nothing.
    for (const char *name : {"desk.sqlite", "desk.secrets"}) {
        m_folder = std::make_unique<QTemporaryDir>();
        write(QString::fromLatin1(name), "x");
        QVERIFY(empty(small).isEmpty());
        QVERIFY(m_failure.contains(m_folder->path()));
        QCOMPARE(in("."), QStringList{QString::fromLatin1(name)});
    }
}

void DropFolderTest::homeAndRootAreNone()
{
    SmallDesk small;
    const auto faultOf = [&small](const QString &path) {
        return DropFolder(small.desk(), path, {}).fault().has_value();
    };
    QVERIFY(faultOf(QDir::rootPath()));
    QVERIFY(!faultOf(m_folder->path()));
    const QByteArray home = qgetenv("HOME");
    const auto back = qScopeGuard([&home] { qputenv("HOME", home); });
    qputenv("HOME", m_folder->path().toUtf8());
    QVERIFY(faultOf(m_folder->path()));
    QVERIFY(QDir(m_folder->path()).mkdir("in"));
    QVERIFY(!faultOf(m_folder->filePath("in")));
}

void DropFolderTest::whatHoldsOtherThingsIsRefused_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("other");
    QTest::newRow("nothing") << QStringList() << QString();
    QTest::newRow("matters") << QStringList{"a.json", "b.XML", "c.json.part", ".hidden"}
                             << QString();
    QTest::newRow("a table with its mapping")
        << QStringList{"a.csv", "a.mapping.json"} << QString();
    QTest::newRow("a table without one") << QStringList{"a.csv"} << "a.csv";
    QTest::newRow("a letter") << QStringList{"a.json", "letter.docx"} << "letter.docx";
    QTest::newRow("a letter among tables")
        << QStringList{"a.xlsx", "letter.docx", "mapping.json"} << "letter.docx";
    QTest::newRow("its own folders") << QStringList{"done/a.json", "refused/b.docx"} << QString();
    QTest::newRow("another folder") << QStringList{"pictures/a.json"} << "pictures";
}

void DropFolderTest::whatHoldsOtherThingsIsRefused()
{
    QFETCH(QStringList, names);
    QFETCH(QString, other);
    SmallDesk small;
    for (const QString &name : names) {
        QVERIFY(QDir(m_folder->path()).mkpath(QFileInfo(name).path()));
        write(name, "{}");
    }
    const auto fault = DropFolder(small.desk(), m_folder->path(), {}).faultAsNew();
    QCOMPARE(fault.has_value(), !other.isEmpty());
    QVERIFY(!fault || fault->text().contains(other));
}

// Under one source a number means one matter.
void DropFolderTest::twoOfOneSourceAreRefused()
{
    SmallDesk small;
    OnlineBook book(small.desk(), small.read());
    const OnlineFolder first{.path = "/a/drop", .mapping = {}}, same{.path = "/b/drop"};
    QVERIFY(!book.put(first));
    QVERIFY(!sourceFault(first, book));
    QVERIFY(!sourceFault(OnlineFolder{.path = "/b/other"}, book));
    const auto fault = sourceFault(same, book);
    QVERIFY(fault && fault->text().contains("/a/drop"));
    OnlineFolder mapped = same;
    mapped.mapping = tables::written(*m_folder, "map.json",
        R"({"source": "street", "fields": {"source_id": "service_request_id"}})");
    QCOMPARE(sourceOf(mapped), "street");
    QVERIFY(!sourceFault(mapped, book));
    // A service is no exception.
    OnlineService service{.name = "hotline", .url = QUrl("https://drop")};
    QVERIFY(sourceFault(service, book));
    service.url = QUrl("https://hotline");
    QVERIFY(!sourceFault(service, book));
    QVERIFY(!book.put(service));
    service.name = "again";
    QVERIFY(sourceFault(service, book));
}

void DropFolderTest::oneRemovedMeanwhileKeepsNoState()
{
    SmallDesk small;
    OnlineBook book(small.desk(), small.read());
    const OnlineFolder folder{.path = m_folder->path(), .mapping = {}};
    QVERIFY(!book.put(folder));
    write("a.json", R"([{"service_request_id": 1}])");
    small.clock.set_ms(QDateTime::currentMSecsSinceEpoch() + 60'000);
    emptyOnlineFolder(small.desk(), folder, small.desk().identity(),
        [&] { return book.removeFolder(folder.path).has_value(); });
    QCOMPARE(small.read().countTickets({}), 1);
    QCOMPARE(book.state(folder.path).tried_ms, 0);
}

void DropFolderTest::aFolderOfTheDeskIsEmptiedInSomebodysName()
{
    SmallDesk small;
    small.clock.set_ms(QDateTime::currentMSecsSinceEpoch() + 60'000);
    const domain::Id fang = small.addPerson("fang", "方洁", "clerk");
    OnlineBook book(small.desk(), small.read());
    const OnlineFolder folder{.path = m_folder->path(), .mapping = {}, .interval_min = 5};
    QVERIFY(!faultOf(folder));
    QVERIFY(faultOf(OnlineFolder{.path = "/no/such", .mapping = {}}));
    QVERIFY(!book.put(folder));
    QCOMPARE(book.folders().size(), 1);
    QCOMPARE(book.folders().constFirst().interval_min, 5);
    write("a.json", R"([{"service_request_id": 1, "service_name": "漏水"}, {"status": "open"}])");
    // Stopped before the first file, it all stays.
    const auto stopped = emptyOnlineFolder(small.desk(), folder, {fang, {}}, [] { return true; });
    QVERIFY(stopped.isStopped);
    QCOMPARE(in("."), QStringList{"a.json"});
    const auto report = emptyOnlineFolder(small.desk(), folder, {fang, {}}, [] { return false; });
    QVERIFY2(!report.failure, qPrintable(report.failure ? report.failure->text() : QString()));
    QCOMPARE(report.accepted, 1);
    const auto found = small.read().findTicketFromSource(sourceOf(folder), "1");
    QVERIFY(found);
    QCOMPARE(found->ticket.steps.constFirst().typedBy, fang);
    // What came of it stands until something else came of it.
    emptyOnlineFolder(small.desk(), folder, {fang, {}}, [] { return false; });
    const OnlineState state = book.state(folder.path);
    QCOMPARE(state.taken, 1);
    QCOMPARE(state.last.problems.size(), 1);
    QVERIFY(state.last.problems.constFirst().id.startsWith("a.json"));
    QCOMPARE(state.success_ms, small.clock.now_ms());
    QVERIFY(!book.removeFolder(folder.path));
    QVERIFY(book.folders().isEmpty());
    QCOMPARE(book.state(folder.path).taken, 0);
}

QTEST_GUILESS_MAIN(DropFolderTest)
#include "drop_folder_test.moc"
