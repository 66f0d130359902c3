// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QToolButton>

namespace ui::notices
{

/// How many notices are unread, at the top of the window: a bell, the number beside it, and the key that opens the list.
class NoticeBell : public QToolButton
{
    Q_OBJECT

public:
    explicit NoticeBell(QWidget *parent = nullptr);

    void setUnread(int count);
    void setKeys(const QKeySequence &keys);

private:
    void rename();

    int m_unread = 0;
    QKeySequence m_keys;
};

} // namespace ui::notices
