// SPDX-License-Identifier: GPL-3.0-or-later
#include "slips/slip_facts.h"

#include "domain/words.h"

#include <QCoreApplication>
#include <QDateTime>

namespace ui::slips
{

using namespace domain;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::slips)
};

Values valuesOf(store::Reader &reader, const QVariant &row)
{
    const Id id = row.value<Id>();
    const auto found = id.isNull() ? std::nullopt : reader.findRow(id);
    return found ? found->row.values : Values();
}

QString personOf(store::Reader &reader, const QVariant &row)
{
    return valuesOf(reader, row).text(staff::Name);
}

void addCustomer(SlipFacts &facts, store::Reader &reader)
{
    const auto file = reader.findCustomerFile(facts.ticket.values[field::Customer].value<Id>());
    const Values customer = file ? file->customer.row.values : Values();
    facts.customer = reader.open(customer::Name, customer[customer::Name]);
    facts.phone = reader.open(customer::Phone, customer[customer::Phone]);
    // Whoever goes there has to know of the machine that needs power as of the stairs.
    QStringList needs =
        wordsFor(List::CustomerGroup, reader.open(customer::Groups, customer[customer::Groups]));
    needs << reader.open(customer::Needs, customer[customer::Needs]);
    needs.removeAll(QString());
    facts.needs = needs.join(QStringLiteral(" · "));
    facts.address = reader.open(field::Address, facts.ticket.values[field::Address]);
    if (facts.address.isEmpty())
        facts.address = reader.open(customer::Address, customer[customer::Address]);
    if (facts.address.isEmpty())
        facts.address = facts.text(field::Street) + facts.text(field::Community);
}

void addPeople(SlipFacts &facts, store::Reader &reader)
{
    const Values grid = valuesOf(reader, facts.ticket.values[field::Grid]);
    facts.grid = (grid.text(grid::Code) + QLatin1Char(' ') + grid.text(grid::Name)).trimmed();
    facts.chief = personOf(reader, grid[grid::Chief]);
    facts.assignee = personOf(reader, facts.ticket.values[field::Assignee]);
    facts.receivedBy = personOf(reader, facts.ticket.values[field::FirstReceiver]);
    for (const Step &step : facts.ticket.steps) {
        facts.people.insert(step.by, personOf(reader, QVariant::fromValue(step.by)));
        const QVariant named = step.values[field::HandTo];
        if (named.isValid())
            facts.people.insert(named.value<Id>(), personOf(reader, named));
    }
    const auto channel = reader.findRowByCode(Register::Channel, facts.text(field::Channel));
    facts.channel = channel ? channel->row.values.text(channel::Name) : facts.text(field::Channel);
}

} // namespace

QString SlipFacts::time(qint64 at_ms) const
{
    if (!at_ms)
        return {};
    return QDateTime::fromMSecsSinceEpoch(at_ms, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString SlipFacts::footer() const
{
    return Words::tr("Printed %1 %2").arg(time(printed_ms), printedBy).trimmed();
}

std::optional<SlipFacts> findSlipFacts(
    store::Reader &reader, const QString &number, const Id &printedBy)
{
    const auto found = reader.findTicket(number);
    if (!found)
        return {};
    SlipFacts facts{.ticket = found->ticket, .zone = reader.zone(), .printed_ms = reader.now_ms()};
    const auto companies = reader.findRows(Register::Company, 1);
    if (!companies.isEmpty()) {
        facts.company = companies.first().row.values.text(company::Name);
        facts.companyPhone = companies.first().row.values.text(company::Phone);
    }
    facts.printedBy = personOf(reader, QVariant::fromValue(printedBy));
    addCustomer(facts, reader);
    addPeople(facts, reader);
    return facts;
}

} // namespace ui::slips
