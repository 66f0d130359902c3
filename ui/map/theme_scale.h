// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QVector>

namespace ui::map
{

/// Where the classes of a theme begin and end. A class holds its lower limit and what is below its upper one; the last is open upwards. Limits are
/// numbers that people say (5, 10, 20), so a class may come out a little larger or smaller than reckoned, and where values lie close
/// together there are fewer classes than asked for.
class ThemeScale
{
    Q_DECLARE_TR_FUNCTIONS(ui::map::ThemeScale)

public:
    enum class Kind {
        Quantiles, ///< about as many grids in each class
        Even, ///< steps of the same size
        Own, ///< limits that somebody set
    };
    static constexpr int kinds = 3;

    ThemeScale() = default; ///< one class of all
    /// `decimals`: of the values; 0 for counts, whose limits are then whole. Without limits of their own, those of Quantiles.
    static ThemeScale of(QVector<double> values, Kind kind, int classes, int decimals);
    /// Limits that somebody set; put in order, each once, as many as there are classes for.
    static ThemeScale own(QVector<double> limits, int decimals);

    int classes() const { return int(m_limits.size()) + 1; }
    const QVector<double> &limits() const { return m_limits; } ///< between the classes, ascending
    int rankOf(double value) const;
    /// "under 5", "5–9", "20 and more"; with decimals "0.5 – 1.0".
    QString words(int rank) const;

    bool operator==(const ThemeScale &) const = default;

private:
    QString number(double value) const;

    QVector<double> m_limits;
    int m_decimals = 0;
};

/// The nearest of 1, 2, 5, 10, 20, 50 … that isn't smaller.
double niceStep(double step);

} // namespace ui::map
