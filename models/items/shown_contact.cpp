// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/shown_contact.h"

#include "domain/personal_numbers.h"

namespace items
{

using namespace domain;

ShownContact showContact(store::Reader &reader, const store::NumberedRow &row, Clarity clarity)
{
    const auto open = [&](quint8 field) { return reader.open(field, row.row.values[field]); };
    const auto number = [&](quint8 field) {
        return clarity == Clarity::Clear ? open(field) : masked(open(field));
    };
    if (row.row.reg == Register::DutyLog)
        return {{}, number(duty_log::Phone), {}, {}};
    if (row.row.reg == Register::Contact)
        return {open(contact::Name), number(contact::Phone), {}, {}};
    return {open(customer::Name), number(customer::Phone), number(customer::IdNumber),
        open(customer::Address)};
}

} // namespace items
