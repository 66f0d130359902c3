// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace store
{

/// What became of a parcel.
struct Receipt {
    enum Outcome : quint8 {
        Kept, ///< durable here, or known before
        Faulty, ///< the other side sent what no honest desk sends; nothing of it was kept
        Failed, ///< this side couldn't keep it (disk, damage); try again later
    } outcome = Kept;
    QString why; ///< for people, when not kept
    qint64 fresh = 0; ///< entries that were not known before
    qint64 waiting = 0; ///< of these, those that wait for their causes
};

} // namespace store
