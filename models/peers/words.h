// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace peers
{

/// What the exchange between desks says to people, in their language: Words::tr("…").
struct Words {
    Q_DECLARE_TR_FUNCTIONS(peers)
};

} // namespace peers
