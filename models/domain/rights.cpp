// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rights.h"

#include "domain/account.h"
#include "domain/desks.h"
#include "domain/rights_scope.h"
#include "domain/rule_words.h"
#include "domain/stock.h"
#include "domain/words.h"
#include "domain/workflow.h"

#include <QCoreApplication>

#include <algorithm>

namespace domain
{

namespace
{

// clang-format off
constexpr RightSpec rights[] = {
    {Right::TakeIn,         "take_in",         QT_TRANSLATE_NOOP("rights", "Take matters in"),                 office},
    {Right::SeeContacts,    "see_contacts",    QT_TRANSLATE_NOOP("rights", "See personal data, with a reason"), Clerk | Chief | Leader | Handler | Head | Supervisor | Administrator},
    {Right::SeeLooks,       "see_looks",       QT_TRANSLATE_NOOP("rights", "See who looked at personal data"), Supervisor | Manager | Administrator},
    {Right::SeeReports,     "see_reports",     QT_TRANSLATE_NOOP("rights", "See reports"),                     office},
    {Right::ExportPerson,   "export_person",   QT_TRANSLATE_NOOP("rights", "Hand out what is held about a customer"), Clerk | Chief | Supervisor | Manager | Administrator},
    {Right::AskErasure,     "ask_erasure",     QT_TRANSLATE_NOOP("rights", "Ask for a customer's erasure"),    asksForErasure},
    {Right::ApproveErasure, "approve_erasure", QT_TRANSLATE_NOOP("rights", "Approve a customer's erasure"),    Manager | Administrator},
    {Right::SettleConflicts, "settle_conflicts", QT_TRANSLATE_NOOP("rights", "Settle conflicts"), Chief | Leader | Head | Supervisor | Manager | Administrator},
    {Right::DrawStock,      "draw_stock",      QT_TRANSLATE_NOOP("rights", "Take supplies out of stock and give them back"), drawsStock},
    {Right::KeepStock,      "keep_stock",      QT_TRANSLATE_NOOP("rights", "Bring supplies into stock and count them"), keepsStock},
    {Right::KeepDesk,       "keep_desk",       QT_TRANSLATE_NOOP("rights", "Keep the desk's backups and keys"), Administrator},
};
// clang-format on

/// Whether values name a field that only rises.
bool raises(const RegisterSpec &spec, const Values &values)
{
    return std::ranges::any_of(values, [&spec](const Values::Item &item) {
        const FieldSpec *field = spec.fields.find(item.field);
        return field && field->is(Rising);
    });
}

constexpr quint16 chiefsSuperiors = Head | Manager;

quint16 withoutChief(quint16 roles, const Values &ticket)
{
    const bool isMeant = (roles & Chief) && roles != anyRole && ticket.flag(field::AboutChief);
    return isMeant ? quint16((roles & ~Chief) | chiefsSuperiors) : roles;
}

quint16 rolesFor(const ActionSpec &action, const Values &ticket)
{
    return performersOf(action, ticket) | withoutChief(action.typists, ticket) | Administrator;
}

Refusal notAmongRights(const QString &deed, quint16 roles)
{
    return {{}, Words::tr("\"%1\" is not among your rights.").arg(deed),
        Words::tr(
            "It takes one of: %1. Let one of them do it, or ask an administrator for the right.")
            .arg(roleWords(roles))};
}

class Judge
{
public:
    Judge(std::span<const Event> events, const Actor &actor, const Standing &standing)
        : m_events(events)
        , m_actor(actor)
        , m_standing(standing)
    {
    }

    using Verdict = std::optional<Refusal>;

    /// What takes no right because it says only what a desk may say of itself: the letter of its new epoch, the rules that
    /// its program follows, and the key of one that an administrator has invited. Nobody has to sit there.
    bool isForAnybody(const Event &event) const
    {
        const auto *put = std::get_if<RegisterPut>(&event);
        const auto before =
            put && put->reg == Register::Desk ? m_standing.findRow(put->row) : std::nullopt;
        return before && before->reg == Register::Desk
            && ((put->row == m_actor.desk && saysOfItself(*put))
                || answersInvitation(*before, *put, m_actor.at_ms));
    }

    Verdict operator()(const TicketOpened &) const
    {
        const RightSpec &spec = rightSpec(Right::TakeIn);
        return check(spec.titleText(), spec.roles, anywhere);
    }

    Verdict operator()(const StepTaken &step) const
    {
        const WorkflowSpec *workflow = nullptr;
        const Values *ticket = nullptr;
        if (const Ticket *known = m_standing.findTicket(step.ticket)) {
            workflow = findWorkflow(known->workflow);
            ticket = &known->values;
        } else if (const TicketOpened *opened = openedHere(step.ticket)) {
            // What is sent on as it is taken in stands and falls with the taking in.
            return (*this)(*opened);
        }
        const ActionSpec *action = workflow ? workflow->findAction(step.action) : nullptr;
        if (!action)
            return {}; // it changes nothing either
        return check(actionWord(step.action), rolesFor(*action, *ticket), scopeOf(*ticket));
    }

    Verdict operator()(const RegisterPut &put) const
    {
        if (put.reg == Register::Account)
            return checkAccount(put);
        if (put.reg == Register::Erasure)
            return checkErasure(put);
        if (!liesInGrid(put.reg))
            return checkRow(put.reg, put.values);
        const auto before = m_standing.findRow(put.row);
        Values after = before ? before->values : Values();
        after.merge(put.values);
        if (auto refusal = checkRow(put.reg, after))
            return refusal;
        // Out of another grid takes the right over that one too.
        return before && before->reg == put.reg ? checkRow(put.reg, before->values) : Verdict();
    }

    Verdict operator()(const RegisterRemoved &removed) const
    {
        const auto before =
            liesInGrid(removed.reg) ? m_standing.findRow(removed.row) : std::nullopt;
        return checkRow(removed.reg, before ? before->values : Values());
    }

    /// For the sake of a ticket that one works on, or by the right to see contacts at all.
    Verdict operator()(const Looked &look) const
    {
        const Ticket *ticket = look.ticket.isNull() ? nullptr : m_standing.findTicket(look.ticket);
        if (ticket && maySeeContact(ticket->values, m_actor, m_standing.grants))
            return {};
        const RightSpec &spec =
            rightSpec(look.purpose == u"export" ? Right::ExportPerson : Right::SeeContacts);
        return check(spec.titleText(), spec.roles, anywhere);
    }

    /// By a second person, under signature, and only what was asked for.
    Verdict operator()(const Erased &erased) const
    {
        const RightSpec &spec = rightSpec(Right::ApproveErasure);
        if (auto refusal = check(spec.titleText(), spec.roles, anywhere))
            return refusal;
        const auto asked = m_standing.findRow(erased.erasure);
        if (!asked || !isAskedFor(erased, *asked)) {
            return Refusal{{}, Words::tr("Nobody has asked for this erasure."),
                Words::tr("Ask for it first; a second person approves it.")};
        }
        if (asked->values[erasure::AskedBy].value<Id>() == m_actor.person)
            return sameTwice();
        return checkSigned();
    }

    /// Where the ticket lies, or, for a register's row, for the whole company.
    Verdict operator()(const Settled &settled) const
    {
        const RightSpec &spec = rightSpec(Right::SettleConflicts);
        const Ticket *ticket = m_standing.findTicket(settled.subject);
        return check(spec.titleText(), spec.roles,
            ticket ? scopeOf(ticket->values) : Scope{.isCompany = true});
    }

    /// A kind that only later rules know takes the right of those who answer for the stock.
    Verdict operator()(const StockMoved &moved) const
    {
        const StockMoveSpec *move = findStockMove(moved.kind);
        const RightSpec &spec = rightSpec(move ? move->right : Right::KeepStock);
        return check(spec.titleText(), spec.roles, anywhere);
    }

    Verdict operator()(const UnknownEvent &) const { return {}; }

private:
    const TicketOpened *openedHere(const Id &ticket) const
    {
        for (const Event &event : m_events) {
            const auto *opened = std::get_if<TicketOpened>(&event);
            if (opened && opened->ticket == ticket)
                return opened;
        }
        return nullptr;
    }

    Verdict check(const QString &deed, quint16 roles, const Scope &scope) const
    {
        if (has(roles, scope, m_actor, m_standing.grants))
            return {};
        if (has(roles, anywhere, m_actor, m_standing.grants)) {
            return Refusal{{},
                Words::tr("\"%1\" lies outside of your grid or department.").arg(deed),
                Words::tr(
                    "Hand it to those who answer for it, or ask an administrator for the right.")};
        }
        return notAmongRights(deed, roles);
    }

    static Refusal sameTwice()
    {
        return {{}, Words::tr("Whoever asks for an erasure doesn't approve it."),
            Words::tr("Let a second person with the right decide.")};
    }

    /// Whether this person's data were to go: the file that was named, or one that goes along with it in the same
    /// entry. What others said meanwhile about files merged or an answer given has no part in it, so that every desk judges
    /// alike; deciding looks at that.
    bool isAskedFor(const Erased &erased, const RegisterRow &asked) const
    {
        if (asked.reg != Register::Erasure || asked.values[erasure::AskedBy].value<Id>().isNull())
            return false;
        const Id named = asked.values[erasure::Customer].value<Id>();
        return std::ranges::any_of(m_events, [&](const Event &event) {
            const auto *other = std::get_if<Erased>(&event);
            return other && other->erasure == erased.erasure && other->customer == named;
        });
    }

    /// Nobody asks in another one's name, nor in nobody's, and what was asked stays as it was asked.
    Verdict checkErasure(const RegisterPut &put) const
    {
        const bool isNew = !m_standing.findRow(put.row);
        const bool namesSelf = put.values[erasure::AskedBy].value<Id>() == m_actor.person;
        const bool changesAsking = put.values.has(erasure::AskedBy)
            || put.values.has(erasure::Customer) || !put.cleared.isEmpty();
        if (isNew ? !namesSelf : changesAsking)
            return sameTwice();
        return checkRow(Register::Erasure, put.values);
    }

    Verdict checkSigned() const
    {
        if (m_actor.isSigned)
            return {};
        return Refusal{{}, Words::tr("This wants your own signature."),
            Words::tr("Sign in with your password and do it again.")};
    }

    Verdict checkRow(Register reg, const Values &row) const
    {
        const RegisterSpec &spec = registerSpec(reg);
        auto refusal = check(spec.titleText(), spec.keepers, scopeOf(spec, row));
        return refusal || !(spec.isSigned || raises(spec, row)) ? refusal : checkSigned();
    }

    /// Everyone chooses the own first password and, signed with the own key, every later one; only an administrator
    /// gives another one a new key.
    Verdict checkAccount(const RegisterPut &put) const
    {
        const auto before = m_standing.findRow(put.row);
        const bool isOwn = put.row == accountOf(m_actor.person);
        const bool keepsKey = before
            && (!put.values.has(account::PublicKey)
                || put.values[account::PublicKey] == before->values[account::PublicKey]);
        if (isOwn && !before)
            return {};
        if (isOwn && keepsKey)
            return checkSigned();
        return checkRow(Register::Account, put.values);
    }

    std::span<const Event> m_events;
    const Actor &m_actor;
    const Standing &m_standing;
};

} // namespace

QString RightSpec::titleText() const
{
    return QCoreApplication::translate("rights", title);
}

std::span<const RightSpec> allRights()
{
    return rights;
}

const RightSpec &rightSpec(Right right)
{
    return *std::ranges::find(rights, right, &RightSpec::right);
}

std::optional<Refusal> judge(
    std::span<const Event> events, const Actor &actor, const Standing &standing, const Id &about)
{
    if (standing.grants.isEmpty())
        return {};
    const Judge judge(events, actor, standing);
    for (const Event &event : events) {
        if (!about.isNull() && subjectOf(event) != about)
            continue;
        if (judge.isForAnybody(event))
            continue;
        if (actor.person.isNull()) {
            return Refusal{
                {}, Words::tr("Nobody has signed in."), Words::tr("Sign in and do it again.")};
        }
        if (auto refusal = std::visit(judge, event))
            return refusal;
    }
    return {};
}

quint16 performersOf(const ActionSpec &action, const Values &ticket)
{
    return withoutChief(action.roles, ticket);
}

bool mayAct(
    const ActionSpec &action, const Values &ticket, const Actor &actor, const Grants &grants)
{
    return has(rolesFor(action, ticket), scopeOf(ticket), actor, grants);
}

bool mayKeep(Register reg, const Actor &actor, const Grants &grants)
{
    const RegisterSpec &spec = registerSpec(reg);
    Scope scope = scopeOf(spec, {});
    scope.isAnywhere = scope.isAnywhere || !scope.isCompany;
    return has(spec.keepers, scope, actor, grants);
}

bool mayDo(Right right, const Actor &actor, const Grants &grants)
{
    return has(rightSpec(right).roles, anywhere, actor, grants);
}

Refusal lackOf(Right right)
{
    return notAmongRights(rightSpec(right).titleText(), rightSpec(right).roles);
}

bool maySeeContact(const Values &ticket, const Actor &actor, const Grants &grants)
{
    return has(rightSpec(Right::SeeContacts).roles, scopeOf(ticket), actor, grants)
        || worksOn(ticket, actor, grants);
}

bool needSignature(std::span<const Event> events)
{
    return std::ranges::any_of(events, [](const Event &event) {
        const auto *put = std::get_if<RegisterPut>(&event);
        if (std::holds_alternative<Erased>(event))
            return true;
        if (!put)
            return false;
        const RegisterSpec &spec = registerSpec(put->reg);
        return put->reg == Register::Account || spec.isSigned || raises(spec, put->values);
    });
}

} // namespace domain
