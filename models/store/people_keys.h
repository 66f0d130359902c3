// SPDX-License-Identifier: GPL-3.0-or-later
// A person's fields and what is typed for them, brought into the same form: without case, width
// and blanks, names and addresses beside their syllables, numbers without what parts their digits.
#pragma once

#include "domain/syllables.h"
#include "store/people_column.h"
#include "store/people_index.h"

namespace store
{

struct PersonKeys {
    explicit PersonKeys(const Person &person);

    QString name; // several are parted by a row separator, here and below
    domain::Syllables nameSyllables;
    QString address;
    domain::Syllables addressSyllables;
    QByteArray phones;
    QByteArray accounts;
    int longestNumber; // digits with no letter between, in the name or the address
};

// What to look for in each column; a column without patterns needs no look.
struct PeopleQuery {
    PeopleQuery(QStringView typed, PersonFields fields);

    using Patterns8 = std::vector<CellPattern<quint8>>;
    using Patterns16 = std::vector<CellPattern<quint16>>;

    Patterns16 name;
    Patterns16 nameSyllables;
    Patterns16 address;
    Patterns16 addressSyllables;
    Patterns8 phones;
    Patterns8 accounts;
    int longestNumber = 0; // of what is typed for names and addresses
};

} // namespace store
