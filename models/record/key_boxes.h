// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

#include <QByteArray>

namespace record
{

/// Owners' keys on their way between two desks, each in a box that only the one desk opens. What follows from the desk's key alone is
/// reckoned once for many boxes: it costs more than a box.

class KeySealer
{
public:
    KeySealer() = default;
    /// For the desk with this public signing key.
    explicit KeySealer(const QByteArray &deskPublicKey);
    /// Empty when that is no key.
    QByteArray seal(const domain::Id &owner, const QByteArray &key) const;

private:
    QByteArray m_to;
};

class KeyOpener
{
public:
    explicit KeyOpener(const QByteArray &deskSigningSeed);
    ~KeyOpener();
    KeyOpener(const KeyOpener &) = delete;
    KeyOpener &operator=(const KeyOpener &) = delete;
    /// Empty when the box is for another desk or of another owner.
    QByteArray open(const domain::Id &owner, const QByteArray &box) const;

private:
    QByteArray m_public;
    QByteArray m_secret;
};

} // namespace record
