// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/background.h"
#include "items/shift_record.h"

#include <QWidget>

class Desk;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ui::widgets
{
class ChoiceStrip;
class FormGrid;
} // namespace ui::widgets

namespace ui::shifts
{

/// What is handed over: where, which shift, and what the program gathered: promises that run out soon, what is open in the log, drafts.
/// What the next one must watch is typed; Ctrl+Enter hands over.
class GiveForm : public QWidget
{
    Q_OBJECT

public:
    /// The desk must outlive it; `drafts` says how many lie at it.
    GiveForm(Desk &desk, std::function<qint64()> drafts, QWidget *parent = nullptr);

    /// Somebody sits here now: their place, shift and promises.
    void begin();
    /// Time has passed, or something was recorded: what is gathered stands as it is now.
    void gather();
    domain::Values values() const;
    /// What this person handed over and nobody took over yet: it is brought up to date instead of being handed over twice.
    void setWaiting(const std::optional<items::HandoverLine> &own);
    const domain::Id &waiting() const { return m_waiting; }

Q_SIGNALS:
    void giveAsked();
    /// What stands there is what there is.
    void gathered();

private:
    void offerScopes();
    void showGathered(const items::GatheredShift &gathered);

    Desk &m_desk;
    const std::function<qint64()> m_countDrafts;
    items::ShiftScope m_own; ///< the grid or team of whoever sits here
    items::GatheredShift m_gathered;
    domain::Id m_waiting;
    qint64 m_draftCount = 0;
    bool m_isAsking = false;
    bool m_isStale = false;
    widgets::FormGrid *m_form;
    QLineEdit *m_where;
    QLineEdit *m_shift;
    widgets::ChoiceStrip *m_scope;
    QLabel *m_promisesHead, *m_promises;
    QLabel *m_callsHead, *m_calls;
    QLabel *m_drafts;
    QPlainTextEdit *m_watch;
    QPushButton *m_give;
    items::Background m_background;
};

} // namespace ui::shifts
