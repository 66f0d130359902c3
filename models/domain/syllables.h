// SPDX-License-Identifier: GPL-3.0-or-later
// A text as the row of syllables that it is read as. Every Han character gives one syllable, each
// Latin letter and digit stands for itself, everything else is silent. Syllables are numbers in
// the alphabetical order of their spelling: those that begin with the same letters are one range.
#pragma once

#include <QByteArrayView>
#include <QStringView>
#include <QVarLengthArray>

namespace domain
{

// How a text is read: as words, or as a person's name, whose first characters are a surname
// (曾 is ceng in a word and zeng in a name).
enum class Reading { Word, Surname };

using Syllable = quint16;
using Syllables = QVarLengthArray<Syllable, 48>;

Syllables syllablesOf(QStringView text, Reading reading = Reading::Word);

// Lower-case ASCII: "xing". ü is spelled v.
QByteArrayView spelling(Syllable syllable);

struct SyllableRange {
    Syllable first;
    Syllable last;

    bool isEmpty() const { return first > last; }
    bool contains(Syllable syllable) const { return syllable >= first && syllable <= last; }
};

// All syllables that begin with the letters; empty where none does.
SyllableRange syllablesBeginningWith(QByteArrayView letters);

// The lower-case half-width form of a Latin letter or digit, 0 for every other character.
char plainAlphanumeric(char16_t character);

} // namespace domain
