// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/source.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace style
{

QString Source::layer() const
{
    const QStringList parts = path.split(u'/');
    for (const QString &folder : {QStringLiteral("transfer"), QStringLiteral("start")}) {
        if (path.startsWith(QStringLiteral("ui/%1/").arg(folder)))
            return folder;
    }
    if (parts.first() != u"models")
        return parts.first();
    return parts.size() > 2 ? parts.at(1) : QStringLiteral("desk");
}

Source readSource(const QString &root, const QString &path)
{
    QFile file(QDir(root).filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        return {path, {}};
    return {path, QString::fromUtf8(file.readAll())};
}

QList<Source> readSources(
    const QString &root, const QStringList &folders, const QStringList &patterns)
{
    QStringList paths;
    const QDir top(root);
    for (const QString &folder : folders) {
        QDirIterator files(
            top.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            paths += top.relativeFilePath(files.next());
    }
    paths.sort();

    QList<Source> sources;
    for (const QString &path : std::as_const(paths))
        sources += readSource(root, path);
    return sources;
}

QList<Source> readCode(const QString &root)
{
    return readSources(root, {"app", "ui", "models", "tests"}, {"*.cpp", "*.h"});
}

QStringList complainOfMatches(
    const Source &source, const QRegularExpression &pattern, const QString &message)
{
    QStringList complaints;
    auto matches = pattern.globalMatch(source.text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        complaints += complain(source, match.capturedStart(),
            message.contains(u"%1") ? message.arg(match.captured()) : message);
    }
    return complaints;
}

QString complain(const Source &source, qsizetype offset, const QString &message)
{
    const qsizetype line = 1 + QStringView(source.text).first(offset).count(u'\n');
    return QStringLiteral("%1:%2: %3").arg(source.path).arg(line).arg(message);
}

} // namespace style
