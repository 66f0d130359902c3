// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "record/account_key.h"
#include "store/reader.h"

#include <memory>
#include <variant>

namespace store
{

/// A person at the desk: who, and the own key where there is a password. Those whom nobody has given a password yet
/// sit down without one and can't sign.
struct Identity {
    domain::Id person;
    std::shared_ptr<const record::SigningKey> key;
};

using SignedIn = std::variant<Identity, domain::Refusal>;

/// Checks a login and its password; made slow on purpose, so run it off the window's thread. A wrong password and an
/// unknown login are refused in the same words after the same work. Wrong ones are counted (see Attempts).
SignedIn signIn(Reader &reader, const DeskFolder &folder, const Secrets &secrets,
    const QString &login, const QString &password);

/// Whether a password has to be typed for this person.
bool hasPassword(Reader &reader, const domain::Id &person);

} // namespace store
