// SPDX-License-Identifier: GPL-3.0-or-later
#include "customers/file_words.h"

#include "domain/words.h"
#include "tickets/ticket_words.h"
#include "widgets/time_words.h"

#include <QCoreApplication>

namespace ui::customers
{

using namespace domain;
using items::CustomerCard;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::customers)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString day(const CustomerCard &card, const QVariant &at_ms)
{
    return at_ms.isValid() ? QDateTime::fromMSecsSinceEpoch(at_ms.toLongLong(), card.zone())
                                 .toString(QStringLiteral("yyyy-MM-dd"))
                           : QString();
}

} // namespace

QString reachWords(
    const CustomerCard &card, const items::ShownContact &shown, const items::ShownContact &covered)
{
    return joined({wordFor(List::CustomerKind, card.values().text(customer::Kind)),
        tickets::phoneWords(shown.phone), covered.identity, shown.address});
}

QString wishWords(const CustomerCard &card)
{
    return joined({wordFor(List::ContactWay, card.values().text(customer::ContactWay)),
        card.text(customer::ContactTime), card.text(customer::Language),
        card.text(customer::Remark)});
}

QString premisesWords(const CustomerCard &card, const store::NumberedRow &row)
{
    const Values &values = row.row.values;
    const QString since = day(card, values[premises::From]),
                  until = day(card, values[premises::Until]);
    return joined({card.open(premises::Address, values[premises::Address]),
        wordFor(List::PremisesKind, values.text(premises::Kind)),
        card.gridName(values[premises::Grid].value<Id>()),
        since.isEmpty() ? QString() : Words::tr("since %1").arg(since),
        until.isEmpty() ? QString() : Words::tr("until %1").arg(until)});
}

QString meterWords(const CustomerCard &card, const store::NumberedRow &row)
{
    QStringList parts;
    for (const FieldSpec &spec : registerSpec(Register::Premises).fields) {
        if (spec.id >= premises::WaterAccount && spec.id <= premises::PropertyAccount
            && row.row.values.has(spec.id))
            parts << labelOf(spec) + QLatin1Char(' ') + card.open(spec.id, row.row.values[spec.id]);
    }
    parts << card.open(premises::Remark, row.row.values[premises::Remark]);
    return joined(parts);
}

QString contactWords(const CustomerCard &card, const store::NumberedRow &row)
{
    const items::ShownContact shown = card.contact(row, items::Clarity::Clear);
    return joined({shown.name, card.open(contact::Relation, row.row.values[contact::Relation]),
        tickets::phoneWords(shown.phone)});
}

QString mergedWords(const CustomerCard &card, const store::NumberedRow &row)
{
    const items::ShownContact shown = card.contact(row, items::Clarity::Masked);
    return joined({shown.name, shown.phone, shown.address});
}

QString saidWords(const CustomerCard &card, const items::CustomerHistory::Said &said)
{
    return joined({satisfactionWord(said.satisfaction),
        widgets::timeWords(said.at_ms, card.now_ms(), card.zone()), said.number});
}

QString plannedWords(const CustomerCard &card, const items::CustomerHistory::Planned &planned)
{
    return joined({planned.plan, wordFor(List::Outcome, planned.outcome), planned.scores,
        widgets::timeWords(planned.at_ms, card.now_ms(), card.zone()),
        card.personName(planned.by)});
}

QString callWords(const CustomerCard &card, const items::CustomerHistory::Call &call)
{
    return joined({actionWord(call.action), wordFor(List::Outcome, call.outcome),
        widgets::timeWords(call.at_ms, card.now_ms(), card.zone()), card.personName(call.by),
        call.number});
}

} // namespace ui::customers
