// SPDX-License-Identifier: GPL-3.0-or-later
#include "slips/print_slips.h"

#include "slips/slip_dialog.h"

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

void printSlips(Desk &desk, const SlipSpec &spec, const QStringList &numbers, QWidget *parent)
{
    auto *dialog = new SlipDialog(desk, spec, numbers, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace ui::slips
