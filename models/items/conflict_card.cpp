// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/conflict_card.h"

#include "items/shown_contact.h"
#include "store/said.h"

#include "domain/shape_code.h"

#include <QCoreApplication>

namespace items
{

using namespace domain;
using store::ConflictReason;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(items)
};

QString joined(const QString &one, const QString &other)
{
    return one.isEmpty() || other.isEmpty() ? one + other : one + u' ' + other;
}

const FieldSpec *specOf(const ConflictCard &card, quint8 field)
{
    return card.isAboutTicket() ? ticketFields().find(field)
                                : registerSpec(*card.reg).fields.find(field);
}

Shape areaOf(const QVariant &code)
{
    return shapeOf(code.toByteArray()).value_or(Shape());
}

} // namespace

ConflictCards::ConflictCards(store::Reader &read)
    : m_read(read)
    , m_conflicts(read)
    , m_texts(read)
{
}

void ConflictCards::forget()
{
    m_conflicts.forget();
    m_texts.forget();
}

QString ConflictCards::nameOf(const Id &row, quint8 field)
{
    const auto found = row.isNull() ? std::nullopt : m_read.findRow(row);
    return found ? found->row.values.text(field) : QString();
}

ConflictCard::Side ConflictCards::sideFrom(const store::ConflictSide &side)
{
    if (!side.isThere())
        return {};
    return {side.position, side.recorded_ms, nameOf(side.actor, staff::Name),
        nameOf(side.desk, desk::Name), side.events, {}, side.knewOther, false};
}

std::optional<ConflictCard> ConflictCards::card(qint64 number)
{
    const auto line = m_conflicts.find(number);
    if (!line)
        return {};
    ConflictCard card{.line = *line};
    card.later = sideFrom(m_conflicts.side(line->entry, line->other, line->subject));
    card.earlier = sideFrom(m_conflicts.side(line->other, line->entry, line->subject));
    card.earlier.hasEffect = card.earlier.isThere();
    card.later.hasEffect = store::hasEffect(line->reason);
    if (!card.later.hasEffect) {
        card.later.filled = filledIn(card.later.events);
        card.earlier.filled = filledIn(card.earlier.events);
    }
    Values now;
    findSubject(card, now);
    findFields(card, now);
    findSettlement(card);
    return card;
}

QVector<ConflictCard::Filled> ConflictCards::filledIn(const QVector<Event> &events)
{
    QVector<ConflictCard::Filled> filled;
    const auto take = [&](const FieldTable &fields, const Values &values) {
        for (const auto &[number, value] : values) {
            const FieldSpec *spec = fields.find(number);
            // Where an attachment lies and what opens it is for the desk alone.
            const bool isInner = &fields == &ticketFields()
                && (number == field::FileKey || number == field::FileSize);
            const QString text = spec && !isInner ? m_texts.text(*spec, value) : QString();
            if (!text.isEmpty())
                filled.append({labelOf(*spec), text});
        }
    };
    for (const Event &event : events) {
        if (const auto *opened = std::get_if<TicketOpened>(&event))
            take(ticketFields(), opened->values);
        else if (const auto *step = std::get_if<StepTaken>(&event))
            take(ticketFields(), step->values);
        else if (const auto *put = std::get_if<RegisterPut>(&event))
            take(registerSpec(put->reg).fields, put->values);
    }
    return filled;
}

/// What it is about, and what of it stands now.
void ConflictCards::findSubject(ConflictCard &card, Values &now)
{
    if (const auto ticket = m_read.findTicket(card.line.ticket)) {
        card.number = ticket->number;
        now = ticket->ticket.values;
        card.stateNow = ticket->ticket.state;
        const QString title = now.text(field::Title);
        card.subject =
            joined(card.line.ticket, title.isEmpty() ? now.text(field::Category) : title);
        if (card.line.reason == ConflictReason::NoLongerApplies)
            card.stateThen = m_conflicts.stateBefore(card.line.subject, card.line.entry);
        return;
    }
    const auto row = m_read.findRow(card.line.subject);
    if (row) {
        card.number = row->number;
        card.reg = row->row.reg;
        now = row->row.values;
        if (!row->row.removed)
            now.set(store::isThereAtAll, true);
    }
    // What nobody had the right to make isn't there, and still somebody said what it was.
    for (const Event &event : card.later.events) {
        if (const auto *put = std::get_if<RegisterPut>(&event); put && !card.reg) {
            card.reg = put->reg;
            now = put->values;
        } else if (const auto *opened = std::get_if<TicketOpened>(&event)) {
            card.subject =
                joined(opened->values.text(field::Number), opened->values.text(field::Title));
        }
    }
    if (!card.reg)
        return;
    const RegisterSpec &spec = registerSpec(*card.reg);
    const auto text = [&](quint8 number) {
        const FieldSpec *field = number ? spec.fields.find(number) : nullptr;
        return field ? m_texts.text(*field, now[number]) : QString();
    };
    const bool isContact = *card.reg == Register::Customer || *card.reg == Register::Contact;
    card.subject = joined(text(spec.code),
        isContact && row ? showContact(m_read, *row, Clarity::Masked).name : text(spec.name));
    // What has no name of its own is known by what it belongs to.
    if (card.subject.isEmpty())
        card.subject = text(spec.under);
}

void ConflictCards::findFields(ConflictCard &card, const Values &now)
{
    if (card.line.reason != ConflictReason::Contradicts || !card.earlier.isThere())
        return;
    const store::Said earlier = store::saidOf(card.earlier.events, card.line.subject);
    const store::Said later = store::saidOf(card.later.events, card.line.subject);
    for (quint8 number : store::contradictionsOf(earlier, later)) {
        ConflictCard::Field field{.id = number};
        // Sealed texts differ in every byte each time that they are sealed.
        const auto stands = [&](const QVariant &value) {
            const FieldSpec *spec = specOf(card, number);
            const bool isSealed = spec && spec->is(Personal);
            return isSealed ? m_read.open(number, value) == m_read.open(number, now[number])
                            : value == now[number] || (isBlank(value) && isBlank(now[number]));
        };
        if (number == store::isThereAtAll) {
            const auto words = [](bool isThere) {
                return isThere ? Words::tr("is there") : Words::tr("is taken away");
            };
            field.label = Words::tr("The row itself");
            field.earlier = words(earlier[number].toBool());
            field.later = words(later[number].toBool());
            field.now = words(now.has(number));
            field.earlierStands = earlier[number].toBool() == now.has(number);
            field.laterStands = later[number].toBool() == now.has(number);
        } else if (const FieldSpec *spec = specOf(card, number)) {
            field.label = labelOf(*spec);
            field.earlier = m_texts.text(*spec, earlier[number]);
            field.later = m_texts.text(*spec, later[number]);
            field.now = m_texts.text(*spec, now[number]);
            field.earlierStands = stands(earlier[number]);
            field.laterStands = stands(later[number]);
            if (spec->type == FieldType::Area) {
                field.earlierArea = areaOf(earlier[number]);
                field.laterArea = areaOf(later[number]);
            }
        } else {
            continue; // a field that this program doesn't know
        }
        card.fields.append(field);
    }
}

void ConflictCards::findSettlement(ConflictCard &card)
{
    if (card.isOpen())
        return;
    const auto entry = store::findEntry(m_read, card.line.settledBy);
    if (!entry)
        return;
    card.settled = {
        nameOf(entry->actor, staff::Name), nameOf(entry->desk, desk::Name), entry->recorded_ms, {}};
    for (const Event &event : entry->events) {
        if (const auto *settled = std::get_if<Settled>(&event);
            settled && settled->conflict == card.line.id)
            card.settled.remark = settled->remark;
    }
}

} // namespace items
