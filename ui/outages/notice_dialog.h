// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/pages.h"

#include <QDialog>

namespace ui::paper
{
class PreviewWidget;
}

namespace ui::outages
{

/// The notice of an outage as it will be printed: Ctrl+P prints it, or it becomes a PDF.
class NoticeDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NoticeDialog(const paper::Pages &pages, QWidget *parent = nullptr);

    const paper::Pages &pages() const;

Q_SIGNALS:
    /// It is on its way to a printer or into a file.
    void handedOut();

private:
    paper::PreviewWidget *m_preview;
};

} // namespace ui::outages
