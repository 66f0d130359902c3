// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator.h"
#include "generator_tickets.h"

#include "desk.h"

#include <QQueue>

namespace app
{

using namespace domain;

namespace
{

constexpr qsizetype batchSize = 1000; // commands
constexpr qsizetype batchesOnTheWay = 2;

using Verdicts = QVector<store::Verdict>;

std::optional<Refusal> firstRefusal(const Verdicts &verdicts)
{
    for (const store::Verdict &verdict : verdicts) {
        if (const Refusal *refusal = store::refused(verdict))
            return *refusal;
    }
    return {};
}

std::optional<Refusal> refuseTwice(Desk &desk, const Command &first)
{
    const Id ticket = std::get<OpenTicket>(first).ticket;
    if (!store::loadTicket(desk.read().database(), desk.read().rows(), ticket))
        return {};
    return Refusal{{}, Desk::tr("The tickets of this seed are on the desk already."),
        Desk::tr("Choose another seed.")};
}

} // namespace

std::optional<Refusal> generate(Desk &desk, const Load &load)
{
    QVector<Command> commands;
    const SampleCompany company = sampleCompany(desk, commands);
    if (auto refusal = firstRefusal(desk.submitAll(std::exchange(commands, {})).result()))
        return refusal;

    TicketMaker maker(company, load.seed, load.tickets);
    QQueue<QFuture<Verdicts>> onTheWay;
    std::optional<Refusal> refusal;
    for (qint64 made = 0; made < load.tickets && !refusal; ++made) {
        maker.make(commands);
        if (made == 0)
            refusal = refuseTwice(desk, commands.constFirst());
        if (refusal || commands.size() < batchSize)
            continue;
        if (onTheWay.size() >= batchesOnTheWay)
            refusal = firstRefusal(onTheWay.dequeue().result());
        onTheWay.enqueue(desk.submitAll(std::exchange(commands, {})));
        if (load.progress)
            load.progress(made + 1);
    }
    if (!refusal)
        onTheWay.enqueue(desk.submitAll(commands));
    while (!onTheWay.isEmpty()) {
        const auto later = firstRefusal(onTheWay.dequeue().result());
        if (!refusal)
            refusal = later;
    }
    return refusal;
}

} // namespace app
