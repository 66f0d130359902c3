// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/batch_run.h"

namespace items
{

using namespace domain;

BatchRun::BatchRun(Submit submit, QObject *parent)
    : QObject(parent)
    , m_submit(std::move(submit))
{
}

void BatchRun::start(Next next)
{
    if (std::exchange(m_isRunning, true))
        return;
    m_next = std::move(next);
    m_summary = {};
    goOn();
}

void BatchRun::goOn()
{
    QVector<Deed> deeds;
    QVector<Command> commands;
    while (commands.isEmpty()) {
        deeds = m_summary.isStopped ? QVector<Deed>() : m_next(helping);
        if (deeds.isEmpty()) {
            m_isRunning = false;
            m_next = {};
            Q_EMIT finished(m_summary);
            return;
        }
        for (const Deed &deed : deeds) {
            if (!deed.obstacle.isEmpty())
                refuse(deed, deed.obstacle);
            else
                commands.append(deed.command);
        }
        deeds.removeIf([](const Deed &deed) { return !deed.obstacle.isEmpty(); });
    }
    m_submit(commands).then(
        this, [this, deeds](const QVector<store::Verdict> &verdicts) { take(deeds, verdicts); });
}

void BatchRun::refuse(const Deed &deed, const QString &why)
{
    ++m_summary.refused;
    if (m_summary.refusals.size() < mostTold)
        m_summary.refusals << QStringLiteral("%1: %2").arg(deed.name, why);
}

void BatchRun::take(const QVector<Deed> &deeds, const QVector<store::Verdict> &verdicts)
{
    for (qsizetype at = 0; at < std::min(deeds.size(), verdicts.size()); ++at) {
        if (const Refusal *refusal = store::refused(verdicts.at(at)))
            refuse(deeds.at(at), refusal->what);
        else
            ++m_summary.done;
    }
    Q_EMIT progressed(m_summary.done + m_summary.refused);
    goOn();
}

} // namespace items
