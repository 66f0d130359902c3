// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list_view.h"

#include "look/measures.h"

#include <QHeaderView>
#include <QTableView>

namespace ui::widgets
{

void dressAsList(QTableView &view, const QString &name)
{
    view.setAccessibleName(name);
    view.setFrameShape(QFrame::NoFrame);
    view.setShowGrid(false);
    view.setWordWrap(false);
    view.setSelectionBehavior(QTableView::SelectRows);
    view.setSelectionMode(QTableView::SingleSelection);
    view.setEditTriggers(QTableView::NoEditTriggers);
    view.setTabKeyNavigation(false);
    view.verticalHeader()->hide();
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.verticalHeader()->setDefaultSectionSize(look::rowHeight);
    view.horizontalHeader()->setHighlightSections(false);
    view.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

QTableView *makeListView(
    QAbstractItemModel &model, const QString &name, const QList<int> &widths, QWidget *parent)
{
    auto *view = new QTableView(parent);
    view->setModel(&model);
    dressAsList(*view, name);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = view->horizontalHeader();
    for (int column = 0; column < widths.size(); ++column) {
        header->setSectionResizeMode(
            column, widths.at(column) ? QHeaderView::Interactive : QHeaderView::Stretch);
        if (widths.at(column))
            header->resizeSection(column, widths.at(column));
    }
    return view;
}

} // namespace ui::widgets
