// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class Desk;

namespace bench
{

/// One of the customers that a bench makes; the same for the same place.
struct AnyCustomer {
    explicit AnyCustomer(qint64 place);

    QString name;
    QString phone;
    QString address;
    QString waterAccount;
    QString powerMeter;
};

/// Puts so many customers onto a desk, in transactions of a thousand rows. Throws Failed.
void fillWithCustomers(Desk &desk, qint64 customers);

} // namespace bench
