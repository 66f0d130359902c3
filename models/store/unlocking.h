// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"
#include "store/keyring.h"

#include <functional>

namespace store
{

/// Whom a desk that doesn't open by itself may ask: first the keyring, then a person.
struct Unlocking {
    Keyring *keyring = nullptr;
    domain::Random *random = nullptr; ///< with it, a keyring that lost its entry gets a new one
    /// A passphrase or recovery code. Asked again after a wrong one, with why it was wrong; nothing gives up.
    std::function<std::optional<QString>(const QString &why)> ask;
    /// Of whoever had the desk open until now.
    std::optional<Secrets> known = {};
};

/// One that knows the text already, for who asked before.
inline Unlocking typed(const QString &text)
{
    return {nullptr, nullptr,
        [text](const QString &why) { return why.isEmpty() ? std::optional(text) : std::nullopt; }};
}

/// Whether a desk or a backup was refused because nobody opened it.
inline bool isLocked(const domain::Refusal &refusal)
{
    return refusal.field == u"passphrase";
}

} // namespace store
