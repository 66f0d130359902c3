// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include <QWidget>

class QListWidget;

namespace ui::paper
{
class PreviewWidget;
}

namespace ui::workflows
{

/// The ways of all kinds of matters, one beside the other's name, as they are printed for the wall.
class WorkflowsPage : public QWidget
{
    Q_OBJECT

public:
    explicit WorkflowsPage(Desk &desk, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void layOut();

    Desk &m_desk;
    QListWidget *m_list;
    paper::PreviewWidget *m_preview;
};

} // namespace ui::workflows
