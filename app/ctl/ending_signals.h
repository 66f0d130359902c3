// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ctl
{

/// SIGTERM and SIGINT as something that an event loop hears, so that a program that serves says good-bye before it ends. One at a time.
class EndingSignals : public QObject
{
    Q_OBJECT
public:
    EndingSignals();
    ~EndingSignals() override;

Q_SIGNALS:
    void asked();
};

} // namespace ctl
