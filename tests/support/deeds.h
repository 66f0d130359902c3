// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"
#include "domain/workflow.h"

#include <QTest>

namespace support
{

/// What can be done, taken from the declared tables, for tests that go through all of it: taking in, each action of the
/// workflows, each register. `roles` says who may, `scope` how far a grant has to reach.
struct Deed {
    enum What { TakeIn, Act, Keep } what;
    enum Scope { Anywhere, OfThing, Company } scope;
    QString name;
    quint16 roles;
    QString kind; ///< of the ticket
    const domain::ActionSpec *action = nullptr;
    domain::Register reg = domain::Register::Company;
};

/// Where a grant is given in these tests, beside a matter that lies in grid 1 and with unit 1.
enum class Given { Company, SameGrid, OtherGrid, SameUnit, OtherUnit };

constexpr const char *roleCodes[] = {"clerk", "chief", "member", "technician", "leader", "handler",
    "supervisor", "manager", "head", "administrator"};
constexpr Given allGiven[] = {
    Given::Company, Given::SameGrid, Given::OtherGrid, Given::SameUnit, Given::OtherUnit};

inline std::vector<Deed> allDeeds()
{
    using namespace domain;
    std::vector<Deed> deeds{{Deed::TakeIn, Deed::Anywhere, QStringLiteral("take in"),
        quint16(Clerk | Chief | Leader | Handler | Head | Supervisor | Manager | Administrator),
        QStringLiteral("repair")}};
    for (const WorkflowSpec &workflow : allWorkflows()) {
        const QString kind = QString::fromLatin1(workflow.kind);
        for (const ActionSpec &action : workflow.actions) {
            deeds.push_back(
                {Deed::Act, Deed::OfThing, kind + QLatin1Char(' ') + QLatin1StringView(action.code),
                    quint16(action.roles | action.typists | Administrator), kind, &action});
        }
    }
    for (const RegisterSpec &spec : allRegisters()) {
        if (!spec.isByHand)
            continue; // they have commands of their own
        bool isPersonal = false, hasGrid = false;
        for (const FieldSpec &field : spec.fields) {
            isPersonal = isPersonal || field.is(Personal);
            hasGrid = hasGrid || field.type == FieldType::Grid;
        }
        const Deed::Scope scope = isPersonal || spec.isKeptAnywhere ? Deed::Anywhere
            : hasGrid                                               ? Deed::OfThing
                                                                    : Deed::Company;
        deeds.push_back({Deed::Keep, scope, QStringLiteral("keep ") + QLatin1StringView(spec.key),
            spec.keepers, {}, nullptr, spec.reg});
    }
    return deeds;
}

/// What the tables promise. `hasUnit`: a matter is with unit 1, a row of a register is with none.
inline bool isPromised(const Deed &deed, const char *role, Given given)
{
    if (!(deed.roles & domain::roleOf(role)))
        return false;
    switch (deed.scope) {
    case Deed::Anywhere:
        return true;
    case Deed::Company:
        return given == Given::Company;
    case Deed::OfThing:
        return given == Given::Company || given == Given::SameGrid
            || (given == Given::SameUnit && deed.what == Deed::Act);
    }
    return false;
}

} // namespace support
