// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"
#include "store/group_book.h"
#include "store/people_index.h"
#include "store/phone_book.h"

#include <QHash>
#include <QMutex>
#include <QSet>
#include <QVector>

#include <atomic>

namespace store
{

class Database;
class KeyRing;
struct NumberedRow;
struct PersonLine;
struct Touched;

/// The index over sealed personal fields, held in memory only: customers by everything that is filed under
/// them (names, pinyin, phones, addresses, account and meter numbers; their own, their household's, their premises'
/// and those of files merged into them), and tickets by the address of their fault; beside them the register of places. Filled from the database in the
/// background once the desk's key is there, and kept current by what commits touch. Safe to ask from any thread.
class People
{
public:
    People(const DeskFolder &folder, const QByteArray &deskKey)
        : m_folder(folder)
        , m_deskKey(deskKey)
    {
    }

    /// Reads everything; run on a thread of its own. Stops early when `stop` turns true.
    void fill(const std::atomic<bool> &stop);
    /// Reads anew what a commit touched. Throws nothing: after a failure the index says that it is incomplete.
    void refresh(const QVector<Touched> &touched, Database &database, KeyRing &keys);
    bool isComplete() const { return m_complete; }
    /// Reads the register of places after that, for a program in which addresses are typed ahead.
    void fillKnownPlaces(const std::atomic<bool> &stop);

    /// Row numbers of the files that go on, newest first. With groups only those who belong to all of them.
    QVector<qint64> findCustomers(QStringView typed, int limit, Groups groups = 0) const;
    /// All who belong to the groups, newest first.
    QVector<qint64> findByGroups(Groups groups) const { return m_groups.find(groups); }
    qsizetype countGroup(int bit) const { return m_groups.count(bit); }
    /// Those who may have exactly this number; the rows say.
    QVector<qint64> findByPhone(QStringView phone) const { return m_phones.candidates(phone); }
    /// Row numbers of tickets, above one that is already newer than enough, whose own sealed address contains
    /// the text, newest first.
    QVector<qint64> findTicketsByPlace(QStringView typed, int limit, qint64 above = -1) const;
    qsizetype countCustomers() const { return m_customers.size(); }
    /// Places of the register by what they are called, the newest first. They are not personal; they are found here
    /// because an address table of the whole country has hundreds of thousands, and pinyin finds them too.
    QVector<qint64> findPlaces(QStringView typed, int limit) const;
    size_t memoryBytes() const;

private:
    void fillCustomers(Database &database, const std::atomic<bool> &stop);
    void fillPlaces(Database &database, const std::atomic<bool> &stop);
    void take(const PersonLine &line);
    void renew(qint64 customer, Database &database, KeyRing &keys);
    void renewPlace(qint64 number, const std::optional<NumberedRow> &row);

    const DeskFolder m_folder;
    const QByteArray m_deskKey;
    PeopleIndex m_customers;
    PeopleIndex m_places;
    PeopleIndex m_knownPlaces;
    PhoneBook m_phones;
    GroupBook m_groups;
    /// Guards what is below while the filling and a commit meet: what a commit wrote is not filled over.
    QMutex m_meeting;
    QSet<qint64> m_renewed;
    QHash<qint64, qint64> m_survivors; ///< of merged rows, as they were indexed last
    std::atomic<bool> m_complete = false;
    std::atomic<bool> m_keepsPlaces = false;
};

} // namespace store
