// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace support
{

/// Somebody at the keyboard of a page, who never touches the mouse. What is typed goes to whatever has the
/// focus, as in the real window.
class Typist
{
public:
    /// Shows the page and waits until it has the keyboard.
    explicit Typist(QWidget &page);

    void keys(const QString &latin);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void enter() { key(Qt::Key_Return); }
    /// Chinese by an input method: the letters stand as preedit text, then the characters come.
    void chinese(const QString &characters, const QString &letters = QStringLiteral("pin yin"));
    void compose(const QString &letters);
    QWidget *focus() const;
    /// Tab by Tab to what bears this name or holds it. Whether it came there; if not, it says what it passed.
    bool walkTo(const QString &name);
    /// The code of a slip, typed into the window's finder as a scanner does.
    void scan(const QString &code);
    /// Saves what the page looks like when the variable GRIDDESK_SHOTS names a folder.
    void shoot(const QString &name) const;

private:
    QWidget &m_page;
};

} // namespace support
