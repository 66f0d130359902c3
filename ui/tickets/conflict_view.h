// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/conflict_settling.h"
#include "tickets/field_editor.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui::widgets
{
class FormGrid;
class IconText;
} // namespace ui::widgets

namespace ui::tickets
{

class ConflictSides;

/// One conflict with both versions side by side, and what whoever may settle it does: one of the two holds, what stands
/// holds, or something else that is typed in. Alt+1 and Alt+2 choose a side, Alt+3 what stands, Alt+4 begins to type. What was
/// settled shows by whom, when and with which words.
class ConflictView : public QWidget
{
    Q_OBJECT

public:
    /// The keys work in `keysIn`; without it in the view itself.
    explicit ConflictView(Office &office, QWidget *parent = nullptr, QWidget *keysIn = nullptr);

    void show(const items::ConflictCard &card, bool maySettle);
    void clear();
    qint64 number() const { return m_card ? m_card->line.number : 0; }
    void settle(items::Holds holds);

Q_SIGNALS:
    /// It is on record, in words.
    void settled(const QString &words);

private:
    QWidget *makeBottom();
    void bindKeys(QWidget *keysIn);
    void renew();
    void showBottom();
    void beginTyping();
    void giveUpTyping();
    domain::Values typed() const;
    void submit(const items::SettlingPlan &plan);
    void finish(const store::Verdict &verdict, const QString &title);
    void refuse(const domain::Refusal &refusal);
    QString timeOf(qint64 at_ms) const;

    Office &m_office;
    std::optional<items::ConflictCard> m_card;
    bool m_maySettle = false;
    widgets::IconText *m_title;
    QLabel *m_meaning;
    ConflictSides *m_sides;
    widgets::IconText *m_settlement;
    widgets::IconText *m_refusal;
    QWidget *m_bottom = nullptr;
    QLineEdit *m_note = nullptr;
    QPushButton *m_standing = nullptr;
    QPushButton *m_type = nullptr;
    QPushButton *m_saveTyped = nullptr;
    widgets::FormGrid *m_form = nullptr;
    QList<FieldEditor> m_editors;
};

} // namespace ui::tickets
