// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the table of pinyin readings as C++: griddesk_pinyin_table WORDS SURNAMES OUTPUT.
// Exits with 1 and a sentence when a list is wrong or the output cannot be written.
#include "domain/pinyin_table/pinyin_table.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace
{

namespace table = domain::pinyin_table;

struct Phrase {
    std::u16string characters;
    std::vector<std::string> syllables;
};

// Without tones and in ASCII; ü becomes v, as it is typed. Empty where ICU knows no reading.
std::string plainSpelling(const icu::UnicodeString &latin)
{
    UErrorCode error = U_ZERO_ERROR;
    const auto decomposed = icu::Normalizer2::getNFDInstance(error)->normalize(latin, error);
    std::string letters;
    for (int i = 0; i < decomposed.length(); ++i) {
        const char16_t c = decomposed[i];
        if (c >= u'a' && c <= u'z')
            letters += static_cast<char>(c);
        else if (c == u'\u0308' && !letters.empty())
            letters.back() = 'v';
        else if (u_charType(c) != U_NON_SPACING_MARK)
            return {};
    }
    return letters;
}

class Transliterator
{
public:
    explicit Transliterator(const char *name)
    {
        UErrorCode error = U_ZERO_ERROR;
        m_icu.reset(icu::Transliterator::createInstance(name, UTRANS_FORWARD, error));
        if (U_FAILURE(error))
            throw std::runtime_error(std::string("ICU has no transliterator ") + name);
    }

    std::string read(char16_t character) const
    {
        icu::UnicodeString text(character);
        m_icu->transliterate(text);
        return plainSpelling(text);
    }

private:
    std::unique_ptr<icu::Transliterator> m_icu;
};

Phrase parsePhrase(const std::string &line)
{
    std::istringstream words(line);
    std::string characters;
    words >> characters;
    const auto utf16 = icu::UnicodeString::fromUTF8(characters);
    Phrase phrase{std::u16string(utf16.getBuffer(), utf16.length()), {}};
    for (std::string syllable; words >> syllable;)
        phrase.syllables.push_back(syllable);
    if (phrase.characters.size() != phrase.syllables.size()
        || phrase.characters.size() > table::longestPhrase)
        throw std::runtime_error("not one syllable for each character: " + line);
    return phrase;
}

std::vector<Phrase> readPhrases(const char *fileName)
{
    std::ifstream file(fileName);
    if (!file)
        throw std::runtime_error(std::string("cannot read ") + fileName);
    std::vector<Phrase> phrases;
    for (std::string line; std::getline(file, line);)
        if (!line.empty() && line[0] != '#')
            phrases.push_back(parsePhrase(line));
    return phrases;
}

std::vector<char16_t> tableCharacters()
{
    std::vector<char16_t> characters;
    for (char16_t c = table::firstHan; c <= table::lastHan; ++c)
        characters.push_back(c);
    characters.push_back(table::zeroCharacter);
    return characters;
}

// ICU's surnames where they differ from the word, beside what the list says, which wins.
void addIcuSurnames(std::vector<Phrase> &surnames, const std::map<char16_t, std::string> &words)
{
    const Transliterator names("Han-Latin/Names");
    std::set<std::u16string> known;
    for (const Phrase &surname : surnames)
        known.insert(surname.characters);
    for (const auto &[character, reading] : words) {
        const std::string surname = names.read(character);
        const std::u16string text(1, character);
        if (surname != reading && !surname.empty() && !known.contains(text))
            surnames.push_back({text, {surname}});
    }
}

class Spellings
{
public:
    Spellings()
    {
        m_all.insert("");
        for (char c = 'a'; c <= 'z'; ++c)
            m_all.insert(std::string(1, c));
        for (char c = '0'; c <= '9'; ++c)
            m_all.insert(std::string(1, c));
    }

    void add(const std::string &spelling) { m_all.insert(spelling); }
    void add(const std::vector<Phrase> &phrases)
    {
        for (const Phrase &phrase : phrases)
            m_all.insert(phrase.syllables.begin(), phrase.syllables.end());
    }
    long indexOf(const std::string &spelling) const
    {
        return std::distance(m_all.begin(), m_all.find(spelling));
    }
    const std::set<std::string> &all() const { return m_all; }

private:
    std::set<std::string> m_all;
};

void writeSpellings(std::ostream &out, const Spellings &spellings)
{
    out << "const Spelling spellings[] = {\n";
    for (const std::string &spelling : spellings.all())
        out << "    {\"" << spelling << "\", " << spelling.size() << "},\n";
    out << "};\nconst std::uint16_t spellingCount = " << spellings.all().size() << ";\n\n";
}

void writePhrases(
    std::ostream &out, const char *name, std::vector<Phrase> phrases, const Spellings &spellings)
{
    std::sort(phrases.begin(), phrases.end(), [](const Phrase &a, const Phrase &b) {
        if (a.characters[0] != b.characters[0])
            return a.characters[0] < b.characters[0];
        return a.characters.size() > b.characters.size();
    });
    out << "static const Phrase " << name << "Phrases[] = {\n";
    for (const Phrase &phrase : phrases) {
        out << "    {{";
        for (const char16_t c : phrase.characters)
            out << static_cast<unsigned>(c) << ",";
        out << "}, {";
        for (const std::string &syllable : phrase.syllables)
            out << spellings.indexOf(syllable) << ",";
        out << "}, " << phrase.characters.size() << "},\n";
    }
    out << "};\nconst PhraseList " << name << " = {" << name << "Phrases, " << name << "Phrases + "
        << phrases.size() << "};\n\n";
}

std::set<char16_t> firstCharacters(const std::vector<Phrase> &phrases)
{
    std::set<char16_t> first;
    for (const Phrase &phrase : phrases)
        first.insert(phrase.characters[0]);
    return first;
}

void writeReadings(std::ostream &out, const std::map<char16_t, std::string> &readings,
    const std::vector<Phrase> &words, const std::vector<Phrase> &surnames,
    const Spellings &spellings)
{
    const auto beginWords = firstCharacters(words);
    const auto beginSurnames = firstCharacters(surnames);
    int column = 0;
    out << "const std::uint16_t readings[] = {\n";
    for (const char16_t character : tableCharacters()) {
        const long flags = (beginWords.contains(character) ? table::beginsWord : 0)
            | (beginSurnames.contains(character) ? table::beginsSurname : 0);
        out << (spellings.indexOf(readings.at(character)) | flags) << ",";
        if (++column % 16 == 0)
            out << "\n";
    }
    out << "\n};\n\n";
}

// A list's readings of single characters take the place of ICU's.
void takeSingleCharacters(std::vector<Phrase> &words, std::map<char16_t, std::string> &readings)
{
    std::erase_if(words, [&readings](const Phrase &word) {
        if (word.characters.size() != 1)
            return false;
        readings[word.characters[0]] = word.syllables[0];
        return true;
    });
}

void writeTable(const char *wordsFile, const char *surnamesFile, const char *outputFile)
{
    std::map<char16_t, std::string> readings;
    const Transliterator han("Han-Latin");
    for (const char16_t character : tableCharacters())
        readings[character] = han.read(character);
    auto words = readPhrases(wordsFile);
    takeSingleCharacters(words, readings);
    auto surnames = readPhrases(surnamesFile);
    addIcuSurnames(surnames, readings);

    Spellings spellings;
    for (const auto &[character, reading] : readings)
        spellings.add(reading);
    spellings.add(words);
    spellings.add(surnames);

    std::ofstream out(outputFile);
    out << "// Written by griddesk_pinyin_table.\n"
        << "#include \"domain/pinyin_table/pinyin_table.h\"\n\nnamespace domain::pinyin_table "
           "{\n\n";
    writeSpellings(out, spellings);
    writeReadings(out, readings, words, surnames, spellings);
    writePhrases(out, "words", words, spellings);
    writePhrases(out, "surnames", surnames, spellings);
    out << "} // namespace domain::pinyin_table\n";
    if (!out.flush())
        throw std::runtime_error(std::string("cannot write ") + outputFile);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::cerr << "usage: griddesk_pinyin_table WORDS SURNAMES OUTPUT\n";
        return 1;
    }
    try {
        writeTable(argv[1], argv[2], argv[3]);
    } catch (const std::exception &error) {
        std::cerr << error.what() << "\n";
        return 1;
    }
    return 0;
}
