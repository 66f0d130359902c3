// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/measures.h"
#include "look/palette.h"

#include <QPainter>
#include <QWidget>

namespace ui::widgets
{

// What parts two regions of a page.
class Hairline : public QWidget
{
public:
    explicit Hairline(Qt::Orientation orientation, QWidget *parent = nullptr)
        : QWidget(parent)
    {
        orientation == Qt::Vertical ? setFixedWidth(look::hairline)
                                    : setFixedHeight(look::hairline);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), look::hairlineColor(palette()));
    }
};

} // namespace ui::widgets
