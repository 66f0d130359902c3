// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/made_map.h"

#include <QRandomGenerator>

#include <cmath>
#include <numbers>

namespace madeMap
{

using namespace Qt::StringLiterals;
using domain::GeoPoint;
using domain::Ring;
using ui::map::MapGrid;
using ui::map::MapPin;

namespace
{

constexpr double metresPerDegree = 111'320;

/// A number from -1 to 1 that belongs to a place of the plan.
double jitter(int x, int y, int which)
{
    QRandomGenerator dice(quint32(x * 73'856'093 ^ y * 19'349'663 ^ which * 83'492'791));
    return dice.generateDouble() * 2 - 1;
}

class Fields
{
public:
    explicit Fields(const Plan &plan)
        : m_plan(plan)
    {
    }

    Ring field(int x, int y) const
    {
        Ring ring;
        appendSide(ring, {x, y}, {x + 1, y});
        appendSide(ring, {x + 1, y}, {x + 1, y + 1});
        appendSide(ring, {x + 1, y + 1}, {x, y + 1});
        appendSide(ring, {x, y + 1}, {x, y});
        return ring;
    }

    GeoPoint place(QPointF at) const
    {
        const double lat = m_plan.lat + at.y() * m_plan.metres / metresPerDegree;
        const double narrow = std::cos(m_plan.lat * std::numbers::pi / 180);
        const double lon = m_plan.lon + at.x() * m_plan.metres / metresPerDegree / narrow;
        return GeoPoint::fromDegrees(lon, lat).value_or(GeoPoint());
    }

private:
    static QPointF knot(QPoint at)
    {
        return QPointF(at) + QPointF(jitter(at.x(), at.y(), 0), jitter(at.x(), at.y(), 1)) * 0.22;
    }

    /// Its corners lie where the side is, whichever way it is walked; without the last.
    void appendSide(Ring &ring, QPoint from, QPoint to) const
    {
        const bool isBackwards = to.x() < from.x() || to.y() < from.y();
        const QPoint first = isBackwards ? to : from;
        const QPoint last = isBackwards ? from : to;
        const bool isUpright = first.x() == last.x();
        for (int i = 0; i <= m_plan.corners; ++i) {
            const int step = isBackwards ? m_plan.corners + 1 - i : i;
            const double share = double(step) / (m_plan.corners + 1);
            QPointF at = knot(first) + (knot(last) - knot(first)) * share;
            if (step > 0 && step <= m_plan.corners) {
                const double off =
                    jitter(first.x() * 64 + step, first.y(), isUpright ? 2 : 3) * 0.04;
                at += isUpright ? QPointF(off, 0) : QPointF(0, off);
            }
            ring.append(place(at));
        }
    }

    Plan m_plan;
};

const QStringList chiefs{u"李明"_s, u"王建国"_s, u"赵强"_s, u"陈秀英"_s, u"欧阳静"_s, u"刘洋"_s,
    u"孙丽华"_s, u"周国平"_s};
const QStringList names{u"幸福小区东"_s, u"幸福小区西"_s, u"阳光花园"_s, u"和平里"_s,
    u"铁路家属院"_s, u"翠湖苑"_s, u"建设路"_s, u"老机械厂"_s, u"紫竹院"_s, u"三号院"_s,
    u"滨河家园"_s, u"新村南"_s};

} // namespace

domain::Id idOf(int number, quint8 kind)
{
    domain::Id id;
    id.bytes[0] = quint8(kind + 1);
    for (size_t i = 0; i < 4; ++i)
        id.bytes[15 - i] = quint8(number >> (8 * i));
    return id;
}

QVector<MapGrid> grids(const Plan &plan)
{
    const Fields fields(plan);
    const int count = plan.across * plan.down;
    const int digits = std::max(2, int(QString::number(count).size()));
    QVector<MapGrid> made;
    for (int number = 0; number < count; ++number) {
        // Codes go from the north-west in rows.
        const int x = number % plan.across;
        const int y = plan.down - 1 - number / plan.across;
        made.append({idOf(number), {{{fields.field(x, y), {}}}},
            u"%1"_s.arg(number + 1, digits, 10, QLatin1Char('0')),
            names.at(number % names.size())});
    }
    return made;
}

QVector<MapPin> pins(const Plan &plan, int count)
{
    using enum ui::map::PinKind;
    constexpr ui::map::PinKind kinds[] = {
        Open, Open, Open, Done, Late, Open, Done, Equipment, Open, Person};
    const Fields fields(plan);
    QRandomGenerator dice(7);
    QVector<MapPin> made;
    made.reserve(count);
    // People live close together: half of all stand around a few places.
    const int knots = std::max(3, plan.across * plan.down / 40);
    for (int number = 0; number < count; ++number) {
        QPointF at(dice.generateDouble() * plan.across, dice.generateDouble() * plan.down);
        if (number % 2) {
            const int knot = dice.bounded(knots);
            const QPointF middle((jitter(knot, 1, 9) + 1) / 2 * plan.across,
                (jitter(knot, 2, 9) + 1) / 2 * plan.down);
            at = middle + (at - QPointF(plan.across, plan.down) / 2) * 0.06;
        }
        made.append({fields.place(at), kinds[number % std::size(kinds)], idOf(number, 1),
            u"03A-261120-%1"_s.arg(number + 1, 3, 10, QLatin1Char('0'))});
    }
    return made;
}

ui::map::MapTheme theme(const QVector<MapGrid> &grids, int seed)
{
    ui::map::MapTheme made{u"在办工单"_s, {}};
    for (int number = 0; number < grids.size(); ++number) {
        const int value = int(std::abs(jitter(number, seed, 5)) * 25);
        if (number % 11 != 10)
            made.values.insert(grids.at(number).id,
                {std::min(value / 5, ui::map::mostClasses - 1), u"%1 件"_s.arg(value)});
    }
    return made;
}

QHash<domain::Id, ui::map::GridWork> work(const QVector<MapGrid> &grids)
{
    QHash<domain::Id, ui::map::GridWork> made;
    for (int number = 0; number < grids.size(); ++number)
        made.insert(
            grids.at(number).id, {number % 17, number % 3, chiefs.at(number % chiefs.size())});
    return made;
}

} // namespace madeMap
