// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/conflict_settling.h"

#include "store/said.h"

#include "domain/decide.h"
#include "domain/division.h"
#include "domain/words.h"
#include "domain/workflow.h"

#include <QCoreApplication>

#include <algorithm>

namespace items
{

using namespace domain;
using store::Said;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(items)
};

Refusal notFromHere(const QString &what)
{
    return {{}, what,
        Words::tr("Record on the ticket or in the register what should hold, then settle the "
                  "conflict with what stands.")};
}

class Planner
{
public:
    Planner(store::Reader &read, const ConflictCard &card, const Actor &actor)
        : m_read(read)
        , m_card(card)
        , m_actor(actor)
    {
    }

    using Step = std::variant<std::monostate, Command, Refusal>;

    Step say(const Said &wanted, const QVector<Event> &by, const QString &remark)
    {
        if (wanted.isEmpty())
            return {};
        return m_card.isAboutTicket() ? sayOfTicket(wanted, by, remark) : sayOfRow(wanted);
    }

    /// What of a side's word doesn't stand yet.
    Said lackingOf(const ConflictCard::Side &side, bool isEarlier) const
    {
        const Said said = store::saidOf(side.events, m_card.line.subject);
        Said wanted;
        for (const ConflictCard::Field &field : m_card.fields) {
            if (!(isEarlier ? field.earlierStands : field.laterStands))
                wanted.insert(field.id, said.value(field.id));
        }
        return wanted;
    }

private:
    QVariant open(const FieldSpec &spec, quint8 field, const QVariant &value) const
    {
        return spec.is(Personal) ? QVariant(m_read.open(field, value)) : value;
    }

    static bool isCorrectable(quint8 field)
    {
        const FieldSpec *spec = ticketFields().find(field);
        return spec && spec->is(Correctable);
    }

    Step sayOfTicket(const Said &wanted, const QVector<Event> &by, const QString &remark) const
    {
        const auto ticket = m_read.findTicket(m_card.number);
        if (!ticket)
            return notFromHere(Words::tr("The ticket isn't there."));
        const auto open = findActions(ticket->ticket, m_actor, m_read.grants());
        const QList<quint8> fields = wanted.keys();
        const bool byCorrecting = std::ranges::all_of(fields, isCorrectable);
        const QString action = byCorrecting ? QStringLiteral("correct") : actionIn(by);
        const auto known = std::ranges::find_if(
            open, [&](const ActionSpec *each) { return action == QLatin1StringView(each->code); });
        if (known == open.end()) {
            return notFromHere(action.isEmpty()
                    ? Words::tr("This can't be said from here.")
                    : Words::tr("\"%1\" is not possible now, or not yours to do.")
                          .arg(actionWord(action)));
        }
        ActOnTicket command{.ticket = ticket->ticket.id, .action = action};
        command.values = byCorrecting ? valuesOf(wanted) : valuesIn(by);
        if (byCorrecting && !remark.isEmpty())
            command.values.set(field::Reason, remark);
        return Command(command);
    }

    Values valuesOf(const Said &said) const
    {
        Values values;
        for (auto each = said.cbegin(); each != said.cend(); ++each) {
            if (const FieldSpec *spec = ticketFields().find(each.key()))
                values.set(each.key(), open(*spec, each.key(), each.value()));
        }
        return values;
    }

    QString actionIn(const QVector<Event> &events) const
    {
        for (const Event &event : events) {
            if (const auto *step = std::get_if<StepTaken>(&event))
                return step->action;
        }
        return {};
    }

    /// The step once more, with all that it carried.
    Values valuesIn(const QVector<Event> &events) const
    {
        Said said;
        for (const Event &event : events) {
            const auto *step = std::get_if<StepTaken>(&event);
            for (const auto &[number, value] : step ? step->values : Values())
                said.insert(number, value);
        }
        return valuesOf(said);
    }

    Step sayOfRow(const Said &wanted) const
    {
        const RegisterSpec &spec = registerSpec(*m_card.reg);
        if (spec.reg == Register::Drawing)
            return drawAnew(wanted);
        if (!spec.isByHand) {
            return notFromHere(
                Words::tr("Rows of \"%1\" are not changed by hand.").arg(spec.titleText()));
        }
        const auto row = m_read.findRow(m_card.line.subject);
        if (!row)
            return notFromHere(Words::tr("The row isn't there."));
        const auto isThere = wanted.constFind(store::isThereAtAll);
        if (isThere != wanted.cend() && !isThere->toBool())
            return Command(RemoveRow{spec.reg, row->row.id});
        PutRow command{.reg = spec.reg, .row = row->row.id};
        // A row that was taken away comes back whole.
        if (row->row.removed) {
            for (const auto &[number, value] : row->row.values) {
                if (const FieldSpec *field = spec.fields.find(number))
                    command.values.set(number, open(*field, number, value));
            }
        }
        for (auto each = wanted.cbegin(); each != wanted.cend(); ++each) {
            const FieldSpec *field = spec.fields.find(each.key());
            if (!field)
                continue;
            const QVariant value = open(*field, each.key(), each.value());
            if (isBlank(value))
                command.cleared.append(each.key());
            else
                command.values.set(each.key(), value);
        }
        return Command(command);
    }

    /// An area is said by drawing the grid once more for the same day.
    Step drawAnew(const Said &wanted) const
    {
        const auto row = m_read.findRow(m_card.line.subject);
        if (!row)
            return notFromHere(Words::tr("The row isn't there."));
        RegisterRow meant = row->row;
        for (auto each = wanted.cbegin(); each != wanted.cend(); ++each)
            meant.values.set(each.key(), each.value());
        const auto drawing = drawingIn(meant);
        if (!drawing)
            return notFromHere(Words::tr("This program can't read the drawing."));
        return Command(DrawGrids{drawing->from_ms, {}, {{drawing->grid, drawing->area}},
            meant.values.text(drawing::Reason)});
    }

    store::Reader &m_read;
    const ConflictCard &m_card;
    const Actor &m_actor;
};

} // namespace

bool mayBeTyped(const ConflictCard &card)
{
    const auto isTypedIn = [](const FieldSpec &spec) {
        return spec.type != FieldType::Customer && spec.type != FieldType::Reference
            && spec.type != FieldType::Outage && spec.type != FieldType::VisitPlan
            && spec.type != FieldType::Ticket && spec.type != FieldType::Bytes
            && spec.type != FieldType::Area && !spec.is(Several);
    };
    return !card.fields.isEmpty()
        && std::ranges::all_of(card.fields, [&](const ConflictCard::Field &field) {
               const FieldSpec *spec = card.isAboutTicket()
                   ? ticketFields().find(field.id)
                   : registerSpec(*card.reg).fields.find(field.id);
               const bool isChanged = card.isAboutTicket() ? spec && spec->is(Correctable)
                                                           : registerSpec(*card.reg).isByHand;
               return spec && isChanged && isTypedIn(*spec);
           });
}

std::variant<SettlingPlan, Refusal> planSettling(store::Reader &read, const ConflictCard &card,
    Holds holds, const Values &typed, const QString &remark, const Actor &actor)
{
    SettlingPlan plan{{}, {card.line.id, card.line.subject, remark.trimmed()}};
    Planner planner(read, card, actor);
    Planner::Step step;
    if (holds == Holds::Earlier)
        step = planner.say(
            planner.lackingOf(card.earlier, true), card.earlier.events, remark.trimmed());
    if (holds == Holds::Later)
        step =
            planner.say(planner.lackingOf(card.later, false), card.later.events, remark.trimmed());
    if (holds == Holds::Typed) {
        Said said;
        for (const auto &[number, value] : typed)
            said.insert(number, value);
        step = planner.say(said, {}, remark.trimmed());
    }
    if (const auto *refusal = std::get_if<Refusal>(&step))
        return *refusal;
    if (auto *command = std::get_if<Command>(&step))
        plan.first = std::move(*command);
    return plan;
}

} // namespace items
