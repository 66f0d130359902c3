// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/customer_file.h"
#include "store/group_book.h"
#include "store/key_ring.h"
#include "store/people_keys.h"

namespace store
{

/// What the index of people takes from one customer's file.
struct PersonLine {
    qint64 number = 0;
    QVector<qint64> merged;
    PersonKeys keys;
    QStringList phones;
    Groups groups = 0;
};

/// Opens a file for the index.
PersonLine lineOf(const CustomerFile &file, KeyRing &keys);

/// Opens the files of a range of row numbers, over a connection of its own, so that several threads share the
/// work of filling. Row by row it costs as much as a customer's fields cost to open.
class PeopleReading
{
public:
    PeopleReading(const QString &database, const QByteArray &deskKey);

    /// From the first number to before the last; merged files come with the one that goes on.
    std::vector<PersonLine> read(qint64 from, qint64 to);

private:
    Database m_database;
    KeyRing m_keys;
    bool
        m_hasRowsUnder; ///< where no customer has premises, members or merged files, none is looked for
};

} // namespace store
