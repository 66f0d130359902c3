// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

#include <functional>
#include <memory>

class QPainter;

// A piece is what may not be torn by the end of a page: a line of a paragraph, a row of a table, a
// chart. Blocks and slips become pieces; pieces flow onto pages.
namespace ui::paper
{
struct Piece {
    qreal height = 0;
    std::function<void(QPainter &, QPointF topLeft)> paint;
    qreal gapBefore = 0; // dropped at the top of a page
    bool keepWithNext = false;
    bool startsPage = false;
    std::shared_ptr<const Piece> head; // repeated when this piece is the first of its page
};

struct Placed {
    QPointF at;
    Piece piece;
};

// The area between the margins, in units; a roll's height is unlimited.
struct Area {
    qreal width = 0;
    qreal height = 0;
};

QList<QList<Placed>> flow(const QList<Piece> &pieces, qreal pageHeight);

qreal bottomOf(const QList<Placed> &placed);
} // namespace ui::paper
