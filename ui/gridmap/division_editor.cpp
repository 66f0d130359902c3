// SPDX-License-Identifier: GPL-3.0-or-later
#include "gridmap/division_editor.h"

#include "look/measures.h"
#include "map/map_view.h"
#include "tickets/office.h"
#include "widgets/banner.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui::gridmap
{

using namespace domain;
using items::DivisionDraft;

namespace
{

constexpr int dateWidth = 130;
constexpr int flawsHeight = 3 * look::rowHeight;

} // namespace

DivisionEditor::DivisionEditor(
    Desk &desk, map::MapView &view, DivisionDraft::Grids grids, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_view(view)
    , m_map(&view)
    , m_draft(std::move(grids))
    , m_background(tickets::sourceOf(desk))
    , m_today(QDateTime::fromMSecsSinceEpoch(desk.read().now_ms(), desk.read().zone()).date())
    , m_banner(new widgets::Banner(this))
    , m_words(new QLabel(this))
{
    m_words->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::gap, look::gap, look::gap, look::gap);
    column->setSpacing(look::gap);
    column->addWidget(m_banner);
    column->addWidget(makeTools());
    column->addWidget(m_words);
    column->addWidget(makeFlaws());
    column->addWidget(makeSaving());
    connect(&m_view, &map::MapView::gridActivated, this, &DivisionEditor::choose);
    connect(&m_draft, &DivisionDraft::changedGrids, this, &DivisionEditor::showDraft);
    connect(&m_draft, &DivisionDraft::flawsFound, this, &DivisionEditor::showFlaws);
    showDraft();
}

/// The map may be gone before: both end with their page.
DivisionEditor::~DivisionEditor()
{
    if (m_map)
        m_view.leaveTool();
}

QPushButton *DivisionEditor::addTool(
    QWidget *row, const QString &text, const QKeySequence &keys, void (DivisionEditor::*does)())
{
    auto *button = new QPushButton(text, row);
    button->setToolTip(
        QStringLiteral("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
    button->setAutoDefault(false);
    row->layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, does);
    // On the whole page: the hand is on the map.
    auto *shortcut = new QShortcut(keys, parentWidget());
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(this, &QObject::destroyed, shortcut, &QObject::deleteLater);
    connect(shortcut, &QShortcut::activated, this, does);
    return button;
}

QWidget *DivisionEditor::makeTools()
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(look::gap);
    addTool(row, tr("New grid"), Qt::ALT | Qt::Key_N, &DivisionEditor::newGrid);
    addTool(row, tr("Outline"), Qt::ALT | Qt::Key_O, &DivisionEditor::outline);
    addTool(row, tr("Split"), Qt::ALT | Qt::Key_S, &DivisionEditor::split);
    addTool(row, tr("Merge"), Qt::ALT | Qt::Key_M, &DivisionEditor::merge);
    addTool(row, tr("Border of two"), Qt::ALT | Qt::Key_B, &DivisionEditor::border);
    addTool(row, tr("Take the area away"), Qt::ALT | Qt::Key_Delete, &DivisionEditor::clear);
    line->addStretch(1);
    m_undo = addTool(row, tr("Undo"), Qt::ALT | Qt::Key_Z, &DivisionEditor::undo);
    m_redo = addTool(row, tr("Redo"), Qt::ALT | Qt::Key_Y, &DivisionEditor::redo);
    return row;
}

QWidget *DivisionEditor::makeFlaws()
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(look::gap);
    m_flaws = new QListWidget(row);
    m_flaws->setAccessibleName(tr("Gaps and overlaps"));
    m_flaws->setMaximumHeight(flawsHeight);
    m_toFirst = new QPushButton(row);
    m_toSecond = new QPushButton(row);
    auto *buttons = new QVBoxLayout;
    for (QPushButton *button : {m_toFirst, m_toSecond}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    line->addWidget(m_flaws, 1);
    line->addLayout(buttons);
    connect(m_flaws, &QListWidget::currentRowChanged, this, &DivisionEditor::showFlaw);
    connect(m_toFirst, &QPushButton::clicked, this, [this] { heal(true); });
    connect(m_toSecond, &QPushButton::clicked, this, [this] { heal(false); });
    return row;
}

QWidget *DivisionEditor::makeSaving()
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(look::gap);
    m_from = new QDateEdit(m_today, row);
    connect(m_from, &QDateEdit::dateChanged, this, &DivisionEditor::countMoves);
    m_from->setCalendarPopup(true);
    m_from->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_from->setMinimumWidth(dateWidth);
    m_from->setAccessibleName(tr("Holds from"));
    m_reason = new QLineEdit(row);
    m_reason->setPlaceholderText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_moveTickets = new QCheckBox(row);
    m_moveTickets->hide();
    m_save = new QPushButton(tr("Save (Ctrl+S)"), row);
    m_save->setShortcut(QKeySequence::Save);
    auto *leave = new QPushButton(tr("Leave (Ctrl+E)"), row);
    leave->setShortcut(Qt::CTRL | Qt::Key_E); // as one came
    leave->setAutoDefault(false);
    auto *from = new QLabel(tr("Holds &from"), row);
    from->setBuddy(m_from);
    for (QWidget *widget : std::initializer_list<QWidget *>{from, m_from})
        line->addWidget(widget);
    line->addWidget(m_reason, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_moveTickets, m_save, leave})
        line->addWidget(widget);
    connect(m_save, &QPushButton::clicked, this, &DivisionEditor::save);
    connect(leave, &QPushButton::clicked, this, &DivisionEditor::leave);
    return row;
}

void DivisionEditor::showDraft()
{
    m_undo->setEnabled(m_draft.canUndo());
    m_redo->setEnabled(m_draft.canRedo());
    const qsizetype changed = m_draft.changed().size();
    m_save->setEnabled(changed > 0);
    m_words->setText(changed == 0
            ? tr("Choose a grid and what to do with it. Nothing is saved before you say so.")
            : tr("%1. %n grid(s) differ from before.", nullptr, int(changed))
                  .arg(m_draft.undoText()));
    showFlaws();
    Q_EMIT drawn();
    countMoves();
}

void DivisionEditor::showFlaws()
{
    m_flaws->clear();
    m_toFirst->hide();
    m_toSecond->hide();
    if (m_draft.isLooking()) {
        m_flaws->addItem(tr("Looking for gaps and overlaps …"));
        return;
    }
    if (m_draft.flaws().isEmpty())
        m_flaws->addItem(tr("No gaps and no overlaps."));
    for (const geo::Flaw &flaw : m_draft.flaws()) {
        QStringList codes;
        for (const int place : flaw.areas)
            codes << m_draft.grids()[place].code;
        const QString words = flaw.kind == geo::Flaw::Gap
            ? (flaw.isSliver ? tr("Narrow gap beside %1, %2") : tr("Gap beside %1, %2"))
            : (flaw.isSliver ? tr("Narrow overlap of %1, %2") : tr("Overlap of %1, %2"));
        m_flaws->addItem(words.arg(codes.join(tr(" and ")), areaText(flaw.area_m2)));
    }
}

void DivisionEditor::showFlaw()
{
    const int row = m_flaws->currentRow();
    const bool isThere = row >= 0 && row < m_draft.flaws().size();
    m_toFirst->setVisible(isThere);
    m_toSecond->setVisible(isThere && m_draft.flaws()[row].areas.size() > 1);
    if (!isThere)
        return;
    const geo::Flaw &flaw = m_draft.flaws()[row];
    m_toFirst->setText(tr("To %1").arg(m_draft.grids()[flaw.areas.value(0)].code));
    if (flaw.areas.size() > 1)
        m_toSecond->setText(tr("To %1").arg(m_draft.grids()[flaw.areas[1]].code));
    m_view.showBox(flaw.where.box());
}

void DivisionEditor::heal(bool isFirst)
{
    const int row = m_flaws->currentRow();
    if (row < 0 || row >= m_draft.flaws().size())
        return;
    const geo::Flaw flaw = m_draft.flaws()[row];
    const int place = flaw.areas.value(isFirst ? 0 : 1, -1);
    if (place >= 0)
        take(m_draft.heal(flaw, m_draft.grids()[place].area.grid));
}

/// Which open tickets would come to another grid: told before it is done.
void DivisionEditor::countMoves()
{
    m_moves.clear();
    m_moveTickets->hide();
    const int mine = ++m_counting;
    // What holds from a later day on leaves today's tickets where they are.
    if (m_draft.changed().isEmpty() || m_from->date() > m_today)
        return;
    QVector<GridArea> areas;
    for (const DivisionDraft::Grid &grid : m_draft.grids())
        areas.append(grid.area);
    m_background.ask([areas](store::Reader &reader) { return items::findGridMoves(reader, areas); })
        .then(this, [this, mine](const QVector<items::GridMove> &moves) {
            if (mine != m_counting || moves.isEmpty())
                return;
            m_moves = moves;
            m_moveTickets->setText(tr("%n open ticket(s) lie in another grid then: move them",
                nullptr, int(moves.size())));
            m_moveTickets->setChecked(true);
            m_moveTickets->show();
        });
}

void DivisionEditor::save()
{
    const qint64 from_ms = m_from->date().startOfDay(m_desk.read().zone()).toMSecsSinceEpoch();
    m_save->setEnabled(false);
    m_desk.submit(m_draft.command(from_ms, m_reason->text()))
        .then(this, [this](const store::Verdict &verdict) {
            m_save->setEnabled(true);
            if (const Refusal *refusal = store::refused(verdict)) {
                m_banner->showMessage(widgets::Mood::Late, refusal->text());
                return;
            }
            if (m_moveTickets->isChecked() && !m_moves.isEmpty())
                moveTickets();
            else
                Q_EMIT ended();
        });
}

void DivisionEditor::moveTickets()
{
    const QString reason =
        m_reason->text().isEmpty() ? tr("The grids were divided anew") : m_reason->text();
    m_desk.submitAll(items::commandsFor(m_moves, reason))
        .then(this, [this](const QVector<store::Verdict> &verdicts) {
            const auto refused = std::ranges::find_if(verdicts,
                [](const store::Verdict &verdict) { return store::refused(verdict) != nullptr; });
            if (refused == verdicts.end()) {
                Q_EMIT ended();
                return;
            }
            // The grids are saved; the tickets that stayed are named by the first of them.
            m_moves.clear();
            m_moveTickets->hide();
            m_banner->showMessage(widgets::Mood::Late,
                tr("The grids are saved, but not every ticket was moved: %1")
                    .arg(store::refused(*refused)->text()));
        });
}

void DivisionEditor::leave()
{
    if (m_draft.changed().isEmpty()) {
        Q_EMIT ended();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, tr("Leave without saving?"),
        tr("What was drawn is not saved."), QMessageBox::Discard | QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, this, [this](int answer) {
        if (answer == QMessageBox::Discard)
            Q_EMIT ended();
    });
    box->open();
}

} // namespace ui::gridmap
