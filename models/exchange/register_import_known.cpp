// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/register_import_known.h"

#include <algorithm>

namespace exchange
{

using namespace domain;

namespace
{

std::vector<quint8> keyFieldsOf(const RegisterSpec &spec)
{
    switch (spec.reg) {
    case Register::Place:
        return {place::Street, place::Community, place::Address};
    case Register::Standard:
        return {standard::Clock, standard::Kind, standard::Line, standard::Urgency};
    default:
        return {spec.code ? spec.code : spec.name};
    }
}

QString joined(const QStringList &parts)
{
    return parts.join(QString()).isEmpty() ? QString() : parts.join(QChar(0));
}

} // namespace

KnownRows::KnownRows(const RegisterSpec &spec, store::Reader &reader)
    : m_spec(spec)
    , m_reader(reader)
    , m_keyFields(keyFieldsOf(spec))
{
    for (const store::NumberedRow &row : reader.findRows(spec.reg))
        remember(row);
}

void KnownRows::remember(const store::NumberedRow &row)
{
    for (const QString &key : keysOf(row.row.values))
        m_rows.insert(key, {row.row.id, row.row.values});
}

QString KnownRows::textOf(const Values &values, quint8 number) const
{
    const QVariant value = values[number];
    if (m_spec.fields.find(number)->type == FieldType::Customer)
        return value.value<Id>().toHex();
    return m_spec.fields.find(number)->is(Personal) ? m_reader.open(number, value)
                                                    : value.toString();
}

QStringList KnownRows::keysOf(const Values &values) const
{
    if (m_spec.reg == Register::Customer)
        return keysOfCustomer(values);
    if (m_spec.reg == Register::Contact)
        return keysUnderCustomer(values, {contact::Phone, contact::Name});
    if (m_spec.reg == Register::Premises)
        return keysUnderCustomer(values,
            {premises::WaterAccount, premises::WaterMeter, premises::PowerAccount,
                premises::PowerMeter, premises::HeatAccount, premises::HeatMeter,
                premises::GasAccount, premises::GasMeter, premises::PropertyAccount,
                premises::Address});
    QStringList parts;
    for (quint8 number : m_keyFields)
        parts << textOf(values, number);
    const QString key = joined(parts);
    return key.isEmpty() ? QStringList() : QStringList{key};
}

// By the number at the source; by name and phone; those who gave no phone by name and address, since
// many people share a name.
QStringList KnownRows::keysOfCustomer(const Values &values) const
{
    QStringList keys;
    if (values.has(customer::SourceId))
        keys << joined({QStringLiteral("source"), values.text(customer::Source),
            values.text(customer::SourceId)});
    const QString name = textOf(values, customer::Name), phone = textOf(values, customer::Phone);
    const QString address = phone.isEmpty() ? textOf(values, customer::Address) : QString();
    if (!name.isEmpty() || !phone.isEmpty())
        keys << joined({name, phone, address});
    return keys;
}

// By each number or name that is its own within one customer's file.
QStringList KnownRows::keysUnderCustomer(
    const Values &values, std::initializer_list<quint8> fields) const
{
    QStringList keys;
    for (quint8 number : fields) {
        if (values.has(number))
            keys << joined(
                {textOf(values, m_spec.under), QString::number(number), textOf(values, number)});
    }
    return keys;
}

bool KnownRows::isOnTheWay(const QStringList &keys) const
{
    return std::ranges::any_of(
        keys, [this](const QString &key) { return m_keysOnTheWay.contains(key); });
}

const KnownRow *KnownRows::find(const QStringList &keys, const Values &values) const
{
    for (const QString &key : keys) {
        const auto at = m_rows.constFind(key);
        if (at == m_rows.cend())
            continue;
        // One person may have several numbers at a source, one for each meter: those are files of their own.
        const bool isOther = m_spec.reg == Register::Customer && values.has(customer::SourceId)
            && at->values.has(customer::SourceId)
            && values.text(customer::SourceId) != at->values.text(customer::SourceId);
        if (!isOther)
            return &*at;
    }
    return nullptr;
}

Values KnownRows::newsIn(const Values &values, const KnownRow &known) const
{
    Values news;
    for (const auto &[number, value] : values) {
        const bool isSame = known.values[number] == value
            || (m_spec.fields.find(number)->is(Personal)
                && textOf(known.values, number) == value.toString());
        if (!isSame)
            news.set(number, value);
    }
    return news;
}

void KnownRows::send(const QStringList &keys, const Id &id)
{
    m_onTheWay.insert(keys.constFirst(), {keys, id});
    for (const QString &key : keys)
        m_keysOnTheWay.insert(key);
}

void KnownRows::arrived(const QString &key)
{
    const Sent sent = m_onTheWay.take(key);
    for (const QString &one : sent.keys)
        m_keysOnTheWay.remove(one);
    if (const auto row = m_reader.findRow(sent.id))
        remember(*row);
}

} // namespace exchange
