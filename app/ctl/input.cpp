// SPDX-License-Identifier: GPL-3.0-or-later
#include "input.h"

#include "arguments.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <cstdio>
#include <optional>

namespace ctl
{

namespace
{

[[noreturn]] void refuseFile(const QString &file, const QString &why)
{
    throw Exit{1,
        Words::tr("%1 can't be read: %2. Name a file of JSON, or - for standard input.")
            .arg(file, why)};
}

QByteArray readAll(const QString &name)
{
    QFile file(name);
    const bool isInput = name == u"-";
    if (!isInput && QFileInfo(name).isDir())
        refuseFile(name, Words::tr("it is a folder"));
    if (!(isInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly)))
        refuseFile(name, file.errorString());
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        refuseFile(name, file.errorString());
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes.remove(0, 3);
    return bytes;
}

std::optional<QJsonObject> objectIn(const QByteArray &bytes, QJsonParseError *error)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes, error);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

[[noreturn]] void refuseLine(const QString &file, int line, const QJsonParseError &error)
{
    const QString why = error.error == QJsonParseError::NoError
        ? Words::tr("it is no JSON object")
        : Words::tr("%1, byte %2").arg(error.errorString()).arg(error.offset + 1);
    throw Exit{1,
        Words::tr("Line %1 of %2: %3. Write one JSON object on each line.")
            .arg(line)
            .arg(file, why)};
}

} // namespace

QVector<InputObject> readObjects(const QString &file)
{
    const QByteArray bytes = readAll(file);
    QJsonParseError error;
    if (const auto whole = objectIn(bytes, &error))
        return {{1, *whole}};
    QVector<InputObject> objects;
    int number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const auto object = objectIn(line, &error);
        if (!object)
            refuseLine(file, number, error);
        objects.append({number, *object});
    }
    if (objects.isEmpty())
        refuseFile(file, Words::tr("it is empty"));
    return objects;
}

QJsonObject readObject(const QString &file)
{
    const QVector<InputObject> objects = readObjects(file);
    if (objects.size() > 1)
        throw Exit{1, Words::tr("%1 holds %2 objects. Give one.").arg(file).arg(objects.size())};
    return objects.constFirst().object;
}

QJsonObject readAssignments(const QStringList &words)
{
    QJsonObject object;
    for (const QString &word : words) {
        const qsizetype at = word.indexOf(u'=');
        if (at < 1)
            wrongUsage(Words::tr("\"%1\" is not FIELD=VALUE.").arg(word));
        object.insert(word.first(at), word.sliced(at + 1));
    }
    return object;
}

} // namespace ctl
