// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"

#include <QStringList>
#include <QTimeZone>
#include <QVector>

namespace domain
{

/// Whom the company calls by plan, and in which round. A plan goes on in rounds of some months, or has a single one; in each a
/// customer is visited once. Which customers a sample takes follows from their ids, so it is the same on every desk and nobody's
/// choice.
struct VisitPlan {
    Id id;
    QString code;
    QString name;
    QStringList groups; ///< any of these; empty: all
    QStringList grids; ///< codes; empty: everywhere
    bool isServedOnly = false; ///< only who had a matter closed in the round before
    int oneIn = 1;
    int months = 0; ///< a round lasts; 0: there is one
    qint64 from_ms = 0;
    qint64 until_ms = 0; ///< 0: it goes on
    qint64 ended_ms = 0; ///< 0: it wasn't ended
    QStringList questions;
    QString wording;

    static VisitPlan from(const RegisterRow &row);
    bool isSurvey() const { return oneIn > 1 || !questions.isEmpty(); }
};

/// One round: [from, until).
struct VisitRound {
    qint64 from_ms = 0;
    qint64 until_ms = 0; ///< 0: it has no end
    bool operator==(const VisitRound &) const = default;
};

/// The round that runs at a moment; nothing before the plan begins and after it is over.
std::optional<VisitRound> roundAt(const VisitPlan &plan, qint64 at_ms, const QTimeZone &zone);
/// The stretch before a round that is as long as it: whoever was served in it is asked. Of a single round the three months before.
VisitRound roundBefore(const VisitPlan &plan, const VisitRound &round, const QTimeZone &zone);
/// Whether the plan has a round that begins at that moment.
bool isRound(const VisitPlan &plan, qint64 from_ms, const QTimeZone &zone);
/// Whether the sample of a round takes this customer.
bool isChosen(const VisitPlan &plan, const VisitRound &round, const Id &customer);
/// The row that says what came of it.
Id visitOf(const Id &plan, const Id &customer, qint64 round_ms);

/// The answers of "5,4,,3", 0 where there was none; nothing where it can't be read so, or has more answers than there are questions.
std::optional<QVector<int>> scoresFrom(QStringView text, qsizetype questions);
QString scoresText(const QVector<int> &scores);

} // namespace domain
