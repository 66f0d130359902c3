// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"

#include <QStringList>

#include <vector>

namespace domain
{
struct RegisterSpec;
}

namespace exchange
{

// What a column can feed: a field of the ticket or of the register's row, or one of the things that
// stand beside a ticket's fields.
struct Target {
    enum Part : quint8 { Field, Customer, CustomerSourceId, State, By };

    QString key;
    Part part = Field;
    quint8 number = 0; // of the field, in the ticket's, the customer's or the register's table
    domain::FieldType type = domain::FieldType::Text;
    domain::List list = domain::List::None;
    QString label; // in the window's language
    bool isRequired = false;
    bool isSeveral = false; // several words in one cell
    bool isVerbatim = false; // people's own words: the space around them belongs to them
};

// All that the tables of one kind can feed.
class Targets
{
public:
    static Targets ofTickets();
    static Targets of(const domain::RegisterSpec &spec);

    const Target *find(QStringView key) const;
    QStringList keys() const;
    auto begin() const { return m_targets.begin(); }
    auto end() const { return m_targets.end(); }
    // "tickets" or the register's key.
    QString kind() const { return m_kind; }

private:
    QString m_kind;
    std::vector<Target> m_targets;
};

} // namespace exchange
