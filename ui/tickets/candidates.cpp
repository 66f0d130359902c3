// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/candidates.h"

#include "domain/pinyin.h"
#include "domain/words.h"
#include "items/performers.h"

namespace ui::tickets
{

using namespace domain;
using widgets::Candidate;

namespace
{

bool matches(const Candidate &candidate, const QString &typed, Reading reading)
{
    return candidate.code.startsWith(typed, Qt::CaseInsensitive)
        || pinyinMatches(candidate.text, typed, reading);
}

} // namespace

bool matchesPinyin(const Candidate &candidate, const QString &typed)
{
    return matches(candidate, typed, Reading::Word);
}

bool matchesName(const Candidate &candidate, const QString &typed)
{
    return matches(candidate, typed, Reading::Surname);
}

QList<Candidate> performerCandidates(
    quint16 roles, const Id &grid, const QVector<RegisterRow> &staff)
{
    QList<Candidate> people;
    for (const RegisterRow &person : items::proposePerformers(roles, grid, staff)) {
        people.append({QVariant::fromValue(person.id), person.values.text(staff::Login),
            person.values.text(staff::Name), wordFor(List::Role, person.values.text(staff::Role))});
    }
    return people;
}

} // namespace ui::tickets
