// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/register_import_known.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cstring>

namespace exchange
{

using namespace domain;

namespace
{

// What knows a row that names no code.
std::vector<quint8> fieldsThatName(const RegisterSpec &spec)
{
    switch (spec.reg) {
    case Register::Place:
        return {place::Street, place::Community, place::Address};
    case Register::Standard:
        return {standard::Clock, standard::Kind, standard::Line, standard::Urgency,
            standard::Category, standard::Unit};
    case Register::CalendarDay:
        return {calendar_day::Day, calendar_day::Hours};
    case Register::Staff:
        return {staff::Name, staff::Phone};
    case Register::Equipment:
        return {equipment::Name, equipment::Address};
    case Register::Task:
        return {task::Grid, task::Plan, task::What};
    default:
        return {spec.name};
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
{
    reader.eachRow(spec.reg, [this](const store::NumberedRow &row) {
        remember(row);
        return true;
    });
}

KnownRows::Digest KnownRows::digestOf(const QString &key)
{
    const QByteArray hash = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Blake2b_160);
    Digest digest;
    std::memcpy(&digest.first, hash.constData(), sizeof digest.first);
    std::memcpy(&digest.second, hash.constData() + sizeof digest.first, sizeof digest.second);
    return digest;
}

void KnownRows::remember(const store::NumberedRow &row)
{
    QStringList keys = keysOf(row.row.values);
    // A village of an address table is known by its code alone: thousands are called alike.
    if (m_spec.code && m_spec.reg != Register::Place)
        keys += keysWithoutCode(row.row.values);
    for (const QString &key : std::as_const(keys)) {
        const Digest digest = digestOf(key);
        const auto at = m_rows.constFind(digest);
        if (at != m_rows.cend() && *at != row.number)
            m_shared.insert(digest);
        m_rows.insert(digest, row.number);
    }
}

QString KnownRows::textOf(const Values &values, quint8 number) const
{
    const QVariant value = values[number];
    if (value.typeId() == qMetaTypeId<Id>())
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
    if (m_spec.code && values.has(m_spec.code))
        return {joined({QStringLiteral("code"), values.text(m_spec.code)})};
    return keysWithoutCode(values);
}

QStringList KnownRows::keysWithoutCode(const Values &values) const
{
    QStringList parts, keys;
    for (quint8 number : fieldsThatName(m_spec))
        parts << textOf(values, number);
    if (const QString key = joined(parts); !key.isEmpty())
        keys << key;
    // Somebody whose phone the table or the desk doesn't have, if nobody else bears the name.
    if (m_spec.reg == Register::Staff && values.has(staff::Name))
        keys << joined({QStringLiteral("alone"), values.text(staff::Name)});
    return keys;
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
        keys, [this](const QString &key) { return m_keysOnTheWay.contains(digestOf(key)); });
}

// Two that share a key and yet are two.
bool KnownRows::isOther(const Values &values, const Values &known) const
{
    // One person may have several numbers at a source, one for each meter: those are files of their own.
    if (m_spec.reg == Register::Customer)
        return values.has(customer::SourceId) && known.has(customer::SourceId)
            && values.text(customer::SourceId) != known.text(customer::SourceId);
    return m_spec.reg == Register::Staff && values.has(staff::Phone) && known.has(staff::Phone)
        && !values.has(staff::Login) && values.text(staff::Phone) != known.text(staff::Phone);
}

std::optional<store::NumberedRow> KnownRows::find(
    const QStringList &keys, const Values &values) const
{
    for (const QString &key : keys) {
        const Digest digest = digestOf(key);
        const auto at = m_rows.constFind(digest);
        const bool isNobodyAlone = m_spec.reg == Register::Staff && m_shared.contains(digest);
        if (at == m_rows.cend() || isNobodyAlone)
            continue;
        const auto row = m_reader.findRow(*at);
        if (row && !isOther(values, row->row.values))
            return row;
    }
    return {};
}

Values KnownRows::newsIn(const Values &values, const store::NumberedRow &known) const
{
    Values news;
    for (const auto &[number, value] : values) {
        const bool isSame = known.row.values[number] == value
            || (m_spec.fields.find(number)->is(Personal)
                && textOf(known.row.values, number) == value.toString());
        if (!isSame)
            news.set(number, value);
    }
    return news;
}

void KnownRows::send(const QStringList &keys, const Id &id)
{
    QVector<Digest> digests;
    for (const QString &key : keys)
        digests << digestOf(key);
    for (const Digest &digest : std::as_const(digests))
        m_keysOnTheWay.insert(digest);
    m_onTheWay.insert(digests.constFirst(), {digests, id});
}

void KnownRows::arrived(const QString &key)
{
    const Sent sent = m_onTheWay.take(digestOf(key));
    for (const Digest &one : sent.keys)
        m_keysOnTheWay.remove(one);
    if (const auto row = m_reader.findRow(sent.id))
        remember(*row);
}

} // namespace exchange
