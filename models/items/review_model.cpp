// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/review_model.h"

#include "domain/registers.h"

#include <algorithm>

namespace items
{

using namespace domain;

ReviewModel::ReviewModel(store::Reader &read, QObject *parent)
    : QAbstractTableModel(parent)
    , m_read(read)
{
    find();
}

ReviewModel::Line ReviewModel::lineFrom(const store::ConflictLine &conflict)
{
    Line line{.conflict = conflict.number, .position = conflict.entry, .ticket = conflict.ticket};
    if (const auto entry = store::findEntry(m_read, conflict.entry)) {
        line.recorded_ms = entry->recorded_ms;
        line.events = entry->events;
        const auto author = m_read.findRow(entry->actor);
        line.author = author ? author->row.values.text(staff::Name) : QString();
    }
    return line;
}

void ReviewModel::find()
{
    beginResetModel();
    m_lines.clear();
    for (const store::ConflictLine &conflict : m_read.findConflicts()) {
        if (conflict.reason == store::ConflictReason::LackedRight)
            m_lines.prepend(lineFrom(conflict));
    }
    endResetModel();
}

void ReviewModel::takeIn(const store::Committed &committed)
{
    const bool raised = std::ranges::any_of(committed.touched,
        [](const store::Touched &touched) { return touched.what == store::Touched::Conflict; });
    if (!raised)
        return;
    const qint64 newest = m_lines.isEmpty() ? 0 : m_lines.constFirst().conflict;
    for (const store::ConflictLine &conflict : m_read.findConflicts()) {
        if (conflict.number <= newest || conflict.reason != store::ConflictReason::LackedRight)
            continue;
        beginInsertRows({}, 0, 0);
        m_lines.prepend(lineFrom(conflict));
        endInsertRows();
    }
}

int ReviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ReviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Line &line = m_lines.at(index.row());
    switch (index.column()) {
    case When:
        return line.recorded_ms;
    case Who:
        return line.author;
    case Ticket:
        return line.ticket;
    default:
        return line.position;
    }
}

} // namespace items
