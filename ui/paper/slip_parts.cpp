// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/slip_parts.h"

#include "paper/measure.h"
#include "paper/rules.h"
#include "paper/text.h"

#include <QPainter>

namespace ui::paper
{
namespace
{
constexpr qreal boxPad = mm(2);
constexpr qreal ruledLine = mm(8.5);
constexpr qreal signatureHeight = mm(12.5);

qreal widestLabel(const SlipPart &part)
{
    qreal widest = 0;
    if (const auto *rows = std::get_if<SlipRows>(&part)) {
        for (const LabelValue &row : rows->rows)
            widest = qMax(widest, widthOf(row.label, slipType::body));
    } else if (const auto *checks = std::get_if<CheckRow>(&part)) {
        widest = widthOf(checks->label, slipType::body);
    }
    return widest;
}

// One line of the frame, with its part of the frame's sides.
struct RuledLine {
    qreal width;
    qreal height;
    bool isFirst;
    bool isLast;

    void paint(QPainter &painter, QPointF at, const Inks &inks) const
    {
        paintUpright(painter, at, height, inks.text, 0.6);
        paintUpright(painter, at + QPointF(width, 0), height, inks.text, 0.6);
        if (isFirst)
            paintRule(painter, at, width, inks.text, 0.6);
        const QPointF bottom = at + QPointF(0, height);
        if (isLast)
            paintRule(painter, bottom, width, inks.text, 0.6);
        else
            paintRule(painter, bottom + QPointF(boxPad, 0), width - 2 * boxPad, inks.hairline);
    }
};

void paintSignature(
    QPainter &painter, QPointF at, const QString &label, qreal width, const Inks &inks)
{
    const Text words(label, slipType::body, width);
    words.paint(painter, at + QPointF(0, signatureHeight - words.lineHeight()), inks.quiet);
    const qreal from = words.widest() + mm(1.5);
    paintRule(painter, at + QPointF(from, signatureHeight), width - from, inks.text, 0.6);
}
} // namespace

bool SlipFrame::isNarrow() const
{
    return area.width < mm(90);
}

SlipFrame frameOf(const Slip &slip, const Inks &inks, Area area)
{
    SlipFrame frame{inks, area};
    for (const SlipPart &part : slip.parts)
        frame.labelWidth = qMax(frame.labelWidth, widestLabel(part) + pt(1));
    frame.labelWidth = qMin(frame.labelWidth, area.width * (frame.isNarrow() ? 0.35 : 0.22));
    return frame;
}

QList<Piece> piecesOf(const SlipSection &section, const SlipFrame &frame)
{
    const Text text(section.title, type::strong, frame.area.width);
    const auto paint = [text, inks = frame.inks](
                           QPainter &painter, QPointF at) { text.paint(painter, at, inks.text); };
    return {{.height = text.height(), .paint = paint, .gapBefore = mm(3), .keepWithNext = true}};
}

// The label stands in the first ruled line; the lines keep together as long as one sheet holds them.
QList<Piece> piecesOf(const WriteIn &box, const SlipFrame &frame)
{
    const Text label(box.label, slipType::body, frame.area.width - 2 * boxPad);
    const int count = qMax(1, box.lines);
    QList<Piece> pieces;
    for (int i = 0; i < count; ++i) {
        const qreal height = i == 0 ? qMax(ruledLine, label.height() + mm(1.5)) : ruledLine;
        const RuledLine line{frame.area.width, height, i == 0, i == count - 1};
        const auto paint = [line, label, inks = frame.inks](QPainter &painter, QPointF at) {
            line.paint(painter, at, inks);
            if (line.isFirst)
                label.paint(painter, at + QPointF(boxPad, mm(0.8)), inks.quiet);
        };
        pieces.append({.height = height,
            .paint = paint,
            .gapBefore = line.isFirst ? mm(2.5) : 0,
            .keepWithNext = !line.isLast});
    }
    return pieces;
}

QList<Piece> piecesOf(const Signatures &signatures, const SlipFrame &frame)
{
    const int perRow = frame.isNarrow() ? 1 : 3;
    const qreal gutter = mm(5);
    QList<Piece> pieces;
    for (int first = 0; first < signatures.labels.size(); first += perRow) {
        const QStringList labels = signatures.labels.mid(first, perRow);
        const qreal width = (frame.area.width - gutter * (labels.size() - 1)) / labels.size();
        const auto paint = [=, inks = frame.inks](QPainter &painter, QPointF at) {
            for (int i = 0; i < labels.size(); ++i)
                paintSignature(
                    painter, at + QPointF(i * (width + gutter), 0), labels[i], width, inks);
        };
        pieces.append({.height = signatureHeight + mm(0.5), .paint = paint});
    }
    return pieces;
}

QList<Piece> piecesOf(const Terms &terms, const SlipFrame &frame)
{
    const Text text(terms.text, type::small, frame.area.width);
    QList<Piece> pieces;
    for (int i = 0; i < text.lineCount(); ++i) {
        const auto paint = [text, inks = frame.inks, i](QPainter &painter, QPointF at) {
            text.paintLines(painter, at, inks.quiet, i, i + 1);
        };
        pieces.append(
            {.height = text.lineHeight(), .paint = paint, .gapBefore = i == 0 ? mm(3) : 0});
    }
    return pieces;
}

QList<Piece> piecesOf(const CutLine &cut, const SlipFrame &frame)
{
    const Text text(cut.caption, type::small, frame.area.width - mm(10));
    const qreal height = qMax(mm(4), text.height());
    const auto paint = [=, inks = frame.inks, width = frame.area.width](
                           QPainter &painter, QPointF at) {
        const QPointF middle = at + QPointF(0, height / 2);
        const qreal half = cut.caption.isEmpty() ? 0 : text.widest() / 2 + mm(2);
        paintDashes(painter, middle, middle + QPointF(width / 2 - half, 0), inks.text);
        paintDashes(
            painter, middle + QPointF(width / 2 + half, 0), middle + QPointF(width, 0), inks.text);
        const QPointF left((width - text.widest()) / 2, (height - text.height()) / 2);
        text.paint(painter, at + left, inks.quiet);
    };
    return {{.height = height, .paint = paint, .gapBefore = mm(3.5), .keepWithNext = true}};
}

} // namespace ui::paper
