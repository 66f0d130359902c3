// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bare.h"

#include "store/han_tokenizer.h"
#include "store/sql.h"

#include <sqlite3.h>

#include <algorithm>
#include <utility>

namespace bench
{

namespace
{

[[noreturn]] void fail(sqlite3 *handle)
{
    throw store::SqlFailure(
        sqlite3_extended_errcode(handle), QString::fromUtf8(sqlite3_errmsg(handle)));
}

} // namespace

Bare::Bare(const QString &path, Access access)
{
    const int flags = access == Access::ReadOnly ? SQLITE_OPEN_READONLY
                                                 : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (sqlite3_open_v2(path.toUtf8().constData(), &m_handle, flags, nullptr) != SQLITE_OK
        || store::registerHanTokenizer(m_handle) != SQLITE_OK) {
        const store::SqlFailure failure(
            sqlite3_extended_errcode(m_handle), QString::fromUtf8(sqlite3_errmsg(m_handle)));
        sqlite3_close(m_handle);
        throw failure;
    }
    sqlite3_busy_timeout(m_handle, 5000);
    // What the desk's own connections of this kind are set to.
    run("PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY");
    if (access == Access::ReadWrite)
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000;"
            "PRAGMA cache_size=-65536");
}

Bare::~Bare()
{
    sqlite3_close(m_handle);
}

void Bare::run(const char *sql)
{
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(m_handle);
}

qint64 Bare::number(const char *sql)
{
    BareStatement statement(*this, sql);
    return statement.step() ? statement.number(0) : 0;
}

BareStatement::BareStatement(Bare &bare, const QByteArray &sql)
    : m_handle(bare.handle())
{
    check(sqlite3_prepare_v3(m_handle, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT,
        &m_statement, nullptr));
}

BareStatement::~BareStatement()
{
    sqlite3_finalize(m_statement);
}

BareStatement::BareStatement(BareStatement &&other) noexcept
    : m_handle(other.m_handle)
    , m_statement(std::exchange(other.m_statement, nullptr))
{
}

void BareStatement::check(int code) const
{
    if (code != SQLITE_OK)
        fail(m_handle);
}

void BareStatement::bind(int index, qint64 value)
{
    check(sqlite3_bind_int64(m_statement, index, value));
}

void BareStatement::bind(int index, const QByteArray &utf8)
{
    check(sqlite3_bind_text(
        m_statement, index, utf8.constData(), int(utf8.size()), SQLITE_TRANSIENT));
}

void BareStatement::bind(int index, const sqlite3_value *value)
{
    check(sqlite3_bind_value(m_statement, index, value));
}

void BareStatement::bindKnown(std::span<const qint64> values)
{
    for (int index = 1; index <= std::min(parameterCount(), int(values.size())); ++index)
        bind(index, values[size_t(index) - 1]);
}

bool BareStatement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        fail(m_handle);
    sqlite3_reset(m_statement);
    return false;
}

void BareStatement::run()
{
    while (step()) { }
}

void BareStatement::reset()
{
    sqlite3_reset(m_statement);
}

qint64 BareStatement::drain()
{
    qint64 rows = 0, bytes = 0;
    for (; step(); ++rows) {
        for (int column = 0; column < sqlite3_column_count(m_statement); ++column)
            bytes += sqlite3_column_bytes(m_statement, column);
    }
    return bytes >= 0 ? rows : 0;
}

int BareStatement::columnCount() const
{
    return sqlite3_column_count(m_statement);
}

int BareStatement::parameterCount() const
{
    return sqlite3_bind_parameter_count(m_statement);
}

qint64 BareStatement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

sqlite3_value *BareStatement::value(int column) const
{
    return sqlite3_column_value(m_statement, column);
}

} // namespace bench
