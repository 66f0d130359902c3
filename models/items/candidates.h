// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/dispatch.h"
#include "domain/rights.h"
#include "domain/workflow.h"
#include "store/presence.h"

#include <functional>

namespace items
{

/// Whom matters are proposed to, with the reasons in words. What everybody has in hand is read once; whoever gives out many matters
/// in a row says each, so that the next proposal knows it.
class CandidateFinder
{
public:
    explicit CandidateFinder(store::Reader &reader);

    /// The action by which somebody may give a ticket to a person now: dispatch, pass_on, name. Null where there is none.
    static const domain::ActionSpec *assigningAction(
        const domain::Ticket &ticket, const domain::Actor &actor, const domain::Grants &grants);
    /// The same, whoever asks.
    static const domain::ActionSpec *assigningAction(const domain::Ticket &ticket);
    /// Those who may take it by this action, the best one first.
    QVector<domain::Candidate> rank(const domain::Values &ticket, QAnyStringView action);
    /// The team or department that the matter goes to, by its grid or category; empty where nothing says it.
    QString unitFor(const domain::Values &ticket, QAnyStringView action);
    void given(const domain::Id &person);
    /// Those among whoever takes matters who are meant, with what each has in hand and has had this month.
    QVector<domain::Worker> workers(const std::function<bool(const domain::Id &)> &isMeant);

private:
    struct Person {
        domain::Worker worker;
        quint16 role = 0;
        bool isPresenceKnown = false;
        bool isMonthCounted = false;
        std::optional<domain::GeoPoint> lastPlace;
        bool isPlaceKnown = false;
    };

    QString teamOf(const domain::Id &grid);
    QString unitOf(const QString &category);
    void countMonth(Person &person);
    std::optional<double> distanceTo(Person &person, const domain::GeoPoint &place);

    store::Reader &m_reader;
    store::PresenceBook m_presence;
    const qint64 m_now_ms;
    QDate m_today;
    qint64 m_monthStart_ms = 0;
    bool m_areCategoriesRead = false;
    QVector<Person> m_people;
    QHash<domain::Id, QString> m_teamOfGrid;
    QHash<QString, QString> m_unitOfCategory;
};

/// "Skill: power · at work · 2 in hand": why somebody is proposed, or can't be.
QString reasonWords(const domain::Candidate &candidate);
QString presenceWord(domain::Presence presence);

} // namespace items
