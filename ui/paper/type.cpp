// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/type.h"

#include "paper/measure.h"

#include <QLocale>
#include <QStringList>

namespace ui::paper
{
namespace
{
// Noto comes first: it alone of the free fonts has a true bold, which Qt's PDF can't imitate, and
// WenQuanYi's ℃ comes out blank. That Noto shares glyphs between 用 and the radical ⽤ is cured in
// pdf_text.cpp.
QStringList families()
{
    const QStringList simplified{QStringLiteral("Noto Sans CJK SC"),
        QStringLiteral("Source Han Sans SC"), QStringLiteral("Microsoft YaHei")};
    const QStringList traditional{QStringLiteral("Noto Sans CJK TC"),
        QStringLiteral("Source Han Sans TC"), QStringLiteral("Microsoft JhengHei")};
    const QStringList last{QStringLiteral("WenQuanYi Micro Hei"),
        QStringLiteral("Droid Sans Fallback"), QStringLiteral("sans-serif")};
    const bool isTraditional = QLocale().script() == QLocale::TraditionalHanScript;
    return (isTraditional ? traditional + simplified : simplified + traditional) + last;
}
} // namespace

qreal Type::lineHeight() const
{
    return pt(size_pt) * spacing;
}

QFont Type::font() const
{
    QFont font;
    font.setFamilies(families());
    font.setPixelSize(qRound(pt(size_pt)));
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    // Beside a Latin letter Noto sets its digits with other glyphs, which have no code point: from
    // the PDF a ticket's number would be copied without them. Chinese needs no shaping.
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

Inks inksOf(Format format)
{
    if (format == Format::Roll80)
        return {Qt::black, Qt::black, Qt::black, Qt::black, Qt::white};
    return {QColor(0x1a, 0x1a, 0x1a), QColor(0x58, 0x5e, 0x64), QColor(0xb4, 0xba, 0xc0),
        QColor(0x1d, 0x5a, 0x86), QColor(0xb9, 0xca, 0xd7)};
}

} // namespace ui::paper
