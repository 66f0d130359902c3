// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/customer_card.h"

#include "domain/words.h"

#include <algorithm>

namespace items
{

using namespace domain;

CustomerCard::CustomerCard(const Source &source, QObject *parent)
    : QObject(parent)
    , m_source(source)
    , m_background(source)
{
}

void CustomerCard::setSight(Sight *sight)
{
    m_sight = sight;
    connect(sight, &Sight::changed, this, &CustomerCard::changed);
}

bool CustomerCard::show(qint64 customer)
{
    const qint64 before = number();
    m_file = m_source.read.findCustomerFile(customer);
    if (number() != before)
        m_history = {};
    if (m_sight && m_file)
        m_sight->lookAt(m_file->customer.row.id);
    Q_EMIT changed();
    askHistory();
    return m_file.has_value();
}

void CustomerCard::clear()
{
    m_file.reset();
    m_history = {};
    if (m_sight)
        m_sight->lookAway();
    ++m_asked;
    Q_EMIT changed();
}

void CustomerCard::askHistory()
{
    const quint64 mine = ++m_asked;
    if (isEmpty())
        return;
    m_background
        .ask([number = number()](
                 store::Reader &reader) { return findCustomerHistory(reader, number); })
        .then(this, [this, mine](const CustomerHistory &history) {
            if (m_asked != mine)
                return;
            m_history = history;
            Q_EMIT historyChanged();
        });
}

QString CustomerCard::open(quint8 field, const QVariant &value) const
{
    return value.isValid() ? m_source.read.open(field, value) : QString();
}

ShownContact CustomerCard::contact(const store::NumberedRow &row, Clarity clarity) const
{
    const bool isCovered = m_sight && m_sight->clarity() == Clarity::Masked;
    return showContact(m_source.read, row, isCovered ? Clarity::Masked : clarity);
}

QStringList CustomerCard::groups() const
{
    return isEmpty() ? QStringList() : severalOf(text(customer::Groups));
}

Values CustomerCard::opened(const store::NumberedRow &row) const
{
    Values values;
    for (const auto &[number, value] : row.row.values) {
        const FieldSpec *spec = registerSpec(row.row.reg).fields.find(number);
        values.set(number, spec && spec->is(Personal) ? QVariant(open(number, value)) : value);
    }
    return values;
}

QString CustomerCard::gridName(const Id &grid) const
{
    const auto row = grid.isNull() ? std::nullopt : m_source.read.findRow(grid);
    return row
        ? row->row.values.text(grid::Code) + QLatin1Char(' ') + row->row.values.text(grid::Name)
        : QString();
}

QString CustomerCard::personName(const Id &person) const
{
    const auto row = person.isNull() ? std::nullopt : m_source.read.findRow(person);
    return row ? row->row.values.text(staff::Name) : QString();
}

/// Premises and members are told by their register: whose a new one is stands in its row.
bool CustomerCard::isTouchedBy(const store::Touched &touched) const
{
    if (touched.what == store::Touched::Ticket)
        return std::ranges::any_of(m_history.tickets, [&](const store::TicketLine &line) {
            return line.row == touched.number;
        }) || touched.isNew;
    return touched.what == store::Touched::Row
        && (Register(touched.reg) == Register::Customer
            || registerSpec(Register(touched.reg)).owner);
}

void CustomerCard::takeIn(const store::Committed &committed)
{
    const auto touches = [this](const store::Touched &touched) { return isTouchedBy(touched); };
    if (isEmpty() || std::ranges::none_of(committed.touched, touches))
        return;
    const bool isRow = std::ranges::any_of(committed.touched, [&](const store::Touched &touched) {
        return touched.what == store::Touched::Row && touches(touched);
    });
    if (isRow)
        show(number());
    else
        askHistory();
}

} // namespace items
