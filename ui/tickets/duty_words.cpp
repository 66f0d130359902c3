// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/duty_words.h"

#include "tickets/ticket_words.h"
#include "widgets/time_words.h"

#include <QCoreApplication>

namespace ui::tickets
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::tickets::duty)
};

} // namespace

QString dutyNames(const QVector<items::OnDuty> &people)
{
    QStringList names;
    for (const items::OnDuty &one : people) {
        QStringList parts{one.name, phoneWords(one.phone)};
        parts.removeAll(QString());
        const QString name = parts.join(u' ');
        names << (one.team.isEmpty() ? name : Words::tr("%1 (%2)").arg(name, one.team));
    }
    return names.join(Words::tr(", "));
}

QString dutyWords(const items::DutyWatch &watch, qint64 now_ms, const QTimeZone &zone)
{
    const QString now = watch.now.isEmpty()
        ? Words::tr("Nobody is on duty now by the roster")
        : Words::tr("On duty now: %1").arg(dutyNames(watch.now));
    if (watch.next.isEmpty())
        return now;
    return Words::tr("%1 · next: %2 from %3")
        .arg(now, dutyNames(watch.next), widgets::timeWords(watch.next_ms, now_ms, zone));
}

} // namespace ui::tickets
