// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/map_pane.h"

#include "look/measures.h"
#include "map/map_view.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

namespace ui::transfer
{

namespace
{

constexpr int listHeight = 4 * look::rowHeight;
constexpr int least = 320;

enum Rank { Sound, Repaired, Refused };

Rank rankOf(const exchange::RowArea &area)
{
    return !area.problem.isEmpty() ? Refused : area.repair.isEmpty() ? Sound : Repaired;
}

/// An id for the map's own use: the feature's line.
domain::Id idOf(qint64 line)
{
    return domain::Id::named(QByteArray::number(line).constData());
}

} // namespace

MapPane::MapPane(QWidget *parent)
    : QWidget(parent)
    , m_view(new map::MapView(this))
    , m_words(new QLabel(this))
    , m_odd(new QListWidget(this))
{
    m_odd->setAccessibleName(tr("Areas that are repaired or can't be taken"));
    m_odd->setMaximumHeight(listHeight);
    m_odd->setWordWrap(true);
    m_words->setWordWrap(true);
    m_words->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    m_view->setMinimumWidth(least);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_words);
    column->addWidget(m_odd);
    connect(m_odd, &QListWidget::currentRowChanged, this, &MapPane::showChosen);
}

void MapPane::show(const QVector<PreviewArea> &areas, int name)
{
    QVector<map::MapGrid> grids;
    map::MapTheme theme{tr("What can be taken"), {}};
    const QString words[] = {tr("can be taken"), tr("repaired"), tr("can't be taken")};
    constexpr int colours[] = {0, 2, 4}; // of the five classes
    int counts[] = {0, 0, 0};
    m_odd->clear();
    m_places.clear();
    for (const PreviewArea &area : areas) {
        const Rank rank = rankOf(area.area);
        ++counts[rank];
        const QString called = area.cells.value(name, tr("line %1").arg(area.line));
        if (!area.area.shape.isEmpty()) {
            grids.append({idOf(area.line), area.area.shape, called, {}});
            theme.values.insert(idOf(area.line), {colours[rank], words[rank]});
        }
        if (rank == Sound)
            continue;
        m_odd->addItem(
            tr("%1: %2").arg(called, rank == Refused ? area.area.problem : area.area.repair));
        m_places.append(area.area.shape.box());
    }
    m_odd->setVisible(m_odd->count() > 0);
    m_words->setText(tr("%1 areas can be taken, %2 are repaired, %3 can't be taken.")
                         .arg(counts[Sound])
                         .arg(counts[Repaired])
                         .arg(counts[Refused]));
    m_view->setGrids(grids);
    m_view->setTheme(theme);
    m_view->showAll();
}

void MapPane::showChosen()
{
    const int row = m_odd->currentRow();
    if (row >= 0 && row < m_places.size() && !m_places[row].isEmpty())
        m_view->showBox(m_places[row]);
}

} // namespace ui::transfer
