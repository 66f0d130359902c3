// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "paper/type.h"

#include <QPointF>
#include <QString>

#include <memory>

class QPainter;
class QTextLayout;

// A text broken into lines of one width. Lines keep one distance even where a fallback font with
// other heights supplies a character, so that columns of text stay in register.
namespace ui::paper
{
class Text
{
public:
    Text() = default;
    Text(const QString &text, Type type, qreal width, Qt::Alignment align = Qt::AlignLeft);

    int lineCount() const;
    qreal lineHeight() const { return m_type.lineHeight(); }
    qreal height() const { return lineCount() * lineHeight(); }
    qreal widest() const; // of its lines

    void paint(QPainter &painter, QPointF topLeft, const QColor &ink) const;
    void paintLines(QPainter &painter, QPointF topLeft, const QColor &ink, int from, int to) const;

private:
    Type m_type;
    std::shared_ptr<QTextLayout> m_layout;
};

qreal widthOf(const QString &text, Type type);

// How many lines a text takes, without laying it out where its length alone tells.
int linesNeeded(const QString &text, Type type, qreal width);
} // namespace ui::paper
