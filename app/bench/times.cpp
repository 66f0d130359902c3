// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/times.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <sys/resource.h>
#include <time.h>

namespace bench
{

using namespace Qt::StringLiterals;

namespace
{

/// The value that so many of a hundred stay under; 0 when there are none.
double percentile(std::vector<double> values, int percent)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const size_t rank = (values.size() * size_t(percent) + 99) / 100;
    return values[std::max<size_t>(rank, 1) - 1];
}

} // namespace

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

void Times::add(double ms, double processor_ms)
{
    m_ms.push_back(ms);
    m_processor_ms.push_back(processor_ms);
}

double Times::p50_ms() const
{
    return percentile(m_ms, 50);
}

double Times::p99_ms() const
{
    return percentile(m_ms, 99);
}

double Times::max_ms() const
{
    return percentile(m_ms, 100);
}

double Times::whole_ms() const
{
    return std::accumulate(m_ms.begin(), m_ms.end(), 0.0);
}

double Times::wholeProcessor_ms() const
{
    return std::accumulate(m_processor_ms.begin(), m_processor_ms.end(), 0.0);
}

QJsonObject Times::json() const
{
    return {{u"times"_s, qint64(m_ms.size())}, {u"p50_ms"_s, rounded(p50_ms())},
        {u"p99_ms"_s, rounded(p99_ms())}, {u"max_ms"_s, rounded(max_ms())},
        {u"processor_p50_ms"_s, rounded(percentile(m_processor_ms, 50))},
        {u"processor_p99_ms"_s, rounded(percentile(m_processor_ms, 99))}};
}

double Times::usedProcessor_ms()
{
    timespec used;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    rusage children;
    getrusage(RUSAGE_CHILDREN, &children);
    const timeval user = children.ru_utime, system = children.ru_stime;
    return double(used.tv_sec + user.tv_sec + system.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6
        + double(user.tv_usec + system.tv_usec) / 1e3;
}

QJsonObject bar(const QString &name, double measured, double most)
{
    return {{u"bar"_s, name}, {u"measured"_s, rounded(measured)}, {u"at_most"_s, most},
        {u"holds"_s, measured <= most}};
}

QJsonObject barAtLeast(const QString &name, double measured, double least)
{
    return {{u"bar"_s, name}, {u"measured"_s, rounded(measured)}, {u"at_least"_s, least},
        {u"holds"_s, measured >= least}};
}

QJsonObject beside(const QString &name, const Times &ours, const Times &bare)
{
    const double ratio = bare.p50_ms() > 0 ? ours.p50_ms() / bare.p50_ms() : 0;
    return {{u"name"_s, name}, {u"figure"_s, ours.json()}, {u"baseline"_s, bare.json()},
        {u"ratio"_s, rounded(ratio)}};
}

} // namespace bench
