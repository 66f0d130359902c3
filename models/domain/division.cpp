// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/division.h"

#include "domain/shape_code.h"

#include <algorithm>

namespace domain
{

Id subjectOf(const DrawGrids &command)
{
    return command.areas.isEmpty() ? Id()
                                   : drawingOf(command.areas.constFirst().grid, command.from_ms);
}

Id drawingOf(const Id &grid, qint64 from_ms)
{
    const QByteArray name = "drawing/" + grid.toBytes().toHex() + '/' + QByteArray::number(from_ms);
    return Id::named(name.constData());
}

std::optional<Drawing> drawingIn(const RegisterRow &row)
{
    if (row.reg != Register::Drawing || row.removed)
        return {};
    Drawing drawing{
        row.values[drawing::Grid].value<Id>(), row.values.number(drawing::From), Shape()};
    if (row.values.has(drawing::Area)) {
        auto area = shapeOf(row.values[drawing::Area].toByteArray());
        if (!area)
            return {};
        drawing.area = std::move(*area);
    }
    return drawing;
}

Id gridOf(std::span<const Id> atPoint, const Id &byAddress)
{
    if (atPoint.empty())
        return byAddress;
    if (atPoint.size() == 1)
        return atPoint.front();
    return std::ranges::find(atPoint, byAddress) != atPoint.end() ? byAddress : Id();
}

} // namespace domain
