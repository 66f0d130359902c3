// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/account_model.h"

#include "store/sign_in.h"

#include <algorithm>

namespace items
{

using namespace domain;

AccountModel::AccountModel(const Source &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_background(source)
{
    const auto read = [](store::Reader &reader) {
        QVector<Line> lines;
        for (const store::NumberedRow &row : reader.findRows(Register::Staff))
            lines.append(lineFrom(reader, row));
        std::ranges::stable_sort(lines, {}, &Line::login);
        return lines;
    };
    m_background.ask(read).then(this, [this](const QVector<Line> &lines) {
        beginResetModel();
        m_lines = lines;
        m_isComplete = true;
        endResetModel();
        for (const Id &missed : std::exchange(m_missed, {}))
            renew(missed);
        Q_EMIT completed();
    });
}

AccountModel::Line AccountModel::lineFrom(store::Reader &reader, const store::NumberedRow &person)
{
    const Values &values = person.row.values;
    return {person.number, person.row.id, values.text(staff::Login), values.text(staff::Name),
        values.text(staff::Role), reader.grants().inForce(person.row.id, reader.now_ms()),
        store::hasPassword(reader, person.row.id)};
}

int AccountModel::rowOf(const Id &person) const
{
    const auto at = std::ranges::find(m_lines, person, &Line::id);
    return at == m_lines.end() ? -1 : int(at - m_lines.begin());
}

/// Whom a touched row is about; nobody where it is about no account.
Id AccountModel::personOf(const store::Touched &touched) const
{
    if (touched.what != store::Touched::Row)
        return {};
    const auto row = m_source.read.findRow(touched.number);
    if (!row)
        return {};
    switch (row->row.reg) {
    case Register::Staff:
        return row->row.id;
    case Register::Grant:
        return row->row.values[grant::Person].value<Id>();
    case Register::Account:
        return row->row.values[account::Person].value<Id>();
    default:
        return {};
    }
}

void AccountModel::takeIn(const store::Committed &committed)
{
    QVector<Id> people;
    for (const store::Touched &touched : committed.touched) {
        const Id person = personOf(touched);
        if (!person.isNull() && !people.contains(person))
            people.append(person);
    }
    for (const Id &person : people) {
        if (m_isComplete)
            renew(person);
        else
            m_missed.append(person);
    }
}

void AccountModel::renew(const Id &person)
{
    const auto found = m_source.read.findRow(person);
    const int before = rowOf(person);
    const bool isThere = found && found->row.reg == Register::Staff && !found->row.removed;
    const bool moves = before >= 0
        && (!isThere || m_lines.at(before).login != found->row.values.text(staff::Login));
    if (moves) {
        beginRemoveRows({}, before, before);
        m_lines.removeAt(before);
        endRemoveRows();
    }
    if (!isThere)
        return;
    const Line line = lineFrom(m_source.read, *found);
    if (before >= 0 && !moves) {
        m_lines[before] = line;
        Q_EMIT dataChanged(index(before, 0), index(before, columns - 1));
        return;
    }
    const auto place = std::ranges::lower_bound(m_lines, line.login, {}, &Line::login);
    const int row = int(place - m_lines.begin());
    beginInsertRows({}, row, row);
    m_lines.insert(row, line);
    endInsertRows();
}

int AccountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int AccountModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant AccountModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const Line &line = m_lines.at(index.row());
    switch (index.column()) {
    case Login:
        return line.login;
    case Name:
        return line.name;
    case Password:
        return line.hasPassword;
    default:
        return int(line.grants.size());
    }
}

} // namespace items
