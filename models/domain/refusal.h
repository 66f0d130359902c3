// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace domain
{

/// Why a command was not carried out: what is wrong, at which field, and what to do, in the person's
/// language. A refusal leaves everything as it was.
struct Refusal {
    enum Kind : quint8 {
        Rule, ///< a rule of the company or of the form forbids it
        Unknown, ///< it names something that isn't there
        Device, ///< the desk, its files or another process failed
    };

    QString field; ///< the key of the field that it belongs to; empty for the whole
    QString what;
    QString advice;
    Kind kind = Rule;

    QString text() const { return advice.isEmpty() ? what : what + QLatin1Char(' ') + advice; }
};

} // namespace domain

Q_DECLARE_METATYPE(domain::Refusal)
