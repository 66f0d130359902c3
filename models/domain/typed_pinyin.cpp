// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/typed_pinyin.h"

#include <algorithm>

namespace domain
{

// Longer than any spelling; a cut needs to look no further.
constexpr qsizetype longestSpelling = 6;

namespace
{

enum class UnitKind { Initial, Full, Unfinished };

UnitKind kindOf(QByteArrayView letters, SyllableRange range)
{
    if (letters.size() == 1)
        return UnitKind::Initial;
    if (letters.size() == 2 && letters[1] == 'h')
        return UnitKind::Initial;
    return spelling(range.first) == letters ? UnitKind::Full : UnitKind::Unfinished;
}

// Cuts letters from the left to the right and collects every sequence of units that makes sense.
class Cutter
{
public:
    explicit Cutter(QByteArrayView letters)
        : m_letters(letters)
    {
    }

    std::vector<SyllablePattern> cutAll()
    {
        addInitials();
        cutFrom(0, {});
        return std::move(m_patterns);
    }

private:
    struct Unit {
        QByteArrayView letters;
        UnitKind kind = UnitKind::Full;
    };

    void addInitials()
    {
        SyllablePattern initials;
        for (qsizetype i = 0; i < m_letters.size(); ++i)
            initials.push_back(syllablesBeginningWith(m_letters.sliced(i, 1)));
        m_patterns.push_back(initials);
    }

    // Longest units first, so that the likeliest patterns are found within the limit.
    void cutFrom(qsizetype start, Unit before)
    {
        if (start == m_letters.size())
            return add();
        const auto longest = std::min(longestSpelling, m_letters.size() - start);
        for (auto size = longest; size > 0 && m_patterns.size() < typedPatternsLimit; --size) {
            const auto letters = m_letters.sliced(start, size);
            const auto range = syllablesBeginningWith(letters);
            if (range.isEmpty())
                continue;
            const Unit unit{letters, kindOf(letters, range)};
            if (!mayFollow(before, unit, start + size == m_letters.size()))
                continue;
            m_current.push_back(range);
            cutFrom(start + size, unit);
            m_current.pop_back();
        }
    }

    static bool mayFollow(const Unit &before, const Unit &unit, bool isLast)
    {
        if (unit.kind == UnitKind::Unfinished && !isLast)
            return false;
        if (before.letters.isEmpty())
            return true;
        if (before.kind == UnitKind::Full && (unit.kind == UnitKind::Full || isLast))
            return true;
        const QByteArray extended = before.letters.toByteArray() + unit.letters.front();
        return syllablesBeginningWith(extended).isEmpty();
    }

    void add()
    {
        const auto same = [this](const SyllablePattern &pattern) {
            return std::equal(pattern.begin(), pattern.end(), m_current.begin(), m_current.end(),
                [](SyllableRange a, SyllableRange b) {
                    return a.first == b.first && a.last == b.last;
                });
        };
        if (std::none_of(m_patterns.begin(), m_patterns.end(), same))
            m_patterns.push_back(m_current);
    }

    QByteArrayView m_letters;
    SyllablePattern m_current;
    std::vector<SyllablePattern> m_patterns;
};

} // namespace

// Empty where the text holds anything but letters, digits and what may stand between syllables.
static QByteArray typedLetters(QStringView typed)
{
    QByteArray letters;
    for (const QChar c : typed) {
        if (c.isSpace() || c == u'\'' || c == u'’')
            continue;
        const bool isUmlaut = c == u'ü' || c == u'Ü';
        const char letter = isUmlaut ? 'v' : plainAlphanumeric(c.unicode());
        if (!letter)
            return {};
        letters += letter;
    }
    return letters;
}

std::vector<SyllablePattern> typedPatterns(QStringView typed)
{
    const QByteArray letters = typedLetters(typed);
    if (letters.isEmpty())
        return {};
    return Cutter(letters).cutAll();
}

} // namespace domain
