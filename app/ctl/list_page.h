// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "arguments.h"

namespace ctl
{

/// Which part of a list is printed.
struct ListPage {
    qint64 limit = -1; ///< -1: to the end
    qint64 offset = 0;
    bool onlyCount = false;

    static ListPage from(Arguments &arguments)
    {
        ListPage page;
        page.limit = arguments.count(QStringLiteral("--limit"), -1);
        page.offset = arguments.count(QStringLiteral("--offset"), 0);
        page.onlyCount = arguments.flag(QStringLiteral("--count"));
        return page;
    }

    /// Whether the place in the whole list, from 0, lies on the page.
    bool holds(qint64 place) const
    {
        return place >= offset && (limit < 0 || place < offset + limit);
    }
};

} // namespace ctl
