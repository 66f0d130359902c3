// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "field_text.h"
#include "list_page.h"

#include "items/outages.h"
#include "store/escalations.h"

#include "outages/outage_notice.h"
#include "paper/output.h"
#include "paper/pages.h"

#include "domain/words.h"

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;
using items::OutageLine;

namespace
{

constexpr qsizetype batch = 200; ///< so many share one transaction
constexpr qint64 mostTickets = 100'000;

OutageLine outageIn(Session &session, const QString &code)
{
    store::Reader &reader = session.desk().read();
    if (const auto row = reader.findRowByCode(Register::Outage, code))
        return items::outageFrom(*row, reader.now_ms());
    session.checkReading();
    refuse({u"outage"_s, Words::tr("There is no outage with the code \"%1\".").arg(code),
        Words::tr("See: griddeskctl %1").arg(u"outages"_s), Refusal::Unknown});
}

QJsonArray keyUsersJson(const items::Affected &affected)
{
    QJsonArray users;
    for (const items::Affected::KeyUser &user : affected.keyUsers) {
        users.append(QJsonObject{{u"id"_s, user.id.toHex()}, {u"name"_s, user.contact.name},
            {u"phone"_s, user.contact.phone}, {u"address"_s, user.contact.address},
            {u"groups"_s, QJsonArray::fromStringList(user.groups)}});
    }
    return users;
}

int show(Session &session, Arguments &arguments)
{
    const QString code = arguments.word(Words::tr("The outage's code"));
    arguments.done();
    const OutageLine outage = outageIn(session, code);
    store::Reader &reader = session.desk().read();
    const items::Affected affected = items::findAffected(reader, outage, items::Clarity::Masked);
    const items::OutageCalls calls = items::countCalls(reader, outage.row);
    session.checkReading();
    constexpr const char16_t *stages[] = {u"now", u"planned", u"over"};
    const FieldText text(reader);
    const auto moment = [&text](qint64 at_ms) {
        return at_ms ? QJsonValue(text.time(at_ms)) : QJsonValue();
    };
    session.print(QJsonObject{{u"code"_s, outage.code}, {u"title"_s, outage.title},
        {u"line"_s, outage.line}, {u"stage"_s, QString::fromUtf16(stages[outage.stage])},
        {u"grids"_s, QJsonArray::fromStringList(outage.grids)}, {u"from"_s, moment(outage.from_ms)},
        {u"until"_s, moment(outage.until_ms)}, {u"restored"_s, moment(outage.restored_ms)},
        {u"announced"_s, moment(outage.announced_ms)},
        {u"key_users_told"_s, moment(outage.keyUsersTold_ms)}, {u"waiting"_s, calls.waiting},
        {u"called_back"_s, calls.told}, {u"premises"_s, affected.premises},
        {u"customers"_s, affected.customers}, {u"key_users"_s, keyUsersJson(affected)}});
    return 0;
}

/// Everybody who waits is told in one go, each person once.
int callBack(Session &session, Arguments &arguments)
{
    const QString by = arguments.option(u"--by"_s);
    const QString remark = arguments.option(u"--remark"_s);
    const QString code = arguments.word(Words::tr("The outage's code"));
    arguments.done();
    const OutageLine outage = outageIn(session, code);
    Desk &desk = session.desk();
    items::Telling telling(
        items::findWaiting(desk.read(), {.filters = {items::callersOf(outage.row)}}),
        by.isEmpty() ? u"text"_s : by, remark);
    session.checkReading();
    for (auto commands = telling.next(batch); !commands.isEmpty(); commands = telling.next(batch))
        telling.take(desk.submitAll(commands).result());
    QJsonObject how;
    for (auto at = telling.doneBy().cbegin(); at != telling.doneBy().cend(); ++at)
        how.insert(at.key(), at.value());
    session.print(QJsonObject{
        {u"waited"_s, telling.total()}, {u"told"_s, how}, {u"refused"_s, telling.refused()}});
    if (telling.firstRefusal())
        refuse(*telling.firstRefusal());
    return 0;
}

/// That it was hung up is said by whoever does it: outages set CODE announced=TIME.
int printNotice(Session &session, Arguments &arguments)
{
    const QString pdf = arguments.option(u"--pdf"_s);
    const QString code = arguments.word(Words::tr("The outage's code"));
    arguments.done();
    if (pdf.isEmpty())
        wrongUsage(Words::tr("%1 is missing.").arg(u"--pdf"_s));
    const OutageLine outage = outageIn(session, code);
    const ui::paper::Pages pages =
        ui::paper::layOut(ui::outages::outageNotice(outage, session.desk().read()));
    session.checkReading();
    QString error;
    if (!ui::paper::writePdf(pages, pdf, &error))
        throw Exit{3, error};
    session.print(QJsonObject{{u"outage"_s, outage.code}, {u"notice"_s, pages.title()},
        {u"pages"_s, pages.count()}, {u"pdf"_s, pdf}});
    return 0;
}

} // namespace

int runOutage(Session &session, Arguments &arguments)
{
    const QString what = arguments.word(Words::tr("show, call-back or notice"));
    if (what == u"show")
        return show(session, arguments);
    if (what == u"call-back")
        return callBack(session, arguments);
    if (what == u"notice")
        return printNotice(session, arguments);
    wrongUsage(Words::tr("\"%1\" is neither show, call-back nor notice.").arg(what));
}

int runOverdue(Session &session, Arguments &arguments)
{
    const ListPage page = ListPage::from(arguments);
    arguments.done();
    store::Reader &reader = session.desk().read();
    const auto found = store::findEscalated(reader, mostTickets);
    session.checkReading();
    if (page.onlyCount) {
        session.print(QJsonObject{{u"count"_s, found.size()}});
        return 0;
    }
    const FieldText text(reader);
    for (qsizetype place = 0; place < found.size(); ++place) {
        const auto &[ticket, level] = found[place];
        if (!page.holds(place))
            continue;
        session.print(QJsonObject{{u"ticket"_s, ticket.ticket.values.text(field::Number)},
            {u"clock"_s, level.clock}, {u"due"_s, text.time(level.due_ms)},
            {u"since"_s, text.time(level.at_ms)}, {u"minutes"_s, level.minutes},
            {u"to"_s, QJsonArray::fromStringList(level.to)}, {u"id"_s, level.id.toHex()}});
    }
    return 0;
}

} // namespace ctl
