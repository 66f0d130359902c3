// SPDX-License-Identifier: GPL-3.0-or-later
#include "field_text.h"

#include "arguments.h"

#include "domain/personal_numbers.h"
#include "domain/stock.h"

#include <cmath>

namespace ctl
{

using namespace domain;

namespace
{

[[noreturn]] void refuseValue(const QString &key, const QString &text, const QString &advice)
{
    refuse({key, Words::tr("\"%1\" doesn't fit this field.").arg(text.left(80)), advice});
}

QVariant parseNumber(const FieldSpec &spec, const QString &text)
{
    bool fits = false;
    if (spec.type == FieldType::Integer) {
        const qint64 number = text.toLongLong(&fits);
        if (!fits)
            refuseValue(spec.name(), text, Words::tr("Write a whole number."));
        return number;
    }
    const double number = text.toDouble(&fits);
    if (!fits || !std::isfinite(number))
        refuseValue(spec.name(), text, Words::tr("Write a number."));
    return number;
}

QVariant parseFlag(const FieldSpec &spec, const QString &text)
{
    for (const char16_t *yes : {u"1", u"true", u"yes"}) {
        if (text == QStringView(yes))
            return true;
    }
    for (const char16_t *no : {u"0", u"false", u"no"}) {
        if (text == QStringView(no))
            return false;
    }
    refuseValue(spec.name(), text, Words::tr("Write true or false."));
}

QVariant parseId(const FieldSpec &spec, const QString &text)
{
    if (const auto id = Id::fromHex(text))
        return QVariant::fromValue(*id);
    refuseValue(spec.name(), text, Words::tr("Write an id, 32 hexadecimal digits."));
}

} // namespace

qint64 parseQuantity(const QString &key, const QString &text)
{
    if (const auto quantity = quantityOf(text))
        return *quantity;
    refuseValue(key, text, Words::tr("Write a number with three places at most, such as 2.5."));
}

FieldText::FieldText(store::Reader &reader)
    : m_reader(reader)
    , m_zone(reader.zone())
    , m_times({}, m_zone)
{
}

QVariant FieldText::parse(const FieldSpec &spec, const QJsonValue &value) const
{
    if (value.isArray() || value.isObject())
        refuseValue(spec.name(), QStringLiteral("{…}"), Words::tr("Write one value."));
    const QString text = exchange::trimmed(value.toVariant().toString());
    return text.isEmpty() ? QVariant() : parseText(spec, text);
}

QVariant FieldText::parseText(const FieldSpec &spec, const QString &text) const
{
    switch (spec.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Choice:
        return text;
    case FieldType::Integer:
    case FieldType::Number:
        return parseNumber(spec, text);
    case FieldType::Flag:
        return parseFlag(spec, text);
    case FieldType::Time:
        return parseTime_ms(spec.name(), text);
    case FieldType::Person:
    case FieldType::Grid:
    case FieldType::Outage:
    case FieldType::VisitPlan:
        return QVariant::fromValue(parseCode(*namedBy(spec.type), spec.name(), text));
    case FieldType::Ticket:
        return QVariant::fromValue(parseTicket(spec.name(), text));
    case FieldType::Customer:
    case FieldType::Reference:
        return parseId(spec, text);
    case FieldType::Quantity:
        return parseQuantity(spec.name(), text);
    case FieldType::Bytes:
    case FieldType::Area:
        return QByteArray::fromHex(text.toLatin1());
    }
    return {};
}

Values FieldText::parse(
    const FieldTable &fields, const QJsonObject &object, const QString &things) const
{
    Values values;
    for (auto at = object.begin(); at != object.end(); ++at) {
        const FieldSpec *spec = fields.find(at.key());
        if (!spec)
            refuseUnknownField(at.key(), fields, things);
        values.set(spec->id, parse(*spec, *at));
    }
    return values;
}

qint64 FieldText::parseTime_ms(const QString &key, const QString &text) const
{
    const auto time = m_times.parse(text);
    if (!time)
        refuseValue(key, text, Words::tr("Write a time that exists, such as 2018-06-30T14:05."));
    return time->at.toMSecsSinceEpoch();
}

Id FieldText::parsePerson(const QString &key, const QString &login) const
{
    return parseCode(Register::Staff, key, login);
}

Id FieldText::parseCode(Register reg, const QString &key, const QString &code) const
{
    if (const auto row = m_reader.findRowByCode(reg, code))
        return row->row.id;
    const QString what = reg == Register::Grid ? Words::tr("There is no grid with the code \"%1\".")
        : reg == Register::Outage ? Words::tr("There is no outage with the code \"%1\".")
                                  : Words::tr("Nobody on the staff has the login \"%1\".");
    const QString advice =
        Words::tr("See: griddeskctl %1").arg(QLatin1StringView(registerSpec(reg).key));
    refuse({key, what.arg(code), advice, Refusal::Unknown});
}

Id FieldText::parseTicket(const QString &key, const QString &number) const
{
    if (const auto ticket = m_reader.findTicket(number))
        return ticket->ticket.id;
    refuse({key, Words::tr("There is no ticket \"%1\".").arg(number),
        Words::tr("Write the number as `tickets` prints it."), Refusal::Unknown});
}

QJsonValue FieldText::json(const FieldSpec &spec, const QVariant &value) const
{
    if (spec.is(Personal))
        return m_reader.open(spec.id, value);
    switch (spec.type) {
    case FieldType::Integer:
        return value.toLongLong();
    case FieldType::Number:
        return value.toDouble();
    case FieldType::Flag:
        return value.toBool();
    case FieldType::Time:
        return time(value.toLongLong());
    case FieldType::Person:
    case FieldType::Grid:
    case FieldType::Outage:
    case FieldType::VisitPlan:
        return code(value.value<Id>());
    case FieldType::Ticket: {
        const auto ticket = m_reader.findTicket(value.value<Id>());
        return ticket ? ticket->ticket.values.text(field::Number) : QString();
    }
    case FieldType::Customer:
    case FieldType::Reference:
        return value.value<Id>().toHex();
    case FieldType::Quantity:
        return double(value.toLongLong()) / 1000;
    case FieldType::Bytes:
    case FieldType::Area:
        return QString::fromLatin1(value.toByteArray().toHex());
    default:
        return value.toString();
    }
}

QJsonObject FieldText::json(const FieldTable &fields, const Values &values) const
{
    QJsonObject object;
    for (const auto &[number, value] : values) {
        if (const FieldSpec *spec = fields.find(number))
            object.insert(spec->name(), json(*spec, value));
    }
    return object;
}

QJsonObject FieldText::covered(const FieldTable &fields, QJsonObject object)
{
    for (const FieldSpec &spec : fields) {
        const bool isNumber = spec.is(Dialled) || spec.is(Identity);
        if (spec.is(Personal) && isNumber && object.contains(spec.name()))
            object.insert(spec.name(), masked(object[spec.name()].toString()));
    }
    return object;
}

QString FieldText::time(qint64 moment_ms) const
{
    return QDateTime::fromMSecsSinceEpoch(moment_ms, m_zone).toString(Qt::ISODate);
}

QString FieldText::code(const Id &id) const
{
    const auto row = id.isNull() ? std::nullopt : m_reader.findRow(id);
    return row ? row->row.values.text(registerSpec(row->row.reg).code) : QString();
}

QJsonValue FieldText::person(const Id &id) const
{
    const auto row = id.isNull() ? std::nullopt : m_reader.findRow(id);
    if (!row)
        return {};
    return QJsonObject{{QStringLiteral("login"), row->row.values.text(staff::Login)},
        {QStringLiteral("name"), row->row.values.text(staff::Name)}};
}

void refuseUnknownField(const QString &key, const FieldTable &fields, const QString &things)
{
    QStringList known;
    for (const FieldSpec &spec : fields)
        known << spec.name();
    refuse({key, Words::tr("%1 have no such field.").arg(things),
        Words::tr("They have: %1.").arg(known.join(QStringLiteral(", ")))});
}

} // namespace ctl
