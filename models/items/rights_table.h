// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace items
{

/// Who may do what, as the declared tables say: one row a deed, with the roles that it takes. It can't differ from
/// what is judged, as both read the same tables.
struct RightsRow {
    enum Group : quint8 { Rights, Steps, Registers } group = Rights;
    QString kinds; ///< of a step: the kinds of tickets that know it, in words
    QString deed; ///< in words
    quint16 roles = 0; ///< who does it
    quint16 typists = 0; ///< who types it in for others, beyond these
};

QVector<RightsRow> rightsTable();

} // namespace items
