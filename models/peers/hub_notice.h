// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

#include <QHash>
#include <QVector>

namespace peers
{

using domain::Id;

/// What one desk calls out to the others through the hub when it put something there. It is a hint where to look: nothing in
/// it is believed, and whatever can't be read means "look at everything".
struct HubNotice {
    enum Kind : char {
        Entries = 'e', ///< of these feeds, up to these sequences; of none: of many
        Questions = 'q', ///< somebody asks for keys
        Keys = 'k', ///< somebody answered
    } kind = Entries;
    Id from;
    QHash<Id, qint64> feeds;

    QString encoded() const;
    static HubNotice decoded(const QString &text);
};

} // namespace peers
