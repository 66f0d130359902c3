// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QWidget>

namespace ui::widgets
{

// What stands on a page that has nothing yet: what it is for, and the key that puts the first one in.
class EmptyPage : public QWidget
{
    Q_OBJECT

public:
    struct Words {
        QString icon;
        QString title;
        QString text; // what will stand here
        QKeySequence key; // none: no line about a key
        QString keyText; // what the key does
    };

    explicit EmptyPage(const Words &words, QWidget *parent = nullptr);

    void offerKey(bool offer); // not to a person whose key it isn't

private:
    QWidget *m_key = nullptr;
};

} // namespace ui::widgets
