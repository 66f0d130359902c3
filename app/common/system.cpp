// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/system.h"

#include <QDateTime>

#include <sodium.h>

namespace app
{

qint64 SystemClock::now_ms() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

SystemRandom::SystemRandom()
{
    if (sodium_init() < 0)
        qFatal("libsodium can't be initialised");
}

void SystemRandom::fill(std::span<quint8> bytes)
{
    randombytes_buf(bytes.data(), bytes.size());
}

} // namespace app
