// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/keyring.h"

#include <QHash>

namespace support
{

/// A keyring that does what a test tells it: keep, vanish, refuse, give back something else.
class FakeKeyring final : public store::Keyring
{
public:
    enum class Mood { Keeps, IsAway, TakesNothing, ReturnsJunk };

    std::optional<QByteArray> find(const QString &name) override
    {
        ++asked;
        if (mood == Mood::IsAway || !entries.contains(name))
            return {};
        return mood == Mood::ReturnsJunk ? QByteArray("junk") : entries.value(name);
    }
    bool put(const QString &name, const QByteArray &secret) override
    {
        if (mood == Mood::IsAway || mood == Mood::TakesNothing)
            return false;
        entries.insert(name, secret);
        return true;
    }
    void remove(const QString &name) override { entries.remove(name); }

    Mood mood = Mood::Keeps;
    QHash<QString, QByteArray> entries;
    int asked = 0;
};

} // namespace support
