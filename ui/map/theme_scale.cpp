// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/theme_scale.h"

#include "map/map_content.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace ui::map
{

namespace
{

constexpr double finely = 20; // a limit is rounded to about a twentieth of all that the values span

/// Limits before rounding.
QVector<double> rawLimits(const QVector<double> &sorted, ThemeScale::Kind kind, int classes)
{
    QVector<double> limits;
    for (int i = 1; i < classes; ++i) {
        const double share = double(i) / classes;
        limits << (kind == ThemeScale::Kind::Even
                ? sorted.constFirst() + (sorted.constLast() - sorted.constFirst()) * share
                : sorted.at(qsizetype(share * double(sorted.size()))));
    }
    return limits;
}

QVector<double> inOrder(QVector<double> limits)
{
    limits.removeIf([](double limit) { return !std::isfinite(limit); });
    std::sort(limits.begin(), limits.end());
    limits.erase(std::unique(limits.begin(), limits.end()), limits.end());
    if (limits.size() > mostClasses - 1)
        limits.resize(mostClasses - 1);
    return limits;
}

} // namespace

double niceStep(double step)
{
    if (!(step > 0) || !std::isfinite(step))
        return 1;
    const double power = std::pow(10, std::floor(std::log10(step)));
    for (double times : {1.0, 2.0, 5.0}) {
        if (power * times >= step * (1 - 1e-9))
            return power * times;
    }
    return power * 10;
}

ThemeScale ThemeScale::of(QVector<double> values, Kind kind, int classes, int decimals)
{
    ThemeScale scale;
    scale.m_decimals = decimals;
    values.removeIf([](double value) { return !std::isfinite(value); });
    std::sort(values.begin(), values.end());
    if (values.isEmpty() || values.constFirst() == values.constLast())
        return scale;
    const double least = values.constFirst();
    const double most = values.constLast();
    const double step = std::max(niceStep((most - least) / finely), std::pow(10, -decimals));
    QVector<double> limits = rawLimits(values, kind, std::clamp(classes, 1, mostClasses));
    for (double &limit : limits)
        limit = std::round(limit / step) * step;
    // A class below everything or above it would stay empty.
    limits.removeIf([=](double limit) { return limit <= least || limit > most; });
    scale.m_limits = inOrder(limits);
    return scale;
}

ThemeScale ThemeScale::own(QVector<double> limits, int decimals)
{
    ThemeScale scale;
    scale.m_decimals = decimals;
    // As the legend says them.
    const double step = std::pow(10, -decimals);
    for (double &limit : limits)
        limit = std::round(limit / step) * step;
    scale.m_limits = inOrder(std::move(limits));
    return scale;
}

int ThemeScale::rankOf(double value) const
{
    if (!std::isfinite(value))
        return -1;
    return int(std::upper_bound(m_limits.begin(), m_limits.end(), value) - m_limits.begin());
}

QString ThemeScale::number(double value) const
{
    return QLocale().toString(value, 'f', m_decimals);
}

QString ThemeScale::words(int rank) const
{
    if (m_limits.isEmpty())
        return tr("all");
    if (rank <= 0)
        return tr("under %1").arg(number(m_limits.constFirst()));
    const double from = m_limits.at(rank - 1);
    if (rank >= m_limits.size())
        return tr("%1 and more").arg(number(from));
    if (m_decimals > 0)
        return tr("%1 – %2").arg(number(from), number(m_limits.at(rank)));
    const double last = m_limits.at(rank) - 1; // of whole numbers the last that belongs to it
    return last <= from ? number(from) : tr("%1–%2").arg(number(from), number(last));
}

} // namespace ui::map
