// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/document.h"

#include <QLocale>

#include <optional>

// Figures as they stand in a report's tables.
namespace ui::reports
{

constexpr qreal nameShare = 2.4; // of a table's width, a figure taking 1

inline QString count(qint64 value)
{
    return QLocale().toString(value);
}

inline QString percent(std::optional<double> share)
{
    return share ? QLocale().toString(*share * 100, 'f', 1) + QLatin1Char('%')
                 : QStringLiteral("—");
}

inline std::optional<double> share(qint64 part, qint64 whole)
{
    return whole ? std::optional(double(part) / double(whole)) : std::nullopt;
}

inline paper::Column figureColumn(const QString &title, const QString &group = {})
{
    return {title, paper::Align::Right, 1, group};
}

} // namespace ui::reports
