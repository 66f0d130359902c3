// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/privacy_lists.h"

#include "domain/words.h"
#include "items/shown_contact.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(items)
};

constexpr qint64 mostLooks = 5'000;
constexpr qint64 mostDue = 2'000;
constexpr qint64 usualMonths = 36;

QString timeIn(store::Reader &reader, qint64 at_ms)
{
    return at_ms ? QDateTime::fromMSecsSinceEpoch(at_ms, reader.zone())
                       .toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                 : QString();
}

QString staffName(store::Reader &reader, const Id &person)
{
    const auto row = person.isNull() ? std::nullopt : reader.findRow(person);
    return row ? row->row.values.text(staff::Name) : QString();
}

/// The name and the end of the phone; of somebody who was erased that they were.
QString customerWords(store::Reader &reader, const std::optional<store::NumberedRow> &row)
{
    if (!row || row->row.values.has(customer::Erased))
        return Words::tr("erased");
    const ShownContact shown = showContact(reader, *row, Clarity::Masked);
    return shown.phone.isEmpty() ? shown.name : shown.name + QStringLiteral(" · ") + shown.phone;
}

qint64 numberOf(const std::optional<store::NumberedRow> &row)
{
    return row && !row->row.removed ? row->number : 0;
}

} // namespace

TextTable findLookList(store::Reader &reader, qint64 from_ms)
{
    TextTable table{{Words::tr("When"), Words::tr("Who"), Words::tr("Whose"), Words::tr("Ticket"),
                        Words::tr("What for"), Words::tr("Reason")},
        {}, reader.countLooks({.from_ms = from_ms})};
    for (const store::LookLine &look : reader.findLooks({.from_ms = from_ms, .limit = mostLooks})) {
        const auto customer = reader.findRow(look.customer);
        table.rows.append({{timeIn(reader, look.at_ms), staffName(reader, look.person),
                               customerWords(reader, customer), look.ticket,
                               wordFor(List::Purpose, look.purpose), look.reason},
            look.customer, numberOf(customer), look.ticket, false});
    }
    return table;
}

TextTable findErasureList(store::Reader &reader)
{
    TextTable table{
        {Words::tr("Whose"), Words::tr("Why"), Words::tr("Reason"), Words::tr("Asked by"),
            Words::tr("Asked at"), Words::tr("Answer"), Words::tr("Answered by")},
        {}, 0};
    for (const store::NumberedRow &found : reader.findRows(Register::Erasure)) {
        const Values &erasure = found.row.values;
        const auto customer = reader.findRow(erasure[erasure::Customer].value<Id>());
        const bool waits = !erasure.has(erasure::AnsweredAt);
        const QString answer = waits ? Words::tr("waits for a second person")
            : erasure.flag(erasure::Approved)
            ? Words::tr("erased %1").arg(timeIn(reader, erasure.number(erasure::AnsweredAt)))
            : Words::tr("refused. %1").arg(erasure.text(erasure::Answer));
        table.rows.append(
            {{customerWords(reader, customer), wordFor(List::Basis, erasure.text(erasure::Basis)),
                 erasure.text(erasure::Reason),
                 staffName(reader, erasure[erasure::AskedBy].value<Id>()),
                 timeIn(reader, erasure.number(erasure::AskedAt)), answer,
                 staffName(reader, erasure[erasure::AnsweredBy].value<Id>())},
                found.row.id, numberOf(customer), {}, waits});
    }
    std::ranges::stable_sort(table.rows, std::greater(), &TextTable::Row::waits);
    table.all = table.rows.size();
    return table;
}

qint64 retentionMonths(store::Reader &reader)
{
    const auto company = reader.findRows(Register::Company, 1);
    const qint64 months =
        company.isEmpty() ? 0 : company.constFirst().row.values.number(company::RetentionMonths);
    return months > 0 ? months : usualMonths;
}

qint64 dueBefore_ms(store::Reader &reader, qint64 months)
{
    return QDateTime::fromMSecsSinceEpoch(reader.now_ms(), reader.zone())
        .addMonths(-int(months))
        .toMSecsSinceEpoch();
}

TextTable findDueList(store::Reader &reader)
{
    const qint64 before_ms = dueBefore_ms(reader, retentionMonths(reader));
    TextTable table{
        {Words::tr("Customer"), Words::tr("Last business"), Words::tr("Tickets")}, {}, 0};
    for (const store::NumberedRow &found : reader.findDueForErasure(before_ms, mostDue)) {
        store::TicketQuery query;
        query.filters = {{QStringLiteral("customer"), QString::number(found.number)}};
        const qint64 tickets = reader.countTickets(query);
        query.limit = 1;
        const auto last = reader.findTickets(query);
        table.rows.append(
            {{customerWords(reader, found),
                 last.isEmpty() ? Words::tr("none") : timeIn(reader, last.constFirst().happened_ms),
                 QString::number(tickets)},
                found.row.id, found.number, {}, true});
    }
    table.all = table.rows.size();
    return table;
}

void TextTableModel::show(TextTable table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int TextTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int TextTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.titles.size());
}

QVariant TextTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return m_table.rows.at(index.row()).cells.value(index.column());
}

QVariant TextTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole
        ? QVariant(m_table.titles.value(section))
        : QVariant();
}

} // namespace items
