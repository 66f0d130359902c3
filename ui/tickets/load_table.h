// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/assignment_plan.h"

#include <QTableWidget>

namespace ui::tickets
{

/// Who gets how many by a plan, with what everybody has in hand and has had this month, before and after: whoever gets the most first.
class LoadTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit LoadTable(QWidget *parent = nullptr);

    void show(const items::AssignmentPlan &plan);

private:
    void put(int row, const items::PersonLoad &person, qint64 gets);
};

} // namespace ui::tickets
