// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dice.h"

#include "domain/command.h"

#include <QMap>

class Desk;

namespace app
{

/// One grid of the sample company: the area of one community, and who answers for it.
struct SampleGrid {
    domain::Id id;
    QString street;
    QString community;
    domain::Id chief;
    domain::Id member;
};

/// A household in one of the grids. Its phone can't be anybody's: no number has 0000 in the middle.
struct Household {
    domain::Id id;
    QString name;
    QString phone;
    QString address;
    int grid = 0; ///< index of its grid
};

/// The people and places of the sample company, 幸福物业公司 by name: ten grids with a chief and a member
/// each, four teams, a service desk, the departments behind it.
struct SampleCompany {
    QVector<SampleGrid> grids;
    QMap<QString, QVector<domain::Id>>
        teams; ///< by service line: who repairs there, the leader first
    QMap<QString, QString> teamNames; ///< by service line
    QVector<domain::Id> clerks;
    QVector<domain::Id> handlers;
    domain::Id supervisor;
    domain::Id manager;
};

/// The commands that bring grids, staff and places onto the desk; rows that are there already, by code or
/// login, are taken as they are.
SampleCompany sampleCompany(Desk &desk, QVector<domain::Command> &commands);
Household anyHousehold(const SampleCompany &company, Dice &dice);
/// The household's file as a row of the register.
domain::PutRow fileOf(const Household &household);

} // namespace app
