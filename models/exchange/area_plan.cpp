// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/area_plan.h"

#include "exchange/words.h"

#include <QDateTime>

namespace exchange
{

using namespace domain;

namespace
{

Shape areaAt(const QVector<Drawing> &drawings, qint64 at_ms)
{
    Shape area;
    for (const Drawing &drawing : drawings) {
        if (drawing.from_ms <= at_ms)
            area = drawing.area;
    }
    return area;
}

} // namespace

AreaPlan::AreaPlan(store::Reader &reader, std::optional<qint64> from_ms, QString reason)
    : m_reader(reader)
    , m_from_ms(from_ms)
    , m_reason(std::move(reason))
{
}

qint64 AreaPlan::startOfToday_ms() const
{
    const QTimeZone zone = m_reader.zone();
    return QDateTime::fromMSecsSinceEpoch(m_reader.now_ms(), zone)
        .date()
        .startOfDay(zone)
        .toMSecsSinceEpoch();
}

RowPlan AreaPlan::with(RowPlan plan, const Id &grid, const Shape &area)
{
    if (m_drawn.contains(grid)) {
        return RowPlan::refused({QStringLiteral("area"),
            Words::tr("the file draws this grid twice; join both parts to one area there")});
    }
    m_drawn.insert(grid);
    const QVector<Drawing> drawings =
        plan.kind == RowPlan::New ? QVector<Drawing>() : m_reader.findDrawings(grid);
    const qint64 from_ms = m_from_ms.value_or(drawings.isEmpty() ? 0 : startOfToday_ms());
    if (areaAt(drawings, from_ms) == area)
        return plan;
    DrawGrids draw{from_ms, {}, {{grid, area}}, m_reason};
    for (const Command &command : std::as_const(plan.commands))
        draw.rows.append(std::get<PutRow>(command));
    plan.commands = {draw};
    if (plan.kind == RowPlan::Unchanged)
        plan.kind = RowPlan::Changed;
    return plan;
}

} // namespace exchange
