// SPDX-License-Identifier: GPL-3.0-or-later
#include "peers/hub_state.h"

#include "peers/hub_words.h"

namespace peers
{

namespace
{

QString phaseText(const HubState &state)
{
    switch (state.phase) {
    case HubState::Off:
        return HubWords::tr("The hub is not in use.");
    case HubState::Connecting:
        return HubWords::tr("Connecting to the hub at %1.").arg(state.host);
    case HubState::Exchanging:
        return state.behind > 0
            ? HubWords::tr("Connected to %1, %2 entries behind.").arg(state.host).arg(state.behind)
            : HubWords::tr("Connected to %1, handing over.").arg(state.host);
    case HubState::InStep:
        return HubWords::tr("In step with the hub at %1.").arg(state.host);
    case HubState::Waiting:
        return HubWords::tr("Nothing is exchanged with the hub at %1 now (%2). Next try in %3 s.")
            .arg(state.host, state.trouble)
            .arg((state.retry_ms + 999) / 1000);
    case HubState::Refused:
        return HubWords::tr("The hub at %1 says no: %2").arg(state.host, state.trouble);
    }
    return {};
}

} // namespace

QString HubState::text() const
{
    return (QStringList(phaseText(*this)) + faults).join(u' ');
}

} // namespace peers
