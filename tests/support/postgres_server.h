// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace support
{

/// A real PostgreSQL of a test's own: a fresh cluster in a temporary folder, on a free port of this computer, ended with
/// the object. It refuses to run as root, so a root's test starts it as another user.
class PostgresServer
{
public:
    /// Whether one can be started here; otherwise a test skips, with these words.
    static QString whyNot();

    /// A new, empty cluster. A computer doesn't fail in a test, only the server does, so nobody waits for the disk unless
    /// the time that this takes is what is asked.
    explicit PostgresServer(bool waitsForDisk = false);
    /// A stand-by of another one, kept current by streaming.
    static std::unique_ptr<PostgresServer> standByOf(const PostgresServer &primary);
    ~PostgresServer();
    PostgresServer(const PostgresServer &) = delete;
    PostgresServer &operator=(const PostgresServer &) = delete;

    /// Whether it answers; one that runs goes on.
    bool start();
    void stop(); ///< in an orderly way
    void kill(); ///< as a power cut would
    void pause(bool on); ///< it takes connections and bytes, and answers nothing
    bool promote(); ///< a stand-by takes writes from now on

    quint16 port() const { return m_port; }
    QString url(const QString &database = QStringLiteral("postgres")) const;
    /// What the statement prints, a line for each row; fails the test when the database refuses it.
    QByteArray run(const QString &statement, const QString &database = QStringLiteral("postgres"));
    QByteArray log() const;
    /// Of its connections that have ended, and its own.
    double processorSeconds() const;

private:
    struct Empty {
    };
    PostgresServer(Empty, bool waitsForDisk);
    bool tool(const QString &name, const QStringList &words, QByteArray *output = nullptr) const;
    QString folder() const { return m_root.filePath(QStringLiteral("data")); }
    bool isUp() const;

    QTemporaryDir m_root;
    const bool m_waitsForDisk;
    quint16 m_port = 0;
    std::unique_ptr<QProcess> m_process;
};

} // namespace support
