// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "domain/values.h"
#include "record/signing.h"

namespace record
{

/// A person's own key, with which grants, revocations and erasures are signed beside the desk's signature. It lies
/// in the account, in the record of every desk, wrapped by the password: whoever knows the password can take
/// it out at any desk, and nobody else can sign for that person. What wraps it is derived by argon2id, made slow on
/// purpose, as an account can be tried on a computer that nobody watches.

/// How slow: passes over the memory, and how much of it.
struct PasswordCost {
    qint64 operations = 3;
    qint64 memory_KiB = 64 * 1024;

    /// The least that libsodium takes: for tests, and for the empty password, which needs no guessing.
    static PasswordCost least();
    static PasswordCost forPassword(const QString &password)
    {
        return password.isEmpty() ? least() : PasswordCost();
    }
};

constexpr qsizetype maximumPasswordBytes = 1024;

/// The fields of an account with a fresh key, opened by this password.
domain::Values makeAccount(
    const QString &password, const PasswordCost &cost, domain::Random &random);
/// The same key behind another password.
domain::Values rewrapAccount(const SigningKey &key, const QString &password,
    const PasswordCost &cost, domain::Random &random);
/// The key of an account; nothing when the password is wrong or the fields are none of an account's. Takes the
/// same time whichever it is.
std::optional<SigningKey> openAccount(const domain::Values &account, const QString &password);

} // namespace record
