// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace ui::widgets
{
class Hairline;
}

namespace ui::map
{

class DaySlider;
class GridCard;
class LayerStrip;
class MapLegend;
class MapView;
class ScaleBar;

/// What stands together on the map's page: the map with its layers at the upper left, themes and legend at the upper right, scale and north below;
/// the chosen grid's card beside it; the days under both. A page brings the values and listens to the parts.
class MapFrame : public QWidget
{
    Q_OBJECT

public:
    explicit MapFrame(QWidget *parent = nullptr);

    MapView &view() const { return *m_view; }
    MapLegend &legend() const { return *m_legend; }
    LayerStrip &layers() const { return *m_layers; }
    GridCard &card() const { return *m_card; }
    DaySlider &days() const { return *m_days; }

    void setCardShown(bool isShown); ///< the keyboard goes back to the map with it
    void setCredit(const QString &credit);

private:
    void layOverlay();
    void sayTool();

    MapView *m_view;
    LayerStrip *m_layers;
    MapLegend *m_legend;
    ScaleBar *m_scale;
    QLabel *m_hint; ///< what the tool in hand does
    widgets::Hairline *m_edge;
    GridCard *m_card;
    DaySlider *m_days;
};

} // namespace ui::map
