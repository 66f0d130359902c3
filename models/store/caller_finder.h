// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decide.h"
#include "store/key_ring.h"
#include "store/people.h"
#include "store/register_rows.h"

namespace store
{

/// Whose file it is that a caller's phone and name belong to, so that nobody gets a second one. Callers are found through the index of
/// people; a program that doesn't fill it has their phones read once and kept beside it.
class CallerFinder
{
public:
    /// `people` null: it does without.
    CallerFinder(Database &database, KeyRing &keys, const People *people);

    /// A customer by the own phone and name, or by those of somebody of the household; null: nobody known.
    domain::Id find(const domain::CustomerDraft &draft);
    /// A row that was just put: the index doesn't know it before the commit.
    void note(const NumberedRow &row);
    /// What the transaction put is durable, and the index of people knows it.
    void committed();
    void forget();

private:
    QVector<qint64> whoMayHave(const QString &phone);

    Database &m_database;
    KeyRing &m_keys;
    const People *m_people;
    /// Of those put in this transaction, and of all where there is no index of people to ask.
    PhoneBook m_phones;
    bool m_hasReadPhones = false;
};

} // namespace store
