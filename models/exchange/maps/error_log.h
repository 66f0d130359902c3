// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace exchange
{

// While this stands GDAL is silent on stderr on this thread. What it says first is kept, since what follows is mostly the
// consequence; a failure goes before a warning.
class ErrorLog
{
public:
    explicit ErrorLog(QString hidden = {}); // a path of ours that nobody has heard of is left out
    ~ErrorLog();
    Q_DISABLE_COPY_MOVE(ErrorLog)

    bool hasFailed() const { return !m_failure.isEmpty(); }
    QString reason() const; // in one line; empty when nothing was said
    void take(bool isFailure, const char *message);

private:
    QString m_hidden;
    QString m_failure;
    QString m_warning;
};

} // namespace exchange
