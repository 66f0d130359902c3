// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui::start
{

/// One question of the first start: what is asked, and what may be said to it.
class StartStep : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString title() const = 0;
    /// What the answer is for, in a sentence or two.
    virtual QString hint() const = 0;
    /// What the button that goes on says.
    virtual QString nextText() const { return tr("Next"); }
    /// Checks the answer and says beside its fields what is wrong; true when there is nothing.
    virtual bool check() { return true; }
    /// The step is shown.
    virtual void enter() { }

Q_SIGNALS:
    void changed();
    /// Enter behind the last field.
    void goOn();
    void failed(const QString &why);
};

} // namespace ui::start
