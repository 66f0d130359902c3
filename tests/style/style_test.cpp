// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/catalogue.h"
#include "style/layering.h"
#include "style/project.h"
#include "style/wording.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace style;

// Style is a test: this one holds the rules of tests/style against the whole tree.
// rules_test plants bad text for each rule to show that it can fail.
class StyleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everySourceKeepsTheRule_data();
    void everySourceKeepsTheRule();
    void layersLinkWhatTheyMayUse();
    void sourcesAreFormatted();
    void chineseIsComplete();
    void chineseIsUpToDate();
    void topLevelHasNoStrangers();
    void releaseNamesOneVersion();

private:
    const QString m_root{GRIDDESK_SOURCE_DIR};
    const QString m_tsPath{"translations/griddesk_zh_CN.ts"};
};

namespace
{

using Rule = QStringList (*)(const Source &);

// Prints them one by one, since a failure's own message is cut after some lines.
void verifyNone(const QStringList &complaints)
{
    for (const QString &complaint : complaints)
        qWarning().noquote() << complaint;
    QVERIFY2(complaints.isEmpty(),
        qPrintable(QString("%1 complaints, see above").arg(complaints.size())));
}

} // namespace

Q_DECLARE_METATYPE(Rule)

void StyleTest::everySourceKeepsTheRule_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::newRow("names its licence first") << Rule(missingLicence);
    QTest::newRow("includes only what its layer may use") << Rule(forbiddenIncludes);
    QTest::newRow("has no marks of unfinished work") << Rule(leftovers);
    QTest::newRow("connects by member function") << Rule(stringConnects);
    QTest::newRow("waits for events, not for time") << Rule(waiting);
}

void StyleTest::everySourceKeepsTheRule()
{
    QFETCH(Rule, rule);
    const QList<Source> sources = readCode(m_root);
    QVERIFY(!sources.isEmpty());
    QStringList complaints;
    for (const Source &source : sources)
        complaints += rule(source);
    verifyNone(complaints);
}

void StyleTest::layersLinkWhatTheyMayUse()
{
    const QList<Source> lists = readSources(m_root, {"models"}, {"CMakeLists.txt"});
    QVERIFY(!lists.isEmpty());
    QStringList complaints;
    for (const Source &list : lists)
        complaints += forbiddenLinks(list);
    verifyNone(complaints);
}

void StyleTest::sourcesAreFormatted()
{
    const QString formatter = QStandardPaths::findExecutable("clang-format");
    if (formatter.isEmpty())
        QSKIP("clang-format is not installed; packaging/install-dependencies brings it");
    QStringList arguments{"--dry-run", "-Werror", "--ferror-limit=1"};
    for (const Source &source : readCode(m_root))
        arguments += source.path;

    QProcess process;
    process.setWorkingDirectory(m_root);
    process.start(formatter, arguments);
    QVERIFY2(process.waitForFinished(-1), qPrintable(process.errorString()));
    const QString said = QString::fromUtf8(process.readAllStandardError());
    verifyNone(said.split('\n')
                   .filter(": error:")
                   .replaceInStrings("code should be", "run clang-format -i: it should be"));
    QVERIFY2(process.exitCode() == 0, qPrintable(said));
}

void StyleTest::chineseIsComplete()
{
    const Source ts = readSource(m_root, m_tsPath);
    QVERIFY(ts.text.contains("<TS "));
    verifyNone(unfinished(ts) + changedPlaceholders(ts));
}

void StyleTest::chineseIsUpToDate()
{
    QTemporaryDir folder;
    const QString copy = folder.filePath("griddesk_zh_CN.ts");
    QVERIFY(QFile::copy(QDir(m_root).filePath(m_tsPath), copy));
    QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));

    QProcess update;
    update.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LUPDATE", GRIDDESK_LUPDATE);
    update.setProcessEnvironment(environment);
    update.start(QDir(m_root).filePath("packaging/update-translations"), {copy});
    QVERIFY2(update.waitForFinished(-1), qPrintable(update.errorString()));
    QVERIFY2(update.exitCode() == 0, update.readAll().constData());
    verifyNone(
        differences(readSource(m_root, m_tsPath), readSource(folder.path(), "griddesk_zh_CN.ts")));
}

void StyleTest::topLevelHasNoStrangers()
{
    const QStringList entries =
        QDir(m_root).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    verifyNone(strangersAtTop(entries, readSource(m_root, ".gitignore").text));
}

void StyleTest::releaseNamesOneVersion()
{
    verifyNone(versionsThatDiffer(
        readSource(m_root, "CMakeLists.txt"), readSource(m_root, "CHANGELOG.md")));
}

QTEST_GUILESS_MAIN(StyleTest)
#include "style_test.moc"
