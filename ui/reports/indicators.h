// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reports/figures.h"

#include <QList>

namespace ui::reports
{

// What a report says first: a few figures of the whole, each beside the period before and the year
// before, with the change told in words. Two figures differ by what their printed digits differ by.
class Indicator
{
public:
    enum class Quantity { Count, Share, Score, Duration };

    struct Values {
        std::optional<double> present;
        std::optional<double> before;
        std::optional<double> yearBefore;
    };

    Indicator(const QString &label, Quantity quantity, const Values &values);

    QString label() const { return m_label; }
    bool hasValue() const { return m_values.present.has_value(); } // what follows needs one
    QString value() const; // "4.8"
    QString unit() const; // "%"; empty for durations, which say it themselves
    QString change() const; // "down 1.3 percentage points on the period before"
    // One whole sentence; empty where neither period has a figure.
    QString sentence() const;

private:
    QString words(double value) const; // with its unit
    QString difference(double from, double to) const;
    double printed(double value) const; // as exact as it is printed
    QString againstBefore(double from, double to) const;
    QString againstYearBefore(double from, double to) const;

    QString m_label;
    Quantity m_quantity;
    Values m_values;
};

// Received, done, late share, open, satisfaction, fixed at once, response and whole time; without those
// that have no value.
QList<Indicator> indicatorsOf(const ::reports::Figures &figures);

} // namespace ui::reports
