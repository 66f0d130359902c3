// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/scopes.h"
#include "items/ticket_card.h"
#include "items/ticket_list_model.h"
#include "widgets/mood.h"
#include "widgets/timeline.h"

namespace ui::tickets
{

/// The words, shapes and tones in which the window shows what the models mean.

widgets::Mood stateMood(QStringView state);
/// "Repair · Water · Urgent"; an ordinary urgency is not said.
QString kindWords(const domain::Values &ticket);
/// A column's heading, and a cell's words for its meaning.
QString columnTitle(int column);
QString cellWords(int column, const QVariant &meaning, qint64 now_ms, const QTimeZone &zone);
/// The name of a list out of items::queryForScope.
QString scopeTitle(QStringView scope);
/// What a stage of a workflow is called on the ticket page.
QString stageTitle(QStringView workflow, const items::TicketCard::Stage &stage);
/// "Wang Fang · Clerk".
QString personWords(const items::TicketCard::Person &person);
/// The service record, the newest step first.
QList<widgets::TimelineStep> recordOf(const items::TicketCard &card);
/// A phone number in groups that can be read out: "138 0013 8000".
QString phoneWords(const QString &phone);
/// A number of bytes as people read it.
QString sizeWords(qint64 size_bytes);

} // namespace ui::tickets
