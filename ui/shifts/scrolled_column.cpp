// SPDX-License-Identifier: GPL-3.0-or-later
#include "shifts/scrolled_column.h"

#include "look/measures.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace ui::shifts
{

QVBoxLayout *scrolledColumn(QVBoxLayout &page, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *body = new QWidget(scroll);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(look::unit);
    scroll->setWidget(body);
    page.addWidget(scroll, 1);
    return column;
}

} // namespace ui::shifts
