// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/values.h"

#include <QStringList>

namespace ui::intake
{

/// What is plainly wrong with a form while one is still typing. None of it forbids saving: whoever has
/// only half a number still gets help.

/// `reached`: how far in the form someone has come, so that nobody is told what they can't have done yet.
enum class Reached { Caller, Matter, End };
QStringList plainErrors(const QString &phone, const domain::Values &ticket, Reached reached);

} // namespace ui::intake
