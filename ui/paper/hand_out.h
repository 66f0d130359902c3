// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/pages.h"

#include <functional>

class QWidget;

// Pages leave the window: to a printer or into a file that a person chooses. Both return at once, and
// say beside the parent what failed; `done` is called once they are out.
namespace ui::paper
{
void printWithDialog(const Pages &pages, QWidget *parent, const std::function<void()> &done = {});
void savePdfWithDialog(const Pages &pages, const QString &suggestedName, QWidget *parent,
    const std::function<void()> &done = {});
} // namespace ui::paper
