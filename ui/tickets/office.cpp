// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/office.h"

namespace ui::tickets
{

using namespace domain;

Office::Office(Desk &atDesk, FileStore store)
    : desk(atDesk)
    , staff(sourceOf(atDesk), Register::Staff)
    , grids(sourceOf(atDesk), Register::Grid)
    , looks(onlookerAt(atDesk))
    , files(std::move(store))
{
    QObject::connect(&desk, &Desk::committed, &staff, &items::RegisterModel::takeIn);
    QObject::connect(&desk, &Desk::committed, &grids, &items::RegisterModel::takeIn);
}

items::Source sourceOf(Desk &desk)
{
    return {desk.read(), [&desk] { return desk.newReader(); }};
}

items::Onlooker onlookerAt(Desk &desk)
{
    return {desk.read(), [&desk] { return desk.who(); },
        [&desk](const Command &command) { return desk.submit(command); }};
}

items::Seat seatOf(Desk &desk)
{
    const auto person = desk.read().findRow(desk.actor());
    if (!person)
        return {};
    const auto home = desk.read().findRow(person->row.values[staff::Grid].value<Id>());
    return {person->row.values.text(staff::Login),
        home ? home->row.values.text(grid::Code) : QString()};
}

} // namespace ui::tickets
