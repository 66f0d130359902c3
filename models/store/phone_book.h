// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <QVector>

#include <shared_mutex>
#include <vector>

namespace store
{

/// Which customers may have exactly this phone number: 8 bytes each, in memory only. An answer is a candidate,
/// to be checked against the row: numbers that were changed stay, and two may share a hash. One thread may
/// add while others ask.
class PhoneBook
{
public:
    void add(QStringView phone, qint64 customer);
    void clear();
    QVector<qint64> candidates(QStringView phone) const;
    size_t memoryBytes() const;

private:
    void sort();

    struct Line {
        quint32 hash;
        quint32 customer;
        auto operator<=>(const Line &) const = default;
    };

    mutable std::shared_mutex m_mutex;
    std::vector<Line> m_lines; ///< sorted up to m_sorted, then the latest as they came
    size_t m_sorted = 0;
};

} // namespace store
