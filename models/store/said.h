// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/event.h"

#include <QMap>

namespace store
{

/// What an entry says of a ticket or a row, field by field: an invalid value clears. Two of them that say different things
/// of one field, without knowing of each other, contradict; lists that show the two sides ask the same question.
using Said = QMap<quint8, QVariant>;

/// Stands among the fields of a row: whether there is one at all.
constexpr quint8 isThereAtAll = 0;

Said saidOf(const QVector<domain::Event> &events, const domain::Id &entity);
/// The fields of which they say different things.
QVector<quint8> contradictionsOf(const Said &one, const Said &other);

/// Whether this event is about the entity at all: what changes nothing doesn't count.
bool concerns(const domain::Event &event, const domain::Id &entity);

} // namespace store
