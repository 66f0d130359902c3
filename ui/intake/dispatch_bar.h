// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/choices.h"
#include "items/caller_answer.h"

#include <QWidget>

namespace ui::widgets
{
class TypeAheadEdit;
}

namespace ui::intake
{

/// One line that asks to whom a matter is sent when it is taken in and dispatched in one go. It proposes
/// the team of the place; Enter agrees, Esc goes back to the form.
class DispatchBar : public QWidget
{
    Q_OBJECT

public:
    explicit DispatchBar(Desk &desk, QWidget *parent = nullptr);

    void open(const std::optional<items::Proposal> &proposal);
    /// Takes what stands in the field; nothing happens while nobody is named.
    void agree();

Q_SIGNALS:
    void agreed(const Dispatchee &whom);
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    widgets::TypeAheadEdit *m_whom;
};

} // namespace ui::intake
