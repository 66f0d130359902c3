// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/account.h"

namespace domain
{

namespace
{

Id follow(const char *kind, const Id &person, const QByteArray &rest = {})
{
    return Id::named((QByteArray(kind) + '/' + person.toBytes().toHex() + rest).constData());
}

} // namespace

Id accountOf(const Id &person)
{
    return follow("account", person);
}

Id postGrantOf(const Id &person, qint64 at_ms)
{
    return follow("post", person, '/' + QByteArray::number(at_ms));
}

} // namespace domain
