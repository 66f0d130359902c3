// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/workflow.h"

#include <QWidget>

class QLabel;

namespace ui::tickets
{

/// What may be done next, a button for each allowed action in the workflow's order; the first is the
/// one that is due. Ctrl+1…9 press them. What is no step on the way lies in a menu behind them, on Ctrl+0, unless somebody waits
/// for its answer. Where there is none it says why.
class ActionBar : public QWidget
{
    Q_OBJECT

public:
    explicit ActionBar(QWidget *parent = nullptr);

    void setActions(const std::vector<const domain::ActionSpec *> &actions);
    /// What is said where no action is offered.
    void setNothing(const QString &words);

Q_SIGNALS:
    void picked(const QString &action);

private:
    void showHint(int keys);
    void addButton(const domain::ActionSpec &action, int place);
    void addMore(const std::vector<const domain::ActionSpec *> &actions);

    QLabel *m_hint; ///< the keys of the buttons
    QLabel *m_nothing;
};

} // namespace ui::tickets
