// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/people_keys.h"

#include "domain/typed_pinyin.h"

namespace store
{

static QString plainText(QStringView text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar c : text) {
        if (const char letter = domain::plainAlphanumeric(c.unicode()))
            plain += QLatin1Char(letter);
        else if (!c.isSpace() && c.unicode() != rowSeparator)
            plain += c.toCaseFolded();
    }
    return plain;
}

static QByteArray plainNumber(QStringView text, bool digitsOnly)
{
    QByteArray plain;
    for (const QChar c : text) {
        const char letter = domain::plainAlphanumeric(c.unicode());
        if (letter && (!digitsOnly || letter <= '9'))
            plain += letter;
    }
    return plain;
}

static QByteArray plainNumbers(const QStringList &texts, bool digitsOnly)
{
    QByteArray numbers;
    for (const QString &text : texts) {
        if (!numbers.isEmpty())
            numbers += char(rowSeparator);
        numbers += plainNumber(text, digitsOnly);
    }
    return numbers;
}

// What stands between digits without being a letter is silent in a reading, so it ends no number.
static int longestNumberIn(QStringView text)
{
    int longest = 0;
    int current = 0;
    for (const QChar c : text) {
        if (c.isLetter() || c.unicode() == rowSeparator)
            current = 0;
        else if (c.isDigit())
            longest = std::max(longest, ++current);
    }
    return longest;
}

static QString plainTexts(const QString &first, const QStringList &others)
{
    QString plain = plainText(first);
    for (const QString &other : others)
        plain += QChar(rowSeparator) + plainText(other);
    return plain;
}

static domain::Syllables syllablesOfAll(
    const QString &first, const QStringList &others, domain::Reading reading)
{
    domain::Syllables syllables = domain::syllablesOf(first, reading);
    for (const QString &other : others) {
        syllables.append(rowSeparator);
        for (const domain::Syllable syllable : domain::syllablesOf(other, reading))
            syllables.append(syllable);
    }
    return syllables;
}

PersonKeys::PersonKeys(const Person &person)
    : name(plainTexts(person.name, person.otherNames))
    , nameSyllables(syllablesOfAll(person.name, person.otherNames, domain::Reading::Surname))
    , address(plainTexts(person.address, person.otherAddresses))
    , addressSyllables(syllablesOfAll(person.address, person.otherAddresses, domain::Reading::Word))
    , phones(plainNumbers(person.phones, true))
    , accounts(plainNumbers(person.accounts, false))
    , longestNumber(std::max(longestNumberIn(name), longestNumberIn(address)))
{
}

static CellPattern<quint16> patternOf(const QString &text)
{
    CellPattern<quint16> pattern;
    for (const QChar c : text)
        pattern.push_back({c.unicode(), 0});
    return pattern;
}

static CellPattern<quint8> patternOf(const QByteArray &number)
{
    CellPattern<quint8> pattern;
    for (const char c : number)
        pattern.push_back({static_cast<quint8>(c), 0});
    return pattern;
}

static CellPattern<quint16> patternOf(const domain::SyllablePattern &syllables)
{
    CellPattern<quint16> pattern;
    for (const auto range : syllables)
        pattern.push_back({range.first, static_cast<quint16>(range.last - range.first)});
    return pattern;
}

static CellPattern<quint16> atBeginning(CellPattern<quint16> pattern)
{
    pattern.insert(pattern.begin(), {rowSeparator, 0});
    return pattern;
}

// Digits as they are written down: 0755-2801 2345, (0755) 28012345, +86 138 0013 8000.
static bool isNumberTyped(QStringView typed)
{
    const auto mayStand = [](QChar c) {
        const char letter = domain::plainAlphanumeric(c.unicode());
        return letter ? letter <= '9' : c.isSpace() || QStringView(u"-+()（）").contains(c);
    };
    return std::all_of(typed.begin(), typed.end(), mayStand);
}

// As accounts and meters are written: W-10086, 3.2/778.
static bool isAccountTyped(QStringView typed)
{
    return std::all_of(typed.begin(), typed.end(), [](QChar c) {
        return domain::plainAlphanumeric(c.unicode()) || c.isSpace()
            || QStringView(u"-./").contains(c);
    });
}

PeopleQuery::PeopleQuery(QStringView typed, PersonFields fields)
{
    const QString text = plainText(typed);
    if (text.isEmpty())
        return;
    const QByteArray number = plainNumber(typed, false);
    const bool isNumber = isNumberTyped(typed) && !number.isEmpty();
    const bool isAccount = isNumber || (isAccountTyped(typed) && !number.isEmpty());
    const auto syllables =
        isNumber ? std::vector<domain::SyllablePattern>() : domain::typedPatterns(typed);

    longestNumber = longestNumberIn(text);
    if (fields & PersonField::Name)
        name.push_back(patternOf(text));
    // An address's syllables hold its letters and digits, too: there is no need to read both.
    if ((fields & PersonField::Address) && syllables.empty())
        address.push_back(patternOf(text));
    for (const auto &pattern : syllables) {
        if (fields & PersonField::Name)
            nameSyllables.push_back(atBeginning(patternOf(pattern)));
        if (fields & PersonField::Address)
            addressSyllables.push_back(patternOf(pattern));
    }
    if (isNumber && (fields & PersonField::Phone))
        phones.push_back(patternOf(number));
    if (isAccount && (fields & PersonField::Account))
        accounts.push_back(patternOf(number));
}

} // namespace store
