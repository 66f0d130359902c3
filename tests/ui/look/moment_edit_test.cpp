// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checklist.h"
#include "widgets/moment_edit.h"

#include <QListWidget>
#include <QTest>

using namespace ui::widgets;
using namespace Qt::StringLiterals;

namespace
{

const QTimeZone shanghai("Asia/Shanghai");

qint64 at(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, u"yyyy-MM-dd HH:mm"_s);
    time.setTimeZone(shanghai);
    return time.toMSecsSinceEpoch();
}

} // namespace

/// Times as people type them, and lists as they tick them.
class MomentEditTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("moment");
        const auto row = [](const char *typed, const char *moment) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromLatin1(moment);
        };
        row("2026-12-01 16:30", "2026-12-01 16:30");
        row(" 12-01 16:30 ", "2026-12-01 16:30");
        row("12/1 9:05", "2026-12-01 09:05");
        row("16:30", "2026-11-20 16:30");
        row("16：30", "2026-11-20 16:30");
        row("12-01", "2026-12-01 23:59");
        row("2h", "2026-11-20 16:32");
        row("+90min", "2026-11-20 16:02");
        row("3天", "2026-11-23 14:32");
        row("30分钟", "2026-11-20 15:02");
        row("", "");
        row("明天", "");
        row("25:00", "");
        row("02-30 10:00", "");
        row("13-01", "");
        row("99999d", "");
    }

    void reads()
    {
        QFETCH(QString, typed);
        QFETCH(QString, moment);
        const auto found = momentFrom(typed, at(u"2026-11-20 14:32"_s), shanghai);
        QCOMPARE(found.has_value(), !moment.isEmpty());
        if (found)
            QCOMPARE(*found, at(moment));
    }

    void writesItOutAndSaysWhatItCannotRead()
    {
        qint64 now_ms = at(u"2026-11-20 14:32"_s);
        MomentEdit edit([&now_ms] { return now_ms; }, shanghai);
        QVERIFY(!edit.at_ms() && !edit.isUnreadable());
        // What is far off counts from when it is typed, however long the form has been open.
        now_ms += 60'000;
        QTest::keyClicks(&edit, u"2h"_s);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(edit.text(), u"2026-11-20 16:33"_s);
        edit.setText(u"soon"_s);
        QVERIFY(edit.isUnreadable());
        edit.setAt({});
        QVERIFY(!edit.isUnreadable());
    }

    void aListIsTickedAndAddedTo()
    {
        Checklist list;
        list.setItems({u"身份证"_s, u"房产证"_s});
        QVERIFY(list.ticked().isEmpty());
        list.setTicked({u"房产证"_s, u"照片"_s});
        QCOMPARE(list.ticked(), QStringList({u"房产证"_s, u"照片"_s}));
        auto *rows = list.findChild<QListWidget *>();
        QTest::keyClick(rows, Qt::Key_Space);
        QCOMPARE(list.ticked(), QStringList({u"身份证"_s, u"房产证"_s, u"照片"_s}));
        list.setItems({});
        QVERIFY(list.ticked().isEmpty() && list.items().isEmpty());
    }
};

QTEST_MAIN(MomentEditTest)
#include "moment_edit_test.moc"
