// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QAbstractItemModel;
class QTableView;
class QWidget;

namespace ui::widgets
{

/// Makes a table a quiet list of whole rows: no grid, rows of the usual height, Tab goes on to the next widget.
void dressAsList(QTableView &view, const QString &name);

/// Such a list with columns of these widths; the one of width 0 takes what is left.
QTableView *makeListView(
    QAbstractItemModel &model, const QString &name, const QList<int> &widths, QWidget *parent);

} // namespace ui::widgets
