// SPDX-License-Identifier: GPL-3.0-or-later
#include "desks/desk_table.h"

#include "look/icons.h"
#include "widgets/list_view.h"
#include "widgets/time_words.h"

#include <QHeaderView>

namespace ui::desks
{

using items::DeskLine;
using items::DeskListModel;

namespace
{

constexpr int widths[] = {148, 216, 204, 104}; // the last column takes the rest

} // namespace

DeskListWords::DeskListWords(DeskListModel &list, const domain::Clock &clock, const QTimeZone &zone)
    : m_clock(clock)
    , m_zone(zone)
{
    setSourceModel(&list);
}

QString DeskListWords::words(int column, const DeskLine &line) const
{
    switch (column) {
    case DeskListModel::Name:
        return nameWords(line);
    case DeskListModel::State:
        return standingWords(line, moment());
    case DeskListModel::Way:
        return wayWords(line);
    case DeskListModel::LastContact:
        return contactWords(line, moment());
    default:
        return lagWords(line);
    }
}

QVariant DeskListWords::data(const QModelIndex &index, int role) const
{
    const QVariant value = QIdentityProxyModel::data(index, DeskListModel::LineRole);
    if (!value.isValid())
        return {};
    const auto line = value.value<DeskLine>();
    if (role == Qt::DisplayRole)
        return words(index.column(), line);
    if (role == Qt::ToolTipRole) {
        if (index.column() == DeskListModel::LastContact && line.contact.lastContact_ms > 0)
            return widgets::exactTime(line.contact.lastContact_ms, m_zone);
        return index.column() == DeskListModel::State ? explanation(line) : QString();
    }
    if (role == Qt::DecorationRole && index.column() == DeskListModel::State) {
        const widgets::Mood mood = moodOf(line);
        return look::icon(widgets::moodIcon(mood), widgets::moodTone(mood));
    }
    return {};
}

QVariant DeskListWords::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DeskListModel::Name:
        return tr("Desk");
    case DeskListModel::State:
        return tr("State");
    case DeskListModel::Way:
        return tr("Reached by");
    case DeskListModel::LastContact:
        return tr("Last contact");
    default:
        return tr("Entries on their way");
    }
}

DeskTable::DeskTable(DeskListWords &words, QWidget *parent)
    : QTableView(parent)
{
    setModel(&words);
    widgets::dressAsList(*this, tr("Desks of the company"));
    horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < int(std::size(widths)); ++column)
        horizontalHeader()->resizeSection(column, widths[column]);
}

} // namespace ui::desks
