// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace store
{

/// The desktop's keyring, as far as a desk wants to know: small secrets by name. It may not be there, vanish, ask the
/// person and be refused, or belong to somebody else tomorrow; a desk never depends on it alone. Each call answers within a few seconds.
class Keyring
{
public:
    virtual ~Keyring() = default;
    /// Nothing where there is no such entry or no keyring answers.
    virtual std::optional<QByteArray> find(const QString &name) = 0;
    /// False where it was not kept.
    virtual bool put(const QString &name, const QByteArray &secret) = 0;
    virtual void remove(const QString &name) = 0;
};

} // namespace store
