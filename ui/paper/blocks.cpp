// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/blocks.h"

#include "paper/measure.h"
#include "paper/rules.h"
#include "paper/text.h"

#include <QCoreApplication>
#include <QPainter>

namespace ui::paper
{
namespace
{
QString madeLine(const Heading &heading)
{
    if (heading.madeBy.isEmpty())
        return heading.madeAt;
    return QCoreApplication::translate("ui::paper", "Made by %1, %2")
        .arg(heading.madeBy, heading.madeAt);
}

QString aboutLine(const Heading &heading)
{
    QStringList about{heading.period, heading.scope};
    about.removeAll(QString());
    return about.join(QStringLiteral(" · "));
}

Qt::Alignment alignmentOf(Align align)
{
    return align == Align::Right ? Qt::AlignRight
        : align == Align::Center ? Qt::AlignHCenter
                                 : Qt::AlignLeft;
}

void paintTitle(
    QPainter &painter, QPointF at, const Inks &inks, const Text &company, const Text &title)
{
    company.paint(painter, at, inks.quiet);
    title.paint(painter, at + QPointF(0, company.height()), inks.text);
}
} // namespace

QList<Piece> piecesOf(const Heading &heading, const Inks &inks, Area area)
{
    const Text company(heading.company, type::body, area.width);
    const Text title(heading.title, type::title, area.width);
    const QString madeText = madeLine(heading);
    const qreal madeWidth = qMin(widthOf(madeText, type::small) + pt(1), area.width / 2);
    const Text made(madeText, type::small, madeWidth, Qt::AlignRight);
    const Text about(aboutLine(heading), type::body, area.width - madeWidth - mm(4));
    const qreal titles = company.height() + title.height() + mm(1);
    const qreal height = titles + qMax(about.height(), made.height()) + mm(2);
    const auto paint = [=, width = area.width](QPainter &painter, QPointF at) {
        paintTitle(painter, at, inks, company, title);
        about.paint(painter, at + QPointF(0, titles), inks.text);
        const qreal drop = about.lineHeight() - made.lineHeight() - pt(1);
        made.paint(painter, at + QPointF(width - madeWidth, titles + drop), inks.quiet);
        paintRule(painter, at + QPointF(0, height), width, inks.accent, 1.4);
    };
    return {{.height = height, .paint = paint}};
}

QList<Piece> piecesOf(const Section &section, const Inks &inks, Area area)
{
    const Text text(section.title, type::section, area.width);
    const auto paint = [text, inks](
                           QPainter &painter, QPointF at) { text.paint(painter, at, inks.accent); };
    return {{.height = text.height(), .paint = paint, .gapBefore = mm(7), .keepWithNext = true}};
}

// One piece per line; the first two and the last two lines stay together.
QList<Piece> piecesOf(const Paragraph &paragraph, const Inks &inks, Area area)
{
    const Type size = paragraph.large ? type::wall : paragraph.quiet ? type::small : type::body;
    const Text text(paragraph.text, size, area.width, alignmentOf(paragraph.align));
    const QColor ink = paragraph.quiet ? inks.quiet : inks.text;
    const int count = text.lineCount();
    QList<Piece> pieces;
    for (int i = 0; i < count; ++i) {
        const auto paint = [text, ink, i](QPainter &painter, QPointF at) {
            text.paintLines(painter, at, ink, i, i + 1);
        };
        const bool staysWithNext = i < count - 1 && (i == 0 || i == count - 2);
        pieces.append({.height = text.lineHeight(),
            .paint = paint,
            .gapBefore = i == 0 ? mm(2.5) : 0,
            .keepWithNext = staysWithNext});
    }
    return pieces;
}

} // namespace ui::paper
