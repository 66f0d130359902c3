// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace ui::widgets
{

// A flat button that stays pressed: a word, an icon if it helps, a count if there is one. What is
// chosen is told by a border and heavier type besides the colour; the width stays the same.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, QWidget *parent = nullptr);

    void setCount(int count); // none is shown below 0
    int count() const { return m_count; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString countText() const;
    void paintFrame(QPainter *painter) const;

    int m_count = -1;
};

} // namespace ui::widgets
