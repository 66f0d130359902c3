// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/mood.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace ui::widgets
{

// A message that stands at the top of a page until it is dismissed, without stopping any work: what was
// just done, and the button that takes it back; what was refused; what came from another desk.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    void showMessage(Mood mood, const QString &text);
    void showUndoable(
        const QString &text, std::function<void()> undo); // dismissed when it is undone
    void dismiss();
    QString text() const;

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void put(Mood mood, const QString &text, std::function<void()> undo);

    Mood m_mood = Mood::Open;
    QLabel *m_text;
    QPushButton *m_undoButton;
    std::function<void()> m_undo;
};

} // namespace ui::widgets
