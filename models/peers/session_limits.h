// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace peers
{

/// How much a session sends ahead of its acknowledgements, and how long it waits for the other side. Both bound what a peer can cost
/// that is slow, gone, or means harm.
struct Limits {
    int window = 4; ///< parcels on their way that aren't acknowledged
    qsizetype parcelBytes = 256 << 10; ///< of entries, about, in one parcel; 4 KiB at least
    int keysAtOnce = 1'000; ///< owners in one question, and keys in one answer
    int questions = 64; ///< from the other side in one second

    qint64 greeting_ms = 15'000; ///< until the other side has said who it is
    qint64 quiet_ms = 20'000; ///< after which one asks whether the other is still there
    qint64 silence_ms = 60'000; ///< after which it isn't
    qint64 frame_ms = 600'000; ///< for one frame; a large entry over a slow line takes minutes
    qint64 answer_ms = 300'000; ///< until a parcel is acknowledged
    qint64 askPause_ms = 5'000; ///< between two rounds of questions for keys
    qint64 askAgain_ms = 600'000; ///< until a key that the peer didn't have is asked for again
};

} // namespace peers
