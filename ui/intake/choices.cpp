// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/choices.h"

#include "domain/words.h"

#include <algorithm>

namespace ui::intake
{

using namespace domain;
using widgets::Candidate;

QList<widgets::Choice> choicesOf(List list)
{
    QList<widgets::Choice> choices;
    for (const Word &word : wordsOf(list)) {
        const QString code = QString::fromLatin1(word.code);
        choices.append(
            {code, word.text(), list == List::Line && code != u"other" ? code : QString()});
    }
    return choices;
}

QList<Candidate> channelCandidates(store::Reader &reader)
{
    QList<Candidate> candidates;
    const auto rows = reader.findRows(Register::Channel);
    for (const auto &row : rows) {
        const QString code = row.row.values.text(channel::Code);
        candidates.append({code, {}, row.row.values.text(channel::Name), code});
    }
    return candidates;
}

QList<Candidate> categoryCandidates(store::Reader &reader, const QString &line)
{
    QList<Candidate> candidates;
    const auto rows = reader.findRows(Register::Category);
    for (const auto &row : rows) {
        const QString name = row.row.values.text(category::Name);
        candidates.append(
            {name, {}, name, wordFor(List::Line, row.row.values.text(category::Line))});
    }
    const QString word = wordFor(List::Line, line);
    std::ranges::stable_partition(
        candidates, [&](const Candidate &one) { return !line.isEmpty() && one.note == word; });
    return candidates;
}

QList<Candidate> dispatchCandidates(store::Reader &reader)
{
    QList<Candidate> people;
    QStringList teams;
    const auto rows = reader.findRows(Register::Staff);
    for (const auto &row : rows) {
        const Values &values = row.row.values;
        const QString team = values.text(staff::Team), role = values.text(staff::Role);
        if (!team.isEmpty() && !teams.contains(team))
            teams.append(team);
        if (role == u"technician" || role == u"leader") {
            people.append({QVariant::fromValue(Dispatchee{team, row.row.id}),
                values.text(staff::Login), values.text(staff::Name), team});
        }
    }
    QList<Candidate> candidates;
    for (const QString &team : std::as_const(teams))
        candidates.append({QVariant::fromValue(Dispatchee{team, {}}), {}, team, {}});
    return candidates + people;
}

} // namespace ui::intake
