// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/reader.h"

#include <QHash>
#include <QStringList>

namespace exchange
{

// The id that follows from a number at a source, the same on every desk.
domain::Id idFromSource(const QString &source, const QString &sourceId);

// The tickets that came from a source before, and those that are on their way to the desk now. The
// numbers of a source are read once, so that a new row asks the database nothing.
class KnownTickets
{
public:
    explicit KnownTickets(store::Reader &reader)
        : m_reader(reader)
    {
    }

    static QString keyOf(const QString &source, const QString &sourceId);

    // The cells of a row that was sent and has not arrived yet; null when there is none.
    const QStringList *findOnTheWay(const QString &key) const;
    std::optional<store::NumberedTicket> find(const QString &source, const QString &sourceId);
    void send(const QString &source, const QString &sourceId, const QStringList &cells);
    void arrived(const QString &key) { m_onTheWay.remove(key); }

private:
    using Numbers =
        QHash<QString, qint64>; // number at source → the ticket's row, 0 where it must be looked up
    Numbers &numbersOf(const QString &source);

    store::Reader &m_reader;
    QHash<QString, Numbers> m_numbers;
    QHash<QString, QStringList> m_onTheWay;
};

} // namespace exchange
