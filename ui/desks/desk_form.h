// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

#include <QWidget>

class QLineEdit;

namespace ui::widgets
{
class ChoiceStrip;
class FormGrid;
} // namespace ui::widgets

namespace ui::desks
{

// What an administrator says of a desk that is to come in, by invitation or face to face: its name, how its tickets' numbers
// begin, whose data it sees.
class DeskForm : public QWidget
{
    Q_OBJECT

public:
    // The desk must outlive it.
    explicit DeskForm(Desk &desk, QWidget *parent = nullptr);

    // Writes what was filled in into a command that has these members.
    template <typename Command> void fill(Command &command) const
    {
        command.name = name();
        command.prefix = prefix();
        command.scope = scope();
        command.grids = grids();
    }
    // What can be seen to be missing here; true when nothing is.
    bool check();
    void refuse(const domain::Refusal &refusal);

Q_SIGNALS:
    void finished(); // Enter behind the last field

private:
    void layOut();
    void showGrids();
    bool checkPrefix();
    bool checkGrids();
    bool complain(QWidget *field, const QString &text);
    QString name() const;
    QString prefix() const;
    QString scope() const;
    QString grids() const;
    QString freePrefix() const;

    Desk &m_desk;
    widgets::FormGrid *m_form;
    QLineEdit *m_name;
    QLineEdit *m_prefix;
    widgets::ChoiceStrip *m_scope;
    QLineEdit *m_grids;
};

} // namespace ui::desks
