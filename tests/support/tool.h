// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QVector>

namespace support
{

/// What one run of griddeskctl gave.
struct ToolRun {
    int code = -1; ///< its exit code; -1 when it could not be run or crashed
    QVector<QJsonObject> lines; ///< the objects that it printed
    QByteArray output; ///< all of stdout as it came
    QString error; ///< all of stderr

    QJsonObject first() const { return lines.value(0); }
    /// For a command that prints a list on one line.
    QJsonArray array() const;
    /// Code and stderr in one line, for a failing test's message.
    QByteArray told() const;
};

/// The headless tool as a process of its own, working on one desk, in English. It is expected beside the
/// running test program.
class Tool
{
public:
    explicit Tool(QString desk);

    const QString &desk() const { return m_desk; }
    /// `input` is what it reads on stdin.
    ToolRun run(const QStringList &words, const QByteArray &input = {}) const;
    /// The same without --desk in front.
    ToolRun runBare(const QStringList &words, const QByteArray &input = {}) const;

private:
    QString m_desk;
};

} // namespace support
