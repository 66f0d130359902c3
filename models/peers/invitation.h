// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "domain/id.h"

#include <QByteArray>
#include <QString>

#include <variant>

namespace peers
{

/// What an invited person types at the new desk: by which key the inviting desk is known, and the token that is good for one
/// desk and ten minutes. 35 characters in seven groups, the last three of which check the others.
struct InvitationCode {
    static constexpr int fingerprintSize = 10, tokenSize = 10;
    static constexpr qint64 validFor_ms = 10 * 60 * 1000;

    QByteArray fingerprint;
    QByteArray token;

    static InvitationCode fresh(const QByteArray &publicKey, domain::Random &random);
    enum class Fault : quint8 { NoCode, Mistyped };
    static std::variant<InvitationCode, Fault> read(const QString &typed);

    QString text() const;
    /// The desk that is invited: it follows from the token, so that nobody has to type it.
    domain::Id desk() const;
    bool isOf(const QByteArray &publicKey) const;
};

} // namespace peers
