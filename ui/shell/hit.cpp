// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/hit.h"

namespace ui::shell
{

void HitModel::setHits(QList<Hit> hits)
{
    beginResetModel();
    m_hits = std::move(hits);
    endResetModel();
}

int HitModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hits.size());
}

QVariant HitModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Hit &hit = m_hits.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return hit.title;
    case Qt::AccessibleTextRole:
        return QString(hit.title + QLatin1Char(' ') + hit.detail).trimmed();
    default:
        return {};
    }
}

} // namespace ui::shell
