// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/register_table_model.h"
#include "tickets/office.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace ui::widgets
{
class Banner;
class ChoiceStrip;
} // namespace ui::widgets

namespace ui::registers
{

class RegisterForm;

/// Some of the company's registers: the rows of one as a table, found by typing, and beside it the form of the row
/// that is added or changed. It knows no register by heart, so that a new one costs its table of fields and a place in
/// the list of those that the page shows.
class RegisterPage : public QWidget
{
    Q_OBJECT

public:
    RegisterPage(Desk &desk, const QVector<domain::Register> &registers, QWidget *parent = nullptr);
    ~RegisterPage() override;

    void showRegister(domain::Register reg);
    /// Goes to a row of one of its registers.
    void openRow(domain::Register reg, const domain::Id &row);
    bool has(domain::Register reg) const { return m_registers.contains(reg); }
    items::RegisterTableModel &model() { return *m_model; }
    void addRow();
    void editRow();
    void removeRow();
    /// Where whoever puts the window together adds what it knows to do with a row: accounts, grants.
    QHBoxLayout &buttons() { return *m_buttons; }
    /// A line that stands above everything else on the page.
    void addNote(QWidget *note);
    /// The row that the table stands on; null for none.
    const domain::RegisterRow *currentRow() const;

Q_SIGNALS:
    void exportAsked(domain::Register reg, const QVector<qint64> &rows);

private:
    void layOut();
    QWidget *makeTop();
    QWidget *makeBottom();
    void bindKeys();
    /// Whoever may not keep this register looks only.
    void showRights();
    void showFound();
    void takeSaved(const domain::Id &row);
    void goTo(const domain::Id &row);
    void restore(const domain::RegisterRow &row);

    Desk &m_desk;
    tickets::Office m_office;
    const QVector<domain::Register> m_registers;
    std::unique_ptr<items::RegisterTableModel> m_model;
    domain::Id m_goTo; ///< the row just saved, until the table has it

    QVBoxLayout *m_page;
    widgets::Banner *m_banner;
    widgets::ChoiceStrip *m_which;
    QLineEdit *m_typed;
    QLabel *m_count;
    QTableView *m_table;
    RegisterForm *m_form;
    QWidget *m_empty;
    QHBoxLayout *m_buttons = nullptr;
    QList<QPushButton *> m_edits; ///< for those who keep the register
    bool m_mayKeep = false;
};

} // namespace ui::registers
