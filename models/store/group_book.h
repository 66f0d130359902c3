// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringView>
#include <QVector>

#include <shared_mutex>

namespace store
{

/// One bit for each word of the list of customers' groups, in its order, and one behind for any word of one's own.
using Groups = quint32;

Groups groupsIn(QStringView text);
/// The bit of a group's code; that of words of one's own where the list doesn't have it.
int groupBit(QStringView code);

/// Who belongs to which groups (lives alone, needs power for a machine …): sealed on the disk, in memory only.
/// Most customers belong to none and take no room. One thread may change it while others ask.
class GroupBook
{
public:
    /// No groups take the customer out.
    void put(qint64 customer, Groups groups);
    /// Those who belong to all of these, the largest number first.
    QVector<qint64> find(Groups groups) const;
    bool holds(qint64 customer, Groups groups) const;
    qsizetype count(int bit) const;
    size_t memoryBytes() const;

private:
    mutable std::shared_mutex m_mutex;
    QHash<qint64, Groups> m_groups;
    QVector<qsizetype> m_counts = QVector<qsizetype>(32);
};

} // namespace store
