// SPDX-License-Identifier: GPL-3.0-or-later
#include "slips/print_slips.h"

#include "tickets/office.h"

namespace ui::slips
{

paper::Pages slipPages(store::Reader &reader, const SlipSpec &spec, const QStringList &numbers,
    SlipPaper paper, const domain::Id &printedBy)
{
    QList<paper::Slip> slips;
    for (const QString &number : numbers) {
        if (const auto facts = findSlipFacts(reader, number, printedBy))
            slips.append(spec.make(*facts));
    }
    const paper::Pages pages =
        layOut(slips, paper == SlipPaper::Roll80 ? paper::Format::Roll80 : paper::Format::A5);
    return paper == SlipPaper::TwoOnA4 ? twoUp(pages) : pages;
}

SheetDialog *showSlips(
    Desk &desk, const SlipSpec &spec, const QStringList &numbers, QWidget *parent)
{
    const auto on = [&desk, &spec, numbers](SlipPaper paper) {
        return [&desk, &spec, numbers, paper] {
            return slipPages(desk.read(), spec, numbers, paper, desk.actor());
        };
    };
    const QString title = numbers.size() == 1
        ? QStringLiteral("%1 %2").arg(spec.text(), numbers.constFirst())
        : SheetDialog::tr("%1: %2 tickets").arg(spec.text()).arg(numbers.size());
    auto *dialog = new SheetDialog(title,
        {{a5Words(), on(SlipPaper::A5)}, {twoOnA4Words(), on(SlipPaper::TwoOnA4)},
            {SheetDialog::tr("Roll, 80 mm"), on(SlipPaper::Roll80)}},
        parent);
    const items::Looks looks(tickets::onlookerAt(desk));
    for (const QString &number : numbers) {
        if (const auto found = desk.read().findTicket(number))
            looks.note({found->ticket.values[domain::field::Customer].value<domain::Id>(),
                found->ticket.id, QStringLiteral("slip"), {}});
    }
    // Whoever sits down after a lock hasn't asked for them.
    QObject::connect(&desk, &Desk::satDown, dialog, [&desk, dialog, who = desk.actor()] {
        if (desk.actor() != who)
            dialog->reject();
    });
    dialog->open();
    return dialog;
}

} // namespace ui::slips
