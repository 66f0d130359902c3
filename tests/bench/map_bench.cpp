// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/times.h"
#include "ui/map/made_map.h"

#include "map/map_view.h"

#include "look/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace ui::map;

/// How long a frame of the map takes, and how long it is until the image is sharp after a move: `map_bench GRIDS PINS`, at 1600 × 1000, beside
/// a plain painter that draws all outlines and pins with each frame. A line of JSON.
namespace
{

constexpr QSize window(1600, 1000);
constexpr int steps = 60;

double threadProcessor_ms()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

/// A map in a window that is drawn as a screen would ask for it: as soon as something changed.
class Stage
{
public:
    Stage(int grids, int pins)
        : m_plan{.across = int(std::ceil(std::sqrt(grids * 1.6))), .down = 0}
    {
        m_plan.down = (grids + m_plan.across - 1) / m_plan.across;
        m_grids = madeMap::grids(m_plan);
        m_pins = madeMap::pins(m_plan, pins);
        m_view.resize(window);
        m_view.show();
        m_frame = QImage(window, QImage::Format_RGB32);
    }

    MapView &view() { return m_view; }
    const QVector<MapGrid> &grids() const { return m_grids; }
    const QVector<MapPin> &pins() const { return m_pins; }

    bench::Times load()
    {
        bench::Times time;
        const MapTheme theme = madeMap::theme(m_grids, 1);
        time.take([&] {
            m_view.setGrids(m_grids);
            m_view.setPins(m_pins);
            m_view.setTheme(theme);
            settle();
        });
        return time;
    }

    void settle()
    {
        if (m_view.isSettled())
            return;
        QEventLoop loop;
        QObject::connect(&m_view, &MapView::settled, &loop, &QEventLoop::quit);
        loop.exec();
    }

    /// What the window's thread itself had to do, whatever else keeps the processors busy.
    template <typename Work> static void takeHere(bench::Times &times, Work work)
    {
        const double before = threadProcessor_ms();
        QElapsedTimer clock;
        clock.start();
        work();
        times.add(double(clock.nsecsElapsed()) / 1e6, threadProcessor_ms() - before);
    }

    void frame() { m_view.render(&m_frame, {}, {}, QWidget::DrawWindowBackground); }

    /// What a step does in the window's thread, with the frame that shows it and the next one; and what it takes until the image is
    /// sharp.
    template <typename Step> void run(const QString &name, int count, Step step)
    {
        settle();
        frame();
        bench::Times frames, sharp;
        for (int i = 0; i < count; ++i) {
            sharp.take([&] {
                takeHere(frames, [&] {
                    step(i);
                    frame();
                });
                settle();
            });
            takeHere(frames, [&] { frame(); });
        }
        m_figures.append(QJsonObject{
            {u"name"_s, name}, {u"frame"_s, frames.json()}, {u"sharp"_s, sharp.json()}});
        m_most = std::max(m_most, frames.p99_ms());
        m_mostHere = std::max(m_mostHere, frames.json().value(u"processor_p99_ms"_s).toDouble());
    }

    const QJsonArray &figures() const { return m_figures; }
    double most() const { return m_most; }
    double mostHere() const { return m_mostHere; }

private:
    madeMap::Plan m_plan;
    QVector<MapGrid> m_grids;
    QVector<MapPin> m_pins;
    MapView m_view;
    QImage m_frame;
    QJsonArray m_figures;
    double m_most = 0;
    double m_mostHere = 0;
};

/// Everything, drawn by whoever doesn't think about it.
bench::Times plainFrames(Stage &stage)
{
    std::vector<QPainterPath> paths;
    for (const MapGrid &grid : stage.grids()) {
        QPolygonF ring;
        for (const domain::GeoPoint &point : grid.shape.parts.constFirst().outer)
            ring.append(stage.view().camera().pixelOf(point));
        paths.emplace_back();
        paths.back().addPolygon(ring);
    }
    bench::Times times;
    QImage image(window, QImage::Format_RGB32);
    for (int i = 0; i < 5; ++i) {
        times.take([&] {
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setBrush(Qt::lightGray);
            for (const QPainterPath &path : paths)
                painter.drawPath(path);
            for (const MapPin &pin : stage.pins())
                painter.drawEllipse(stage.view().camera().pixelOf(pin.at), 3, 3);
        });
    }
    return times;
}

void moveAbout(Stage &stage, const QString &where)
{
    MapView &view = stage.view();
    const MapCamera home = view.camera();
    stage.run(where + u", pan"_s, steps, [&](int i) {
        view.panBy({i % 40 < 20 ? -24.0 : 24.0, 9});
    });
    view.setCamera(home);
    stage.run(
        where + u", zoom"_s, steps, [&](int i) { view.zoomBy(i % 20 < 10 ? 1.19 : 1 / 1.19); });
    view.setCamera(home);
}

bench::Times themes(Stage &stage)
{
    bench::Times times;
    for (int i = 0; i < 12; ++i) {
        const MapTheme theme = madeMap::theme(stage.grids(), i + 2);
        times.take([&] {
            stage.view().setTheme(theme);
            stage.settle();
            stage.frame();
        });
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const ui::look::Theme theme(ui::look::Theme::Choice::Light);
    const int grids = app.arguments().value(1, u"10000"_s).toInt();
    const int pins = app.arguments().value(2, u"100000"_s).toInt();
    Stage stage(grids, pins);
    const bench::Times load = stage.load();
    moveAbout(stage, u"all"_s);
    stage.view().setLayerShown(PinLayer::Tickets, false);
    stage.run(u"all, a layer on and off"_s, steps,
        [&](int i) { stage.view().setLayerShown(PinLayer::Tickets, i % 2); });
    stage.run(
        u"all, clusters on and off"_s, steps, [&](int i) { stage.view().setClustered(i % 2); });
    stage.view().setClustered(false);
    moveAbout(stage, u"all, pin by pin"_s);
    stage.view().setClustered(true);
    const bench::Times themeTimes = themes(stage);
    stage.view().zoomBy(std::sqrt(5.0));
    moveAbout(stage, u"a fifth"_s);
    stage.view().showAll();
    stage.view().zoomBy(16);
    moveAbout(stage, u"x16"_s);
    stage.view().showAll();
    const QJsonObject printed{{u"bench"_s, u"map"_s}, {u"grids"_s, grids}, {u"pins"_s, pins},
        {u"load"_s, load.json()}, {u"moves"_s, stage.figures()}, {u"theme"_s, themeTimes.json()},
        {u"plain"_s, plainFrames(stage).json()},
        {u"bars"_s,
            QJsonArray{bench::bar(u"frame p99"_s, stage.most(), 16),
                bench::bar(u"frame p99, the window's thread alone"_s, stage.mostHere(), 16),
                bench::bar(u"new theme"_s, themeTimes.p99_ms(), 150),
                bench::bar(u"loading"_s, load.max_ms(), 2000)}}};
    std::printf("%s\n", QJsonDocument(printed).toJson(QJsonDocument::Compact).constData());
    return 0;
}
