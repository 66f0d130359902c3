// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QVBoxLayout;
class QWidget;

namespace ui::shifts
{

/// A column of texts that takes the room which is left in a layout and scrolls, so that what stands below it stays in sight.
QVBoxLayout *scrolledColumn(QVBoxLayout &page, QWidget *parent);

} // namespace ui::shifts
