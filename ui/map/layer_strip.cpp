// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/layer_strip.h"

#include "map/map_view.h"

#include "widgets/filter_strip.h"

#include <QApplication>
#include <QVBoxLayout>

namespace ui::map
{

namespace
{

const QString grids = QStringLiteral("grids");
const QString clustered = QStringLiteral("clustered");
const QString hatched = QStringLiteral("hatched");

struct Layer {
    PinLayer layer;
    const char *id;
    const char *words;
};
constexpr Layer layers[] = {
    {PinLayer::Tickets, "tickets", QT_TRANSLATE_NOOP("ui::map::LayerStrip", "Tickets")},
    {PinLayer::Equipment, "equipment", QT_TRANSLATE_NOOP("ui::map::LayerStrip", "Equipment")},
    {PinLayer::Patrols, "patrols", QT_TRANSLATE_NOOP("ui::map::LayerStrip", "Patrols")},
    {PinLayer::People, "people", QT_TRANSLATE_NOOP("ui::map::LayerStrip", "People")}};

} // namespace

LayerStrip::LayerStrip(MapView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_chips(new widgets::FilterStrip(
          tr("What the map shows"), widgets::FilterStrip::Mode::Several, this))
    , m_active{grids, clustered}
{
    for (const Layer &layer : layers)
        m_active << QString::fromLatin1(layer.id);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chips);
    setFocusProxy(m_chips);
    offer();
    apply();
    connect(&view, &MapView::layersChanged, this, &LayerStrip::offer);
    connect(m_chips, &widgets::FilterStrip::activeChanged, this, [this](const QStringList &ids) {
        m_active.removeIf([this](const QString &id) { return m_offered.contains(id); });
        m_active += ids;
        apply();
        Q_EMIT activeChanged(m_active);
    });
}

void LayerStrip::setActive(const QStringList &ids)
{
    m_active = ids;
    m_chips->setActive(ids);
    apply();
}

void LayerStrip::offer()
{
    QList<widgets::Filter> chips{{grids, tr("Colours")}};
    for (const Layer &layer : layers) {
        if (layer.layer == PinLayer::Tickets || m_view.hasLayer(layer.layer))
            chips.append({QString::fromLatin1(layer.id), tr(layer.words)});
    }
    chips += {{clustered, tr("Gather")}, {hatched, tr("Hatch")}};
    QStringList offered;
    for (const widgets::Filter &chip : chips)
        offered << chip.id;
    if (std::exchange(m_offered, offered) == offered)
        return;
    const bool hadKeyboard = m_chips->isAncestorOf(QApplication::focusWidget());
    m_chips->setFilters(chips);
    m_chips->setActive(m_active);
    if (hadKeyboard)
        m_chips->setFocus(Qt::OtherFocusReason);
}

void LayerStrip::apply()
{
    m_view.setGridsShown(m_active.contains(grids));
    m_view.setClustered(m_active.contains(clustered));
    for (const Layer &layer : layers)
        m_view.setLayerShown(layer.layer, m_active.contains(QLatin1StringView(layer.id)));
    if (std::exchange(m_isHatched, m_active.contains(hatched)) != m_isHatched) {
        m_view.setHatched(m_isHatched);
        Q_EMIT hatchedChanged(m_isHatched);
    }
}

} // namespace ui::map
