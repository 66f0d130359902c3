// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ticket_import_known.h"

namespace exchange
{

domain::Id idFromSource(const QString &source, const QString &sourceId)
{
    const QByteArray name = "ticket/" + source.toUtf8() + '\n' + sourceId.toUtf8();
    return domain::Id::named(name.constData());
}

QString KnownTickets::keyOf(const QString &source, const QString &sourceId)
{
    return source + QChar(0) + sourceId;
}

KnownTickets::Numbers &KnownTickets::numbersOf(const QString &source)
{
    auto at = m_numbers.find(source);
    if (at == m_numbers.end())
        at = m_numbers.insert(source, m_reader.findSourceIds(source));
    return *at;
}

const QStringList *KnownTickets::findOnTheWay(const QString &key) const
{
    const auto at = m_onTheWay.constFind(key);
    return at == m_onTheWay.cend() ? nullptr : &*at;
}

std::optional<store::NumberedTicket> KnownTickets::find(
    const QString &source, const QString &sourceId)
{
    const Numbers &numbers = numbersOf(source);
    const auto at = numbers.constFind(sourceId);
    if (at == numbers.cend())
        return {};
    return *at ? m_reader.findTicket(*at) : m_reader.findTicketFromSource(source, sourceId);
}

void KnownTickets::send(const QString &source, const QString &sourceId, const QStringList &cells)
{
    numbersOf(source).insert(sourceId, 0);
    m_onTheWay.insert(keyOf(source, sourceId), cells);
}

} // namespace exchange
