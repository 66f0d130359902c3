// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include "paper/document.h"

#include <QWidget>

namespace ui::paper
{
class PreviewWidget;
}

namespace ui::accounts
{

/// "Who may do what" as it hangs on the wall: a deed a row, a role a column, from the tables by which it is judged.
paper::Document rightsDocument(
    const QString &company, const QString &madeBy, const QString &madeAt);

/// The same on the screen, to be looked at, printed or saved.
class RightsSheet : public QWidget
{
    Q_OBJECT

public:
    explicit RightsSheet(Desk &desk, QWidget *parent = nullptr);

    const paper::PreviewWidget &preview() const { return *m_preview; }

private:
    QWidget *makeButtons();
    void layOutPages();

    Desk &m_desk;
    paper::PreviewWidget *m_preview;
};

/// Shows the sheet in a window of its own, to anybody.
void showRights(Desk &desk, QWidget *parent);

} // namespace ui::accounts
