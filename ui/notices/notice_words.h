// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/notice_list.h"

#include <QCoreApplication>

namespace ui::notices
{

/// What notices say in the window, and what little of it leaves the window.
struct NoticeWords {
    Q_DECLARE_TR_FUNCTIONS(NoticeWords)

public:
    /// "Assigned to you · 李明".
    static QString heading(const store::NoticeLine &line);
    /// "03A-261120-012 · 厨房漏水 · grid 07".
    static QString detail(const store::NoticeLine &line);
    /// For the desktop, where anybody may look over the shoulder: number, category and grid, nobody's name and no words of the
    /// caller.
    static QString outside(const store::NoticeLine &line);
    static QString manyCame(int count);
};

} // namespace ui::notices
