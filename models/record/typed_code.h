// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace record
{

/// Codes that people read from paper or a screen and type: digits and capitals without I, L, O and U, in groups of
/// five, "7KQ2M-…". Five bits a character.

inline constexpr QLatin1StringView typedAlphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

/// What was typed, as it is meant: small letters, blanks and other dashes, full-width characters of a Chinese keyboard, and
/// letters that look like others are understood.
QString plainTyped(const QString &typed);
QString inGroups(const QString &characters);

/// Whole groups of five bytes become eight characters.
QString toTyped(const QByteArray &bytes);
/// Nothing for characters outside of the alphabet or half a byte.
std::optional<QByteArray> fromTyped(QStringView plain);

} // namespace record
