// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "gridmap/map_values.h"
#include "map/map_sheet.h"

#include <QTimer>
#include <QWidget>

class QToolButton;

namespace ui::map
{
class MapFrame;
class MapView;
} // namespace ui::map

namespace ui::shell
{
class Settings;
}

namespace ui::gridmap
{

class BaseMapChoice;
class DivisionEditor;
class MapBar;

/// The grid map: who answers where, where it burns, who has too much. The map fills the page; above it which tickets stand on it, in
/// its corners what is shown and what the colours mean, beside it the card of the grid that was opened, below it the day.
class GridMapPage : public QWidget
{
    Q_OBJECT

public:
    /// Desk and settings must outlive it.
    GridMapPage(Desk &desk, shell::Settings &settings, QWidget *parent = nullptr);
    ~GridMapPage() override;

    /// Chooses a grid and opens its card, of today.
    void showGrid(const domain::Id &grid);
    map::MapView &view();
    DivisionEditor *editor() { return m_editor; } ///< null while nobody draws
    const items::GridMap &shown() const { return m_shown; }
    const map::Legend &legend() const { return m_colouring.legend; }
    BaseMapChoice &base() { return *m_base; }
    /// What is shown now, for paper.
    map::MapSheet sheet();

Q_SIGNALS:
    void ticketAsked(const QString &number);
    void rowAsked(domain::Register reg, const domain::Id &row);
    /// The tickets of these filters, on the page of tickets.
    void listAsked(const QVector<store::Filter> &filters, const QString &words);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void connectView();
    void connectCard();
    void restore();
    void personChanged();
    void ask();
    bool fits(store::TicketPoint::State state) const;
    void showGrids();
    void showPoints();
    QDate today();
    void showDays();
    void colour();
    void chooseKind();
    void keepLimits();
    void openCard(const domain::Id &grid);
    void showCard(const map::GridFacts &facts);
    void closeCard();
    void offerActions(const domain::Id &grid, const QPoint &at);
    void listOpen(const domain::Id &grid);
    void openPin(const domain::Id &pin);
    void listTickets(const QVector<domain::Id> &tickets);
    void selectArea(const domain::GeoBox &box);
    void copyPhone(const domain::Id &grid);
    void print();
    void edit();
    void draw();
    void endEditing();
    void showDraft();
    const items::GridTheme &theme() const;

    Desk &m_desk;
    shell::Settings &m_settings;
    items::GridMap m_shown;
    std::shared_ptr<const store::Division> m_drawn; ///< whose outlines the view has
    std::optional<qint64> m_drawnMoment_ms; ///< as of which it has codes and names
    Colouring m_colouring;
    QTimer m_minute;
    MapBar *m_bar;
    map::MapFrame *m_frame;
    QToolButton *m_edit;
    bool m_isToDraw = false; ///< as soon as today is shown
    domain::Id m_asked; ///< whose card is to be shown, read or being read; null: none
    domain::Id m_led; ///< to which somebody was led, until it is there to be shown
    BaseMapChoice *m_base;
    DivisionEditor *m_editor = nullptr; ///< while somebody draws
    items::Background m_background;
};

} // namespace ui::gridmap
