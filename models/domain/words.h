// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"

#include <QList>

namespace domain
{

/// One entry of a closed list: its code in the record and the tool, and its word in the window
/// (English source, translated in the context "words").
struct Word {
    const char *code;
    const char *word;
    QString text() const;
};

/// The codes of a closed list in the order in which people choose them.
std::span<const Word> wordsOf(List list);
/// The word for a code; the code itself when the list doesn't have it.
QString wordFor(List list, QAnyStringView code);
bool isWord(List list, QAnyStringView code);
/// The parts of a field that takes several, as they were written.
QStringList severalOf(QStringView text);
/// The words for each of them, in the window's language.
QStringList wordsFor(List list, QStringView text);
/// The same as the record keeps them: listed ones by their code in the list's order, then words of one's own.
QString severalTogether(List list, const QStringList &given);

/// The word for a workflow's state, an action, a clock (context "words").
QString stateWord(QAnyStringView state);
QString actionWord(QAnyStringView action);
QString clockWord(QAnyStringView clock);
/// The codes of all clocks, in the order in which they run.
QStringList allClocks();
/// 5 very satisfied … 1 very dissatisfied (the five steps of the national service evaluation).
QString satisfactionWord(int satisfaction);

} // namespace domain
