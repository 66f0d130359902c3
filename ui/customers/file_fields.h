// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/registers.h"

#include <QVector>

namespace ui::customers
{

/// The fields that a form of the customer's file asks for, line by line, those side by side that belong together.
inline QVector<QVector<quint8>> fieldsOf(domain::Register reg)
{
    namespace customer = domain::customer;
    namespace premises = domain::premises;
    namespace contact = domain::contact;
    switch (reg) {
    case domain::Register::Premises:
        return {{premises::Address}, {premises::Kind, premises::Grid},
            {premises::WaterAccount, premises::WaterMeter},
            {premises::PowerAccount, premises::PowerMeter},
            {premises::HeatAccount, premises::HeatMeter},
            {premises::GasAccount, premises::GasMeter}, {premises::PropertyAccount},
            {premises::From, premises::Until}, {premises::Remark}};
    case domain::Register::Contact:
        return {{contact::Name, contact::Relation}, {contact::Phone}, {contact::Remark}};
    default:
        return {{customer::Name, customer::Phone}, {customer::Kind}, {customer::IdNumber},
            {customer::Address}, {customer::Groups}, {customer::Needs},
            {customer::ContactWay, customer::ContactTime}, {customer::Language},
            {customer::Remark}};
    }
}

} // namespace ui::customers
