// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/counter.h"
#include "support/seeded_random.h"
#include "support/small_desk.h"
#include "support/tool.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <array>
#include <random>

using namespace faults;
using namespace Qt::StringLiterals;
using support::Tool;
using support::ToolRun;

namespace
{

constexpr int patience_ms = 60'000;
constexpr int linesAtOnce = 450; // more than two of the tool's transactions
constexpr int rowsOfImport = 300;
/// After so many kills the company begins anew, so that checking it stays quick.
constexpr int killsPerCompany = 10;

/// A command for the tool, what it reads on stdin, and how long it takes undisturbed.
struct Command {
    QStringList words;
    QByteArray input;
    int undisturbed_ms = 0;
};

/// The moment at which a process dies: after so many lines of its output, or when so much of the time
/// has passed that it takes undisturbed, whatever it is doing then. One that ends earlier is spared.
struct Moment {
    int lines = 0;
    int time_ms = 0;

    QString text() const
    {
        return lines ? u"after line %1"_s.arg(lines) : u"after %1 ms"_s.arg(time_ms);
    }
};

QByteArray matterLine(int n)
{
    const QString words =
        u"{\"kind\":\"repair\",\"line\":\"water\",\"title\":\"厨房漏水%1\",\"street\":\"文一路\","
        "\"customer\":{\"name\":\"李小明%2\",\"phone\":\"1380013800%2\"}}\n"_s;
    return words.arg(n).arg(n % 10).toUtf8();
}

QByteArray matterLines(int count)
{
    QByteArray lines;
    for (int n = 0; n < count; ++n)
        lines += matterLine(n);
    return lines;
}

void writeTable(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s can't be written", qPrintable(path));
    file.write("source_id,kind,line,title,description\n");
    for (int row = 1; row <= rowsOfImport; ++row)
        file.write(u"%1,repair,heat,暖气不热%1,邻居说昨晚就开始了\n"_s.arg(row).toUtf8());
}

/// The numbers of the tickets that the tool has acknowledged: what stands on a whole line.
QStringList acknowledgedIn(const QByteArray &output)
{
    QStringList numbers;
    for (const QByteArray &line : output.left(output.lastIndexOf('\n') + 1).split('\n')) {
        if (const QJsonObject object = QJsonDocument::fromJson(line).object();
            object.contains(u"number"_s))
            numbers << object[u"number"_s].toString();
    }
    return numbers;
}

} // namespace

/// The tool dies at any moment of its work, without a chance to tidy up; the next command finds what it
/// had acknowledged and carries on.
class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nothingAcknowledgedIsLost();
    void aLockWithoutANameIsTakenOver();

private:
    void beginAnew();
    Command pick(std::mt19937 &random);
    Moment pickMoment(const Command &command, std::mt19937 &random);
    /// Starts the command, kills it at the moment, and notes what it had acknowledged.
    void killAt(const Command &command, const Moment &moment);
    /// What is wrong with the desk afterwards; empty when nothing is.
    QString fault();
    QString faultOfImport(const Command &command);
    ToolRun run(const Command &command) const
    {
        return Tool(desk()).run(command.words, command.input);
    }
    int measure(const Command &command);
    QString desk() const { return m_folder.filePath(u"desk"_s); }
    QString founded() const { return m_folder.filePath(u"founded"_s); }

    QTemporaryDir m_folder;
    support::FakeClock m_clock{support::moment_ms(u"2026-11-20 08:00"_s)};
    support::SeededRandom m_random;
    std::array<Command, 3> m_commands;
    QStringList m_acknowledged;
    int m_imports = 0;
    int m_killed = 0;
};

void KillTest::initTestCase()
{
    {
        const auto desk = faults::founded(founded(), m_clock, m_random);
        Counter(*desk).moveIn();
    }
    beginAnew();
    const QStringList open{u"ticket"_s, u"open"_s, u"--file"_s, u"-"_s};
    m_commands = {Command{open, matterLine(1)}, Command{open, matterLines(linesAtOnce)},
        Command{{u"import"_s, u"tickets"_s, m_folder.filePath(u"import-0.csv"_s)}}};
    writeTable(m_commands[2].words.last());
    for (Command &command : m_commands)
        command.undisturbed_ms = measure(command);
}

void KillTest::beginAnew()
{
    copyDesk(founded(), desk());
    m_acknowledged.clear();
}

int KillTest::measure(const Command &command)
{
    QElapsedTimer time;
    time.start();
    const ToolRun done = run(command);
    if (done.code != 0)
        qFatal("%s", done.told().constData());
    return int(time.elapsed());
}

Command KillTest::pick(std::mt19937 &random)
{
    Command command = m_commands[random() % m_commands.size()];
    if (command.input.isEmpty()) {
        command.words.last() = m_folder.filePath(u"import-%1.csv"_s.arg(++m_imports));
        writeTable(command.words.last());
    }
    return command;
}

Moment KillTest::pickMoment(const Command &command, std::mt19937 &random)
{
    const int lines = int(command.input.count('\n'));
    if (lines > 1 && random() % 3 == 0)
        return {.lines = 1 + int(random() % lines)};
    return {.time_ms = int(random() % (command.undisturbed_ms + 1))};
}

void KillTest::killAt(const Command &command, const Moment &moment)
{
    QProcess process;
    process.start(QStringLiteral(GRIDDESK_TOOL), QStringList{u"--desk"_s, desk()} + command.words);
    process.write(command.input);
    process.closeWriteChannel();
    QByteArray output;
    while (output.count('\n') < moment.lines && process.waitForReadyRead(patience_ms))
        output += process.readAllStandardOutput();
    // The end of the process, or the moment, whichever comes first.
    if (!moment.lines)
        process.waitForFinished(moment.time_ms);
    process.kill();
    process.waitForFinished(patience_ms);
    output += process.readAllStandardOutput();
    m_killed += process.exitStatus() == QProcess::CrashExit;
    m_acknowledged += acknowledgedIn(output);
}

QString KillTest::fault()
{
    if (const ToolRun next = run(m_commands[0]); next.code != 0)
        return u"the next command fails: "_s + QString::fromUtf8(next.told());
    if (const ToolRun verified = run({{u"verify"_s}}); verified.code != 0)
        return u"verify: "_s + QString::fromUtf8(verified.told());
    const auto opened = mustOpen(Desk::open(desk(), m_clock, m_random));
    for (const QString &number : m_acknowledged) {
        if (!opened->read().findTicket(number))
            return number + u" was acknowledged and is gone"_s;
    }
    return {};
}

/// The same import again takes in what is missing and nothing twice.
QString KillTest::faultOfImport(const Command &command)
{
    const ToolRun again = run(command);
    const QJsonObject counts = again.first();
    if (again.code != 0
        || counts[u"accepted"_s].toInt() + counts[u"unchanged"_s].toInt() != rowsOfImport)
        return u"the import again: "_s + QString::fromUtf8(again.told());
    return {};
}

void KillTest::nothingAcknowledgedIsLost()
{
    constexpr quint32 seed = 2026;
    std::mt19937 random(seed);
    const int kills = times(40), mostTries = 4 * kills;
    qsizetype acknowledged = 0;
    int i = 0;
    // One that was done before its moment came was not killed at work: how long it takes is the machine's affair.
    for (; m_killed < kills && i < mostTries; ++i) {
        if (i % killsPerCompany == 0)
            beginAnew();
        const Command command = pick(random);
        const Moment moment = pickMoment(command, random);
        const qsizetype before = m_acknowledged.size();
        killAt(command, moment);
        acknowledged += m_acknowledged.size() - before;
        QString found = fault();
        if (found.isEmpty() && command.input.isEmpty())
            found = faultOfImport(command);
        QVERIFY2(found.isEmpty(),
            qPrintable(u"kill %1 of seed %2, %3 %4: %5"_s.arg(i).arg(seed).arg(
                command.words.join(u' '), moment.text(), found)));
    }
    qInfo("%d of %d processes killed at work, %lld tickets acknowledged by them", m_killed, i,
        qint64(acknowledged));
    QVERIFY(m_killed >= kills);
}

/// Who dies between making the lock's file and writing his name into it leaves it empty.
void KillTest::aLockWithoutANameIsTakenOver()
{
    beginAnew();
    QVERIFY(QFile(store::DeskFolder{desk()}.lock()).open(QIODevice::WriteOnly));
    const ToolRun next = run(m_commands[0]);
    QVERIFY2(next.code == 0, next.told());
}

QTEST_GUILESS_MAIN(KillTest)
#include "kill_test.moc"
