// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/command.h"
#include "domain/refusal.h"
#include "domain/registers.h"
#include "tickets/field_editor.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ui::widgets
{
class FormGrid;
class IconText;
} // namespace ui::widgets

namespace ui::registers
{

/// A row of a register on its way to the record: what stood there, and the fields that people fill in, two side by
/// side where they belong together.
struct FormSubject {
    domain::RegisterRow row; ///< personal fields open; a new row carries what it is filed under
    bool isNew = false;
    QVector<QVector<quint8>> fields;
    QString title;
    domain::Values proposed = {}; ///< stands in the form and is saved unless it is changed
};

/// All fields of a register, one below the other.
QVector<QVector<quint8>> allFields(const domain::RegisterSpec &spec);

/// Fills in a row of any register where it stands, out of its table: Enter goes on, Ctrl+Enter saves, Esc gives
/// up. An odd number is warned of beside its field and saved all the same; a refusal stands beside the field that it is about.
class RegisterForm : public QWidget
{
    Q_OBJECT

public:
    /// On a page that scrolls it takes the room that it needs, beside a table what there is.
    enum class Place { ScrollingPage, BesideTable };

    RegisterForm(tickets::Office &office, Place place, QWidget *parent = nullptr);

    void begin(const FormSubject &subject);
    bool isOpen() const { return m_grid != nullptr; }
    /// Whether it holds anything that is not saved.
    bool isTouched() const;
    void giveUp();

Q_SIGNALS:
    void saved(const domain::Id &row);
    void left();

private:
    QWidget *makeButtons();
    void bindKeys();
    void build();
    void addEditor(const domain::FieldSpec &spec, bool beside);
    const domain::FieldSpec &specOf(const tickets::FieldEditor &editor) const;
    domain::Values typed() const;
    domain::PutRow command() const;
    void warn();
    void save();
    void showRefusal(const domain::Refusal &refusal);
    void close();

    tickets::Office &m_office;
    const Place m_place;
    FormSubject m_subject;
    domain::Values m_begun; ///< what the editors showed at first
    QVBoxLayout *m_column;
    QLabel *m_title;
    widgets::IconText *m_refusal;
    widgets::FormGrid *m_grid = nullptr;
    QList<tickets::FieldEditor> m_editors;
    QPushButton *m_save;
};

} // namespace ui::registers
