// SPDX-License-Identifier: GPL-3.0-or-later
#include "visits/visits_page.h"

#include "desk.h"
#include "domain/words.h"
#include "items/scopes.h"

namespace ui::visits
{

using namespace domain;

namespace
{

/// In the order of their keys: 1 is the worst, 5 the best, U for nobody there.
CallTask visits()
{
    CallTask task{.action = QStringLiteral("visit"),
        .name = VisitsPage::tr("Queue of return visits"),
        .question = VisitsPage::tr("What the customer says"),
        .notTheirs = VisitsPage::tr(
            "This visit is not yours to make: it lies in another grid or department."),
        .nobody = {QStringLiteral("visits"), VisitsPage::tr("Nobody waits for a call"),
            VisitsPage::tr(
                "Repairs that the grid chief has filed stand here until the customer was asked "
                "whether all is well. The one that is due first stands in front."),
            {}, {}}};
    for (int value = 1; value <= 5; ++value) {
        task.answers.append(
            {{QString::number(value),
                 QStringLiteral("%1 %2").arg(value).arg(satisfactionWord(value)), {}},
                QKeySequence(Qt::Key_0 + value), {{field::Satisfaction, value}}});
    }
    const QString unreached = QStringLiteral("unreached");
    task.answers.append({{unreached, QStringLiteral("U ") + wordFor(List::Outcome, unreached),
                             QStringLiteral("phone")},
        QKeySequence(Qt::Key_U), {{field::Outcome, unreached}}});
    return task;
}

} // namespace

VisitsPage::VisitsPage(Desk &desk, QWidget *parent)
    : CallQueue(desk, visits(), parent)
{
    setAccessibleName(tr("Return visits"));
    call(items::queryForScope(u"visit", {}, desk.read().now_ms()));
}

} // namespace ui::visits
