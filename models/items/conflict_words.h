// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/conflict_card.h"

namespace items
{

/// The words for conflicts, the same in the window and in the tool.

/// Its reason's name in files and in the tool.
QString conflictCode(store::ConflictReason reason);
/// What it is, on one line: "Two desks differ: Title".
QString conflictTitle(const ConflictCard &card);
/// What happened to it, and what is expected of whoever looks at it.
QString conflictMeaning(const ConflictCard &card);
/// Which of the two knew of which; empty where there is only one.
QString knowledgeWords(const ConflictCard &card);
/// What an entry did: "Accept", "Change in: Customers".
QString deedWords(const QVector<domain::Event> &events);
/// A field's name in files and in the tool; that of the row itself is "there".
QString fieldName(const ConflictCard &card, quint8 field);
/// Whose words stand against each other: "王芳 ↔ 李明"; of one person, at which desks.
QString peopleWords(const ConflictCard &card);
/// "王芳 · 前台".
QString sideWords(const ConflictCard::Side &side);

} // namespace items
