// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ticket_import_changes.h"
#include "exchange/words.h"

#include "domain/personal_numbers.h"
#include "domain/words.h"
#include "domain/workflow.h"
#include "store/reader.h"

#include <algorithm>

namespace exchange
{

using namespace domain;

namespace
{

// Whether somebody has replaced this value by another.
bool wasReplaced(const Ticket &ticket, quint8 number, const QVariant &value, store::Reader &reader)
{
    return std::ranges::any_of(ticket.steps, [&](const Step &step) {
        const QVariant before = step.before[number];
        return before.isValid()
            && (before == value || reader.open(number, before) == value.toString());
    });
}

bool isNews(
    const Ticket &ticket, const FieldSpec &spec, const QVariant &value, store::Reader &reader)
{
    const QVariant now = ticket.values[spec.id];
    if (now == value || (spec.is(Personal) && reader.open(spec.id, now) == value.toString()))
        return false;
    // What an import with sealing took in masked is not brought back into the open by one without.
    QStringList numbers;
    if (now.isValid() && now.toString() == withNumbersTakenOut(value.toString(), numbers))
        return false;
    return !wasReplaced(ticket, spec.id, value, reader);
}

// The numbers that were taken out of the texts that are news; those of the others lie in their ticket's note by now.
QStringList sealedIn(const TicketRow &row, const Values &news)
{
    QStringList numbers;
    if (row.open.values.has(field::PrivateNote)) {
        for (const PersonalNotice &notice : row.notices) {
            if (news.has(notice.field))
                numbers << notice.number;
        }
    }
    return numbers;
}

RowProblem fixedField(const FieldSpec &spec, const Ticket &ticket)
{
    return {spec.name(),
        Words::tr("it was taken in before as %1, and %2 can't be changed afterwards")
            .arg(ticket.values.text(field::Number), labelOf(spec))};
}

// The values that the row has for the fields that an action asks for; nothing when one is lacking.
std::optional<Values> filledIn(const ActionSpec &action, const Values &row)
{
    Values filled;
    for (const FieldUse &use : action.fields) {
        if (use.need == Need::OneOf)
            return {};
        if (use.need != Need::Required)
            continue;
        filled.set(use.field,
            use.field == field::Reason ? Words::tr("so says the source") : row[use.field]);
        if (!filled.has(use.field))
            return {};
    }
    return filled;
}

// Only steps that lead to one state and that nobody in particular must do can be taken by an import.
bool isPlain(const ActionSpec &action)
{
    return action.branches.size() == 1 && *action.branches.front().to && !*action.notBy
        && !*action.after;
}

bool startsIn(const ActionSpec &action, const WorkflowSpec &workflow, QStringView state)
{
    if (action.from.empty())
        return !workflow.isFinal(state);
    return std::ranges::any_of(
        action.from, [state](const char *from) { return state == QLatin1StringView(from); });
}

using Path = QVector<const ActionSpec *>;

// The shortest way from one state to another by plain steps that the row can fill in.
std::optional<Path> findPath(
    const WorkflowSpec &workflow, const QString &from, const QString &to, const Values &row)
{
    QVector<std::pair<QString, Path>> reached{{from, {}}};
    for (qsizetype i = 0; i < reached.size(); ++i) {
        const auto [state, path] = reached[i];
        if (state == to)
            return path;
        for (const ActionSpec &action : workflow.actions) {
            if (!isPlain(action) || !startsIn(action, workflow, state) || !filledIn(action, row))
                continue;
            const QString next = QString::fromLatin1(action.branches.front().to);
            if (std::ranges::none_of(
                    reached, [&next](const auto &one) { return one.first == next; }))
                reached.append({next, path + Path{&action}});
        }
    }
    return {};
}

bool wasEver(const Ticket &ticket, const QString &state)
{
    return std::ranges::any_of(
        ticket.steps, [&state](const Step &step) { return step.to == state; });
}

// The steps to the state that the row names. What the steps carry needs no correction any more.
std::optional<RowProblem> addSteps(
    const Ticket &ticket, const TicketRow &row, Values &news, TicketChanges &changes)
{
    const QString &wished = row.open.state;
    if (wished.isEmpty() || wished == ticket.state || wasEver(ticket, wished))
        return {};
    const WorkflowSpec *workflow = findWorkflow(ticket.workflow);
    const auto path =
        workflow ? findPath(*workflow, ticket.state, wished, row.open.values) : std::nullopt;
    if (!path) {
        return RowProblem{QStringLiteral("state"),
            Words::tr("the source says \"%1\", but %2 is \"%3\"; take the steps there")
                .arg(
                    stateWord(wished), ticket.values.text(field::Number), stateWord(ticket.state))};
    }
    for (const ActionSpec *action : *path) {
        const Values filled = *filledIn(*action, row.open.values);
        for (const auto &[number, value] : filled)
            news.remove(number);
        changes.commands.append(ActOnTicket{.ticket = ticket.id,
            .action = QString::fromLatin1(action->code),
            .values = filled,
            .by = row.open.by,
            .at_ms = row.open.values.number(field::DoneAt)});
    }
    return {};
}

} // namespace

TicketChanges changesOf(
    const store::NumberedTicket &known, const TicketRow &row, store::Reader &reader)
{
    TicketChanges changes;
    const Ticket &ticket = known.ticket;
    Values news;
    for (const auto &[number, value] : row.open.values) {
        const FieldSpec &spec = *ticketFields().find(number);
        if (number == field::Source || number == field::SourceId || number == field::PrivateNote
            || !isNews(ticket, spec, value, reader))
            continue;
        if (!spec.is(Correctable)) {
            changes.problem = fixedField(spec, ticket);
            return changes;
        }
        news.set(number, value);
    }
    const QStringList sealed = sealedIn(row, news);
    changes.problem = addSteps(ticket, row, news, changes);
    if (changes.problem)
        return changes;
    if (!sealed.isEmpty())
        changes.commands.prepend(ActOnTicket{.ticket = ticket.id,
            .action = QStringLiteral("note"),
            .values = {{field::PrivateNote, sealed.join(u' ')}}});
    if (news.isEmpty())
        return changes;
    news.set(field::Reason, Words::tr("so says the source"));
    changes.commands.prepend(
        ActOnTicket{.ticket = ticket.id, .action = QStringLiteral("correct"), .values = news});
    return changes;
}

} // namespace exchange
