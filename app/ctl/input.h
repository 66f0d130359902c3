// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QVector>

namespace ctl
{

/// A JSON object and the line of the input where it begins, from 1.
struct InputObject {
    int line = 1;
    QJsonObject object;
};

/// The objects in a file, or on stdin for "-": one object over any number of lines, or one on each line.
/// Exits with 1 when it can't be read or is no JSON, naming the line.
QVector<InputObject> readObjects(const QString &file);
/// The one object in it.
QJsonObject readObject(const QString &file);
/// FIELD=VALUE words as an object of texts; wrong usage when one has no equals sign.
QJsonObject readAssignments(const QStringList &words);

} // namespace ctl
