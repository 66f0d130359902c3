// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tickets/field_editor.h"

#include "domain/refusal.h"
#include "domain/registers.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace ui::widgets
{
class FormGrid;
}

namespace ui::registers
{

/// One row of a register as it is filled in: a field for each of the register's, made from its table of fields.
class RegisterForm : public QWidget
{
    Q_OBJECT

public:
    RegisterForm(tickets::Office &office, QWidget *parent = nullptr);

    /// A new row of this register.
    void openNew(const domain::RegisterSpec &spec);
    void open(const domain::RegisterSpec &spec, const domain::RegisterRow &row);
    void close();
    bool isOpen() const { return m_spec != nullptr; }
    void showRefusal(const domain::Refusal &refusal);

Q_SIGNALS:
    /// What the person wants the row to be; only what differs from what it was.
    void filled(const domain::PutRow &put);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void make(const domain::RegisterSpec &spec);
    tickets::FieldEditor editorFor(const domain::FieldSpec &field, QWidget *parent);
    QVariant shown(const domain::FieldSpec &field) const;
    void submit();

    tickets::Office &m_office;
    const domain::RegisterSpec *m_spec = nullptr;
    domain::RegisterRow m_row;
    std::vector<tickets::FieldEditor> m_editors;
    QLabel *m_title;
    widgets::FormGrid *m_grid = nullptr;
    QWidget *m_buttons;
    QPushButton *m_save;
};

} // namespace ui::registers
