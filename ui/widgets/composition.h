// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QEvent;
class QKeyEvent;

namespace ui::widgets
{

// Chinese is typed through an input method: while its preedit text stands in a field, Enter, Esc, Tab
// and arrows belong to the input method, even those that it passes on. Composition follows one
// field's events and says whether preedit text stands in it.
class Composition
{
public:
    void follow(const QEvent &event);
    bool stands() const { return m_stands; }

    // Keys that do something, as against keys that write a character.
    static bool isActionKey(const QKeyEvent &key);

private:
    bool m_stands = false;
};

// Installed on the application, keeps every shortcut and every action key from acting while preedit
// text stands in the field that has the focus.
class CompositionGuard : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Composition m_composition;
};

} // namespace ui::widgets
