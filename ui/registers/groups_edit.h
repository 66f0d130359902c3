// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/field.h"

#include <QWidget>

class QLineEdit;

namespace ui::widgets
{
class FilterStrip;
}

namespace ui::registers
{

/// A field that takes several words of a list, and others of one's own behind them.
class GroupsEdit : public QWidget
{
    Q_OBJECT

public:
    explicit GroupsEdit(const domain::FieldSpec &spec, QWidget *parent = nullptr);

    /// As the record keeps it.
    QString value() const;
    void setValue(const QString &value);

private:
    const domain::List m_list;
    widgets::FilterStrip *m_listed;
    QLineEdit *m_own;
};

} // namespace ui::registers
