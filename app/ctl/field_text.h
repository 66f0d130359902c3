// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "exchange/value_parser.h"

#include <QJsonObject>

namespace ctl
{

/// The way between what people and scripts write and the values of declared fields. People are named by
/// login, grids by code, other rows by the 32 hex digits of their id; times are ISO 8601, the company's
/// where no zone stands beside them. What doesn't fit its field is refused with the field's name.
class FieldText
{
public:
    explicit FieldText(store::Reader &reader);

    /// Invalid for what is blank.
    QVariant parse(const domain::FieldSpec &spec, const QJsonValue &value) const;
    /// Nothing but fields of the table; `things` names in a refusal who doesn't have the field.
    domain::Values parse(
        const domain::FieldTable &fields, const QJsonObject &object, const QString &things) const;
    qint64 parseTime_ms(const QString &key, const QString &text) const;
    domain::Id parsePerson(const QString &key, const QString &login) const;

    /// Personal fields are opened.
    QJsonValue json(const domain::FieldSpec &spec, const QVariant &value) const;
    QJsonObject json(const domain::FieldTable &fields, const domain::Values &values) const;
    /// The same with the middle of phones and identity numbers covered, as a list shows them.
    static QJsonObject covered(const domain::FieldTable &fields, QJsonObject object);
    QString time(qint64 moment_ms) const;
    /// A person's login; a grid's code.
    QString code(const domain::Id &row) const;
    /// {"login", "name"}; null for nobody.
    QJsonValue person(const domain::Id &person) const;

private:
    QVariant parseText(const domain::FieldSpec &spec, const QString &text) const;
    domain::Id parseCode(domain::Register reg, const QString &key, const QString &code) const;
    domain::Id parseTicket(const QString &key, const QString &number) const;

    store::Reader &m_reader;
    const QTimeZone m_zone;
    const exchange::TimeParser m_times;
};

/// A quantity as people write it, in thousandths.
qint64 parseQuantity(const QString &key, const QString &text);

[[noreturn]] void refuseUnknownField(
    const QString &key, const domain::FieldTable &fields, const QString &things);

} // namespace ctl
