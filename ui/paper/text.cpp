// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/text.h"

#include "paper/measure.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

namespace ui::paper
{
namespace
{
constexpr qreal unbounded = 1e6;

QTextOption optionFor(Qt::Alignment align)
{
    QTextOption option(align);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setUseDesignMetrics(true);
    return option;
}
} // namespace

Text::Text(const QString &text, Type type, qreal width, Qt::Alignment align)
    : m_type(type)
    , m_layout(std::make_shared<QTextLayout>(
          QString(text).replace(u'\n', QChar::LineSeparator), type.font()))
{
    m_layout->setTextOption(optionFor(align));
    m_layout->setCacheEnabled(true);
    const QFontMetricsF metrics(type.font());
    const qreal baseline = (type.lineHeight() - metrics.height()) / 2 + metrics.ascent();
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        const qreal top = line.lineNumber() * type.lineHeight();
        line.setPosition({0, top + baseline - line.ascent()});
    }
    m_layout->endLayout();
}

int Text::lineCount() const
{
    return m_layout ? m_layout->lineCount() : 0;
}

qreal Text::widest() const
{
    qreal widest = 0;
    for (int i = 0; i < lineCount(); ++i)
        widest = qMax(widest, m_layout->lineAt(i).naturalTextWidth());
    return widest;
}

void Text::paint(QPainter &painter, QPointF topLeft, const QColor &ink) const
{
    paintLines(painter, topLeft, ink, 0, lineCount());
}

void Text::paintLines(QPainter &painter, QPointF topLeft, const QColor &ink, int from, int to) const
{
    painter.setPen(ink);
    const QPointF origin = topLeft - QPointF(0, from * lineHeight());
    for (int i = from; i < qMin(to, lineCount()); ++i)
        m_layout->lineAt(i).draw(&painter, origin);
}

qreal widthOf(const QString &text, Type type)
{
    return Text(text, type, unbounded).widest();
}

int linesNeeded(const QString &text, Type type, qreal width)
{
    // No character is wider than the type is high, save for a few that no form contains.
    const bool isShort = text.size() * pt(type.size_pt) <= width;
    if (isShort && !text.contains(u'\n'))
        return 1;
    return qMax(1, Text(text, type, width).lineCount());
}

} // namespace ui::paper
