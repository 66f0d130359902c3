// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/customer_card.h"
#include "items/visit_round.h"

#include <QWidget>

class QLabel;

namespace ui::tickets
{
class GroupTags;
}

namespace ui::planned_visits
{

/// Whom to call: name and number in large type, what must be known of them, what is said first, and what they had to do with the
/// company of late.
class PersonCard : public QWidget
{
    Q_OBJECT

public:
    explicit PersonCard(QWidget *parent = nullptr);

    void show(const items::CustomerCard &card, const domain::VisitPlan &plan);

private:
    QLabel *m_name;
    QLabel *m_phone;
    tickets::GroupTags *m_groups;
    QLabel *m_needs;
    QLabel *m_where;
    QLabel *m_business;
    QLabel *m_wording;
};

} // namespace ui::planned_visits
