// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/key_table.h"
#include "shell/settings.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ui::shell;

class KeyTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreChangedRememberedAndReset();
    void noKeyStandsForTwoThings();
    void changedKeyWinsOverALaterDefault();
    void fileSettingsSurvive();
};

void KeyTableTest::keysAreChangedRememberedAndReset()
{
    VolatileSettings settings;
    {
        KeyTable table(settings);
        table.add(QStringLiteral("intake"), QStringLiteral("Intake"), Qt::Key_F2);
        QSignalSpy changed(&table, &KeyTable::changed);
        QCOMPARE(table.change(QStringLiteral("intake"), Qt::Key_F12), QString());
        QCOMPARE(changed.count(), 1);
    }
    KeyTable again(settings);
    again.add(QStringLiteral("intake"), QStringLiteral("Intake"), Qt::Key_F2);
    QCOMPARE(again.keys(QStringLiteral("intake")), QKeySequence(Qt::Key_F12));
    again.reset(QStringLiteral("intake"));
    QCOMPARE(again.keys(QStringLiteral("intake")), QKeySequence(Qt::Key_F2));
    QVERIFY(!settings.value(QStringLiteral("keys/intake")).isValid());
}

void KeyTableTest::noKeyStandsForTwoThings()
{
    VolatileSettings settings;
    KeyTable table(settings);
    table.add(QStringLiteral("intake"), QStringLiteral("Intake"), Qt::Key_F2);
    table.add(QStringLiteral("tickets"), QStringLiteral("Tickets"), Qt::Key_F3);
    QCOMPARE(table.change(QStringLiteral("tickets"), Qt::Key_F2), QStringLiteral("intake"));
    QCOMPARE(table.keys(QStringLiteral("tickets")), QKeySequence(Qt::Key_F3));
    QCOMPARE(table.change(QStringLiteral("intake"), {}), QString());
    QCOMPARE(table.change(QStringLiteral("tickets"), Qt::Key_F2), QString());
    QCOMPARE(table.reset(QStringLiteral("intake")), QStringLiteral("tickets"));
}

void KeyTableTest::changedKeyWinsOverALaterDefault()
{
    VolatileSettings settings;
    settings.setValue(QStringLiteral("keys/intake"), QStringLiteral("F3"));
    KeyTable table(settings);
    table.add(QStringLiteral("intake"), QStringLiteral("Intake"), Qt::Key_F2);
    table.add(QStringLiteral("tickets"), QStringLiteral("Tickets"), Qt::Key_F3);
    QCOMPARE(table.keys(QStringLiteral("intake")), QKeySequence(Qt::Key_F3));
    QVERIFY(table.keys(QStringLiteral("tickets")).isEmpty());
}

void KeyTableTest::fileSettingsSurvive()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("window.ini"));
    {
        QSettings file(path, QSettings::IniFormat);
        FileSettings(file).setValue(QStringLiteral("window/page"), QStringLiteral("tickets"));
    }
    QSettings file(path, QSettings::IniFormat);
    FileSettings settings(file);
    QCOMPARE(settings.value(QStringLiteral("window/page")).toString(), QStringLiteral("tickets"));
    settings.remove(QStringLiteral("window/page"));
    QCOMPARE(settings.value(QStringLiteral("window/page"), 5).toInt(), 5);
}

QTEST_GUILESS_MAIN(KeyTableTest)
#include "key_table_test.moc"
