// SPDX-License-Identifier: GPL-3.0-or-later
// Finds customers by what is sealed on the disk: name, phones, address, account and meter numbers.
// The index is filled after unlocking and lives in memory only, where it is overwritten when it
// goes. One thread may change it while others search.
#pragma once

#include <QFlags>
#include <QStringList>
#include <QVector>

#include <memory>
#include <shared_mutex>
#include <vector>

namespace store
{

class PeopleBlock;
struct PersonKeys;

struct Person {
    QString name;
    QStringList phones;
    QString address;
    QStringList accounts; // of bills and of meters
    // Household members, merged files, further premises: found like the first ones.
    QStringList otherNames = {};
    QStringList otherAddresses = {};
};

enum class PersonField { Name = 1, Phone = 2, Address = 4, Account = 8 };
Q_DECLARE_FLAGS(PersonFields, PersonField)
Q_DECLARE_OPERATORS_FOR_FLAGS(PersonFields)
constexpr PersonFields allPersonFields =
    PersonField::Name | PersonField::Phone | PersonField::Address | PersonField::Account;

class PeopleIndex
{
public:
    PeopleIndex();
    ~PeopleIndex();

    void reserve(qsizetype people);
    // Takes the place of what is known of the customer. Cheapest in the order of the ids.
    void put(qint64 id, const Person &person);
    // The same for keys that another thread has made.
    void putKeys(qint64 id, const PersonKeys &keys);
    void remove(qint64 id);
    void clear();

    // Customers with the typed text in one of the fields, the largest id first, at most as many as
    // the limit. Case, width and blanks make no difference. Letters also stand for pinyin: initials
    // or syllables from the beginning of a name, or from any syllable of an address. Digits are
    // found anywhere in a phone; whose phone ends with them comes first. Nothing typed finds nobody.
    // What lies at `above` or below it may be left out.
    QVector<qint64> find(QStringView typed, int limit, PersonFields fields = allPersonFields,
        qint64 above = -1) const;

    qsizetype size() const;
    std::size_t memoryBytes() const;

private:
    using Blocks = std::vector<std::unique_ptr<PeopleBlock>>;

    Blocks::iterator blockFor(qint64 id);
    Blocks::iterator blockWithRoom(qint64 id);

    mutable std::shared_mutex m_mutex;
    Blocks m_blocks; // in the order of their ids, none empty
};

} // namespace store
