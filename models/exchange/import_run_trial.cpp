// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/import_run_trial.h"
#include "exchange/words.h"

#include "domain/fold.h"
#include "store/writer.h"

namespace exchange
{

using namespace domain;
using store::Verdict;

Trial::Trial(Desk &desk)
    : m_desk(desk)
    , m_reader(desk.newReader())
{
    if (!m_reader)
        return;
    m_keys = std::make_unique<store::KeyRing>(m_reader->database(), desk.secrets().deskKey);
    m_around = std::make_unique<store::StoreSurroundings>(
        m_reader->database(), *m_keys, nullptr, desk.secrets().desk);
}

QFuture<QVector<Verdict>> Trial::decideAll(const QVector<Command> &commands)
{
    QVector<Verdict> verdicts;
    for (const Command &command : commands)
        verdicts.append(verdictOn(command));
    return QtFuture::makeReadyFuture(verdicts);
}

Verdict Trial::verdictOn(const Command &command)
{
    if (!m_reader)
        return Refusal{{}, Words::tr("The desk can't be read."), {}, Refusal::Device};
    try {
        m_around->set(m_desk.who());
        Decision decision = decisionOn(command);
        if (auto *refusal = std::get_if<Refusal>(&decision))
            return std::move(*refusal);
        return store::Accepted{};
    } catch (const store::SqlFailure &failure) {
        return store::refusalFor(failure);
    }
}

Decision Trial::decisionOn(const Command &command)
{
    if (const auto *open = std::get_if<OpenTicket>(&command))
        return decide(*open, *m_around);
    if (const auto *put = std::get_if<PutRow>(&command))
        return decide(*put, *m_around);
    if (const auto *act = std::get_if<ActOnTicket>(&command))
        return decisionOn(*act);
    return Events{};
}

// The steps of one row follow each other, so each is judged by what the one before would have made of the ticket.
Decision Trial::decisionOn(const ActOnTicket &command)
{
    if (m_ticket.id != command.ticket) {
        auto known = store::loadTicket(m_reader->database(), m_reader->rows(), command.ticket);
        m_ticket = known ? std::move(known->ticket) : Ticket();
    }
    Decision decision = decide(m_ticket, command, *m_around);
    if (const auto *events = std::get_if<Events>(&decision)) {
        for (const Event &event : *events)
            fold(m_ticket, std::get<StepTaken>(event), {});
    }
    return decision;
}

} // namespace exchange
