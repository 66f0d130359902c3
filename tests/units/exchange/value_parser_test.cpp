// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/value_parser.h"

#include <QTest>

using exchange::TableTime;
using exchange::TimeParser;

class ValueParserTest : public QObject
{
    Q_OBJECT

private:
    const QTimeZone m_zone{"Asia/Shanghai"};

    // "2019-04-25 09:31:41", "2019-04-25" for a day only, "" for what is refused.
    QString read(const QString &text, const QStringList &formats) const
    {
        const auto time = TimeParser(formats, m_zone).parse(text);
        if (!time)
            return {};
        return time->at.toString(
            time->isDayOnly ? QStringLiteral("yyyy-MM-dd") : QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    }

private Q_SLOTS:
    void times_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("formats");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char *text, const char *formats, const char *expected) {
            QTest::addRow("%s as %s", text, formats)
                << QString::fromUtf8(text)
                << QString::fromUtf8(formats).split(u'|', Qt::SkipEmptyParts)
                << QString::fromUtf8(expected);
        };
        add("2019/4/25 9:31:41", "yyyy/M/d H:mm:ss", "2019-04-25 09:31:41");
        add("2019/12/05 19:01:00", "yyyy/M/d H:mm:ss", "2019-12-05 19:01:00");
        add(" \u3000 2019/4/25 9:31:41\u200b", "yyyy/M/d H:mm:ss", "2019-04-25 09:31:41");
        add("2019/4/25 9:31", "yyyy/M/d H:mm:ss", "");
        add("2019/4/25 9:31:41 x", "yyyy/M/d H:mm:ss", "");
        add("2019/4/25", "yyyy/M/d", "2019-04-25");
        add("2019/4/5", "yyyy/MM/dd", "");
        add("25.04.2019", "yyyy/M/d|dd.MM.yyyy", "2019-04-25");
        add("2019年4月25日", "yyyy年M月d日", "2019-04-25");
        add("20190425093141", "yyyyMMddHHmmss", "2019-04-25 09:31:41");
        add("12/31/2018 11:59:00 PM", "MM/dd/yyyy hh:mm:ss AP", "2018-12-31 23:59:00");
        add("12/31/2018 12:05:00 AM", "MM/dd/yyyy hh:mm:ss AP", "2018-12-31 00:05:00");
        add("12/31/2018 13:05:00 PM", "MM/dd/yyyy hh:mm:ss AP", "");
        add("25 Apr 2019", "d MMM yyyy", "2019-04-25");
        add("4/25/19", "M/d/yy", "2019-04-25");
        add("2019 at 25.4.", "yyyy' at 'd.M.", "2019-04-25");

        add("2019-02-30", "yyyy-MM-dd", "");
        add("2019/2/29 9:00:00", "yyyy/M/d H:mm:ss", "");
        add("2020/2/29 9:00:00", "yyyy/M/d H:mm:ss", "2020-02-29 09:00:00");
        add("2019/13/1", "yyyy/M/d", "");
        add("2019/4/25 24:00:00", "yyyy/M/d H:mm:ss", "");
        add("2019/4/25 9:60:00", "yyyy/M/d H:mm:ss", "");
        add("0/0/0", "yyyy/M/d", "");
        add("", "yyyy/M/d|excel-serial", "");

        add("43580.397", "yyyy/M/d H:mm:ss|excel-serial", "2019-04-25 09:31:41");
        add("43580.3970023148", "excel-serial", "2019-04-25 09:31:41");
        add("43771.429166666669", "excel-serial", "2019-11-02 10:18:00");
        add("43580", "excel-serial", "2019-04-25");
        add("43580.9999999", "excel-serial", "2019-04-26 00:00:00");
        add("1", "excel-serial", "1900-01-01");
        add("59", "excel-serial", "1900-02-28");
        add("60", "excel-serial", "");
        add("61", "excel-serial", "1900-03-01");
        add("0.5", "excel-serial", "");
        add("-3", "excel-serial", "");
        add("2958466", "excel-serial", "");
        add("nan", "excel-serial", "");
        add("43580.397", "yyyy/M/d H:mm:ss", "");

        add("2019-04-25T09:31:41", "", "2019-04-25 09:31:41");
        add("2019-04-25 09:31", "", "2019-04-25 09:31:00");
        add("2019-04-25", "yyyy/M/d", "2019-04-25");
        add("2019-04-25T01:31:41Z", "", "2019-04-25 09:31:41");
        add("2019-04-25T01:31:41+00:00", "", "2019-04-25 09:31:41");
        add("2019-04-25T18:31:41.5-07:00", "", "2019-04-26 09:31:41");
        add("2019-02-30T09:00:00Z", "", "");
        add("yesterday", "", "");
    }

    void times()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, formats);
        QFETCH(QString, expected);
        QCOMPARE(read(text, formats), expected);
    }

    void timeIsOfTheCompanysZone()
    {
        const auto time = TimeParser({}, m_zone).parse(u"2019-04-25T09:31:41");
        QCOMPARE(time->at.toUTC().time(), QTime(1, 31, 41));
        const auto day = TimeParser({}, m_zone).parse(u"2019-04-25");
        QVERIFY(day->isDayOnly);
        QCOMPARE(day->at.toUTC().time(), QTime(16, 0));
    }

    void skippedHourIsRefused()
    {
        const TimeParser parser({}, QTimeZone("America/Los_Angeles"));
        QVERIFY(!parser.parse(u"2018-03-11T02:30:00"));
        QVERIFY(parser.parse(u"2018-03-11T03:30:00"));
    }

    void trimmedTakesWhatNobodySees()
    {
        QCOMPARE(exchange::trimmed(u"\ufeff\n\t \u00a0\u3000漏\u3000水\u200b\u00a0\r\n"),
            QStringLiteral("漏\u3000水"));
        QCOMPARE(exchange::trimmed(u" \u3000\u200b"), QString());
        QCOMPARE(exchange::trimmed(u""), QString());
    }
};

QTEST_GUILESS_MAIN(ValueParserTest)
#include "value_parser_test.moc"
