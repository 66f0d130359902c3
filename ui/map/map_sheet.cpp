// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_sheet.h"

#include "map/area_painter.h"
#include "map/map_camera.h"
#include "map/route_painter.h"
#include "map/scale_bar.h"

#include "look/palette.h"
#include "paper/measure.h"
#include "paper/rules.h"
#include "paper/text.h"
#include "paper/type.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::map
{

using paper::mm;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::map::MapSheet)
};

constexpr double margin_mm = 11;
constexpr double head_mm = 15;
constexpr double foot_mm = 6;
constexpr double legendRow_mm = 6;
constexpr double legendGap_mm = 3;
constexpr double perPixel =
    paper::unitsPerInch / 96; // the map is painted in the pixels of a screen
constexpr double fitMargin = 10; // pixels
constexpr double scaleLength_mm = 45;
constexpr double northWidth_mm = 6;
constexpr double corner_mm = 4; // from the frame to scale and arrow

QSizeF sizeOf(SheetSize size)
{
    switch (size) {
    case SheetSize::A4:
        return {mm(210), mm(297)};
    case SheetSize::A4Landscape:
        return {mm(297), mm(210)};
    case SheetSize::A3:
        return {mm(297), mm(420)};
    case SheetSize::A3Landscape:
        return {mm(420), mm(297)};
    }
    return {};
}

QFont pixelFont(paper::Type type, int pixels)
{
    QFont font = type.font();
    font.setPixelSize(pixels);
    return font;
}

class Sheet
{
public:
    explicit Sheet(const MapSheet &sheet)
        : m_sheet(sheet)
        , m_inks(paper::inksOf(paper::Format::A4))
    {
        const double margin = mm(margin_mm);
        m_all = QRectF(QPointF(), sizeOf(sheet.size)).adjusted(margin, margin, -margin, -margin);
        m_map = m_all.adjusted(0, mm(head_mm), 0,
            -mm(foot_mm) - mm(legendGap_mm) - legendRows() * mm(legendRow_mm) - mm(legendGap_mm));
        m_camera = MapCamera({}, 1, m_map.size() / perPixel);
        if (sheet.areas)
            m_camera.fit(sheet.part.isEmpty() ? sheet.areas->box() : sheet.part, fitMargin);
    }

    void paint(QPainter &painter) const
    {
        paintHead(painter);
        paintMap(painter);
        paper::paintFrame(painter, m_map, m_inks.hairline, paper::hairline_pt);
        paintScale(painter);
        paintKeys(painter);
        paintFoot(painter);
    }

private:
    LegendLook legendLook() const
    {
        LegendLook look;
        look.colors = paperColors();
        look.ink = m_inks.text;
        look.quiet = m_inks.quiet;
        look.font = paper::type::table.font();
        look.isFilled = m_sheet.isColoured;
        look.isHatched = m_sheet.isHatched;
        look.swatch = mm(7);
        look.row = mm(legendRow_mm);
        look.hatch = mm(1.5);
        look.cell = mm(6);
        return look;
    }
    int legendRows() const { return legendLines(m_sheet.legend, legendLook(), m_all.width()); }

    void paintHead(QPainter &painter) const
    {
        const paper::Text title(m_sheet.title, paper::type::title, m_all.width() / 2);
        title.paint(painter, m_all.topLeft() - QPointF(0, mm(1.5)), m_inks.text);
        const paper::Text company(
            m_sheet.company, paper::type::body, m_all.width() / 2, Qt::AlignRight);
        company.paint(painter, {m_all.center().x(), m_all.top() - mm(1)}, m_inks.quiet);
        const paper::Text subject(
            m_sheet.subject, paper::type::strong, m_all.width() / 2, Qt::AlignRight);
        subject.paint(painter, {m_all.center().x(), m_all.top() + mm(5)}, m_inks.text);
    }

    /// With a whole screen's worth of small pixels, so that lines, marks and letters have their sizes.
    void paintMap(QPainter &painter) const
    {
        if (!m_sheet.areas)
            return;
        painter.save();
        painter.setClipRect(m_map);
        painter.translate(m_map.topLeft());
        painter.scale(perPixel, perPixel);
        const std::atomic_bool stale = false;
        const AreaLook look = areaLook();
        paintAreas(painter, *m_sheet.areas, look, m_camera, stale);
        paintLabels(painter, *m_sheet.areas, look, m_camera, stale);
        paintRoutes(painter, m_sheet.routes, m_camera, look.colors);
        PinDrawing pins(m_sheet.pins);
        if (pins.areDots(m_camera))
            pins.setClustered(
                true); // dots would be specks on paper, and a hundred thousand of them a file that nobody opens
        pins.setLook(look::palette(look::Scheme::Light), pixelFont(paper::type::small, 11), 1);
        pins.paintVectors(painter, m_camera);
        painter.restore();
    }

    AreaLook areaLook() const
    {
        AreaLook look;
        look.colors = paperColors();
        look.ranks = m_sheet.ranks;
        look.isFilled = m_sheet.isColoured;
        look.isHatched = m_sheet.isHatched;
        look.isPaper = true;
        look.hairline = 0.6;
        look.hatch = mm(1.5) / perPixel;
        look.codeFont = pixelFont(paper::type::strong, 13);
        look.nameFont = pixelFont(paper::type::small, 11);
        return look;
    }

    void paintScale(QPainter &painter) const
    {
        const ScaleBarLook look{
            paper::type::small.font(), m_inks.text, QColor(Qt::white), mm(0.22)};
        const double bottom = m_map.bottom() - mm(corner_mm);
        paintNorth(painter,
            {m_map.left() + mm(corner_mm), bottom - mm(10), mm(northWidth_mm), mm(10)}, look);
        paintScaleBar(painter, {m_map.left() + mm(corner_mm + northWidth_mm + 4), bottom},
            scaleMark(m_camera.metresPerPixel() / perPixel, mm(scaleLength_mm)), look);
    }

    void paintKeys(QPainter &painter) const
    {
        const QRectF area(m_all.left(), m_map.bottom() + mm(legendGap_mm), m_all.width(),
            legendRows() * mm(legendRow_mm));
        paintLegendLines(painter, area, m_sheet.legend, legendLook());
    }

    void paintFoot(QPainter &painter) const
    {
        const double top = m_all.bottom() - mm(foot_mm) + mm(1);
        paper::paintRule(painter, {m_all.left(), top}, m_all.width(), m_inks.hairline);
        const paper::Text made(Words::tr("Made by %1, %2").arg(m_sheet.madeBy, m_sheet.madeAt),
            paper::type::small, m_all.width() / 2);
        made.paint(painter, {m_all.left(), top + mm(0.8)}, m_inks.quiet);
        const paper::Text credit(
            m_sheet.credit, paper::type::small, m_all.width() / 2, Qt::AlignRight);
        credit.paint(painter, {m_all.center().x(), top + mm(0.8)}, m_inks.quiet);
    }

    MapSheet m_sheet;
    paper::Inks m_inks;
    QRectF m_all;
    QRectF m_map;
    MapCamera m_camera;
};

} // namespace

paper::Pages layOut(const MapSheet &sheet)
{
    const auto made = std::make_shared<const Sheet>(sheet);
    const QSizeF size = sizeOf(sheet.size);
    const paper::Piece piece{
        .height = size.height(), .paint = [made](QPainter &painter, QPointF at) {
            painter.save();
            painter.translate(at);
            made->paint(painter);
            painter.restore();
        }};
    return {sheet.title, {paper::Page{size, {{QPointF(), piece}}}}};
}

} // namespace ui::map
