// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/customer_list_model.h"

#include "domain/words.h"

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

constexpr int linesKept = 2000;

bool isAboutCustomers(quint8 reg)
{
    return Register(reg) == Register::Customer || registerSpec(Register(reg)).owner;
}

store::Groups bitsOf(const QStringList &groups)
{
    store::Groups bits = 0;
    for (const QString &group : groups)
        bits |= store::Groups(1) << store::groupBit(group);
    return bits;
}

} // namespace

CustomerListModel::CustomerListModel(const Source &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_lines(linesKept)
    , m_background(source)
{
}

CustomerListModel::~CustomerListModel()
{
    ++m_asked;
}

QVector<qint64> CustomerListModel::findRows(store::Reader &reader, const CustomerQuery &query)
{
    return reader.findCustomerRows(query.text, bitsOf(query.groups));
}

void CustomerListModel::find(const CustomerQuery &query)
{
    m_query = query;
    ask();
}

void CustomerListModel::ask()
{
    const quint64 mine = ++m_asked;
    m_background
        .ask([this, mine, query = m_query](store::Reader &reader) {
            return m_asked == mine ? findRows(reader, query) : QVector<qint64>();
        })
        .then(this, [this, mine](const QVector<qint64> &rows) {
            if (m_asked != mine)
                return;
            show(rows);
            m_shown = mine;
            Q_EMIT completed();
        });
}

/// Changes only what lies between the first and the last difference, so that a selection stays where it is.
void CustomerListModel::show(const QVector<qint64> &rows)
{
    const int most = int(std::min(m_rows.size(), rows.size()));
    int first = 0;
    while (first < most && m_rows.at(first) == rows.at(first))
        ++first;
    int same = 0; // at the end
    while (same < m_rows.size() - first && same < rows.size() - first
        && m_rows.at(m_rows.size() - 1 - same) == rows.at(rows.size() - 1 - same))
        ++same;
    if (const int gone = int(m_rows.size()) - first - same; gone > 0) {
        beginRemoveRows({}, first, first + gone - 1);
        m_rows.remove(first, gone);
        endRemoveRows();
    }
    if (const int fresh = int(rows.size()) - first - same; fresh > 0) {
        beginInsertRows({}, first, first + fresh - 1);
        m_rows = rows;
        endInsertRows();
    }
}

void CustomerListModel::takeIn(const store::Committed &committed)
{
    bool isTouched = false;
    for (const store::Touched &touched : committed.touched) {
        if (touched.what != store::Touched::Row || !isAboutCustomers(touched.reg))
            continue;
        isTouched = true;
        m_lines.remove(touched.number);
        if (const int row = rowOf(touched.number); row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
    }
    if (isTouched)
        ask();
}

const CustomerListModel::Line *CustomerListModel::line(qint64 number) const
{
    if (const Line *known = m_lines.object(number))
        return known;
    const auto row = m_source.read.findRow(number);
    if (!row)
        return nullptr;
    auto *fresh = new Line{showContact(m_source.read, *row, Clarity::Masked),
        severalOf(m_source.read.open(customer::Groups, row->row.values[customer::Groups]))};
    m_lines.insert(number, fresh);
    return fresh;
}

int CustomerListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CustomerListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant CustomerListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    static constexpr quint8 fields[columns] = {
        customer::Name, customer::Phone, customer::Address, customer::Groups};
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= columns)
        return {};
    return labelOf(*registerSpec(Register::Customer).fields.find(fields[section]));
}

QVariant CustomerListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qint64 number = m_rows.at(index.row());
    if (role == NumberRole)
        return number;
    if (role != Qt::DisplayRole && role != GroupsRole)
        return {};
    const Line *found = line(number);
    if (!found)
        return {};
    if (role == GroupsRole)
        return found->groups;
    switch (index.column()) {
    case Name:
        return found->contact.name;
    case Phone:
        return found->contact.phone;
    case Address:
        return found->contact.address;
    case Groups:
        return wordsFor(List::CustomerGroup, found->groups.join(QLatin1Char(',')))
            .join(QStringLiteral(" · "));
    default:
        return {};
    }
}

} // namespace items
