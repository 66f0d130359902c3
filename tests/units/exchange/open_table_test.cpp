// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_support.h"

#include <unistd.h>

using namespace tables;

// Files that can't be taken as a whole: each is refused in one line that says what and where it
// is and what to do.
class OpenTableTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString refusalOf(const QString &path, const exchange::TableOptions &options = {})
    {
        const Table table = readAll(path, options);
        return table.refusal ? table.refusal->line() : QString();
    }

private Q_SLOTS:
    void contentIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("says");
        const auto add = [](const char *name, const QByteArray &bytes, const char *says) {
            QTest::newRow(name) << QString::fromUtf8(name) << bytes << QString::fromUtf8(says);
        };
        add("empty.csv", "", "The file is empty");
        add("blank.csv", "\r\n\n\n", "no header row");
        add("mark.csv", "\xef\xbb\xbf", "no header row");
        add("spaces.csv", " , ,\n1,2,3\n", "no header row");
        add("~$tickets.xlsx", QByteArray("\x02HP    \x02\0H\0P\0", 13), "lock file");
        add("zip.xlsx", QByteArray("PK\x03\x04 and nothing else"), "no XLSX or ODS workbook");
        add("old.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old XLS format");
        add("page.xls", "<html><table><tr><td>1</td></tr></table></html>", "not a table");
        add("binary.csv",
            QByteArray("\x7f"
                       "ELF\2\1\1\0\0\0\0\0\0\0\0\0\3\0",
                18),
            "neither a text nor a workbook");
        add("noise.csv", "a,b\n\x81\x8d\x8f\x90\x9d,\xfe\x80\n", "encoding can't be found");
    }

    void contentIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, says);
        const QString line = refusalOf(written(m_folder, name, bytes));
        QVERIFY2(line.contains(says), qPrintable(line));
        QVERIFY2(line.contains(name), qPrintable(line));
        QVERIFY(line.endsWith(u'.'));
        QVERIFY(!line.contains(u'\n'));
    }

    void placesAreRefused()
    {
        const QString missing = m_folder.filePath(QStringLiteral("none.csv"));
        QVERIFY(refusalOf(missing).startsWith(QStringLiteral("There is no such file: ") + missing));
        QVERIFY(refusalOf(m_folder.path()).startsWith(QStringLiteral("This is a folder")));
        QVERIFY(refusalOf(QStringLiteral("/dev/null")).contains(QStringLiteral("regular file")));
    }

    void unreadableFileIsRefused()
    {
        if (geteuid() == 0)
            QSKIP("the superuser may read everything");
        const QString path = written(m_folder, QStringLiteral("secret.csv"), "a\n1\n");
        QVERIFY(QFile::setPermissions(path, {}));
        QVERIFY(refusalOf(path).startsWith(QStringLiteral("You may not read this file")));
    }

    void textHasNoSheets()
    {
        const QString path = written(m_folder, QStringLiteral("a.csv"), "a\n1\n");
        const QString line = refusalOf(path, {{}, QStringLiteral("Sheet1")});
        QVERIFY2(line.contains(QStringLiteral("Sheet1")), qPrintable(line));
    }

    void suffixDoesNotMatter()
    {
        const Table table = readAll(written(m_folder, QStringLiteral("a.xls"), "a\tb\n1\t2\n"));
        QCOMPARE(table.rows, (QList<QStringList>{{QStringLiteral("1"), QStringLiteral("2")}}));
    }

    void realLockFileIsRefused()
    {
        const QString path = shared(QStringLiteral("spreadsheet/~$lockfile_not_a_workbook.xlsx"));
        if (!QFile::exists(path))
            QSKIP("the lock file is not at hand");
        QVERIFY(refusalOf(path).contains(QStringLiteral("lock file")));
        QFile::copy(path, m_folder.filePath(QStringLiteral("renamed.xlsx")));
        QVERIFY(refusalOf(m_folder.filePath(QStringLiteral("renamed.xlsx")))
                    .contains(QStringLiteral("neither a text nor a workbook")));
    }
};

QTEST_GUILESS_MAIN(OpenTableTest)
#include "open_table_test.moc"
