// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/readable.h"

#include "paper/type.h"

#include <QRawFont>

namespace ui::paper
{
namespace
{
constexpr char16_t firstRadical = 0x2e80;
constexpr char16_t lastRadical = 0x2fdf;
constexpr char16_t firstHan = 0x4e00;
constexpr char16_t lastHan = 0x9fff;

QString allBetween(char16_t first, char16_t last)
{
    QString text;
    for (char32_t code = first; code <= last; ++code)
        text.append(QChar(char16_t(code)));
    return text;
}

// Which character a radical stands for depends on the font: ⼾ is 户 in a simplified one, 戶 in a
// traditional one, and Unicode's own tables name only the latter.
QHash<char16_t, char16_t> radicalsOf(const QFont &font)
{
    const QRawFont raw = QRawFont::fromFont(font, QFontDatabase::SimplifiedChinese);
    const QString han = allBetween(firstHan, lastHan);
    const QList<quint32> hanGlyphs = raw.glyphIndexesForString(han);
    QHash<quint32, QChar> byGlyph;
    for (int i = int(hanGlyphs.size()) - 1; i >= 0; --i)
        byGlyph.insert(hanGlyphs[i], han[i]);

    const QString radicals = allBetween(firstRadical, lastRadical);
    const QList<quint32> radicalGlyphs = raw.glyphIndexesForString(radicals);
    QHash<char16_t, char16_t> meant;
    for (int i = 0; i < radicalGlyphs.size(); ++i) {
        if (radicalGlyphs[i] != 0 && byGlyph.contains(radicalGlyphs[i]))
            meant.insert(radicals[i].unicode(), byGlyph.value(radicalGlyphs[i]).unicode());
    }
    return meant;
}
} // namespace

Readable::Readable()
    : m_meant(radicalsOf(type::body.font()))
{
    m_meant.insert(u'\t', u' ');
    m_meant.insert(u'\u2003', u'\u3000'); // em space: ideographic space
    m_meant.insert(u'\u2012', u'\u2013'); // figure dash: en dash
    m_meant.insert(u'\u2035', u'\uff40');
    m_meant.insert(u'\u2215', u'\uff0f'); // division slash: ／
    m_meant.insert(u'\u2329', u'\u3008'); // 〈
    m_meant.insert(u'\u232a', u'\u3009'); // 〉
    m_meant.insert(u'\u301c', u'\uff5e'); // wave dash: ～
}

QChar Readable::of(QChar code) const
{
    return m_meant.value(code.unicode(), code.unicode());
}

} // namespace ui::paper
