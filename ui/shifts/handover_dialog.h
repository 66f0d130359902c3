// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shifts/handover_slip.h"

#include <QDialog>

class Desk;
class QComboBox;

namespace ui::paper
{
class PreviewWidget;
}

namespace ui::shifts
{

/// A handover as it will be printed, with the choice of paper: Ctrl+P prints it.
class HandoverDialog : public QDialog
{
    Q_OBJECT

public:
    /// The desk must outlive it.
    HandoverDialog(Desk &desk, const domain::Id &handover, QWidget *parent);

    const paper::Pages &pages() const;

private:
    QWidget *makeActions();
    void layOut();

    Desk &m_desk;
    const domain::Id m_handover;
    QComboBox *m_paper;
    paper::PreviewWidget *m_preview;
};

} // namespace ui::shifts
