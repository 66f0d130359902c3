// SPDX-License-Identifier: GPL-3.0-or-later
#include "conflicts/conflict_table.h"

#include "items/conflict_words.h"
#include "look/icons.h"
#include "widgets/time_words.h"

namespace ui::conflicts
{

using items::ConflictListModel;

ConflictTable::ConflictTable(ConflictListModel &model, store::Reader &read, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_model(model)
    , m_read(read)
{
    setSourceModel(&model);
}

QVariant ConflictTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DecorationRole && index.column() == ConflictListModel::What) {
        const items::ConflictCard *card = m_model.at(index.row());
        const bool isOpen = card && card->isOpen();
        return look::icon(isOpen ? QStringLiteral("conflict") : QStringLiteral("done"),
            isOpen ? look::Tone::Conflict : look::Tone::Done);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return QIdentityProxyModel::data(index, role);
    const QVariant meaning = QIdentityProxyModel::data(index, Qt::DisplayRole);
    if (index.column() != ConflictListModel::When)
        return meaning;
    return role == Qt::ToolTipRole
        ? widgets::exactTime(meaning.toLongLong(), m_read.zone())
        : widgets::timeWords(meaning.toLongLong(), m_read.now_ms(), m_read.zone());
}

QVariant ConflictTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("When"), tr("What"), tr("About"), tr("Who")};
    return section >= 0 && section < int(std::size(titles)) ? titles[section] : QVariant();
}

} // namespace ui::conflicts
