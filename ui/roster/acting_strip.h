// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/chiefs_away.h"
#include "tickets/office.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace ui::widgets
{
class FormGrid;
class MomentEdit;
class TypeAheadEdit;
} // namespace ui::widgets

namespace ui::roster
{

/// Which grids have their chief away in a week, and who acts for each. For whoever gives rights Ctrl+G names somebody: the person, and
/// the time of the leave as it was approved; Ctrl+Enter gives the right, Esc gives up. Where no chief is away it takes no room.
class ActingStrip : public QWidget
{
    Q_OBJECT

public:
    /// The office must outlive it.
    explicit ActingStrip(tickets::Office &office, QWidget *parent = nullptr);

    void show(const QVector<items::ChiefAway> &away);
    /// Names who acts for the chosen one; of several the first for whom nobody does.
    void begin();
    /// What a line says.
    QString words(const items::ChiefAway &away) const;

Q_SIGNALS:
    void left();

private:
    QWidget *makeForm();
    void bindKeys();
    bool mayName() const;
    void showRights();
    void save();
    void close();
    void refuse(const domain::Refusal &refusal);
    const items::ChiefAway *current() const;

    tickets::Office &m_office;
    QVector<items::ChiefAway> m_away;
    domain::Id m_grid; ///< for which the form names somebody
    bool m_isSaving = false;
    QLabel *m_title;
    QListWidget *m_list;
    QPushButton *m_name;
    QWidget *m_naming;
    QLabel *m_for;
    widgets::FormGrid *m_form;
    widgets::TypeAheadEdit *m_person;
    widgets::MomentEdit *m_from;
    widgets::MomentEdit *m_until;
};

} // namespace ui::roster
