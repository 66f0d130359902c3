// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn: each tool of the editor, from the first corner to the changed draft.
#include "gridmap/division_editor.h"

#include "gridmap/naming_dialog.h"
#include "map/map_view.h"
#include "map/outline_tool.h"
#include "widgets/banner.h"

#include <QLabel>

namespace ui::gridmap
{

using namespace domain;
using items::DivisionDraft;
using map::OutlineDraft;
using map::OutlineTool;

const DivisionDraft::Grid *DivisionEditor::chosen()
{
    const DivisionDraft::Grid *grid = m_draft.find(m_view.chosen());
    if (!grid)
        m_words->setText(tr("Choose a grid on the map first: click it, or walk with Tab."));
    return grid;
}

void DivisionEditor::take(const DivisionDraft::Answer &answer)
{
    m_wanted = Wanted::Nothing;
    if (answer)
        m_banner->showMessage(widgets::Mood::Late, answer->text());
    else
        m_banner->dismiss();
    m_view.setFocus(Qt::OtherFocusReason);
}

void DivisionEditor::name(int count, const std::function<void(DivisionDraft::Grids)> &then)
{
    auto *dialog = new NamingDialog(m_draft, count, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, then] {
        DivisionDraft::Grids named = dialog->grids();
        for (DivisionDraft::Grid &grid : named)
            grid.area.grid = m_desk.freshId();
        then(std::move(named));
    });
    dialog->open();
}

void DivisionEditor::drawWith(OutlineTool *tool)
{
    m_view.setTool(tool);
    m_view.setFocus(Qt::OtherFocusReason);
}

void DivisionEditor::newGrid()
{
    auto *tool = new OutlineTool(m_view, OutlineDraft::Kind::Area);
    connect(
        tool, &OutlineTool::areaDrawn, this,
        [this](const Shape &area) {
            m_view.leaveTool();
            name(1, [this, area](DivisionDraft::Grids named) {
                named.first().area.shape = area;
                take(m_draft.add(named.first()));
            });
        },
        Qt::QueuedConnection);
    drawWith(tool);
}

void DivisionEditor::outline()
{
    const DivisionDraft::Grid *grid = chosen();
    if (!grid)
        return;
    auto *tool = new OutlineTool(m_view, grid->area.grid, grid->area.shape);
    connect(
        tool, &OutlineTool::outlineAltered, this,
        [this](const Id &altered, const Shape &outline) {
            m_view.leaveTool();
            take(m_draft.draw(altered, outline));
        },
        Qt::QueuedConnection);
    drawWith(tool);
}

void DivisionEditor::split()
{
    const DivisionDraft::Grid *grid = chosen();
    if (!grid)
        return;
    auto *tool = new OutlineTool(m_view, OutlineDraft::Kind::Line);
    connect(
        tool, &OutlineTool::lineDrawn, this,
        [this, id = grid->area.grid](const geo::Line &line) {
            m_view.leaveTool();
            const auto parts = m_draft.newPartsOf(id, line);
            if (const auto *refusal = std::get_if<Refusal>(&parts))
                return take(*refusal);
            name(std::get<int>(parts), [this, id, line](const DivisionDraft::Grids &named) {
                take(m_draft.split(id, line, named));
            });
        },
        Qt::QueuedConnection);
    drawWith(tool);
}

void DivisionEditor::merge()
{
    const DivisionDraft::Grid *grid = chosen();
    if (!grid)
        return;
    m_wanted = Wanted::Merge;
    m_first = grid->area.grid;
    m_words->setText(
        tr("%1 grows by another grid: walk to it with Tab and press Enter, or double-click it.")
            .arg(grid->code));
    m_view.setFocus(Qt::OtherFocusReason);
}

void DivisionEditor::border()
{
    const DivisionDraft::Grid *grid = chosen();
    if (!grid)
        return;
    m_wanted = Wanted::Border;
    m_first = grid->area.grid;
    m_words->setText(tr("The border of %1 and which other grid? Walk to it with Tab and press "
                        "Enter, or double-click it.")
                         .arg(grid->code));
    m_view.setFocus(Qt::OtherFocusReason);
}

void DivisionEditor::choose(const Id &grid)
{
    const Wanted wanted = std::exchange(m_wanted, Wanted::Nothing);
    if (wanted == Wanted::Nothing || grid == m_first)
        return;
    if (wanted == Wanted::Merge)
        return take(m_draft.merge(m_first, {grid}));
    drawBorder(m_first, grid);
}

void DivisionEditor::drawBorder(const Id &one, const Id &other)
{
    auto *tool = new OutlineTool(m_view, OutlineDraft::Kind::Line);
    connect(
        tool, &OutlineTool::lineDrawn, this,
        [this, one, other](const geo::Line &line) {
            m_view.leaveTool();
            take(m_draft.moveBorder(one, other, line));
        },
        Qt::QueuedConnection);
    drawWith(tool);
}

void DivisionEditor::clear()
{
    if (const DivisionDraft::Grid *grid = chosen())
        take(m_draft.clear(grid->area.grid));
}

void DivisionEditor::undo()
{
    m_draft.undo();
}

void DivisionEditor::redo()
{
    m_draft.redo();
}

} // namespace ui::gridmap
