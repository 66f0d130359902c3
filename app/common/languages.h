// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace app
{

/// Speaks Simplified Chinese where the system does: our own texts and Qt's. English is the source and
/// needs no catalogue. `force` speaks Chinese whatever the system says.
void speakTheSystemsLanguage(QCoreApplication &application, bool force = false);

} // namespace app
