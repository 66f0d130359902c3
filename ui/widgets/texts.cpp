// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/texts.h"

#include "look/type.h"

#include <QFontDatabase>

namespace ui::widgets
{

namespace
{
constexpr double aloud = 1.6; // times the largest type
}

QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *quietParagraph(const QString &text, QWidget *parent)
{
    QLabel *label = paragraph(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel *readAloud(QWidget *parent)
{
    auto *label = new QLabel(parent);
    QFont font = look::type(look::TypeSize::Large, QFont::DemiBold);
    font.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    font.setPointSizeF(font.pointSizeF() * aloud);
    label->setFont(font);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setFocusPolicy(Qt::NoFocus);
    return label;
}

} // namespace ui::widgets
