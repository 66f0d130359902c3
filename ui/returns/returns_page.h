// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace ui::widgets
{
class FormGrid;
}

namespace ui::returns
{

class SittingModel;
class SlipForm;

/// Typing a stack of returned slips in for those who carry no computer: the slip's code opens its
/// ticket at the step that is due; what stands on it is typed off, several steps at once; Ctrl+Enter saves and
/// goes to the next code. What was typed in this sitting stands below.
class ReturnsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ReturnsPage(Desk &desk, QWidget *parent = nullptr);

    /// As if the code had been scanned.
    void openCode(const QString &code);

private:
    void layOut();
    void layOutList();
    void showEmpty();
    void open();
    void showSlip(SlipForm *slip);
    void showTicket();
    void save();
    void saved(const QVector<domain::Command> &commands, const QVector<store::Verdict> &verdicts);
    void note(const QVector<domain::Command> &commands, const QVector<store::Verdict> &verdicts);
    void backToCode();

    Desk &m_desk;
    widgets::FormGrid *m_codeForm;
    QLineEdit *m_code;
    QLabel *m_ticket;
    QWidget *m_place; ///< where the slip's form stands
    SlipForm *m_slip = nullptr;
    QPushButton *m_save;
    SittingModel *m_sitting;
    QWidget *m_empty;
    QTableView *m_list;
    bool m_isSaving = false;
};

} // namespace ui::returns
