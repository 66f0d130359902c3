// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decide.h"
#include "store/caller_finder.h"
#include "store/committed.h"
#include "store/division.h"
#include "store/place_finder.h"
#include "store/register_rows.h"
#include "store/ticket_rows.h"

#include <QSet>

#include <memory>

namespace store
{

/// What decide asks, answered from the writer's connection. Tables that every ticket asks for (places,
/// standards) are kept in memory until a commit touches them.
class StoreSurroundings : public domain::Surroundings
{
public:
    /// `known` are the newest rules that the program follows.
    StoreSurroundings(Database &database, KeyRing &keys, const People *people,
        const domain::Id &desk, qint64 known = domain::newestRules);

    /// Sets the scene for the next command.
    void set(const domain::Actor &who) { m_who = who; }
    /// The key by which a person's own signature is checked; empty without an account.
    QByteArray publicKeyOf(const domain::Id &person) const;
    /// The number just given is taken, the row just put is known.
    void commandDone(const QVector<Touched> &touched);
    /// What the transaction put is durable, and the index of people knows it.
    void committed();
    /// The grids whose areas hold a point, as the area was divided at a moment. Of several, whoever takes a matter in chooses.
    QVector<domain::Id> gridsAt(const domain::GeoPoint &point, qint64 at_ms) const;
    std::shared_ptr<const Division> divisionAt(qint64 at_ms) const { return m_divisions.at(at_ms); }
    /// After a transaction was rolled back: what was learnt in it is forgotten.
    void forget();

    domain::Actor who() const override { return m_who; }
    const domain::Grants &grants() const override;
    domain::Id desk() const override { return m_desk; }
    domain::RulesHere rules() const override;
    domain::Reach reach() const override;
    QTimeZone zone() const override;
    QString nextNumber(QDate day) const override;
    domain::Id gridFor(const domain::Values &ticket) const override;
    std::optional<domain::Refusal> faultOf(const domain::Shape &area) const override;
    const domain::Standards &standards() const override;
    domain::Id findCustomer(const domain::CustomerDraft &draft) const override;
    domain::Id rowWithCode(domain::Register reg, const QString &code) const override;
    bool exists(domain::Register reg, const domain::Id &row) const override;
    std::optional<domain::RegisterRow> findRow(const domain::Id &row) const override;
    QVector<domain::RegisterRow> rowsOf(domain::Register reg) const override;
    QStringList openTicketsOf(const domain::Id &customer) const override;
    domain::Id rowAbove(const domain::Id &row) const override;
    QVector<domain::Id> rowsUnder(domain::Register reg, const domain::Id &row) const override;
    qint64 ticketsOf(const domain::Id &customer) const override;
    bool isOpenConflict(const domain::Id &conflict, const domain::Id &subject) const override;
    std::optional<domain::Ticket> findTicket(const domain::Id &ticket) const override;
    QString numberFromSource(const QString &source, const QString &sourceId) const override;

private:
    QString numberPrefix() const;
    int lastOfDay(const QString &dayPrefix) const;

    Database &m_database;
    domain::Id m_desk;
    const qint64 m_known;
    domain::Actor m_who;
    mutable std::optional<qint64> m_active;
    mutable std::optional<domain::Grants> m_grants;
    mutable QHash<domain::Id, QByteArray> m_publicKeys;
    mutable std::optional<QTimeZone> m_zone;
    mutable QString m_prefix;
    mutable QHash<QString, int> m_lastOfDay;
    mutable std::unique_ptr<PlaceFinder> m_places;
    mutable DivisionBook m_divisions;
    mutable std::optional<domain::Standards> m_standards;
    mutable CallerFinder m_callers;
    mutable QSet<domain::Id> m_knownStaff;
};

} // namespace store
