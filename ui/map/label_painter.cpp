// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/area_painter.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace ui::map
{

namespace
{

// Where the letters are drawn in the surface's colour first, so that they stand off from borders and hatches. A stroked outline would look the same
// and takes twenty times as long.
constexpr QPointF ring[] = {
    {-1.4, 0}, {1.4, 0}, {0, -1.4}, {0, 1.4}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}};

/// One or two lines that stand in the middle of their area.
struct Label {
    QRectF box;
    QColor surface; // what it stands on
    QString code;
    QString name; // empty where there is no room for it
};

QColor surfaceOf(const AreaLook &look, int number)
{
    // Through a fill that lets a base map shine, nobody knows what lies below: letters bring the surface's colour along.
    if (!look.isFilled || look.opacity < 1)
        return look.colors.halo;
    const bool hasRank = size_t(number) < look.ranks.size();
    return fillOf(look.colors, hasRank ? look.ranks[size_t(number)] : -1);
}

class LabelSetter
{
public:
    explicit LabelSetter(const AreaLook &look)
        : m_look(look)
        , m_code(look.codeFont)
        , m_name(look.nameFont)
        , m_digit(m_code.horizontalAdvance(QLatin1Char('0')))
    {
    }

    std::optional<Label> labelIn(
        const QRectF &room, const MapGrid &grid, const QColor &surface) const
    {
        if (grid.code.isEmpty() || m_code.height() > room.height() || m_digit > room.width())
            return {};
        const double codeWidth = m_code.horizontalAdvance(grid.code);
        if (codeWidth > room.width())
            return {};
        Label label{{QPointF(), QSizeF(codeWidth, m_code.height())}, surface, grid.code, {}};
        const double nameWidth = m_name.horizontalAdvance(grid.name);
        if (nameWidth <= room.width() && m_code.height() + m_name.height() <= room.height()) {
            label.name = grid.name;
            label.box.setSize({std::max(codeWidth, nameWidth), m_code.height() + m_name.height()});
        }
        label.box.moveCenter(room.center());
        return label;
    }

    void paint(QPainter &painter, const Label &label) const
    {
        set(painter, label, label.code, m_look.codeFont, 0);
        if (!label.name.isEmpty())
            set(painter, label, label.name, m_look.nameFont, m_code.height());
    }

private:
    void set(QPainter &painter, const Label &label, const QString &text, const QFont &font,
        double down) const
    {
        QTextLayout layout(text, font);
        layout.beginLayout();
        const QTextLine line = layout.createLine();
        layout.endLayout();
        const QPointF corner(
            label.box.center().x() - line.naturalTextWidth() / 2, label.box.top() + down);
        if (m_look.isPaper)
            return setOnPaper(painter, label, layout, corner);
        painter.setPen(label.surface);
        const QList<QGlyphRun> runs = layout.glyphRuns();
        for (const QPointF around : ring) {
            for (const QGlyphRun &run : runs)
                painter.drawGlyphRun(corner + around * m_look.hairline, run);
        }
        painter.setPen(inkOn(label.surface));
        layout.draw(&painter, corner);
    }

    void setOnPaper(
        QPainter &painter, const Label &label, const QTextLayout &layout, QPointF corner) const
    {
        if (m_look.isHatched)
            painter.fillRect(
                layout.boundingRect().translated(corner).adjusted(-2, 0, 2, 0), label.surface);
        painter.setPen(inkOn(label.surface));
        layout.draw(&painter, corner);
    }

    const AreaLook &m_look;
    QFontMetricsF m_code;
    QFontMetricsF m_name;
    double m_digit;
};

} // namespace

void paintLabels(QPainter &painter, const AreaScene &scene, const AreaLook &look,
    const MapCamera &camera, const std::atomic_bool &stale)
{
    const LabelSetter setter(look);
    std::vector<QRectF> taken; // areas that overlap would put labels onto each other
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int number : scene.meeting(camera.visible())) {
        if (stale)
            break;
        const auto label = setter.labelIn(
            camera.toPixel(scene.room(number)), scene.grid(number), surfaceOf(look, number));
        if (!label || std::any_of(taken.begin(), taken.end(), [&label](const QRectF &other) {
                return other.intersects(label->box);
            }))
            continue;
        taken.push_back(label->box);
        setter.paint(painter, *label);
    }
    painter.restore();
}

} // namespace ui::map
