// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/reckoning.h"

#include "domain/decide.h"
#include "domain/ticket_clocks.h"
#include "domain/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace items
{

using namespace domain;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(items::reckoning)
};

const QString reckonAction = QStringLiteral("reckon");
constexpr qint64 minute_ms = 60'000, hour_ms = 60 * minute_ms, day_ms = 24 * hour_ms;

bool mayReckon(const Ticket &ticket, const Actor &actor, const Grants &grants)
{
    return std::ranges::any_of(findActions(ticket, actor, grants),
        [](const ActionSpec *action) { return action->reckons; });
}

ReckonedTicket reckonedFrom(const store::NumberedTicket &numbered, const Standards &standards)
{
    const Ticket &ticket = numbered.ticket;
    ReckonedTicket reckoned{.row = numbered.number,
        .ticket = ticket.id,
        .number = ticket.values.text(field::Number),
        .what = ticket.values.text(field::Category),
        .grid = ticket.values[field::Grid].value<Id>()};
    if (reckoned.what.isEmpty())
        reckoned.what = ticket.values.text(field::Title);
    for (const ClockStart &start : reckonedAnew(ticket, standards)) {
        const auto clock = std::ranges::find_if(ticket.clocks,
            [&start](const TicketClock &one) { return one.isOpen() && one.clock == start.clock; });
        if (clock != ticket.clocks.end())
            reckoned.clocks.append({start.clock, clock->due_ms, start.due_ms});
    }
    return reckoned;
}

ReckoningTable::Found findAll(store::Reader &reader, const Actor &actor, const ReckoningStep &step)
{
    ReckoningTable::Found found;
    const auto take = [&](const ReckonedTicket &ticket) {
        ++found.tickets;
        found.promises += ticket.clocks.size();
        if (ticket.isYours)
            found.yours.append(ticket.row);
        for (const ReckonedClock &clock : ticket.clocks) {
            if (found.lines.size() < ReckoningTable::mostShown)
                found.lines.append({ticket, clock});
        }
        if (!ticket.grid.isNull() && !found.grids.contains(ticket.grid)) {
            const auto grid = reader.findRow(ticket.grid);
            found.grids.insert(ticket.grid, grid ? grid->row.values.text(grid::Code) : QString());
        }
        return true;
    };
    eachReckoned(reader, actor, take, [&](qsizetype done, qsizetype all) {
        found.isStopped = !step(done, all);
        return !found.isStopped;
    });
    return found;
}

} // namespace

void eachReckoned(
    store::Reader &reader, const Actor &actor, const TakeReckoned &take, const ReckoningStep &step)
{
    const Standards standards = reader.standards();
    const QVector<qint64> rows =
        reader.findTicketRows({.filters = {{QStringLiteral("under_way"), QStringLiteral("1")},
                                   {QStringLiteral("due_from"), QStringLiteral("1")}},
            .sort = QStringLiteral("due_at"),
            .descending = false});
    for (qsizetype at = 0; at < rows.size(); ++at) {
        if (step && !step(at, rows.size()))
            return;
        const auto ticket = reader.findTicket(rows.at(at));
        if (!ticket)
            continue;
        ReckonedTicket reckoned = reckonedFrom(*ticket, standards);
        if (reckoned.clocks.isEmpty())
            continue;
        reckoned.isYours = mayReckon(ticket->ticket, actor, reader.grants());
        if (!take(reckoned))
            return;
    }
}

ActOnTicket reckoningOf(const Id &ticket, const QString &reason)
{
    ActOnTicket command{.ticket = ticket, .action = reckonAction};
    command.values.set(field::Reason, reason);
    return command;
}

bool movesPromises(const store::Committed &committed)
{
    return std::ranges::any_of(committed.touched, [](const store::Touched &one) {
        return one.what == store::Touched::Row
            && (one.reg == quint8(Register::ServiceHours)
                || one.reg == quint8(Register::CalendarDay));
    });
}

QString shiftWords(qint64 from_ms, qint64 to_ms)
{
    const qint64 shift_ms = std::abs(to_ms - from_ms);
    const qint64 days = shift_ms / day_ms, hours = shift_ms % day_ms / hour_ms,
                 minutes = shift_ms % hour_ms / minute_ms;
    QStringList parts;
    if (days)
        parts << Words::tr("%n day(s)", nullptr, int(days));
    if (hours)
        parts << Words::tr("%n hour(s)", nullptr, int(hours));
    if (minutes || parts.isEmpty())
        parts << Words::tr("%n minute(s)", nullptr, int(minutes));
    const QString words = parts.join(u' ');
    return to_ms >= from_ms ? Words::tr("%1 later").arg(words) : Words::tr("%1 earlier").arg(words);
}

ReckoningTable::ReckoningTable(const Source &source, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(source)
    , m_zone(source.read.zone())
    , m_background(source)
{
}

ReckoningTable::~ReckoningTable()
{
    ++m_asked;
}

void ReckoningTable::find(const Actor &actor)
{
    const int asked = ++m_asked;
    m_isFinding = true;
    const auto step = [this, asked, shown = -1](qsizetype done, qsizetype all) mutable {
        const int now = int(done * 1000 / std::max<qsizetype>(all, 1));
        if (std::exchange(shown, now) != now) {
            QMetaObject::invokeMethod(
                this,
                [this, asked, now] {
                    if (asked == m_asked)
                        Q_EMIT progressed(now);
                },
                Qt::QueuedConnection);
        }
        return asked == m_asked;
    };
    m_background.ask([actor, step](store::Reader &reader) { return findAll(reader, actor, step); })
        .then(this, [this, asked](const Found &found) {
            if (asked != m_asked)
                return;
            m_isFinding = false;
            beginResetModel();
            m_found = found;
            endResetModel();
            Q_EMIT completed();
        });
}

void ReckoningTable::cancel()
{
    ++m_asked;
    m_isFinding = false;
}

BatchRun::Next ReckoningTable::deeds(const QString &reason) const
{
    return [rows = m_found.yours, at = qsizetype(0), &read = m_source.read, reason](
               qsizetype most) mutable {
        QVector<BatchRun::Deed> deeds;
        for (; at < rows.size() && deeds.size() < most; ++at) {
            const auto ticket = read.findTicket(rows.at(at));
            if (!ticket)
                continue;
            ActOnTicket command = reckoningOf(ticket->ticket.id, reason);
            command.seenRevision = ticket->ticket.revision;
            deeds.append({ticket->ticket.values.text(field::Number), command});
        }
        return deeds;
    };
}

int ReckoningTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_found.lines.size());
}

int ReckoningTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString ReckoningTable::momentText(qint64 at_ms) const
{
    return QDateTime::fromMSecsSinceEpoch(at_ms, m_zone)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString ReckoningTable::textOf(const Line &line, int column) const
{
    switch (column) {
    case Number:
        return line.ticket.number;
    case What:
        return line.ticket.what;
    case Grid:
        return m_found.grids.value(line.ticket.grid);
    case Promise:
        return clockWord(line.clock.clock);
    case Due:
        return momentText(line.clock.due_ms);
    case Reckoned:
        return momentText(line.clock.reckoned_ms);
    case Shift:
        return line.ticket.isYours
            ? shiftWords(line.clock.due_ms, line.clock.reckoned_ms)
            : tr("%1 (not yours)").arg(shiftWords(line.clock.due_ms, line.clock.reckoned_ms));
    default:
        return {};
    }
}

QVariant ReckoningTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return textOf(m_found.lines.at(index.row()), index.column());
    return {};
}

QVariant ReckoningTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Number");
    case What:
        return tr("What");
    case Grid:
        return tr("Grid");
    case Promise:
        return tr("Promise");
    case Due:
        return tr("Promised until");
    case Reckoned:
        return tr("By today's hours");
    case Shift:
        return tr("That is");
    default:
        return {};
    }
}

} // namespace items
