// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

namespace store
{

/// A ticket that came from elsewhere, by its number there.
struct SourceTicket {
    qint64 row = 0;
    QString id;
};

/// The newest from a source, the newest first; not more than `most` are held at any time. Nothing where it can't be read.
QVector<SourceTicket> findNewestFrom(Reader &reader, const QString &source, int most);

} // namespace store
