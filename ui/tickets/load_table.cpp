// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/load_table.h"

#include "look/measures.h"
#include "widgets/list_view.h"

#include <QHeaderView>

#include <algorithm>

namespace ui::tickets
{

using namespace domain;
using items::PersonLoad;

namespace
{

enum Column { Name, Team, Gets, InHand, OfMonth, columns };
constexpr int rowsShown = 6; ///< at once; the others are scrolled to

} // namespace

LoadTable::LoadTable(QWidget *parent)
    : QTableWidget(0, columns, parent)
{
    setHorizontalHeaderLabels(
        {tr("Person"), tr("Team"), tr("Gets"), tr("In hand"), tr("This month")});
    widgets::dressAsList(*this, tr("Who gets how many"));
    setSelectionMode(NoSelection);
    QHeaderView *header = horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(Team, QHeaderView::Stretch);
    for (int column = 0; column < columns; ++column) {
        horizontalHeaderItem(column)->setTextAlignment(
            Qt::AlignVCenter | (column >= Gets ? Qt::AlignRight : Qt::AlignLeft));
    }
}

/// Who may get nothing, and gets nothing, isn't named.
void LoadTable::show(const items::AssignmentPlan &plan)
{
    const QHash<Id, qint64> given = plan.given();
    QVector<PersonLoad> people = plan.people;
    people.removeIf(
        [&given](const PersonLoad &one) { return !one.isAble && !given.contains(one.id); });
    std::ranges::stable_sort(people, std::ranges::greater{},
        [&given](const PersonLoad &one) { return given.value(one.id); });
    setRowCount(int(people.size()));
    for (int row = 0; row < people.size(); ++row)
        put(row, people.at(row), given.value(people.at(row).id));
    const int rows = std::min(int(people.size()), rowsShown);
    setFixedHeight(
        horizontalHeader()->sizeHint().height() + rows * look::rowHeight + look::hairline);
    setVisible(!people.isEmpty());
}

void LoadTable::put(int row, const PersonLoad &person, qint64 gets)
{
    const auto grown = [gets](qint64 from) {
        return gets ? QStringLiteral("%1 → %2").arg(from).arg(from + gets) : QString::number(from);
    };
    const QString texts[columns] = {person.name, person.team,
        gets ? u'+' + QString::number(gets) : QStringLiteral("0"), grown(person.inHand),
        grown(person.ofMonth)};
    for (int column = 0; column < columns; ++column) {
        auto *cell = new QTableWidgetItem(texts[column]);
        cell->setTextAlignment(
            Qt::AlignVCenter | (column >= Gets ? Qt::AlignRight : Qt::AlignLeft));
        setItem(row, column, cell);
    }
}

} // namespace ui::tickets
