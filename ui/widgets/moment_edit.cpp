// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/moment_edit.h"

#include <QDateTime>
#include <QRegularExpression>

namespace ui::widgets
{

namespace
{

const QString dayAndTime = QStringLiteral("yyyy-MM-dd HH:mm");

std::optional<qint64> distanceFrom(const QString &text, qint64 now_ms, const QTimeZone &zone)
{
    static const QRegularExpression distance(
        QStringLiteral("^\\+?(\\d{1,4})\\s*(m|min|分|分钟|h|小时|d|天)$"));
    const QRegularExpressionMatch match = distance.match(text);
    if (!match.hasMatch())
        return {};
    const int count = match.captured(1).toInt();
    const QString unit = match.captured(2);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(now_ms, zone);
    if (unit == u"d" || unit == u"天")
        return now.addDays(count).toMSecsSinceEpoch();
    const bool isHours = unit == u"h" || unit == u"小时";
    return now.addSecs(qint64(count) * (isHours ? 3'600 : 60)).toMSecsSinceEpoch();
}

} // namespace

std::optional<qint64> momentFrom(QStringView given, qint64 now_ms, const QTimeZone &zone)
{
    const QString text = given.trimmed().toString();
    if (const auto far = distanceFrom(text, now_ms, zone))
        return far;
    static const QRegularExpression written(QStringLiteral(
        "^(?:(?:(\\d{4})[-/.])?(\\d{1,2})[-/.](\\d{1,2}))?\\s*(?:(\\d{1,2})[:：](\\d{2}))?$"));
    const QRegularExpressionMatch match = written.match(text);
    if (text.isEmpty() || !match.hasMatch())
        return {};
    const QDate today = QDateTime::fromMSecsSinceEpoch(now_ms, zone).date();
    const int year = match.captured(1).isEmpty() ? today.year() : match.captured(1).toInt();
    const QDate day = match.captured(2).isEmpty()
        ? today
        : QDate(year, match.captured(2).toInt(), match.captured(3).toInt());
    // A day alone means until it is over.
    const bool hasTime = !match.captured(4).isEmpty();
    const QTime time =
        hasTime ? QTime(match.captured(4).toInt(), match.captured(5).toInt()) : QTime(23, 59);
    if (!day.isValid() || !time.isValid())
        return {};
    return QDateTime(day, time, zone).toMSecsSinceEpoch();
}

MomentEdit::MomentEdit(std::function<qint64()> now, const QTimeZone &zone, QWidget *parent)
    : QLineEdit(parent)
    , m_now(std::move(now))
    , m_zone(zone)
{
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(m_now(), zone);
    setPlaceholderText(tr("%1, or 16:30, 2h, 3d").arg(today.toString(dayAndTime)));
    connect(this, &QLineEdit::editingFinished, this, &MomentEdit::writeOut);
}

std::optional<qint64> MomentEdit::at_ms() const
{
    return momentFrom(text(), m_now(), m_zone);
}

void MomentEdit::setAt(std::optional<qint64> at_ms)
{
    setText(
        at_ms ? QDateTime::fromMSecsSinceEpoch(*at_ms, m_zone).toString(dayAndTime) : QString());
}

bool MomentEdit::isUnreadable() const
{
    return !text().trimmed().isEmpty() && !at_ms();
}

void MomentEdit::writeOut()
{
    if (const auto at = at_ms())
        setAt(at);
}

} // namespace ui::widgets
