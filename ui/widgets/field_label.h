// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace ui::widgets
{

// A field's label; a required one has a star before its text, in the room between the columns.
class FieldLabel : public QLabel
{
    Q_OBJECT

public:
    FieldLabel(const QString &text, QWidget *field, bool required, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_required;
};

} // namespace ui::widgets
