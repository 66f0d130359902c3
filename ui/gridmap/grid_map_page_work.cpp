// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with what the map shows: lists, calls, paper, drawing.
#include "gridmap/grid_map_page.h"

#include "gridmap/division_editor.h"
#include "gridmap/map_bar.h"
#include "gridmap/print_dialog.h"
#include "map/day_slider.h"
#include "map/map_frame.h"
#include "map/map_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::gridmap
{

using namespace domain;

/// A pin is a ticket's, or that of a piece of equipment.
void GridMapPage::openPin(const Id &pin)
{
    if (const auto ticket = m_desk.read().findTicket(pin))
        Q_EMIT ticketAsked(ticket->ticket.values.text(field::Number));
    else
        Q_EMIT rowAsked(Register::Equipment, pin);
}

/// Tickets that stand too close together to be told apart: their list.
void GridMapPage::listTickets(const QVector<Id> &tickets)
{
    const QSet<Id> meant(tickets.begin(), tickets.end());
    GeoBox box;
    for (const store::TicketPoint &point : m_shown.points()) {
        if (meant.contains(point.ticket))
            box.add(point.point);
    }
    selectArea(box);
}

void GridMapPage::selectArea(const GeoBox &box)
{
    if (box.isEmpty())
        return;
    QVector<store::Filter> filters = m_shown.query().filters;
    filters.append({QStringLiteral("area"), store::areaFilter(box)});
    Q_EMIT listAsked(filters, tr("In the chosen part of the map"));
}

void GridMapPage::copyPhone(const Id &grid)
{
    const items::GridOnMap *of = m_shown.find(grid);
    if (!of || of->chiefPhone.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(of->chiefPhone);
    m_bar->say(tr("%1 is ready to be pasted").arg(of->chiefPhone));
}

map::MapSheet GridMapPage::sheet()
{
    store::Reader &read = m_desk.read();
    const auto companies = read.findRows(Register::Company);
    const auto now = QDateTime::fromMSecsSinceEpoch(read.now_ms(), read.zone());
    map::MapSheet sheet;
    if (!companies.isEmpty())
        sheet.company = companies.constFirst().row.values.text(company::Name);
    sheet.title = tr("Grid map");
    sheet.subject = QStringLiteral("%1, %2").arg(
        m_colouring.theme.title, m_frame->days().day().toString(Qt::ISODate));
    if (const auto person = read.findRow(m_desk.actor()))
        sheet.madeBy = person->row.values.text(staff::Name);
    sheet.madeAt = now.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    sheet.legend = m_colouring.legend;
    sheet.areas = m_frame->view().areas();
    sheet.ranks = m_frame->view().ranks();
    sheet.pins = m_frame->view().pinChoice();
    return sheet;
}

void GridMapPage::print()
{
    if (!m_frame->view().areas())
        return;
    auto *dialog = new PrintDialog(sheet(), m_frame->view().camera().visible(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

/// Grids are drawn as they are today: where another day is shown, once today is there.
void GridMapPage::edit()
{
    if (m_editor)
        return;
    m_isToDraw = true;
    m_frame->setCardShown(false);
    m_frame->days().setDay(today());
    ask();
}

void GridMapPage::draw()
{
    items::DivisionDraft::Grids grids;
    for (const items::GridOnMap &grid : m_shown.grids())
        grids.append({grid.area, grid.code, grid.name});
    m_editor = new DivisionEditor(m_desk, m_frame->view(), grids, this);
    connect(m_editor, &DivisionEditor::drawn, this, &GridMapPage::showDraft);
    connect(m_editor, &DivisionEditor::ended, this, &GridMapPage::endEditing);
    m_frame->days().hide();
    m_edit->setEnabled(false);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_editor);
    m_frame->view().setFocus(Qt::OtherFocusReason);
}

void GridMapPage::showDraft()
{
    QVector<map::MapGrid> grids;
    for (const items::DivisionDraft::Grid &grid : m_editor->draft().grids()) {
        if (!grid.area.shape.isEmpty())
            grids.append({grid.area.grid, grid.area.shape, grid.code, grid.name, {}});
    }
    m_frame->view().setGrids(grids);
}

void GridMapPage::endEditing()
{
    m_editor->deleteLater();
    m_editor = nullptr;
    m_frame->days().show();
    m_edit->setEnabled(true);
    m_drawn.reset();
    ask();
    m_frame->view().setFocus(Qt::OtherFocusReason);
}

} // namespace ui::gridmap
