// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/row_texts.h"

#include "domain/shape_code.h"
#include "domain/stock.h"
#include "domain/words.h"

#include "geo/measures.h"

#include <QCoreApplication>
#include <QDateTime>

namespace items
{

using namespace domain;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(items)
};

QString areaWords(const QByteArray &code)
{
    const auto shape = shapeOf(code);
    if (!shape)
        return Words::tr("(not readable at this desk)");
    QStringList parts{
        areaText(geo::area_m2(*shape)), Words::tr("%Ln corner(s)", nullptr, int(shape->corners()))};
    if (shape->parts.size() > 1)
        parts << Words::tr("%Ln part(s)", nullptr, int(shape->parts.size()));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QString RowTexts::nameOf(const Id &id)
{
    auto at = m_names.find(id);
    if (at == m_names.end()) {
        QString name;
        if (const auto row = m_read.findRow(id)) {
            const RegisterSpec &spec = registerSpec(row->row.reg);
            name = row->row.values.text(spec.name);
            if (row->row.reg == Register::Grid)
                name.prepend(row->row.values.text(spec.code) + u' ');
        }
        at = m_names.insert(id, name);
    }
    return *at;
}

QString RowTexts::text(const FieldSpec &spec, const QVariant &value)
{
    if (!value.isValid())
        return {};
    switch (spec.type) {
    case FieldType::Choice:
        return wordFor(spec.list, value.toString());
    case FieldType::Person:
    case FieldType::Grid:
    case FieldType::Customer:
    case FieldType::Outage:
    case FieldType::VisitPlan:
        return nameOf(value.value<Id>());
    case FieldType::Time:
        return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), m_read.zone())
            .toString(spec.is(Moment) ? QStringLiteral("yyyy-MM-dd HH:mm")
                                      : QStringLiteral("yyyy-MM-dd"));
    case FieldType::Quantity:
        return quantityText(value.toLongLong());
    case FieldType::Area:
        return areaWords(value.toByteArray());
    case FieldType::Ticket: {
        const auto ticket = m_read.findTicket(value.value<Id>());
        return ticket ? ticket->ticket.values.text(field::Number) : QString();
    }
    case FieldType::Reference:
    case FieldType::Bytes:
        return {};
    default:
        return spec.is(Personal) ? m_read.open(spec.id, value) : value.toString();
    }
}

} // namespace items
