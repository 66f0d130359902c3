// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "visits/call_queue.h"

namespace ui::visits
{

/// The queue of return visits: 5…1 tell the satisfaction, U that nobody answered. Who was not reached stands again at the set
/// time; anonymous callers never stand here.
class VisitsPage : public CallQueue
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit VisitsPage(Desk &desk, QWidget *parent = nullptr);
};

} // namespace ui::visits
