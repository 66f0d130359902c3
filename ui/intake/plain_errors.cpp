// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/plain_errors.h"

#include "domain/personal_numbers.h"
#include "domain/ticket_fields.h"

#include <QCoreApplication>

namespace ui::intake
{

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("ui::intake", text);
}

/// The first phone or identity number in what isn't sealed, masked.
QString personalNumberIn(const domain::Values &ticket)
{
    for (quint8 field : {domain::field::Title, domain::field::Description}) {
        const QString text = ticket.text(field);
        const auto found = domain::findPersonalNumbers(text);
        if (!found.isEmpty())
            return domain::masked(text.mid(found[0].from, found[0].length));
    }
    return {};
}

} // namespace

QStringList plainErrors(const QString &phone, const domain::Values &ticket, Reached reached)
{
    namespace field = domain::field;
    QStringList errors;
    if (const QString error = domain::oddityOfPhone(phone); !error.isEmpty())
        errors << error;
    if (reached >= Reached::Matter && !ticket.has(field::Kind))
        errors << tr("The kind is missing.");
    if (const QString number = personalNumberIn(ticket); !number.isEmpty())
        errors << tr("The text holds %1. Ctrl+L keeps it sealed.").arg(number);
    if (reached < Reached::End)
        return errors;
    if (!ticket.has(field::Address) && ticket.text(field::Kind) == u"repair")
        errors << tr("A repair without an address finds no grid.");
    if (!ticket.has(field::Category) && !ticket.has(field::Title)
        && !ticket.has(field::Description))
        errors << tr("It doesn't say yet what the matter is.");
    return errors;
}

} // namespace ui::intake
