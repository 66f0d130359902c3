// SPDX-License-Identifier: GPL-3.0-or-later
#include "paper/piece.h"

#include <QTest>

using namespace ui::paper;

class FlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsPagesFromTheTop();
    void dropsTheGapAtTheTopOfAPage();
    void keepsAPieceWithTheNext();
    void placesAChainThatNoPageHoldsPieceByPiece();
    void repeatsTheHeadOnEachPage();
    void startsAPageWhereAsked();
    void hasOnePageForNothing();
};

namespace
{
// What stands on the pages: one word per page, a letter per piece in its order.
QStringList outline(const QList<Piece> &pieces, qreal pageHeight)
{
    QStringList words;
    for (const QList<Placed> &page : flow(pieces, pageHeight)) {
        QString word;
        for (const Placed &placed : page) {
            // Pieces are named by the tenths of their height: 10.1 is a, 10.2 is b.
            const int name = qRound(placed.piece.height * 10) % 10;
            word += QChar(u'a' + name - 1);
        }
        words.append(word);
    }
    return words;
}

Piece piece(char name)
{
    return {.height = 10 + (name - 'a' + 1) / 10.0};
}
} // namespace

void FlowTest::fillsPagesFromTheTop()
{
    const QList<Piece> pieces{piece('a'), piece('b'), piece('c')};
    QCOMPARE(outline(pieces, 25), QStringList({"ab", "c"}));
    const auto pages = flow(pieces, 25);
    QCOMPARE(pages[0][1].at.y(), 10.1);
    QCOMPARE(pages[1][0].at.y(), 0.0);
    QCOMPARE(bottomOf(pages[0]), 20.3);
}

void FlowTest::dropsTheGapAtTheTopOfAPage()
{
    QList<Piece> pieces{piece('a'), piece('b'), piece('c')};
    for (Piece &one : pieces)
        one.gapBefore = 4;
    const auto pages = flow(pieces, 25);
    QCOMPARE(pages[0][0].at.y(), 0.0);
    QCOMPARE(pages[0][1].at.y(), 14.1);
    QCOMPARE(pages[1][0].at.y(), 0.0);
}

void FlowTest::keepsAPieceWithTheNext()
{
    QList<Piece> pieces{piece('a'), piece('b'), piece('c')};
    pieces[1].keepWithNext = true;
    QCOMPARE(outline(pieces, 25), QStringList({"a", "bc"}));
}

void FlowTest::placesAChainThatNoPageHoldsPieceByPiece()
{
    QList<Piece> pieces{piece('a'), piece('b'), piece('c'), piece('d')};
    for (int i = 0; i < 3; ++i)
        pieces[i].keepWithNext = true;
    QCOMPARE(outline(pieces, 25), QStringList({"ab", "cd"}));
}

void FlowTest::repeatsTheHeadOnEachPage()
{
    const auto head = std::make_shared<Piece>(piece('h'));
    QList<Piece> pieces{*head, piece('a'), piece('b'), piece('c')};
    for (int i = 1; i < 4; ++i)
        pieces[i].head = head;
    QCOMPARE(outline(pieces, 25), QStringList({"ha", "hb", "hc"}));
}

void FlowTest::startsAPageWhereAsked()
{
    QList<Piece> pieces{piece('a'), piece('b')};
    pieces[0].startsPage = true; // at the very top there is nothing to break
    pieces[1].startsPage = true;
    QCOMPARE(outline(pieces, 100), QStringList({"a", "b"}));
}

void FlowTest::hasOnePageForNothing()
{
    QCOMPARE(flow({}, 100).size(), 1);
}

QTEST_APPLESS_MAIN(FlowTest)
#include "flow_test.moc"
