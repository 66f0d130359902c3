// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/duty_log_model.h"

#include <QWidget>

class Desk;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace ui::widgets
{
class Banner;
class ChoiceStrip;
class EmptyPage;
} // namespace ui::widgets

namespace ui::shifts
{

/// The duty log: a line is typed in seconds (Alt+1 … chooses what came in, Enter records it), and what is still to be done stays open
/// until somebody says what came of it. Alt+Left and Alt+Right turn the days.
class DutyLogPanel : public QWidget
{
    Q_OBJECT

public:
    /// Desk and banner must outlive it.
    DutyLogPanel(Desk &desk, widgets::Banner &banner, QWidget *parent = nullptr);

    items::DutyLogModel &model() { return m_model; }
    /// The line that is typed next: it stands over the whole width of the page that takes it.
    QWidget *entry() const { return m_entry; }
    /// The keyboard goes to the line that is typed next.
    void startLine();
    void setEditable(bool isEditable);

private:
    QWidget *makeEntry();
    QLabel *makeKindKeys(int kinds);
    QWidget *makeDays();
    QWidget *makeList();
    QWidget *makeSettling();
    void giveKeyboardToLine();
    void turn(int days);
    void kindChanged();
    void record();
    /// Takes numbers that lead to a person out of the words, into the sealed field; false where there are none.
    bool sealNumbers();
    void showRenewed();
    void showCurrent();
    void settle();
    const items::DutyLine *current() const;

    Desk &m_desk;
    widgets::Banner &m_banner;
    items::DutyLogModel m_model;
    QWidget *m_entry;
    widgets::ChoiceStrip *m_kind;
    QLineEdit *m_phone;
    QLineEdit *m_what;
    QCheckBox *m_open;
    QLabel *m_day;
    QTableView *m_view;
    widgets::EmptyPage *m_empty;
    QWidget *m_settling;
    QLabel *m_about;
    QLineEdit *m_result;
    domain::Id m_goTo; ///< the line just recorded or settled, until the list has it
    bool m_isSaving = false;
    bool m_isEditable = true;
};

} // namespace ui::shifts
