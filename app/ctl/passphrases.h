// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/unlocking.h"

#include <QStringList>

namespace ctl
{

/// Passphrases and recovery codes come from the environment, where a script puts them, or from the terminal, where nobody sees what is
/// typed. Never from the words of a command: those stand in the list of processes.

/// The first of these variables that is set; else a person at a terminal is asked up to three times. Without either, nothing.
std::function<std::optional<QString>(const QString &why)> askFrom(
    const QStringList &variables, const QString &prompt);

/// Whether somebody sits at the terminal who can be asked.
bool hasPerson();
/// What the person types behind a prompt, unseen; nothing for an empty line.
std::optional<QString> typedAt(const QString &prompt);
/// A new one: GRIDDESK_NEW_PASSPHRASE, else typed twice. Exits with 1 without either.
QString newPassphrase();

} // namespace ctl
