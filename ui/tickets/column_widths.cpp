// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/column_widths.h"

#include "domain/words.h"
#include "domain/workflow.h"
#include "items/ticket_list_model.h"
#include "look/measures.h"
#include "tickets/ticket_words.h"
#include "widgets/clock_label.h"
#include "widgets/state_tag.h"

#include <QFontMetrics>

#include <algorithm>

namespace ui::tickets
{

using items::TicketListModel;

namespace
{

constexpr int padding = 2 * (look::unit + 1);
constexpr qint64 hour_ms = 3'600'000;

int widestState(const QFontMetrics &metrics)
{
    int widest = 0;
    for (const domain::WorkflowSpec &workflow : domain::allWorkflows()) {
        for (const domain::StateSpec &state : workflow.states)
            widest = std::max(widest,
                widgets::stateTagWidth(
                    domain::stateWord(QString::fromLatin1(state.code)), metrics));
    }
    return widest + look::unit;
}

int widestClock(const QFontMetrics &metrics)
{
    // Two digits and two: days and hours, or hours and minutes.
    const int late =
        metrics.horizontalAdvance(widgets::clockWords(0, 90 * 24 * hour_ms - 1, 0).text);
    const int left = metrics.horizontalAdvance(widgets::clockWords(24 * hour_ms - 1, 0, 0).text);
    return std::max(late, left) + look::smallIcon + 4 * look::unit;
}

} // namespace

int columnWidth(int column, const QFontMetrics &metrics)
{
    const auto wide = [&metrics](const QString &words) { return metrics.horizontalAdvance(words); };
    int inside = 0;
    switch (column) {
    case TicketListModel::State:
        inside = widestState(metrics);
        break;
    case TicketListModel::Due:
        inside = widestClock(metrics);
        break;
    case TicketListModel::Number:
        inside = wide(QStringLiteral("03A-261121-0000"));
        break;
    case TicketListModel::Category:
        inside = 5 * wide(QStringLiteral("网"));
        break;
    case TicketListModel::Assignee:
        inside = 3 * wide(QStringLiteral("网"));
        break;
    default:
        break;
    }
    return std::max(inside, wide(columnTitle(column))) + padding + look::unit;
}

} // namespace ui::tickets
