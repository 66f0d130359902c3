// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/source.h"

#include <QList>

namespace style
{

// One text of the window as a Qt translation file (.ts) holds it.
struct Message {
    QString context;
    QString source;
    QString comment;
    QStringList translations; // one, or one for each form of the plural
    bool finished = false;

    // What makes two messages the same text in the same place.
    QString key() const { return context + u'\n' + source + u'\n' + comment; }
};

QList<Message> readMessages(const Source &ts);

// Complains of texts without a finished translation.
QStringList unfinished(const Source &ts);

// Complains of translations that have other placeholders (%1, %L2, %n) than their source: an
// argument would be lost, or a raw % shown.
QStringList changedPlaceholders(const Source &ts);

// Complains of texts that only one of both files has: `current` is what the sources say.
QStringList differences(const Source &ts, const Source &current);

} // namespace style
