// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace geo
{

/// What this layer says to people, in their language: Words::tr("…").
struct Words {
    Q_DECLARE_TR_FUNCTIONS(geo)
};

} // namespace geo
