// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;

namespace ui::widgets
{

class IconText;

// One labelled field of a FormGrid: the label at its left with the mark of a required field, the
// field, and under it the refusal, when there is one.
struct FieldRow {
    QWidget *label = nullptr;
    QWidget *field = nullptr;
    IconText *refusal = nullptr;
    QString description; // the field's own, while a refusal stands in its place
};

// Fields in one column of edges, labels right-aligned before them; a second field may stand beside the
// first. A refusal stands under its field with an icon and is the field's accessible description.
class FormGrid : public QWidget
{
    Q_OBJECT

public:
    enum class Need { Optional, Required };

    explicit FormGrid(QWidget *parent = nullptr);

    void addRow(const QString &label, QWidget *field, Need need = Need::Optional);
    void addBeside(
        const QString &label, QWidget *field, Need need = Need::Optional); // in the last row
    void setRowVisible(QWidget *field, bool visible);

    void showRefusal(
        QWidget *field, const QString &text); // a second one takes the first one's place
    void showWarning(QWidget *field,
        const QString &text); // in its place; what stands there is saved all the same
    void clearRefusal(QWidget *field);
    void clearRefusals();
    QWidget *firstRefused() const; // in the order of the rows; null when there is none
    QList<QWidget *> fields() const;

private:
    void add(int row, int column, const QString &label, QWidget *field, Need need);
    FieldRow *rowOf(QWidget *field);

    QGridLayout *m_grid;
    QList<FieldRow> m_rows;
    int m_lines = 0;
};

} // namespace ui::widgets
