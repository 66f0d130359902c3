// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/syllables.h"

#include "domain/pinyin_table/pinyin_table.h"

#include <algorithm>
#include <array>

namespace domain
{

namespace table = pinyin_table;

static std::uint16_t tableEntry(char16_t character)
{
    if (character >= table::firstHan && character <= table::lastHan)
        return table::readings[character - table::firstHan];
    if (character == table::zeroCharacter)
        return table::readings[table::lastHan + 1 - table::firstHan];
    return 0;
}

// The longest phrase of the list that the text begins with, or null.
static const table::Phrase *findPhrase(const table::PhraseList &list, QStringView text)
{
    const char16_t first = text.front().unicode();
    const auto *phrase = std::lower_bound(list.begin, list.end, first,
        [](const table::Phrase &p, char16_t character) { return p.characters[0] < character; });
    for (; phrase != list.end && phrase->characters[0] == first; ++phrase)
        if (text.startsWith(QStringView(phrase->characters, phrase->size)))
            return phrase;
    return nullptr;
}

SyllableRange syllablesBeginningWith(QByteArrayView letters)
{
    const auto *begin = table::spellings;
    const auto *end = begin + table::spellingCount;
    const auto order = [](const table::Spelling &s, QByteArrayView prefix) {
        const QByteArrayView letters(s.letters, s.size);
        return letters.first(std::min(letters.size(), prefix.size())).compare(prefix);
    };
    const auto *first = std::partition_point(
        begin, end, [&](const table::Spelling &s) { return order(s, letters) < 0; });
    const auto *past = std::partition_point(
        first, end, [&](const table::Spelling &s) { return order(s, letters) == 0; });
    if (letters.isEmpty() || first == past)
        return {1, 0};
    return {static_cast<Syllable>(first - begin), static_cast<Syllable>(past - begin - 1)};
}

// Letters and digits are looked up for every character of a text, so they have a table, too.
static Syllable alphanumericSyllable(char letter)
{
    static const auto syllables = [] {
        std::array<Syllable, 128> all{};
        for (int c = '0'; c <= 'z'; ++c) {
            const char text = static_cast<char>(c);
            const auto range = syllablesBeginningWith(QByteArrayView(&text, 1));
            all[c] = range.isEmpty() ? 0 : range.first;
        }
        return all;
    }();
    return syllables[static_cast<unsigned char>(letter)];
}

char plainAlphanumeric(char16_t character)
{
    if (character >= u'！' && character <= u'～')
        character -= u'！' - u'!';
    if (character >= u'A' && character <= u'Z')
        return static_cast<char>(character - u'A' + 'a');
    const bool plain =
        (character >= u'a' && character <= u'z') || (character >= u'0' && character <= u'9');
    return plain ? static_cast<char>(character) : '\0';
}

static qsizetype appendPhrase(const table::Phrase *phrase, Syllables &syllables)
{
    syllables.append(phrase->spellings, phrase->size);
    return phrase->size;
}

// Appends what the text begins with and returns the number of characters that it took.
static qsizetype appendFirst(QStringView text, bool isSurname, Syllables &syllables)
{
    const std::uint16_t entry = tableEntry(text.front().unicode());
    if (isSurname && (entry & table::beginsSurname))
        if (const auto *surname = findPhrase(table::surnames, text))
            return appendPhrase(surname, syllables);
    if (entry & table::beginsWord)
        if (const auto *word = findPhrase(table::words, text))
            return appendPhrase(word, syllables);
    if (const Syllable han = entry & table::spellingMask)
        syllables.append(han);
    else if (const char letter = plainAlphanumeric(text.front().unicode()))
        syllables.append(alphanumericSyllable(letter));
    return 1;
}

Syllables syllablesOf(QStringView text, Reading reading)
{
    text = text.trimmed();
    Syllables syllables;
    bool isSurname = reading == Reading::Surname;
    for (qsizetype i = 0; i < text.size(); isSurname = false)
        i += appendFirst(text.sliced(i), isSurname, syllables);
    return syllables;
}

QByteArrayView spelling(Syllable syllable)
{
    if (syllable >= table::spellingCount)
        return {};
    return {table::spellings[syllable].letters, table::spellings[syllable].size};
}

} // namespace domain
