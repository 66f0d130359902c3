// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/field_texts.h"

#include "domain/personal_numbers.h"
#include "domain/ticket_fields.h"
#include "domain/words.h"

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

bool isOfTicket(const FieldSpec &spec, quint8 number)
{
    return &spec == ticketFields().find(number);
}

} // namespace

QString FieldTexts::personal(const FieldSpec &spec, const QVariant &value)
{
    const QString open = m_read.open(spec.id, value);
    if (open.isEmpty() && !isBlank(value))
        return Words::tr("(not readable at this desk)");
    if (isOfTicket(spec, field::PrivateNote))
        return QStringLiteral("***");
    const bool isNumber =
        spec.is(Dialled) || spec.is(Identity) || isOfTicket(spec, field::ContactPhone);
    return isNumber ? masked(open) : open;
}

QString FieldTexts::text(const FieldSpec &spec, const QVariant &value)
{
    if (!value.isValid())
        return {};
    if (spec.is(Personal))
        return spec.type == FieldType::Choice
            ? wordsFor(spec.list, personal(spec, value)).join(u'、')
            : personal(spec, value);
    if (isOfTicket(spec, field::Satisfaction))
        return satisfactionWord(value.toInt());
    switch (spec.type) {
    case FieldType::Flag:
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    case FieldType::Time:
        return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), m_read.zone())
            .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    default:
        return m_rows.text(spec, value);
    }
}

} // namespace items
