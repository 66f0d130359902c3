// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace domain
{

/// What the rules say to people, in their language: Words::tr("…").
struct Words {
    Q_DECLARE_TR_FUNCTIONS(domain)
};

} // namespace domain
