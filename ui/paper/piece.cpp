// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/piece.h"

namespace ui::paper
{
namespace
{
// Fills one page after the other.
class Flow
{
public:
    explicit Flow(qreal pageHeight)
        : m_pageHeight(pageHeight)
    {
        m_pages.append(QList<Placed>());
    }

    void add(const Piece &piece, qreal heightOfChain)
    {
        if (mustTurnPage(piece, heightOfChain))
            turnPage(piece);
        if (!m_pages.last().isEmpty())
            m_top += piece.gapBefore;
        place(piece);
    }

    QList<QList<Placed>> pages() const { return m_pages; }

private:
    bool mustTurnPage(const Piece &piece, qreal heightOfChain) const
    {
        if (m_isFresh)
            return false;
        const qreal left = m_pageHeight - m_top;
        const bool chainFitsOnAnyPage = heightOfChain <= m_pageHeight;
        const qreal wanted = chainFitsOnAnyPage ? heightOfChain : piece.gapBefore + piece.height;
        return piece.startsPage || wanted > left;
    }

    void turnPage(const Piece &first)
    {
        m_pages.append(QList<Placed>());
        m_top = 0;
        if (first.head)
            place(*first.head);
        m_isFresh = true;
    }

    void place(const Piece &piece)
    {
        m_pages.last().append({{0, m_top}, piece});
        m_top += piece.height;
        m_isFresh = false;
    }

    QList<QList<Placed>> m_pages;
    qreal m_pageHeight;
    qreal m_top = 0;
    bool m_isFresh = true; // nothing but a repeated head stands on the page
};

// The height of a piece and of those that must stay with it.
qreal chainHeight(const QList<Piece> &pieces, int first)
{
    qreal height = 0;
    for (int i = first; i < pieces.size(); ++i) {
        height += pieces[i].gapBefore + pieces[i].height;
        if (!pieces[i].keepWithNext)
            break;
    }
    return height;
}
} // namespace

QList<QList<Placed>> flow(const QList<Piece> &pieces, qreal pageHeight)
{
    Flow flow(pageHeight);
    for (int i = 0; i < pieces.size(); ++i)
        flow.add(pieces[i], chainHeight(pieces, i));
    return flow.pages();
}

qreal bottomOf(const QList<Placed> &placed)
{
    qreal bottom = 0;
    for (const Placed &one : placed)
        bottom = qMax(bottom, one.at.y() + one.piece.height);
    return bottom;
}

} // namespace ui::paper
