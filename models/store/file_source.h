// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/refusal.h"

#include <QByteArray>
#include <QFuture>

#include <optional>

namespace store
{

/// Where attachments come from that aren't on this desk: the other desks, while this one is in touch with them. Asked from any
/// thread.
class FileSource
{
public:
    virtual ~FileSource() = default;
    /// The file with this checksum lies beside the database when this ends without a refusal.
    virtual QFuture<std::optional<domain::Refusal>> fetch(const QByteArray &hash) = 0;
};

} // namespace store
