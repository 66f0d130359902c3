// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace app
{

class Dice;

/// What people call a utility-and-property company about, and what is then found and done: invented, in the
/// words in which it is said. A repair has causes, measures and materials, the other kinds have replies.
struct Matter {
    const char *kind;
    const char *line;
    QString category;
    int weight = 1; ///< how often it comes, among all
    QStringList what; ///< as the caller says it
    QStringList causes;
    QStringList measures;
    QStringList materials;
    QStringList replies;
    bool isDangerous = false; ///< taken in as an emergency
};

const std::vector<Matter> &sampleMatters();
/// One of them, by weight.
const Matter &anyMatter(Dice &dice);

/// The phrases around the matter itself.
struct Phrases {
    QStringList openings;
    QStringList since;
    QStringList details;
    QStringList wishes;
};

const Phrases &samplePhrases();
/// A caller's words about a matter in a community, as a clerk writes them down: without the house, which is personal.
QString describe(const Matter &matter, const QString &community, Dice &dice);

} // namespace app
