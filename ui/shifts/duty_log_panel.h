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
/// until somebody says what came of it. Ctrl+Enter records from any field of the line. Alt+Left and Alt+Right turn the days.
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
    /// Somebody else sits here now: nothing of what was typed before stays.
    void begin();
    /// Shows the day of a line, and chooses it.
    void openRow(const domain::Id &line);
    void setEditable(bool isEditable);

private:
    /// A line as it is typed.
    struct Typed {
        QString kind, phone, what;
        bool isOpen = false;
    };

    QWidget *makeEntry();
    QLabel *makeKindKeys(int kinds);
    QWidget *makeDays();
    QWidget *makeList();
    QWidget *makeSettling();
    void giveKeyboardToLine();
    void turn(int days);
    void kindChanged();
    void record();
    Typed takeTyped();
    void putBack(const Typed &typed);
    /// Takes the caller's number out of the words, into the sealed field; false where there is none or no place for it.
    bool sealNumber();
    void showRenewed();
    void showCurrent();
    void settle();
    const items::DutyLine *current() const;
    bool holdsKeyboard(const QWidget *part) const;

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
    domain::Id m_shown; ///< the line that is chosen: what is typed as its result stays with it
    domain::Id m_goTo; ///< the line to choose instead, once the list has it
    bool m_isSaving = false;
    bool m_isEditable = true;
};

} // namespace ui::shifts
