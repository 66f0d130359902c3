// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/workbook/date_styles.h"

#include <QDateTime>
#include <QRegularExpression>

namespace exchange
{

namespace
{

constexpr int daysFrom1900To1904 = 1462;

// Numbers of the styles for dates and times that workbooks have without declaring them.
bool isBuiltInDate(int style)
{
    return (style >= 14 && style <= 22) || (style >= 27 && style <= 36)
        || (style >= 45 && style <= 47) || (style >= 50 && style <= 58);
}

// "[$-804]yyyy\"年\"m\"月\";@" shows a date, "0.00\" days\"" and "[Red]General" do not.
bool showsDate(QString format)
{
    static const QRegularExpression elapsed(QStringLiteral("\\[[hms]+\\]"));
    static const QRegularExpression literal(
        QStringLiteral("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.|general"));
    static const QRegularExpression datePart(QStringLiteral("[ymdhs]"));
    format = format.section(u';', 0, 0).toLower();
    if (format.contains(elapsed))
        return true;
    return format.remove(literal).contains(datePart);
}

QString unescaped(QString attribute)
{
    return attribute.replace(QStringLiteral("&quot;"), QStringLiteral("\""))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

template <typename Replacement>
QString replacedEach(
    const QString &text, const QRegularExpression &pattern, Replacement replacement)
{
    QString result;
    qsizetype done = 0;
    for (auto matches = pattern.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(done, match.capturedStart() - done);
        result += replacement(match);
        done = match.capturedEnd();
    }
    return result + text.mid(done);
}

} // namespace

QByteArray withFullDates(const QByteArray &styles)
{
    static const QRegularExpression format(QStringLiteral("formatCode=\"([^\"]*)\""));
    static const QRegularExpression use(QStringLiteral("numFmtId=\"(\\d+)\""));
    const QString declared = replacedEach(QString::fromUtf8(styles), format, [](const auto &match) {
        return showsDate(unescaped(match.captured(1)))
            ? QStringLiteral("formatCode=\"yyyy-mm-dd hh:mm:ss\"")
            : match.captured();
    });
    return replacedEach(declared, use, [](const auto &match) {
        return isBuiltInDate(match.captured(1).toInt()) ? QStringLiteral("numFmtId=\"22\"")
                                                        : match.captured();
    }).toUtf8();
}

QString isoFromGdal(const QString &text, bool countsFrom1904)
{
    if (text.size() < 19 || text[4] != u'/' || text[10] != u' ')
        return text;
    const QDate day = QDate::fromString(text.left(10), QStringLiteral("yyyy/MM/dd"));
    const QTime time = QTime::fromString(text.mid(11), QStringLiteral("HH:mm:ss"));
    if (!day.isValid() || !time.isValid())
        return text;
    if (day == QDate(1899, 12, 30))
        return time.toString(Qt::ISODate);
    const QDate date = countsFrom1904 ? day.addDays(daysFrom1900To1904) : day;
    if (time == QTime(0, 0))
        return date.toString(Qt::ISODate);
    return QDateTime(date, time, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss"));
}

} // namespace exchange
