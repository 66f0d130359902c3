// SPDX-License-Identifier: GPL-3.0-or-later
#include "items_support.h"

#include "items/filter_counts.h"
#include "items/scopes.h"

#include <QSignalSpy>
#include <QTest>

using namespace support;
using items::FilterCounts;

class FilterCountsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsEachQuestion();
    void countsAgainOnceAfterABurst();
    void leavesRegistersAlone();
};

namespace
{

FilterCounts::Questions questionsAt(SmallDesk &desk)
{
    FilterCounts::Questions questions;
    for (const char *scope : {"accept", "soon", "late", "visit", "all"}) {
        const QString id = QString::fromLatin1(scope);
        questions.append({id, items::queryForScope(id, {}, desk.clock.now_ms())});
    }
    questions.append({QStringLiteral("line"), {}, QStringLiteral("line")});
    return questions;
}

} // namespace

void FilterCountsTest::countsEachQuestion()
{
    SmallDesk desk;
    openMany(desk, 3, u"漏水"_qs);
    desk.act(desk.open(repair(desk, u"停水"_qs)), QStringLiteral("accept"));
    FilterCounts counts(sourceOf(desk), [&desk] { return questionsAt(desk); });
    QSignalSpy changed(&counts, &FilterCounts::changed);
    counts.recount();
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(counts.counts().value(QStringLiteral("accept")), 3);
    QCOMPARE(counts.counts().value(QStringLiteral("all")), 4);
    QCOMPARE(counts.counts().value(QStringLiteral("visit")), 0);
    QCOMPARE(counts.counts().value(QStringLiteral("line:water")), 4);
    const int soon = counts.counts().value(QStringLiteral("soon"));
    QVERIFY(soon > 0);
    // What was due soon is late when its time has passed.
    desk.clock.passMinutes(4 * 60);
    counts.recount();
    QTRY_COMPARE(changed.count(), 2);
    QVERIFY(counts.counts().value(QStringLiteral("late")) >= soon);
}

void FilterCountsTest::countsAgainOnceAfterABurst()
{
    SmallDesk desk;
    FilterCounts counts(sourceOf(desk), [&desk] { return questionsAt(desk); });
    QObject::connect(&desk.desk(), &Desk::committed, &counts, &FilterCounts::takeIn);
    QSignalSpy changed(&counts, &FilterCounts::changed);
    for (int at = 0; at < 5; ++at)
        desk.open(repair(desk, u"漏水"_qs));
    QTRY_COMPARE(counts.counts().value(QStringLiteral("all")), 5);
    QCOMPARE(changed.count(), 1);
}

void FilterCountsTest::leavesRegistersAlone()
{
    SmallDesk desk;
    int asked = 0;
    FilterCounts counts(sourceOf(desk), [&] {
        ++asked;
        return questionsAt(desk);
    });
    store::Committed committed{1, {{store::Touched::Row, 1, quint8(domain::Register::Grid), true}}};
    counts.takeIn(committed);
    committed.touched = {{store::Touched::Ticket, 1, 0, true}};
    QSignalSpy changed(&counts, &FilterCounts::changed);
    counts.takeIn(committed);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(asked, 1);
}

QTEST_GUILESS_MAIN(FilterCountsTest)
#include "filter_counts_test.moc"
