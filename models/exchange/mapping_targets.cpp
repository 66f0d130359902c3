// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/mapping_targets.h"
#include "exchange/words.h"

#include "domain/registers.h"
#include "domain/ticket_fields.h"

#include <QCoreApplication>

#include <algorithm>

namespace exchange
{

using namespace domain;

namespace
{

// The desk gives these itself.
bool isGiven(quint8 number)
{
    return number == field::Number || number == field::Customer || number == field::ContactGroup
        || number == field::FirstReceiver || number == field::Outage || number == field::PartOf;
}

// What a row can do without although the register can't: import proposes it (row_proposals.h).
bool isProposed(Register reg, quint8 number)
{
    return (reg == Register::Staff && number == staff::Login)
        || (reg == Register::Grid && number == grid::Code);
}

Target targetOf(const FieldSpec &spec, Target::Part part, const QString &prefix = {})
{
    return {prefix + spec.name(), part, spec.id, spec.type, spec.list, labelOf(spec),
        spec.is(Required), spec.is(Several)};
}

} // namespace

Targets Targets::ofTickets()
{
    Targets targets;
    targets.m_kind = QStringLiteral("tickets");
    for (const FieldSpec &spec : ticketFields()) {
        if (spec.is(Kept) && !isGiven(spec.id))
            targets.m_targets.push_back(targetOf(spec, Target::Field));
    }
    for (Target &target : targets.m_targets)
        target.isVerbatim = target.type == FieldType::LongText || target.number == field::Title;
    const QString prefix = QStringLiteral("customer.");
    for (const FieldSpec &spec : registerSpec(Register::Customer).fields) {
        if (spec.is(Personal) && spec.id != customer::Needs)
            targets.m_targets.push_back(targetOf(spec, Target::Customer, prefix));
    }
    targets.m_targets.push_back({prefix + QStringLiteral("source_id"), Target::CustomerSourceId});
    targets.m_targets.back().label =
        QCoreApplication::translate("exchange", "Customer's number at source");
    targets.m_targets.push_back({QStringLiteral("state"), Target::State});
    targets.m_targets.back().label = QCoreApplication::translate("exchange", "State");
    targets.m_targets.push_back({QStringLiteral("by"), Target::By});
    targets.m_targets.back().label = QCoreApplication::translate("exchange", "Done by");
    return targets;
}

Targets Targets::of(const RegisterSpec &spec)
{
    Targets targets;
    targets.m_kind = QString::fromLatin1(spec.key);
    for (const FieldSpec &one : spec.fields) {
        if (one.type == FieldType::Bytes || one.type == FieldType::Area || !one.isByHand())
            continue;
        targets.m_targets.push_back(targetOf(one, Target::Field));
        targets.m_targets.back().isRequired &= !isProposed(spec.reg, one.id);
    }
    return targets;
}

const Target *Targets::find(QStringView key) const
{
    const auto at =
        std::ranges::find_if(m_targets, [key](const Target &target) { return target.key == key; });
    return at == m_targets.end() ? nullptr : &*at;
}

QStringList Targets::keys() const
{
    QStringList keys;
    for (const Target &target : m_targets)
        keys << target.key;
    return keys;
}

} // namespace exchange
