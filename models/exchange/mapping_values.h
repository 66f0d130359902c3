// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/mapping.h"
#include "exchange/mapping_targets.h"
#include "exchange/value_parser.h"

#include "domain/id.h"

#include <QTimeZone>
#include <QVariant>

#include <memory>

namespace store
{
class Reader;
}

namespace exchange
{

// The people and grids that a table may name, by login or code, or by a name that only one of them bears.
class Names
{
public:
    explicit Names(store::Reader &reader);

    std::optional<domain::Id> findPerson(const QString &name) const { return find(m_people, name); }
    std::optional<domain::Id> findLogin(const QString &login) const
    {
        return find(m_logins, login);
    }
    std::optional<domain::Id> findGrid(const QString &name) const;
    // Customers by their number at the source, an id, a phone, or a name that only one of them bears. They are
    // many: whoever binds a column that names them reads them first.
    void readCustomers(store::Reader &reader);
    std::optional<domain::Id> findCustomer(const QString &name) const;

private:
    using Table = QHash<QString, domain::Id>;
    static std::optional<domain::Id> find(const Table &table, const QString &name);

    Table m_logins;
    Table m_people;
    Table m_grids;
    Table m_customers;
};

// What a cell says: a value as the record keeps it, invalid for nothing; or why it says nothing that
// the field can take.
struct CellValue {
    QVariant value;
    QString problem;
    bool isUnknownName =
        false; // the problem is a person or grid that nobody knows, perhaps not yet
};

// Turns the text that feeds one field into its value.
class ValueReader
{
public:
    ValueReader(const FieldSource &source, const Target &target, std::shared_ptr<const Names> names,
        const QTimeZone &zone);

    CellValue read(const QString &text) const;

private:
    CellValue readTime(const QString &text) const;
    CellValue readNumber(const QString &text) const;
    CellValue readQuantity(const QString &text) const;
    CellValue readWord(const QString &text) const;
    CellValue readName(const QString &text) const;

    Target m_target;
    std::shared_ptr<const Names> m_names;
    std::unique_ptr<TimeParser> m_times;
};

} // namespace exchange
