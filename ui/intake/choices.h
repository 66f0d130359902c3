// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"
#include "widgets/candidate.h"
#include "widgets/choice_strip.h"

#include "desk.h"

namespace ui::intake
{

/// What the form's fields offer, out of the closed lists and the company's registers.

QList<widgets::Choice> choicesOf(domain::List list);

QList<widgets::Candidate> channelCandidates(store::Reader &reader);
/// Those of the line first when one is chosen.
QList<widgets::Candidate> categoryCandidates(store::Reader &reader, const QString &line);
/// Teams, and the people who go out for them; the id is a Dispatchee.
QList<widgets::Candidate> dispatchCandidates(store::Reader &reader);

/// A team, and who of it when one person is named.
struct Dispatchee {
    QString team;
    domain::Id person;
    bool operator==(const Dispatchee &) const = default;
};

} // namespace ui::intake

Q_DECLARE_METATYPE(ui::intake::Dispatchee)
