// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <span>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_value;

namespace bench
{

/// The other side of every ratio: SQLite through its own C interface, with nothing of Griddesk between
/// but the tokenizer, without which the text index can't be opened. Throws store::SqlFailure.
class Bare
{
public:
    enum class Access { ReadOnly, ReadWrite };

    Bare(const QString &path, Access access);
    ~Bare();
    Bare(const Bare &) = delete;
    Bare &operator=(const Bare &) = delete;

    sqlite3 *handle() const { return m_handle; }
    void run(const char *sql);
    qint64 number(const char *sql);

private:
    sqlite3 *m_handle = nullptr;
};

/// A prepared statement of a bare connection.
class BareStatement
{
public:
    BareStatement(Bare &bare, const QByteArray &sql);
    ~BareStatement();
    BareStatement(BareStatement &&other) noexcept;
    BareStatement(const BareStatement &) = delete;
    BareStatement &operator=(const BareStatement &) = delete;

    void bind(int index, qint64 value);
    void bind(int index, const QByteArray &utf8);
    void bind(int index, const sqlite3_value *value);
    /// Binds parameter after parameter, as far as the statement has them.
    void bindKnown(std::span<const qint64> values);
    /// Advances to the next row; resets itself behind the last.
    bool step();
    void run();
    void reset();
    /// Reads all rows and touches every cell, as whoever asks for them does; gives their number.
    qint64 drain();

    int columnCount() const;
    int parameterCount() const;
    qint64 number(int column) const;
    sqlite3_value *value(int column) const;

private:
    void check(int code) const;

    sqlite3 *m_handle;
    sqlite3_stmt *m_statement = nullptr;
};

} // namespace bench
