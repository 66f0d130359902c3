// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QWidget>

class QPainter;

namespace ui::map
{

/// A length that people say (100 m, 2 km), as long as it is on the map.
struct ScaleMark {
    double metres = 0;
    double length = 0; ///< in the painter's units
    QString words() const;
};

/// The longest of 1, 2, 5, 10 … that isn't longer than `most`.
ScaleMark scaleMark(double metresPerUnit, double most);

struct ScaleBarLook {
    QFont font;
    QColor ink;
    QColor halo; ///< transparent: none
    double unit = 1; ///< a line's width
};

/// From the left end of its base line; returns how much width it takes.
double paintScaleBar(
    QPainter &painter, QPointF at, const ScaleMark &mark, const ScaleBarLook &look);
/// An arrow with the letter of the north, in a box of 2 : 3.
void paintNorth(QPainter &painter, const QRectF &box, const ScaleBarLook &look);

/// Scale bar and north arrow in the map's corner. It lets the mouse through.
class ScaleBar : public QWidget
{
    Q_OBJECT

public:
    explicit ScaleBar(QWidget *parent = nullptr);

    void setMetresPerPixel(double metres);
    void setCredit(const QString &credit); ///< of the base map
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_metres = 1;
    QString m_credit;
};

} // namespace ui::map
