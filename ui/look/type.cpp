// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/type.h"

#include <QFontDatabase>

namespace ui::look
{

namespace
{

constexpr double points(TypeSize size)
{
    switch (size) {
    case TypeSize::Small:
        return 9;
    case TypeSize::Body:
        return 10.5;
    case TypeSize::Large:
        return 16.5;
    }
    return 10.5;
}

} // namespace

QStringList typeFamilies()
{
    return {QStringLiteral("Noto Sans CJK SC"), QStringLiteral("WenQuanYi Micro Hei"),
        QFontDatabase::systemFont(QFontDatabase::GeneralFont).family()};
}

QFont type(TypeSize size, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(typeFamilies());
    font.setPointSizeF(points(size));
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferVerticalHinting);
    return font;
}

} // namespace ui::look
