// SPDX-License-Identifier: GPL-3.0-or-later
#include "ending_signals.h"

#include <QSocketNotifier>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace ctl
{

namespace
{

int ends[2] = {-1, -1};

/// In a handler nothing is safe but a few calls such as this one.
void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(ends[1], &byte, 1);
}

} // namespace

EndingSignals::EndingSignals()
{
    if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // then the signals end the program as they always do
    connect(new QSocketNotifier(ends[0], QSocketNotifier::Read, this), &QSocketNotifier::activated,
        this, &EndingSignals::asked);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
}

EndingSignals::~EndingSignals()
{
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    for (int &end : ends)
        ::close(std::exchange(end, -1));
}

} // namespace ctl
