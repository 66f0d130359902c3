// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/import_task.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace ui::map
{
class MapView;
}

namespace ui::transfer
{

/// What a map file draws, on the map before anything is saved: areas that can be taken, and those that can't in another colour, each with
/// its reason in the list below, which leads to the place.
class MapPane : public QWidget
{
    Q_OBJECT

public:
    explicit MapPane(QWidget *parent = nullptr);

    /// `name` is the column by which people call an area; -1: none is known yet.
    void show(const QVector<PreviewArea> &areas, int name);
    map::MapView &view() const { return *m_view; }

private:
    void showChosen();

    map::MapView *m_view;
    QLabel *m_words;
    QListWidget *m_odd;
    QVector<domain::GeoBox> m_places; ///< of the list's lines
};

} // namespace ui::transfer
