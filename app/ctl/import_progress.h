// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"

#include "exchange/import_run.h"

#include <QElapsedTimer>

namespace ctl
{

/// Turns true when somebody interrupts the tool (Ctrl+C, or a polite kill): an import then ends after the rows
/// that are on their way.
const std::atomic<bool> &interrupted();

/// How far an import is, as a line on stderr now and then.
class ImportProgressLine
{
public:
    explicit ImportProgressLine(Session &session);

    void show(const exchange::ImportProgress &progress);

private:
    Session &m_session;
    QElapsedTimer m_sinceLast;
};

} // namespace ctl
