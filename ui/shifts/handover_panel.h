// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/handover_list.h"

#include <QWidget>

class Desk;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace ui::widgets
{
class Banner;
class ChoiceStrip;
} // namespace ui::widgets

namespace ui::shifts
{

class GiveForm;
class HandoverView;

/// Handing over a shift and taking one over: Ctrl+H and Ctrl+T choose which, Ctrl+Enter does it, signed with the person's own key.
/// Below stand the last ones, to be read and printed (Ctrl+P).
class HandoverPanel : public QWidget
{
    Q_OBJECT

public:
    /// Desk and banner must outlive it; `drafts` says how many lie at the desk.
    HandoverPanel(Desk &desk, widgets::Banner &banner, std::function<qint64()> drafts,
        QWidget *parent = nullptr);

    const items::HandoverList &list() const { return m_list; }
    GiveForm &form() { return *m_form; }
    /// What is gathered stands as it is now.
    void gather();
    /// Somebody else sits here now: nothing of what was typed before stays.
    void begin();
    void setEditable(bool isEditable);
    void startGiving();
    void startTaking();
    void print();
    /// Shows one of them.
    void openRow(const domain::Id &handover);

private:
    QWidget *makeBody();
    QWidget *makeList();
    void modeChanged();
    void showRenewed();
    void showCurrent();
    /// Hands over or takes over, whichever is chosen.
    void sign();
    void give();
    void submitGiven();
    void take();
    void refuse(const domain::Refusal &refusal);
    /// What to do first where whoever sits here has no key to sign with; empty where there is one.
    QString lackOfKey() const;
    bool isTaking() const;
    const items::HandoverLine *current() const;

    Desk &m_desk;
    widgets::Banner &m_banner;
    items::HandoverList m_list;
    widgets::ChoiceStrip *m_mode;
    QLabel *m_noKey;
    QStackedWidget *m_stack;
    GiveForm *m_form;
    HandoverView *m_view;
    QWidget *m_nothing;
    QTableView *m_table;
    QPushButton *m_print;
    domain::Id m_goTo;
    bool m_isEditable = true;
    bool m_isSaving = false;
    bool m_isGiving = false; ///< it is handed over once everything is gathered
    bool m_wantsMode = true; ///< until the list is there it isn't known what waits
};

} // namespace ui::shifts
