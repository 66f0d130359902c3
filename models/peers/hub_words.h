// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace peers
{

/// What the hub says to people, in their language: HubWords::tr("…").
struct HubWords {
    Q_DECLARE_TR_FUNCTIONS(hub)
};

} // namespace peers
