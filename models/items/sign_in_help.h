// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/desk_folder.h"
#include "store/reader.h"

#include <QVector>

namespace items
{

/// What a person at the sign-in is told before and beside the password.

/// Somebody who may sit down at this desk.
struct Sitter {
    domain::Id id;
    QString login;
    QString name;
    QString role; ///< code of the post; may be empty
    bool hasPassword = false;
};

/// Those who have any right now, in the order in which they came to the staff.
QVector<Sitter> findSitters(store::Reader &reader);
/// How long this login has to wait before its next password counts; 0: it may try.
qint64 signInWait_ms(const store::DeskFolder &folder, const store::Secrets &secrets,
    const QString &login, qint64 now_ms);

/// What speaks against a new password. It is advice: whoever insists may keep it.
enum class Weakness : quint8 { None, Short, OwnName, DigitsOnly, OneCharacter };

/// The first weakness of a password; `names` are the login and the name, in whichever script.
Weakness weaknessOf(const QString &password, const QStringList &names);

} // namespace items
