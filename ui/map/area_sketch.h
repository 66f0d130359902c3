// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shape.h"

#include <QWidget>

namespace ui::map
{

/// An area in small, filled, with another one as a dashed outline over it, both at the same scale: two of them side by side show how two
/// versions of one area differ.
class AreaSketch : public QWidget
{
    Q_OBJECT

public:
    AreaSketch(const domain::Shape &area, const domain::Shape &other, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const domain::Shape m_area;
    const domain::Shape m_other;
};

} // namespace ui::map
