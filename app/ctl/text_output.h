// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace ctl
{

/// What --text prints for people: a line "key: value" for each value, what lies within another
/// indented below it, an empty line behind each object.
QByteArray asText(const QJsonObject &object);
QByteArray asText(const QJsonArray &array);

} // namespace ctl
