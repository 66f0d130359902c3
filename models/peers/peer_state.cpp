// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/peer_state.h"

#include "peers/words.h"

namespace peers
{

QString PeerState::words() const
{
    switch (stage) {
    case Stage::Waiting:
        return Words::tr("not connected");
    case Stage::Connecting:
        return Words::tr("connecting");
    case Stage::Pairing:
        return Words::tr("joining");
    case Stage::Exchanging:
        return Words::tr("exchanging");
    case Stage::InStep:
        return Words::tr("in step");
    }
    return {};
}

QString PeerState::code() const
{
    static constexpr const char16_t *codes[] = {
        u"waiting", u"connecting", u"pairing", u"exchanging", u"in_step"};
    return QString::fromUtf16(codes[size_t(stage)]);
}

} // namespace peers
