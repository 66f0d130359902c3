// SPDX-License-Identifier: GPL-3.0-or-later
#include "slips/slip_words.h"

#include "domain/words.h"
#include "slips/slips.h"

namespace ui::slips
{

using namespace domain;
using paper::LabelValue;
using paper::Slip;
using paper::SlipRows;

Slip slipFor(const SlipFacts &facts, QStringView name)
{
    const SlipSpec *spec = findSlip(name);
    return {.company = facts.company,
        .title = spec ? spec->text() : QString(),
        .number = facts.text(field::Number),
        .footer = facts.footer()};
}

void addRows(Slip &slip, const QList<LabelValue> &rows, int columns)
{
    SlipRows filled{{}, columns};
    for (const LabelValue &row : rows) {
        if (!row.value.isEmpty())
            filled.rows.append(row);
    }
    if (!filled.rows.isEmpty())
        slip.parts.append(filled);
}

QString matterOf(const SlipFacts &facts)
{
    QStringList words{wordFor(List::Kind, facts.text(field::Kind)),
        wordFor(List::Line, facts.text(field::Line)), facts.text(field::Category)};
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}

QString contentOf(const SlipFacts &facts)
{
    const QString description = facts.text(field::Description);
    return description.isEmpty() ? facts.text(field::Title) : description;
}

QString promise(const SlipFacts &facts, QAnyStringView clock)
{
    qint64 due_ms = 0;
    for (const TicketClock &promised : facts.ticket.clocks) {
        if (promised.clock == clock)
            due_ms = promised.due_ms;
    }
    return facts.time(due_ms);
}

QString howToAsk(const SlipFacts &facts)
{
    const QString number = facts.text(field::Number);
    if (facts.companyPhone.isEmpty())
        return Words::tr("Ask at the counter at any time with the number %1.").arg(number);
    return Words::tr("Ask at any time: call %1 or come to the counter with the number %2.")
        .arg(facts.companyPhone, number);
}

QString lastText(const SlipFacts &facts, QAnyStringView action, quint8 number)
{
    const Step *step = facts.ticket.latest(action);
    return step ? step->values.text(number) : QString();
}

} // namespace ui::slips
