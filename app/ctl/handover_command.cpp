// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "field_text.h"
#include "list_page.h"

#include "items/duty_watch.h"
#include "items/shift_record.h"
#include "paper/output.h"
#include "shifts/handover_slip.h"
#include "store/drafts.h"

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;
using items::HandoverLine;

namespace
{

constexpr qsizetype mostHandovers = 20'000;

QJsonArray linesJson(const QString &lines)
{
    return QJsonArray::fromStringList(lines.split(u'\n', Qt::SkipEmptyParts));
}

QJsonObject json(const FieldText &text, const HandoverLine &one)
{
    const auto moment = [&text](qint64 at_ms) {
        return at_ms ? QJsonValue(text.time(at_ms)) : QJsonValue();
    };
    return {{u"id"_s, one.id.toHex()}, {u"shift"_s, one.shift}, {u"where"_s, one.where},
        {u"given_by"_s, text.person(one.giver)}, {u"given_at"_s, moment(one.given_ms)},
        {u"promises"_s, linesJson(one.promises)}, {u"calls"_s, linesJson(one.calls)},
        {u"drafts"_s, one.drafts}, {u"watch"_s, one.watch},
        {u"taken_by"_s, one.waits() ? QJsonValue() : text.person(one.taker)},
        {u"taken_at"_s, moment(one.taken_ms)}, {u"remark"_s, one.remark}};
}

std::optional<HandoverLine> findHandover(Session &session, const QString &id)
{
    store::Reader &reader = session.desk().read();
    const auto named = Id::fromHex(id);
    const auto row = named ? reader.findRow(*named) : std::nullopt;
    session.checkReading();
    if (!row || row->row.reg != Register::Handover || row->row.removed)
        return {};
    return items::handoverFrom(reader, row->row);
}

[[noreturn]] void refuseUnknown(const QString &id)
{
    refuse({u"id"_s, Words::tr("There is no shift handover \"%1\".").arg(id),
        Words::tr("See: griddeskctl %1").arg(u"handover list"_s), Refusal::Unknown});
}

/// Prints it as it stands on record now, and as data.
int tell(Session &session, const Id &id, const QString &pdf)
{
    Desk &desk = session.desk();
    const auto found = findHandover(session, id.toHex());
    if (!pdf.isEmpty()) {
        const ui::paper::Pages pages =
            ui::shifts::handoverPages(desk.read(), id, ui::shifts::HandoverPaper::A5, desk.actor());
        session.checkReading();
        QString error;
        if (!ui::paper::writePdf(pages, pdf, &error))
            throw Exit{3, Words::tr("%1 can't be written: %2").arg(pdf, error)};
    }
    session.print(json(FieldText(desk.read()), *found));
    return 0;
}

int list(Session &session, Arguments &arguments)
{
    const bool onlyWaiting = arguments.flag(u"--waiting"_s);
    const ListPage page = ListPage::from(arguments);
    arguments.done();
    Desk &desk = session.desk();
    auto found = items::findHandovers(desk.read(), mostHandovers);
    if (onlyWaiting)
        found = items::waitingFor(found, desk.actor());
    session.checkReading();
    if (page.onlyCount) {
        session.print(QJsonObject{{u"count"_s, found.size()}});
        return 0;
    }
    const FieldText text(desk.read());
    for (qsizetype place = 0; place < found.size(); ++place) {
        if (page.holds(place))
            session.print(json(text, found[place]));
    }
    return 0;
}

int give(Session &session, Arguments &arguments)
{
    const QString where = arguments.option(u"--where"_s), shift = arguments.option(u"--shift"_s),
                  watch = arguments.option(u"--watch"_s), pdf = arguments.option(u"--pdf"_s);
    const bool isAll = arguments.flag(u"--all"_s);
    arguments.done();
    Desk &desk = session.desk();
    const qint64 now_ms = session.clock().now_ms();
    const auto scope = isAll ? items::ShiftScope() : items::scopeOf(desk.read(), desk.actor());
    const auto gathered = items::gatherShift(desk.read(), desk.actor(), scope, now_ms);
    session.checkReading();
    const store::DraftFile drafts(desk.folder(), desk.secrets().deskKey, session.random());
    PutRow command{Register::Handover, desk.freshId(),
        items::handoverOf(gathered, desk.actor(), now_ms, drafts.read().size()), {}};
    command.values.set(handover::Where, where);
    command.values.set(handover::Watch, watch);
    if (!shift.isEmpty())
        command.values.set(handover::Shift, shift);
    mustAccept(desk.submit(command).result());
    return tell(session, command.row, pdf);
}

/// Without an id the one that waits, where there is one only.
HandoverLine waitingOne(Session &session, const QString &id)
{
    Desk &desk = session.desk();
    if (!id.isEmpty()) {
        const auto found = findHandover(session, id);
        return found ? *found : (refuseUnknown(id), HandoverLine());
    }
    const auto waiting =
        items::waitingFor(items::findHandovers(desk.read(), mostHandovers), desk.actor());
    session.checkReading();
    if (waiting.size() == 1)
        return waiting.constFirst();
    refuse({u"id"_s,
        waiting.isEmpty() ? Words::tr("No shift handover of somebody else waits.")
                          : Words::tr("%1 shift handovers wait.").arg(waiting.size()),
        Words::tr("See: griddeskctl %1").arg(u"handover list"_s)});
}

int take(Session &session, Arguments &arguments)
{
    const QString remark = arguments.option(u"--remark"_s), pdf = arguments.option(u"--pdf"_s);
    const QString id = arguments.isEmpty() ? QString() : arguments.word({});
    arguments.done();
    Desk &desk = session.desk();
    const HandoverLine one = waitingOne(session, id);
    mustAccept(desk.submit(items::takingOver(one, desk.actor(), session.clock().now_ms(), remark))
                   .result());
    return tell(session, one.id, pdf);
}

int show(Session &session, Arguments &arguments)
{
    const QString pdf = arguments.option(u"--pdf"_s);
    const QString id = arguments.word(Words::tr("The handover's id"));
    arguments.done();
    const auto found = findHandover(session, id);
    if (!found)
        refuseUnknown(id);
    return tell(session, found->id, pdf);
}

} // namespace

int runHandover(Session &session, Arguments &arguments)
{
    const QString what = arguments.word(Words::tr("list, give, take or show"));
    if (what == u"list")
        return list(session, arguments);
    if (what == u"give")
        return give(session, arguments);
    if (what == u"take")
        return take(session, arguments);
    if (what == u"show")
        return show(session, arguments);
    wrongUsage(Words::tr("\"%1\" is none of list, give, take, show.").arg(what));
}

int runDuty(Session &session, Arguments &arguments)
{
    const QString at = arguments.option(u"--at"_s);
    arguments.done();
    store::Reader &reader = session.desk().read();
    const FieldText text(reader);
    const qint64 at_ms = at.isEmpty() ? reader.now_ms() : text.parseTime_ms(u"at"_s, at);
    const items::DutyWatch watch = items::findDuty(reader, at_ms);
    session.checkReading();
    const auto print = [&](const QVector<items::OnDuty> &people, const QString &when) {
        for (const items::OnDuty &one : people) {
            session.print(QJsonObject{{u"when"_s, when}, {u"person"_s, text.person(one.person)},
                {u"phone"_s, one.phone}, {u"team"_s, one.team}, {u"shift"_s, one.shift},
                {u"from"_s, text.time(one.from_ms)}, {u"until"_s, text.time(one.until_ms)}});
        }
    };
    print(watch.now, u"now"_s);
    print(watch.next, u"next"_s);
    return 0;
}

} // namespace ctl
