// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/mood.h"

#include <QWidget>

namespace ui::widgets
{
class FlowLayout;
}

namespace ui::tickets
{

/// How loud a group is said: who needs power to breathe before who is a key user.
widgets::Mood groupMood(QStringView group);

/// A customer's groups as tags, each a word with a shape, on as many lines as they need. Hidden without any.
class GroupTags : public QWidget
{
    Q_OBJECT

public:
    explicit GroupTags(QWidget *parent = nullptr);

    /// Codes of List::CustomerGroup, and words of one's own.
    void setGroups(const QStringList &groups);

private:
    widgets::FlowLayout *m_flow;
    QStringList m_groups;
};

} // namespace ui::tickets
