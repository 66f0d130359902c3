// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "customer_finding.h"
#include "field_text.h"
#include "input.h"
#include "list_page.h"

#include "domain/words.h"
#include "items/key_groups.h"
#include "items/shown_contact.h"
#include "items/visit_results.h"
#include "paper/output.h"
#include "planned_visits/results_paper.h"

namespace ctl
{

using namespace domain;
using namespace Qt::StringLiterals;
using items::RoundFigures;
using items::RoundFinder;
using items::RoundLine;
using items::RoundView;

namespace
{

VisitPlan planIn(Session &session, Arguments &arguments)
{
    const QString code = arguments.word(Words::tr("The plan's code"));
    const auto row = session.desk().read().findRowByCode(Register::VisitPlan, code);
    session.checkReading();
    if (row)
        return VisitPlan::from(row->row);
    refuse({u"plan"_s, Words::tr("There is no plan of visits with the code \"%1\".").arg(code),
        Words::tr("See: griddeskctl %1").arg(u"visit_plans"_s), Refusal::Unknown});
}

/// The round of a moment, now where none is named, in the order of the phone list. Groups are found in the index of people.
RoundView roundOf(Session &session, const VisitPlan &plan, const QString &at)
{
    store::Reader &reader = session.deskWithPeople().read();
    const qint64 at_ms =
        at.isEmpty() ? reader.now_ms() : FieldText(reader).parseTime_ms(u"at"_s, at);
    RoundFinder finder;
    const RoundView view = finder.find(reader, plan, at_ms, RoundFinder::Names::With);
    session.checkReading();
    return view;
}

void refuseWithoutRound(const RoundView &view)
{
    if (view.round && view.stage == RoundView::Running)
        return;
    refuse({u"plan"_s,
        view.stage == RoundView::ToCome
            ? Words::tr("The plan \"%1\" has not begun yet.").arg(view.plan.name)
            : Words::tr("The plan \"%1\" is over.").arg(view.plan.name),
        Words::tr("Look at its days: griddeskctl visit_plans show %1").arg(view.plan.code)});
}

QJsonObject lineJson(const RoundLine &line, const FieldText &text, store::Reader &reader)
{
    constexpr const char16_t *states[] = {u"open", u"unreached", u"reached"};
    QJsonObject object{{u"customer"_s, line.customer.toHex()},
        {u"state"_s, QString::fromUtf16(states[line.state])}, {u"grid"_s, line.grid}};
    if (const auto row = line.isGone ? std::nullopt : reader.findRow(line.number)) {
        const items::ShownContact shown = items::showContact(reader, *row, items::Clarity::Masked);
        object.insert(u"name"_s, shown.name);
        object.insert(u"phone"_s, shown.phone);
        object.insert(u"address"_s, shown.address);
    }
    if (line.first >= 0)
        object.insert(u"first"_s, QString::fromLatin1(items::keyGroups[line.first]));
    if (!line.visit.isNull()) {
        object.insert(u"visit"_s, line.visit.toHex());
        object.insert(u"at"_s, text.time(line.at_ms));
        object.insert(u"scores"_s, scoresText(line.scores));
    }
    return object;
}

int list(Session &session, Arguments &arguments)
{
    const ListPage page = ListPage::from(arguments);
    const bool all = arguments.flag(u"--all"_s);
    const VisitPlan plan = planIn(session, arguments);
    arguments.done();
    const RoundView view = roundOf(session, plan, {});
    store::Reader &reader = session.desk().read();
    const FieldText text(reader);
    qint64 place = 0;
    for (const RoundLine &line : view.lines) {
        const bool isToCall = line.isToCall() && view.stage == RoundView::Running;
        if (!(all || isToCall) || line.isGone)
            continue;
        if (!page.onlyCount && page.holds(place))
            session.print(lineJson(line, text, reader));
        ++place;
    }
    session.checkReading();
    if (page.onlyCount)
        session.print(QJsonObject{{u"count"_s, place}});
    return 0;
}

/// The fields of a visit as they were typed; who is meant and in which round isn't among them.
Values saidIn(const QJsonObject &given, const FieldText &text)
{
    const RegisterSpec &spec = registerSpec(Register::Visit);
    const Values values = text.parse(spec.fields, given, spec.titleText());
    for (const quint8 field : {visit::Plan, visit::Customer, visit::Round}) {
        if (values.has(field)) {
            const QString name = spec.fields.find(field)->name();
            refuse({name, Words::tr("%1 follows from the plan and the customer.").arg(name),
                Words::tr("Leave it out.")});
        }
    }
    return values;
}

const RoundLine &lineIn(Session &session, const RoundView &view, const store::NumberedRow &row)
{
    const qint64 person = store::survivorOf(session.desk().read().database(), row.number);
    const auto line = std::ranges::find(view.lines, person, &RoundLine::number);
    if (line != view.lines.end())
        return *line;
    refuse({u"customer"_s, Words::tr("This round doesn't take that customer."),
        Words::tr("See whom it takes: griddeskctl visits list %1 --all").arg(view.plan.code)});
}

int record(Session &session, Arguments &arguments)
{
    const VisitPlan plan = planIn(session, arguments);
    const store::NumberedRow customer = findCustomer(session, arguments);
    const QJsonObject given = readAssignments(arguments.rest());
    Desk &desk = session.desk();
    const FieldText text(desk.read());
    const Values values = saidIn(given, text);
    const RoundView view = roundOf(session, plan, {});
    refuseWithoutRound(view);
    const QString scores = values.text(visit::Scores);
    const Id by = values[visit::By].value<Id>();
    PutRow command = items::visitCommand(plan, *view.round, lineIn(session, view, customer),
        {.by = by.isNull() ? desk.actor() : by,
            .at_ms = values.has(visit::At) ? values.number(visit::At) : desk.clock().now_ms(),
            .isReached = values.text(visit::Outcome) != u"unreached",
            .scores = scoresFrom(scores, plan.questions.size()).value_or(QVector<int>()),
            .said = values.text(visit::Said),
            .ticket = values[visit::Ticket].value<Id>()});
    // What can't be an outcome or answers is said by the rules that hold for everybody.
    if (values.has(visit::Outcome))
        command.values.set(visit::Outcome, values[visit::Outcome]);
    if (!scoresFrom(scores, plan.questions.size())) {
        command.cleared.removeAll(visit::Scores);
        command.values.set(visit::Scores, scores);
    }
    mustAccept(desk.submit(command).result());
    const auto row = desk.read().findRow(command.row);
    session.checkReading();
    QJsonObject object = text.json(registerSpec(Register::Visit).fields, row->row.values);
    object.insert(u"id"_s, command.row.toHex());
    session.print(object);
    return 0;
}

QJsonObject figuresJson(const RoundFigures &figures, const QStringList &questions)
{
    QJsonArray asked;
    for (qsizetype at = 0; at < figures.answers.size(); ++at) {
        const items::Answers &answers = figures.answers.at(at);
        QJsonArray given;
        for (const int count : answers.given)
            given.append(count);
        const int all = answers.all();
        asked.append(QJsonObject{{u"question"_s, questions.at(at)}, {u"given"_s, given},
            {u"answers"_s, all}, {u"mean"_s, all ? QJsonValue(answers.mean()) : QJsonValue()},
            {u"favourable"_s,
                all ? QJsonValue(double(answers.favourable()) / all) : QJsonValue()}});
    }
    return {{u"taken"_s, figures.taken}, {u"reached"_s, figures.reached},
        {u"unreached"_s, figures.unreached}, {u"left"_s, figures.left}, {u"questions"_s, asked}};
}

int results(Session &session, Arguments &arguments)
{
    const QString pdf = arguments.option(u"--pdf"_s), at = arguments.option(u"--at"_s);
    const VisitPlan plan = planIn(session, arguments);
    arguments.done();
    const RoundView view = roundOf(session, plan, at);
    Desk &desk = session.desk();
    QString error;
    if (!pdf.isEmpty()
        && !ui::paper::writePdf(
            ui::planned_visits::resultsPaper(view, desk.read(), desk.actor()), pdf, &error))
        throw Exit{3, Words::tr("%1 can't be written: %2").arg(pdf, error)};
    const FieldText text(desk.read());
    const auto moment = [&text](qint64 at_ms) {
        return at_ms ? QJsonValue(text.time(at_ms)) : QJsonValue();
    };
    const items::RoundResults found = items::resultsOf(view);
    QJsonObject object = figuresJson(found.all, plan.questions);
    QJsonArray grids;
    for (const auto &[grid, figures] : found.grids) {
        QJsonObject one = figuresJson(figures, plan.questions);
        one.insert(u"grid"_s, grid.isEmpty() ? QJsonValue() : QJsonValue(grid));
        grids.append(one);
    }
    object.insert(u"plan"_s, plan.code);
    object.insert(u"name"_s, plan.name);
    object.insert(u"from"_s, view.round ? moment(view.round->from_ms) : QJsonValue());
    object.insert(u"until"_s, view.round ? moment(view.round->until_ms) : QJsonValue());
    object.insert(u"unwilling"_s, view.unwilling);
    object.insert(u"grids"_s, grids);
    session.checkReading();
    session.print(object);
    return 0;
}

} // namespace

int runVisits(Session &session, Arguments &arguments)
{
    static const std::pair<const char16_t *, int (*)(Session &, Arguments &)> verbs[] = {
        {u"list", list}, {u"record", record}, {u"results", results}};
    const QString verb = arguments.word(Words::tr("list, record or results"));
    for (const auto &[name, run] : verbs) {
        if (verb == QStringView(name))
            return run(session, arguments);
    }
    wrongUsage(Words::tr("visits: there is no \"%1\".").arg(verb));
}

} // namespace ctl
