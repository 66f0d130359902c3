// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/list_view.h"

#include "look/measures.h"

#include <QHeaderView>
#include <QTableView>

namespace ui::widgets
{

QTableView *makeListView(
    QAbstractItemModel &model, const QString &name, const QList<int> &widths, QWidget *parent)
{
    auto *view = new QTableView(parent);
    view->setModel(&model);
    view->setAccessibleName(name);
    view->setFrameShape(QFrame::NoFrame);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setSelectionBehavior(QTableView::SelectRows);
    view->setSelectionMode(QTableView::SingleSelection);
    view->setEditTriggers(QTableView::NoEditTriggers);
    view->setTabKeyNavigation(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(look::rowHeight);
    QHeaderView *header = view->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (int column = 0; column < widths.size(); ++column) {
        header->setSectionResizeMode(
            column, widths.at(column) ? QHeaderView::Interactive : QHeaderView::Stretch);
        if (widths.at(column))
            header->resizeSection(column, widths.at(column));
    }
    return view;
}

} // namespace ui::widgets
