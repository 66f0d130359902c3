// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/pages.h"

#include <QDialog>

#include <functional>

class QComboBox;

namespace ui::paper
{
class PreviewWidget;
}

namespace ui::slips
{

// A sheet as it will be printed, with the choice of paper where there is one: Ctrl+P prints it, or it becomes a PDF. Goes when it is
// closed.
class SheetDialog : public QDialog
{
    Q_OBJECT

public:
    struct Paper {
        QString name;
        std::function<paper::Pages()> make; // what stands on it; called when the paper is chosen
    };

    SheetDialog(const QString &title, const QList<Paper> &papers, QWidget *parent);

    void setPaper(int at);
    const paper::Pages &pages() const;

Q_SIGNALS:
    // It went to a printer, or into a file.
    void handedOut();

private:
    QWidget *makeActions();
    void layOut();

    const QList<Paper> m_papers;
    QComboBox *m_paper;
    paper::PreviewWidget *m_preview;
};

// The words for two papers that many sheets go on.
QString a5Words();
QString twoOnA4Words();

} // namespace ui::slips
