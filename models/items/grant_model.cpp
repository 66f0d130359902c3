// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/grant_model.h"

#include "store/entry_line.h"

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

GrantModel::State stateOf(const Grant &grant, qint64 now_ms)
{
    if (grant.isRevoked || (grant.until_ms && grant.until_ms <= now_ms))
        return GrantModel::State::Past;
    return grant.from_ms > now_ms ? GrantModel::State::ToCome : GrantModel::State::InForce;
}

} // namespace

GrantModel::GrantModel(store::Reader &read, QObject *parent)
    : QAbstractTableModel(parent)
    , m_read(read)
{
}

GrantModel::Line GrantModel::lineFrom(const store::NumberedRow &row)
{
    const Values &values = row.row.values;
    Line line{.number = row.number, .grant = grantFrom(row.row)};
    line.state = stateOf(line.grant, m_read.now_ms());
    line.role = values.text(grant::Role);
    line.revoked_ms = values.number(grant::Revoked);
    line.reason = values.text(grant::Reason);
    if (const auto grid = m_read.findRow(line.grant.grid))
        line.grid = grid->row.values.text(grid::Code) + u' ' + grid->row.values.text(grid::Name);
    if (const auto entry = store::findEntry(m_read, row.lastEntry)) {
        line.said_ms = entry->recorded_ms;
        if (const auto author = m_read.findRow(entry->actor))
            line.author = author->row.values.text(staff::Name);
    }
    return line;
}

void GrantModel::show(const Id &person)
{
    beginResetModel();
    m_person = person;
    m_lines.clear();
    for (const Grant &grant : m_read.grants().of(person)) {
        if (const auto row = m_read.findRow(grant.id))
            m_lines.prepend(lineFrom(*row));
    }
    std::ranges::stable_sort(m_lines, {}, &Line::state);
    endResetModel();
}

void GrantModel::takeIn(const store::Committed &committed)
{
    for (const store::Touched &touched : committed.touched) {
        if (touched.what == store::Touched::Row && touched.reg == quint8(Register::Grant))
            renew(touched.number);
    }
}

void GrantModel::renew(qint64 number)
{
    const auto row = m_read.findRow(number);
    if (!row || m_person.isNull() || row->row.values[grant::Person].value<Id>() != m_person)
        return;
    const auto known = std::ranges::find(m_lines, number, &Line::number);
    if (known != m_lines.end()) {
        const int at = int(known - m_lines.begin());
        *known = lineFrom(*row);
        Q_EMIT dataChanged(index(at, 0), index(at, columns - 1));
        return;
    }
    beginInsertRows({}, 0, 0);
    m_lines.prepend(lineFrom(*row));
    endInsertRows();
}

int GrantModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int GrantModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant GrantModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Line &line = m_lines.at(index.row());
    switch (index.column()) {
    case Role:
        return line.role;
    case Scope:
        return line.grid.isEmpty() ? line.grant.unit : line.grid;
    case Time:
        return int(line.state);
    default:
        return line.author;
    }
}

} // namespace items
