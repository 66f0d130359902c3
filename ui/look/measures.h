// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ui::look
{

// The 4-pixel grid. Every distance in the window is a multiple of `unit`, so that the edges of
// neighbouring pages meet. All values are device-independent pixels.
inline constexpr int unit = 4;
inline constexpr int gap = 2 * unit; // between things that belong together
inline constexpr int margin = 4 * unit; // between a page's edge and what stands on it
inline constexpr int fieldHeight = 28;
inline constexpr int rowHeight = 30; // of lists and tables
inline constexpr int hairline = 1;
inline constexpr int corner = 4; // radius of fields and buttons
inline constexpr int smallIcon = 16;
inline constexpr int largeIcon = 20;

} // namespace ui::look
