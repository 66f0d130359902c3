// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the grid map with a made-up estate, to be judged by eye, and prints it:
//   map_gallery --shot FILE.png [--dark] [--translation FILE.qm] [--size 1280x800] [--grids 48] [--pins 400] [--zoom 1]
//               [--hatched] [--loose] [--card] [--tool point|band|draw|alter] [--pdf FOLDER]
#include "ui/map/made_map.h"

#include "map/day_slider.h"
#include "map/grid_card.h"
#include "map/layer_strip.h"
#include "map/map_frame.h"
#include "map/map_legend.h"
#include "map/map_sheet.h"
#include "map/map_view.h"
#include "map/outline_tool.h"
#include "map/theme_scale.h"

#include "look/theme.h"
#include "paper/output.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTranslator>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace ui::map;
using ui::widgets::Mood;

namespace
{

GridFacts factsOf(const MapGrid &grid)
{
    return {grid.id, grid.code, grid.name, u"李明"_s, u"138 0013 8000"_s,
        u"陈秀英，至 2026-11-30"_s, u"第二维修组"_s, u"1,284 户"_s, 12, 2, 3,
        {{madeMap::idOf(1, 2), u"03A-261120-012"_s, u"厨房阀门下方持续漏水"_s, Mood::Late,
             u"超时 2 小时 15 分"_s},
            {madeMap::idOf(2, 2), u"03A-261120-015"_s, u"3 栋 2 单元楼道灯不亮"_s, Mood::Soon,
                u"还剩 20 分钟"_s},
            {madeMap::idOf(3, 2), u"03A-261120-017"_s, u"暖气不热"_s, Mood::Running,
                u"还剩 1 小时 35 分"_s}}};
}

Legend legendOf(const MapTheme &theme, qsizetype grids)
{
    const ThemeScale scale = ThemeScale::own({5, 10, 15, 20}, 0);
    Legend legend{theme.title, {}, int(grids - theme.values.size())};
    for (int rank = 0; rank < scale.classes(); ++rank) {
        const auto has = std::count_if(theme.values.cbegin(), theme.values.cend(),
            [rank](const GridValue &value) { return value.rank == rank; });
        legend.classes.append({scale.words(rank), int(has)});
    }
    return legend;
}

void takeTool(MapFrame &frame, const QString &name, const MapGrid &grid)
{
    MapView &view = frame.view();
    if (name == u"point"_s)
        view.pickPoint();
    else if (name == u"band"_s)
        view.selectArea();
    else if (name == u"draw"_s)
        view.setTool(new OutlineTool(view, OutlineDraft::Kind::Area));
    else if (name == u"alter"_s)
        view.setTool(new OutlineTool(view, grid.id, grid.shape));
    if (name == u"draw"_s) {
        for (const QPointF at : {QPointF(300, 300), QPointF(520, 260), QPointF(600, 420)})
            view.tool()->click(at);
        view.tool()->hover({420, 520});
    } else if (name == u"alter"_s) {
        view.tool()->step(true);
    } else if (name == u"band"_s) {
        view.tool()->press({220, 200}, {});
        view.tool()->drag({640, 480});
    }
}

void printAll(const MapFrame &frame, const QString &folder)
{
    const std::pair<SheetSize, QString> sizes[] = {{SheetSize::A4, u"a4"_s},
        {SheetSize::A4Landscape, u"a4-landscape"_s}, {SheetSize::A3, u"a3"_s},
        {SheetSize::A3Landscape, u"a3-landscape"_s}};
    for (const auto &[size, name] : sizes) {
        for (const bool isColoured : {true, false}) {
            MapSheet sheet{size, u"幸福物业公司"_s, u"网格地图"_s, u"在办工单 · 2026-11-20"_s,
                u"王芳"_s, u"2026-11-20 14:32"_s, {}, frame.legend().legend(), isColoured,
                !isColoured || size == SheetSize::A3, frame.view().areas(), frame.view().ranks(),
                frame.view().pinChoice(), frame.view().routes(), {}};
            QString error;
            const QString path =
                u"%1/%2%3.pdf"_s.arg(folder, name, isColoured ? u""_s : u"-grey"_s);
            if (!ui::paper::writePdf(layOut(sheet), path, &error))
                qWarning().noquote() << error;
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.addOptions({{u"shot"_s, {}, u"png"_s}, {u"dark"_s, {}}, {u"hatched"_s, {}},
        {u"loose"_s, {}}, {u"card"_s, {}}, {u"tool"_s, {}, u"name"_s}, {u"pdf"_s, {}, u"folder"_s},
        {u"translation"_s, {}, u"qm"_s}, {u"size"_s, {}, u"WxH"_s, u"1280x800"_s},
        {u"grids"_s, {}, u"n"_s, u"48"_s}, {u"pins"_s, {}, u"n"_s, u"400"_s},
        {u"zoom"_s, {}, u"x"_s, u"1"_s}});
    options.process(app);
    QTranslator words;
    if (words.load(options.value(u"translation"_s)))
        QApplication::installTranslator(&words);
    QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
    const ui::look::Theme theme(
        options.isSet(u"dark"_s) ? ui::look::Theme::Choice::Dark : ui::look::Theme::Choice::Light);
    const int count = options.value(u"grids"_s).toInt();
    madeMap::Plan plan{.across = int(std::ceil(std::sqrt(count * 1.6))), .down = 0};
    plan.down = (count + plan.across - 1) / plan.across;
    const auto grids = madeMap::grids(plan);
    const MapTheme colours = madeMap::theme(grids, 1);

    MapFrame frame;
    const QStringList size = options.value(u"size"_s).split(u'x');
    frame.resize(size.value(0).toInt(), size.value(1).toInt());
    frame.legend().setThemes({{u"open"_s, u"在办工单"_s, {}}, {u"late"_s, u"超时工单"_s, {}}});
    frame.legend().setLegend(legendOf(colours, grids.size()));
    frame.days().setDays(QDate(2026, 1, 1), QDate(2026, 11, 20));
    frame.show();
    MapView &view = frame.view();
    QStringList layers = frame.layers().active();
    if (options.isSet(u"hatched"_s))
        layers << u"hatched"_s;
    if (options.isSet(u"loose"_s))
        layers.removeOne(u"clustered"_s);
    frame.layers().setActive(layers);
    view.setGrids(grids);
    view.setPins(madeMap::pins(plan, options.value(u"pins"_s).toInt()));
    view.setTheme(colours);
    view.setWork(madeMap::work(grids));
    view.setLines({{grids.at(grids.size() / 3).shape.parts.at(0).outer.first(24), u"早班"_s}});
    view.setFocus();
    bool isReady = false;
    QObject::connect(&view, &MapView::settled, &view, [&] {
        if (!view.areas() || !view.isSettled())
            return;
        if (!std::exchange(isReady, true)) {
            const MapGrid &chosen = grids.at(count / 2);
            view.zoomBy(options.value(u"zoom"_s).toDouble());
            view.choose(chosen.id);
            frame.card().show(factsOf(chosen));
            frame.setCardShown(options.isSet(u"card"_s));
            takeTool(frame, options.value(u"tool"_s), chosen);
            QMetaObject::invokeMethod(
                &view, [&view] { view.setTheme(view.theme()); }, Qt::QueuedConnection);
            return;
        }
        if (options.isSet(u"pdf"_s))
            printAll(frame, options.value(u"pdf"_s));
        frame.grab().save(options.value(u"shot"_s));
        QApplication::quit();
    });
    return QApplication::exec();
}
