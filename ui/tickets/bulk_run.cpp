// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/bulk_run.h"

namespace ui::tickets
{

using namespace domain;

BulkRun::BulkRun(Desk &desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
{
}

void BulkRun::start(const QVector<qint64> &tickets, const ActionForm::Filled &filled)
{
    QVector<Command> commands;
    QStringList numbers;
    for (qint64 row : tickets.mid(0, most)) {
        const auto found = m_desk.read().findTicket(row);
        if (!found)
            continue;
        numbers << found->ticket.values.text(field::Number);
        commands << ActOnTicket{found->ticket.id, filled.action, filled.values, filled.by,
            filled.at_ms, found->ticket.revision};
    }
    m_desk.submitAll(commands).then(this,
        [this, numbers](const QVector<store::Verdict> &verdicts) { sumUp(numbers, verdicts); });
}

void BulkRun::sumUp(const QStringList &numbers, const QVector<store::Verdict> &verdicts)
{
    Summary summary;
    for (int at = 0; at < verdicts.size(); ++at) {
        if (const Refusal *refusal = store::refused(verdicts.at(at)))
            summary.refused << QStringLiteral("%1: %2").arg(numbers.value(at), refusal->what);
        else
            ++summary.done;
    }
    Q_EMIT finished(summary);
}

} // namespace ui::tickets
