// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/customer_list_model.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTableView;

namespace ui::customers
{

/// The left side of the page of customers: those who were found, or what to say where there is nobody, and how many they are.
class CustomersList : public QWidget
{
    Q_OBJECT

public:
    explicit CustomersList(items::CustomerListModel &list, QWidget *parent = nullptr);

    void giveKeyboard();
    void goTo(int row);
    /// The customers whose rows are marked.
    QVector<qint64> chosen() const;
    void showTotal();

Q_SIGNALS:
    void chosenChanged();
    /// Enter on a row.
    void entered();

private:
    void makeTable();

    items::CustomerListModel &m_list;
    QStackedWidget *m_stack;
    QTableView *m_table;
    QLabel *m_total;
};

} // namespace ui::customers
