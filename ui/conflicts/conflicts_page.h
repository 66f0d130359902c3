// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conflicts/conflict_table.h"
#include "tickets/office.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace ui::tickets
{
class ConflictView;
}

namespace ui::widgets
{
class Banner;
class EmptyPage;
class FilterStrip;
} // namespace ui::widgets

namespace ui::conflicts
{

/// Everything that contradicts or had no effect and lies within the reach of whoever sits here: the list at the left, the
/// chosen one with both versions at the right. Enter opens the ticket or the row, Alt+1…4 settle, Ctrl+1…3 choose what the list
/// shows: open ones, settled ones, all.
class ConflictsPage : public QWidget
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    explicit ConflictsPage(Desk &desk, QWidget *parent = nullptr);
    ~ConflictsPage() override;

    const items::ConflictListModel &model() const { return m_model; }
    void showWhich(store::ConflictQuery::Which which);

Q_SIGNALS:
    void ticketAsked(const QString &number);
    void rowAsked(domain::Register reg, const domain::Id &row);

private:
    void layOut();
    void setUpKeys();
    void find();
    void showFound();
    void showCurrent();
    void open();

    Desk &m_desk;
    tickets::Office m_office;
    items::ConflictListModel m_model;
    ConflictTable m_words;
    store::ConflictQuery::Which m_which = store::ConflictQuery::Open;
    int m_lastRow = 0; ///< what is settled goes from the list, and the next one takes its place
    widgets::FilterStrip *m_filters;
    widgets::Banner *m_banner;
    QStackedWidget *m_stack;
    QTableView *m_list;
    QScrollArea *m_scroll;
    tickets::ConflictView *m_view;
    QLabel *m_nothing;
};

} // namespace ui::conflicts
