// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/pinyin.h"

#include "domain/typed_pinyin.h"

#include <algorithm>

namespace domain
{

QByteArray pinyinInitials(QStringView text, Reading reading)
{
    const auto syllables = syllablesOf(text, reading);
    QByteArray initials(syllables.size(), Qt::Uninitialized);
    std::transform(syllables.begin(), syllables.end(), initials.begin(),
        [](Syllable syllable) { return spelling(syllable).front(); });
    return initials;
}

QByteArray pinyinFull(QStringView text, Reading reading)
{
    const auto syllables = syllablesOf(text, reading);
    QByteArray full;
    full.reserve(syllables.size() * 6);
    for (const Syllable syllable : syllables)
        full.append(spelling(syllable));
    return full;
}

static bool containsPattern(const Syllables &syllables, const SyllablePattern &pattern)
{
    const auto fits = [](Syllable syllable, SyllableRange range) {
        return range.contains(syllable);
    };
    return std::search(syllables.begin(), syllables.end(), pattern.begin(), pattern.end(), fits)
        != syllables.end();
}

bool pinyinMatches(QStringView text, QStringView typed, Reading reading)
{
    if (text.contains(typed, Qt::CaseInsensitive))
        return true;
    const auto patterns = typedPatterns(typed);
    if (patterns.empty())
        return false;
    const auto syllables = syllablesOf(text, reading);
    return std::any_of(patterns.begin(), patterns.end(),
        [&](const SyllablePattern &pattern) { return containsPattern(syllables, pattern); });
}

} // namespace domain
