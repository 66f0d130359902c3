// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/id.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <memory>
#include <stdexcept>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace store
{

/// What SQLite refused: its message and its extended result code. Thrown inside this layer only; the
/// committer and the readers turn it into a Refusal or a Failure before anything leaves.
class SqlFailure : public std::runtime_error
{
public:
    SqlFailure(int code, const QString &what);
    int code() const { return m_code; }
    QString message() const { return m_message; }

private:
    int m_code;
    QString m_message;
};

/// A prepared statement of one connection. Parameters count from 1, columns from 0. It lends itself
/// for one run: bind, step until false; it resets itself when the next run begins.
class Statement
{
public:
    Statement(sqlite3 *handle, const QByteArray &sql);
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    Statement &bind(int index, qint64 value);
    Statement &bind(int index, int value) { return bind(index, qint64(value)); }
    Statement &bind(int index, double value);
    Statement &bind(int index, const QString &value);
    Statement &bind(int index, const QByteArray &value);
    Statement &bind(int index, const domain::Id &value);
    Statement &bindNull(int index);
    /// Any of the above by the variant's type; an invalid one is NULL.
    Statement &bind(int index, const QVariant &value);

    /// Advances to the next row; false when there is none.
    bool step();
    /// Runs a statement that gives no rows.
    void run();
    void reset();

    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray blob(int column) const;
    /// The stored bytes (text is UTF-8) without a copy, until the next step.
    std::string_view view(int column) const;
    domain::Id id(int column) const;
    bool isNull(int column) const;
    /// By the stored type: INTEGER qint64, REAL double, TEXT QString, BLOB QByteArray, NULL invalid.
    QVariant value(int column) const;
    /// Whether both stand at rows that hold the same in a column: the same type, the same stored bytes.
    bool holdsSame(const Statement &other, int column) const;
    int columnCount() const;

private:
    void check(int code) const;

    sqlite3 *m_handle;
    sqlite3_stmt *m_statement = nullptr;
};

/// One connection of one thread to a desk's database, opened through Qt's QSQLITE driver and driven
/// through the driver's own handle: a typed cell costs a quarter of a QVariant there and back, and the
/// tokenizer, the online backup and the extended error codes need the handle anyway.
class Database
{
public:
    enum class Access { ReadOnly, ReadWrite };

    /// Throws SqlFailure.
    Database(const QString &path, Access access);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    sqlite3 *handle() const { return m_handle; }
    /// The statement of this text, prepared once and kept; its earlier run is reset.
    Statement &prepared(const QByteArray &sql);
    /// Runs any number of statements without parameters.
    void run(const QByteArray &sql);
    /// The first column of the first row; invalid when there is none.
    QVariant value(const QByteArray &sql);
    qint64 lastInsertId() const;
    int changes() const;
    void forgetStatements() { m_statements.clear(); }

private:
    void open(const QString &path, Access access);
    void close();

    QString m_name;
    sqlite3 *m_handle = nullptr;
    /// Looked up by the text as it lies in the caller's literal, without a copy of it.
    struct TextHash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, std::unique_ptr<Statement>, TextHash, std::equal_to<>>
        m_statements;
};

/// BEGIN IMMEDIATE … COMMIT, rolled back unless commit() was reached.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    void commit();

private:
    Database &m_database;
    bool m_open = true;
};

/// A part of a transaction that can be tried: undone unless keep() was reached.
class Attempt
{
public:
    explicit Attempt(Database &database);
    ~Attempt();
    void keep();

private:
    Database &m_database;
    bool m_open = true;
};

} // namespace store
