// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/project.h"

#include <QDir>

namespace style
{

QStringList strangersAtTop(const QStringList &entries, const QString &ignored)
{
    static const QStringList known{
        "CMakeLists.txt",
        "app",
        "ui",
        "models",
        "resources",
        "translations",
        "tests",
        "packaging",
        "README.md",
        "ARCHITECTURE.md",
        "CHANGELOG.md",
        "LICENSE",
        "CMakePresets.json",
        ".clang-format",
        ".clang-tidy",
        ".ci",
        ".gitignore",
        ".git",
    };
    QStringList patterns = ignored.split(u'\n', Qt::SkipEmptyParts);
    patterns.replaceInStrings("/", "");

    QStringList complaints;
    for (const QString &entry : entries) {
        if (!known.contains(entry) && !QDir::match(patterns, entry))
            complaints += entry + ": not at the top level; find it a folder";
    }
    return complaints;
}

QStringList versionsThatDiffer(const Source &cmakeLists, const Source &changelog)
{
    static const QRegularExpression project(R"(project\([^)]*VERSION\s+([\d.]+))");
    static const QRegularExpression heading(
        R"(^##\s+\[?([^\s\]]+))", QRegularExpression::MultilineOption);
    const QString built = project.match(cmakeLists.text).captured(1);
    const QString newest = heading.match(changelog.text).captured(1);
    if (!built.isEmpty() && built == newest)
        return {};
    return {QStringLiteral("%1 builds version \"%2\" and the newest heading of %3 is \"%4\"")
                .arg(cmakeLists.path, built, changelog.path, newest)};
}

} // namespace style
