// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStandardPaths>

// Reads a PDF with poppler's tools, as another program would.
namespace pdfreader
{
inline bool isInstalled()
{
    return !QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty()
        && !QStandardPaths::findExecutable(QStringLiteral("pdfinfo")).isEmpty();
}

inline QString run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput());
}

inline QString info(const QString &path)
{
    return run(QStringLiteral("pdfinfo"), {path});
}

// The text of each page, as it stands on the paper.
inline QStringList pages(const QString &path)
{
    const QString text =
        run(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")});
    QStringList pages = text.split(QLatin1Char('\f'));
    pages.removeLast();
    return pages;
}
} // namespace pdfreader
