// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"
#include "peers/hub_url.h"
#include "peers/hub_watch.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <map>
#include <memory>

namespace peers
{

using domain::Id;

/// Why a question to the hub wasn't answered. Thrown inside the hub's own files, caught where its object is called.
struct HubFailure {
    enum Kind : quint8 {
        Broken, ///< no connection, or it was lost: connect anew
        Again, ///< two pushed the same at once and the database chose one: the same once more
        Refused, ///< the database says no (missing table, missing right); a new try alone won't help
    } kind = Broken;
    QString why;
};

/// Parameters for many rows at once: PostgreSQL's text form of an array, one for each column.
class HubArray
{
public:
    void add(const QByteArray &bytes);
    void add(const Id &id) { add(id.toBytes()); }
    void add(qint64 number);
    qsizetype size() const { return m_count; }
    QVariant value() const { return QVariant(m_text + u'}'); }

private:
    void next();

    QString m_text = QStringLiteral("{");
    qsizetype m_count = 0;
};

/// One connection to the hub's database, with its statements prepared once. Every call blocks until there is an answer or a
/// limit has passed; belongs to one thread.
class HubDatabase
{
public:
    /// How long a statement may take before the connection counts as dead.
    explicit HubDatabase(const HubUrl &url, int patience_ms);
    ~HubDatabase();
    HubDatabase(const HubDatabase &) = delete;
    HubDatabase &operator=(const HubDatabase &) = delete;

    /// The rows stay valid until the same statement runs again.
    QSqlQuery &run(const QString &statement, const QVariantList &values = {});
    /// A statement that is needed once.
    void once(const QString &statement);
    /// All or nothing; `work` may throw.
    void inTransaction(const std::function<void()> &work);

    QString host() const { return m_host; } ///< the one that answered, with its port
    bool isPostgres() const { return m_isPostgres; }
    HubWatch &watch() { return *m_watch; }
    QSqlDriver *driver() const { return m_database.driver(); }

private:
    void close();
    void rollBack();
    void learnEngine();
    [[noreturn]] void fail(const QSqlError &error) const;

    const QString m_name;
    QSqlDatabase m_database;
    std::map<QString, QSqlQuery> m_prepared;
    std::unique_ptr<HubWatch> m_watch;
    QString m_host;
    bool m_isPostgres = false;
};

QByteArray bytesAt(const QSqlQuery &row, int column);
/// A null id where the column holds none.
Id idAt(const QSqlQuery &row, int column);

} // namespace peers
