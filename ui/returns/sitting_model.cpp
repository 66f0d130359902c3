// SPDX-License-Identifier: GPL-3.0-or-later
#include "returns/sitting_model.h"

#include "look/icons.h"

namespace ui::returns
{

void SittingModel::add(const Slip &slip)
{
    beginInsertRows({}, 0, 0);
    m_slips.prepend(slip);
    endInsertRows();
}

int SittingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_slips.size());
}

int SittingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Result + 1;
}

QVariant SittingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Slip &slip = m_slips.at(index.row());
    if (role == Qt::DecorationRole && index.column() == Result) {
        return slip.isRefused ? look::icon(QStringLiteral("warning"), look::Tone::Late)
                              : look::icon(QStringLiteral("done"), look::Tone::Done);
    }
    if (role == Qt::ToolTipRole && index.column() == Result)
        return slip.result;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Time:
        return slip.time;
    case Number:
        return slip.number;
    case Matter:
        return slip.matter;
    case Steps:
        return slip.steps;
    case Result:
        return slip.result;
    default:
        return {};
    }
}

QVariant SittingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Typed at");
    case Number:
        return tr("Number");
    case Matter:
        return tr("Matter");
    case Steps:
        return tr("Steps");
    case Result:
        return tr("Result");
    default:
        return {};
    }
}

} // namespace ui::returns
