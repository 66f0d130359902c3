// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/plain_errors.h"

#include "domain/ticket_fields.h"
#include "items/caller_answer.h"

#include <QCoreApplication>

namespace ui::intake
{

namespace
{

constexpr int mobileDigits = 11;
constexpr int leastDigits = 7; // of a number within a town
constexpr int mostDigits = 12; // with its area code

QString tr(const char *text)
{
    return QCoreApplication::translate("ui::intake", text);
}

} // namespace

QString phoneError(const QString &phone)
{
    const QString digits = items::dialled(phone);
    const bool isMobile = digits.startsWith(u'1') && digits.size() > 5;
    const bool isService = !digits.startsWith(u'0') && digits.size() >= 3 && digits.size() <= 6;
    if (phone.trimmed().isEmpty() || digits.startsWith(u'+'))
        return {};
    for (QChar letter : phone) {
        if (!letter.isDigit() && !letter.isSpace()
            && !QStringLiteral("-－()（）+转").contains(letter))
            return tr("The phone number contains \"%1\".").arg(letter);
    }
    if (isMobile && digits.size() != mobileDigits)
        return tr("A mobile number has 11 digits; this one has %1.").arg(digits.size());
    if (!isMobile && !isService && digits.size() < leastDigits)
        return tr("The phone number is too short: %1 digits.").arg(digits.size());
    if (digits.size() > mostDigits)
        return tr("The phone number is too long: %1 digits.").arg(digits.size());
    return {};
}

QStringList plainErrors(const QString &phone, const domain::Values &ticket, Reached reached)
{
    namespace field = domain::field;
    QStringList errors;
    if (const QString error = phoneError(phone); !error.isEmpty())
        errors << error;
    if (reached >= Reached::Matter && !ticket.has(field::Kind))
        errors << tr("The kind is missing.");
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
