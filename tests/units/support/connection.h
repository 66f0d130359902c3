// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <sqlite3.h>

namespace support
{

// A bare SQLite connection, so that the shims are tested without the store above them.
class Connection
{
public:
    explicit Connection(const QString &path, int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
    {
        sqlite3_open_v2(QFile::encodeName(path).constData(), &m_handle, flags, nullptr);
        sqlite3_extended_result_codes(m_handle, 1);
    }
    ~Connection() { sqlite3_close(m_handle); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    // The SQLite result code; an open transaction is rolled back when it is not SQLITE_OK.
    int run(const QByteArray &sql)
    {
        const int result = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
        if (result != SQLITE_OK && !sqlite3_get_autocommit(m_handle))
            sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
        return result;
    }

    // The first row's first column, or the error's text.
    QByteArray value(const QByteArray &sql)
    {
        sqlite3_stmt *statement = nullptr;
        QByteArray text;
        sqlite3_prepare_v2(m_handle, sql.constData(), -1, &statement, nullptr);
        if (statement && sqlite3_step(statement) == SQLITE_ROW)
            text = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
        else
            text = sqlite3_errmsg(m_handle);
        sqlite3_finalize(statement);
        return text;
    }

private:
    sqlite3 *m_handle = nullptr;
};

} // namespace support
