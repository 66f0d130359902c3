// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"
#include "domain/shape.h"
#include "domain/ticket_fields.h"

#include <QDate>
#include <QVector>

#include <optional>

namespace domain
{

/// Whom a matter is best given to, and why: by skill and valid certificate, shift and leave, the own grid, distance, what is in hand,
/// and how much each had this month. A proposal, never more: the chief decides and may differ with a reason. Pure; the
/// facts come in from the tables.

/// Whether somebody is there at a moment, by roster and leave.
enum class Presence : quint8 {
    Unknown, ///< no roster says anything: the day is taken as worked
    AtWork,
    OnDuty, ///< through the day and the night
    OnStandby, ///< at home, and comes when called
    Off,
    OnLeave,
};

/// What is known of one who might be sent.
struct Worker {
    Id id;
    QString login;
    QString name;
    QString team;
    Id grid;
    QString skills; ///< as the register has them, with commas between
    QString certificates; ///< likewise, each with the day until which it holds
    Presence presence = Presence::Unknown;
    qint64 inHand = 0; ///< open matters
    qint64 ofMonth = 0; ///< matters of this month, open or not
    std::optional<double> distance_m; ///< to where the last open matter lies
};

/// Where a score comes from.
enum class Reckoning : quint8 { Skill, Certificate, Presence, Grid, Distance, InHand, Month };

struct ScorePart {
    Reckoning why = Reckoning::Skill;
    int points = 0;
    qint64 amount = 0; ///< matters in hand or of the month, metres, days over; by the kind
    QString name; ///< of the skill or certificate
};

struct Candidate {
    Id id;
    QString login;
    QString name;
    QString team;
    Presence presence = Presence::Unknown;
    bool isAble = true; ///< not on leave, not off, no certificate that has run out
    int score = 0;
    QVector<ScorePart> parts; ///< those that say something, the weightiest first
};

/// What a certificate of the register says: "电工证 2026-12-31".
struct Certificate {
    QString name;
    QDate until; ///< invalid: it says none
};
QVector<Certificate> certificatesIn(const QString &text);

/// Everybody in the order in which they are proposed: who is able first, the highest score first; of equals whoever had less this
/// month, then by id, the same on every desk. `today` is the company's day.
QVector<Candidate> rankCandidates(
    const Values &ticket, const QVector<Worker> &workers, const QString &team, QDate today);

/// How evenly something is spread: the highest and the lowest over the mean, and Gini's coefficient (0: all have the same, towards 1:
/// one has all).
struct Spread {
    qsizetype people = 0;
    double mean = 0;
    qint64 least = 0;
    qint64 most = 0;
    double gini = 0;
};
Spread spreadOf(QVector<qint64> loads);

} // namespace domain
