// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/dispatch_text.h"

#include "domain/words.h"
#include "items/shown_contact.h"
#include "tickets/ticket_words.h"

#include <QCoreApplication>

namespace ui::tickets
{

using namespace domain;

namespace
{

QString tr(const char *text)
{
    return QCoreApplication::translate("ui::tickets::dispatch", text);
}

QString joined(QStringList parts, const QString &between = QStringLiteral(" · "))
{
    parts.removeAll(QString());
    return parts.join(between);
}

/// The promises that run, the next one first.
QStringList duesOf(const items::TicketCard &card)
{
    QStringList dues;
    for (const TicketClock &clock : card.ticket().clocks) {
        if (!clock.isRunning())
            continue;
        dues << QCoreApplication::translate("ui::tickets::dispatch", "%1 before %2")
                    .arg(clockWord(clock.clock),
                        QDateTime::fromMSecsSinceEpoch(clock.due_ms, card.zone())
                            .toString(QStringLiteral("MM-dd HH:mm")));
    }
    return dues;
}

} // namespace

QString dispatchText(const items::TicketCard &card, store::Reader &read)
{
    const Values &values = card.ticket().values;
    const auto &customer = card.customer();
    const QString address = read.open(field::Address, values[field::Address]);
    const auto file = customer.number ? read.findRow(customer.number) : std::nullopt;
    const items::ShownContact contact =
        file ? items::showContact(read, *file, items::Clarity::Clear) : items::ShownContact();
    const QString caller = values.flag(field::Anonymous)
        ? tr(QT_TRANSLATE_NOOP("ui::tickets::dispatch", "anonymous"))
        : joined({contact.name, phoneWords(contact.phone)}, QStringLiteral(" "));
    const QStringList lines{QStringLiteral("【%1】").arg(joined({values.text(field::Number),
                                kindWords(values), values.text(field::Category)})),
        joined({address.isEmpty() ? contact.address : address,
            joined({card.grid().code, card.grid().name}, QStringLiteral(" "))}),
        caller, joined({values.text(field::Title), values.text(field::Description)}),
        customer.needs, duesOf(card).join(QStringLiteral("，"))};
    return joined(lines, QStringLiteral("\n"));
}

} // namespace ui::tickets
