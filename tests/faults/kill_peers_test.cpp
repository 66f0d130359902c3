// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/counter.h"
#include "support/serving.h"
#include "support/tool.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <random>

using namespace faults;
using namespace Qt::StringLiterals;
using support::Serving;
using support::Tool;
using support::ToolRun;

namespace
{

constexpr int desks = 3;
constexpr int patience_ms = 60'000;
constexpr int killsBeforeTheyAreCompared = 10;
constexpr int longestBeforeKill_ms =
    250; ///< a start, a greeting and a few parcels take about as long

/// A port that is free now, for a process that begins again at the same place.
QString freeAddress()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return u"127.0.0.1:%1"_s.arg(server.serverPort());
}

} // namespace

/// Three processes keep three desks in step over TLS while people work at all of them; any of them dies at any moment and
/// comes back. What anybody was told is saved is on all three in the end, and all three are the same.
class KillPeersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingAcknowledgedIsLost();

private:
    QString deskAt(int number) const { return m_folder.filePath(u"desk%1"_s.arg(number)); }
    void serve(int number);
    void startWork(int number, std::mt19937 &random);
    void finishWork(int number);
    QString fault();
    bool agree();

    QTemporaryDir m_folder;
    std::array<QString, desks> m_addresses;
    std::array<std::unique_ptr<Serving>, desks> m_serving;
    std::array<QProcess, desks> m_work;
    QStringList m_acknowledged;
    int m_done = 0;
};

void KillPeersTest::initTestCase()
{
    const Tool first(deskAt(0));
    QCOMPARE(first.run({u"init"_s, u"--company"_s, u"幸福"_s, u"--admin"_s, u"wang"_s}).code, 0);
    QStringList codes;
    for (int i = 1; i < desks; ++i) {
        const ToolRun run = first.run({u"invite"_s, u"--prefix"_s, u"0%1"_s.arg(i + 1)});
        codes << run.first()[u"code"_s].toString();
    }
    Serving serving(first.desk());
    for (int i = 1; i < desks; ++i) {
        const ToolRun run =
            Tool(deskAt(i)).run({u"pair"_s, serving.address(), u"--code"_s, codes[i - 1]});
        QVERIFY2(run.code == 0, run.told());
    }
    QCOMPARE(serving.end(), 0);
    for (QString &address : m_addresses)
        address = freeAddress();
}

void KillPeersTest::serve(int number)
{
    QStringList peers;
    for (int i = 0; i < desks; ++i) {
        if (i != number)
            peers << u"--peer"_s << m_addresses[size_t(i)];
    }
    auto &serving = m_serving[size_t(number)];
    serving.reset();
    serving = std::make_unique<Serving>(deskAt(number), peers, m_addresses[size_t(number)]);
}

/// Somebody at a desk takes in a matter, or says otherwise what an earlier one is about.
void KillPeersTest::startWork(int number, std::mt19937 &random)
{
    QStringList words{u"--desk"_s, deskAt(number), u"ticket"_s};
    const bool isOpening = m_acknowledged.isEmpty() || random() % 2 == 0;
    if (isOpening)
        words << u"open"_s;
    else
        words << u"do"_s << m_acknowledged[qsizetype(random() % m_acknowledged.size())]
              << u"correct"_s << u"title=水管%1"_s.arg(random() % 1000);
    QProcess &work = m_work[size_t(number)];
    work.start(QCoreApplication::applicationDirPath() + u"/griddeskctl"_s, words);
    if (isOpening)
        work.write("{\"kind\":\"repair\",\"line\":\"water\",\"title\":\"漏水\"}");
    work.closeWriteChannel();
}

void KillPeersTest::finishWork(int number)
{
    QProcess &work = m_work[size_t(number)];
    work.waitForFinished(patience_ms);
    if (work.exitCode() != 0)
        return;
    ++m_done;
    const QJsonObject told = QJsonDocument::fromJson(work.readAllStandardOutput()).object();
    if (const QString opened = told[u"number"_s].toString(); !m_acknowledged.contains(opened))
        m_acknowledged << opened;
}

bool KillPeersTest::agree()
{
    const auto digest = [this](
                            int number) { return Tool(deskAt(number)).run({u"digest"_s}).first(); };
    const QJsonObject first = digest(0);
    return !first.isEmpty() && digest(1) == first && digest(2) == first;
}

/// What is wrong with the desks; empty when nothing is.
QString KillPeersTest::fault()
{
    for (int i = 0; i < desks; ++i) {
        const Tool tool(deskAt(i));
        if (const ToolRun verified = tool.run({u"verify"_s}); verified.code != 0)
            return u"desk %1: %2"_s.arg(i).arg(QString::fromUtf8(verified.told()));
        const int held = tool.run({u"tickets"_s, u"--count"_s}).first()[u"count"_s].toInt();
        if (held < m_acknowledged.size())
            return u"desk %1 holds %2 tickets of %3"_s.arg(i).arg(held).arg(m_acknowledged.size());
    }
    for (const QString &number : std::as_const(m_acknowledged)) {
        if (Tool(deskAt(0)).run({u"ticket"_s, u"show"_s, number}).code != 0)
            return number + u" was acknowledged and is gone"_s;
    }
    return {};
}

void KillPeersTest::nothingAcknowledgedIsLost()
{
    std::mt19937 random(2026);
    const int kills = times(20);
    for (int i = 0; i < desks; ++i)
        serve(i);
    for (int kill = 1; kill <= kills; ++kill) {
        for (int i = 0; i < desks; ++i)
            startWork(i, random);
        const int victim = int(random() % desks);
        // The end of the work, or the moment, whichever comes first.
        m_work[size_t(victim)].waitForFinished(int(random() % longestBeforeKill_ms));
        m_serving[size_t(victim)]->kill();
        // Who works at that desk goes on alone; then it serves again.
        for (int i = 0; i < desks; ++i)
            finishWork(i);
        serve(victim);
        QVERIFY2(!m_serving[size_t(victim)]->address().isEmpty(),
            qPrintable(m_serving[size_t(victim)]->told()));
        if (kill % killsBeforeTheyAreCompared != 0)
            continue;
        QTRY_VERIFY2_WITH_TIMEOUT(agree(),
            qPrintable(u"kill %1: the desks don't come together"_s.arg(kill)), patience_ms);
        const QString found = fault();
        QVERIFY2(found.isEmpty(), qPrintable(u"kill %1: %2"_s.arg(kill).arg(found)));
    }
    qInfo("%d processes killed, %d deeds acknowledged meanwhile, %lld new tickets among them",
        kills, m_done, qint64(m_acknowledged.size()));
    for (auto &serving : m_serving)
        QCOMPARE(serving->end(), 0);
}

QTEST_GUILESS_MAIN(KillPeersTest)
#include "kill_peers_test.moc"
