// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/lines.h"

#include <QSet>

#include <vector>

namespace simulation
{

/// What a run is made of.
struct Plan {
    int desks = 3;
    int steps = 200;
    quint64 seed = 1;
    QString folder; ///< empty and there; the desks' folders are made in it
};

/// What a run came to.
struct Outcome {
    QString fault; ///< the first broken invariant in words; empty: none
    qint64 entries = 0;
    qint64 conflicts = 0;
    qint64 deliveries = 0;
    qint64 crashes = 0;
    qint64 restores = 0;
    qint64 revocations = 0;
    qint64 moves = 0; ///< of stock
    qint64 activations = 0; ///< of newer rules
    qint64 tooOld = 0; ///< deeds refused because the desk's program was
    qint64 branches = 0; ///< of feeds that were written twice
};

/// What there is to count of a run, by the name under which it is printed.
struct Count {
    const char *name;
    qint64 Outcome::*of;
};
constexpr Count counts[] = {{"entries", &Outcome::entries}, {"conflicts", &Outcome::conflicts},
    {"crashes", &Outcome::crashes}, {"restores", &Outcome::restores},
    {"branches", &Outcome::branches}, {"revocations", &Outcome::revocations},
    {"stock_moves", &Outcome::moves}, {"activations", &Outcome::activations},
    {"refused_as_too_old", &Outcome::tooOld}};

/// A company of desks in one process, in virtual time: people work everywhere at once, parcels are delayed, doubled and
/// overtake each other, connections break, desks crash, come back from copies, have their clocks wrong, are revoked, and one
/// of them may lie. After all of that everything is delivered, and every desk must have come to the same.
class Company
{
public:
    explicit Company(const Plan &plan);
    Outcome run();

private:
    struct Mail {
        int to = 0;
        int from = 0;
        qint64 due_ms = 0;
        record::Parcel parcel;
    };
    struct Person {
        domain::Id id;
        std::shared_ptr<const record::SigningKey> key;
    };

    void found();
    void admit(int number);
    void hire(const char *login, const char *role);
    void step();
    // What people do.
    void work(int number);
    void openTicket(int number);
    void actOnTicket(int number);
    void putGrid(int number);
    void changeRights(int number);
    void settle(int number);
    // What they do with stock and rules (deeds_stock.cpp, deeds_rules.cpp).
    void workOnStock(int number);
    void addSupply(int number);
    void workOnRules(int number);
    void changeProgram(int number);
    void beginPrograms();
    void rollOut();
    void startProgram(int number, qint64 known);
    void announce(int number);
    void activateRules(int number);
    void writeByNewerRules(int number);
    void noteWritten(int number, bool couldWrite);
    // What happens to desks and between them.
    void connect(int one, int other);
    void cut(int one, int other);
    void send(int from, int to);
    void deliverSome();
    void deliver(const Mail &mail);
    void crash(int number);
    void comeBack(int number);
    void revoke(int number);
    void lie(int number);
    void forge(int number, const domain::Event &event);
    void append(int number, const domain::Event &event, const Person &person, qint64 rules);
    bool mayMeet(int one, int other);
    std::optional<store::Accepted> submit(
        int number, const domain::Command &command, const Person &person);
    const Person &anybody() { return m_people[size_t(m_dice.roll(int(m_people.size())))]; }
    domain::Id freshId() { return domain::Id::fresh(m_world.now_ms(), m_dice); }
    SimulatedDesk &desk(int number) { return *m_desks[size_t(number)]; }
    int anyDesk() { return m_dice.roll(int(m_desks.size())); }

    void heal();
    void meetAll();
    void exchangeAll();
    QString findFault();
    QString differenceOf(int one, int other);
    QString otherRowsOf(int one, int other);
    QString faultOfDifference();
    QString faultOfLoss();
    QString faultOfRevoked();
    QString faultOfDamage();
    QString faultOfConflicts();
    QString faultOfStock();
    QString faultOfRules();

    const Plan m_plan;
    VirtualClock m_world;
    Dice m_dice;
    std::vector<std::unique_ptr<SimulatedDesk>> m_desks;
    std::vector<Person> m_people;
    std::vector<Mail> m_mail; ///< parcels that travel without a session
    Lines m_lines;
    QSet<QPair<int, int>> m_cut; ///< who can't reach whom now
    QSet<int> m_revoked;
    QSet<int> m_mustMeet; ///< came back as they were, and haven't heard of it yet
    int m_liar = -1;
    QVector<domain::Id> m_tickets;
    QVector<domain::Id> m_grids;
    QVector<domain::Id> m_supplies;
    QHash<QByteArray, qint64>
        m_writtenBy; ///< the rules that a program knew, by hash of what it wrote
    QVector<QPair<domain::Id, domain::Id>> m_grants; ///< with their person
    QHash<int, QVector<record::FeedPosition>>
        m_accepted; ///< what people were told is saved, by desk, since it last came back from a copy
    bool m_isFounding = true;
    bool m_isTorn = false; ///< what is accepted now is lost before anybody hears of it
    Outcome m_outcome;
};

} // namespace simulation
