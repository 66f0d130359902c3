// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"

#include <QString>

#include <optional>

namespace record
{

/// The code on the sheet in the safe, for the day on which a passphrase is forgotten: 24 random characters (120
/// bits) and one that checks them, in five groups of five, "7KQ2M-…". Digits and capitals without I, L, O and U;
/// who types these, small letters, blanks or other dashes all the same is understood. One wrong character, or two that
/// changed places, is noticed before anything is tried.
class RecoveryCode
{
public:
    static RecoveryCode fresh(domain::Random &random);

    enum class Reading { NoCode, Mistyped, Code };
    struct Read;
    /// What a person typed.
    static Read read(const QString &typed);

    /// As it is printed.
    QString grouped() const;
    /// 25 characters without dashes, for deriving a key.
    const QString &characters() const { return m_characters; }

    RecoveryCode() = default;

private:
    explicit RecoveryCode(const QString &characters)
        : m_characters(characters)
    {
    }

    QString m_characters;
};

struct RecoveryCode::Read {
    Reading reading = Reading::NoCode; ///< NoCode: not the shape of one, perhaps a passphrase
    RecoveryCode code; ///< where it is one
};

} // namespace record
