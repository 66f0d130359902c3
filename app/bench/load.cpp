// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load.h"

#include "bench/desks.h"

#include "domain/ticket_fields.h"

namespace bench
{

using namespace domain;

namespace
{

app::SampleCompany companyOn(Desk &desk)
{
    QVector<Command> commands;
    const app::SampleCompany company = app::sampleCompany(desk, commands);
    for (const store::Verdict &verdict : desk.submitAll(commands).result())
        must(verdict);
    return company;
}

} // namespace

Load::Load(Desk &desk, quint64 seed, qint64 tickets)
    : m_desk(desk)
    , m_company(companyOn(desk))
    , m_maker(m_company, seed, tickets)
{
}

OpenTicket Load::nextWhole()
{
    QVector<Command> commands;
    m_maker.make(commands);
    OpenTicket open = std::get<OpenTicket>(commands.takeFirst());
    if (open.customer.known.isNull())
        m_callers.insert(open.customer.fresh, open.customer);
    else
        open.customer = m_callers.value(open.customer.known);
    return open;
}

OpenTicket Load::next()
{
    OpenTicket open = nextWhole();
    open.ticket = m_desk.freshId();
    open.customer.fresh = m_desk.freshId();
    open.state.clear();
    open.values.set(field::HappenedAt, m_desk.clock().now_ms());
    for (quint8 later : {field::DoneAt, field::OnTime, field::Reply, field::Cause, field::Measures,
             field::Materials, field::Satisfaction})
        open.values.remove(later);
    return open;
}

} // namespace bench
