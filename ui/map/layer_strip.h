// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui::widgets
{
class FilterStrip;
}

namespace ui::map
{

class MapView;

/// What the map shows: grids, tickets, equipment, patrols, people; and how: pins gathered in clusters, classes hatched. A chip each,
/// pressed while it is shown; of a layer with nothing in it there is none. It works on its view by itself.
class LayerStrip : public QWidget
{
    Q_OBJECT

public:
    explicit LayerStrip(MapView &view, QWidget *parent = nullptr);

    const QStringList &active() const { return m_active; }
    void setActive(const QStringList &ids); ///< as they were left the last time

Q_SIGNALS:
    void activeChanged(const QStringList &ids);
    void hatchedChanged(bool isHatched);

private:
    void offer();
    void apply();

    MapView &m_view;
    widgets::FilterStrip *m_chips;
    QStringList m_active; ///< those without a chip too: there again when something is there to show
    QStringList m_offered;
    bool m_isHatched = false;
};

} // namespace ui::map
