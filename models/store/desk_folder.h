// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "domain/id.h"
#include "domain/refusal.h"

#include <QString>

#include <variant>

namespace store
{

/// Where a desk keeps its things: one folder.
struct DeskFolder {
    QString path;

    QString database() const { return path + QStringLiteral("/desk.sqlite"); }
    QString secrets() const { return path + QStringLiteral("/desk.secrets"); }
    QString erased() const { return path + QStringLiteral("/desk.erased"); }
    QString lock() const { return path + QStringLiteral("/desk.lock"); }
    QString attempts() const { return path + QStringLiteral("/desk.attempts"); }
    QString files() const { return path + QStringLiteral("/files"); }
    QString backups() const { return path + QStringLiteral("/backups"); }
    bool holdsDesk() const;
};

/// What only this desk knows: who it is, the epoch that it writes in, its signing key and the key
/// that wraps the owners' keys. Kept in a file of its own, readable by its user alone, outside the database and
/// its backups.
struct Secrets {
    domain::Id desk;
    domain::Id feed;
    QByteArray signingSeed;
    QByteArray deskKey;

    static Secrets fresh(qint64 now_ms, domain::Random &random);
    bool save(const DeskFolder &folder, QString *error) const;
    /// The key by which everyone checks this desk's signatures.
    QByteArray publicKey() const;
};

/// The secrets, or why they can't be read (missing, damaged, not ours to read).
std::variant<Secrets, domain::Refusal> loadSecrets(const DeskFolder &folder);

} // namespace store
