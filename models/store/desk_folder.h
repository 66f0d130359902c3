// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/environment.h"
#include "domain/id.h"
#include "domain/refusal.h"
#include "record/key_slot.h"

#include <QString>

#include <variant>

namespace store
{

/// Where a desk keeps its things: one folder.
struct DeskFolder {
    QString path;

    QString database() const { return path + QStringLiteral("/desk.sqlite"); }
    QString secrets() const { return path + QStringLiteral("/desk.secrets"); }
    QString drafts() const { return path + QStringLiteral("/desk.drafts"); }
    QString erased() const { return path + QStringLiteral("/desk.erased"); }
    QString lock() const { return path + QStringLiteral("/desk.lock"); }
    /// Where the process that has the desk open takes commands from others (beside/host.h).
    QString socket() const { return path + QStringLiteral("/desk.socket"); }
    QString attempts() const { return path + QStringLiteral("/desk.attempts"); }
    QString notices() const { return path + QStringLiteral("/desk.notices"); }
    QString files() const { return path + QStringLiteral("/files"); }
    QString backups() const { return path + QStringLiteral("/backups"); }
    bool holdsDesk() const;
};

/// What only this desk knows: who it is, the epoch that it writes in, its signing key and the key
/// that wraps the owners' keys; and by which slots it is opened. Kept in a file of its own, readable by its user alone, outside
/// the database (secrets_file.h).
struct Secrets {
    domain::Id desk;
    domain::Id feed;
    QByteArray signingSeed;
    QByteArray deskKey;
    QVector<record::KeySlot> keySlots;

    /// Open to whoever may read the file.
    static Secrets fresh(qint64 now_ms, domain::Random &random);
    /// The key by which everyone checks this desk's signatures.
    QByteArray publicKey() const;
    bool has(record::SlotKind kind) const;
    /// Those for which a backup is sealed: what a person knows or has in a drawer, not what this computer knows.
    QVector<record::KeySlot> backupSlots() const;
};

} // namespace store
