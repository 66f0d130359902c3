// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>

namespace app
{

/// Begins `work` within the loop and comes back when the loop is told to quit. What is over at once may tell so while it is
/// being begun (a future that is ready answers in then() itself), and a quit() before exec() would be lost.
template <typename Work> void runUntilQuit(QEventLoop &loop, Work work)
{
    QMetaObject::invokeMethod(&loop, std::move(work), Qt::QueuedConnection);
    loop.exec();
}

} // namespace app
