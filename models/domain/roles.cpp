// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/roles.h"

#include "domain/rule_words.h"
#include "domain/words.h"

namespace domain
{

namespace
{
constexpr std::pair<const char *, Role> bits[] = {{"clerk", Clerk}, {"chief", Chief},
    {"member", Member}, {"technician", Technician}, {"leader", Leader}, {"head", Head},
    {"handler", Handler}, {"supervisor", Supervisor}, {"manager", Manager},
    {"administrator", Administrator}};
} // namespace

quint16 roleOf(QAnyStringView code)
{
    for (const auto &[name, bit] : bits) {
        if (code == QLatin1StringView(name))
            return bit;
    }
    return noRole;
}

QString roleWords(quint16 roles)
{
    QStringList words;
    for (const auto &[name, bit] : bits) {
        if (roles & bit)
            words << wordFor(List::Role, name);
    }
    return words.join(Words::tr(", "));
}

} // namespace domain
