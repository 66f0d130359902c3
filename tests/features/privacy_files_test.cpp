// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tool.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

/// Whoever steals the folder of a desk with many customers finds nobody in it: not in the database, its log, the backup of
/// the day or anything else. GRIDDESK_CUSTOMERS says how many; the long run takes a hundred thousand.
class PrivacyFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsFoundInTheFiles();
};

namespace
{

struct Person {
    QString name, phone, address;
};

Person personNumber(int number)
{
    static const QString families = QStringLiteral("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨");
    static const QString given = QStringLiteral("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平");
    return {QString(families[number % families.size()]) + given[number / 7 % given.size()]
            + given[number / 31 % given.size()],
        QStringLiteral("139%1").arg((number * 7'919LL) % 100'000'000, 8, 10, QLatin1Char('0')),
        QStringLiteral("锦绣花园%1栋%2单元%3")
            .arg(number % 300 + 1)
            .arg(number % 4 + 1)
            .arg(101 + number)};
}

} // namespace

void PrivacyFilesTest::nobodyIsFoundInTheFiles()
{
    bool isSet = false;
    const int asked = qEnvironmentVariableIntValue("GRIDDESK_CUSTOMERS", &isSet);
    const int customers = isSet ? asked : 2'000;
    QTemporaryDir stage;
    QFile table(stage.filePath(QStringLiteral("customers.csv")));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("户号,姓名,联系电话,地址\n");
    for (int number = 0; number < customers; ++number) {
        const Person person = personNumber(number);
        table.write(QStringLiteral("%1,%2,%3,%4\n")
                        .arg(number, 6, 10, QLatin1Char('0'))
                        .arg(person.name, person.phone, person.address)
                        .toUtf8());
    }
    table.close();

    const support::Tool tool(stage.filePath(QStringLiteral("desk")));
    const auto mustRun = [&tool](const QStringList &words) {
        const support::ToolRun run = tool.run(words);
        if (run.code != 0)
            qFatal("%s", run.told().constData());
        return run.first();
    };
    mustRun({QStringLiteral("init"), QStringLiteral("--company"), QStringLiteral("幸福物业公司"),
        QStringLiteral("--admin"), QStringLiteral("wang")});
    const QJsonObject report =
        mustRun({QStringLiteral("import"), QStringLiteral("customers"), table.fileName()});
    QCOMPARE(report[QStringLiteral("accepted")].toInt(), customers);
    mustRun({QStringLiteral("backup"), QStringLiteral("--daily")});

    int files = 0;
    QDirIterator each(tool.desk(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        QFile file(each.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        ++files;
        for (int sample = 0; sample < 20; ++sample) {
            const Person person = personNumber(sample * (customers / 20));
            for (const QString &word : {person.name, person.phone, person.address}) {
                const QByteArray wide(
                    reinterpret_cast<const char *>(word.utf16()), word.size() * 2);
                QVERIFY2(!bytes.contains(word.toUtf8()) && !bytes.contains(wide),
                    qPrintable(file.fileName() + u' ' + word));
            }
        }
    }
    QVERIFY(files >= 3); // the database, the secrets, the backup
    const Person last = personNumber(customers - 1);
    for (const QString &typed : {last.phone, last.address}) {
        const QJsonObject found = mustRun({QStringLiteral("customers"), QStringLiteral("--search"),
            typed, QStringLiteral("--limit"), QStringLiteral("1")});
        QCOMPARE(found[QStringLiteral("name")].toString(), last.name);
    }
}

QTEST_GUILESS_MAIN(PrivacyFilesTest)
#include "privacy_files_test.moc"
