// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/register_model.h"

#include <algorithm>

namespace items
{

using namespace domain;

RegisterModel::RegisterModel(const Source &source, Register reg, QObject *parent)
    : QAbstractListModel(parent)
    , m_source(source)
    , m_reg(reg)
    , m_spec(registerSpec(reg))
    , m_background(source)
{
    m_background.ask([reg](store::Reader &reader) { return reader.findRows(reg); })
        .then(this, [this](const QVector<store::NumberedRow> &rows) { fill(rows); });
}

void RegisterModel::fill(const QVector<store::NumberedRow> &rows)
{
    if (m_isComplete)
        return;
    beginResetModel();
    m_rows = rows;
    std::ranges::sort(
        m_rows, [this](const auto &one, const auto &other) { return standsBefore(one, other); });
    m_isComplete = true;
    endResetModel();
    for (qint64 missed : std::exchange(m_missed, {}))
        renew(missed);
    Q_EMIT completed();
}

void RegisterModel::fillNow()
{
    if (!m_isComplete)
        fill(m_source.read.findRows(m_reg));
}

QVector<RegisterRow> RegisterModel::all()
{
    fillNow();
    QVector<RegisterRow> rows;
    for (const store::NumberedRow &row : m_rows)
        rows.append(row.row);
    return rows;
}

const RegisterRow *RegisterModel::find(const Id &id)
{
    fillNow();
    const auto at =
        std::ranges::find_if(m_rows, [&id](const auto &row) { return row.row.id == id; });
    return at == m_rows.end() ? nullptr : &at->row;
}

bool RegisterModel::standsBefore(
    const store::NumberedRow &one, const store::NumberedRow &other) const
{
    const int order = one.row.values.text(m_spec.code).compare(other.row.values.text(m_spec.code));
    return order != 0 ? order < 0 : one.number < other.number;
}

void RegisterModel::takeIn(const store::Committed &committed)
{
    for (const store::Touched &touched : committed.touched) {
        if (touched.what != store::Touched::Row || touched.reg != quint8(m_reg))
            continue;
        if (m_isComplete)
            renew(touched.number);
        else
            m_missed.append(touched.number);
    }
}

/// How many of the other rows stand before this one.
qsizetype RegisterModel::placeOf(const store::NumberedRow &row, qsizetype without) const
{
    qsizetype place = 0;
    for (qsizetype other = 0; other < m_rows.size(); ++other)
        place += other != without && standsBefore(m_rows.at(other), row);
    return place;
}

void RegisterModel::renew(qint64 number)
{
    const auto found = m_source.read.findRow(number);
    const auto at =
        std::ranges::find_if(m_rows, [number](const auto &row) { return row.number == number; });
    const qsizetype before = at == m_rows.end() ? -1 : at - m_rows.begin();
    const qsizetype after = found && !found->row.removed ? placeOf(*found, before) : -1;
    if (before < 0 && after >= 0) {
        beginInsertRows({}, int(after), int(after));
        m_rows.insert(after, *found);
        endInsertRows();
    } else if (before >= 0 && after < 0) {
        beginRemoveRows({}, int(before), int(before));
        m_rows.removeAt(before);
        endRemoveRows();
    } else if (before >= 0) {
        if (before != after) {
            beginMoveRows(
                {}, int(before), int(before), {}, int(after > before ? after + 1 : after));
            m_rows.move(before, after);
            endMoveRows();
        }
        m_rows[after] = *found;
        Q_EMIT dataChanged(index(int(after)), index(int(after)));
    }
}

int RegisterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RegisterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::NumberedRow &row = m_rows.at(index.row());
    switch (role) {
    case IdRole:
        return QVariant::fromValue(row.row.id);
    case CodeRole:
        return row.row.values.text(m_spec.code);
    case Qt::DisplayRole:
    case NameRole:
        return row.row.values.text(m_spec.name);
    case NumberRole:
        return row.number;
    default:
        return {};
    }
}

} // namespace items
