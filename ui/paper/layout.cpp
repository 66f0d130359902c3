// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/blocks.h"
#include "paper/chart.h"
#include "paper/flow_chart.h"
#include "paper/measure.h"
#include "paper/pages.h"
#include "paper/rules.h"
#include "paper/slip_head.h"
#include "paper/slip_parts.h"
#include "paper/table.h"
#include "paper/text.h"

#include <QCoreApplication>
#include <QPainter>

namespace ui::paper
{
namespace
{
constexpr qreal endless = 1e9;

Area areaOf(const Sheet &sheet)
{
    const QMarginsF margins = sheet.margins_mm;
    return {mm(sheet.size_mm.width() - margins.left() - margins.right()),
        sheet.isRoll() ? endless : mm(sheet.size_mm.height() - margins.top() - margins.bottom())};
}

QString pageNumber(int page, int count)
{
    return QCoreApplication::translate("ui::paper", "Page %1 of %2").arg(page + 1).arg(count);
}

// Stands in the lower margin, so that it takes nothing from the text.
Placed footer(const Sheet &sheet, const Inks &inks, const QString &left, const QString &right)
{
    const qreal width = areaOf(sheet).width;
    const Text number(right, type::small, width, Qt::AlignRight);
    const Text words(left, type::small, width - number.widest() - mm(4));
    const auto paint = [=](QPainter &painter, QPointF at) {
        paintRule(painter, at, width, inks.hairline);
        words.paintLines(painter, at + QPointF(0, mm(0.8)), inks.quiet, 0, 1);
        number.paint(painter, at + QPointF(0, mm(0.8)), inks.quiet);
    };
    const qreal top = sheet.size_mm.height() - sheet.margins_mm.bottom() + 3;
    return {{mm(sheet.margins_mm.left()), mm(top)},
        {.height = mm(0.8) + number.lineHeight(), .paint = paint}};
}

Page pageOf(const Sheet &sheet, QList<Placed> pieces)
{
    const QMarginsF margins = sheet.margins_mm;
    for (Placed &placed : pieces)
        placed.at += QPointF(mm(margins.left()), mm(margins.top()));
    const qreal height =
        sheet.isRoll() ? bottomOf(pieces) + mm(margins.bottom()) : mm(sheet.size_mm.height());
    return {{mm(sheet.size_mm.width()), height}, pieces};
}

QList<Page> pagesOf(const Sheet &sheet, const QList<Piece> &pieces)
{
    QList<Page> pages;
    for (const QList<Placed> &placed : flow(pieces, areaOf(sheet).height))
        pages.append(pageOf(sheet, placed));
    return pages;
}

QList<Piece> piecesOf(const Document &document, const Inks &inks, Area area)
{
    QList<Piece> pieces = piecesOf(document.heading, inks, area);
    bool startsPage = false;
    for (const Block &block : document.blocks) {
        if (std::holds_alternative<PageBreak>(block.content)) {
            startsPage = true;
            continue;
        }
        QList<Piece> more = std::visit(
            [&](const auto &content) -> QList<Piece> {
                if constexpr (std::is_same_v<std::decay_t<decltype(content)>, PageBreak>)
                    return {};
                else
                    return piecesOf(content, inks, area);
            },
            block.content);
        if (more.isEmpty())
            continue;
        more.first().startsPage = std::exchange(startsPage, false);
        more.last().keepWithNext |= block.keepWithNext;
        pieces.append(more);
    }
    return pieces;
}

QList<Piece> piecesOf(const Slip &slip, const Sheet &sheet, const Inks &inks)
{
    const Area area = areaOf(sheet);
    QList<Piece> pieces{
        sheet.isRoll() ? slipRollHead(slip, inks, area) : slipHead(slip, inks, area)};
    const auto head = std::make_shared<Piece>(slipContinuation(slip, inks, area));
    const SlipFrame frame = frameOf(slip, inks, area);
    for (const SlipPart &part : slip.parts) {
        // Who signs should see on the same sheet what for.
        pieces.last().keepWithNext |= std::holds_alternative<Signatures>(part);
        pieces.append(std::visit([&](const auto &one) { return piecesOf(one, frame); }, part));
    }
    for (Piece &piece : pieces)
        piece.head = head;
    if (sheet.isRoll() && !slip.footer.isEmpty())
        pieces.append(piecesOf(Terms{slip.footer}, frame));
    return pieces;
}

QString slipFooter(const Slip &slip)
{
    QStringList words{slip.company, slip.footer};
    words.removeAll(QString());
    return words.join(QStringLiteral(" · "));
}
} // namespace

Pages layOut(const Document &document)
{
    const Sheet sheet = sheetOf(document.format);
    const Inks inks = inksOf(document.format);
    QList<Page> pages = pagesOf(sheet, piecesOf(document, inks, areaOf(sheet)));
    const QString words = document.heading.company + QStringLiteral(" · ") + document.heading.title;
    for (int i = 0; i < pages.size() && !sheet.isRoll(); ++i) {
        const QString number = pageNumber(i, int(pages.size()));
        pages[i].pieces.append(footer(sheet, inks, words, number));
    }
    return {document.heading.title, pages};
}

Pages layOut(const QList<Slip> &slips, Format format)
{
    const Sheet sheet = sheetOf(format);
    const Inks inks = inksOf(format);
    QList<Page> all;
    for (const Slip &slip : slips) {
        QList<Page> pages = pagesOf(sheet, piecesOf(slip, sheet, inks));
        for (int i = 0; i < pages.size() && !sheet.isRoll(); ++i) {
            const QString number = pageNumber(i, int(pages.size()));
            pages[i].pieces.append(footer(sheet, inks, slipFooter(slip), number));
        }
        all.append(pages);
    }
    return {slips.isEmpty() ? QString() : slips.first().title, all};
}

} // namespace ui::paper
