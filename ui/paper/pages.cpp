// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/pages.h"

#include "paper/measure.h"
#include "paper/rules.h"

#include <QPainter>

namespace ui::paper
{

Pages::Pages(QString title, QList<Page> pages)
    : m_title(std::move(title))
    , m_pages(std::move(pages))
{
}

QSizeF Pages::size_mm(int page) const
{
    const QSizeF size = m_pages[page].size;
    return {toMm(size.width()), toMm(size.height())};
}

QPageLayout Pages::layout(int page) const
{
    QSizeF size = size_mm(page);
    const bool isRoll = size.width() < 100; // fed lengthwise, however short the slip
    const bool isLandscape = !isRoll && size.width() > size.height();
    if (isLandscape)
        size.transpose();
    QPageLayout layout(QPageSize(size, QPageSize::Millimeter, QString(), QPageSize::FuzzyMatch),
        isLandscape ? QPageLayout::Landscape : QPageLayout::Portrait, {});
    layout.setMode(QPageLayout::FullPageMode);
    return layout;
}

void Pages::paint(QPainter &painter, int page) const
{
    painter.save();
    painter.scale(1 / unitsPerPoint, 1 / unitsPerPoint);
    for (const Placed &placed : m_pages[page].pieces)
        placed.piece.paint(painter, placed.at);
    painter.restore();
}

Pages twoUp(const Pages &pages)
{
    const Sheet sheet = sheetOf(Format::A4Landscape);
    const QSizeF size(mm(sheet.size_mm.width()), mm(sheet.size_mm.height()));
    const Piece cut{.height = size.height(), .paint = [size](QPainter &painter, QPointF at) {
                        paintDashes(painter, at, at + QPointF(0, size.height()), Qt::gray);
                    }};
    QList<Page> sheets;
    for (int i = 0; i < pages.count(); ++i) {
        if (i % 2 == 0)
            sheets.append(Page{size, {{{size.width() / 2, 0}, cut}}});
        for (Placed placed : pages.pages()[i].pieces) {
            placed.at.rx() += i % 2 * size.width() / 2;
            sheets.last().pieces.append(placed);
        }
    }
    return {pages.title(), sheets};
}

int pageCount(const Document &document)
{
    return layOut(document).count();
}

} // namespace ui::paper
