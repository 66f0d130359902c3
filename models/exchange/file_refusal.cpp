// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/file_refusal.h"

namespace exchange
{

QString FileRefusal::line() const
{
    return QStringLiteral("%1: %2. %3").arg(what, where, advice);
}

} // namespace exchange
