// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/business.h"

namespace items
{

using namespace domain;

QStringList papersIn(const QString &lines)
{
    QStringList papers;
    for (const QString &line : lines.split(QLatin1Char('\n'))) {
        if (const QString paper = line.trimmed(); !paper.isEmpty())
            papers << paper;
    }
    return papers;
}

Business businessOf(store::Reader &reader, const QString &category)
{
    Business business;
    if (category.isEmpty())
        return business;
    reader.eachRow(Register::Category, [&](const store::NumberedRow &row) {
        const Values &values = row.row.values;
        if (values.text(category::Name) != category)
            return true;
        business = {values.text(category::Unit), papersIn(values.text(category::Papers))};
        return false;
    });
    return business;
}

} // namespace items
