// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "slips/print_slips.h"

#include <QDialog>

class QComboBox;

namespace ui::paper
{
class PreviewWidget;
}

namespace ui::slips
{

// One batch of slips before it goes to the printer.
class SlipDialog : public QDialog
{
    Q_OBJECT

public:
    SlipDialog(Desk &desk, const SlipSpec &spec, const QStringList &numbers, QWidget *parent);

    void setPaper(SlipPaper paper);
    const paper::Pages &pages() const;

private:
    QWidget *makeActions();
    void layOut();
    void noteLooks();

    Desk &m_desk;
    const SlipSpec &m_spec;
    QStringList m_numbers;
    QComboBox *m_paper;
    paper::PreviewWidget *m_preview;
};

} // namespace ui::slips
