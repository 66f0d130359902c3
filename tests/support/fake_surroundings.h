// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decide.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace support
{

/// What decide asks, answered from a few lines of a test.
class FakeSurroundings : public domain::Surroundings
{
public:
    FakeSurroundings()
    {
        person(QStringLiteral("wang"));
        me = people[QStringLiteral("wang")];
    }

    domain::Id person(const QString &login)
    {
        const domain::Id id = domain::Id::named(("person/" + login.toUtf8()).constData());
        people.insert(login, id);
        return id;
    }

    domain::Actor who() const override { return {me, now, isSigned, {}, here}; }
    domain::RulesHere rules() const override { return worksBy; }
    const domain::Grants &grants() const override { return given; }
    domain::Id desk() const override { return here; }
    domain::Reach reach() const override { return {}; }
    QTimeZone zone() const override { return QTimeZone("Asia/Shanghai"); }
    QString nextNumber(QDate day) const override
    {
        return QStringLiteral("03A-%1-%2")
            .arg(day.toString(QStringLiteral("yyMMdd")))
            .arg(++numbers, 3, 10, QLatin1Char('0'));
    }
    domain::Id gridFor(const domain::Values &ticket) const override
    {
        return gridOfCommunity.value(ticket.text(domain::field::Community));
    }
    std::optional<domain::Refusal> faultOf(const domain::Shape &) const override { return fault; }
    const domain::Standards &standards() const override { return promised; }
    domain::Id findCustomer(const domain::CustomerDraft &draft) const override
    {
        return customers.value(draft.phone);
    }
    domain::Id rowWithCode(domain::Register reg, const QString &code) const override
    {
        return reg == domain::Register::Staff ? people.value(code) : codes.value({reg, code});
    }
    bool exists(domain::Register reg, const domain::Id &row) const override
    {
        return (reg == domain::Register::Staff && people.values().contains(row))
            || (filed.contains(row) && filed[row].first == reg);
    }
    std::optional<domain::RegisterRow> findRow(const domain::Id &row) const override
    {
        const auto known = rows.constFind(row);
        return known == rows.constEnd() ? std::nullopt : std::optional(*known);
    }
    QVector<domain::RegisterRow> rowsOf(domain::Register reg) const override
    {
        QVector<domain::RegisterRow> found;
        for (const domain::RegisterRow &row : rows) {
            if (row.reg == reg && !row.removed)
                found.append(row);
        }
        return found;
    }
    QStringList openTicketsOf(const domain::Id &) const override { return openTickets; }
    domain::Id rowAbove(const domain::Id &row) const override { return filed.value(row).second; }
    QVector<domain::Id> rowsUnder(domain::Register reg, const domain::Id &above) const override
    {
        QVector<domain::Id> found;
        for (auto at = filed.begin(); at != filed.end(); ++at) {
            if (at->first == reg && at->second == above)
                found.append(at.key());
        }
        return found;
    }
    qint64 ticketsOf(const domain::Id &customer) const override { return tickets.value(customer); }
    bool isOpenConflict(const domain::Id &, const domain::Id &) const override { return false; }
    std::optional<domain::Ticket> findTicket(const domain::Id &ticket) const override
    {
        const auto known = matters.constFind(ticket);
        return known == matters.constEnd() ? std::nullopt : std::optional(*known);
    }
    QString numberFromSource(const QString &, const QString &sourceId) const override
    {
        return sources.value(sourceId);
    }

    qint64 now = 1'763'700'000'000; // 2025-11-21 12:40 in Shanghai
    domain::Id me;
    domain::Id here = domain::Id::named("desk");
    bool isSigned = false;
    domain::RulesHere worksBy;
    domain::Grants given; ///< none: the company has no rights yet, and everybody may do everything
    QHash<domain::Id, domain::RegisterRow> rows;
    QStringList openTickets;
    QHash<domain::Id, domain::Ticket> matters; ///< other tickets than the one that is decided about
    QHash<QString, domain::Id> people;
    QMap<std::pair<domain::Register, QString>, domain::Id> codes; ///< of the other registers
    QHash<domain::Id, std::pair<domain::Register, domain::Id>>
        filed; ///< customers' rows, and what each is filed under
    QHash<domain::Id, qint64> tickets; ///< how many by customer
    QHash<QString, domain::Id> customers;
    QHash<QString, domain::Id> gridOfCommunity;
    std::optional<domain::Refusal> fault; ///< of whatever area is drawn
    QHash<QString, QString> sources;
    /// So many minutes around the clock, whatever the ticket.
    static domain::RegisterRow standard(const QString &clock, int minutes)
    {
        return {domain::Id::named(("standard/" + clock.toUtf8()).constData()),
            domain::Register::Standard,
            {{domain::standard::Clock, clock}, {domain::standard::Minutes, minutes}}, false};
    }

    domain::Standards promised{
        {standard(QStringLiteral("accept"), 30), standard(QStringLiteral("arrive"), 120),
            standard(QStringLiteral("complete"), 1440), standard(QStringLiteral("visit"), 2880),
            standard(QStringLiteral("review"), 60), standard(QStringLiteral("contact"), 240),
            standard(QStringLiteral("supplement"), 7200), standard(QStringLiteral("handover"), 60),
            standard(QStringLiteral("followup"), 1440),
            standard(QStringLiteral("instruction"), 4320), standard(QStringLiteral("reply"), 4320)},
        QTimeZone("Asia/Shanghai")};
    mutable int numbers = 0;
};

} // namespace support
