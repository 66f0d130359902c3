// SPDX-License-Identifier: GPL-3.0-or-later
#include "tickets/group_tags.h"

#include "domain/words.h"
#include "widgets/flow_layout.h"
#include "widgets/state_tag.h"

namespace ui::tickets
{

using namespace domain;
using widgets::Mood;

Mood groupMood(QStringView group)
{
    if (group == u"medical_power")
        return Mood::Late;
    if (group == u"elderly_alone" || group == u"disabled" || group == u"infant")
        return Mood::Soon;
    return isWord(List::CustomerGroup, group) ? Mood::Running : Mood::Open;
}

GroupTags::GroupTags(QWidget *parent)
    : QWidget(parent)
    , m_flow(new widgets::FlowLayout(this))
{
    m_flow->setContentsMargins(0, 0, 0, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void GroupTags::setGroups(const QStringList &groups)
{
    if (groups == m_groups)
        return;
    m_groups = groups;
    while (QLayoutItem *item = m_flow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList words;
    for (const QString &group : groups) {
        auto *tag = new widgets::StateTag(this);
        words << wordFor(List::CustomerGroup, group);
        tag->setState(groupMood(group), words.constLast());
        m_flow->addWidget(tag);
        tag->show();
    }
    setAccessibleName(words.join(QStringLiteral(", ")));
    setVisible(!groups.isEmpty());
}

} // namespace ui::tickets
