// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace bench
{

/// How long one thing took, each time that it was done: by the clock on the wall, and how much of it this process
/// had a processor, which tells what a machine would do that has nothing else to do. All figures are milliseconds.
class Times
{
public:
    void add(double ms, double processor_ms);

    /// Does it once, and gives on what it gives.
    template <typename Work> auto take(Work work)
    {
        struct Stopwatch {
            Times &times;
            double processor_ms = usedProcessor_ms();
            QElapsedTimer timer;
            ~Stopwatch()
            {
                times.add(double(timer.nsecsElapsed()) / 1e6, usedProcessor_ms() - processor_ms);
            }
        } stopwatch{*this};
        stopwatch.timer.start();
        return work();
    }

    double p50_ms() const;
    double p99_ms() const;
    double max_ms() const;
    /// Sums over all times.
    double whole_ms() const;
    double wholeProcessor_ms() const;

    /// {"times", "p50_ms", "p99_ms", "max_ms", "processor_p50_ms", "processor_p99_ms"}
    QJsonObject json() const;

private:
    /// Of all threads of this process, and of the processes that it waited for.
    static double usedProcessor_ms();

    std::vector<double> m_ms;
    std::vector<double> m_processor_ms;
};

/// A bar of the design, what was measured against it, and whether it holds.
QJsonObject bar(const QString &name, double measured, double most);
QJsonObject barAtLeast(const QString &name, double measured, double least);

/// One thing beside its baseline of the same run: {"name", "figure", "baseline", "ratio"}, the ratio of the medians.
QJsonObject beside(const QString &name, const Times &ours, const Times &bare);

/// Enough digits to compare by, and no more.
double rounded(double value);

} // namespace bench
