// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody may mean by letters typed for a Chinese text: each way to cut them into syllables
// and beginnings of syllables. "xfxq", "xingfuxq" and "xingfuxiaoq" all mean 幸福小区.
#pragma once

#include "domain/syllables.h"

#include <vector>

namespace domain
{

// One range for each syllable of the text; each accepts the syllables that begin as typed.
using SyllablePattern = std::vector<SyllableRange>;

// At most typedPatternsLimit patterns, none for typed text that is no letters and digits. Spaces
// and the apostrophe of xi'an are skipped. Letters are cut all as initials, all as full syllables
// of which the last may be unfinished, or as a mixture, where a syllable takes as many letters as
// it can ("xingfu" is not xin-g-fu).
std::vector<SyllablePattern> typedPatterns(QStringView typed);
constexpr int typedPatternsLimit = 8;

} // namespace domain
