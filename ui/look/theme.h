// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/palette.h"

#include <QObject>

namespace ui::look
{

// Dresses the application: style, palette and type. It follows the system's light or dark
// appearance until a person chooses one, and changes both while the window is open.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };
    Q_ENUM(Choice)

    // The application must exist; the theme takes effect at once.
    explicit Theme(Choice choice = Choice::System, QObject *parent = nullptr);

    Choice choice() const { return m_choice; }
    void setChoice(Choice choice);
    Scheme shown() const;

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void dress();

    Choice m_choice;
    Scheme m_system;
};

} // namespace ui::look
