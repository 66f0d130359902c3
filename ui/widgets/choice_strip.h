// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QLabel;

namespace ui::widgets
{

class Chip;

struct Choice {
    QString id;
    QString text;
    QString icon; // name of an icon; may be empty
};

// A row of words of which one holds: the kind or the line of a ticket. Arrows walk, a digit or the
// shortcut (Alt+1…) jumps; for Tab the whole row is one stop.
class ChoiceStrip : public QWidget
{
    Q_OBJECT

public:
    explicit ChoiceStrip(const QString &name, QWidget *parent = nullptr);

    void setChoices(const QList<Choice> &choices);
    void setShortcutModifier(Qt::KeyboardModifier modifier); // with 1…9, in the whole window

    QString current() const; // empty while nothing is chosen
    void setCurrent(const QString &id); // an id that is not there chooses nothing

Q_SIGNALS:
    void currentChanged(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int row() const;
    void choose(int row, bool focus);
    void renewStops();
    void renewShortcuts();
    bool walk(int key);

    QList<Choice> m_choices;
    QList<Chip *> m_chips;
    QList<QObject *> m_shortcuts;
    QLabel *m_hint;
    Qt::KeyboardModifier m_modifier = Qt::NoModifier;
};

} // namespace ui::widgets
