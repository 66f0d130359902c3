// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QTimeZone>

#include <functional>
#include <optional>

namespace ui::widgets
{

// A moment that may be left out, typed as people say it: "2026-01-31 16:30", "01-31 16:30", "16:30" of today, or how far off it is: "2h",
// "3d", "2小时", "3天". It is written out in full when the field is left.
class MomentEdit : public QLineEdit
{
    Q_OBJECT

public:
    // `now` says what time it is whenever something is read.
    MomentEdit(std::function<qint64()> now, const QTimeZone &zone, QWidget *parent = nullptr);

    // UTC milliseconds; nothing where the field is empty or can't be read.
    std::optional<qint64> at_ms() const;
    void setAt(std::optional<qint64> at_ms);
    // Whether something stands there that is no moment.
    bool isUnreadable() const;

private:
    void writeOut();

    std::function<qint64()> m_now;
    QTimeZone m_zone;
};

// Nothing where the text is no moment.
std::optional<qint64> momentFrom(QStringView text, qint64 now_ms, const QTimeZone &zone);

} // namespace ui::widgets
