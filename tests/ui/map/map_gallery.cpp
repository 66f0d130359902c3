// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the grid map with a made-up estate, to be judged by eye:
//   map_gallery --shot FILE.png [--dark] [--translation FILE.qm] [--size 1280x800] [--grids 48] [--pins 400] [--zoom 1] [--hatched]
#include "ui/map/made_map.h"

#include "map/map_view.h"

#include "look/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTranslator>

#include <cmath>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser options;
    options.addOptions({{u"shot"_s, {}, u"png"_s}, {u"dark"_s, {}}, {u"hatched"_s, {}},
        {u"loose"_s, {}}, {u"translation"_s, {}, u"qm"_s}, {u"size"_s, {}, u"WxH"_s, u"1280x800"_s},
        {u"grids"_s, {}, u"n"_s, u"48"_s}, {u"pins"_s, {}, u"n"_s, u"400"_s},
        {u"zoom"_s, {}, u"x"_s, u"1"_s}});
    options.process(app);
    QTranslator words;
    if (words.load(options.value(u"translation"_s)))
        QApplication::installTranslator(&words);
    const ui::look::Theme theme(
        options.isSet(u"dark"_s) ? ui::look::Theme::Choice::Dark : ui::look::Theme::Choice::Light);
    const int count = options.value(u"grids"_s).toInt();
    madeMap::Plan plan{.across = int(std::ceil(std::sqrt(count * 1.6))), .down = 0};
    plan.down = (count + plan.across - 1) / plan.across;
    const auto grids = madeMap::grids(plan);

    ui::map::MapView view;
    const QStringList size = options.value(u"size"_s).split(u'x');
    view.resize(size.value(0).toInt(), size.value(1).toInt());
    view.show();
    view.setHatched(options.isSet(u"hatched"_s));
    view.setClustered(!options.isSet(u"loose"_s));
    view.setGrids(grids);
    view.setPins(madeMap::pins(plan, options.value(u"pins"_s).toInt()));
    view.setTheme(madeMap::theme(grids, 1));
    view.setWork(madeMap::work(grids));
    view.setLines({{{grids.at(1).shape.parts.at(0).outer.first(8)}, u"早班"_s}});
    view.setFocus();
    bool isReady = false;
    QObject::connect(&view, &ui::map::MapView::settled, &view, [&] {
        if (!view.areas())
            return;
        if (!std::exchange(isReady, true)) {
            view.choose(grids.at(count / 2).id);
            view.zoomBy(options.value(u"zoom"_s).toDouble());
            if (!view.isSettled())
                return;
        }
        if (options.isSet(u"shot"_s)) {
            view.grab().save(options.value(u"shot"_s));
            QApplication::quit();
        }
    });
    return QApplication::exec();
}
