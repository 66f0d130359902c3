// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/layer_strip.h"

#include "map/map_view.h"

#include "widgets/filter_strip.h"

#include <QVBoxLayout>

namespace ui::map
{

namespace
{

const QString grids = QStringLiteral("grids");
const QString clustered = QStringLiteral("clustered");
const QString hatched = QStringLiteral("hatched");

const std::pair<PinLayer, QString> layers[] = {{PinLayer::Tickets, QStringLiteral("tickets")},
    {PinLayer::Equipment, QStringLiteral("equipment")},
    {PinLayer::Patrols, QStringLiteral("patrols")}, {PinLayer::People, QStringLiteral("people")}};

} // namespace

LayerStrip::LayerStrip(MapView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_chips(new widgets::FilterStrip(
          tr("What the map shows"), widgets::FilterStrip::Mode::Several, this))
{
    m_chips->setFilters({{grids, tr("Colours")}, {layers[0].second, tr("Tickets")},
        {layers[1].second, tr("Equipment")}, {layers[2].second, tr("Patrols")},
        {layers[3].second, tr("People")}, {clustered, tr("Gather")}, {hatched, tr("Hatch")}});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chips);
    setFocusProxy(m_chips);
    setActive(
        {grids, layers[0].second, layers[1].second, layers[2].second, layers[3].second, clustered});
    connect(m_chips, &widgets::FilterStrip::activeChanged, this, [this](const QStringList &ids) {
        apply(ids);
        Q_EMIT activeChanged(ids);
    });
}

QStringList LayerStrip::active() const
{
    return m_chips->active();
}

void LayerStrip::setActive(const QStringList &ids)
{
    m_chips->setActive(ids);
    apply(ids);
}

void LayerStrip::apply(const QStringList &ids)
{
    m_view.setGridsShown(ids.contains(grids));
    m_view.setClustered(ids.contains(clustered));
    for (const auto &[layer, id] : layers)
        m_view.setLayerShown(layer, ids.contains(id));
    if (std::exchange(m_isHatched, ids.contains(hatched)) != m_isHatched) {
        m_view.setHatched(m_isHatched);
        Q_EMIT hatchedChanged(m_isHatched);
    }
}

} // namespace ui::map
