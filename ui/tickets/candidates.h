// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"
#include "widgets/candidate.h"

namespace ui::tickets
{

/// What fields that are typed ahead offer, and how it is found.

/// A part of the text, the code, or pinyin by the beginnings of its syllables.
bool matchesPinyin(const widgets::Candidate &candidate, const QString &typed);
/// The same for people's names, whose surnames are read in their own way.
bool matchesName(const widgets::Candidate &candidate, const QString &typed);

/// Who may perform a step of these roles, in the order of items::proposePerformers; the id is the person's.
QList<widgets::Candidate> performerCandidates(
    quint16 roles, const domain::Id &grid, const QVector<domain::RegisterRow> &staff);

} // namespace ui::tickets
