// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/dispatch.h"

#include <QDate>
#include <QTest>

using namespace domain;
using namespace Qt::StringLiterals;

/// Whom a matter is proposed to: by what people can, whether they are there, where they are and how much they have.
class DispatchTest : public QObject
{
    Q_OBJECT

    const QDate m_today{2026, 11, 20};
    const Values m_leak{
        {field::Line, u"water"_s}, {field::Category, u"室内漏水"_s}, {field::Urgency, u"normal"_s}};

    static Worker worker(const char *name)
    {
        return {.id = Id::named(name), .login = QString::fromLatin1(name)};
    }
    QStringList order(
        const QVector<Worker> &workers, const Values &ticket, const QString &team = {})
    {
        QStringList logins;
        for (const Candidate &one : rankCandidates(ticket, workers, team, m_today))
            logins << one.login;
        return logins;
    }

private Q_SLOTS:
    void whoCanComesFirst()
    {
        Worker plumber = worker("plumber"), electrician = worker("electrician");
        plumber.skills = u"水暖"_s;
        electrician.skills = u"电工"_s;
        QCOMPARE(order({electrician, plumber}, m_leak).first(), u"plumber"_s);
        Values dark = m_leak;
        dark.set(field::Line, u"power"_s);
        dark.set(field::Category, u"停电"_s);
        QCOMPARE(order({plumber, electrician}, dark).first(), u"electrician"_s);
    }

    /// A sign that two trades share makes nobody of one able in the other.
    void aTradeIsAWord_data()
    {
        QTest::addColumn<QString>("skill");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("fits");
        QTest::newRow("electrical, gas") << u"电气"_s << u"gas"_s << false;
        QTest::newRow("electrical, power") << u"电气"_s << u"power"_s << true;
        QTest::newRow("heating, gas") << u"暖气"_s << u"gas"_s << false;
        QTest::newRow("heating, heat") << u"暖气"_s << u"heat"_s << true;
        QTest::newRow("lift, power") << u"电梯"_s << u"power"_s << false;
        QTest::newRow("lift, property") << u"电梯"_s << u"property"_s << true;
        QTest::newRow("licence to work, property") << u"高处作业"_s << u"property"_s << false;
        QTest::newRow("both") << u"水电"_s << u"power"_s << true;
        QTest::newRow("both, water") << u"水电"_s << u"water"_s << true;
        QTest::newRow("gas") << u"燃气"_s << u"gas"_s << true;
    }

    void aTradeIsAWord()
    {
        QFETCH(QString, skill);
        QFETCH(QString, line);
        Worker one = worker("one");
        one.skills = skill;
        const Candidate candidate =
            rankCandidates({{field::Line, line}}, {one}, {}, m_today).first();
        QTEST(candidate.score > 0, "fits");
    }

    void aCertificateThatRanOutCountsFromTheNextDay_data()
    {
        QTest::addColumn<QString>("certificates");
        QTest::addColumn<bool>("isAble");
        QTest::newRow("none") << QString() << true;
        QTest::newRow("without a day") << u"水工证"_s << true;
        QTest::newRow("last day") << u"水工证 2026-11-20"_s << true;
        QTest::newRow("yesterday") << u"水工证 2026-11-19"_s << false;
        QTest::newRow("written otherwise") << u"水工证（2025年3月1日）"_s << false;
        QTest::newRow("of another line") << u"电工证 2020-01-01"_s << true;
        QTest::newRow("one of two") << u"电工证 2030-01-01，水工证 2026/1/31"_s << false;
    }

    void aCertificateThatRanOutCountsFromTheNextDay()
    {
        QFETCH(QString, certificates);
        Worker one = worker("one");
        one.certificates = certificates;
        const Candidate candidate = rankCandidates(m_leak, {one}, {}, m_today).first();
        QTEST(candidate.isAble, "isAble");
    }

    void whoIsAwayStandsBehindWhoIsThere()
    {
        Worker away = worker("away"), off = worker("off"), there = worker("there"),
               standby = worker("standby");
        away.skills = off.skills = standby.skills = u"水暖"_s;
        away.presence = Presence::OnLeave;
        off.presence = Presence::Off;
        there.presence = Presence::AtWork;
        standby.presence = Presence::OnStandby;
        QCOMPARE(order({away, off, standby, there}, m_leak).first(), u"there"_s);
        for (const Candidate &one :
            rankCandidates(m_leak, {away, off, standby, there}, {}, m_today))
            QCOMPARE(one.isAble, one.login == u"there");
        // Who stands by is called when it can't wait.
        Values burst = m_leak;
        burst.set(field::Urgency, u"emergency"_s);
        for (const Candidate &one : rankCandidates(burst, {standby, away}, {}, m_today))
            QCOMPARE(one.isAble, one.login == u"standby");
    }

    void nearerAndOwnGridComeFirst()
    {
        Worker near = worker("near"), far = worker("far"), own = worker("own");
        near.distance_m = 200;
        far.distance_m = 9000;
        QCOMPARE(order({far, near}, m_leak).first(), u"near"_s);
        own.grid = Id::named("07");
        Values here = m_leak;
        here.set(field::Grid, QVariant::fromValue(own.grid));
        QCOMPARE(order({near, own}, here).first(), u"own"_s);
        near.team = u"二组"_s;
        far.team = u"一组"_s;
        far.distance_m.reset();
        near.distance_m.reset();
        QCOMPARE(order({near, far}, m_leak, u"一组"_s).first(), u"far"_s);
    }

    void whoHasLessComesFirst()
    {
        Worker busy = worker("busy"), free = worker("free");
        busy.inHand = 2;
        QCOMPARE(order({busy, free}, m_leak).first(), u"free"_s);
        busy.inHand = 0;
        busy.ofMonth = 30;
        free.ofMonth = 10;
        QCOMPARE(order({busy, free}, m_leak).first(), u"free"_s);
    }

    void equalsStandInTheSameOrderEverywhere()
    {
        const QVector<Worker> one{worker("a"), worker("b"), worker("c")};
        const QVector<Worker> other{worker("c"), worker("a"), worker("b")};
        QCOMPARE(order(one, m_leak), order(other, m_leak));
    }

    /// The score is the sum of what is said for it.
    void theReasonsAreTheScore()
    {
        Worker one = worker("one"), other = worker("other");
        one.skills = u"水暖"_s;
        one.presence = Presence::OnDuty;
        one.inHand = 3;
        one.ofMonth = 9;
        one.distance_m = 1200;
        for (const Candidate &candidate : rankCandidates(m_leak, {one, other}, {}, m_today)) {
            int sum = 0;
            for (const ScorePart &part : candidate.parts)
                sum += part.points;
            QCOMPARE(candidate.score, sum);
        }
    }

    /// A thousand matters given out one after the other end up evenly spread among equals.
    void manyMattersAreSpreadEvenly()
    {
        QVector<Worker> workers;
        for (char name = 'a'; name < 'k'; ++name)
            workers.append(worker(QByteArray(1, name).constData()));
        for (int matter = 0; matter < 1000; ++matter) {
            const Id best = rankCandidates(m_leak, workers, {}, m_today).first().id;
            auto at = std::ranges::find(workers, best, &Worker::id);
            ++at->inHand;
            ++at->ofMonth;
        }
        QVector<qint64> loads;
        for (const Worker &one : workers)
            loads.append(one.ofMonth);
        QVERIFY(spreadOf(loads).most - spreadOf(loads).least <= 1);
    }

    void spreadIsMeasured()
    {
        QCOMPARE(spreadOf({}).gini, 0.0);
        QCOMPARE(spreadOf({5, 5, 5}).gini, 0.0);
        const Spread one = spreadOf({0, 0, 0, 12});
        QCOMPARE(one.mean, 3.0);
        QCOMPARE(one.most, 12);
        QCOMPARE(one.gini, 0.75);
        QVERIFY(std::abs(spreadOf({1, 2, 3, 4}).gini - 0.25) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(DispatchTest)
#include "dispatch_test.moc"
