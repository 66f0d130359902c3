// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/place_dialog.h"

#include "look/measures.h"
#include "map/map_view.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <cmath>

namespace ui::intake
{

using namespace domain;

namespace
{

constexpr QSize usualSize(900, 640);
constexpr int listHeight = 4 * look::rowHeight;
constexpr double near_m = 500; // farther away a grid isn't worth proposing
constexpr qint32 around_e7 = 20'000; // some 200 m

} // namespace

PlaceDialog::PlaceDialog(Desk &desk, const std::optional<GeoPoint> &before, QWidget *parent)
    : QDialog(parent)
    , m_point(before)
    , m_background({desk.read(), [&desk] { return desk.newReader(); }})
    , m_view(new map::MapView(this))
    , m_words(new QLabel(
          tr("Click where it is, or move the cross with the arrows and press Enter."), this))
    , m_choices(new QListWidget(this))
{
    setWindowTitle(tr("Where is it?"));
    resize(usualSize);
    m_words->setWordWrap(true);
    m_choices->setAccessibleName(tr("Grids to choose from"));
    m_choices->setMaximumHeight(listHeight);
    m_choices->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::margin, look::margin, look::margin, look::margin);
    column->setSpacing(look::gap);
    column->addWidget(m_view, 1);
    column->addWidget(m_words);
    column->addWidget(m_choices);
    m_view->setEmptyWords(tr("No grid is drawn yet."));
    connect(m_view, &map::MapView::pointPicked, this, &PlaceDialog::pick, Qt::QueuedConnection);
    connect(m_choices, &QListWidget::itemActivated, this, &PlaceDialog::choose);
    m_background.ask(read).then(this, [this](const Town &town) { showTown(town); });
}

PlaceDialog::Town PlaceDialog::read(store::Reader &reader)
{
    Town town{reader.findDivision(reader.now_ms()), {}};
    for (const store::NumberedRow &row : reader.findRows(Register::Grid)) {
        town.names.insert(
            row.row.id, row.row.values.text(grid::Code) + u' ' + row.row.values.text(grid::Name));
    }
    return town;
}

void PlaceDialog::showTown(const Town &town)
{
    m_town = town;
    // A desk that can't be read has no map to show.
    if (!m_town.division)
        m_town.division = std::make_shared<const store::Division>();
    QVector<map::MapGrid> grids;
    for (const GridArea &area : m_town.division->areas)
        grids.append({area.grid, area.shape, m_town.names.value(area.grid), {}});
    m_view->setGrids(grids);
    if (m_point) {
        const auto [lon, lat] = *m_point;
        m_view->showBox({{lon - around_e7, lat - around_e7}, {lon + around_e7, lat + around_e7}});
        m_view->setPins({{*m_point, map::PinKind::Open, {}, {}}});
    }
    m_view->pickPoint();
    m_view->setFocus(Qt::OtherFocusReason);
}

void PlaceDialog::pick(const GeoPoint &point)
{
    m_point = point;
    m_grid = {};
    m_view->setPins({{point, map::PinKind::Open, {}, {}}});
    const QVector<Id> found = m_town.division->gridsAt(point);
    if (found.size() == 1)
        return accept();
    QVector<std::pair<Id, QString>> choices;
    for (const Id &grid : found)
        choices.append({grid, m_town.names.value(grid)});
    if (!choices.isEmpty())
        return ask(
            tr("%n grid(s) have this place. Which one answers for it?", nullptr, int(found.size())),
            choices);
    for (const auto &near : m_town.division->index.near(point, near_m)) {
        const Id grid = m_town.division->index.grid(near.area);
        choices.append({grid,
            tr("%1, %2 m away").arg(m_town.names.value(grid)).arg(std::lround(near.metres))});
    }
    choices.append({Id(), tr("None of them: the address decides")});
    ask(tr("No grid has this place. Does one near by answer for it?"), choices);
}

void PlaceDialog::ask(const QString &words, const QVector<std::pair<Id, QString>> &choices)
{
    m_words->setText(words);
    m_choices->clear();
    for (const auto &[grid, text] : choices) {
        auto *item = new QListWidgetItem(text, m_choices);
        item->setData(Qt::UserRole, QVariant::fromValue(grid));
    }
    m_choices->setCurrentRow(0);
    m_choices->show();
    m_choices->setFocus(Qt::OtherFocusReason);
}

void PlaceDialog::choose()
{
    m_grid = m_choices->currentItem()->data(Qt::UserRole).value<Id>();
    accept();
}

} // namespace ui::intake
