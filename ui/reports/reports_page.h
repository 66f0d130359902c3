// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"
#include "reports/figure_table.h"
#include "reports/figures.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace ui::paper
{
class PreviewWidget;
}

namespace ui::widgets
{
class Banner;
}

namespace ui::reports
{

class FigureCount;
class PeriodPicker;

// Writes figures as a spreadsheet file; gives why it couldn't, or nothing. Handed in by the program, for the
// window knows no file formats. Called on another thread.
using SaveTable = std::function<QString(const ::reports::FigureTable &table, const QString &path)>;

// The reports: which one, when and where on the left; on the right the real page as it will print.
class ReportsPage : public QWidget
{
    Q_OBJECT

public:
    ReportsPage(Desk &desk, SaveTable saveTable, QWidget *parent = nullptr);

    PeriodPicker &period() { return *m_period; }
    // Null until the first figures are there.
    const ::reports::Figures *figures() const { return m_figures.get(); }
    paper::PreviewWidget &preview() { return *m_preview; }

    void count(); // counts what is chosen, anew
    void saveXlsx(const QString &path);

Q_SIGNALS:
    void shown(); // the page on the right is that of the choice on the left

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeChoices();
    QWidget *makeActions();
    QWidget *makeWaiting();
    QPushButton *addAction(const QString &text, const QKeySequence &key);
    void fillGrids();
    void showFigures(const std::shared_ptr<const ::reports::Figures> &figures);
    void showFailure(const QString &why);
    void chooseXlsx();
    void personChanged();
    void markStale();
    QString fileName(const QString &suffix) const;

    Desk &m_desk;
    SaveTable m_saveTable;
    FigureCount *m_count;
    std::shared_ptr<const ::reports::Figures> m_figures;
    QComboBox *m_report;
    PeriodPicker *m_period;
    QListWidget *m_grids;
    QPushButton *m_again;
    QList<QPushButton *> m_outputs; // print, PDF, XLSX: only where there are figures
    QStackedWidget *m_right;
    paper::PreviewWidget *m_preview;
    QLabel *m_waiting;
    widgets::Banner *m_banner;
};

} // namespace ui::reports
