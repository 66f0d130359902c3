// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/customer_columns.h"

namespace store
{

using namespace domain;

QVector<CustomerColumns> findCustomerColumns(Reader &reader)
{
    QVector<CustomerColumns> found;
    try {
        Statement each(reader.database().handle(),
            "SELECT id, uid, under, removed, last_entry FROM registers WHERE register=?");
        each.bind(1, int(Register::Customer));
        while (each.step()) {
            found.append({each.integer(0), each.id(1), each.isNull(2) ? Id() : each.id(2),
                each.integer(3) != 0, each.integer(4)});
        }
    } catch (const SqlFailure &) {
        found.clear();
    }
    return found;
}

QVector<PremisesColumns> findPremisesColumns(Reader &reader)
{
    QVector<PremisesColumns> found;
    try {
        Statement each(reader.database().handle(),
            "SELECT uid, under, grid FROM registers WHERE register=? AND grid IS NOT NULL AND"
            " under IS NOT NULL AND removed=0");
        each.bind(1, int(Register::Premises));
        while (each.step())
            found.append({each.id(0), each.id(1), each.id(2)});
    } catch (const SqlFailure &) {
        found.clear();
    }
    return found;
}

QVector<VisitColumns> findVisitColumns(Reader &reader)
{
    QVector<VisitColumns> found;
    try {
        Statement each(reader.database().handle(),
            "SELECT uid, under FROM registers WHERE register=? AND under IS NOT NULL AND "
            "removed=0");
        each.bind(1, int(Register::Visit));
        while (each.step())
            found.append({each.id(0), each.id(1)});
    } catch (const SqlFailure &) {
        found.clear();
    }
    return found;
}

QSet<qint64> findServed(Reader &reader, qint64 from_ms, qint64 until_ms)
{
    QSet<qint64> found;
    try {
        Statement each(reader.database().handle(),
            "SELECT DISTINCT customer FROM tickets WHERE closed_at>=? AND closed_at<? AND"
            " customer IS NOT NULL AND state<>'cancelled'");
        each.bind(1, from_ms).bind(2, until_ms);
        while (each.step())
            found.insert(each.integer(0));
    } catch (const SqlFailure &) {
        found.clear();
    }
    return found;
}

} // namespace store
