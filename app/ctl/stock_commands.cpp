// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "field_text.h"

#include "domain/stock.h"
#include "store/stock_moves.h"

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;

namespace
{

QJsonObject json(const RegisterRow &supply, const FieldText &text)
{
    QJsonObject object = text.json(registerSpec(Register::Supply).fields, supply.values);
    object.insert(u"id"_s, supply.id.toHex());
    object.insert(u"quantity"_s, double(inStock(supply)) / 1000);
    object.insert(u"low"_s, isLow(supply));
    return object;
}

int list(Session &session, Arguments &arguments)
{
    const bool onlyLow = arguments.flag(u"--low"_s);
    arguments.done();
    store::Reader &reader = session.desk().read();
    const FieldText text(reader);
    reader.eachRow(Register::Supply, [&](const store::NumberedRow &row) {
        if (!onlyLow || isLow(row.row))
            session.print(json(row.row, text));
        return true;
    });
    session.checkReading();
    return 0;
}

Id ticketIn(Session &session, const QString &number)
{
    if (number.isEmpty())
        return {};
    const auto ticket = session.desk().read().findTicket(number);
    session.checkReading();
    if (ticket)
        return ticket->ticket.id;
    refuse({u"ticket"_s, Words::tr("There is no ticket \"%1\".").arg(number),
        Words::tr("Check the number."), Refusal::Unknown});
}

int move(Session &session, Arguments &arguments, const QString &kind)
{
    const QString ticket = arguments.option(u"--ticket"_s);
    const QString note = arguments.option(u"--note"_s);
    const QString code = arguments.word(Words::tr("The supply's code"));
    const QString quantity = arguments.word(Words::tr("How much"));
    arguments.done();
    Desk &desk = session.desk();
    const MoveStock command{supplyNamed(session, code), kind,
        parseQuantity(u"quantity"_s, quantity), ticketIn(session, ticket), note};
    mustAccept(desk.submit(command).result());
    const auto row = desk.read().findRow(command.supply);
    session.checkReading();
    session.print(json(row->row, FieldText(desk.read())));
    return 0;
}

/// The moves of one supply, the newest first.
int moves(Session &session, Arguments &arguments)
{
    const Id supply = supplyNamed(session, arguments.word(Words::tr("The supply's code")));
    arguments.done();
    store::Reader &reader = session.desk().read();
    const FieldText text(reader);
    const QVector<store::StockMoveLine> lines = store::findStockMoves(reader.database(), supply);
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        QJsonObject object{{u"recorded_at"_s, text.time(line->recorded_ms)},
            {u"kind"_s, line->moved.kind}, {u"quantity"_s, double(line->moved.quantity) / 1000},
            {u"by"_s, text.code(line->actor)}, {u"counts"_s, line->counts}};
        const auto ticket = line->moved.ticket.isNull() ? QString() : line->ticket;
        if (!ticket.isEmpty())
            object.insert(u"ticket"_s, ticket);
        if (!line->moved.note.isEmpty())
            object.insert(u"note"_s, line->moved.note);
        session.print(object);
    }
    session.checkReading();
    return 0;
}

} // namespace

Id supplyNamed(Session &session, const QString &code)
{
    const auto row = session.desk().read().findRowByCode(Register::Supply, code);
    session.checkReading();
    if (row)
        return row->row.id;
    refuse({u"supply"_s, Words::tr("There is no supply with the code \"%1\".").arg(code),
        Words::tr("See: griddeskctl stock list"), Refusal::Unknown});
}

QVector<DrawnSupply> drawnIn(Session &session, const QString &given)
{
    QVector<DrawnSupply> drawn;
    for (const QString &one : given.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype at = one.lastIndexOf(u':');
        if (at < 1) {
            refuse({u"drawn"_s, Words::tr("\"%1\" doesn't say how much was drawn.").arg(one),
                Words::tr("Write CODE:QUANTITY, with commas between.")});
        }
        drawn.append({supplyNamed(session, one.first(at).trimmed()),
            parseQuantity(u"drawn"_s, one.sliced(at + 1))});
    }
    return drawn;
}

int runStock(Session &session, Arguments &arguments)
{
    static const std::pair<const char16_t *, const char16_t *> kinds[] = {{u"receive", u"received"},
        {u"issue", u"issued"}, {u"return", u"returned"}, {u"count", u"counted"}};
    const QString what = arguments.word(u"list|moves|receive|issue|return|count"_s);
    if (what == u"list")
        return list(session, arguments);
    if (what == u"moves")
        return moves(session, arguments);
    for (const auto &[verb, kind] : kinds) {
        if (what == QStringView(verb))
            return move(session, arguments, QString::fromUtf16(kind));
    }
    wrongUsage(Words::tr("Stock can't be \"%1\", only list, moves, receive, issue, return, count.")
                   .arg(what));
}

} // namespace ctl
