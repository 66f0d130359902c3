// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <memory>
#include <optional>

namespace record
{

/// BLAKE2b-256 over what is given piece by piece: by it files that travel are named and checked.
class Checksum
{
public:
    Checksum();
    ~Checksum();
    Checksum(Checksum &&other) noexcept;
    Checksum &operator=(Checksum &&other) noexcept;

    void add(const QByteArray &bytes);
    /// Over everything so far; more may follow.
    QByteArray result() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Of a device from where it stands to its end; nothing when it can't be read.
std::optional<QByteArray> checksumOf(QIODevice &device);

} // namespace record
