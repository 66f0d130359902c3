// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/slip.h"
#include "slips/slip_facts.h"

#include <QCoreApplication>

namespace ui::slips
{

// What the slips have in common: their words, and the lines that several of them have.

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::slips)
};

// An empty slip of this name for a ticket, with its number.
paper::Slip slipFor(const SlipFacts &facts, QStringView name);
// Rows without a value don't stand on the paper.
void addRows(paper::Slip &slip, const QList<paper::LabelValue> &rows, int columns = 1);
// "Repair · Water · Leak".
QString matterOf(const SlipFacts &facts);
// The title says again, shorter, what the description says.
QString contentOf(const SlipFacts &facts);
// The last promise of a clock, "2026-11-20 16:32"; empty when none was made.
QString promise(const SlipFacts &facts, QAnyStringView clock);
QString howToAsk(const SlipFacts &facts);
// What the latest step of an action said in a field; empty where there is none.
QString lastText(const SlipFacts &facts, QAnyStringView action, quint8 number);

} // namespace ui::slips
