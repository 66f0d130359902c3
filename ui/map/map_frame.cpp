// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_frame.h"

#include "map/day_slider.h"
#include "map/floating.h"
#include "map/grid_card.h"
#include "map/layer_strip.h"
#include "map/map_legend.h"
#include "map/map_view.h"
#include "map/scale_bar.h"

#include "look/type.h"
#include "widgets/hairline.h"
#include "widgets/keyboard.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui::map
{

namespace
{

class Hint : public QLabel
{
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent *event) override
    {
        paintFloating(*this);
        QLabel::paintEvent(event);
    }
};

} // namespace

MapFrame::MapFrame(QWidget *parent)
    : QWidget(parent)
    , m_view(new MapView)
    , m_layers(new LayerStrip(*m_view))
    , m_legend(new MapLegend)
    , m_scale(new ScaleBar)
    , m_hint(new Hint)
    , m_edge(new widgets::Hairline(Qt::Vertical))
    , m_card(new GridCard)
    , m_days(new DaySlider)
{
    layOverlay(); // first: Tab goes from the map to what stands upon it, then to the card and the days
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->addWidget(m_view, 1);
    row->addWidget(m_edge);
    row->addWidget(m_card);
    column->addLayout(row, 1);
    column->addWidget(new widgets::Hairline(Qt::Horizontal));
    column->addWidget(m_days);
    setCardShown(false);
    setFocusProxy(m_view);
    connect(m_view, &MapView::cameraChanged, m_scale,
        [this] { m_scale->setMetresPerPixel(m_view->camera().metresPerPixel()); });
    connect(m_view, &MapView::toolChanged, this, &MapFrame::sayTool);
    connect(m_layers, &LayerStrip::hatchedChanged, m_legend, &MapLegend::setHatched);
    connect(m_card, &GridCard::closed, this, [this] { setCardShown(false); });
}

/// What stands upon the map. Where nothing stands, the mouse reaches the map itself.
void MapFrame::layOverlay()
{
    auto *grid = new QGridLayout(m_view);
    grid->setContentsMargins(look::margin, look::margin, look::margin, look::gap);
    grid->setSpacing(look::gap);
    grid->addWidget(m_layers, 0, 0, Qt::AlignTop);
    grid->addWidget(m_legend, 0, 1, 2, 1, Qt::AlignTop | Qt::AlignRight);
    grid->addWidget(m_scale, 2, 0, Qt::AlignBottom | Qt::AlignLeft);
    grid->addWidget(m_hint, 3, 0, 1, 2, Qt::AlignBottom | Qt::AlignHCenter);
    grid->setColumnStretch(0, 1);
    grid->setRowStretch(1, 1);
    m_hint->setMargin(look::gap);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_hint->hide();
}

void MapFrame::setCardShown(bool isShown)
{
    const bool hadKeyboard = m_card->isAncestorOf(focusWidget());
    m_card->setVisible(isShown);
    m_edge->setVisible(isShown);
    if (!isShown && hadKeyboard)
        widgets::giveKeyboard(m_view);
}

void MapFrame::setCredit(const QString &credit)
{
    m_scale->setCredit(credit);
}

void MapFrame::sayTool()
{
    const QString words = m_view->tool() ? m_view->tool()->words() : QString();
    // As wide as its words need, up to the map's width.
    m_hint->setMinimumWidth(
        std::min(m_hint->fontMetrics().horizontalAdvance(words) + 3 * look::margin,
            std::max(0, m_view->width() - 4 * look::margin)));
    m_hint->setText(words);
    m_hint->setVisible(!words.isEmpty());
}

} // namespace ui::map
