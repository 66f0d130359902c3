// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "store/committed.h"

#include <QAbstractListModel>

#include <atomic>

namespace items
{

/// Pairs of customers' files that are likely of one person, the surest first. Searched on another thread with
/// progress; a pair leaves the list when it is merged, or judged to be of two people.
class DuplicateModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        OneRole = Qt::UserRole + 1, ///< the older file's row number
        OtherRole,
        LikelihoodRole, ///< in words
        ReasonRole, ///< in words
    };

    explicit DuplicateModel(const Source &source, QObject *parent = nullptr);
    ~DuplicateModel() override;

    void search();
    void cancel() { m_isCancelled = true; }
    bool isSearching() const { return m_isSearching; }
    const domain::DuplicatePair &at(int row) const { return m_pairs.at(row); }
    /// Takes a pair off the list at once; what was done about it is on its way.
    void remove(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void progressed(int percent);
    void completed();

private:
    const Source m_source;
    QVector<domain::DuplicatePair> m_pairs;
    bool m_isSearching = false;
    std::atomic<bool> m_isCancelled = false;
    Background m_background;
};

} // namespace items
