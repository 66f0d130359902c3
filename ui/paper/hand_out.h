// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/pages.h"

class QWidget;

// Pages leave the window: to a printer or into a file that a person chooses. Both return at once, and
// say beside the parent what failed.
namespace ui::paper
{
void printWithDialog(const Pages &pages, QWidget *parent);
void savePdfWithDialog(const Pages &pages, const QString &suggestedName, QWidget *parent);
} // namespace ui::paper
