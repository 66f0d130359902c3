// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "items/background.h"
#include "items/division_draft.h"
#include "items/grid_moves.h"
#include "items/source.h"

#include <QDate>
#include <QPointer>
#include <QWidget>

class QCheckBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace ui::map
{
class MapView;
class OutlineTool;
} // namespace ui::map

namespace ui::widgets
{
class Banner;
}

namespace ui::gridmap
{

/// Drawing the grids on the map: new ones, outlines, splits, mergings, borders; what is wrong between them; from which day it holds, and
/// which open tickets come to another grid by it. Nothing is saved before the person says so, and then all of it. It works on
/// the page's map, which shows the draft meanwhile.
class DivisionEditor : public QWidget
{
    Q_OBJECT

public:
    DivisionEditor(Desk &desk, map::MapView &view, items::DivisionDraft::Grids grids,
        QWidget *parent = nullptr);
    ~DivisionEditor() override;

    items::DivisionDraft &draft() { return m_draft; }
    /// Ends without saving; asks first when something was drawn.
    void leave();

Q_SIGNALS:
    /// The draft has other outlines; the page shows them.
    void drawn();
    void ended();

private:
    /// What waits for the other grid to be chosen.
    enum class Wanted { Nothing, Merge, Border };

    QWidget *makeTools();
    QWidget *makeFlaws();
    QWidget *makeSaving();
    QPushButton *addTool(QWidget *row, const QString &text, const QKeySequence &keys,
        void (DivisionEditor::*does)());

    void drawWith(map::OutlineTool *tool);
    void newGrid();
    void outline();
    void split();
    void merge();
    void border();
    void clear();
    void undo();
    void redo();
    void choose(const domain::Id &grid);
    void drawBorder(const domain::Id &one, const domain::Id &other);
    void take(const items::DivisionDraft::Answer &answer);
    /// Asks for codes and names of grids that come to be; `then` isn't called when the person gives up.
    void name(int count, const std::function<void(items::DivisionDraft::Grids)> &then);
    const items::DivisionDraft::Grid *chosen();

    void showDraft();
    void showFlaws();
    void showFlaw();
    void heal(bool isFirst);
    void countMoves();
    void save();
    void moveTickets();

    Desk &m_desk;
    map::MapView &m_view;
    const QPointer<QWidget> m_map; ///< the same, for when it may be gone
    items::DivisionDraft m_draft;
    items::Background m_background;
    const QDate m_today;
    Wanted m_wanted = Wanted::Nothing;
    domain::Id m_first;
    QVector<items::GridMove> m_moves;
    int m_counting = 0; ///< number of the count under way

    widgets::Banner *m_banner;
    QLabel *m_words;
    QPushButton *m_undo;
    QPushButton *m_redo;
    QListWidget *m_flaws;
    QPushButton *m_toFirst;
    QPushButton *m_toSecond;
    QDateEdit *m_from;
    QLineEdit *m_reason;
    QCheckBox *m_moveTickets;
    QPushButton *m_save;
};

} // namespace ui::gridmap
