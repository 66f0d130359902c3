// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postgres_server.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace support
{

using namespace Qt::StringLiterals;

namespace
{

QString programs()
{
    const QDir versions(u"/usr/lib/postgresql"_s);
    for (const QString &version :
        versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
        const QString folder = versions.filePath(version + u"/bin"_s);
        if (QFileInfo::exists(folder + u"/postgres"_s))
            return folder;
    }
    return {};
}

/// The user that the server runs as: this one, or for root somebody without rights.
const passwd *serverUser()
{
    if (getuid() != 0)
        return getpwuid(getuid());
    const passwd *user = getpwnam("postgres");
    return user ? user : getpwnam("nobody");
}

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

void becomeServerUser(QProcess &process)
{
    const passwd *user = serverUser();
    const uid_t uid = user->pw_uid;
    const gid_t gid = user->pw_gid;
    process.setChildProcessModifier([uid, gid] {
        if (getuid() == 0 && (setgid(gid) != 0 || setuid(uid) != 0))
            _exit(127);
        // A test that crashes leaves no server behind.
        prctl(PR_SET_PDEATHSIG, SIGQUIT);
    });
}

} // namespace

QString PostgresServer::whyNot()
{
    if (programs().isEmpty())
        return u"No PostgreSQL server is installed (postgresql-15)."_s;
    return serverUser() ? QString() : u"There is no user that the server could run as."_s;
}

bool PostgresServer::tool(const QString &name, const QStringList &words, QByteArray *output) const
{
    QProcess process;
    becomeServerUser(process);
    process.setWorkingDirectory(m_root.path());
    process.setProcessChannelMode(output ? QProcess::SeparateChannels : QProcess::MergedChannels);
    process.start(programs() + u'/' + name, words);
    const bool ended = process.waitForFinished(120'000);
    if (output)
        *output = process.readAllStandardOutput();
    if (ended && process.exitCode() == 0)
        return true;
    qWarning("%s: %s", qPrintable(name),
        (process.readAll() + process.readAllStandardError()).constData());
    return false;
}

PostgresServer::PostgresServer(Empty, bool waitsForDisk)
    : m_waitsForDisk(waitsForDisk)
    , m_port(freePort())
{
    const passwd *user = serverUser();
    if (getuid() == 0 && chown(qPrintable(m_root.path()), user->pw_uid, user->pw_gid) != 0)
        qWarning("The folder of the server can't be given to %s.", user->pw_name);
}

PostgresServer::PostgresServer(bool waitsForDisk)
    : PostgresServer(Empty{}, waitsForDisk)
{
    tool(u"initdb"_s,
        {u"--pgdata"_s, folder(), u"--username=griddesk"_s, u"--auth=trust"_s, u"--encoding=UTF8"_s,
            u"--no-locale"_s, u"--no-sync"_s});
    start();
}

std::unique_ptr<PostgresServer> PostgresServer::standByOf(const PostgresServer &primary)
{
    std::unique_ptr<PostgresServer> server(new PostgresServer(Empty{}, false));
    server->tool(u"pg_basebackup"_s,
        {u"--pgdata"_s, server->folder(), u"--host=127.0.0.1"_s, u"--port"_s,
            QString::number(primary.port()), u"--username=griddesk"_s, u"--write-recovery-conf"_s,
            u"--checkpoint=fast"_s, u"--no-sync"_s});
    server->start();
    return server;
}

PostgresServer::~PostgresServer()
{
    stop();
}

bool PostgresServer::start()
{
    // Begun anew while it runs, it would die of the second process, which still finds the first one's memory.
    if (m_process && m_process->state() == QProcess::Running && isUp())
        return true;
    m_process = std::make_unique<QProcess>();
    becomeServerUser(*m_process);
    m_process->setWorkingDirectory(m_root.path());
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardOutputFile(m_root.filePath(u"log"_s), QIODevice::Append);
    m_process->start(programs() + u"/postgres"_s,
        {u"-D"_s, folder(), u"-p"_s, QString::number(m_port), u"-k"_s, m_root.path(), u"-c"_s,
            u"listen_addresses=127.0.0.1"_s, u"-c"_s, u"max_connections=60"_s, u"-c"_s,
            u"shared_buffers=64MB"_s, u"-c"_s, u"max_wal_size=4GB"_s, u"-c"_s,
            m_waitsForDisk ? u"fsync=on"_s : u"fsync=off"_s});
    m_process->waitForStarted();
    for (const QDeadlineTimer limit(60'000); !limit.hasExpired();) {
        if (isUp())
            return true;
        if (m_process->waitForFinished(50))
            break;
    }
    qWarning("The server did not start: %s", log().constData());
    return false;
}

bool PostgresServer::isUp() const
{
    QProcess ready;
    ready.start(programs() + u"/pg_isready"_s,
        {u"-q"_s, u"-h"_s, u"127.0.0.1"_s, u"-p"_s, QString::number(m_port)});
    return ready.waitForFinished(5'000) && ready.exitCode() == 0;
}

void PostgresServer::stop()
{
    if (!m_process || m_process->state() == QProcess::NotRunning)
        return;
    pause(false);
    ::kill(pid_t(m_process->processId()), SIGINT); // fast: connections end, what is committed stays
    if (!m_process->waitForFinished(60'000))
        kill();
}

void PostgresServer::kill()
{
    ::kill(
        pid_t(m_process->processId()), SIGQUIT); // immediate: the next start recovers from the log
    m_process->waitForFinished(60'000);
}

void PostgresServer::pause(bool on)
{
    const QByteArray pid = QByteArray::number(m_process->processId());
    QProcess children;
    children.start(u"/usr/bin/pgrep"_s, {u"-P"_s, QString::fromLatin1(pid)});
    children.waitForFinished();
    for (const QByteArray &child : (children.readAll() + pid).split('\n')) {
        if (child.toInt() > 1)
            ::kill(child.toInt(), on ? SIGSTOP : SIGCONT);
    }
}

bool PostgresServer::promote()
{
    return tool(u"pg_ctl"_s, {u"promote"_s, u"--pgdata"_s, folder(), u"--wait"_s});
}

QString PostgresServer::url(const QString &database) const
{
    return u"postgresql://griddesk@127.0.0.1:%1/%2"_s.arg(m_port).arg(database);
}

QByteArray PostgresServer::run(const QString &statement, const QString &database)
{
    QByteArray output;
    const bool done = tool(u"psql"_s,
        {u"--no-psqlrc"_s, u"--quiet"_s, u"--tuples-only"_s, u"--no-align"_s,
            u"--set=ON_ERROR_STOP=1"_s, u"--dbname"_s, url(database), u"--command"_s, statement},
        &output);
    return done ? output.trimmed() : QByteArray("refused");
}

double PostgresServer::processorSeconds() const
{
    QFile stat(u"/proc/%1/stat"_s.arg(m_process->processId()));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    // Behind the name in parentheses; the times of this process and of its children that were waited for.
    const QByteArray all = stat.readAll();
    const QByteArrayList fields = all.sliced(all.lastIndexOf(')') + 2).split(' ');
    qint64 ticks = 0;
    for (int i = 11; i <= 14; ++i)
        ticks += fields.value(i).toLongLong();
    return double(ticks) / double(sysconf(_SC_CLK_TCK));
}

QByteArray PostgresServer::log() const
{
    QFile file(m_root.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll().right(4000) : QByteArray();
}

} // namespace support
