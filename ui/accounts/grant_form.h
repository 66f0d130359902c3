// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tickets/office.h"

#include <QDate>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui::widgets
{
class ChoiceStrip;
class FormGrid;
class TypeAheadEdit;
} // namespace ui::widgets

namespace ui::accounts
{

/// A day as people type it: 2026-12-31, 2026/12/31, 12-31 (the next one to come), 20261231.
std::optional<QDate> dayTyped(const QString &typed, const QDate &today);

/// Gives a person a role: for a grid, a department or team, or the whole company, from a day on and until another.
/// Ctrl+Enter gives it, Esc gives up; a refusal stands beside its field.
class GrantForm : public QWidget
{
    Q_OBJECT

public:
    /// The office must outlive it.
    explicit GrantForm(tickets::Office &office, QWidget *parent = nullptr);

    void begin(const domain::Id &person, const QString &name);
    void close();
    bool isOpen() const { return !isHidden(); }

Q_SIGNALS:
    void given();
    void closed();

private:
    void addFields();
    void roleChanged();
    void scopeChanged();
    void save();
    void saved(const store::Verdict &verdict);
    bool checkScope();
    /// The start of the day that was typed, some days later; 0 where none was. Nothing when it can't be read.
    std::optional<qint64> startOf(QLineEdit &field, int daysLater);
    void refuse(const domain::Refusal &refusal);

    tickets::Office &m_office;
    domain::Id m_person;
    bool m_isSaving = false;
    QLabel *m_title;
    widgets::FormGrid *m_form;
    widgets::TypeAheadEdit *m_role;
    widgets::ChoiceStrip *m_scope;
    widgets::TypeAheadEdit *m_grid;
    widgets::TypeAheadEdit *m_unit;
    QLineEdit *m_from;
    QLineEdit *m_until;
    QPushButton *m_save;
};

} // namespace ui::accounts
