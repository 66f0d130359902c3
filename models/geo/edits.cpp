// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/edits.h"

#include "geo/geos.h"
#include "geo/measures.h"
#include "geo/pieces.h"
#include "geo/sheet.h"
#include "geo/words.h"

#include <algorithm>

namespace geo
{

using domain::Refusal;
using domain::Shape;

namespace
{

Refusal noCut()
{
    return {.what = Words::tr("The line doesn't go through the area from border to border."),
        .advice = Words::tr("Begin and end it outside, or on the border.")};
}

std::optional<Refusal> refusalOfLine(const Line &line)
{
    if (line.size() <= mostLineCorners)
        return {};
    return Refusal{.what = Words::tr("The line has more than %1 corners.").arg(mostLineCorners),
        .advice = Words::tr("Draw it with fewer.")};
}

double common_m2(const Shape &one, const Shape &other)
{
    const Geometry a = geometryOf(one), b = geometryOf(other);
    return area_m2(shapeOf(common(a.get(), b.get()).get()));
}

Shape joinedShape(const Shapes &shapes)
{
    return shapeOf(joined(shapes).get());
}

// Whether they have more of a border in common than corners.
bool doTouch(const Shape &one, const Shape &other)
{
    return joinedShape({one, other}).parts.size() < one.parts.size() + other.parts.size();
}

Shape withParts(Shape shape, const Shapes &more)
{
    for (const Shape &each : more)
        shape.parts += each.parts;
    return shape;
}

Sheet::Cut sharedOut(const Sheet &sheet, const Line &line)
{
    const Shape &one = sheet.mine()[0], &other = sheet.mine()[1];
    const Pieces pieces = piecesOf(joinedShape(sheet.mine()), line);
    if (pieces.cut.isEmpty())
        return noCut();
    Shapes ofOne, ofOther;
    for (const Shape &piece : pieces.cut + pieces.left)
        (common_m2(piece, one) >= common_m2(piece, other) ? ofOne : ofOther).append(piece);
    if (ofOne.isEmpty() || ofOther.isEmpty())
        return Refusal{.what = Words::tr("The line leaves one of the two grids nothing."),
            .advice =
                Words::tr("Draw it so that either keeps the most of its area, or merge them.")};
    return Shapes{joinedShape(ofOne), joinedShape(ofOther)};
}

} // namespace

Outcome split(const Shape &shape, const Line &line, const Shapes &neighbours)
{
    if (const auto refusal = refusalOfLine(line))
        return *refusal;
    return Sheet({shape}, neighbours).carryOut([&line](const Sheet &sheet) -> Sheet::Cut {
        Pieces pieces = piecesOf(sheet.mine().front(), line);
        if (pieces.cut.isEmpty())
            return noCut();
        pieces.cut.front() = withParts(pieces.cut.front(), pieces.left);
        return pieces.cut;
    });
}

Outcome merged(const Shapes &shapes, const Shapes &neighbours)
{
    if (shapes.size() < 2)
        return Refusal{.what = Words::tr("A single area can't be merged."),
            .advice = Words::tr("Choose two or more.")};
    Outcome outcome = Sheet(shapes, neighbours).carryOut([](const Sheet &sheet) -> Sheet::Cut {
        return Shapes{joinedShape(sheet.mine())};
    });
    if (auto *edited = std::get_if<Edited>(&outcome); edited && edited->shapes[0].parts.size() > 1)
        edited->note = Words::tr("The merged area has %n part(s) that don't touch.", nullptr,
            int(edited->shapes[0].parts.size()));
    return outcome;
}

Outcome movedBorder(
    const Shape &one, const Shape &other, const Line &line, const Shapes &neighbours)
{
    if (const auto refusal = refusalOfLine(line))
        return *refusal;
    if (const auto refusal = refusalOfFaulty({one, other}))
        return *refusal;
    if (!doTouch(one, other))
        return Refusal{.what = Words::tr("The two grids have no border in common."),
            .advice = Words::tr("Choose two that lie side by side.")};
    return Sheet({one, other}, neighbours).carryOut([&line](const Sheet &sheet) {
        return sharedOut(sheet, line);
    });
}

Outcome without(const Shape &shape, const Shapes &others)
{
    return Sheet({shape}, others).carryOut([](const Sheet &sheet) -> Sheet::Cut {
        const Geometry mine = geometryOf(sheet.mine().front());
        const Geometry theirs = joined(sheet.neighbours());
        return Shapes{shapeOf(without(mine.get(), theirs.get()).get())};
    });
}

Outcome filled(const Shape &shape, const Shape &gap, const Shapes &neighbours)
{
    if (const auto refusal = refusalOfFaulty({shape}))
        return *refusal;
    if (gap.isEmpty() || !doTouch(shape, gap))
        return Refusal{.what = Words::tr("The grid has no border in common with the gap."),
            .advice = Words::tr("Give it to a grid beside it.")};
    return Sheet({shape, gap}, neighbours).carryOut([](const Sheet &sheet) -> Sheet::Cut {
        return Shapes{joinedShape(sheet.mine())};
    });
}

} // namespace geo
