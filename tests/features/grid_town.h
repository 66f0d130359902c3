// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window_day.h"

#include "domain/division.h"
#include "gridmap/grid_map_page.h"
#include "map/map_view.h"

#include <QRandomGenerator>

namespace griddesk_town
{

using namespace domain;
using namespace Qt::StringLiterals;
using ui::gridmap::GridMapPage;

/// A town of four by three grids, whose borders are a little crooked and shared to the last digit.
constexpr int columns = 4, rows = 3;
constexpr qint32 west = 1'163'900'000, south = 399'000'000, wide = 60'000, high = 45'000;

inline GeoPoint node(int x, int y)
{
    QRandomGenerator random(quint32(7 * x + 131 * y + 1));
    return {west + x * wide + random.bounded(-9'000, 9'000),
        south + y * high + random.bounded(-7'000, 7'000)};
}

inline Shape cell(int x, int y)
{
    return {{Polygon{{node(x, y), node(x + 1, y), node(x + 1, y + 1), node(x, y + 1)}, {}}}};
}

inline GeoPoint within(int x, int y, double east, double north)
{
    return {qint32(west + (x + east) * wide), qint32(south + (y + north) * high)};
}

class Town : public WindowDay
{
public:
    Town()
    {
        DrawGrids draw;
        const QStringList names{u"幸福北"_s, u"幸福南"_s, u"阳光"_s, u"滨河"_s, u"朝阳"_s,
            u"和平"_s, u"解放"_s, u"建设"_s, u"人民"_s, u"长江"_s, u"黄河"_s, u"泰山"_s};
        for (int at = 0; at < columns * rows; ++at) {
            const int x = at % columns, y = rows - 1 - at / columns;
            const QString code = u"%1"_s.arg(at + 1, 2, 10, QLatin1Char('0'));
            Id id = grid;
            if (code != u"07") {
                id = desk().freshId();
                draw.rows.append({Register::Grid, id,
                    {{grid::Code, code}, {grid::Name, names[at]},
                        {grid::Households, 150 + 40 * at}},
                    {}});
            }
            grids.append(id);
            draw.areas.append({id, cell(x, y)});
        }
        submit(draw);
        submit(PutRow{Register::Grid, grid, {{grid::Chief, QVariant::fromValue(li)}}, {}});
        QRandomGenerator random(11);
        for (int i = 0; i < 60; ++i) {
            const int x = int(random.bounded(columns)), y = int(random.bounded(rows));
            const GeoPoint at = within(
                x, y, 0.25 + random.generateDouble() / 2, 0.25 + random.generateDouble() / 2);
            report(at, u"厨房漏水"_s);
        }
    }
    Id report(const GeoPoint &at, const QString &title)
    {
        const OpenTicket command{.ticket = desk().freshId(),
            .values = {{field::Kind, u"repair"_s}, {field::Line, u"water"_s}, {field::Title, title},
                {field::Lon, at.lon()}, {field::Lat, at.lat()}}};
        return submit(command).subject;
    }
    GridMapPage &page() { return *static_cast<GridMapPage *>(shell().page(u"gridmap"_s)); }
    void open(int grids = columns * rows)
    {
        openWindow();
        sitDown(u"wang"_s);
        QTRY_VERIFY(!isCurtainDrawn());
        person->key(Qt::Key_F5);
        QTRY_COMPARE(shell().currentPage(), u"gridmap"_s);
        QTRY_COMPARE(page().legend().classes.isEmpty(), false);
        QTRY_VERIFY(page().view().areas() && page().view().areas()->count() == grids);
        page().view().showAll();
        QTRY_VERIFY(page().view().isSettled());
    }
    int openIn(const Id &id) { return page().shown().find(id)->figures.open; }
    QPoint pixel(const GeoPoint &place) { return page().view().camera().pixelOf(place).toPoint(); }

    QVector<Id> grids;
};

inline void shootDialog(QWidget &dialog, const QString &name)
{
    const QString folder = qEnvironmentVariable("GRIDDESK_OUT");
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return;
    for (int turn = 0; turn < 3; ++turn)
        QCoreApplication::sendPostedEvents();
    dialog.grab().save(u"%1/%2.png"_s.arg(folder, name));
}

} // namespace griddesk_town
