// SPDX-License-Identifier: GPL-3.0-or-later
// How each Han character is read in Mandarin, without tones. The tables are made at build time
// from ICU's transliterator and from the lists of words and surnames in this folder, so that the
// program itself neither carries nor starts ICU for it.
#pragma once

#include <cstdint>

namespace domain::pinyin_table
{

// Spellings in alphabetical order: single Latin letters and digits are among them, so that
// whatever begins with the same letters stands side by side. The first one is empty.
struct Spelling {
    char letters[7];
    std::uint8_t size;
};

extern const Spelling spellings[];
extern const std::uint16_t spellingCount;

constexpr char16_t firstHan = 0x3400;
constexpr char16_t lastHan = 0x9fff;
constexpr char16_t zeroCharacter = 0x3007; // 〇 stands apart and follows the others in the table

// One for each character from firstHan to lastHan, then zeroCharacter: an index into the
// spellings, and whether a phrase of either list begins with the character.
constexpr std::uint16_t spellingMask = 0x0fff;
constexpr std::uint16_t beginsSurname = 0x4000;
constexpr std::uint16_t beginsWord = 0x8000;
extern const std::uint16_t readings[];

// Characters that are read otherwise together, in the order of their first character; those that
// begin with the same one come longest first.
constexpr int longestPhrase = 4;
struct Phrase {
    char16_t characters[longestPhrase];
    std::uint16_t spellings[longestPhrase];
    std::uint8_t size;
};

struct PhraseList {
    const Phrase *begin;
    const Phrase *end;
};

extern const PhraseList words;
extern const PhraseList surnames;

} // namespace domain::pinyin_table
