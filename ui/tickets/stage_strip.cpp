// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/stage_strip.h"

#include "look/measures.h"
#include "tickets/ticket_words.h"
#include "widgets/flow_layout.h"
#include "widgets/icon_text.h"

namespace ui::tickets
{

using items::TicketCard;

StageStrip::StageStrip(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Stages"));
    new widgets::FlowLayout(this);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StageStrip::show(const TicketCard &card)
{
    qDeleteAll(findChildren<widgets::IconText *>(Qt::FindDirectChildrenOnly));
    for (const TicketCard::Stage &stage : card.stages()) {
        auto *word = new widgets::IconText(this);
        const QString title =
            tr("%1 %2").arg(stage.number).arg(stageTitle(card.ticket().workflow, stage));
        switch (stage.progress) {
        case TicketCard::Stage::Done:
            word->setContent(QStringLiteral("done"), title, look::Tone::Done);
            word->setAccessibleDescription(tr("done"));
            break;
        case TicketCard::Stage::Here:
            word->setContent(QStringLiteral("running"), title, look::Tone::Accent);
            word->setAccessibleDescription(tr("in progress"));
            break;
        case TicketCard::Stage::Ahead:
            word->setContent(QStringLiteral("open"), title, look::Tone::Muted);
            word->setAccessibleDescription(tr("still ahead"));
            break;
        }
        layout()->addWidget(word);
        word->setVisible(true);
    }
    updateGeometry();
}

} // namespace ui::tickets
