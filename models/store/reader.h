// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decide.h"
#include "store/customer_file.h"
#include "store/duplicates.h"
#include "store/grid_figures.h"
#include "store/key_ring.h"
#include "store/labels.h"
#include "store/people.h"
#include "store/store_surroundings.h"
#include "store/ticket_facts.h"
#include "store/ticket_query.h"
#include "store/ticket_rows.h"
#include "store/ticket_sql.h"

#include <QMap>

#include <memory>

namespace store
{

/// One conflict as a list shows it.
struct ConflictLine {
    qint64 number = 0; ///< of the conflict in this database
    domain::Id subject; ///< the ticket or row that it is about
    QString ticket; ///< the ticket's number, if it is about one
    qint64 entry = 0; ///< position of the entry that had no effect, or contradicts
    ConflictReason reason = ConflictReason::NoLongerApplies;
    domain::Id id; ///< the same on every desk
    qint64 other = 0; ///< position of the entry that it contradicts; 0: of none in particular
    qint64 settledBy = 0; ///< position of the entry that settled it; 0: it is open
};

/// One look at a customer's data, as its report shows it.
struct LookLine {
    qint64 number = 0; ///< of the look in this database
    qint64 at_ms = 0;
    domain::Id person;
    domain::Id customer;
    QString ticket; ///< the ticket's number, if it was for the sake of one
    QString purpose;
    QString reason;
};

/// Which looks: by whom, at whom, for what, in which time; what is null, empty or 0 is any.
struct LookQuery {
    domain::Id person;
    domain::Id customer;
    std::optional<domain::Id> ticket; ///< a null one: looks for the sake of none
    QString purpose;
    qint64 from_ms = 0;
    qint64 until_ms = 0; ///< the first moment that no longer belongs
    qint64 limit = -1;
    qint64 offset = 0;
};

/// How a desk looks at its database: one read-only connection of one thread, every question named
/// findX or countX. A failing disk gives empty answers and says so in failure().
class Reader
{
public:
    /// Throws SqlFailure when the database can't be opened.
    Reader(const DeskFolder &folder, const Secrets &secrets, std::shared_ptr<const People> people,
        const domain::Clock &clock);

    /// Tickets in the query's order.
    QVector<TicketLine> findTickets(const TicketQuery &query);
    /// Only their row numbers: a million take eight megabytes.
    QVector<qint64> findTicketRows(const TicketQuery &query);
    qint64 countTickets(const TicketQuery &query);
    /// How many there are by each value of a field (codes; grids by code), of those that the query finds.
    QMap<QString, qint64> countTicketsBy(const TicketQuery &query, const QString &field);
    /// The lines of these rows, in their order; a row that is gone is left out.
    QVector<TicketLine> findTicketLines(const QVector<qint64> &rows);
    /// Whether a row belongs to the query now (its text apart), and the place it takes: -1, or how many of `rows` stand before it.
    qsizetype findPlace(const TicketQuery &query, const QVector<qint64> &rows, qint64 row);
    /// The newest tickets that contain a text, by the order of intake; what the window shows while one types.
    QVector<qint64> findNewest(const TicketQuery &query);
    std::optional<NumberedTicket> findTicket(const QString &number);
    std::optional<NumberedTicket> findTicket(qint64 row);
    std::optional<NumberedTicket> findTicket(const domain::Id &id);
    std::optional<NumberedTicket> findTicketFromSource(
        const QString &source, const QString &sourceId);
    /// All that came from a source: the row of each by its number there.
    QHash<QString, qint64> findSourceIds(const QString &source);
    /// The same of those to which an entry behind this position happened.
    QHash<QString, qint64> findSourceIdsSince(const QString &source, qint64 position);

    /// What a report counts, now (position 0) or as the desk knew it after an entry of the past.
    FactSheet findFacts(const QVector<FactQuery> &queries, qint64 position, const TakeFacts &take,
        const std::atomic<bool> *stop = nullptr);
    /// When the entry at a position was recorded; 0 when there is none.
    qint64 findRecordedAt_ms(qint64 position);

    QVector<NumberedRow> findRows(domain::Register reg, qint64 limit = -1, qint64 offset = 0);
    /// Calls `take` for each row in the order of the codes until it says false; rows are read one by one, so that a
    /// register may be as long as it likes.
    void eachRow(domain::Register reg, const std::function<bool(const NumberedRow &)> &take);
    /// Only their numbers, in that order: half a million take four megabytes.
    QVector<qint64> findRowNumbers(domain::Register reg);
    /// Those that lie in a grid.
    QVector<NumberedRow> findRowsInGrids(domain::Register reg);
    /// Those that lie in this grid.
    QVector<NumberedRow> findRowsIn(domain::Register reg, const domain::Id &grid);
    std::optional<NumberedRow> findRow(qint64 number);
    std::optional<NumberedRow> findRow(const domain::Id &id);
    std::optional<NumberedRow> findRowByCode(domain::Register reg, const QString &code);
    /// Rows that share their label with another one, made at desks that didn't know of each other.
    QVector<Twin> findTwins(domain::Register reg);
    QVector<Twin> findTwins(); ///< of all registers
    qint64 countRows(domain::Register reg);
    /// What contradicts, about one thing or about any.
    QVector<ConflictLine> findConflicts(const domain::Id &subject = {});
    /// Looks at personal data, the newest first.
    QVector<LookLine> findLooks(const LookQuery &query);
    qint64 countLooks(const LookQuery &query);
    /// Customers whose data nobody needs any more: no premises, nothing under way, and nothing since a moment; the
    /// longest gone first. Reads every customer; for a thread of its own where there are many.
    QVector<NumberedRow> findDueForErasure(qint64 before_ms, qint64 limit);
    /// Customers whose name, pinyin, phone or address fits what was typed.
    /// Customers whose name, pinyin, phone, address, account or meter number fits what was typed, their household's
    /// and their premises' too; a merged file is found as the one that goes on.
    QVector<NumberedRow> findCustomers(const QString &typed, int limit);
    /// The files that go on, newest first, by their row numbers: all, those that fit what was typed, those who
    /// belong to all of the groups.
    QVector<qint64> findCustomerRows(const QString &typed, Groups groups = 0);
    qint64 countInGroup(const QString &group);
    /// Everything that is filed under one customer, whichever of the merged rows is asked for.
    std::optional<CustomerFile> findCustomerFile(qint64 customer);
    std::optional<CustomerFile> findCustomerFile(const domain::Id &customer);
    /// Pairs of files that are likely of one person (store/duplicates.h); for a thread of its own.
    QVector<domain::DuplicatePair> findDuplicates(const SearchStep &step = {});
    /// The rows of a register as they stood at a moment (store/past_rows.h); for a thread of its own.
    QVector<NumberedRow> findRowsAsOf(domain::Register reg, qint64 at_ms);
    QVector<NumberedRow> findRowsUnder(domain::Register reg, const domain::Id &row);

    /// Places whose address or community fits what was typed.
    QVector<NumberedRow> findPlaces(const QString &typed, int limit);

    /// A personal field's text; plain values come back as they are.
    QString open(quint8 field, const QVariant &value) { return m_keys.open(field, value); }
    /// Who has which rights.
    const domain::Grants &grants() { return around().grants(); }
    /// The person as somebody who looks or asks now, unsigned.
    domain::Actor actorNow(const domain::Id &person) { return {person, now_ms()}; }
    /// The grid of a place, as the next ticket there would get it.
    domain::Id findGridFor(const domain::Values &ticket);
    /// How the area was, is or will be divided at a moment; for a thread of its own where there are thousands of grids.
    std::shared_ptr<const Division> findDivision(qint64 at_ms);
    /// What was going on in every grid at a moment; reads every ticket of the span, so for a thread of its own.
    QVector<GridFigures> findGridFigures(const GridMoment &moment);
    /// The tickets of a query that have a point, the newest first, as they stood at a moment.
    QVector<TicketPoint> findTicketPoints(const TicketQuery &query, qint64 at_ms, qint64 limit);
    /// How often and to what a grid was drawn, the earliest day first.
    QVector<domain::Drawing> findDrawings(const domain::Id &grid);
    /// The promises that such a ticket would carry if it were taken in now.
    QVector<domain::ClockStart> findPromises(const domain::Values &ticket);
    /// What the company promises, and in which hours it counts.
    domain::Standards standards();
    QTimeZone zone();
    qint64 now_ms() const { return m_clock.now_ms(); }
    qint64 position();

    /// A filter or sort key of the last query that no ticket has.
    QString unknownKey() const { return m_unknownKey; }
    /// Why the last questions had no answer; forgotten by being read.
    std::optional<domain::Refusal> takeFailure();

    Database &database() { return m_database; }
    RowNumbers &rows() { return m_rows; }

private:
    template <typename Answer, typename Question> Answer answer(Question question);
    TicketSql sqlFor(const TicketQuery &query);
    /// "tickets", or the tickets that contain the query's text, with what to bind to it.
    QByteArray sourceOf(const TicketQuery &query, QVector<QVariant> &binds);
    void findInText(const TicketQuery &query, const TicketSql &sql, QVector<qint64> &found);
    void findUnindexed(const TicketQuery &query, const TicketSql &sql, QVector<qint64> &found);
    void findOfPeople(const TicketQuery &query, const TicketSql &sql, QVector<qint64> &found);
    TicketLine lineFrom(const Statement &found);
    const domain::Surroundings &around();

    Database m_database;
    RowNumbers m_rows;
    KeyRing m_keys;
    qint64 m_dataVersion = 0;
    std::shared_ptr<const People> m_people;
    StoreSurroundings m_around;
    const domain::Clock &m_clock;
    QString m_unknownKey;
    std::optional<domain::Refusal> m_failure;
};

} // namespace store
