// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOption>

class QPainter;

// How the style draws its parts: flat surfaces, hairlines, one accent. Called by DeskStyle alone.
namespace ui::look::paint
{

// A tool button whose click opens a menu, as against one with a menu beside its click.
bool opensMenu(const QStyleOption *option);

void focusRing(QPainter *painter, const QRectF &area, const QPalette &palette);
void field(QPainter *painter, const QStyleOption &option, bool refused);
void fieldFill(QPainter *painter, const QStyleOption &option);
void pushButton(QPainter *painter, const QStyleOption &option, bool primary);
void toolButton(QPainter *painter, const QStyleOption &option);
void comboBox(
    QPainter *painter, const QStyleOptionComboBox &option, const QRect &arrow, bool refused);
// The two halves of a spin box that step up and down.
struct Steps {
    QRect up;
    QRect down;
};
void spinBox(
    QPainter *painter, const QStyleOptionSpinBox &option, const Steps &steps, bool refused);
void headerSection(QPainter *painter, const QStyleOptionHeader &option);
void headerLabel(QPainter *painter, const QStyleOptionHeader &option);
void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &slider,
    QPalette::ColorRole under);
void itemRow(QPainter *painter, const QStyleOptionViewItem &option);
void checkMark(QPainter *painter, const QStyleOption &option, bool round);
void menuPanel(QPainter *painter, const QStyleOption &option);

} // namespace ui::look::paint
