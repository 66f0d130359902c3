// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/customer_file.h"

#include <algorithm>

namespace store
{

using namespace domain;

namespace
{

struct Link {
    qint64 number = 0;
    Id id;
    Id above;
};

/// A customer's place in the chain of merging; number 0 where there is none, or it was removed.
template <typename Key> Link linkOf(Database &database, const QByteArray &column, const Key &key)
{
    Statement &find = database.prepared(
        "SELECT id, uid, under FROM registers WHERE " + column + "=? AND register=? AND removed=0");
    Link link;
    if (find.bind(1, key).bind(2, int(Register::Customer)).step())
        link = {find.integer(0), find.id(1), find.id(2)};
    find.reset();
    return link;
}

} // namespace

qint64 survivorOf(Database &database, qint64 customer)
{
    Link at = linkOf(database, "id", customer);
    QVector<Link> passed;
    while (!at.above.isNull()) {
        const auto before = std::ranges::find(passed, at.number, &Link::number);
        if (before != passed.end())
            return std::min_element(before, passed.end(), [](const Link &one, const Link &other) {
                return one.id < other.id;
            })->number;
        passed.append(at);
        const Link above = linkOf(database, "uid", at.above);
        if (!above.number)
            break;
        at = above;
    }
    return at.number ? at.number : customer;
}

QVector<qint64> familyOf(Database &database, qint64 customer)
{
    QVector<qint64> family{survivorOf(database, customer)};
    for (qsizetype at = 0; at < family.size(); ++at) {
        const Link parent = linkOf(database, "id", family.at(at));
        if (!parent.number)
            continue;
        for (const NumberedRow &row : loadRowsUnder(database, Register::Customer, parent.id)) {
            if (!family.contains(row.number))
                family.append(row.number);
        }
    }
    return family;
}

std::optional<CustomerFile> loadOwnFile(Database &database, const NumberedRow &row)
{
    CustomerFile file{row, {}, {}, {}};
    bool isMerged = row.row.values.has(customer::MergedInto);
    if (!isMerged) {
        for (const NumberedRow &one : loadRowsUnder(database, row.row.id)) {
            isMerged |= one.row.reg == Register::Customer;
            if (one.row.reg == Register::Premises)
                file.premises.append(one);
            else if (one.row.reg == Register::Contact)
                file.contacts.append(one);
        }
    }
    if (!isMerged)
        return file;
    const auto whole = loadCustomerFile(database, row.number);
    return whole && whole->customer.number == row.number ? whole : std::nullopt;
}

std::optional<CustomerFile> loadCustomerFile(Database &database, qint64 customer)
{
    std::optional<CustomerFile> file;
    for (qint64 number : familyOf(database, customer)) {
        const auto row = loadRow(database, number);
        if (!row || row->row.removed || row->row.reg != Register::Customer)
            continue;
        if (file)
            file->merged.append(*row);
        else
            file = CustomerFile{*row, {}, {}, {}};
        file->premises += loadRowsUnder(database, Register::Premises, row->row.id);
        file->contacts += loadRowsUnder(database, Register::Contact, row->row.id);
    }
    return file;
}

} // namespace store
