// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/conflict_settling.h"
#include "tickets/field_editor.h"

#include <QWidget>

class QGridLayout;
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
    /// What stands half filled in.
    bool isTouched() const;
    void settle(items::Holds holds);

Q_SIGNALS:
    /// It is on record, in words.
    void settled(const QString &words);

private:
    QWidget *makeBottom();
    void bindKeys(QWidget *keysIn);
    void renew();
    void clearGrid();
    void addHead();
    void addSides();
    void addLine(const QString &label, const QString &earlier, const QString &later);
    void addFields();
    void addChoices();
    void addChoice(items::Holds holds, const QString &text, int column);
    QLabel *addText(int row, int column, const QString &text, bool isMuted = false);
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
    QWidget *m_sides;
    QGridLayout *m_grid = nullptr;
    widgets::IconText *m_settlement;
    widgets::IconText *m_refusal;
    QWidget *m_bottom = nullptr;
    QLineEdit *m_note = nullptr;
    QPushButton *m_standing = nullptr;
    QPushButton *m_type = nullptr;
    QPushButton *m_saveTyped = nullptr;
    widgets::FormGrid *m_form = nullptr;
    QList<FieldEditor> m_editors;
    int m_choiceRow = 0;
};

} // namespace ui::tickets
