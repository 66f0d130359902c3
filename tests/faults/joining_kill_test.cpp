// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/seeded_random.h"
#include "support/tool.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using support::Tool;
using support::ToolRun;

namespace
{

constexpr int patience_ms = 60'000;
constexpr int undisturbed_ms = 1'500; ///< about what joining takes here

std::unique_ptr<QProcess> started(const QString &desk, const QStringList &words)
{
    auto process = std::make_unique<QProcess>();
    process->start(QStringLiteral(GRIDDESK_TOOL), QStringList{u"--desk"_s, desk} + words);
    return process;
}

} // namespace

/// A computer that joins a company dies at any moment of it, without a chance to tidy up. What it leaves is either nothing, or a
/// desk that goes on joining with the same words as before.
class JoiningKillTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<QProcess> m_host;
    QString m_address;

    Tool host() const { return Tool(m_folder.filePath(u"host"_s)); }

private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(
            host().run({u"init"_s, u"--company"_s, u"幸福"_s, u"--admin"_s, u"wang"_s}).code, 0);
        QCOMPARE(
            host().run({u"generate"_s, u"--tickets"_s, u"400"_s, u"--seed"_s, u"1"_s}).code, 0);
        // Slow enough that some die in the middle of the tables.
        m_host = started(
            host().desk(), {u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--limit"_s, u"500"_s});
        QVERIFY(m_host->waitForReadyRead(patience_ms));
        m_address = QJsonDocument::fromJson(m_host->readLine()).object()["listening"_L1].toString();
    }

    void whoDiesGoesOnJoining()
    {
        const int tries = qEnvironmentVariableIntValue("GRIDDESK_FAULTS") > 0
            ? qEnvironmentVariableIntValue("GRIDDESK_FAULTS")
            : 4;
        support::SeededRandom random(20'261'121);
        int finished = 0;
        for (int one = 0; one < tries; ++one) {
            const Tool desk(m_folder.filePath(u"desk%1"_s.arg(one)));
            const QString code = host().run({u"invite"_s}).first()["code"_L1].toString();
            const QStringList joining{u"pair"_s, m_address, u"--code"_s, code};
            for (int kill = 0; kill < 3; ++kill) {
                const auto process = started(desk.desk(), joining);
                std::array<quint8, 2> chance{};
                random.fill(chance);
                if (process->waitForFinished((chance[0] * 256 + chance[1]) % undisturbed_ms))
                    break;
                process->kill();
                process->waitForFinished(patience_ms);
            }
            ToolRun run = desk.run(joining);
            // It died when it was a desk already.
            if (run.code != 0 && run.error.contains(u"already a desk"_s))
                run = desk.run({u"sync"_s, m_address, u"--once"_s});
            else
                ++finished;
            QVERIFY2(run.code == 0, run.told());
            const ToolRun verified = desk.run({u"verify"_s});
            QVERIFY2(verified.code == 0, verified.told());
            QVERIFY(!QDir(desk.desk()).exists(u"joining"_s));
            const ToolRun saved = desk.run(
                {u"ticket"_s, u"open"_s}, R"({"kind":"repair","line":"water","title":"after"})");
            QVERIFY2(saved.code == 0, saved.told());
            QVERIFY(desk.run({u"sync"_s, m_address, u"--once"_s}).code == 0);
            QCOMPARE(desk.run({u"digest"_s}).first(), host().run({u"digest"_s}).first());
            QDir(desk.desk()).removeRecursively();
        }
        qInfo("%d computers died while joining; %d went on with the invitation", tries, finished);
    }

    void cleanupTestCase()
    {
        m_host->terminate();
        QVERIFY(m_host->waitForFinished(patience_ms));
        QCOMPARE(m_host->exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(JoiningKillTest)
#include "joining_kill_test.moc"
