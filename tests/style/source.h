// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

namespace style
{

// A file of the tree as the rules see it: its path from the root of the tree and its text. A rule is
// a function from such a file to complaints, each "path:line: what is wrong and what to do", so that
// the same rule judges the tree and the bad text that its own test plants.
struct Source {
    QString path;
    QString text;

    // "app", "ui", "tests", or the layer for what lies below models/ ("desk" for models/ itself). The
    // import page and the first start stand for themselves ("transfer", "start"): they alone of the window know files.
    QString layer() const;
};

// Reads one file of the tree below `root`; the text is empty where it can't be read.
Source readSource(const QString &root, const QString &path);

// All files of the tree below `folders` whose names match one of `patterns`, in order of path.
QList<Source> readSources(
    const QString &root, const QStringList &folders, const QStringList &patterns);

// C++ sources of program and tests.
QList<Source> readCode(const QString &root);

// One complaint for each place where `pattern` matches.
QStringList complainOfMatches(
    const Source &source, const QRegularExpression &pattern, const QString &message);

// One complaint about one place; `offset` counts characters from the start of the text.
QString complain(const Source &source, qsizetype offset, const QString &message);

} // namespace style
