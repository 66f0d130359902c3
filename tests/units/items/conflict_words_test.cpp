// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/conflict_words.h"

#include "domain/words.h"

#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;
using items::ConflictCard;
using store::ConflictReason;

/// The words for conflicts, reason by reason: the same in the window and in the tool.
class ConflictWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWords_data();
    void theWords();
};

void ConflictWordsTest::theWords_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("meaning"); // how it ends
    QTest::newRow("contradicts") << int(ConflictReason::Contradicts) << u"contradicts"_s
                                 << u"Two desks differ: Title"_s << u"Both stay on record."_s;
    QTest::newRow("too late") << int(ConflictReason::NoLongerApplies) << u"no_longer_applies"_s
                              << u"Came too late: Accept"_s << u"is recorded anew."_s;
    QTest::newRow("no right") << int(ConflictReason::LackedRight) << u"lacked_right"_s
                              << u"Without the right to it: Accept"_s
                              << u"somebody who may records it anew."_s;
    QTest::newRow("shut out") << int(ConflictReason::DeskRevoked) << u"desk_revoked"_s
                              << u"From a desk that was shut out: Accept"_s
                              << u"somebody who may records it anew."_s;
}

void ConflictWordsTest::theWords()
{
    QFETCH(int, reason);
    QFETCH(QString, title);
    QFETCH(QString, meaning);
    ConflictCard card;
    card.line.reason = ConflictReason(reason);
    card.later.events = {StepTaken{{}, u"accept"_s, {}, 1, {}, 0, {}, {}, {}}};
    if (card.line.reason == ConflictReason::Contradicts)
        card.fields = {{.id = field::Title, .label = u"Title"_s}};
    QTEST(items::conflictCode(card.line.reason), "code");
    QCOMPARE(items::conflictTitle(card), title);
    QVERIFY2(
        items::conflictMeaning(card).endsWith(meaning), qPrintable(items::conflictMeaning(card)));
    card.stateThen = u"with_team"_s;
    QVERIFY(items::conflictMeaning(card).contains(stateWord(u"with_team")));
    // Who knew of what takes two.
    QVERIFY(items::knowledgeWords(card).isEmpty());
    card.earlier = {.position = 1, .person = u"王芳"_s};
    card.later.position = 2;
    card.later.person = u"李明"_s;
    QCOMPARE(items::knowledgeWords(card), u"Neither knew what the other had done."_s);
    card.later.knewOther = true;
    QCOMPARE(items::knowledgeWords(card), u"李明 knew what 王芳 had done."_s);
}

QTEST_GUILESS_MAIN(ConflictWordsTest)

#include "conflict_words_test.moc"
