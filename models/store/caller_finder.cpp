// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/caller_finder.h"

#include "store/customer_file.h"

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

/// Whether a file is that of whoever calls from a number and gives a name, or no name.
struct CallerMatch {
    KeyRing &keys;
    const CustomerDraft &draft;

    bool fits(const NumberedRow &row, quint8 phone, quint8 name) const
    {
        const Values &values = row.row.values;
        return keys.open(phone, values[phone]) == draft.phone
            && (draft.name.isEmpty() || keys.open(name, values[name]) == draft.name);
    }
    bool isCustomer(const CustomerFile &file) const
    {
        const auto own = [this](const NumberedRow &row) {
            return fits(row, customer::Phone, customer::Name);
        };
        return own(file.customer) || std::ranges::any_of(file.merged, own);
    }
    /// A daughter calls from her own number: she gives her own name, or her mother's.
    bool isOfHousehold(const CustomerFile &file) const
    {
        const QVariant name = file.customer.row.values[customer::Name];
        const bool namesCustomer = keys.open(customer::Name, name) == draft.name;
        return std::ranges::any_of(file.contacts, [&](const NumberedRow &row) {
            return fits(row, contact::Phone, contact::Name)
                || (namesCustomer
                    && keys.open(contact::Phone, row.row.values[contact::Phone]) == draft.phone);
        });
    }
};

} // namespace

CallerFinder::CallerFinder(Database &database, KeyRing &keys, const People *people)
    : m_database(database)
    , m_keys(keys)
    , m_people(people)
{
}

void CallerFinder::committed()
{
    if (m_people && m_people->isComplete())
        forget();
}

void CallerFinder::forget()
{
    m_phones.clear();
    m_hasReadPhones = false;
}

/// A household member's phone stands for the customer.
void CallerFinder::note(const NumberedRow &row)
{
    const bool isContact = row.row.reg == Register::Contact;
    const quint8 field = isContact ? quint8(contact::Phone) : quint8(customer::Phone);
    const auto owner = isContact
        ? loadRow(m_database, row.row.values[contact::Customer].value<Id>())
        : std::optional(row);
    if (owner)
        m_phones.add(m_keys.open(field, row.row.values[field]), owner->number);
}

QVector<qint64> CallerFinder::whoMayHave(const QString &phone)
{
    if (m_people && m_people->isComplete())
        return m_phones.candidates(phone) + m_people->findByPhone(phone);
    if (!m_hasReadPhones) {
        for (const Register reg : {Register::Customer, Register::Contact})
            eachRow(m_database, reg, [this](const NumberedRow &row) { note(row); });
        m_hasReadPhones = true;
    }
    return m_phones.candidates(phone);
}

Id CallerFinder::find(const CustomerDraft &draft)
{
    if (draft.phone.isEmpty())
        return {};
    const CallerMatch match{m_keys, draft};
    Id ofHousehold;
    for (qint64 number : whoMayHave(draft.phone)) {
        // Most are found at once, without the rest of their file.
        const auto row = loadRow(m_database, number);
        if (row && !row->row.removed && !row->row.values.has(customer::MergedInto)
            && match.fits(*row, customer::Phone, customer::Name))
            return row->row.id;
        const auto file = loadCustomerFile(m_database, number);
        if (!file)
            continue;
        if (match.isCustomer(*file))
            return file->customer.row.id;
        if (ofHousehold.isNull() && match.isOfHousehold(*file))
            ofHousehold = file->customer.row.id;
    }
    return ofHousehold;
}

} // namespace store
