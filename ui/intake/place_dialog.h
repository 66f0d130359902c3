// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "items/background.h"

#include <QDialog>

class QLabel;
class QListWidget;

namespace ui::map
{
class MapView;
}

namespace ui::intake
{

/// Where it is: a click on the map, or the cross and Enter. One grid there is taken at once; of several, and of those near by where there is
/// none, the person chooses.
class PlaceDialog : public QDialog
{
    Q_OBJECT

public:
    PlaceDialog(
        Desk &desk, const std::optional<domain::GeoPoint> &before, QWidget *parent = nullptr);

    std::optional<domain::GeoPoint> point() const { return m_point; }
    domain::Id grid() const
    {
        return m_grid;
    } ///< that the person chose; null: the point says it all
    map::MapView &view() const { return *m_view; }
    QListWidget &choices() const { return *m_choices; }

private:
    struct Town {
        std::shared_ptr<const store::Division> division;
        QHash<domain::Id, QString> names; ///< code and name
    };
    static Town read(store::Reader &reader);
    void showTown(const Town &town);
    void pick(const domain::GeoPoint &point);
    void ask(const QString &words, const QVector<std::pair<domain::Id, QString>> &choices);
    void choose();

    Town m_town;
    std::optional<domain::GeoPoint> m_point;
    domain::Id m_grid;
    items::Background m_background;
    map::MapView *m_view;
    QLabel *m_words;
    QListWidget *m_choices;
};

} // namespace ui::intake
