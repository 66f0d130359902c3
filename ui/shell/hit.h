// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QKeySequence>
#include <QString>

#include <functional>

namespace ui::shell
{

// Something that the finder found: a ticket, a person, a page, a command.
struct Hit {
    QString icon;
    QString title;
    QString detail; // muted, behind the title
    QKeySequence keys; // that would have done the same
    std::function<void()> open;
};

using HitSource = std::function<QList<Hit>(const QString &typed)>;

class HitModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setHits(QList<Hit> hits);
    const Hit &at(int row) const { return m_hits.at(row); }
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Hit> m_hits;
};

} // namespace ui::shell
