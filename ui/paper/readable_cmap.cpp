// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/readable_cmap.h"

#include <QMap>
#include <QRegularExpression>

namespace ui::paper
{
namespace
{
using Glyphs = QMap<int, QString>; // glyph → text

QString textOf(const QString &hex)
{
    QString text;
    for (int i = 0; i + 4 <= hex.size(); i += 4)
        text.append(QChar(hex.mid(i, 4).toUShort(nullptr, 16)));
    return text;
}

// Lines of "<first> <last> <code>" and "<first> <last> [<code> <code> …]".
Glyphs glyphsOf(const QString &cmap)
{
    static const QRegularExpression range(QStringLiteral(
        "<([0-9A-Fa-f]+)>\\s*<([0-9A-Fa-f]+)>\\s*(?:<([0-9A-Fa-f]+)>|\\[([^\\]]*)\\])"));
    static const QRegularExpression code(QStringLiteral("<([0-9A-Fa-f]+)>"));
    Glyphs glyphs;
    for (const QRegularExpressionMatch &match : range.globalMatch(cmap)) {
        const int first = match.captured(1).toInt(nullptr, 16);
        const int last = match.captured(2).toInt(nullptr, 16);
        int glyph = first;
        for (const QRegularExpressionMatch &one : code.globalMatch(match.captured(4)))
            glyphs.insert(glyph++, textOf(one.captured(1)));
        const int start = match.captured(3).toInt(nullptr, 16);
        for (; match.hasCaptured(3) && glyph <= last; ++glyph)
            glyphs.insert(glyph, QString(QChar(char16_t(start + glyph - first))));
    }
    glyphs.remove(0);
    return glyphs;
}

QByteArray hex(int number)
{
    return QByteArray::number(number, 16).rightJustified(4, '0').toUpper();
}

QByteArray hexOf(const QString &text)
{
    QByteArray result;
    for (QChar c : text)
        result += hex(c.unicode());
    return result;
}

QByteArray written(const Glyphs &glyphs, const Readable &readable)
{
    constexpr int mostPerBlock = 100; // the format's own limit
    QByteArray blocks;
    QByteArrayList lines;
    const auto endBlock = [&] {
        blocks +=
            QByteArray::number(lines.size()) + " beginbfchar\n" + lines.join() + "endbfchar\n";
        lines.clear();
    };
    for (auto i = glyphs.begin(); i != glyphs.end(); ++i) {
        QString text;
        for (QChar c : i.value())
            text += readable.of(c);
        lines += "<" + hex(i.key()) + "> <" + hexOf(text) + ">\n";
        if (lines.size() == mostPerBlock)
            endBlock();
    }
    if (!lines.isEmpty())
        endBlock();
    return blocks;
}
} // namespace

QByteArray readableCmap(const QByteArray &cmap, const Readable &readable)
{
    constexpr QByteArrayView spaceEnd = "endcodespacerange\n";
    constexpr QByteArrayView rangesEnd = "endbfrange\n";
    const qsizetype from = cmap.indexOf(spaceEnd) + spaceEnd.size();
    const qsizetype to = cmap.lastIndexOf(rangesEnd) + rangesEnd.size();
    if (from < spaceEnd.size() || to < from)
        return {};
    const Glyphs glyphs = glyphsOf(QString::fromLatin1(cmap.mid(from, to - from)));
    return cmap.left(from) + written(glyphs, readable) + cmap.mid(to);
}

} // namespace ui::paper
