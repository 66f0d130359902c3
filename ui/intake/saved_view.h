// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ui::intake
{

/// What stands there after a matter was taken in: the number in large type, the promise in words to
/// read out, and what the next key does. Any key that writes begins the next form with it.
class SavedView : public QWidget
{
    Q_OBJECT

public:
    explicit SavedView(QWidget *parent = nullptr);

    struct Words {
        QString head; ///< what was done
        QString number;
        QString promise; ///< to be read out
        QString due;
        QString next; ///< to whom it goes
    };
    void show(const Words &words);
    /// What else is said there, below to whom it goes.
    void addCard(QWidget *card);

Q_SIGNALS:
    void printRequested();
    void anotherMatterRequested();
    /// The next call, with what was typed already.
    void nextRequested(const QString &typed);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QVBoxLayout *m_column;
    QLabel *m_head;
    QLabel *m_number;
    QLabel *m_promise;
    QLabel *m_due;
    QLabel *m_next;
};

} // namespace ui::intake
