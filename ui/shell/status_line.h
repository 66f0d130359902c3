// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/mood.h"

#include <QKeySequence>
#include <QWidget>

class QLabel;

namespace ui::widgets
{
class IconText;
}

namespace ui::shell
{

// The line at the bottom: is this desk in step with the others, what is about to be late, when was the
// last save durable, and the key that finds anything.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    enum class Sync { Alone, InStep, Behind, Offline, Trouble };

    explicit StatusLine(QWidget *parent = nullptr);

    void setSync(Sync sync, const QString &words);
    void setDueSoon(int count); // 0 shows none
    void setSaved(const QString &time); // as it is shown; empty shows none
    // What came in by the online channel, or why nothing does; empty shows none.
    void setOnline(widgets::Mood mood, const QString &words);
    void setFindKeys(const QKeySequence &keys);
    void setSyncHint(const QString &hint); // what a click on it does

Q_SIGNALS:
    void syncAsked(); // somebody clicked how it stands with the others
    void onlineAsked(); // or the word about the online channel

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    widgets::IconText *m_sync;
    widgets::IconText *m_dueSoon;
    widgets::IconText *m_saved;
    widgets::IconText *m_online;
    QLabel *m_find;
};

} // namespace ui::shell
