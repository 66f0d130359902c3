// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/notices.h"

#include "domain/workflow.h"

#include <QCoreApplication>

#include <algorithm>

namespace domain
{

namespace
{

constexpr qint64 day_ms = 24 * 60 * 60'000LL;

// clang-format off
constexpr NoticeRule rules[] = {
    {"dispatch",     Telling::Assigns,     Told::Assignee,       QT_TRANSLATE_NOOP("notices", "Assigned to you")},
    {"dispatch",     Telling::Assigns,     Told::FormerAssignee, QT_TRANSLATE_NOOP("notices", "No longer yours: assigned to somebody else")},
    {"dispatch",     Telling::AssignsUnit, Told::UnitLeader,     QT_TRANSLATE_NOOP("notices", "Sent to your team")},
    {"dispatch",     Telling::Always,      Told::FirstReceiver,  QT_TRANSLATE_NOOP("notices", "What you took in was sent on")},
    {"pass_on",        Telling::Assigns,      Told::Assignee,        QT_TRANSLATE_NOOP("notices", "Assigned to you")},
    {"pass_on",        Telling::AssignsUnit,  Told::UnitLeader,      QT_TRANSLATE_NOOP("notices", "Sent to your department")},
    {"pass_on",        Telling::Always,       Told::FirstReceiver,   QT_TRANSLATE_NOOP("notices", "What you took in was sent on")},
    {"name",           Telling::Assigns,      Told::Assignee,        QT_TRANSLATE_NOOP("notices", "Assigned to you")},
    {"solve",          Telling::Assigns,      Told::Assignee,        QT_TRANSLATE_NOOP("notices", "Assigned to you")},
    {"draft",          Telling::Always,       Told::FirstReceiver,   QT_TRANSLATE_NOOP("notices", "The answer is there: tell the customer")},
    {"settle",         Telling::Always,       Told::FirstReceiver,   QT_TRANSLATE_NOOP("notices", "It is decided: tell the customer")},
    {"answer",         Telling::Always,       Told::FirstReceiver,   QT_TRANSLATE_NOOP("notices", "What you took in was answered")},
    {"adopt",          Telling::Always,       Told::FirstReceiver,   QT_TRANSLATE_NOOP("notices", "The answer is there: tell the customer")},
    {"shelve",         Telling::Always,       Told::FirstReceiver,   QT_TRANSLATE_NOOP("notices", "The answer is there: tell the customer")},
    {"supplement",     Telling::Always,       Told::Assignee,        QT_TRANSLATE_NOOP("notices", "Papers came in")},
    {"object",         Telling::Always,       Told::UnitLeader,      QT_TRANSLATE_NOOP("notices", "The customer objects")},
    {"object",         Telling::Always,       Told::Assignee,        QT_TRANSLATE_NOOP("notices", "The customer objects")},
    {"redo",           Telling::Always,       Told::Assignee,        QT_TRANSLATE_NOOP("notices", "To be decided again")},
    {"send_back",      Telling::Always,       Told::Responsible,     QT_TRANSLATE_NOOP("notices", "Sent back")},
    {"send_back",      Telling::Always,       Told::GridChief,       QT_TRANSLATE_NOOP("notices", "Sent back")},
    {"pass_praise",    Telling::Assigns,      Told::Assignee,        QT_TRANSLATE_NOOP("notices", "A customer praised you")},
    {"hand_over",      Telling::Always,       Told::HandedTo,        QT_TRANSLATE_NOOP("notices", "To be taken over by you")},
    {"take_over",      Telling::Always,       Told::FirstReceiver,   QT_TRANSLATE_NOOP("notices", "Somebody took over what you took in")},
    {"refuse_over",    Telling::Always,       Told::Responsible,     QT_TRANSLATE_NOOP("notices", "Nobody took it over: it is still yours")},
    {"take_back",      Telling::Always,       Told::HandedTo,        QT_TRANSLATE_NOOP("notices", "No longer to be taken over by you")},
    {"suspend",        Telling::Always,       Told::Assignee,        QT_TRANSLATE_NOOP("notices", "The clocks rest")},
    {"resume",         Telling::Always,       Told::Assignee,        QT_TRANSLATE_NOOP("notices", "The clocks run again")},
    {"ask_extension",  Telling::Always,       Told::GridChief,       QT_TRANSLATE_NOOP("notices", "More time is asked for")},
    {"ask_extension",  Telling::Always,       Told::UnitLeader,      QT_TRANSLATE_NOOP("notices", "More time is asked for")},
    {"grant_extension", Telling::Always,       Told::Assignee,        QT_TRANSLATE_NOOP("notices", "More time was granted")},
    {"deny_extension", Telling::Always,       Told::Assignee,        QT_TRANSLATE_NOOP("notices", "More time was refused")},
    {"remind",         Telling::Always,       Told::Assignee,        QT_TRANSLATE_NOOP("notices", "Reminder")},
    {"remind",         Telling::Always,       Told::Responsible,     QT_TRANSLATE_NOOP("notices", "Reminder")},
    {"remind",         Telling::Always,       Told::UnitLeader,      QT_TRANSLATE_NOOP("notices", "Reminder")},
    {"escalate",       Telling::Always,       Told::Superior,        QT_TRANSLATE_NOOP("notices", "Reported as major")},
    {"escalate",       Telling::Always,       Told::GridChief,       QT_TRANSLATE_NOOP("notices", "Reported as major")},
    {"instruct",       Telling::Always,       Told::HandedTo,        QT_TRANSLATE_NOOP("notices", "Instruction for you")},
    {"report_back",    Telling::Always,       Told::Superior,        QT_TRANSLATE_NOOP("notices", "An instruction was answered")},
    {"visit",        Telling::SendsBack,   Told::Assignee,       QT_TRANSLATE_NOOP("notices", "The customer is dissatisfied: the work begins again")},
    {"visit",        Telling::SendsBack,   Told::UnitLeader,     QT_TRANSLATE_NOOP("notices", "The customer is dissatisfied: the work begins again")},
    {"visit",        Telling::SendsBack,   Told::GridChief,      QT_TRANSLATE_NOOP("notices", "The customer is dissatisfied: the work begins again")},
    {"cancel",       Telling::Always,      Told::Assignee,       QT_TRANSLATE_NOOP("notices", "Cancelled")},
    {"cancel",       Telling::Always,      Told::FirstReceiver,  QT_TRANSLATE_NOOP("notices", "What you took in was cancelled")},
    {deed::open,     Telling::IsEmergency, Told::GridChief,      QT_TRANSLATE_NOOP("notices", "Emergency in your grid")},
    {deed::open,     Telling::IsEmergency, Told::OnDuty,         QT_TRANSLATE_NOOP("notices", "Emergency: you are on duty")},
    {deed::open,     Telling::Always,      Told::GridChief,      QT_TRANSLATE_NOOP("notices", "New in your grid")},
    {deed::noEffect, Telling::Always,      Told::Author,         QT_TRANSLATE_NOOP("notices", "What you recorded had no effect")},
    {deed::noEffect, Telling::Always,      Told::GridChief,      QT_TRANSLATE_NOOP("notices", "Something recorded in your grid had no effect")},
    {deed::differ,   Telling::Always,      Told::GridChief,      QT_TRANSLATE_NOOP("notices", "Two desks differ in your grid")},
    {deed::differ,   Telling::Always,      Told::Author,         QT_TRANSLATE_NOOP("notices", "Another desk recorded something else than you")},
    {deed::settled,  Telling::Always,      Told::Author,         QT_TRANSLATE_NOOP("notices", "A conflict of yours was settled")},
    {deed::soon,     Telling::Always,      Told::Responsible,    QT_TRANSLATE_NOOP("notices", "Due soon")},
    {deed::late,     Telling::Always,      Told::Responsible,    QT_TRANSLATE_NOOP("notices", "Overdue")},
};
// clang-format on

/// What of an event the table asks for.
struct Deed {
    QString name;
    Id by; ///< who did it; null where that doesn't matter
    qint64 at_ms = 0;
    QString to;
    Values values;
};

std::optional<Deed> deedOf(const Event &event)
{
    if (const auto *opened = std::get_if<TicketOpened>(&event)) {
        return Deed{QString::fromLatin1(deed::open), opened->by, opened->at_ms, opened->state,
            opened->values};
    }
    if (const auto *step = std::get_if<StepTaken>(&event))
        return Deed{step->action, step->by, step->at_ms, step->to, step->values};
    return {};
}

bool isNamed(QAnyStringView deed)
{
    return std::ranges::any_of(
        rules, [deed](const NoticeRule &rule) { return deed == QLatin1StringView(rule.deed); });
}

/// Whether this branch of the action makes the work begin again.
bool sendsBack(const Deed &deed, const QString &workflow)
{
    const WorkflowSpec *known = findWorkflow(workflow);
    const ActionSpec *action = known ? known->findAction(deed.name) : nullptr;
    return action && std::ranges::any_of(action->branches, [&deed](const Branch &branch) {
        return branch.nextRound && deed.to == QLatin1StringView(branch.to);
    });
}

bool isAbout(const NoticeRule &rule, const Deed &deed, const NoticeScene &scene)
{
    switch (rule.when) {
    case Telling::Always:
        return true;
    case Telling::Assigns:
        return deed.values.has(field::Assignee);
    case Telling::AssignsUnit:
        return deed.values.has(field::Unit);
    case Telling::SendsBack:
        return sendsBack(deed, scene.workflow);
    case Telling::IsEmergency:
        return scene.ticket.text(field::Urgency) == u"emergency";
    }
    return false;
}

bool holds(const Id &person, quint16 roles, const NoticeScene &scene,
    const std::function<bool(const Grant &)> &where)
{
    return std::ranges::any_of(scene.grants.of(person), [&](const Grant &grant) {
        return (grant.role & roles) && grant.holdsFor(scene.at_ms, {}) && where(grant);
    });
}

bool isTold(Told told, const Id &person, const Values &ticket, const NoticeScene &scene)
{
    const Id grid = ticket[field::Grid].value<Id>();
    const QString unit = ticket.text(field::Unit);
    const Id assignee = ticket[field::Assignee].value<Id>();
    switch (told) {
    case Told::Assignee:
        return assignee == person;
    case Told::FormerAssignee:
        return scene.formerAssignee == person && assignee != person;
    case Told::FirstReceiver:
        return ticket[field::FirstReceiver].value<Id>() == person;
    case Told::UnitLeader:
        return !unit.isEmpty() && holds(person, Leader | Head, scene, [&unit](const Grant &grant) {
            return grant.unit == unit;
        });
    case Told::GridChief:
        return !grid.isNull()
            && (scene.gridChief == person
                || holds(person, Chief, scene,
                    [&grid](const Grant &grant) { return grant.grid == grid; }));
    case Told::Responsible:
        return ticket[field::Responsible].value<Id>() == person;
    case Told::HandedTo:
        return ticket[field::HandTo].value<Id>() == person;
    case Told::Superior:
        return holds(person, Head | Manager, scene, [&unit](const Grant &grant) {
            return grant.isCompanyWide() || (!unit.isEmpty() && grant.unit == unit);
        });
    case Told::Supervisor:
        return holds(person, Supervisor, scene, [](const Grant &) { return true; });
    case Told::OnDuty:
        return scene.isOnDuty && scene.isOnDuty(person);
    case Told::Author:
        return scene.authors.contains(person);
    }
    return false;
}

const NoticeRule *ruleFor(const Id &person, const Deed &deed, const NoticeScene &scene)
{
    if (person.isNull())
        return nullptr;
    Values ticket = scene.ticket;
    ticket.merge(deed.values);
    const auto rule = std::ranges::find_if(rules, [&](const NoticeRule &each) {
        return deed.name == QLatin1StringView(each.deed) && isAbout(each, deed, scene)
            && isTold(each.told, person, ticket, scene);
    });
    return rule == std::end(rules) ? nullptr : &*rule;
}

} // namespace

QString NoticeRule::text() const
{
    return QCoreApplication::translate("notices", words);
}

std::span<const NoticeRule> noticeRules()
{
    return rules;
}

bool isTold(Told told, const Id &person, const NoticeScene &scene)
{
    return isTold(told, person, scene.ticket, scene);
}

std::optional<Told> toldBy(QAnyStringView code)
{
    constexpr std::pair<const char *, Told> known[] = {{"responsible", Told::Responsible},
        {"assignee", Told::Assignee}, {"leader", Told::UnitLeader}, {"chief", Told::GridChief},
        {"supervisor", Told::Supervisor}, {"superior", Told::Superior}, {"duty", Told::OnDuty}};
    for (const auto &[name, told] : known) {
        if (code == QLatin1StringView(name))
            return told;
    }
    return {};
}

bool mayBeTold(const Event &event)
{
    const auto deed = deedOf(event);
    return deed ? isNamed(deed->name) : std::holds_alternative<Settled>(event);
}

const NoticeRule *noticeFor(const Id &person, const Event &event, const NoticeScene &scene)
{
    const auto deed = deedOf(event);
    // Slips of last week that are typed in, and what is imported, are nothing to run for.
    if (!deed || deed->by == person || deed->at_ms + day_ms < scene.at_ms)
        return nullptr;
    const WorkflowSpec *workflow = findWorkflow(scene.workflow);
    const bool wasOver =
        deed->name == QLatin1StringView(deed::open) && workflow && workflow->isFinal(deed->to);
    return wasOver ? nullptr : ruleFor(person, *deed, scene);
}

const NoticeRule *noticeFor(const Id &person, QAnyStringView deed, const NoticeScene &scene)
{
    return ruleFor(person, {.name = deed.toString()}, scene);
}

} // namespace domain
