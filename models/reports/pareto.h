// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace reports
{

struct Group;

/// Groups of tickets in falling order with what they make up together, so that the few which cause most stand in front. Tickets
/// without a value belong into no order: they are counted apart, and no share is of them.
struct Pareto {
    static constexpr double level = 0.8; ///< what the first ones together should reach

    struct Line {
        QString code;
        QString label;
        qint64 count = 0;
        qint64 sum = 0; ///< of this and all before it
    };

    QVector<Line> lines; ///< the most first; of equals the one with the smaller code
    qint64 known = 0; ///< tickets with a value
    qint64 unknown = 0; ///< tickets without
    qsizetype vital = 0; ///< so many of the first lines reach the level

    double share(const Line &line) const { return double(line.count) / double(known); }
    double shareUpTo(const Line &line) const { return double(line.sum) / double(known); }
};

/// By the number of tickets received.
Pareto paretoOf(const QVector<Group> &groups);

} // namespace reports
