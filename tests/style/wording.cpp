// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/wording.h"

namespace style
{

QStringList missingLicence(const Source &source)
{
    const QString line = QStringLiteral("// SPDX-License-Identifier: GPL-3.0-or-later");
    if (source.text.section(u'\n', 0, 0) == line)
        return {};
    return {complain(source, 0, "the first line must be: " + line)};
}

QStringList leftovers(const Source &source)
{
    // The words stand apart here, so that this file does not complain of itself.
    static const QRegularExpression pattern(R"(\b(?:TO)"
                                            R"(DO|FIX)"
                                            R"(ME|XX)"
                                            R"(X|HA)"
                                            R"(CK)\b)");
    return complainOfMatches(source, pattern, "%1: finish it, or open an issue");
}

QStringList stringConnects(const Source &source)
{
    static const QRegularExpression pattern(R"(\b(?:SIGNAL|SLOT)\s*\()");
    return complainOfMatches(source, pattern, "%1…): connect to the member function");
}

QStringList waiting(const Source &source)
{
    static const QRegularExpression spinning(R"(\bprocessEvents\s*\()");
    static const QRegularExpression sleeping(
        R"(\b(?:(?:m|u|nano)?sleep|sleep_for|sleep_until|qWait|qSleep)\s*\()");
    QStringList complaints =
        complainOfMatches(source, spinning, "%1): wait for the signal that tells of the change");
    if (source.layer() == u"tests")
        complaints +=
            complainOfMatches(source, sleeping, "%1…): wait for what should happen (QTRY_…)");
    return complaints;
}

} // namespace style
