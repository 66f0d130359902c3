// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql.h"

#include "store/han_tokenizer.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>

#include <sqlite3.h>

#include <utility>

namespace store
{

namespace
{

[[noreturn]] void fail(sqlite3 *handle, int code)
{
    const int extended = handle ? sqlite3_extended_errcode(handle) : code;
    throw SqlFailure(extended ? extended : code,
        QString::fromUtf8(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code)));
}

sqlite3 *handleOf(const QSqlDatabase &connection)
{
    const QVariant handle = connection.driver()->handle();
    return handle.isValid() ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

} // namespace

SqlFailure::SqlFailure(int code, const QString &what)
    : std::runtime_error(what.toStdString())
    , m_code(code)
    , m_message(what)
{
}

Statement::Statement(sqlite3 *handle, const QByteArray &sql)
    : m_handle(handle)
{
    check(sqlite3_prepare_v3(handle, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT,
        &m_statement, nullptr));
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Statement::Statement(Statement &&other) noexcept
    : m_handle(other.m_handle)
    , m_statement(std::exchange(other.m_statement, nullptr))
{
}

void Statement::check(int code) const
{
    if (code != SQLITE_OK)
        fail(m_handle, code);
}

Statement &Statement::bind(int index, qint64 value)
{
    check(sqlite3_bind_int64(m_statement, index, value));
    return *this;
}

Statement &Statement::bind(int index, double value)
{
    check(sqlite3_bind_double(m_statement, index, value));
    return *this;
}

Statement &Statement::bind(int index, const QString &value)
{
    check(sqlite3_bind_text16(
        m_statement, index, value.utf16(), int(value.size() * sizeof(QChar)), SQLITE_TRANSIENT));
    return *this;
}

Statement &Statement::bind(int index, const QByteArray &value)
{
    check(sqlite3_bind_blob(m_statement, index, value.isNull() ? "" : value.constData(),
        int(value.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement &Statement::bind(int index, const domain::Id &value)
{
    check(sqlite3_bind_blob(
        m_statement, index, value.bytes.data(), int(value.bytes.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement &Statement::bindNull(int index)
{
    check(sqlite3_bind_null(m_statement, index));
    return *this;
}

Statement &Statement::bind(int index, const QVariant &value)
{
    switch (value.typeId()) {
    case QMetaType::UnknownType:
        return bindNull(index);
    case QMetaType::QString:
        return bind(index, value.toString());
    case QMetaType::QByteArray:
        return bind(index, value.toByteArray());
    case QMetaType::Double:
        return bind(index, value.toDouble());
    default:
        break;
    }
    if (value.typeId() == qMetaTypeId<domain::Id>())
        return bind(index, value.value<domain::Id>());
    return bind(index, value.toLongLong());
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement);
        return false;
    }
    // The message belongs to the failed step, so it is taken before the reset.
    const QString message = QString::fromUtf8(sqlite3_errmsg(m_handle));
    const int extended = sqlite3_extended_errcode(m_handle);
    sqlite3_reset(m_statement);
    throw SqlFailure(extended, message);
}

void Statement::run()
{
    while (step()) { }
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *words = static_cast<const QChar *>(sqlite3_column_text16(m_statement, column));
    return words ? QString(words, sqlite3_column_bytes16(m_statement, column) / int(sizeof(QChar)))
                 : QString();
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return bytes ? QByteArray(bytes, sqlite3_column_bytes(m_statement, column)) : QByteArray();
}

std::string_view Statement::view(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, bytes ? size_t(sqlite3_column_bytes(m_statement, column)) : 0};
}

domain::Id Statement::id(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return domain::Id::fromBytes({bytes, bytes ? sqlite3_column_bytes(m_statement, column) : 0})
        .value_or(domain::Id());
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QVariant Statement::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_FLOAT:
        return real(column);
    case SQLITE_TEXT:
        return text(column);
    case SQLITE_BLOB:
        return blob(column);
    default:
        return {};
    }
}

bool Statement::holdsSame(const Statement &other, int column) const
{
    const int type = sqlite3_column_type(m_statement, column);
    if (type != sqlite3_column_type(other.m_statement, column))
        return false;
    switch (type) {
    case SQLITE_NULL:
        return true;
    case SQLITE_INTEGER:
        return integer(column) == other.integer(column);
    case SQLITE_FLOAT:
        return real(column) == other.real(column);
    default:
        return view(column) == other.view(column);
    }
}

int Statement::columnCount() const
{
    return sqlite3_column_count(m_statement);
}

Database::Database(const QString &path, Access access)
    : m_name(QUuid::createUuid().toString())
{
    try {
        open(path, access);
    } catch (const SqlFailure &) {
        close();
        throw;
    }
}

Database::~Database()
{
    m_statements.clear();
    close();
}

void Database::open(const QString &path, Access access)
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    connection.setDatabaseName(path);
    connection.setConnectOptions(access == Access::ReadOnly
            ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
            : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    const bool opened = connection.open();
    m_handle = opened ? handleOf(connection) : nullptr;
    if (!m_handle)
        throw SqlFailure(SQLITE_CANTOPEN, connection.lastError().databaseText());
    sqlite3_extended_result_codes(m_handle, 1);
    if (const int code = registerHanTokenizer(m_handle))
        fail(m_handle, code);
    run("PRAGMA trusted_schema=OFF; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY");
    if (access == Access::ReadOnly)
        run("PRAGMA query_only=ON");
}

void Database::close()
{
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

Statement &Database::prepared(const QByteArray &sql)
{
    const std::string_view text(sql.constData(), size_t(sql.size()));
    if (const auto kept = m_statements.find(text); kept != m_statements.end()) {
        kept->second->reset();
        return *kept->second;
    }
    return *m_statements.emplace(text, std::make_unique<Statement>(m_handle, sql)).first->second;
}

void Database::run(const QByteArray &sql)
{
    const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        fail(m_handle, code);
}

QVariant Database::value(const QByteArray &sql)
{
    Statement statement(m_handle, sql);
    return statement.step() ? statement.value(0) : QVariant();
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

int Database::changes() const
{
    return sqlite3_changes(m_handle);
}

Transaction::Transaction(Database &database)
    : m_database(database)
{
    m_database.run("BEGIN IMMEDIATE");
}

Transaction::~Transaction()
{
    // After an I/O error or a full disk SQLite may have rolled back by itself already.
    if (m_open && !sqlite3_get_autocommit(m_database.handle()))
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit()
{
    m_database.run("COMMIT");
    m_open = false;
}

Attempt::Attempt(Database &database)
    : m_database(database)
{
    m_database.run("SAVEPOINT attempt");
}

Attempt::~Attempt()
{
    // The whole transaction may be gone by now, after an I/O error or a full disk.
    if (m_open && !sqlite3_get_autocommit(m_database.handle()))
        sqlite3_exec(
            m_database.handle(), "ROLLBACK TO attempt; RELEASE attempt", nullptr, nullptr, nullptr);
}

void Attempt::keep()
{
    m_database.run("RELEASE attempt");
    m_open = false;
}

} // namespace store
