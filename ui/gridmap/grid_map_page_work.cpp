// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with what the map shows: cards, lists, calls, paper, drawing.
#include "gridmap/grid_map_page.h"

#include "gridmap/division_editor.h"
#include "gridmap/map_bar.h"
#include "gridmap/print_dialog.h"
#include "map/day_slider.h"
#include "map/map_frame.h"
#include "map/map_view.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui::gridmap
{

using namespace domain;

/// Its tickets and plan are read beside the window; what was shown of the same grid stands until then.
void GridMapPage::openCard(const Id &grid)
{
    if (m_editor)
        return; // there Enter chooses what to draw with
    m_asked = grid;
    m_led = {};
    if (!m_shown.shownMoment_ms())
        return; // when the grids are there
    const items::GridOnMap *of = m_shown.find(grid);
    if (!of)
        return closeCard();
    const qint64 moment_ms = m_shown.shownMoment_ms().value_or(0);
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(moment_ms, m_desk.read().zone());
    const QString pastDay = moment_ms ? moment.date().toString(Qt::ISODate) : QString();
    m_background
        .ask([of = *of, pastDay](store::Reader &reader) { return factsOf(of, pastDay, reader); })
        .then(this, [this](const map::GridFacts &facts) {
            if (!facts.id.isNull() && facts.id == m_asked)
                showCard(facts);
        });
}

void GridMapPage::showCard(const map::GridFacts &facts)
{
    const bool wasShown = m_frame->card().isVisibleTo(m_frame);
    m_frame->card().show(facts);
    if (wasShown)
        return;
    m_frame->setCardShown(true);
    // The map is narrower from here on, and the grid that is looked at may stand behind its edge.
    QTimer::singleShot(0, this, [this, grid = facts.id] {
        if (view().chosen() == grid && !m_editor)
            view().showGrid(grid);
    });
}

void GridMapPage::closeCard()
{
    m_asked = {};
    m_frame->setCardShown(false);
}

/// What can be done with the grid under the mouse, or with the chosen one by the key for it.
void GridMapPage::offerActions(const Id &grid, const QPoint &at)
{
    const items::GridOnMap *of = m_shown.find(grid);
    if (!of || m_editor)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(of->code + u' ' + of->name);
    menu->addAction(tr("Card: who answers, what is open"), this, [this, grid] { openCard(grid); });
    menu->addAction(tr("List of what is open"), this, [this, grid] { listOpen(grid); })
        ->setEnabled(m_shown.shownMoment_ms() == 0);
    menu->addAction(tr("Copy the chief's phone"), this, [this, grid] { copyPhone(grid); })
        ->setEnabled(!of->chiefPhone.isEmpty());
    menu->addAction(tr("Row in the register of grids"), this,
        [this, grid] { Q_EMIT rowAsked(Register::Grid, grid); });
    menu->popup(at);
}

void GridMapPage::listOpen(const Id &grid)
{
    if (const items::GridOnMap *of = m_shown.find(grid)) {
        Q_EMIT listAsked(
            {{QStringLiteral("grid"), of->code}, {QStringLiteral("open"), QStringLiteral("1")}},
            tr("Open in grid %1").arg(of->code));
    }
}

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
    sheet.subject = tr("%1, %2", "theme and day")
                        .arg(m_colouring.theme.title, m_frame->days().day().toString(Qt::ISODate));
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
    closeCard();
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
            grids.append({grid.area.grid, grid.area.shape, grid.code, grid.name});
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
