// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

namespace support
{

/// A desk that serves as a process of its own, `griddeskctl serve`, until it is asked to end or killed. The tool is expected
/// beside the running test program.
class Serving
{
public:
    explicit Serving(const QString &desk, const QStringList &more = {},
        const QString &listen = QStringLiteral("127.0.0.1:0"));
    ~Serving();

    /// Where it listens: its first line. Empty when it doesn't say so within half a minute.
    QString address();
    /// Its exit code; -1 when it crashed.
    int end();
    /// As a power cut ends it.
    void kill();
    QString told() { return QString::fromUtf8(m_process.readAllStandardError()); }

private:
    QProcess m_process;
    QString m_address;
};

} // namespace support
